import { LARGEST_SHEET, MOST_ROWS } from '../../src/core/bounds/bounds.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import type { ScoredParts } from '../../src/core/questionnaire/lookup.ts'
import type { Texts } from '../../src/core/questionnaire/schema.ts'
import type { Answer } from '../../src/core/response/response.ts'
import type { RowIssue, SheetIssue } from '../../src/core/files/score-file-issues.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { scoreResponses } from '../../src/core/files/score-responses.ts'
import { guardCell, writeScoresCsv, writeScoresJson } from '../../src/core/files/write-scores.ts'
import { describeRowIssue } from '../../src/ui/locales/en/score-issues.ts'
import { describeSheetIssue } from '../../src/ui/locales/en/table-issues.ts'
import { scoreCommand } from '../../src/entries/cli/commands/score.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { runCommand, startCommand, type Ran } from '../fixtures/run-command.ts'

const ORACLE = join(import.meta.dirname, '../fixtures/oracle')
const readOracle = (file: string) => readFileSync(join(ORACLE, file), 'utf8')

interface Keys {
  file: string
  max: number
  items: string[]
  scales: Record<string, { items: string[]; reverse: string[] }>
}

interface ExpectedScale {
  answered: number
  pomp: number | null
  pomp_ci80_pooled: [number, number]
  bounds_if_missing: [number, number]
}

const keys = JSON.parse(readOracle('keys.json')).datasets as Record<string, Keys>
const persons = (set: string) =>
  JSON.parse(readOracle('expected.json'))[set].persons as {
    longstring: number
    irv: number
    scales: Record<string, ExpectedScale>
  }[]

function partsOf(set: Keys): ScoredParts {
  return {
    scales: { raw: { kind: 'frequency', options: Array.from({ length: set.max }, (_, index) => `step-${index + 1}`) } },
    concepts: Object.keys(set.scales).map((id) => ({ id })),
    opposites: [],
    items: Object.entries(set.scales).flatMap(([concept, { items, reverse }]) =>
      items.map((id) => ({
        id,
        kind: 'symptom' as const,
        concept,
        scale: 'raw',
        visibleFrom: ['close' as const],
        derivedFrom: [],
        ...(reverse.includes(id) ? { reversed: true as const } : {}),
      })),
    ),
  }
}

/** Three items on a scale of five, and one on a scale of three. */
const small: ScoredParts = {
  scales: {
    often: { kind: 'frequency', options: ['never', 'rarely', 'sometimes', 'often', 'almost-always'] },
    agree: { kind: 'agreement', options: ['no', 'so-so', 'yes'] },
  },
  concepts: [{ id: 'c' }],
  opposites: [],
  items: [
    ...['a', 'b', 'see-it'].map((id) => ({
      id,
      kind: 'symptom' as const,
      concept: 'c',
      scale: 'often',
      visibleFrom: ['close' as const],
      derivedFrom: [],
    })),
    { id: 'lens', kind: 'misconception', scale: 'agree', derivedFrom: [] },
  ],
}

const texts: Pick<Texts, 'scales'>[] = [
  {
    scales: {
      often: {
        stem: '',
        cantTell: 'I can’t see this',
        options: { never: 'Not once', 'almost-always': 'Nearly always' },
      },
      agree: { stem: '', cantTell: 'I can’t tell', options: { no: 'No', yes: 'Yes', 'so-so': 'Both' } },
    },
  },
  {
    scales: {
      often: { stem: '', cantTell: 'Je ne le vois pas', options: { never: 'Jamais', often: 'D’habitude  très' } },
      agree: { stem: '', cantTell: 'Je ne sais pas', options: { no: 'Non', yes: 'Oui', 'so-so': 'no' } },
    },
  },
]

const words = { texts, vantages: { close: ['Close to the work'], 'not-said': ['Rather not say'] } }
const HEADING = 'a,b,see-it,lens'
const read = (text: string) => readResponses(text, small, words)

