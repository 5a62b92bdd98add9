import { describe, expect, it } from 'vitest'
import type { ReadingChoices } from '../../src/core/files/read-heading.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'

const ids = questionnaire.items.map(({ id }) => id).slice(0, 8)
const optionsOf = (id: string) => {
  const { scale } = questionnaire.items.find((item) => item.id === id)!
  return { options: questionnaire.scales[scale]!.options, words: texts.scales[scale]! }
}

/** Twelve people, who answer differently enough to have no average in common. */
const ROWS = Array.from({ length: 12 }, (_, person) =>
  ids.map((_id, at) => 1 + ((person * (at + 2) + at * at + Math.floor(person / 3)) % 5)),
)
const columns = (rows: readonly (readonly number[])[]) => ids.map((_id, at) => rows.map((row) => row[at]!))
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const deviation = (values: readonly number[], less = 1) =>
  Math.sqrt(sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - less))
const median = (values: readonly number[]) => {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}
const of = (what: (values: readonly number[]) => number | string, rows = ROWS) => columns(rows).map(what)

const read = (lines: readonly string[], choices: ReadingChoices = {}) =>
  readResponses(lines.join('\n'), questionnaire, { texts: [texts] }, choices)

/** What became of a table: how many people, and the lines of rows that sum up the others or are asked about. */
function become(lines: readonly string[], choices: ReadingChoices = {}) {
  const result = read(lines, choices)
  if (!result.ok) return { asked: result.issues.map((issue) => [issue.code, 'line' in issue ? issue.line : 0]) }
  const apart = result.leftOut.filter(({ why }) => why === 'summary').map(({ line }) => line)
  return { people: result.responses.length, apart, wrong: result.issues.map(({ line }) => line) }
}

const anonymous = [ids.join(','), ...ROWS.map((row) => row.join(','))]
const named = [
  `ResponseId,email,Duration,${ids.join(',')}`,
  ...ROWS.map((row, at) => `R_${at},p${at}@x.org,3${at},${row}`),
]
const LAST = ROWS.length + 2

describe('a row without a label that sums up the others', () => {
  it.each([
    ['averages with two decimals', of((values) => mean(values).toFixed(2))],
    ['averages with one decimal', of((values) => mean(values).toFixed(1))],
    ['averages as they are worked out', of((values) => mean(values))],
    ['averages that are cut', of((values) => (Math.floor(mean(values) * 100) / 100).toFixed(2))],
    ['sums', of(sum)],
    ['numbers of answers', of((values) => values.length)],
    ['standard deviations', of((values) => deviation(values).toFixed(3))],
    ['standard deviations of everybody', of((values) => deviation(values, 0).toFixed(2))],
  ])('is set apart at the end: %s', (_what, row) => {
    const found = { people: ROWS.length, apart: [LAST], wrong: [] }
    expect(become([...anonymous, row.join(',')])).toEqual(found)
    expect(become([...named, `,,,${row}`])).toEqual(found)
    expect(become([...named, `#DIV/0!,#DIV/0!,35.5,${row}`])).toEqual(found)
  })

  it('is set apart with commas in numbers, and below an empty row', () => {
    const row = of((values) => mean(values).toFixed(2).replace('.', ','))
    const rows = [ids, ...ROWS, ids.map(() => ''), row].map((cells) => cells.join(';'))
    expect(become(rows)).toEqual({ people: ROWS.length, apart: [LAST + 1], wrong: [] })
  })

  it('is set apart below the heading, before everybody', () => {
    const row = of((values) => mean(values).toFixed(2)).join(',')
    expect(become([anonymous[0]!, row, ...anonymous.slice(1)])).toEqual({ people: ROWS.length, apart: [2], wrong: [] })
  })

  it('is set apart in a block of several, and what could be answers there is asked about', () => {
    const block = [of((values) => mean(values).toFixed(2)), of((values) => deviation(values).toFixed(2)), of(sum)]
    const all = [...anonymous, ...block.map((row) => row.join(','))]
    expect(become(all)).toEqual({ people: ROWS.length, apart: [LAST, LAST + 1, LAST + 2], wrong: [] })
    const least = of((values) => Math.min(...values)).join(',')
    expect(become([...all, least])).toEqual({ asked: [['doubtful-sum', LAST + 3]] })
  })

  it('is set apart where answers are words, by the steps that they are', () => {
    const inWords = ROWS.map((row) =>
      row.map((step, at) => {
        const { options, words } = optionsOf(ids[at]!)
        return words.options[options[step - 1]!]!
      }),
    )
    const rows = [ids, ...inWords, of((values) => mean(values).toFixed(2))].map((cells) => cells.join(';'))
    expect(become(rows)).toEqual({ people: ROWS.length, apart: [LAST], wrong: [] })
  })

  it('is set apart where a spreadsheet summed up rows that the tool does not count, too', () => {
    const rows = ROWS.map((row, at) => `${at < 3 ? 'False' : 'True'},${row}`)
    const row = of((values) => mean(values).toFixed(2))
    const found = become([`Finished,${ids}`, ...rows, `,${row}`])
    expect(found).toMatchObject({ people: ROWS.length - 3, wrong: [] })
  })

  it('is set apart behind a label beside which other columns are summed up', () => {
    const row = of((values) => Math.round(mean(values)))
    expect(become([...named, `,Average,35.5,${row}`])).toEqual({ people: ROWS.length, apart: [LAST], wrong: [] })
  })

  it('is taken in by nobody on request, where it cannot be anybody’s answers', () => {
    const row = of((values) => mean(values).toFixed(2)).join(',')
    const result = become([...anonymous, row], { admitted: ['summary'] })
    expect(result).toEqual({ people: ROWS.length, apart: [], wrong: [LAST] })
  })
})

