import { describe, expect, it } from 'vitest'
import type { ReadingChoices } from '../../src/core/files/read-heading.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { describeSheetIssue as inEnglish } from '../../src/ui/locales/en/table-issues.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'

const ids = questionnaire.items.map(({ id }) => id).slice(0, 8)
const ROWS = Array.from({ length: 6 }, (_, row) => ids.map((_id, at) => 1 + ((row * (at + 2) + at * at) % 5)))
const LETTERS = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel']
const COUNTS = [12, 7, 9, 12, 5, 30]

const read = (lines: readonly string[], choices: ReadingChoices = {}) =>
  readResponses(lines.join('\n'), questionnaire, { texts: [texts] }, choices)

/** What is asked about a table, or how many people are in it, and how many rows are left out. */
function become(lines: readonly string[], choices: ReadingChoices = {}) {
  const result = read(lines, choices)
  return result.ok
    ? { people: result.responses.length, leftOut: result.leftOut.length }
    : result.issues.map((issue) => ('why' in issue ? issue.why : issue.code))
}
const table = (heading: string, before: (row: number) => string) => [
  `${heading},${ids}`,
  ...ROWS.map((row, at) => `${before(at)},${row}`),
]
const counted = (name: string) => table(`Team,${name}`, (at) => `${LETTERS[at]},${COUNTS[at]}`)

describe('a table with a row for each group', () => {
  it.each(
    [
      'n',
      'N=',
      'Responses',
      '# responses',
      'Count',
      'Respondents',
      'Number of responses',
      'No. of respondents',
      'Total responses',
      'Response count',
      'Responses (n)',
      'Headcount',
      'Raters',
      'Frequency',
      'Nombre de réponses',
      'Nb de répondants',
      'Effectif',
      'Anzahl Antworten',
      'Número de respuestas',
      'Aantal respondenten',
    ].map((name) => [name]),
  )('is asked about where a column says how many answered: %s', (name) => {
    expect(become(counted(name))).toEqual(['counts'])
  })

  it('is nobody’s as it is guessed, and people’s where somebody says so', () => {
    const lines = counted('n')
    const result = read(lines)
    const mapping = mappingOf((!result.ok && result.draft) as never, questionnaire.id)
    expect([mapping.sums, mapping.formatVersion]).toEqual(['nobody', 2])
    expect(become(lines, { mapping })).toEqual({ people: 0, leftOut: 6 })
    expect(become(lines, { mapping, admitted: ['summary'] })).toEqual({ people: 6, leftOut: 0 })
    expect(become(lines, { mapping: { ...mapping, sums: 'people' } })).toEqual({ people: 6, leftOut: 0 })
    const column = { column: 'n', number: 2, is: 'nothing' } as const
    const team = { column: 'Team', number: 1, is: 'nothing' } as const
    expect(become(lines, { mapping: { ...mapping, columns: [column, team] } })).toEqual({ people: 6, leftOut: 0 })
    expect(!result.ok && inEnglish(result.issues[0]!)).toBe(
      'Column 2, “n”, seems to say how many people answered, so its rows may be groups, with averages for answers, and no people. Export a row for each person, or say in the mapping that each row is somebody’s own.',
    )
  })

  it('has nothing else asked about once they are nobody’s, though its averages have decimals', () => {
    const lines = counted('n').map((line, at) =>
      at === 0 ? line : line.replace(/,(\d),(\d),(\d)$/, ',$1.4,$2.5,$3.6'),
    )
    const result = read(lines)
    const mapping = mappingOf((!result.ok && result.draft) as never, questionnaire.id)
    expect(become(lines)).toContain('counts')
    expect(become(lines, { mapping })).toEqual({ people: 0, leftOut: 6 })
  })

  it('is asked about where another team stands in each row, and nothing says who answered', () => {
    expect(become(table('Team', (at) => LETTERS[at]!))).toEqual(['groups'])
    expect(become(table('Équipe', (at) => LETTERS[at]!))).toEqual(['groups'])
    expect(become(table('Team,Name', (at) => `${LETTERS[at]},`))).toEqual(['groups'])
  })

  it.each([
    ['a number for each row', table('n', (at) => String(at + 11))],
    ['ones', table('Team,Count', () => 'Ash,1')],
    ['addresses beside a number', table('Email,Responses', (at) => `p${at}@x.org,${COUNTS[at]}`)],
    ['times beside a number, as of somebody’s team', table('Timestamp,Team size', (at) => `10:0${at},${COUNTS[at]}`)],
    ['names beside what somebody leads', table('Name,Headcount', (at) => `${LETTERS[at]},${COUNTS[at]}`)],
    ['numbers of responses', table('Response ID,Team', (at) => `${at + 70},${LETTERS[at]}`)],
    ['days beside teams', table('Date,Team', (at) => `2026-11-2${at},${LETTERS[at]}`)],
    ['levels beside teams', table('Vantage,Team', (at) => `${['senior', 'middle'][at % 2]},${LETTERS[at]}`)],
    ['teams that several are of', table('Team', (at) => LETTERS[at % 4]!)],
    ['names of people beside teams', table('Participant,Team', (at) => `P${at},${LETTERS[at]}`)],
    ['two rows', table('Team', (at) => LETTERS[at]!).slice(0, 3)],
    ['words', table('Responses', (at) => LETTERS[at]!)],
  ])('is none with %s', (_what, lines) => {
    expect(become(lines)).toEqual({ people: lines.length - 1, leftOut: 0 })
  })
})