function readWell(text: string) {
  const result = read(text)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result
}

const answersIn = (text: string) => readWell(text).responses.map(({ response }) => response.answers)
const issuesIn = (text: string) => readWell(text).issues

describe.each(['d2_n7', 'd4_single'])('the file %s of the reference', (name) => {
  const set = keys[name]!
  const parts = partsOf(set)

  it.each([
    ['as it is', (text: string) => text],
    ['with semicolons', (text: string) => text.replaceAll(',', ';')],
    ['with tabs and carriage returns', (text: string) => text.replaceAll(',', '\t').replaceAll('\n', '\r\n')],
    [
      'with quoted cells, columns backwards and a byte order mark',
      (text: string) =>
        `\ufeff${text
          .trim()
          .split('\n')
          .map((row) =>
            row
              .split(',')
              .toReversed()
              .map((cell) => `"${cell}"`)
              .join(','),
          )
          .join('\n')}`,
    ],
  ])('has the scores, bands and bounds of the reference, %s', (_how, change) => {
    const result = readResponses(change(readOracle(set.file)), parts, { texts: [] })
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    expect(result.issues).toEqual([])
    expect(result.ignored).toEqual([])
    // The reference's bands have no floor, and nobody in these files answers evenly
    // enough to reach it.
    const scored = [...scoreResponses(parts, result.responses)]
    const wanted = persons(name)
    expect(scored).toHaveLength(wanted.length)
    for (const [index, { concepts }] of scored.entries())
      for (const { concept, answered, score, band, bounds } of concepts) {
        const scale = wanted[index]!.scales[concept]!
        expect(answered).toBe(scale.answered)
        if (scale.pomp === null) expect(score).toBeNull()
        else {
          expect(score).toBeCloseTo(scale.pomp, 10)
          expect(band!.low).toBeCloseTo(scale.pomp_ci80_pooled[0], 6)
          expect(band!.high).toBeCloseTo(scale.pomp_ci80_pooled[1], 6)
        }
        expect(bounds.low).toBeCloseTo(scale.bounds_if_missing[0], 10)
        expect(bounds.high).toBeCloseTo(scale.bounds_if_missing[1], 10)
      }
  })

  it('flags the runs and the flat answers of the reference', () => {
    const result = readResponses(readOracle(set.file), parts, { texts: [] })
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    const quality = [...scoreResponses(parts, result.responses)].map((scored) => scored.quality)
    expect(quality.map((notes) => notes.includes('same-answer'))).toEqual(
      persons(name).map(({ longstring }) => longstring >= set.items.length / 2),
    )
    expect(quality.map((notes) => notes.includes('flat'))).toEqual(persons(name).map(({ irv }) => irv < 0.5))
  })
})

it('flags everybody in the file of the reference whose every answer is 4', () => {
  const set = keys['d3_zero_variance']!
  const result = readResponses(readOracle(set.file), partsOf(set), { texts: [] })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  const scored = [...scoreResponses(partsOf(set), result.responses)]
  expect(scored).toHaveLength(30)
  for (const { quality } of scored) expect(quality).toEqual(['same-answer', 'flat', 'flagged'])
})

