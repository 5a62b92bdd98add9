import { describe, expect, it } from 'vitest'
import { assess, type Assessment } from '../../src/core/result/assess.ts'
import type { Answer } from '../../src/core/response/response.ts'
import { conceptItems, questionnaire, respond } from '../fixtures/execution-gaps.ts'

/** Keyed steps to hand out to a concept's eight items: spread, so that an order of them matters. */
const SPREADS = [
  [5, 4, 4, 3, 2, 2, 1, 1],
  [5, 5, 3, 3, 2, 2, 2, 1],
  [4, 4, 4, 3, 2, 2, 1, 1],
  [5, 4, 3, 3, 3, 2, 2, 2],
]

/** Gives each concept the same keyed steps, beginning with a different item. The scores cannot differ. */
function respondShifted(spread: readonly number[], shift: number) {
  const items: Record<string, Answer> = {}
  for (const concept of questionnaire.concepts) {
    const own = conceptItems.filter((item) => item.concept === concept.id)
    for (const [index, item] of own.entries()) {
      const keyed = spread[(index + shift) % spread.length]!
      items[item.id] = item.reversed ? 6 - keyed : keyed
    }
  }
  return assess(questionnaire, respond({ items, vantage: 'senior' }))
}

const PAIRS = SPREADS.flatMap((spread, index) =>
  [1, 2, 3, 4, 6].map((shift): [number, Assessment, Assessment] => [
    index * 5 + shift,
    respondShifted(spread, 0),
    respondShifted(spread, shift),
  ]),
)

const scoresOf = (assessment: Assessment) =>
  Object.fromEntries(assessment.concepts.map(({ concept, score }) => [concept, score]))
const driversOf = (assessment: Assessment) =>
  Object.fromEntries(
    assessment.concepts.map(({ concept, drivers }) => [concept, drivers.flatMap(({ items }) => items)]),
  )
const questionsOf = (assessment: Assessment) =>
  Object.fromEntries(assessment.concepts.map(({ concept, ask }) => [concept, ask]))

describe('two responses with equal scores and different answers', () => {
  it('make twenty pairs', () => {
    expect(PAIRS).toHaveLength(20)
  })

  it.each(PAIRS)('differ in drivers, question and constraints: pair %i', (_number, first, second) => {
    expect(scoresOf(first)).toEqual(scoresOf(second))
    for (const { id } of questionnaire.concepts) expect(driversOf(first)[id]).not.toEqual(driversOf(second)[id])
    expect(questionsOf(first)).not.toEqual(questionsOf(second))
    expect(first.examine).not.toEqual(second.examine)
  })
})

describe('constraints to examine', () => {
  const groups = (items: Record<string, Answer>) =>
    assess(questionnaire, respond({ silence: 1, signalLoss: 1, friction: 1, items })).examine.groups.map(
      ({ step, constraints }) => [step, constraints.map(({ constraint }) => constraint)],
    )

  it('stand in groups by answer step, ties level, reversed statements turned', () => {
    expect(
      groups({
        'work-waits-for-approval': 5,
        'authority-at-the-work': 1,
        'safer-option-wins': 4,
        'progress-needs-connections': 3,
      }),
    ).toEqual([
      [5, ['approvals', 'decision-rights']],
      [4, ['risk']],
      [3, ['informal-norms']],
    ])
  })

  it('are named as out of sight where none of their statements has an answer', () => {
    const unseen = assess(questionnaire, respond({ silence: 3, signalLoss: 3, friction: '?' })).examine.unseen.map(
      ({ constraint }) => constraint,
    )
    expect(unseen).toContain('approvals')
    expect(unseen).not.toContain('risk')
  })
})
