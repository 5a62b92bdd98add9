import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonSchemas } from '../../src/build/json-schemas.ts'
import { QUESTIONNAIRES, questionnaireFolders, readQuestionnaire } from '../../src/build/read-questionnaires.ts'
import { checkQuestionnaire } from '../../src/core/authoring/check-questionnaire.ts'
import { checkRules } from '../../src/core/authoring/check-rules.ts'
import { checkWording } from '../../src/core/authoring/check-wording.ts'
import { takePart } from '../../src/core/questionnaire/parts.ts'
import type { Questionnaire, Texts } from '../../src/core/questionnaire/schema.ts'
import { questionnairesCommand } from '../../src/entries/cli/commands/questionnaires.ts'
import { canonicalAnswers, conceptItems, lensItems, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { runCommand, startCommand, type Ran } from '../fixtures/run-command.ts'

type Draft<T> = T extends readonly (infer U)[]
  ? Draft<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T

type Change = (files: { structure: Draft<Questionnaire>; en: Draft<Texts> }) => void

/** Checks the real questionnaire after some changes, and returns each issue as "code path". */
function issuesAfter(changes: readonly Change[], rules?: typeof checkRules): string[] {
  const files = structuredClone({ structure: questionnaire, en: texts }) as {
    structure: Draft<Questionnaire>
    en: Draft<Texts>
  }
  for (const change of changes) change(files)
  const checked = checkQuestionnaire(
    { folder: 'execution-gaps', structure: files.structure, texts: { en: files.en } },
    canonicalAnswers,
    rules,
  )
  return checked.ok ? [] : checked.issues.map(({ code, file, path }) => `${code} ${file} ${path.join('.')}`)
}

/** The texts of every item, each with the same rule for its statement. */
const mapItems = (text: (id: string) => string) =>
  Object.fromEntries(questionnaire.items.map(({ id }) => [id, { text: text(id) }]))

describe('what `npm run questionnaires` says of the questionnaires that are shipped', () => {
  // A search of some seconds, once for all of them.
  let said: Promise<Ran> | undefined
  const says = () => (said ??= runCommand(questionnairesCommand, []))

  it.each(questionnaireFolders())('is that %s is sound in every language', async (folder) => {
    const { stdout, stderr } = await says()
    expect(stderr).toBe('')
    const languages = readdirSync(join(QUESTIONNAIRES, folder)).flatMap(
      (file) => /^([a-z]{2})\.json$/.exec(file)?.[1] ?? [],
    )
    expect(stdout).toMatch(new RegExp(`^${folder} .*, ${languages.join(', ')}: sound$`, 'm'))
  })

  it('is nothing else, and no fault', async () => {
    const { status, stdout } = await says()
    expect(status).toBe(0)
    const others = stdout.split('\n').filter((line) => !/: sound$|: not written in /.test(line))
    expect(others).toEqual([''])
  })
})

describe('execution-gaps', () => {
  it('has eight items for each concept and six for the lens', () => {
    for (const { id } of questionnaire.concepts)
      expect(conceptItems.filter(({ concept }) => concept === id)).toHaveLength(8)
    expect(lensItems.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array(4).fill('misconception'),
      'system-view',
      'system-view',
    ])
  })

  it('reverses two items of Signal Loss and Friction each, and none of Silence', () => {
    const reversed = (id: string) => conceptItems.filter((item) => item.concept === id && item.reversed).length
    expect([reversed('signal-loss'), reversed('organizational-friction'), reversed('silence')]).toEqual([2, 2, 0])
  })

  it('asks two items for each facet of Silence', () => {
    const facets = conceptItems.filter(({ concept }) => concept === 'silence').map(({ facet }) => facet)
    for (const facet of ['futility', 'risk', 'adaptation', 'compliance'])
      expect(facets.filter((one) => one === facet)).toHaveLength(2)
  })

  it('covers the four symptoms, the four misconceptions and the eight named constraints of its source', () => {
    const source = 'what-causes-execution-gaps-between-strategy-and-day-to-day-work'
    const bullets = (section: string) =>
      new Set(
        questionnaire.items.flatMap(({ derivedFrom }) =>
          derivedFrom.filter((from) => from.answer === source && from.section === section).map(({ bullet }) => bullet),
        ),
      )
    for (const bullet of [1, 2, 3, 4]) {
      expect(bullets('what-this-looks-like')).toContain(bullet)
      expect(bullets('common-misconceptions')).toContain(bullet)
    }
    const spoken = new Set(conceptItems.flatMap(({ constraints }) => constraints ?? []))
    const named = questionnaire.constraints.filter(({ id }) => spoken.has(id)).flatMap(({ names }) => names)
    for (const name of [
      'targets',
      'approvals',
      'capacity',
      'risk',
      'decision rights',
      'performance measures',
      'workload limits',
      'informal norms',
    ])
      expect(named).toContain(name)
  })

  it('mixes the concepts, keeps opposites apart and asks for explanations last', () => {
    for (const [index, item] of conceptItems.entries()) expect(item.concept).not.toBe(conceptItems[index + 1]?.concept)
    const position = (id: string) => questionnaire.items.findIndex((item) => item.id === id)
    for (const [first, second] of questionnaire.opposites)
      expect(Math.abs(position(first) - position(second))).toBeGreaterThan(8)
    expect(questionnaire.items.slice(24)).toEqual(lensItems)
  })

  it('asks in fewer than twenty words, without a negation', () => {
    for (const { id } of questionnaire.items) {
      const { text } = texts.items[id]!
      expect(text.split(' ').length).toBeLessThan(20)
      expect(text).not.toMatch(/\b(not|no|never|nobody|nothing|none|without|cannot)\b|n[’']t\b/i)
    }
  })

  it('keeps away from the words its source uses for symptoms and misconceptions', () => {
    const seen = JSON.stringify(texts).toLowerCase()
    for (const run of [
      'decisions that make sense locally but undermine',
      'work prioritized according to immediate metrics',
      'trade-offs resolved without reference to strategy',
      'leaders hearing that strategy is',
      'execution gaps are caused by poor communication',
      'middle layers fail to translate strategy',
      'stronger accountability will close the gap',
      'alignment exists if teams can restate',
    ])
      expect(seen).not.toContain(run)
  })

  it('sends no keys and no findings with the first load', () => {
    const part = JSON.stringify(takePart(questionnaire, texts, canonicalAnswers))
    for (const word of ['reversed', 'concept', 'findings', 'derivedFrom', 'ask'])
      expect(part).not.toContain(`"${word}"`)
  })
})

const CONTRADICTION = questionnaire.findings.findIndex(({ part }) => part === 'contradiction')
const HELD = { all: [{ is: 'held' as const, items: ['explaining-closes-gaps'], atLeast: 1 }] }

describe('a questionnaire with a fault', () => {
  it.each<[string, string, Change]>([
    [
      'an unknown concept',
      'unknown-id questionnaire.json items.0.concept',
      ({ structure }) => Object.assign(structure.items[0]!, { concept: 'speed' }),
    ],
    [
      'an unknown facet',
      'unknown-id questionnaire.json items.2.facet',
      ({ structure }) => Object.assign(structure.items[2]!, { facet: 'boredom' }),
    ],
    [
      'an unknown item in a rule',
      'unknown-id questionnaire.json findings.0.when.all.0.items.0',
      ({ structure }) =>
        (structure.findings[0]!.when = { all: [{ is: 'reported', items: ['nowhere'], from: 'often', atLeast: 1 }] }),
    ],
    [
      'an unknown option in a rule',
      'unknown-id questionnaire.json findings.0.when.all.0.from',
      ({ structure }) =>
        (structure.findings[0]!.when = {
          all: [{ is: 'reported', items: ['defensible-option-chosen'], from: 'agree', atLeast: 1 }],
        }),
    ],
    [
      'a duplicate id',
      'duplicate-id questionnaire.json items.1.id',
      ({ structure }) => (structure.items[1]!.id = structure.items[0]!.id),
    ],
    [
      'an item without derivation',
      'shape questionnaire.json items.3.derivedFrom',
      ({ structure }) => (structure.items[3]!.derivedFrom = []),
    ],
    [
      'an unpublished answer',
      'unknown-answer questionnaire.json findings.0.answers.0',
      ({ structure }) => (structure.findings[0]!.answers = ['why-does-alignment-break-down']),
    ],
    [
      'a symptom left out',
      'uncovered questionnaire.json sources.0.covers.symptoms',
      ({ structure }) => (structure.sources[0]!.covers!.symptoms = 5),
    ],
    [
      'a pair keyed the same way',
      'not-opposite questionnaire.json opposites.0',
      ({ structure }) => (structure.opposites[0] = ['defensible-option-chosen', 'measures-pull-work']),
    ],
    [
      'a guess at an explanation, of which nobody else is asked',
      'unknown-id questionnaire.json guess.items.0',
      ({ structure }) => (structure.guess!.items[0] = 'restating-means-aligned'),
    ],
    [
      'a guess at what the people guessed at cannot see',
      'guess-out-of-sight questionnaire.json guess.items.3',
      ({ structure }) => (structure.guess!.items[3] = 'objections-after-meeting'),
    ],
    [
      'one guess at a concept',
      'guesses-of-concept questionnaire.json guess.items',
      ({ structure }) => structure.guess!.items.pop(),
    ],
    [
      'a guess named twice',
      'duplicate-id questionnaire.json guess.items.1',
      ({ structure }) => (structure.guess!.items[1] = structure.guess!.items[0]!),
    ],
    [
      'more guesses than a code has room for',
      'guesses-too-many questionnaire.json guess.items',
      ({ structure, en }) => {
        const { options } = structure.scales['frequency']!
        for (const more of ['six', 'seven', 'eight', 'nine']) {
          options.push(more)
          en.scales['frequency']!.options[more] = more
        }
      },
    ],
    [
      'guesses without the question that asks for them',
      'missing-text en.json guess.question',
      ({ en }) => delete en.guess,
    ],
    [
      'a question for guesses that nothing asks for',
      'extra-text en.json guess.question',
      ({ structure }) => delete structure.guess,
    ],
    [
      'a missing text',
      'missing-text en.json items.defensible-option-chosen.ask',
      ({ en }) => delete en.items['defensible-option-chosen']!.ask,
    ],
    [
      'an extra text',
      'extra-text en.json items.nowhere.text',
      ({ en }) => (en.items['nowhere'] = { text: 'Nowhere.' }),
    ],
    [
      'too many words',
      'too-many-words en.json items.defensible-option-chosen.text',
      ({ en }) => (en.items['defensible-option-chosen']!.text = 'word '.repeat(21).trim()),
    ],
    [
      'an address in a text',
      'address-in-text en.json items.defensible-option-chosen.ask',
      ({ en }) => (en.items['defensible-option-chosen']!.ask = 'See http://example.org/page'),
    ],
    [
      'response scales mixed in a concept',
      'mixed-scales questionnaire.json concepts.2',
      ({ structure }) => (structure.items[0]!.scale = 'agreement'),
    ],
    [
      'excluded vocabulary',
      'excluded-word en.json findings.level.text',
      ({ en }) => (en.findings['level']!.text = 'People lack motivation.'),
    ],
    [
      'no excluded words for a language',
      'no-exclusions questionnaire.json excludedVocabulary',
      ({ structure }) => (structure.excludedVocabulary = { fr: ['motivation'] }),
    ],
    [
      'a concept without conditions',
      'no-condition questionnaire.json concepts.1',
      ({ structure }) => {
        for (const item of structure.items)
          if ('concept' in item && item.concept === 'signal-loss') delete item.constraints
      },
    ],
    [
      'a contradiction without its guard',
      `unguarded questionnaire.json findings.${CONTRADICTION}.when`,
      ({ structure }) => (structure.findings[CONTRADICTION]!.when = HELD),
    ],
    [
      'a contradiction that can do without its guard',
      `unguarded questionnaire.json findings.${CONTRADICTION}.when`,
      ({ structure }) =>
        (structure.findings[CONTRADICTION]!.when = {
          ...HELD,
          any: [
            { is: 'reported', items: ['measures-pull-work'], from: 'often', atLeast: 1 },
            { is: 'score', concept: 'silence', from: 60 },
          ],
        }),
    ],
    [
      'readings that repeat the source whatever leads',
      'source-again questionnaire.json concepts.0',
      ({ structure }) => {
        for (const finding of structure.findings)
          if (finding.concept === 'silence' && finding.answers) finding.answers = [structure.sources[0]!.answer]
      },
    ],
    [
      'a conditional statement',
      'conditional en.json items.work-waits-for-approval.text',
      ({ en }) => (en.items['work-waits-for-approval']!.text = 'When work is ready, it waits for approval.'),
    ],
    [
      'a conditional statement turned round',
      'conditional en.json items.concern-dropped.text',
      ({ en }) => (en.items['concern-dropped']!.text = 'A concern is dropped if raising it has led nowhere.'),
    ],
    [
      'an explanation that begins with its condition',
      `conditional-explanation en.json items.${lensItems[0]!.id}.text`,
      ({ en }) => (en.items[lensItems[0]!.id]!.text = 'When the strategy is explained better, gaps close.'),
    ],
    [
      'three explanations that say “mainly”',
      `same-claim en.json items.${lensItems[2]!.id}.text`,
      ({ en }) => {
        for (const { id } of lensItems.slice(0, 3)) en.items[id]!.text = `Gaps come mainly from ${id}.`
      },
    ],
    [
      'three explanations that each say “the main cause”',
      `same-claim en.json items.${lensItems[2]!.id}.text`,
      ({ en }) => {
        en.items[lensItems[0]!.id]!.text = 'The main cause of gaps is that the strategy is poorly explained.'
        en.items[lensItems[1]!.id]!.text = 'Gaps come mainly from targets.'
        en.items[lensItems[2]!.id]!.text = 'The main cause of gaps is that middle managers change the strategy.'
      },
    ],
    ['an id unlike its folder', 'folder-name questionnaire.json id', ({ structure }) => (structure.id = 'other')],
  ])('is told of %s', (_name, issue, change) => {
    expect(issuesAfter([change])).toContain(issue)
  })

  it('may say in French what it may in English, and is told of the same', () => {
    const said = (text: (id: string) => string) =>
      checkWording(questionnaire, { ...texts, items: mapItems(text) }, 'fr').map(({ code, path }) => [code, path[1]])
    const first = conceptItems[0]!.id
    expect(said((id) => (id === first ? 'Lorsqu’un obstacle apparaît, on le contourne.' : 'On le contourne.'))).toEqual(
      [['conditional', first]],
    )
    expect(said(() => 'Sinon rien.')).toEqual([])
    for (const claim of ['Les écarts viennent surtout d’ailleurs.', 'La principale cause des écarts est ailleurs.'])
      expect(said((id) => (id === first ? 'Rien.' : claim))).toEqual([['same-claim', lensItems.at(-1)!.id]])
  })

  it('may say “mainly” of two explanations, and hold a contradiction by alternatives that are all reported', () => {
    const twice: Change = ({ en }) => {
      for (const { id } of lensItems.slice(0, 2)) en.items[id]!.text = `Gaps come mainly from ${id}.`
    }
    const alternatives: Change = ({ structure }) =>
      (structure.findings[CONTRADICTION]!.when = {
        ...HELD,
        any: [{ is: 'reported', items: ['measures-pull-work'], from: 'often', atLeast: 1 }],
      })
    expect(issuesAfter([twice, alternatives])).toEqual([])
  })

  it('may keep a concept that is worth keeping without conditions', () => {
    const keep: Change = ({ structure }) => {
      structure.concepts[1]!.kept = true
      for (const item of structure.items)
        if ('concept' in item && item.concept === 'signal-loss') delete item.constraints
    }
    expect(issuesAfter([keep]).filter((issue) => issue.startsWith('no-condition'))).toEqual([])
  })

  it('may name what a misconception is about', () => {
    expect(
      issuesAfter([({ en }) => (en.items['explaining-closes-gaps']!.text = 'Gaps come from poor communication.')]),
    ).toEqual([])
  })
})

describe('a questionnaire with rules that cannot matter', () => {
  const { findings, room } = questionnaire
  const faults: readonly [string, string, Change][] = [
    [
      'a finding that an earlier one always hides',
      `unreachable-finding questionnaire.json findings.${findings.length}`,
      ({ structure }) => structure.findings.push({ ...structure.findings[6]!, id: 'copy' }),
    ],
    [
      'a rule that never holds',
      'dead-rule questionnaire.json findings.0.when.all.0',
      ({ structure }) =>
        (structure.findings[0]!.when = { all: [{ is: 'score', concept: 'silence', from: 80, below: 20 }] }),
    ],
    [
      'a rule that always holds',
      'dead-rule questionnaire.json findings.1.when.any.0',
      ({ structure }) =>
        (structure.findings[1]!.when.any = [
          { is: 'reported', items: ['defensible-option-chosen'], from: 'never', atLeast: 1 },
          { is: 'unseen', concepts: ['silence'], share: 0.1 },
        ]),
    ],
    [
      'a finding about a room that an earlier one always hides',
      `unreachable-finding questionnaire.json room.${room!.length}`,
      ({ structure }) => structure.room!.push({ ...structure.room![2]!, id: 'copy' }),
    ],
    [
      'a finding about a room that no room shows',
      'unreachable-finding questionnaire.json room.3',
      ({ structure }) =>
        (structure.room![3]!.when = {
          all: [
            { is: 'distance', concept: 'silence', top: 'lower' },
            { is: 'distance', concept: 'silence', top: 'higher' },
          ],
        }),
    ],
    [
      'a rule about a room that never holds',
      'dead-rule questionnaire.json room.0.when.all.0',
      ({ structure }) =>
        (structure.room![0]!.when = { all: [{ is: 'score', concept: 'silence', from: 80, below: 20 }] }),
    ],
    [
      'a rule about a room that always holds',
      'dead-rule questionnaire.json room.1.when.none.0',
      ({ structure }) =>
        (structure.room![1]!.when.none = [
          { is: 'reported', items: ['defensible-option-chosen'], from: 'never', share: 1, atLeast: 1 },
        ]),
    ],
  ]
  // Whoever finds nothing tries everything there is to try: once for all of them.
  let found: readonly string[] | undefined
  const issues = () =>
    (found ??= issuesAfter(
      faults.map(([_name, _issue, change]) => change),
      checkRules,
    ).filter((issue) => /^(dead-rule|unreachable-finding) /.test(issue)))

  it.each(faults)('is told of %s', (_name, issue) => {
    expect(issues()).toContain(issue)
  })

  it('is told of those alone, and of what they keep from being shown', () => {
    const hidden = ['findings.0', 'room.0', 'room.1'].map((path) => `unreachable-finding questionnaire.json ${path}`)
    expect(issues().toSorted()).toEqual([...faults.map(([_name, issue]) => issue), ...hidden].toSorted())
  })
})

describe('the JSON Schemas', () => {
  it.each(Object.entries(jsonSchemas()))('%s is in step with the zod schema', (file, text) => {
    expect(readFileSync(join(QUESTIONNAIRES, file), 'utf8')).toBe(text)
  })
})

describe('a version that is still to be published', () => {
  const root = mkdtempSync(join(tmpdir(), 'questionnaires-'))
  cpSync(join(QUESTIONNAIRES, 'silence'), join(root, 'silence'), { recursive: true })
  afterAll(() => rmSync(root, { recursive: true }))
  const file = join(root, 'silence/published.json')
  const read = (toBePublished: boolean) =>
    readQuestionnaire('silence', canonicalAnswers, root, { rules: false, toBePublished })
  const issues = (checked: ReturnType<typeof read>) => (checked.ok ? [] : checked.issues.map(({ code }) => code))

  it('is a fault in a build, and none in development, where its codes open', () => {
    const before = read(false)
    rmSync(file)
    expect(issues(read(false))).toEqual(['unpublished'])
    const served = read(true)
    const now = before.ok ? before.questionnaire.version.replace(/\.\d+$/, '') : ''
    expect(before.ok && served.ok && served.published).toEqual(before.ok && { [now]: before.published[now] })
  })

  it('is a fault in both where another was published under its number', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'silence/questionnaire.json'), 'utf8'))
    writeFileSync(file, JSON.stringify({ versions: { [version.replace(/\.\d+$/, '')]: [['left-waiting', 5]] } }))
    expect([false, true].map((toBePublished) => issues(read(toBePublished)))).toEqual([
      ['published-otherwise'],
      ['published-otherwise'],
    ])
  })
})

