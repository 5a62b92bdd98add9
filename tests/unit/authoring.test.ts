import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUESTIONNAIRES } from '../../src/build/read-questionnaires.ts'
import type { AnswerDocument } from '../../src/core/authoring/answer-document.ts'
import { draftQuestionnaire } from '../../src/core/authoring/draft-questionnaire.ts'
import { exclusionPhrases, exclusionStems } from '../../src/core/authoring/exclusions.ts'
import { readAnswer } from '../../src/core/authoring/read-answer.ts'
import { checkQuestionnaire } from '../../src/core/authoring/check-questionnaire.ts'
import { checkRules } from '../../src/core/authoring/check-rules.ts'
import { questionnairesCommand } from '../../src/entries/cli/commands/questionnaires.ts'
import { canonicalAnswers, questionnaire as finished, texts as finishedTexts } from '../fixtures/execution-gaps.ts'
import { prose, tidy, untidy } from '../fixtures/answers.ts'
import { runCommand } from '../fixtures/run-command.ts'

const MEETINGS = 'why-do-meetings-multiply-as-teams-grow'

/** Pieces of answers, from which odd ones are made. */
const PIECES = [
  ['---\n', 'title: ', 'canonical_url: https://example.org/a-b\n', 'concepts_used:\n', '  - ', '- ', '* ', '1. '],
  ['## Common Misconceptions\n', '**What This Looks Like**', '\n', '\n\n', '> ', '    ', '`', '**', '_', '['],
  ['](', '<!--', '<b>', '&amp;', '\uFEFF', '\r\n', '\t', 'word. Word ', ': ', '#', '"', '{', '|', '*a', '&a '],
]

function answerOf(text: string): AnswerDocument {
  const read = readAnswer(text)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.answer
}

function notesOn(text: string) {
  const read = readAnswer(text)
  return read.ok ? read.notes : []
}

function draftOf(text: string, answers = canonicalAnswers) {
  const drafted = draftQuestionnaire(answerOf(text), answers)
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.issues))
  return drafted
}

/** Checks a draft whose answer is recorded, after one change. */
function issuesOf(text: string, change?: (files: { structure: unknown; en: unknown }) => void) {
  const drafted = draftOf(text)
  const files = structuredClone({ structure: drafted.questionnaire, en: drafted.texts })
  change?.(files)
  const slug = drafted.questionnaire.sources[0]!.answer
  const checked = checkQuestionnaire(
    { folder: drafted.id, structure: files.structure, texts: { en: files.en }, published: null },
    [{ slug }],
    checkRules,
  )
  return checked.ok ? [] : checked.issues
}