describe('a row that could be somebody’s', () => {
  const rounded = of((values) => Math.round(mean(values))).join(',')

  it('and has the rounded averages is asked about, and is what is said of it', () => {
    const table = [...anonymous, rounded]
    expect(become(table)).toEqual({ asked: [['doubtful-sum', LAST]] })
    const result = read(table)
    const mapping = mappingOf((!result.ok && result.draft) as never, questionnaire.id)
    expect([mapping.sums, mapping.formatVersion]).toEqual(['nobody', 2])
    expect(become(table, { mapping })).toEqual({ people: ROWS.length, apart: [LAST], wrong: [] })
    const people = { mapping: { ...mapping, sums: 'people' as const } }
    expect(become(table, people)).toEqual({ people: ROWS.length + 1, apart: [], wrong: [] })
    expect(become(table, { mapping, admitted: ['summary'] })).toMatchObject({ people: ROWS.length + 1 })
  })

  it('and has the medians, is the first, or has no number where the others have theirs, is asked about', () => {
    const odd = ROWS.slice(0, 11)
    const medians = of(median, odd).join(',')
    expect(become([...anonymous.slice(0, 12), medians])).toEqual({ asked: [['doubtful-sum', 13]] })
    expect(become([anonymous[0]!, rounded, ...anonymous.slice(1)])).toEqual({ asked: [['doubtful-sum', 2]] })
    expect(become([...named, `,,,${rounded}`])).toEqual({ asked: [['doubtful-sum', LAST]] })
  })

  it.each([
    ['a word where the others have addresses', [...named, `,Whole company,,${ids.map(() => 4)}`]],
    ['such a word in the middle', [...named.slice(0, 5), `,Target group,35.5,${ids.map(() => 4)}`, ...named.slice(5)]],
    [
      'a word where the others have numbers',
      [`respondent,${ids}`, ...ROWS.map((row, at) => `${1000 + at},${row}`), `Standard,${ids.map(() => 3)}`],
    ],
    [
      'a word for nobody in front, where no column says who it is',
      [
        `Name,${ids}`,
        ...ROWS.map((row, at) => `${'ABCDEFGHIJKL'[at]}nn,${row}`),
        `Whole group average,${ids.map(() => 3)}`,
      ],
    ],
    ['a word for a sum that is a name, too', [`participant,${ids}`, `Anna,${ROWS[0]}`, `Max,${ids.map(() => 5)}`]],
  ])('and has %s is asked about, and is what is said of it', (_what, lines) => {
    const result = read(lines)
    const line = lines.findIndex((text) => /Whole|Target|Standard|Max/.test(text)) + 1
    expect(!result.ok && result.issues).toEqual([{ code: 'doubtful-sum', why: 'word', line }])
    const mapping = mappingOf((!result.ok && result.draft) as never, questionnaire.id)
    expect(become(lines, { mapping })).toEqual({ people: lines.length - 2, apart: [line], wrong: [] })
    const people = { mapping: { ...mapping, sums: 'people' as const } }
    expect(become(lines, people)).toEqual({ people: lines.length - 1, apart: [], wrong: [] })
  })

  it.each([
    ['who is named', [...named, `R_99,p99@x.org,60,${rounded}`]],
    ['who has a number of their own', [...named, `R_99,,,${rounded}`]],
    [
      'who would not say their address',
      [`When,email,${ids}`, ...ROWS.map((row, at) => `10:0${at},p${at}@x.org,${row}`), `10:59,rather not,${ROWS[0]}`],
    ],
    [
      'who would not, and says where they sit',
      [`email,vantage,${ids}`, ...ROWS.map((row, at) => `p${at}@x.org,close,${row}`), `rather not,close,${ROWS[0]}`],
    ],
    [
      'who has a name, as the others',
      [`participant,${ids}`, ...ROWS.map((row, at) => `${'ABCDEFGHIJKL'[at]}a,${row}`)],
    ],
    [
      'who has a code, as half have',
      [`participant,${ids}`, ...ROWS.map((row, at) => `${at % 2 ? at : 'ABCDEFGHIJKL'[at]},${row}`)],
    ],
    [
      'in the middle of a table',
      [
        ...named.slice(0, 6),
        `,,,${rounded}`,
        ...named.slice(6),
        ...named.slice(1, 9).map((row) => row.replace(/^R_(\d+),p\d+/, 'S_$1,q$1')),
      ],
    ],
    ['who says so in a comment', [`Comment,${ids}`, `Quite average for us,${ROWS[0]}`, `,${ROWS[1]}`]],
    ['who answers one and the same throughout', [...anonymous, ids.map(() => 5).join(',')]],
    [
      'who answers like most, but not like all',
      [...anonymous, of((values) => Math.min(5, Math.round(mean(values)) + 1)).join(',')],
    ],
    ['of three', [ids.join(','), '1,2,3,4,5,1,2,3', '3,2,1,4,5,1,2,3', '2,2,2,4,5,1,2,3']],
  ])('and is a person’s %s counts', (_who, lines) => {
    expect(become(lines)).toMatchObject({ people: lines.length - 1, apart: [], wrong: [] })
  })

  it('and answers like everybody, where everybody answers alike, counts', () => {
    const alike = Array.from({ length: 9 }, () => ids.map(() => 3).join(','))
    expect(become([ids.join(','), ...alike])).toMatchObject({ people: 9 })
  })

  it('and holds a code beside the averages is asked about, not set apart', () => {
    const row = of((values) => Math.round(mean(values)))
    row[3] = 99
    expect(become([...anonymous, row.join(',')])).toEqual({ asked: [['doubtful-cell', LAST]] })
  })

  it('is never asked about in a large table of people who answer by chance', () => {
    let seed = 7
    const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    for (let table = 0; table < 60; table++) {
      const size = 4 + Math.floor(chance() * 30)
      const rows = Array.from({ length: size }, () => ids.map(() => 1 + Math.floor(chance() * 5)).join(','))
      expect(become([ids.join(','), ...rows])).toEqual({ people: size, apart: [], wrong: [] })
    }
  })
})
