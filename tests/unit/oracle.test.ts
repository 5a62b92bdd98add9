import { describe, expect, it } from 'vitest'
import type { ScoredParts } from '../../src/core/questionnaire/lookup.ts'
import { longestRun, standardDeviation } from '../../src/core/scoring/response-quality.ts'
import { scoreConcepts } from '../../src/core/scoring/score-concepts.ts'
import { expectClose, expected, keys, peopleIn, type Keys } from '../fixtures/oracle.ts'

interface ExpectedPerson {
  longstring: number
  irv: number
  pooled_within_scale_sd: number
  pooled_df: number
  scales: Record<
    string,
    {
      items: number
      answered: number
      pomp: number | null
      sem_pooled: number
      pomp_ci80_pooled: [number, number]
      bounds_if_missing: [number, number]
    }
  >
}

function partsOf(set: Keys, weighted: boolean): ScoredParts {
  return {
    scales: { raw: { kind: 'frequency', options: Array.from({ length: set.max }, (_, index) => `step-${index + 1}`) } },
    concepts: Object.keys(set.scales).map((id) => ({ id })),
    opposites: [],
    items: Object.entries(set.scales).flatMap(([concept, { items, reverse, weights }]) =>
      items.map((id) => ({
        id,
        kind: 'symptom' as const,
        concept,
        scale: 'raw',
        visibleFrom: ['close' as const],
        derivedFrom: [],
        ...(reverse.includes(id) ? { reversed: true as const } : {}),
        ...(weighted ? { weight: weights[id]! } : {}),
      })),
    ),
  }
}

describe.each(['d2_n7', 'd4_single'])('each person in %s', (name) => {
  const set = keys[name]!
  const people = peopleIn(set)
  const persons = expected[name].persons as ExpectedPerson[]

  it('is there', () => {
    expect(people).toHaveLength(persons.length)
  })

  it.each(persons.map((person, index) => [index + 1, person] as const))(
    'number %i has the scores, bands and bounds of the reference',
    (number, person) => {
      const scores = scoreConcepts(partsOf(set, false), people[number - 1]!, { floor: 'none' })
      for (const score of scores) {
        const wanted = person.scales[score.concept]!
        expect(score.items).toBe(wanted.items)
        expect(score.answered).toBe(wanted.answered)
        expectClose(score.score, wanted.pomp)
        // The band rests on a t quantile.
        expectClose(score.band?.low ?? null, wanted.pomp_ci80_pooled[0], 1e-6)
        expectClose(score.band?.high ?? null, wanted.pomp_ci80_pooled[1], 1e-6)
        expectClose(score.bounds.low, wanted.bounds_if_missing[0])
        expectClose(score.bounds.high, wanted.bounds_if_missing[1])
      }
    },
  )

  it.each(persons.map((person, index) => [index + 1, person] as const))(
    'number %i has the longest run and the deviation of the reference',
    (number, person) => {
      const steps = set.items.map((id) => (people[number - 1]![id] as number | undefined) ?? null)
      expect(longestRun(steps)).toBe(person.longstring)
      expectClose(standardDeviation(steps.filter((step) => step !== null)), person.irv)
    },
  )
})

describe.each(['d2_n7', 'd3_zero_variance', 'd4_single'])('the people in %s together', (name) => {
  const set = keys[name]!
  const people = peopleIn(set)
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length

  it.each(Object.keys(set.scales))(
    'have the mean score of the reference on %s, with and without weights',
    (concept) => {
      const wanted = expected[name].scales[concept].pomp
      for (const [weighted, value] of [
        [false, wanted.mean],
        [true, wanted.weighted.mean],
      ] as const) {
        const scores = people
          .map(
            (person) => scoreConcepts(partsOf(set, weighted), person).find((score) => score.concept === concept)!.score,
          )
          .filter((score) => score !== null)
        expect(scores).toHaveLength(wanted.n)
        expectClose(mean(scores), value)
      }
    },
  )
})
