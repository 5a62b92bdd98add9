import { LARGEST_FILE } from '../../src/core/bounds/bounds.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANT_TELL, type Answer, type GivenVantage } from '../../src/core/response/response.ts'
import type { FileIssue } from '../../src/core/files/response-file-issues.ts'
import { readResponseFile } from '../../src/core/files/read-file.ts'
import { FIRST_COLUMNS, readResponseCsv, writeResponseCsv } from '../../src/core/files/response-csv.ts'
import { readResponseJson, writeResponseJson, type FiledResponse } from '../../src/core/files/response-file.ts'
import type { CodeLayout } from '../../src/core/response/layout.ts'

const layout: CodeLayout = {
  id: 'sample',
  major: 1,
  minor: 2,
  items: [
    { id: 'a', options: 5 },
    { id: 'b', options: 5 },
    { id: 'c', options: 2 },
  ],
}
const older: CodeLayout = { ...layout, minor: 1, items: layout.items.slice(0, 2) }
const layouts = [layout, older]

const filed: FiledResponse = {
  questionnaire: { id: 'sample', version: '1.2.0' },
  completedOn: '2026-11-22',
  vantage: 'senior',
  millisecondsPerItem: 8000,
  answers: { a: 4, b: CANT_TELL },
}

const JSON_TEXT = `{
  "format": "leadership-diagnostic-response",
  "formatVersion": 1,
  "questionnaire": {
    "id": "sample",
    "version": "1.2.0"
  },
  "completedOn": "2026-11-22",
  "vantage": "senior",
  "millisecondsPerItem": 8000,
  "answers": {
    "a": 4,
    "b": "cant-tell"
  }
}
`
const HEADING = 'questionnaire,version,completed_on,vantage,milliseconds_per_item,a,b,c'
const ROW = 'sample,1.2.0,2026-11-22,senior,8000,4,cant-tell,'
const CSV_TEXT = `${HEADING}\r\n${ROW}\r\n`

const read = { ok: true, layout, filed }

const DAY = 86_400_000
// The days that a code can carry: 2020-01-01 and 65,535 days more.
const anyDay = fc
  .integer({ min: 18_262, max: 18_262 + 65_535 })
  .map((day) => new Date(day * DAY).toISOString().slice(0, 10))
const anyId = fc
  .stringMatching(/^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,7}){0,3}$/)
  .filter((id) => id !== 'constructor' && !FIRST_COLUMNS.some((column) => column === id))
const anyLayout: fc.Arbitrary<CodeLayout> = fc.record({
  id: anyId,
  major: fc.nat(999),
  minor: fc.nat(999),
  items: fc
    .uniqueArray(anyId, { minLength: 1, maxLength: 40 })
    .chain((ids) =>
      fc
        .array(fc.integer({ min: 2, max: 9 }), { minLength: ids.length, maxLength: ids.length })
        .map((options) => ids.map((id, index) => ({ id, options: options[index]! }))),
    ),
})
const anyFiled = anyLayout.chain((own) => {
  const answers = fc
    .tuple(
      ...own.items.map(({ options }) =>
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 1, max: options }) },
          fc.constant(CANT_TELL),
          fc.constant(undefined),
        ),
      ),
    )
    .map((list) =>
      Object.fromEntries(
        own.items.flatMap(({ id }, index): [string, Answer][] =>
          list[index] === undefined ? [] : [[id, list[index] as Answer]],
        ),
      ),
    )
  return fc.record({
    layout: fc.constant(own),
    filed: fc.record({
      questionnaire: fc.record({
        id: fc.constant(own.id),
        version: fc.nat(999).map((patch) => `${own.major}.${own.minor}.${patch}`),
      }),
      completedOn: anyDay,
      vantage: fc.constantFrom<GivenVantage[]>('not-said', 'senior', 'middle', 'close'),
      millisecondsPerItem: fc.option(fc.nat(86_400_000)),
      answers,
    }),
  })
})

