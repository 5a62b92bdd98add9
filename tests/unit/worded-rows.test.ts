import { describe, expect, it } from 'vitest'
import type { ReadingChoices } from '../../src/core/files/read-heading.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'

const ids = questionnaire.items.map(({ id }) => id).slice(0, 8)
const ROWS = Array.from({ length: 6 }, (_, row) => ids.map((_id, at) => 1 + ((row * (at + 2) + at * at) % 5)))
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

describe('a word for nobody below a heading that nobody knows', () => {
  const own = ROWS[2]!.join(',')
  const names = ['Anna', 'Max', 'Lena', 'Noé', 'Norm', 'Ida']
  const inFull = ['Anna Berg', 'Ben Max', 'Lena Kim', 'Noé Roy', 'Ida Norm', 'Al Roy']

  it.each(
    [
      'Target',
      'Overall',
      'Benchmark',
      'All',
      'Best in class',
      'Sector benchmark 2025',
      'Norm group',
      'Industry benchmark',
      'Company target',
      'Ziel',
      'Cible',
      'Goal',
    ].flatMap((word) => ['Name', 'Employee', 'Collègue'].map((heading) => [word, heading] as const)),
  )('is asked about: %s below %s', (word, heading) => {
    const people = table(heading, (at) => names[at]!)
    expect(become([...people, `${word},${own}`])).toEqual(['word'])
    expect(become([people[0]!, `${word},${own}`, ...people.slice(1)])).toEqual(['word'])
  })

  it('is asked about with any word where it has the rounded averages of all', () => {
    const rows = Array.from({ length: 12 }, (_, row) => ids.map((_id, at) => 1 + ((row * (at + 2) + at * at) % 5)))
    const averages = ids.map((_id, at) => Math.round(rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length))
    const people = [`Name,${ids}`, ...rows.map((row, at) => `${'ABCDEFGHIJKL'[at]}nn,${row}`)]
    expect(become([...people, `Our house,${averages}`])).toEqual(['word'])
    expect(become([...people, `Our house,${averages.with(0, 1)}`])).toEqual({ people: 13, leftOut: 0 })
    const addressed = [`Email,Team,${ids}`, ...rows.map((row, at) => `p${at}@x.org,North,${row}`)]
    expect(become([...addressed, `p99@x.org,South,${averages}`])).toEqual({ people: 13, leftOut: 0 })
  })

  it.each(['Target', 'Overall', 'Company benchmark'])('is asked about behind the statements, too: %s', (word) => {
    const people = [`${ids},Name`, ...ROWS.map((row, at) => `${row},${names[at]}`)]
    expect(become(people)).toEqual({ people: 6, leftOut: 0 })
    expect(become([...people, `${own},${word}`])).toEqual(['word'])
  })

  it('is asked about where the tool’s number is missing, whatever the word', () => {
    const people = table('Response ID,Name', (at) => `${at + 70},${names[at]}`)
    expect(become([...people, `,Target,${own}`])).toEqual(['word'])
    expect(become([...people, `,Whole house,${own}`])).toEqual(['word'])
  })

  it('is asked about where it says where it sits, too', () => {
    const people = table('Name,vantage', (at) => `${names[at]},close`)
    expect(become([...people, `Target,close,${own}`])).toEqual(['word'])
  })

  it('is asked about where it is a first name and the others are in full, or another word stands there', () => {
    const people = table('Name', (at) => inFull[at]!)
    expect(become([...people, `Max,${own}`])).toEqual(['word'])
    expect(become([...table('Name', (at) => names[at]!), `Min,${own}`, `Target,${own}`])).toEqual(['word', 'word'])
  })

  it.each([
    ['names', table('Name', (at) => names[at]!)],
    ['names in full', table('Name', (at) => inFull[at]!)],
    ['departments, of which two are in all', table('Works in', (at) => (at < 2 ? 'All' : 'North'))],
    ['comments', table('Email,Comment', (at) => `p${at}@x.org,${at === 2 ? 'Target' : ''}`)],
    ['comments behind', [`${ids},Comment`, ...ROWS.map((row, at) => `${row},${at === 2 ? 'overall' : ''}`)]],
    [
      'who has a number, and no address',
      table('Response ID,Email', (at) => `${at + 70},${at === 2 ? '' : `p${at}@x.org`}`),
    ],
    ['who answered at another time', table('Timestamp,Name', (at) => `10:0${at},${at === 2 ? 'All' : names[at]}`)],
  ])('is not seen in a table of people with %s', (_what, lines) => {
    expect(become(lines)).toMatchObject({ leftOut: 0 })
  })
})