describe('an answer', () => {
  it.each<[string, Answer | undefined]>([
    ['1', 1],
    [' 5 ', 5],
    ['4.0', 4],
    ['2,00', 2],
    ['never', 1],
    ['ALMOST-ALWAYS', 5],
    ['Nearly always', 5],
    ['nearly ALWAYS', 5],
    ['jamais', 1],
    ['d’habitude très', 4],
    ["D'HABITUDE TRE\u0300S", 4],
    ['D’habitude\u00a0très', 4],
    ['cant-tell', 'cant-tell'],
    ['Cant-Tell', 'cant-tell'],
    ["I can't see this", 'cant-tell'],
    ['I can’t tell', 'cant-tell'],
    ['je ne le vois pas', 'cant-tell'],
    ['', undefined],
    ['   ', undefined],
  ])('may be written "%s"', (cell, answer) => {
    expect(answersIn(`${HEADING}\n"${cell}",2,,`)).toEqual([{ ...(answer === undefined ? {} : { a: answer }), b: 2 }])
  })

  it.each(['4.5', '4.05', '4.', '04', '٤', '4 4', 'yes', 'Maybe', '=1', 'constructor', '__proto__', 'toString'])(
    'is not "%s"',
    (cell) => {
      const { options } = small.scales['often']!
      expect(issuesIn(`${HEADING}\n${cell},2,,`)).toEqual([
        { code: 'cells', row: 1, line: 2, cells: [{ code: 'answer', column: 'a', value: cell, options }] },
      ])
    },
  )

  it.each(['0', '6', '-1', '6.0', 'null', '99', 'N/A', 'A2'])('is asked about where it is "%s"', (cell) => {
    const result = read(`${HEADING}\n${cell},2,,`)
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'doubtful-cell', cell }] })
  })

  it('is not words that mean one thing in one language and another in another', () => {
    const { options } = small.scales['agree']!
    expect(issuesIn(`${HEADING}\n,,2,NO\n,,2,Non`)).toEqual([
      { code: 'cells', row: 1, line: 2, cells: [{ code: 'two-answers', column: 'lens', value: 'NO', options }] },
    ])
  })

  it('may be every word of every language of the questionnaires', () => {
    const all = Object.values(soundQuestionnaire('execution-gaps').texts)
    expect(all.length).toBeGreaterThan(1)
    for (const language of all)
      for (const [scale, { cantTell, options }] of Object.entries(language.scales)) {
        const { id } = questionnaire.items.find((item) => item.scale === scale)!
        const column = [...questionnaire.scales[scale]!.options.map((option) => options[option]!), cantTell]
        const result = readResponses(Papa.unparse([[id], ...column.map((cell) => [cell])]), questionnaire, {
          texts: all,
        })
        expect(result).toMatchObject({
          ok: true,
          issues: [],
          responses: [1, 2, 3, 4, 5, 'cant-tell'].map((answer) => ({ response: { answers: { [id]: answer } } })),
        })
      }
  })
})

describe('a column', () => {
  it('may stand anywhere, in any case', () => {
    expect(answersIn('LENS,see-it, B ,a\nyes,1,2,3')).toEqual([{ a: 3, b: 2, 'see-it': 1, lens: 3 }])
  })

  it('that means nothing here is named and ignored', () => {
    const { ignored, responses } = readWell(`Timestamp,${HEADING},name,name,\nyesterday,1,1,1,1,=cmd,x,`)
    expect(ignored).toEqual([
      { column: 1, name: 'Timestamp' },
      { column: 6, name: 'name' },
      { column: 7, name: 'name' },
      { column: 8, name: '' },
    ])
    expect(responses).toHaveLength(1)
  })

  it('that is missing is named, and its item is unanswered', () => {
    const { missing, responses } = readWell('b,lens\n4,yes')
    expect(missing).toEqual(['a', 'see-it'])
    expect([...scoreResponses(small, responses)][0]!.concepts).toMatchObject([{ answered: 1, score: null }])
  })

  it('names the respondent, by the first of three names', () => {
    const ids = (text: string) => readWell(text).responses.map(({ id }) => id)
    expect(ids('Respondent,a\n R 1 ,1\n,1')).toEqual(['R 1', null])
    expect(ids('participant,a,ID\nP,1,I')).toEqual(['I'])
    expect(readWell('participant,a,ID\nP,1,I').ignored).toEqual([])
    expect(ids('a\n1')).toEqual([null])
  })

  it('says where the respondent sits', () => {
    const cells = ['senior', 'MIDDLE', 'close to the work', 'not-said', 'Rather not say', '']
    const { responses } = readWell(`vantage,a\n${cells.map((cell) => `${cell},1`).join('\n')}`)
    expect(responses.map(({ response }) => response.vantage)).toEqual([
      'senior',
      'middle',
      'close',
      'not-said',
      'not-said',
      'not-said',
    ])
    expect(readWell('a\n1').responses[0]!.response.vantage).toBe('not-said')
    expect(issuesIn('Vantage,a\nboss,1')).toEqual([
      { code: 'cells', row: 1, line: 2, cells: [{ code: 'vantage', column: 'Vantage', value: 'boss' }] },
    ])
  })
})

