import type { QuestionnaireIssue } from '../../src/core/authoring/questionnaire-issues.ts'
import { describeQuestionnaireIssue } from '../../src/ui/locales/fr/questionnaire-issues.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRES, questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { textsSchema } from '../../src/core/questionnaire/schema.ts'
import { VANTAGES } from '../../src/core/questionnaire/vantages.ts'
import type { FileIssue } from '../../src/core/files/response-file-issues.ts'
import type { CodeIssue } from '../../src/core/codes/result-code-issues.ts'
import type { InvitationIssue } from '../../src/core/workshop/invitation.ts'
import { handOverTexts } from '../../src/ui/locales/fr/hand-over.ts'
import { keepTexts } from '../../src/ui/locales/fr/keep.ts'
import { listTexts } from '../../src/ui/locales/fr/list.ts'
import { resultTexts } from '../../src/ui/locales/fr/result.ts'
import { takeTexts } from '../../src/ui/locales/fr/take.ts'

const folders = questionnaireFolders(QUESTIONNAIRES)
const french = folders.map((folder) =>
  textsSchema.parse(JSON.parse(readFileSync(join(QUESTIONNAIRES, folder, 'fr.json'), 'utf8'))),
)
const conceptNames = french.map(({ concepts }) => Object.values(concepts).map(({ name }) => name))
const constraintNames = french.map(({ constraints }) => Object.values(constraints).map(({ name }) => name))

const codeIssues: CodeIssue[] = [
  { code: 'empty' },
  { code: 'too-long', length: 900 },
  { code: 'character', character: 'U', position: 5 },
  { code: 'too-short', length: 1 },
  { code: 'check' },
  { code: 'format', format: 2 },
  { code: 'format', format: 9 },
  { code: 'questionnaire' },
  { code: 'version', version: '2.0' },
  { code: 'length', length: 30, expected: 32 },
  { code: 'vantage' },
  { code: 'answers' },
]
const fileIssues: FileIssue[] = [
  { code: 'too-large', most: 1_048_576 },
  { code: 'empty' },
  { code: 'neither' },
  { code: 'later-format' },
  { code: 'shape', path: 'items.0' },
  { code: 'shape', path: '' },
  ...[0, 2].map((rows) => ({ code: 'rows', rows }) as const),
  ...[1, 9].map((cells) => ({ code: 'short', cells, columns: 35 }) as const),
  { code: 'column', column: 'vantage' },
  { code: 'twice', column: 'vantage' },
  { code: 'cell', column: 'vantage', value: 'x' },
  { code: 'cell', column: '', value: 'x' },
  { code: 'day', value: 'x' },
  { code: 'questionnaire', id: 'x' },
  { code: 'version', version: '2.0' },
  { code: 'item', item: 'x' },
  { code: 'answer', item: 'x', value: 'x' },
]

const invitationIssues: InvitationIssue[] = [
  { code: 'none' },
  { code: 'too-long', most: 2000 },
  { code: 'check' },
  { code: 'later-format' },
  { code: 'shape', part: 'levels' },
]

const amounts = [[0], [1], [2], [24]]
const flags = [[true], [false]]
const lists = [...conceptNames, ...constraintNames].flatMap((names) => [[names.slice(0, 1)], [names]])
const option = (id: string) => ({ often: 'souvent', sometimes: 'parfois' })[id] ?? 'jamais'

