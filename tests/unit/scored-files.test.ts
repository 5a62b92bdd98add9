import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { scoreResponses } from '../../src/core/files/score-responses.ts'
import { guardCell, writeScoresCsv, writeScoresJson } from '../../src/core/files/write-scores.ts'
import { keys } from '../fixtures/oracle.ts'
import { partsOf, persons, readOracle } from '../fixtures/reference-files.ts'
import { HEADING, readWell, small } from '../fixtures/small-sheets.ts'

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
