import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { LARGEST_SHEET, MOST_ROWS } from '../../src/core/bounds/bounds.ts'
import type { Answer } from '../../src/core/response/response.ts'
import type { RowIssue, SheetIssue } from '../../src/core/files/score-file-issues.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { scoreResponses } from '../../src/core/files/score-responses.ts'
import { writeScoresCsv } from '../../src/core/files/write-scores.ts'
import { describeRowIssue } from '../../src/ui/locales/en/score-issues.ts'
import { describeSheetIssue } from '../../src/ui/locales/en/table-issues.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { HEADING, answersIn, issuesIn, read, readWell, small } from '../fixtures/small-sheets.ts'

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