/** Arguments for every text that is composed of parts, by its path. */
const samples: Record<string, readonly (readonly unknown[])[]> = {
  'take.facts': [
    [1, 1],
    [30, 5],
  ],
  'take.howItWorks': flags,
  'take.sharesScores': [['exemple.fr']],
  'take.progress': [[3, 30]],
  'take.minutesLeft': amounts,
  'list.intro': [
    [0, 30],
    [1, 30],
    [7, 30],
    [30, 30],
  ],
  'list.startAgainText': flags,
  'list.startAgainConfirm': flags,
  'result.number': [[62.4]],
  'result.date': [['2026-11-01'], ['2026-11-22']],
  'result.lowerFirst': [['Écarts']],
  'result.seenFrom': [...VANTAGES, 'not-said'].map((vantage) => [vantage]),
  'result.scores': lists,
  'result.basis': [
    [0, 24, 24, 0, 0, 6],
    [0, 24, 0, 24, 1, 6],
    [1, 24, 22, 1, 0, 6],
    [20, 24, 3, 1, 5, 6],
    [24, 24, 0, 0, 6, 6],
    [24, 24, 0, 0, 0, 0],
  ],
  'result.examineFirst': lists,
  'result.path.summary': french.flatMap(({ concepts }) => Object.values(concepts).map(({ drawn }) => [1, 8, drawn])),
  'result.path.unseen': amounts,
  'result.quote': [['Une question ?'.replace(' ?', '\u202f?')]],
  'result.path.caption': [[24, 'souvent', 'rarement']],
  'result.path.label': lists,
  'result.chart.bar': [
    ['Silence', null, 0, 0],
    ['Silence', 62, 50, 71],
  ],
  'result.chart.label': lists,
  'result.concepts.words': [
    [{ is: 'around', option: 'often' }, option],
    [{ is: 'between', lower: 'sometimes', upper: 'often' }, option],
  ],
  'result.concepts.figures': [[62, 50, 71]],
  'result.concepts.atEnd': [[4]],
  'result.concepts.bounds': [[40, 71]],
  'result.concepts.none': [
    [0, 8],
    [1, 8],
    [2, 8],
  ],
  'result.concepts.standing': conceptNames.flatMap((names) => [
    [names, [], []],
    [[], names.slice(0, 2), names.slice(2)],
    [names.slice(0, 1), names.slice(1, 2), names.slice(2)],
  ]),
  'result.concepts.askPeople': [[['senior']], [['middle', 'close']], [VANTAGES]],
  'result.concepts.all': amounts,
  'result.paper.footer': [['22 novembre 2026', '0000-0000']],
  'result.paper.code': [['exemple.fr']],
  'result.paper.more': amounts.slice(1),
  'result.lens.about': amounts,
  'result.lens.all': amounts.slice(1),
  'result.unseen.some': [
    [1, 24],
    [3, 24],
    [24, 24],
  ],
  'result.unseen.from': [[['senior']], [['middle', 'close']], [VANTAGES]],
  'result.unseen.skipped': amounts.slice(1),
  'result.examine.rank': amounts,
  'result.examine.unseen': lists,
  'result.deeper.intro': lists,
  'result.deeper.size': amounts,
  'result.method.paragraphs': [
    [1, 1, 0, false],
    [3, 8, 1, true],
    [3, 24, 6, true],
  ],
  'result.method.version': [['Le silence en détail', '1.0.0']],
  'keep.openingIssue': [[{ code: 'not-kept' }], ...codeIssues.map((issue) => [issue])],
  'keep.fileIssue': fileIssues.map((issue) => [issue]),
  'keep.opened.link': [['22 novembre 2026']],
  'keep.opened.file': [['22 novembre 2026']],
  'keep.opened.saved': [['22 novembre 2026']],
  'keep.opened.savedNamed': [['Nord', '22 novembre 2026']],
  'keep.opened.changed': [
    ['1.0', 0, 0],
    ['1.0', 1, 1],
    ['1.0', 2, 2],
  ],
  'keep.runs.of': [['Nord', '22 novembre 2026']],
  'keep.runs.about': [['Nord']],
  'keep.questionnaires.size': [
    [1, 1],
    [30, 5],
  ],
  'keep.questionnaires.notOpened': amounts.slice(1),
  'keep.questionnaires.more': amounts.slice(1),
  'keep.comparison.first': [['22 novembre 2026']],
  'keep.comparison.label': [['22 novembre 2026', 'vu depuis le terrain']],
  'keep.comparison.headline': conceptNames.flatMap((names) => [
    [[], [], names, []],
    [names, [], [], []],
    [names.slice(0, 1), names.slice(1, 2), names.slice(2), []],
    [[], [], [], names],
  ]),
  'keep.comparison.basis': [
    [0, 24],
    [1, 24],
    [20, 24],
    [24, 24],
  ],
  'keep.comparison.places': [['vu depuis le terrain', 'vu depuis la direction']],
  'keep.comparison.otherVersion': [
    ['1.0', 0],
    ['1.0', 1],
    ['1.0', 2],
  ],
  'keep.comparison.chartLabel': lists,
  'keep.comparison.row': [
    ['Silence', 'avant', null],
    ['Silence', 'après', 62],
  ],
  'keep.comparison.score': [[62, 50, 71]],
  'keep.comparison.changed': [[-4.25, -9, 0.5]],
  'handOver.promises.brief.groups': [[5], [12]],
  'handOver.facts': [
    [1, 1],
    [30, 5],
  ],
  'handOver.promises.groups.text': [
    [5, 10],
    [12, 12],
  ],
  'handOver.title': [['Nord']],
  'handOver.unanswered': amounts.slice(1),
  'handOver.shareTitle': [['Nord']],
  'handOver.file': [['Nord', '0000-0000']],
  'handOver.marked': [['22 novembre 2026']],
  'handOver.fate': flags,
  'handOver.refused.invitationIssue': invitationIssues.map((issue) => [issue]),
  'handOver.refused.handOverText': [['K7M2Q4']],
}