describe('reading an answer', () => {
  it('takes up what its front matter and sections say', () => {
    expect(answerOf(tidy)).toMatchObject({
      title: 'Why do meetings multiply as teams grow?',
      url: `https://example.org/insights/${MEETINGS}`,
      slug: MEETINGS,
      primaryTopic: 'Coordination',
      conceptsUsed: ['Meeting Load', 'Decision Drift'],
      exclusions: ['individual discipline', 'calendar software', 'facilitation skills'],
      status: 'approved',
      version: 'v1.2',
      lastReviewed: '2026-02-03',
      sections: {
        'common-misconceptions': {
          form: 'list',
          points: ['A shorter agenda makes for fewer of them', 'People like to meet'],
        },
        'what-to-do-next': { form: 'list', points: ["List last month's decisions beside the hours spent"] },
        'related-questions': { form: 'list', points: ['Who decides what is decided?'] },
      },
    })
    expect(notesOn(tidy)).toEqual([])
  })

  it('understands the ways in which other hands write the same', () => {
    expect(answerOf(untidy)).toEqual({
      title: 'Why do meetings multiply: a second look',
      url: `https://example.org/insights/${MEETINGS}/`,
      slug: MEETINGS,
      primaryTopic: 'Coordination',
      conceptsUsed: ['Meeting Load', 'Decision Drift'],
      exclusions: ['individual discipline', 'calendar software'],
      status: 'approved',
      version: '1.0',
      lastReviewed: null,
      sections: {
        'short-answer': { form: 'prose', points: ['Meetings stand in for decisions that have no owner.'] },
        'whats-really-happening': {
          form: 'prose',
          points: ['Each unit asks to be present where its work may change.'],
        },
        'common-misconceptions': {
          form: 'list',
          points: ['A shorter agenda makes for fewer of them', 'People like to meet'],
        },
        'what-this-looks-like': {
          form: 'list',
          points: [
            'The same question comes up in three rooms',
            'A pre-meeting comes before the meeting,\nand after it another',
            'Notes are kept so that nobody can say otherwise',
          ],
        },
        'why-leaders-usually-miss-this': { form: 'prose', points: ['Calendars show hours.'] },
        'related-questions': { form: 'list', points: ['Who decides what is decided?', 'Who was there?'] },
      },
    })
    expect(notesOn(untidy)).toEqual([
      { code: 'missing-field', field: 'last_reviewed' },
      { code: 'missing-section', section: 'what-to-do-next' },
    ])
  })

  it('counts sentences where there is no list', () => {
    expect(answerOf(prose).sections['what-this-looks-like']).toEqual({
      form: 'prose',
      points: [
        'Dates move by a week, e.g. from one review to the next.',
        'Nobody moves the date of the whole.',
        'Each team waits for another “until Friday.”',
        'Friday has no owner.',
      ],
    })
  })

  it.each([
    ['# Common Misconceptions', 'common-misconceptions'],
    ['###### common misconceptions', 'common-misconceptions'],
    ['##Common Misconceptions', 'common-misconceptions'],
    ['## **Common Misconceptions:**', 'common-misconceptions'],
    ['**Common Misconceptions**', 'common-misconceptions'],
    ['__3. Common Misconceptions__', 'common-misconceptions'],
    ['Common Misconceptions\n---------------------', 'common-misconceptions'],
    ['## What&rsquo;s Really Happening', 'whats-really-happening'],
    ['## What is really happening?', 'whats-really-happening'],
    ['## What this looks like', 'what-this-looks-like'],
    ['## Why Leaders Often Miss It', 'why-leaders-usually-miss-this'],
    ['## Next steps', 'what-to-do-next'],
  ])('knows the heading %j', (heading, section) => {
    expect(answerOf(`${heading}\n\n- one\n+ two\n\n# Another matter\n\n- three\n`).sections).toEqual({
      [section]: { form: 'list', points: ['one', 'two'] },
    })
  })

  it('leaves out what a heading of another name holds, and keeps what stands below a lesser one', () => {
    expect(answerOf('## Misconceptions\n- one\n### Of managers\n- two\n## Notes\n- three\n').sections).toEqual({
      'common-misconceptions': { form: 'list', points: ['one', 'two'] },
    })
  })

  it('counts on where a section comes twice, and says so', () => {
    const text = '## Misconceptions\n- one\n## Short answer\nYes.\n## Misconceptions\n- two\n'
    expect(answerOf(text).sections['common-misconceptions']?.points).toEqual(['one', 'two'])
    expect(notesOn(text)).toContainEqual({ code: 'repeated-section', section: 'common-misconceptions' })
  })

  it.each([
    ['an empty file', '', { code: 'no-text' }],
    ['a file of rules', '---\n---\n\n***\n', { code: 'no-text' }],
    ['a picture', '\u0089PNG\r\n\0\0\0IHDR', { code: 'no-text' }],
    ['a text of another encoding', 'r\uFFFD\uFFFDsum\uFFFD', { code: 'no-text' }],
    ['a book', 'a'.repeat(100_001), { code: 'too-long', characters: 100_001, most: 100_000 }],
    ['front matter without an end', '---\ntitle: "Why?"\n\n## Short Answer\n', { code: 'front-matter-open' }],
    [
      'front matter that is no YAML',
      '---\ntitle: "Why?"\n  - "one\n---\n',
      { code: 'front-matter-unreadable', line: 3 },
    ],
    [
      'an address without https',
      '---\ncanonical_url: http://example.org/why\n---\n',
      { code: 'unusable-address', address: 'http://example.org/why' },
    ],
    [
      'an address that names no answer',
      '---\ncanonical_url: https://example.org/\n---\n',
      { code: 'unusable-address', address: 'https://example.org/' },
    ],
    ['quotations nested without end', `${'>'.repeat(50_000)} a`, { code: 'markdown-unreadable' }],
  ])('refuses %s', (_name, text, issue) => {
    expect(readAnswer(text)).toEqual({ ok: false, issues: [issue] })
  })

  it.each([
    ['title: Silence: what it is', 'Silence: what it is'],
    ['title: "Silence" and what it is', '"Silence" and what it is'],
    ['title: What it is:', 'What it is:'],
    ['title: * and @', '* and @'],
    ['title: @home', '@home'],
    ['title: “What it is”', 'What it is'],
    ["title: 'What it''s'", "What it's"],
    ['title: 2026-01-24', '2026-01-24'],
    ['title: >\n  What\n  it is', 'What it is'],
    ['TITLE: yes', 'yes'],
  ])('reads the front matter %j', (line, title) => {
    expect(answerOf(`---\n${line}\nversion: v1\n---\n`)).toMatchObject({ title, version: 'v1' })
  })

  it('never throws, and never finds a section without a name', () => {
    const piece = fc.constantFrom(...PIECES.flat())
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 30 }).map((pieces) => `---\n${pieces.join('')}\n---\n${tidy.slice(600)}`),
    )
    fc.assert(
      fc.property(text, (given) => {
        const read = readAnswer(given)
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0)
        else
          for (const found of Object.values(read.answer.sections))
            for (const point of found.points) expect(point).toMatch(/\p{L}/u)
      }),
      { numRuns: 1000, seed: 7 },
    )
  })
})