/** The cells of a file of our own: a heading and a row, none of which needs quotes. */
const cellsOf = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))

describe('a response file', () => {
  it('is written as JSON', () => {
    expect(writeResponseJson(layout, filed)).toBe(JSON_TEXT)
  })

  it('is written as CSV', () => {
    expect(writeResponseCsv(layout, filed)).toBe(CSV_TEXT)
  })

  it('reads back as JSON as it was written', () => {
    fc.assert(
      fc.property(anyFiled, ({ layout: own, filed: given }) => {
        const text = writeResponseJson(own, given)
        expect(readResponseFile(text, [own])).toEqual({ ok: true, layout: own, filed: given })
        expect(readResponseJson(text, [own])).toEqual({ ok: true, layout: own, filed: given })
      }),
    )
  })

  it('reads back as CSV as it was written', () => {
    fc.assert(
      fc.property(anyFiled, ({ layout: own, filed: given }) => {
        const text = writeResponseCsv(own, given)
        expect(readResponseFile(text, [own])).toEqual({ ok: true, layout: own, filed: given })
        expect(readResponseCsv(text, [own])).toEqual({ ok: true, layout: own, filed: given })
      }),
    )
  })

  it('is the same text in whatever order the answers were given, items in the order of the questionnaire', () => {
    const turned = { ...filed, answers: { b: CANT_TELL, a: 4 } } as const
    expect(Object.keys(turned.answers)).not.toEqual(Object.keys(filed.answers))
    expect(writeResponseJson(layout, turned)).toBe(JSON_TEXT)
    expect(writeResponseCsv(layout, turned)).toBe(CSV_TEXT)
  })

  it('is read against the version that it says', () => {
    const text = JSON_TEXT.replace('1.2.0', '1.1.7')
    expect(readResponseFile(text, layouts)).toMatchObject({
      ok: true,
      layout: older,
      filed: { answers: filed.answers },
    })
    expect(readResponseFile(text, [...layouts].toReversed())).toMatchObject({ ok: true, layout: older })
  })

  it('can be read as JSON after an editor has saved it anew', () => {
    for (const text of [`\ufeff${JSON_TEXT}`, `\n\t ${JSON_TEXT}\n`, JSON_TEXT.replaceAll('\n', '\r\n')])
      expect(readResponseFile(text, layouts)).toEqual(read)
    const keys = JSON.parse(JSON_TEXT)
    const turned = JSON.stringify(Object.fromEntries(Object.entries(keys).toReversed()))
    expect(turned).toMatch(/^\{"answers"/)
    expect(readResponseFile(turned, layouts)).toEqual(read)
  })
})

describe('a response file in CSV', () => {
  it('has no cell that a spreadsheet could take for a formula', () => {
    const begins = /^[=+\-@\p{Cc}]/u
    expect(['=1', '+1', '-1', '@x', '\tx', '\rx'].every((cell) => begins.test(cell))).toBe(true)
    fc.assert(
      fc.property(anyFiled, ({ layout: own, filed: given }) => {
        const rows = cellsOf(writeResponseCsv(own, given))
        expect(rows.map((cells) => cells.length)).toEqual(Array.from({ length: 2 }, () => 5 + own.items.length))
        expect(rows.flat().filter((cell) => begins.test(cell))).toEqual([])
        expect(rows.flat().filter((cell) => !/^[a-z0-9._-]*$/.test(cell))).toEqual([])
      }),
    )
  })

  it('is disarmed where a cell would be a formula after all', () => {
    const armed = { ...filed, questionnaire: { id: '=1+1', version: '@SUM(A1)' } }
    const cells = cellsOf(writeResponseCsv(layout, armed)).flat()
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
    expect(cells).toContain('"\'=1+1"')
  })

  it.each([
    ['a byte order mark', `\ufeff${CSV_TEXT}`],
    ['a byte order mark before quotes', `\ufeff${CSV_TEXT.replaceAll(/[^,\r\n]+/g, '"$&"')}`],
    ['line feeds alone', CSV_TEXT.replaceAll('\r\n', '\n')],
    ['carriage returns alone', CSV_TEXT.replaceAll('\r\n', '\r')],
    ['no end of the last line', CSV_TEXT.trimEnd()],
    ['semicolons', CSV_TEXT.replaceAll(',', ';')],
    ['tabs', CSV_TEXT.replaceAll(',', '\t')],
    ['quotes round every cell', `"${CSV_TEXT.trimEnd().replaceAll(',', '","').replace('\r\n', '"\r\n"')}"\r\n`],
    ['spaces round every cell', CSV_TEXT.replaceAll(',', ' , ')],
    ['empty lines after it', `${CSV_TEXT}\r\n\r\n`],
    ['empty lines before it', `\r\n\r\n${CSV_TEXT}`],
    ['an empty line within it', CSV_TEXT.replace('\r\n', '\r\n\r\n')],
    ['lines of empty cells after it', `${CSV_TEXT},,,,,,,\r\n , , ,,,,,\r\n`],
    [
      'columns in another order',
      'questionnaire,c,version,b,vantage,completed_on,a,milliseconds_per_item\n' +
        'sample,,1.2.0,cant-tell,senior,2026-11-22,4,8000\n',
    ],
  ])('is read with %s', (_what, text) => {
    expect(text).not.toBe(CSV_TEXT)
    expect(readResponseFile(text, layouts)).toEqual(read)
  })

  it('is read whatever a spreadsheet made of it, all at once', () => {
    fc.assert(
      fc.property(
        anyFiled.chain((given) =>
          fc.record({
            given: fc.constant(given),
            order: fc.shuffledSubarray(
              Array.from({ length: 4 + given.layout.items.length }, (_none, index) => index + 1),
              { minLength: 4 + given.layout.items.length },
            ),
            delimiter: fc.constantFrom(',', ';', '\t'),
            newline: fc.constantFrom('\n', '\r\n'),
            quotes: fc.boolean(),
            mark: fc.constantFrom('', '\ufeff'),
            emptyLines: fc.nat(3),
          }),
        ),
        ({ given, order, delimiter, newline, quotes, mark, emptyLines }) => {
          const rows = cellsOf(writeResponseCsv(given.layout, given.filed)).map((cells) =>
            [0, ...order]
              .map((index) => cells[index]!)
              .map((cell) => (quotes ? `"${cell}"` : cell))
              .join(delimiter),
          )
          const text = mark + rows.join(newline) + newline.repeat(1 + emptyLines)
          expect(readResponseFile(text, [given.layout])).toEqual({ ok: true, ...given })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('carries no pace where none is known', () => {
    const text = CSV_TEXT.replace(',8000,', ',,')
    expect(readResponseFile(text, layouts)).toEqual({ ...read, filed: { ...filed, millisecondsPerItem: null } })
  })

  it('takes no pace that the same file in JSON would not', () => {
    for (const pace of ['86400000', '86400001', '99999999']) {
      const inJson = readResponseFile(JSON_TEXT.replace('8000', pace), layouts)
      expect([pace, readResponseFile(CSV_TEXT.replace('8000', pace), layouts).ok]).toEqual([pace, inJson.ok])
    }
  })
})

describe('what is not a response file that can be opened', () => {
  const json = (from: string, to: string) => {
    expect(JSON_TEXT).toContain(from)
    return JSON_TEXT.replace(from, to)
  }
  const csv = (from: string, to: string) => {
    expect(CSV_TEXT).toContain(from)
    return CSV_TEXT.replace(from, to)
  }
  const column = (name: string, cell: string) => `${HEADING},${name}\n${ROW},${cell}\n`

  const refused: Record<FileIssue['code'], () => readonly (readonly [text: string, issue: FileIssue])[]> = {
    'later-format': () => [[json('"formatVersion": 1', '"formatVersion": 3'), { code: 'later-format' }]],
    'too-large': () => [
      [JSON_TEXT + ' '.repeat(LARGEST_FILE - JSON_TEXT.length + 1), { code: 'too-large', most: 65_536 }],
      [CSV_TEXT + '\n'.repeat(LARGEST_FILE - CSV_TEXT.length + 1), { code: 'too-large', most: 65_536 }],
      [' '.repeat(10_000_000), { code: 'too-large', most: 65_536 }],
      ['{"a":'.repeat(1_000_000), { code: 'too-large', most: 65_536 }],
    ],
    empty: () => [
      ['', { code: 'empty' }],
      [' \r\n\t', { code: 'empty' }],
      ['\ufeff\n', { code: 'empty' }],
    ],
    neither: () => [
      ['a result', { code: 'neither' }],
      [JSON_TEXT.slice(0, -3), { code: 'neither' }],
      ['{', { code: 'neither' }],
      ['[1]', { code: 'neither' }],
      ['null', { code: 'neither' }],
      ['{"a":'.repeat(10_000), { code: 'neither' }],
      ['<!doctype html><title>questionnaire</title>', { code: 'neither' }],
      ['PK\u0003\u0004\u0000', { code: 'neither' }],
      ['1,2,3\n4,5,6\n', { code: 'neither' }],
      [`${ROW}\n${HEADING}\n`, { code: 'neither' }],
    ],
    shape: () => [
      ['{}', { code: 'shape', path: 'format' }],
      [json('leadership-diagnostic-response', 'something-else'), { code: 'shape', path: 'format' }],
      [json('"formatVersion": 1', '"formatVersion": 0'), { code: 'shape', path: 'formatVersion' }],
      [json('"version": "1.2.0"', '"version": 1.2'), { code: 'shape', path: 'questionnaire.version' }],
      [json('"version": "1.2.0"', '"version": "1.2"'), { code: 'shape', path: 'questionnaire.version' }],
      [json('"sample"', '"Sample"'), { code: 'shape', path: 'questionnaire.id' }],
      [json('"sample"', '["sample"]'), { code: 'shape', path: 'questionnaire.id' }],
      [json('"2026-11-22"', '"22.11.2026"'), { code: 'shape', path: 'completedOn' }],
      [json('"senior"', '"cloud"'), { code: 'shape', path: 'vantage' }],
      [json('"senior"', 'null'), { code: 'shape', path: 'vantage' }],
      [json('8000', '-1'), { code: 'shape', path: 'millisecondsPerItem' }],
      [json('8000', '8000.5'), { code: 'shape', path: 'millisecondsPerItem' }],
      [json('8000', '86400001'), { code: 'shape', path: 'millisecondsPerItem' }],
      [json('8000', '1e309'), { code: 'shape', path: 'millisecondsPerItem' }],
      [json('8000', '"8000"'), { code: 'shape', path: 'millisecondsPerItem' }],
      [json('"a": 4', '"a": 0'), { code: 'shape', path: 'answers.a' }],
      [json('"a": 4', '"a": 10'), { code: 'shape', path: 'answers.a' }],
      [json('"a": 4', '"a": "4"'), { code: 'shape', path: 'answers.a' }],
      [json('"a": 4', '"a": null'), { code: 'shape', path: 'answers.a' }],
      [json('"a": 4', '"a": 2.5'), { code: 'shape', path: 'answers.a' }],
      [json('"a": 4', `"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}`), { code: 'shape', path: 'answers.a' }],
      [json('"cant-tell"', '"can’t tell"'), { code: 'shape', path: 'answers.b' }],
      [json('"formatVersion"', '"more": 1, "formatVersion"'), { code: 'shape', path: '' }],
      [json('"id"', '"more": 1, "id"'), { code: 'shape', path: 'questionnaire' }],
      [json('"a": 4', '"A": 4'), { code: 'shape', path: 'answers.A' }],
      [json('"a": 4', '"constructor": 4'), { code: 'shape', path: 'answers.constructor' }],
      [json('"sample"', '"constructor"'), { code: 'shape', path: 'questionnaire.id' }],
    ],
    rows: () => [
      [`${HEADING}\n`, { code: 'rows', rows: 0 }],
      [`${CSV_TEXT}${ROW}\n`, { code: 'rows', rows: 2 }],
      [CSV_TEXT + CSV_TEXT, { code: 'rows', rows: 3 }],
    ],
    column: () => [
      [csv('milliseconds_per_item', 'seconds'), { code: 'column', column: 'milliseconds_per_item' }],
      [csv('vantage,', ''), { code: 'cell', column: '', value: '' }],
      [`${HEADING.replace('version,', '')}\n${ROW.replace('1.2.0,', '')}`, { code: 'column', column: 'version' }],
      [`${HEADING.slice(0, -2)}\n${ROW.slice(0, -1)}`, { code: 'column', column: 'c' }],
      ['questionnaire\nsample\n', { code: 'column', column: 'version' }],
    ],
    short: () => [[CSV_TEXT.replace(/,[^,]*\s*$/, '\n'), { code: 'short', cells: 7, columns: 8 }]],
    twice: () => [
      [column('a', '4'), { code: 'twice', column: 'a' }],
      [column(' a ', ''), { code: 'twice', column: 'a' }],
      [column('vantage', 'senior'), { code: 'twice', column: 'vantage' }],
    ],
    cell: () => [
      [csv('senior', 'Senior'), { code: 'cell', column: 'vantage', value: 'Senior' }],
      [csv('senior', 'toString'), { code: 'cell', column: 'vantage', value: 'toString' }],
      [csv('senior', ''), { code: 'cell', column: 'vantage', value: '' }],
      [csv('8000', '8,000'), { code: 'cell', column: '', value: '' }],
      [csv('8000', '-8000'), { code: 'cell', column: 'milliseconds_per_item', value: '-8000' }],
      [csv('8000', '8e3'), { code: 'cell', column: 'milliseconds_per_item', value: '8e3' }],
      [csv('8000', '8000.0'), { code: 'cell', column: 'milliseconds_per_item', value: '8000.0' }],
      [`${HEADING}\n${ROW},more\n`, { code: 'cell', column: '', value: 'more' }],
    ],
    day: () => [
      [json('2026-11-22', '2026-02-29'), { code: 'day', value: '2026-02-29' }],
      [json('2026-11-22', '2026-13-01'), { code: 'day', value: '2026-13-01' }],
      [csv('2026-11-22', '22.11.2026'), { code: 'day', value: '22.11.2026' }],
      [csv('2026-11-22', '2026-11-31'), { code: 'day', value: '2026-11-31' }],
      [csv('2026-11-22', ''), { code: 'day', value: '' }],
    ],
    questionnaire: () => [
      [json('"sample"', '"silence"'), { code: 'questionnaire', id: 'silence' }],
      [csv('sample', 'silence'), { code: 'questionnaire', id: 'silence' }],
      [csv('sample', '__proto__'), { code: 'questionnaire', id: '__proto__' }],
      [csv('sample', ''), { code: 'questionnaire', id: '' }],
    ],
    version: () => [
      [json('1.2.0', '1.3.0'), { code: 'version', version: '1.3.0' }],
      [json('1.2.0', '2.2.0'), { code: 'version', version: '2.2.0' }],
      [csv('1.2.0', '1.3.0'), { code: 'version', version: '1.3.0' }],
      // A version as a spreadsheet changes it, and a number that JavaScript would
      // read as 1.
      [csv('1.2.0', '1.2'), { code: 'version', version: '1.2' }],
      [csv('1.2.0', '1e0.2.0'), { code: 'version', version: '1e0.2.0' }],
      [csv('1.2.0', ''), { code: 'version', version: '' }],
    ],
    item: () => [
      [json('"a"', '"gone"'), { code: 'item', item: 'gone' }],
      [json('1.2.0', '1.1.0').replace('"a"', '"c"'), { code: 'item', item: 'c' }],
      [column('gone', '4'), { code: 'item', item: 'gone' }],
      [column('__proto__', '4'), { code: 'item', item: '__proto__' }],
      [column('constructor', ''), { code: 'item', item: 'constructor' }],
      [csv('1.2.0', '1.1.0'), { code: 'item', item: 'c' }],
    ],
    answer: () => [
      [json('"a": 4', '"a": 6'), { code: 'answer', item: 'a', value: '6' }],
      [json('"a": 4', '"c": 3'), { code: 'answer', item: 'c', value: '3' }],
      [csv(',4,', ',6,'), { code: 'answer', item: 'a', value: '6' }],
      [csv(',4,', ',0,'), { code: 'answer', item: 'a', value: '0' }],
      [csv(',4,', ',04,'), { code: 'answer', item: 'a', value: '04' }],
      [csv(',4,', ',4.0,'), { code: 'answer', item: 'a', value: '4.0' }],
      [csv(',4,', ',\u0664,'), { code: 'answer', item: 'a', value: '\u0664' }],
      [csv('cant-tell,\r\n', 'cant-tell,3\r\n'), { code: 'answer', item: 'c', value: '3' }],
      [csv('cant-tell', 'Cant-tell'), { code: 'answer', item: 'b', value: 'Cant-tell' }],
      [csv('cant-tell', '"""cant-tell"""'), { code: 'answer', item: 'b', value: '"cant-tell"' }],
      [csv('cant-tell', '=1+1'), { code: 'answer', item: 'b', value: '=1+1' }],
    ],
  }

  it.each(Object.entries(refused))('is refused, and it is said why: %s', (_code, list) => {
    const cases = list()
    expect(cases.length).toBeGreaterThan(0)
    for (const [text, issue] of cases)
      expect([text.slice(0, 400), readResponseFile(text, layouts)]).toEqual([text.slice(0, 400), { ok: false, issue }])
  })

  it('is not what is just as large as may be', () => {
    for (const text of [JSON_TEXT, CSV_TEXT])
      expect(readResponseFile(text + '\n'.repeat(LARGEST_FILE - text.length), layouts)).toEqual(read)
  })
})

describe('keys that reach for a prototype', () => {
  const untouched = () => {
    expect({}).not.toHaveProperty('polluted')
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    expect(Object.getPrototypeOf(Object.prototype)).toBeNull()
  }

  it.each(
    ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'].flatMap((key) => [
      [`${key} in the file`, JSON_TEXT.replace('"format"', `"${key}": {"polluted": 1}, "format"`)],
      [`${key} in the questionnaire`, JSON_TEXT.replace('"id"', `"${key}": {"polluted": 1}, "id"`)],
      [`${key} in the answers`, JSON_TEXT.replace('"a"', `"${key}": {"polluted": 1}, "a"`)],
      [`${key} as an answered item`, JSON_TEXT.replace('"a": 4', `"a": 4, "${key}": 4`)],
      [`${key} as the last answer`, JSON_TEXT.replace('"cant-tell"', `"cant-tell", "${key}": "cant-tell"`)],
      [`${key} as the questionnaire`, JSON_TEXT.replace('"sample"', `"${key}"`)],
      [`${key} as the vantage`, JSON_TEXT.replace('"senior"', `"${key}"`)],
      [`${key} in CSV`, `${HEADING},${key}\n${ROW},4\n`],
    ]),
  )('are refused: %s', (_where, text) => {
    expect(text).not.toBe(JSON_TEXT)
    const { ok } = readResponseFile(text, layouts)
    untouched()
    expect(ok).toBe(false)
  })

  it('are refused where they hold all the answers', () => {
    const text = JSON_TEXT.replace(/"answers": \{[^}]*\}/, '"answers": {"__proto__": {"a": 4}}')
    expect(text).toContain('__proto__')
    const { ok } = readResponseFile(text, layouts)
    untouched()
    expect(ok).toBe(false)
  })
})