/** Every text below a value with its path; texts that are composed of parts once for each sample. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return (samples[path] ?? []).flatMap((sample) => textsIn(Reflect.apply(value, undefined, sample), path))
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

function functionsIn(value: unknown, path: string): string[] {
  if (typeof value === 'function') return [path]
  if (typeof value === 'string') return []
  return Object.entries(value ?? {}).flatMap(([key, inner]) => functionsIn(inner, `${path}.${key}`))
}

const parts = { take: takeTexts, list: listTexts, result: resultTexts, keep: keepTexts, handOver: handOverTexts }
const ofInterface = Object.entries(parts).flatMap(([name, texts]) => textsIn(texts, name))
const ofQuestionnaires = french
  .flatMap((texts, index) => textsIn(texts, folders[index] ?? ''))
  .filter(([path]) => !path.endsWith('$schema'))
// What stands between two parts begins with the space that belongs before it.
const issues: readonly QuestionnaireIssue['code'][] = [
  'shape',
  'duplicate-id',
  'unknown-id',
  'unknown-answer',
  'uncovered',
  'not-opposite',
  'no-language',
  'no-exclusions',
  'missing-text',
  'extra-text',
  'too-many-words',
  'excluded-word',
  'address-in-text',
  'mixed-scales',
  'draft',
]
const data = {
  id: 'a',
  of: 'item',
  slug: 'b',
  what: 'item',
  which: '1',
  first: 'c',
  second: 'd',
  language: 'de',
  words: 24,
  most: 20,
  word: 'motiv',
  address: 'example.org',
  concept: 'e',
  from: null,
}
const ofChecks = issues.map((code): [string, string] => [
  `check.${code}`,
  describeQuestionnaireIssue({
    ...data,
    ...(code === 'uncovered' ? { what: 'symptom' } : {}),
    code,
    file: '',
    path: [],
  } as unknown as QuestionnaireIssue),
])
const all = [...ofChecks, ...ofInterface.filter(([path]) => !path.endsWith('colon')), ...ofQuestionnaires]

/** The texts in which a pattern is found, with their paths. */
const found = (texts: typeof all, pattern: RegExp) =>
  texts.filter(([, text]) => pattern.test(text)).map(([path, text]) => `${path}: ${text}`)