describe('npm run questionnaires', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'questionnaires-'))
  // Two that are searched quickly. That all are sound is tested above.
  for (const name of ['answers.json', 'signal-loss', 'silence'])
    cpSync(join(QUESTIONNAIRES, name), join(folder, name), { recursive: true })
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = () => runCommand(questionnairesCommand, [folder])

  it('says that each is sound', async () => {
    const { status, stdout } = await run()
    expect(status).toBe(0)
    expect(stdout.split('\n').filter((line) => !line.includes(': not written in '))).toEqual([
      expect.stringMatching(/^signal-loss \d+\.\d+\.\d+: 18 items, \d+ findings, .*\ben\b.*: sound$/),
      expect.stringMatching(/^silence \d+\.\d+\.\d+: 18 items, \d+ findings, .*\ben\b.*: sound$/),
      '',
    ])
  })

  it('names a language of the interface that one is not written in, and takes that for no problem', async () => {
    rmSync(join(folder, 'silence/fr.json'))
    const { status, stdout } = await run()
    expect(stdout).toMatch(/^silence .*\ben\b.*: sound$/m)
    expect(stdout).toMatch(/^silence: not written in Français\. To have it, add fr\.json\.$/m)
    expect(stdout.match(/not written in Français/g)).toHaveLength(1)
    expect(status).toBe(0)
  })

  it('prints one line for each problem, with file, path and remedy, and ends with status 1', async () => {
    const file = join(folder, 'signal-loss/en.json')
    const en = JSON.parse(readFileSync(file, 'utf8'))
    delete en.findings.level.reason
    writeFileSync(file, JSON.stringify(en))
    const { status, stderr } = startCommand('questionnaires', [folder])
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/^signal-loss\/en\.json: findings\.level\.reason: This part is missing\. Add it\.$/m)
    writeFileSync(file, '{')
    expect((await run()).stderr).toMatch(/^signal-loss\/en\.json: \(whole file\): The file cannot be read/)
  })

  it('accepts only addresses that are https:', async () => {
    const file = join(folder, 'answers.json')
    const answers = JSON.parse(readFileSync(file, 'utf8'))
    answers.answers[0].url = answers.answers[0].url.replace('https:', 'http:')
    writeFileSync(file, JSON.stringify(answers))
    const { status, stderr } = await run()
    expect(status).toBe(1)
    expect(stderr).toMatch(/^answers\.json: answers\.0\.url: /)
  })
})