describe('the phrases of explicit exclusions', () => {
  it.each([
    ['Do not discuss the weather, bad luck, or horoscopes as primary explanations.', 'the weather|bad luck|horoscopes'],
    ['Exclude personality traits and survey tooling.', 'personality traits|survey tooling'],
    ['Avoid mentioning budgets; never use heroes/villains as the main cause of delay.', 'budgets|heroes|villains'],
    ['bad luck', 'bad luck'],
    ['Don’t explain delays by mood.', 'delays by mood'],
    ['—', ''],
  ])('of %j', (text, phrases) => {
    expect(exclusionPhrases(text).join('|')).toBe(phrases)
  })

  it('give beginnings of words that an editor revises, in small letters and without repetition', () => {
    expect(exclusionStems(['individual Motivation', 'communication skills', 'skills', 'AI', 'IT tools'])).toEqual([
      'motivat',
      'communicat',
      'skill',
      'tool',
    ])
    expect(exclusionStems(['a fad'])).toEqual(['a fad'])
  })
})

describe('a draft', () => {
  const { id, questionnaire, texts, missing, notes } = draftOf(tidy)

  it('has a slot for each symptom and each misconception, with where it comes from', () => {
    expect(id).toBe('meetings-multiply-as-teams-grow')
    expect(notes).toEqual([])
    expect(questionnaire.items.map(({ kind, draft, derivedFrom }) => [kind, draft, derivedFrom])).toEqual([
      ['symptom', true, [{ answer: MEETINGS, section: 'what-this-looks-like', bullet: 1 }]],
      ['symptom', true, [{ answer: MEETINGS, section: 'what-this-looks-like', bullet: 2 }]],
      ['symptom', true, [{ answer: MEETINGS, section: 'what-this-looks-like', bullet: 3 }]],
      ['misconception', true, [{ answer: MEETINGS, section: 'common-misconceptions', bullet: 1 }]],
      ['misconception', true, [{ answer: MEETINGS, section: 'common-misconceptions', bullet: 2 }]],
    ])
    expect(Object.values(texts.items)).toEqual(
      questionnaire.items.map(({ kind, derivedFrom: [from] }) =>
        kind === 'symptom' ? { draft: from, text: '', ask: '' } : { draft: from, text: '' },
      ),
    )
  })

  it('takes concepts and exclusions over for somebody to weigh', () => {
    expect(questionnaire.concepts.map(({ id: concept, draft }) => [concept, draft])).toEqual([
      ['meeting-load', true],
      ['decision-drift', true],
    ])
    expect(questionnaire.sources).toEqual([
      {
        answer: MEETINGS,
        draft: true,
        version: 'v1.2',
        covers: { symptoms: 3, misconceptions: 2, constraints: [] },
        excludes: ['individual discipline', 'calendar software', 'facilitation skills'],
      },
    ])
    expect(questionnaire.excludedVocabulary).toEqual({
      en: ['discipline', 'calendar', 'software', 'facilitat', 'skill'],
    })
  })

  it('copies no sentence of the answer', () => {
    const written = JSON.stringify([questionnaire, texts])
    for (const found of Object.values(answerOf(tidy).sections))
      for (const point of found.points) expect(written).not.toContain(point.slice(0, 12))
  })

  it('gives the entry for answers.json where the file has every fact', () => {
    expect(missing?.entry).toEqual({
      slug: MEETINGS,
      title: 'Why do meetings multiply as teams grow?',
      url: `https://example.org/insights/${MEETINGS}`,
      primaryTopic: 'Coordination',
      conceptsUsed: ['Meeting Load', 'Decision Drift'],
      status: 'approved',
      version: 'v1.2',
      lastReviewed: '2026-02-03',
    })
  })

  it('says which facts the entry lacks, and whether the answer is approved', () => {
    const drafted = draftOf(tidy.replace('status: "approved"', 'status: "in review"').replace(/primary_topic.*\n/, ''))
    expect(drafted.missing).toMatchObject({ entry: null, said: { status: 'in review', primaryTopic: null } })
    expect(drafted.notes).toEqual([
      { code: 'not-approved', status: 'in review' },
      { code: 'entry-incomplete', fields: ['primaryTopic'] },
    ])
  })

  it('knows a recorded answer by its address or its title, and names facts that differ', () => {
    const recorded = draftOf(tidy).missing!.entry!
    const other = draftOf(tidy.replace('v1.2', 'v2.0'), [recorded])
    expect(other.missing).toBeNull()
    expect(other.notes).toEqual([{ code: 'answer-differs', field: 'version', here: 'v2.0', recorded: 'v1.2' }])
    const unaddressed = tidy.replace(/canonical_url.*\n/, '')
    expect(draftOf(unaddressed, [recorded]).questionnaire.sources[0]?.answer).toBe(MEETINGS)
    expect(draftQuestionnaire(answerOf(unaddressed), [])).toEqual({
      ok: false,
      issues: [{ code: 'no-address', title: 'Why do meetings multiply as teams grow?' }],
    })
  })

  it('makes do with prose, and without concepts and exclusions', () => {
    const drafted = draftOf(prose)
    expect(drafted.questionnaire.items).toHaveLength(4)
    expect(drafted.questionnaire.concepts.map(({ id: concept }) => concept)).toEqual(['concept-1'])
    expect(drafted.notes).toContainEqual({ code: 'prose-section', section: 'what-this-looks-like', sentences: 4 })
  })

  it('cannot be made of an answer that says neither what it looks like nor what is mistaken', () => {
    const answer = answerOf(`${tidy.slice(0, tidy.indexOf('## Common'))}## Related Questions\n- Why?\n`)
    expect(draftQuestionnaire(answer, [])).toEqual({ ok: false, issues: [{ code: 'nothing-to-ask' }] })
  })

  it('has an id that was asked for, if it is one', () => {
    expect(draftQuestionnaire(answerOf(tidy), [], 'meetings')).toMatchObject({ ok: true, id: 'meetings' })
    for (const name of ['Meetings', '../meetings', 'a'.repeat(81), ''])
      expect(draftQuestionnaire(answerOf(tidy), [], name)).toEqual({
        ok: false,
        issues: [{ code: 'unusable-id', id: name }],
      })
  })

  it('stays within what a questionnaire may have, and says what it left out', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `- point ${index}\n`).join('')
    const drafted = draftOf(
      `---\ncanonical_url: https://example.org/long\nexplicit_exclusions: ${'x'.repeat(500)}\nconcepts_used: [a, b, c, d, e, f, g]\n` +
        `version: ${'1'.repeat(50)}\n---\n## Misconceptions\n${lines(61)}\n## What this looks like\n${lines(200)}`,
    )
    expect(drafted.questionnaire.items).toHaveLength(120)
    expect(drafted.notes).toEqual(
      expect.arrayContaining([
        { code: 'left-out', what: 'point', taken: 60, found: 200 },
        { code: 'left-out', what: 'point', taken: 60, found: 61 },
        { code: 'left-out', what: 'concept', taken: 6, found: 7 },
      ]),
    )
  })

  it('passes the schema whatever the answer says, and fails for its marks alone', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 100 })
    fc.assert(
      fc.property(
        fc.record({
          conceptsUsed: fc.array(fc.oneof(name, fc.constantFrom('Silence', 'constructor', '3M', '__proto__', 'draft'))),
          exclusions: fc.array(name).map((all) => exclusionPhrases(all.join(', '))),
          version: fc.option(name),
          points: fc.integer({ min: 3, max: 70 }),
        }),
        ({ points, ...facts }) => {
          const found = { form: 'list' as const, points: Array.from({ length: points }, () => 'point') }
          const answer = { ...answerOf(tidy), ...facts, sections: { 'what-this-looks-like': found } }
          const drafted = draftQuestionnaire(answer, [])
          if (!drafted.ok) throw new Error(drafted.issues[0]?.code)
          const checked = checkQuestionnaire(
            { folder: drafted.id, structure: drafted.questionnaire, texts: { en: drafted.texts }, published: null },
            [{ slug: MEETINGS }],
            checkRules,
          )
          const codes = new Set(checked.ok ? [] : checked.issues.map(({ code }) => code))
          expect(codes.has('draft')).toBe(true)
          expect([...codes].filter((code) => code !== 'draft' && code !== 'no-exclusions')).toEqual([])
        },
      ),
      { numRuns: 200, seed: 7 },
    )
  })
})

