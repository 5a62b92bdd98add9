import { zipSync, strToU8 } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../src/core/files/open-table.ts'
import { readMapping, writeMapping, type CellMeaning } from '../../src/core/files/mapping.ts'
import { readTableFile } from '../../src/core/files/read-table-file.ts'
import { RowStream, type SheetRow } from '../../src/core/files/parse-rows.ts'
import { readResponses, TableReading, type ReadResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf, type TableDraft } from '../../src/core/files/table-draft.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { PEOPLE, SURVEY_TABLES } from '../fixtures/survey-tables.ts'
import { workbook } from '../fixtures/workbook.ts'

const words = {
  texts: [texts],
  vantages: { senior: ['Senior leadership'], middle: ['Leading a site or unit'], close: ['Close to the work'] },
  vantageQuestions: ['Where do you see the organisation from?'],
}
const ids = questionnaire.items.map(({ id }) => id)
const wanted = PEOPLE.map(({ vantage, answers }) => [vantage, answers])
const read = (text: string, mapping: Parameters<typeof readResponses>[3] = {}) =>
  readResponses(text, questionnaire, words, mapping)
const people = (result: ReadResponses) =>
  result.ok && result.issues.length === 0
    ? result.responses.map(({ response }) => [response.vantage, response.answers])
    : result

/** The draft, as somebody who knows the survey completes it. */
function complete(draft: TableDraft, cells: (cell: string) => CellMeaning | null): TableDraft {
  return {
    ...draft,
    cells: draft.cells.map(({ cell, means }) => ({ cell, means: cells(cell) ?? means })),
  }
}

describe('the table of a survey tool', () => {
  it.each(SURVEY_TABLES.map((table) => [table.tool, table] as const))('is read, or asked about: %s', (_tool, table) => {
    const result = read(table.text)
    if (!table.asks) {
      expect(people(result)).toEqual(wanted)
      return
    }
    if (result.ok || !result.draft) throw new Error('it was not asked about')
    expect(result.issues.map(({ code }) => code)).toContain('doubtful-cell')
    expect(result.draft.columns.filter(({ isDoubtful }) => isDoubtful)).toEqual([])
    // The prefilled guess is right for all of them.
    const mapping = mappingOf(
      complete(result.draft, () => null),
      questionnaire.id,
    )
    const again = readMapping(writeMapping(mapping), questionnaire.id)
    if (!again.ok) throw new Error(JSON.stringify(again.issue))
    expect(people(read(table.text, { mapping: again.mapping }))).toEqual(wanted)
  })

  it.each(SURVEY_TABLES.map((table) => [table.tool, table] as const))('knows who is who: %s', (_tool, table) => {
    const result = read(table.text)
    const columns = result.ok ? null : result.draft?.columns.map(({ meaning }) => meaning.is)
    if (columns) expect(columns.includes('person') || columns.includes('response')).toBe(true)
    else if (result.ok)
      expect(new Set(result.responses.map(({ persons, record }) => persons[0] ?? record)).size).toBe(PEOPLE.length)
  })
})

const QUALTRICS = SURVEY_TABLES[1]!.text
const FORMS = SURVEY_TABLES.find(({ tool }) => tool === 'Google Forms')!.text
const CODED = SURVEY_TABLES.find(({ tool }) => tool.startsWith('REDCap, raw'))!.text.replaceAll('"99"', '""')
const someone = PEOPLE.map(({ vantage, answers }) => [
  vantage,
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== 'cant-tell')),
])
const first = ids[0]!
const firstText = texts.items[first]!.text
const lines = (text: string) => text.split('\r\n')

/** Every change that somebody or some program makes, with what it is made to. */
type Mutation = readonly [what: string, text: string, right?: unknown]