describe('the French', () => {
  it('is checked in every text that is composed of parts', () => {
    const composed = Object.entries(parts).flatMap(([name, texts]) => functionsIn(texts, name))
    expect(composed.toSorted()).toEqual(Object.keys(samples).toSorted())
  })

  it.each<[string, RegExp]>([
    ['a narrow no-break space before ; ? and !', /(?<!\u202f)[;?!]/],
    ['a no-break space before a colon', /(?<!\u00a0):/],
    ['a no-break space inside guillemets', /«(?!\u00a0)|(?<!\u00a0)»/],
    ['a no-break space before a per cent sign', /(?<!\u00a0)%/],
    ['one space at a time', /\s{2}|^\s|\s$/],
  ])('has %s', (_, fault) => {
    expect(found(all, fault)).toEqual([])
  })

  it('has its own apostrophes, quotation marks and ellipses', () => {
    expect(found(all, /['"“”‘`´]|\.\.\./)).toEqual([])
  })

  it('pairs its guillemets', () => {
    const unpaired = all.filter(([, text]) => text.split('«').length !== text.split('»').length)
    expect(unpaired).toEqual([])
  })

  it('has no English word left in it', () => {
    expect(found(all, /\b(the|and|of|with|your?|are|is|this|that|from|to|answers?|statements?|results?)\b/i)).toEqual(
      [],
    )
  })

  it('elides before a vowel, and contracts what the interface composes', () => {
    expect(found(all, /(?<![\p{L}-])(de|que|le|la|ne|se|je|me|jusque|lorsque) [aeiouéèêâîôœ]/iu)).toEqual([])
    expect(found(ofInterface, /(?<![\p{L}-])(de|à) les? /iu)).toEqual([])
  })

  it('addresses the reader as vous', () => {
    expect(found(all, /(?<![\p{L}-])(toi|ton|tes|t’)(?![\p{L}-])/iu)).toEqual([])
  })
})

describe('the French questionnaires', () => {
  it('call a condition and an answer by one name', () => {
    const names = new Map<string, Set<string>>()
    const note = (key: string, name: string) => names.set(key, new Set([...(names.get(key) ?? []), name]))
    for (const { constraints, scales } of french) {
      for (const [id, { name }] of Object.entries(constraints)) note(id, name)
      for (const [id, { cantTell, options }] of Object.entries(scales)) {
        note(`${id} cant-tell`, cantTell)
        for (const [step, words] of Object.entries(options)) note(`${id} ${step}`, words)
      }
    }
    expect(names.size).toBeGreaterThan(20)
    expect([...names.values()].filter((called) => called.size > 1)).toEqual([])
  })
})

describe('French that is composed of parts', () => {
  it('counts nought and one as singular', () => {
    expect([0, 1, 2].map((answered) => resultTexts.concepts.none(answered, 8).split('\u202f;')[0])).toEqual([
      'Pas de score\u00a0: aucune des 8 affirmations n’a reçu de réponse',
      'Pas de score\u00a0: 1 affirmation sur 8 a reçu une réponse',
      'Pas de score\u00a0: 2 affirmations sur 8 ont reçu une réponse',
    ])
    expect([0, 1, 2].map((items) => resultTexts.deeper.size(items))).toEqual([
      '0 affirmation.',
      '1 affirmation.',
      '2 affirmations.',
    ])
  })

  it('says what was answered of how many, from none to all', () => {
    const first = (...counts: Parameters<typeof resultTexts.basis>) => resultTexts.basis(...counts).split('. ')[0]
    expect(first(0, 24, 24, 0, 0, 6)).toBe(
      'Vous n’avez répondu à aucune des 24 affirmations sur l’organisation, ni à aucune des 6 sur les causes',
    )
    expect(first(0, 24, 24, 0, 6, 6)).toBe(
      'Vous n’avez répondu à aucune des 24 affirmations sur l’organisation, mais aux 6 sur les causes',
    )
    expect(first(20, 24, 3, 1, 1, 6)).toBe(
      'Vous avez répondu à 20 des 24 affirmations sur l’organisation et à une des 6 sur les causes',
    )
    expect(first(24, 24, 0, 0, 0, 0)).toBe('Vous avez répondu aux 24 affirmations sur l’organisation')
  })

  it('names the scores so that nothing has to contract or elide', () => {
    expect(resultTexts.concepts.standing(['Silence'], [], ['Perte de signal', 'Friction organisationnelle'])).toBe(
      'Nettement au-dessus du score Silence. Pas de différence nette avec les scores Perte de signal et Friction organisationnelle.',
    )
    expect(resultTexts.concepts.standing([], ['Règles et validations coûteuses', 'Friction à préserver'], [])).toBe(
      'Nettement en dessous des scores «\u00a0Règles et validations coûteuses\u00a0» et «\u00a0Friction à préserver\u00a0».',
    )
  })

  it('keeps names apart that hold an "et" of their own', () => {
    expect(resultTexts.examineFirst(['Objectifs', 'Validations', 'Rôles'])).toBe(
      'À examiner d’abord\u00a0: objectifs, validations et rôles',
    )
    expect(resultTexts.examineFirst(['Validations', 'Capacité et charge de travail'])).toBe(
      'À examiner d’abord\u00a0: validations\u202f; capacité et charge de travail',
    )
    expect(resultTexts.examineFirst(['Capacité et charge de travail'])).toBe(
      'À examiner d’abord\u00a0: capacité et charge de travail',
    )
  })

  it('writes the first of a month as 1er', () => {
    expect(['2026-11-01', '2026-11-11', '2026-11-21'].map((day) => resultTexts.date(day))).toEqual([
      '1er novembre 2026',
      '11 novembre 2026',
      '21 novembre 2026',
    ])
  })

  it('contracts de and le before a place', () => {
    expect(resultTexts.unseen.from(['senior', 'middle', 'close'])).toBe(
      'interrogez des personnes de la direction, de l’encadrement ou du terrain',
    )
  })
})