describe('a draft mark', () => {
  it('is an issue for each that there is, and hides behind no other', () => {
    const marks = (issues: ReturnType<typeof issuesOf>) =>
      issues.filter(({ code }) => code === 'draft').map(({ file, path }) => `${file} ${path.join('.')}`)
    const all = [
      'questionnaire.json draft',
      'questionnaire.json sources.0.draft',
      'questionnaire.json concepts.0.draft',
      'questionnaire.json concepts.1.draft',
      ...[0, 1, 2, 3, 4].map((index) => `questionnaire.json items.${index}.draft`),
      'en.json draft',
      'en.json scales.frequency.draft',
      'en.json scales.agreement.draft',
      'en.json concepts.meeting-load.draft',
      'en.json concepts.decision-drift.draft',
      ...['symptom-1', 'symptom-2', 'symptom-3', 'misconception-1', 'misconception-2'].map(
        (item) => `en.json items.${item}.draft`,
      ),
    ]
    const issues = issuesOf(tidy)
    expect(marks(issues)).toEqual(all)
    expect(issues).toHaveLength(all.length)
    const broken = issuesOf(tidy, ({ structure }) => Object.assign(structure as object, { version: 'none' }))
    expect(marks(broken)).toEqual(all)
    expect(broken.map(({ code }) => code)).toContain('shape')
  })

  it('excuses empty texts of its own entry and no others', () => {
    const issues = issuesOf(tidy, ({ en }) => {
      const { items } = en as { items: Record<string, { draft?: unknown }> }
      delete items['symptom-1']!.draft
    })
    expect(issues.filter(({ code }) => code !== 'draft').map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'shape items.symptom-1.text',
      'shape items.symptom-1.ask',
    ])
  })

  it('leaves what is written beside it under every other check', () => {
    const issues = issuesOf(tidy, ({ en }) => {
      const { items } = en as { items: Record<string, { text: string }> }
      items['symptom-1']!.text = 'People lack discipline.'
    })
    expect(issues.map(({ code }) => code)).toContain('excluded-word')
  })

  it.each<[string, string, (files: { structure: typeof finished; en: typeof finishedTexts }) => void]>([
    ['a finding', 'questionnaire.json findings.0.draft', ({ structure }) => mark(structure.findings[0])],
    ['a constraint', 'questionnaire.json constraints.0.draft', ({ structure }) => mark(structure.constraints[0])],
    ['a text', 'en.json findings.level.draft', ({ en }) => mark(en.findings['level'])],
    ["a constraint's text", 'en.json constraints.targets.draft', ({ en }) => mark(en.constraints['targets'])],
  ])('may be put on %s of a finished questionnaire, and then alone fails it', (_name, place, change) => {
    const files = structuredClone({ structure: finished, en: finishedTexts })
    change(files)
    const checked = checkQuestionnaire(
      { folder: 'execution-gaps', structure: files.structure, texts: { en: files.en } },
      canonicalAnswers,
      checkRules,
    )
    expect(checked.ok ? [] : checked.issues.map(({ code, file, path }) => `${code} ${file} ${path.join('.')}`)).toEqual(
      [`draft ${place}`],
    )
  })

  it('is not the name of an entry that happens to be called draft', () => {
    const issues = issuesOf(tidy.replace('Meeting Load', 'Draft'))
    expect(issues.filter(({ code }) => code !== 'draft')).toEqual([])
    expect(issues.map(({ path }) => path.join('.'))).toContain('concepts.draft.draft')
  })
})