const MUTATIONS: readonly Mutation[] = [
  ...(
    [
      ['upper case', (heading: string) => heading.toUpperCase()],
      ['hyphens', (heading: string) => heading.replaceAll('_', '-')],
      ['spaces', (heading: string) => heading.replaceAll('_', ' ')],
      ['points', (heading: string) => heading.replaceAll('_', '.')],
      ['nothing between words', (heading: string) => heading.replaceAll('_', '')],
      ['a group in front', (heading: string) => heading.replaceAll(/"([a-z]+_[a-z_]+)"/g, '"gaps/$1"')],
      ['brackets', (heading: string) => heading.replaceAll(/"([a-z]+_[a-z_]+)"/g, '"Statements [$1]"')],
      [
        '20 characters',
        (heading: string) =>
          heading.replaceAll(/"([a-z]+_[a-z_]{15,})"/g, (_all, id: string) => `"${id.slice(0, 20)}"`),
      ],
      [
        '10 characters',
        (heading: string) =>
          heading.replaceAll(/"([a-z]+_[a-z_]{15,})"/g, (_all, id: string) => `"${id.slice(0, 10)}"`),
      ],
    ] as const
  ).map(([what, change]) => {
    const [heading = '', ...rows] = lines(CODED)
    return [`ids with ${what}`, [change(heading), ...rows].join('\r\n'), someone] as const
  }),
  ...(
    [
      ['semicolons', (text: string) => text.replaceAll('","', '";"')],
      ['tabs', (text: string) => text.replaceAll('","', '"\t"')],
      ['pipes', (text: string) => text.replaceAll('","', '"|"')],
      ['line feeds', (text: string) => text.replaceAll('\r\n', '\n')],
      ['carriage returns', (text: string) => text.replaceAll('\r\n', '\r')],
      ['empty lines', (text: string) => text.replaceAll('\r\n', '\r\n\r\n')],
      ['a byte order mark', (text: string) => `\ufeff${text}`],
      ['a line that tells the separator', (text: string) => `sep=,\r\n${text}`],
      ['the same for semicolons', (text: string) => `sep=;\r\n${text.replaceAll('","', '";"')}`],
      ['a title', (text: string) => `Responses to our survey\r\n\r\n${text}`],
      ['a title with commas', (text: string) => `"Survey","2026"\r\n${text}`],
      ['three lines of remarks', (text: string) => `Project: X\r\nExported on 2026-11-23\r\nBy: Y\r\n${text}`],
      [
        'an empty column in front',
        (text: string) =>
          lines(text)
            .map((line) => `"",${line}`)
            .join('\r\n'),
      ],
      [
        'empty columns behind',
        (text: string) =>
          lines(text)
            .map((line) => `${line},"",""`)
            .join('\r\n'),
      ],
      [
        'a column of numbers',
        (text: string) =>
          lines(text)
            .map((line, at) => `${at === 0 ? '"Age"' : `"${30 + at}"`},${line}`)
            .join('\r\n'),
      ],
    ] as const
  ).flatMap(([what, change]) => [
    [`Google Forms with ${what}`, change(FORMS), wanted] as const,
    [`coded answers with ${what}`, change(CODED), someone] as const,
  ]),
  ...(
    [
      ['3,0', (cell: string) => `${cell},0`],
      ['3.0', (cell: string) => `${cell}.0`],
      ['spaces', (cell: string) => ` ${cell} `],
      ['words behind', (cell: string) => cell],
    ] as const
  ).map(
    ([what, change]) =>
      [
        `steps with ${what}`,
        CODED.replaceAll(/,"([1-5])"(?=,|\r|$)/g, (_all, cell: string) => `,"${change(cell)}"`),
        someone,
      ] as const,
  ),
  ...[
    '99',
    '-99',
    '98',
    '88',
    '77',
    '9',
    '6',
    '0',
    '-1',
    '-9',
    '999',
    'N/A',
    'n/a',
    'NA',
    '#N/A',
    'null',
    'NaN',
    '.',
    '-',
    '--',
  ].map(
    (code) =>
      [
        `${code} for can’t tell`,
        SURVEY_TABLES.find(({ tool }) => tool === 'REDCap, raw')!.text.replaceAll('"99"', `"${code}"`),
      ] as const,
  ),
  ...[
    "Don't know",
    'DK',
    'Not applicable',
    'I do not know',
    'A1',
    'unsure',
    'no answer',
    'skipped',
    'Refused',
    'nsp',
  ].map(
    (word) =>
      [
        `“${word}” for can’t tell`,
        SURVEY_TABLES.find(({ tool }) => tool === 'REDCap, raw')!.text.replaceAll('"99"', `"${word}"`),
      ] as const,
  ),
  ...['Réponse 1', '[x]', 'Q', '(blank)', 'a,b', 'x;y', '"q"', '=1+1', '🙂', '٣'].map(
    (word) =>
      [`${word} for one answer`, FORMS.replace(/"Often"/, JSON.stringify(word).replaceAll('\\"', '""'))] as const,
  ),
  ['steps from 0', CODED.replaceAll(/,"([1-5])"(?=,|\r|$)/g, (_all, cell: string) => `,"${Number(cell) - 1}"`)],
  [
    'a statement twice',
    lines(CODED)
      .map((line, at) => `${line},${at === 0 ? `"${first}"` : '"5"'}`)
      .join('\r\n'),
  ],
  [
    'a statement’s text and its id',
    lines(CODED)
      .map((line, at) => `${line},${at === 0 ? `"${firstText}"` : '"5"'}`)
      .join('\r\n'),
  ],
  ['a statement in other words', FORMS.replace(firstText, `${firstText.slice(0, -8)} as it seems to you`)],
  ['a statement that is another', FORMS.replace(firstText, 'Which of these do you like best of all?')],
  ['a statement without its last letters', FORMS.replace(firstText, firstText.slice(0, -6)), wanted],
  ['a statement with dots at its end', FORMS.replace(firstText, `${firstText.slice(0, 40)}…`), wanted],
  ['a numbered statement', FORMS.replaceAll(firstText, `1. ${firstText}`), wanted],
  ['a statement in tags', FORMS.replaceAll(firstText, `<p><strong>${firstText}</strong></p>`), wanted],
  ['a statement with a star', FORMS.replaceAll(firstText, `${firstText} *`), wanted],
  ['straight apostrophes', FORMS.replaceAll('’', "'"), wanted],
  ['no-break spaces', FORMS.replaceAll(' ', '\u00a0'), wanted],
  ['double spaces', FORMS.replaceAll(' ', '  '), wanted],
  [
    'answers in upper case',
    FORMS.split('\r\n')
      .map((line, at) => (at === 0 ? line : line.toUpperCase()))
      .join('\r\n'),
    wanted,
  ],
  [
    'one heading row of three',
    lines(QUALTRICS)
      .filter((_line, at) => at !== 1 && at !== 2)
      .join('\r\n'),
    undefined,
  ],
  [
    'two heading rows of three',
    lines(QUALTRICS)
      .filter((_line, at) => at !== 2)
      .join('\r\n'),
    wanted,
  ],
  [
    'the second heading row alone',
    lines(QUALTRICS)
      .filter((_line, at) => at !== 0 && at !== 2)
      .join('\r\n'),
    wanted,
  ],
  [
    'columns backwards',
    FORMS.split('\r\n')
      .map((line) =>
        line
          .slice(1, -1)
          .split('","')
          .toReversed()
          .map((cell) => `"${cell}"`)
          .join(','),
      )
      .join('\r\n'),
    wanted,
  ],
  ['rows backwards', [lines(FORMS)[0], ...lines(FORMS).slice(1).toReversed()].join('\r\n'), wanted.toReversed()],
  [
    'half of the columns',
    FORMS.split('\r\n')
      .map((line) => line.split('","').slice(0, 15).join('","') + '"')
      .join('\r\n'),
    undefined,
  ],
  ['levels in other words', FORMS.replaceAll('Close to the work', 'Werkstatt')],
  ['the level’s question in other words', FORMS.replaceAll('Where do you see the organisation from?', 'Your position')],
  ['a cut file', FORMS.slice(0, -30)],
  ['an unclosed quotation mark', FORMS.replace(/"Often"/, '"Often')],
]