describe('a row', () => {
  it('that is bad is left out whole, and the others are read', () => {
    const text = `${HEADING}\n1,1,1,1\n2,x,2,y\n3,3,3,3`
    expect(answersIn(text)).toEqual([
      { a: 1, b: 1, 'see-it': 1, lens: 1 },
      { a: 3, b: 3, 'see-it': 3, lens: 3 },
    ])
    expect(readWell(text).responses.map(({ row, line }) => [row, line])).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(issuesIn(text)).toMatchObject([
      {
        row: 2,
        line: 3,
        cells: [
          { column: 'b', value: 'x' },
          { column: 'lens', value: 'y' },
        ],
      },
    ])
  })

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('is found by its line, over quoted line breaks and empty rows, with %s', (_name, end) => {
    const lines = ['', ',,', '"a","say', '""it""",b', '1,"two', '', 'lines",2', '', ',,', '3,,bad', '4,,4', 'bad,,"']
    const { responses, issues } = readWell(`\ufeff${lines.join(end)}${end}still open${end}`)
    expect(responses.map(({ row, line }) => [row, line])).toEqual([
      [1, 5],
      [3, 11],
    ])
    expect(issues).toMatchObject([
      { code: 'cells', row: 2, line: 10 },
      { code: 'quotes', row: 4, line: 12 },
    ])
  })

  it('is found by its line where a file mixes line breaks', () => {
    expect(readWell(`${HEADING}\r\n1,1,1,1\n2,2,2,2\r3,3,3,3\r\n`).responses.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  it.each<[string, string, RowIssue]>([
    ['ends early', '1,2,3', { code: 'short', row: 1, line: 2, column: 'lens', cells: 3, columns: 4 }],
    ['goes on too long', '1,2,3,,x', { code: 'long', row: 1, line: 2, value: 'x', cells: 5, columns: 4 }],
    ['opens a quotation mark and never closes it', '1,2,"3,1\n1,1,1,1', { code: 'quotes', row: 1, line: 2, until: 3 }],
    ['goes on after a closing quotation mark', '"1"1,2,3,1\n', { code: 'quotes', row: 1, line: 2, until: 2 }],
  ])('is bad that %s', (_name, row, issue) => {
    expect(readWell(`${HEADING}\n${row}`)).toMatchObject({ responses: [], issues: [issue] })
  })

  it('may lack or exceed cells where nothing is lost', () => {
    expect(answersIn(`${HEADING},,\n1,1,1,1\n2,2,2,2,,,,\n`)).toHaveLength(2)
  })
})

describe('a file', () => {
  it.each<[string, string, SheetIssue]>([
    ['nothing in it', '', { code: 'empty' }],
    ['only a byte order mark and blank lines', '\ufeff\r\n \n\t\n""\n', { code: 'empty' }],
    ['a heading alone', `${HEADING}\n\n,,,\n`, { code: 'no-rows' }],
    ['no item in its heading', '\nname,x\n1,2', { code: 'no-items', line: 2, example: 'a' }],
    ['a heading below a title and nothing else', 'x\na\n', { code: 'no-rows' }],
    ['an item twice', `A,${HEADING}\n1,1,1,1,1`, { code: 'twice', line: 1, column: 'a', numbers: [1, 2] }],
    ['two vantages', 'a,vantage,Vantage\n1,,', { code: 'twice', line: 1, column: 'vantage', numbers: [2, 3] }],
    ['two ids', 'id,a, id\n1,1,1', { code: 'twice', line: 1, column: 'id', numbers: [1, 3] }],
    ['a heading that stays open', `\n${HEADING},"x\n1,1,1,1`, { code: 'heading-quotes', line: 2 }],
    ['too many characters', ' '.repeat(LARGEST_SHEET + 1), { code: 'too-large', most: LARGEST_SHEET }],
    ['too many rows', `a\n${'1\n'.repeat(MOST_ROWS + 1)}`, { code: 'too-many-rows', most: MOST_ROWS }],
  ])('is refused with %s', (_name, text, issue) => {
    expect(read(text)).toMatchObject({ ok: false, issues: [issue] })
    expect(describeSheetIssue(issue)).toMatch(/^[A-Z].+\. [A-Z].+\.$/)
  })

  it('is refused with every column named that it has twice', () => {
    expect(read('b,a,b,A\n1,1,1,1')).toMatchObject({ ok: false, issues: [{ column: 'a' }, { column: 'b' }] })
  })

  it('cannot reach prototypes by its columns, cells or ids', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']) {
      const { responses, ignored } = readWell(`${key},id,a\npolluted,${key},1`)
      expect(ignored).toEqual([{ column: 1, name: key }])
      expect(responses).toMatchObject([{ id: key, response: { answers: { a: 1 } } }])
      expect(issuesIn(`vantage,a\n${key},${key}`)).toMatchObject([{ cells: [{ value: key }, { value: key }] }])
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('of any kind is read without failing, and only into answers there are', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        'lens',
        'vantage',
        'id',
        ',',
        ';',
        '\t',
        '"',
        '""',
        '\n',
        '\r\n',
        '\r',
        '\ufeff',
        '4',
        'never',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.boolean(), fc.array(piece, { maxLength: 60 }), (headed, pieces) => {
        const result = read((headed ? `${HEADING}\n` : '') + pieces.join(''))
        if (!result.ok) return result.issues.length > 0
        for (const issue of result.issues) expect(describeRowIssue(issue).sentence).not.toMatch(/\p{Cc}/u)
        return result.responses.every(({ response }) =>
          Object.entries(response.answers).every(
            ([id, answer]) =>
              ['a', 'b', 'see-it', 'lens'].includes(id) &&
              (answer === 'cant-tell' || [1, 2, 3, ...(id === 'lens' ? [] : [4, 5])].includes(answer)),
          ),
        )
      }),
      { seed: 7, numRuns: 1000 },
    )
    expect.hasAssertions()
  })

  it('of 10,000 rows is read and scored whole', { timeout: 60_000 }, () => {
    const ids = questionnaire.items.map(({ id }) => id)
    const even = questionnaire.items.map(({ scale }) => (scale === 'frequency' ? 'often' : 'agree')).join(',')
    const rows = Array.from({ length: 10_000 }, (_, index) => `${even},${index === 5_000 ? 'boss' : 'close'},P${index}`)
    const result = readResponses(`${ids.join(',')},vantage,id\n${rows.join('\n')}\n`, questionnaire, { texts: [] })
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    expect(result.issues).toMatchObject([{ row: 5_001, line: 5_002 }])
    const scored = [...scoreResponses(questionnaire, result.responses)]
    expect(scored).toHaveLength(9_999)
    expect(scored.at(-1)).toMatchObject({ row: 10_000, line: 10_001, id: 'P9999', vantage: 'close' })
    // "Often" is 75 of 100, and 25 where the item is keyed the other way: two of eight, or none.
    for (const { concepts } of scored)
      expect(concepts.map(({ score }) => score)).toEqual(
        questionnaire.concepts.map(({ id }) => (id === 'silence' ? 75 : 62.5)),
      )
    expect(Papa.parse([...writeScoresCsv(questionnaire.concepts, scored)].join('').trim()).data).toHaveLength(10_000)
  })
})

describe('a sentence about a row', () => {
  it('takes one line and nothing from the file that could steer a terminal', () => {
    const lines = [
      ...issuesIn(`${HEADING}\n"x\n\u001b[31m\u202e${'y'.repeat(200)}",?,1,1\n1,1,1,1,\u009bx`),
      ...issuesIn('a,"x\u001b\ny"\n1'),
    ].map((issue) => Object.values(describeRowIssue(issue)).join(': '))
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(lines[0]).toMatch(/^a: “x \[31m y+…” is not an answer .+ Use 1 to 5, never, .+ Also wrong in this row: b\.$/)
    expect(lines[0]!.length).toBeLessThan(300)
  })
})

describe('scores that are written in pieces', () => {
  const heading = `${HEADING},vantage,id`
  const rows = Array.from({ length: 1200 }, (_, at) => `1,${at % 2 ? 'cant-tell' : ''},1,1,close,"a ""b""\u00e9 ${at}"`)
  const { responses } = readWell([heading, ...rows].join('\n'))

  it.each([0, 1, 2, 1200])('are, of %i respondents, what one text of all is', (many) => {
    const some = responses.slice(0, many)
    const all = [...scoreResponses(small, some)]
    const json = [...writeScoresJson({ id: 'q', version: '1.0.0' }, all)].join('')
    const whole = JSON.parse(json)
    expect(json).toBe(`${JSON.stringify(whole, null, 2)}\n`)
    expect(whole.questionnaire).toEqual({ id: 'q', version: '1.0.0' })
    expect(whole.respondents).toHaveLength(many)
    expect(all).toMatchObject(whole.respondents)
    const csv = [...writeScoresCsv(small.concepts, all)].join('')
    const written = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data
    expect(written.map(({ row, id }) => [row, id])).toEqual(some.map(({ row, id }) => [String(row), id]))
    expect(csv.endsWith('\r\n') && !csv.includes('\r\n\r\n')).toBe(true)
  })

  it('ask for no more respondents than a piece has', () => {
    let asked = 0
    function* counted() {
      for (const one of responses) yield (asked++, one)
    }
    for (const pieces of [
      writeScoresCsv(small.concepts, scoreResponses(small, counted())),
      writeScoresJson({ id: 'q', version: '1.0.0' }, scoreResponses(small, counted())),
    ]) {
      asked = 0
      for (const wanted of [0, 500, 1000]) {
        pieces.next()
        expect(asked).toBe(wanted)
      }
    }
  })
})

describe('a carried-over id', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    ' =1',
    '"=1+1',
    '"\n=1+1',
    'a\n=1+1',
    'a\t=1+1',
    'a;=1+1',
    'a;  @x;-1',
    'a;"=1+1',
    '=cmd|" /C calc"!A0\nx',
    '\u0000=1',
    '\ufeff=1',
  ]

  it('is no formula wherever a spreadsheet opens the scores', () => {
    // Each in a file of its own: some are one person's once they are folded.
    const responses = hostile.flatMap(
      (id) =>
        readWell(
          Papa.unparse([
            ['id', 'a'],
            [id, '1'],
          ]),
        ).responses,
    )
    expect(responses).toHaveLength(hostile.length)
    const csv = [...writeScoresCsv(small.concepts, scoreResponses(small, responses))].join('')
    for (const delimiter of [',', ';', '\t']) {
      const rows = Papa.parse<string[]>(csv, { delimiter }).data
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^["\s\p{C}]*[=+\-@＝＋－＠]/u)
    }
  })

  it('is as it was where it is harmless', () => {
    for (const id of ['P-17', 'a=b', 'Zoë; 7', 'jo@example.org', "O'Neil", '3,5']) expect(guardCell(id)).toBe(id)
  })
})

describe('npm run score', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'responses.csv')
  const run = (args: string[], input?: string | Buffer) => runCommand(scoreCommand, args, input)

  // The person of the reference, statement by statement: three scales of eight, two reversed in each.
  const set = keys['d4_single']!
  const [names, cells] = readOracle(set.file)
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const scaleOfConcept = { 'signal-loss': 's1', 'organizational-friction': 's2', silence: 's3' }
  const given = new Map(
    Object.entries(scaleOfConcept).flatMap(([concept, id]) => {
      const { items, reverse } = set.scales[id]!
      const own = conceptItems.filter((item) => item.concept === concept)
      // Silence has no reversed items, so there the reversed answers are turned beforehand.
      const reversed = own.filter((item) => item.reversed)
      const forward = own.filter((item) => !item.reversed)
      return items.map((name) => {
        const cell = cells![names!.indexOf(name)]!
        const turned = reverse.includes(name) && reversed.length === 0
        const item = reverse.includes(name) && !turned ? reversed.shift()! : forward.shift()!
        return [item.id, turned && cell !== '' ? String(6 - Number(cell)) : cell] as const
      })
    }),
  )
  const heading = ['Submitted', 'participant', 'vantage', ...given.keys()]
  const good = ['today', '=1+1', 'Senior leadership', ...given.values()]
  const bad = ['to\nday', 'P2', '', 'perhaps', ...[...given.values()].slice(1)]
  const person = persons('d4_single')[0]!

  it('prints the scores of the reference, and one line for each bad row', () => {
    writeFileSync(file, Papa.unparse([heading, bad, good], { delimiter: ';' }))
    const { status, stdout, stderr } = startCommand('score', [file])
    expect(status).toBe(1)
    const lines = stderr.trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(`${file}: These columns are ignored: “Submitted”.`)
    expect(lines[1]).toMatch(/: These statements have no column .+ explaining-closes-gaps/)
    expect(lines[2]!.startsWith(`${file}:2: ${heading[3]}: “perhaps” is not an answer`)).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(stdout.trim(), { header: true })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ row: '2', line: '4', id: "'=1+1", vantage: 'senior' })
    for (const [concept, scale] of Object.entries(scaleOfConcept)) {
      const wanted = person.scales[scale]!
      const cell = (name: string) => Number(data[0]![`${concept}_${name}`])
      expect(cell('score')).toBeCloseTo(wanted.pomp!, 10)
      // The deviation of this person is above the floor, so the bands are those of the reference.
      expect(cell('band_low')).toBeCloseTo(wanted.pomp_ci80_pooled[0], 6)
      expect(cell('band_high')).toBeCloseTo(wanted.pomp_ci80_pooled[1], 6)
      expect(cell('answered')).toBe(wanted.answered)
      expect(cell('bounds_low')).toBeCloseTo(wanted.bounds_if_missing[0], 10)
      expect(cell('bounds_high')).toBeCloseTo(wanted.bounds_if_missing[1], 10)
    }
  })

  it('reads standard input, also in UTF-16, prints JSON and ends with status 0', () => {
    const text = `\ufeff${Papa.unparse([heading, good.with(2, 'direction générale')], { delimiter: '\t' })}`
    const { status, stdout } = startCommand('score', ['--format', 'json', '-'], Buffer.from(text, 'utf16le'))
    expect(status).toBe(0)
    const { questionnaire: of, respondents } = JSON.parse(stdout)
    expect(of).toEqual({ id: 'execution-gaps', version: questionnaire.version })
    expect(respondents).toMatchObject([{ row: 1, line: 2, id: '=1+1', vantage: 'senior', quality: [] }])
    const silence = respondents[0].concepts.find(({ concept }: { concept: string }) => concept === 'silence')
    expect(silence.score).toBeCloseTo(person.scales['s3']!.pomp!, 10)
    expect(silence.cantTell).toBe(0)
  })

  it.each([
    ['Leading a site or unit', 'middle'],
    ['In between', 'middle'],
    ['À la tête d’un site ou d’une unité', 'middle'],
    ['Encadrement', 'middle'],
    ['Direction', 'senior'],
  ])('takes what a place is called, and what it was called before: %s', async (label, vantage) => {
    const { stdout } = await run(['--format', 'json', '-'], Buffer.from(Papa.unparse([heading, good.with(2, label)])))
    expect(JSON.parse(stdout).respondents).toMatchObject([{ vantage }])
  })

  it('scores nothing of a doubtful table, writes what is guessed, and reads the table by it', async () => {
    const mapping = join(folder, 'mapping.json')
    const rows = ['3', '99', '4', '99'].map((cell, at) => `P${at},${cell}`)
    const text = Buffer.from(['A title', '', `Staff no.,${conceptItems[0]!.id}`, ...rows].join('\n'))
    const doubt = `(standard input):5: ${conceptItems[0]!.id}: In column “${conceptItems[0]!.id}” stands “99”`
    const first = await run(['-', '--write-mapping', mapping], text)
    expect([first.status, first.stdout]).toEqual([1, ''])
    expect(first.stderr).toContain(doubt)
    expect(JSON.parse(readFileSync(mapping, 'utf8'))).toMatchObject({
      format: 'leadership-diagnostic-mapping',
      cells: [{ cell: '99', is: 'cant-tell' }],
    })
    const again = await run(['-', '--mapping', mapping, '--format', 'json'], text)
    expect(again.status).toBe(0)
    expect(JSON.parse(again.stdout).respondents).toMatchObject([{ line: 4 }, { line: 5 }, { line: 6 }, { line: 7 }])
  })

  it('prints the columns for whoever sets up the other tool', async () => {
    const { status, stdout } = await run(['--ids', 'execution-gaps'])
    const lines = stdout.trim().split('\n')
    expect(status).toBe(0)
    expect(lines.map((line) => line.split('\t')[0])).toEqual([
      ...questionnaire.items.map(({ id }) => id),
      'vantage',
      'email',
    ])
    expect((await run(['--ids', 'nobody'])).status).toBe(1)
  })

  it('scores rows that the tool does not count only where it is told to', async () => {
    const text = Buffer.from(`ResponseId,Finished,${conceptItems[0]!.id}\nR1,True,3\nR2,False,4`)
    const rowsOf = ({ stdout }: Ran) => JSON.parse(stdout).respondents.map(({ id }: { id: string }) => id)
    const first = await run(['-', '--format', 'json'], text)
    expect([rowsOf(first), first.status]).toEqual([['R1'], 0])
    expect(first.stderr).toContain('Rows that the tool marks as unfinished, left out: lines 3.')
    expect(rowsOf(await run(['-', '--format', 'json', '--include', 'unfinished'], text))).toEqual(['R1', 'R2'])
  })

  it('says how it is used', async () => {
    const { status, stdout, stderr } = await run(['--help'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Usage: npm run --silent score -- FILE/)
  })

  it.each<[string, string[], string | Buffer, RegExp]>([
    ['a questionnaire there is not', ['-', '--questionnaire', '../x'], '', /^There is no questionnaire “..\/x”/],
    ['a format there is not', ['-', '--format', 'xlsx'], '', /^There is no format “xlsx”/],
    ['no file', [], '', /^Name one file\./],
    ['a file that is not there', [join(folder, 'none.csv')], '', /none\.csv: \(whole file\): The file cannot be read/],
    [
      'text in another encoding',
      ['-'],
      Buffer.from([0x61, 0x0a, 0xe9, 0x0a]),
      /^\(standard input\):2: .+ not text in UTF-8.+ line 2 stands the byte E9/,
    ],
    [
      'a heading without a statement of the questionnaire',
      ['-', '--questionnaire', 'silence'],
      'x\n1',
      /^\(standard input\):1: \(heading\): /,
    ],
  ])('refuses %s, prints nothing and ends with status 1', async (_name, args, input, message) => {
    const { status, stdout, stderr } = await run(args, input)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
  })
})