function mark(entry: { draft?: unknown } | undefined): void {
  Object.assign(entry!, { draft: true })
}

describe('npm run questionnaires -- new', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'authoring-'))
  const root = join(folder, 'questionnaires')
  const here = process.cwd()
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await runCommand(questionnairesCommand, args)
    return { status, stdout: stdout.trimEnd().split('\n'), stderr: stderr.trimEnd().split('\n') }
  }
  const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

  beforeAll(() => {
    mkdirSync(root)
    cpSync(join(QUESTIONNAIRES, 'answers.json'), join(root, 'answers.json'))
    for (const [file, text] of Object.entries({ tidy, untidy, prose })) writeFileSync(join(folder, `${file}.md`), text)
    process.chdir(folder)
  })
  afterAll(() => {
    process.chdir(here)
    rmSync(folder, { recursive: true })
  })

  it('writes a draft and the answer, which the check then refuses mark by mark', async () => {
    const { status, stdout } = await run('new', 'tidy.md', 'questionnaires')
    expect(status).toBe(0)
    expect(stdout[0]).toBe('Added to answers.json:')
    expect(stdout.at(-1)).toMatch(/^questionnaires\/meetings-multiply-as-teams-grow: .+ with 19 draft marks\./)
    expect(json('answers.json').answers.at(-1)).toMatchObject({ slug: MEETINGS, lastReviewed: '2026-02-03' })
    expect(json('meetings-multiply-as-teams-grow/en.json').items['symptom-1'].text).toBe('')

    const checked = await run('questionnaires')
    expect(checked.status).toBe(1)
    expect(checked.stderr).toHaveLength(19)
    for (const line of checked.stderr)
      expect(line).toMatch(
        /^meetings-multiply-as-teams-grow\/(questionnaire|en)\.json: (\S+\.)?draft: This is still a draft.*\. .+; then remove the mark\.$/,
      )
  })

  it('overwrites nothing', async () => {
    const before = readFileSync(join(root, 'meetings-multiply-as-teams-grow/en.json'), 'utf8')
    const answers = readFileSync(join(root, 'answers.json'), 'utf8')
    const { status, stderr } = await run('new', 'tidy.md', 'questionnaires')
    expect(status).toBe(1)
    expect(stderr).toEqual([
      'tidy.md: questionnaires/meetings-multiply-as-teams-grow is there already, and nothing is overwritten. Give another id with --id, or remove the folder.',
    ])
    expect(readFileSync(join(root, 'meetings-multiply-as-teams-grow/en.json'), 'utf8')).toBe(before)
    expect(readFileSync(join(root, 'answers.json'), 'utf8')).toBe(answers)
  })

  it('publishes no draft', async () => {
    const { status, stderr } = await run('--publish', 'meetings-multiply-as-teams-grow', 'questionnaires')
    expect(status).toBe(1)
    expect(stderr).toHaveLength(19)
    expect(existsSync(join(root, 'meetings-multiply-as-teams-grow/published.json'))).toBe(false)
  })

  it('says what is missing, line by line, and leaves an entry without its facts to its author', async () => {
    const answers = readFileSync(join(root, 'answers.json'), 'utf8')
    const { status, stdout } = await run('new', 'prose.md', 'questionnaires', '--id', 'slipping-plans')
    expect(status).toBe(0)
    expect(stdout.filter((line) => line.startsWith('prose.md: '))).toHaveLength(14)
    expect(stdout).toContain('To be completed and added to answers.json:')
    expect(stdout).toContain('  "url": "https://example.org/insights/why-do-plans-slip",')
    expect(stdout).toContain('  "version": null,')
    expect(readFileSync(join(root, 'answers.json'), 'utf8')).toBe(answers)
    expect(json('slipping-plans/questionnaire.json').id).toBe('slipping-plans')
  })

  it('refuses a file it cannot use in one line, and writes nothing', async () => {
    writeFileSync(join(folder, 'bare.md'), '# Why?\n\n- Because\n')
    for (const [args, line] of [
      [['new', 'bare.md', 'questionnaires'], /^bare\.md: canonical_url is missing, and .+ Add it/],
      [['new', 'nowhere.md', 'questionnaires'], /^nowhere\.md: The file cannot be read \(.+\)\. Name/],
      [['new', '.', 'questionnaires'], /^\.: The file cannot be read/],
      [['new', 'untidy.md', 'questionnaires', '--id', '../away'], /^untidy\.md: "\.\.\/away" cannot be .+ --id/],
    ] as const) {
      const { status, stderr } = await run(...args)
      expect(status).toBe(1)
      expect(stderr).toHaveLength(1)
      expect(stderr[0]).toMatch(line)
    }
    expect(existsSync(join(folder, 'away'))).toBe(false)
  })
})