describe('a change of a real table', () => {
  it('is one of a hundred', () => expect(MUTATIONS.length).toBeGreaterThanOrEqual(100))

  it.each(MUTATIONS.map(([what, text, right]) => ({ what, text, right })))(
    'is read right or asked about, never read wrong: $what',
    ({ text, right }) => {
      const result = read(text)
      if (right !== undefined && result.ok) expect(people(result)).toEqual(right)
      if (!result.ok) {
        expect(result.issues.length).toBeGreaterThan(0)
        expect(result.draft).toBeDefined()
        return
      }
      // Whatever is read of a person is what they answered, and what is not read is said.
      const rows = result.responses.map(({ response }) => response)
      const all = right === undefined ? wanted : (right as typeof wanted)
      for (const { answers } of rows) {
        const own = all.find(([, given]) =>
          Object.entries(answers).every(([id, answer]) => (given as Record<string, unknown>)[id] === answer),
        )
        expect(own).toBeDefined()
        const lost = Object.keys(own?.[1] ?? {}).filter((id) => answers[id] === undefined)
        expect(lost.filter((id) => !result.missing.includes(id))).toEqual([])
      }
      expect(rows.length + result.issues.length).toBeGreaterThan(0)
      if (rows.length < PEOPLE.length) expect(result.issues.length).toBeGreaterThan(0)
    },
  )
})

describe('a column of answers that nobody knows', () => {
  const [, ...others] = ids
  const table = `Email,${others.join(',')},Q30\n${[1, 2, 3]
    .map((person) => `p${person}@example.org,${others.map(() => '4').join(',')},${person === 2 ? '99' : person}`)
    .join('\n')}`

  it('is asked about with a code among the answers, before the code is explained and after', () => {
    const said: TableDraft = { columns: [], cells: [{ cell: '99', means: 'unanswered' }], levels: [] }
    const mapping = mappingOf(said, questionnaire.id)
    for (const choices of [{}, { mapping }]) {
      const result = read(table, choices)
      expect(result.ok ? [] : result.issues).toContainEqual({
        code: 'doubtful-column',
        line: 1,
        column: 'Q30',
        number: 31,
        statement: null,
      })
    }
  })
})

describe('the place of what is wrong', () => {
  const rows = Array.from({ length: 9 }, (_, at) => `p${at}@example.org,${at === 6 ? 'perhaps' : 1 + (at % 5)},2`)
  const quoted = rows.map((row, at) => (at === 3 ? `"p3@example.org","1","2"` : row))
  const [one, two] = [texts.items[ids[0]!]!.text, texts.items[ids[1]!]!.text]
  const qualtrics = ['{"ImportId":"recipientEmail"}', '{"ImportId":"QID1_1"}', '{"ImportId":"QID1_2"}']
  const inQuotes = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const SHAPES: readonly (readonly [what: string, before: readonly string[], heading: string])[] = [
    ['on the first line', [`Email,${ids[0]},${ids[1]}`], ids[0]!],
    [
      'below a title, a remark and an empty line',
      ['Our survey', '"a remark, with commas"', '', `Email,${ids[0]},${ids[1]}`],
      ids[0]!,
    ],
    ['below a line that tells the separator', ['sep=,', `Email,${ids[0]},${ids[1]}`], ids[0]!],
    [
      'of three rows, as Qualtrics writes it',
      ['Email,Q1_1,Q1_2', inQuotes(['Email', one, two]), inQuotes(qualtrics)],
      'Q1_1',
    ],
    [
      'of three rows below a title',
      ['Export', 'Email,Q1_1,Q1_2', inQuotes(['Email', one, two]), inQuotes(qualtrics)],
      'Q1_1',
    ],
    ['of two rows, as SurveyMonkey writes it', ['Email Address,How often?,', inQuotes(['', one, two])], 'How often?'],
    ['with a line break in a cell', ['"a\nremark"', `Email,${ids[0]},${ids[1]}`], ids[0]!],
  ]

  it.each(SHAPES.map(([what, before, heading]) => ({ what, before, heading })))(
    'is the line and the column of the seventh row below a heading $what',
    ({ before, heading }) => {
      for (const [end, body] of [
        ['\n', rows],
        ['\r\n', quoted],
        ['\r', rows],
      ] as const) {
        const result = read([...before, ...body].join(end))
        const line = before.join('\n').split('\n').length + 7
        expect(result).toMatchObject({
          ok: true,
          issues: [{ code: 'cells', row: 7, line, cells: [{ code: 'answer', column: heading, value: 'perhaps' }] }],
        })
      }
    },
  )

  it('is the row of a workbook, below titles and empty rows', async () => {
    const sheet = [['Our survey'], [], ['Email', ids[0]!, ids[1]!], ...rows.map((row) => row.split(','))]
    const opened = await openTable(workbook([['Answers', sheet]]))
    expect(opened.ok && read(opened.text)).toMatchObject({ ok: true, issues: [{ row: 7, line: 10 }] })
  })

  it('is the first of a cell that is asked about, and the heading of a column', () => {
    const text = [
      'A title',
      `Email,${ids[0]},Unknown,vantage`,
      ...Array.from({ length: 8 }, (_, at) => `p${at}@x.org,${at > 4 ? 99 : 2},${1 + (at % 5)},${at > 5 ? 'HQ' : ''}`),
    ]
    const result = read(text.join('\n'))
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'doubtful-column', line: 2, column: 'Unknown', number: 3 },
      { code: 'doubtful-cell', cell: '99', line: 8, column: ids[0] },
      { code: 'doubtful-level', cell: 'HQ', line: 9, column: 'vantage' },
    ])
  })
})

describe('a file in the hand', () => {
  const bytes = new TextEncoder().encode(FORMS)
  const opened = async (file: Uint8Array) => {
    const result = await openTable(file)
    return result.ok ? people(read(result.text)) : result.issue
  }
  const utf16 = (text: string, isBig: boolean) => {
    const out = new Uint8Array(text.length * 2)
    for (let at = 0; at < text.length; at++) new DataView(out.buffer).setUint16(at * 2, text.charCodeAt(at), !isBig)
    return out
  }

  it.each([
    ['UTF-8', bytes],
    ['UTF-16, little end first, with its mark', utf16(`\ufeff${FORMS}`, false)],
    ['UTF-16, big end first, with its mark', utf16(`\ufeff${FORMS}`, true)],
    ['UTF-16 without a mark', utf16(FORMS, false)],
    ['UTF-16, big end first, without a mark', utf16(FORMS, true)],
    [
      'an archive of one table',
      zipSync({ 'responses/data.csv': bytes, '__MACOSX/._data.csv': strToU8('x'), 'read me.pdf': strToU8('x') }),
    ],
  ])('is opened: %s', async (_what, file) => expect(await opened(file)).toEqual(wanted))

  it('is refused with what to do where several tables are in it, or none', async () => {
    expect(await opened(zipSync({ 'a.csv': bytes, 'b.csv': bytes }))).toEqual({
      code: 'several-tables',
      names: ['a.csv', 'b.csv'],
    })
    expect(await opened(zipSync({ 'a.pdf': bytes }))).toEqual({ code: 'no-table', names: ['a.pdf'] })
    expect(await opened(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9))).toEqual({ code: 'damaged' })
    expect(await opened(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))).toEqual({ code: 'old-workbook' })
  })

  it('is opened where it is a workbook', async () => {
    const rows = FORMS.split('\r\n').map((line) => line.slice(1, -1).split('","'))
    expect(await opened(workbook([['Responses', rows]]))).toEqual(wanted)
    expect(
      await opened(
        workbook([
          ['Form1', rows],
          ['Notes', []],
        ]),
      ),
    ).toEqual(wanted)
    expect(
      await opened(
        workbook([
          ['One', rows],
          ['Two', rows],
        ]),
      ),
    ).toEqual({ code: 'several-tables', names: ['One', 'Two'] })
  })
})

describe('a table that comes in pieces', () => {
  const odd = [
    'a,b\n"x\ny",1\n"un""closed,2\n3',
    '5" pipe,2\n"a" b,1\n"x',
    '1,"2"\n\n"3\n",x\n"4,5\n1,1',
    '',
    '\n',
    '""',
  ]
  const rowsOf = (pieces: readonly string[]) => {
    const rows: SheetRow[] = []
    const stream = new RowStream(',', (row) => rows.push(row) > 0)
    for (const piece of pieces) stream.push(piece)
    stream.end()
    return rows
  }

  it('has the same rows, wherever it is cut', () => {
    const text = fc.oneof(
      fc.constantFrom(...odd, ...SURVEY_TABLES.map((table) => table.text.replaceAll('\r\n', '\n'))),
      fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' '), maxLength: 60 }),
    )
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (whole, cuts) => {
        const pieces: string[] = []
        for (let at = 0; at < whole.length; at += pieces.at(-1)!.length)
          pieces.push(whole.slice(at, at + cuts[pieces.length % cuts.length]!))
        expect(rowsOf(pieces)).toEqual(rowsOf([whole]))
      }),
      { numRuns: 1000 },
    )
  })

  it('is read as it is whole, with line breaks in cells and between halves of a line break', () => {
    const rows = Array.from(
      { length: 36_000 },
      (_, at) => `p${at % 12_000}@x.org,"two\r\nlines ""${at}""",${1 + (at % 5)},2`,
    )
    const text = [`Email,Remark ${'x'.repeat(700)},${ids[0]},${ids[1]}`, ...rows, 'last@x.org,,3,often,'].join('\r\n')
    // As texts: these are compared in a hundredth of the time.
    const whole = JSON.stringify(read(text))
    for (const size of [9973, 65_536, text.indexOf('\r', text.length - 3000) + 1]) {
      const reading = new TableReading(questionnaire, words)
      for (let at = 0; at < text.length; at += size) reading.push(text.slice(at, at + size))
      const pieces = reading.finish()
      expect([reading.rows, pieces.ok]).toEqual([36_001, true])
      expect(JSON.stringify(pieces) === whole).toBe(true)
    }
  })

  it('is read from its bytes, in UTF-8 and UTF-16, as JSON and as an archive', async () => {
    const table = SURVEY_TABLES.find((one) => !one.asks)!.text
    async function* inPieces(bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; at += 501) yield bytes.subarray(at, at + 501)
    }
    const json = JSON.stringify(PEOPLE.map(({ vantage, answers }) => ({ vantage, ...answers })))
    const files = [
      Buffer.from(table),
      Buffer.from(`\ufeff${table}`, 'utf16le'),
      Buffer.from(json),
      Buffer.from(zipSync({ 'table.csv': strToU8(table) })),
    ]
    for (const bytes of files) {
      const reading = new TableReading(questionnaire, words)
      expect(people(await readTableFile(inPieces(bytes), reading))).toEqual(wanted)
    }
    const broken = new TableReading(questionnaire, words)
    expect(await readTableFile(inPieces(Buffer.from([0x61, 0xff, 0xfe, 0xff])), broken)).toEqual({
      ok: false,
      issues: [{ code: 'encoding', line: 1, byte: 0xff }],
    })
  })
})
