import { describe, expect, it } from 'vitest'
import { assess, type Assessment } from '../../src/core/result/assess.ts'
import type { Answer } from '../../src/core/response/response.ts'
import { conceptItems, questionnaire, respond } from '../fixtures/execution-gaps.ts'

/** Keyed steps for a concept's eight items, spread so that their order matters. */
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

describe('the answers that drove a score', () => {
  const concept = (items: Record<string, Answer>, level: 1 | 2 | 3 = 1) =>
    assess(questionnaire, respond({ silence: level, signalLoss: 1, friction: 1, items })).concepts.find(
      (result) => result.concept === 'silence',
    )!

  it('are those above the middle, highest first, ties together', () => {
    const { drivers } = concept({ 'concern-kept-back': 4, 'agreed-then-different': 5, 'change-kept-from-owner': 4 })
    expect(drivers).toEqual([
      { step: 5, items: ['agreed-then-different'] },
      { step: 4, items: ['concern-kept-back', 'change-kept-from-owner'] },
    ])
  })

  it('leave a further step out once enough are listed, and never split one', () => {
    const { drivers } = concept({
      'objections-after-meeting': 5,
      'concern-dropped': 5,
      'obstacle-worked-around': 5,
      'concern-kept-back': 5,
      'change-kept-from-owner': 5,
      'agreed-then-different': 4,
    })
    expect(drivers.map(({ step, items }) => [step, items.length])).toEqual([[5, 5]])
  })

  it('are none where nothing lies above the middle, which still leads to a question', () => {
    expect(concept({ 'concern-kept-back': 3 }).drivers).toEqual([])
    expect(concept({ 'concern-kept-back': 3 }).ask).toBe('concern-kept-back')
    expect(concept({}, 2).drivers).toEqual([])
  })

  it('lead to the question of the highest, and among equals of the facet reported most', () => {
    expect(concept({ 'concern-kept-back': 4, 'agreed-then-different': 5 }).ask).toBe('agreed-then-different')
    expect(concept({ 'concern-dropped': 5, 'concern-kept-back': 5, 'candour-cost-someone': 3 }).ask).toBe(
      'concern-kept-back',
    )
  })

  it('give way to a statement that could not be seen where nothing is reported', () => {
    expect(concept({ 'raising-problems-called-waste': 'cant-tell' }).ask).toBe('raising-problems-called-waste')
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
        'goes-on-from-the-work': 1,
        'defensible-option-chosen': 4,
        'progress-needs-connections': 3,
      }),
    ).toEqual([
      [5, ['approvals', 'decision-rights']],
      [4, ['risk']],
    ])
  })

  it('are of what stands out first, though others are reported more', () => {
    const { examine, concepts } = assess(
      questionnaire,
      respond({ silence: 4, signalLoss: 1, friction: 1, items: { 'work-waits-for-approval': 5 } }),
    )
    expect(concepts[0]).toMatchObject({ concept: 'silence', below: [] })
    expect(examine.isOfLead).toBe(true)
    expect(examine.groups.map(({ step }) => step)).toEqual([4, 5])
    const ofSilence = conceptItems.filter(({ concept }) => concept === 'silence').map(({ id }) => id)
    const [first, next] = examine.groups
    expect(first!.constraints.flatMap(({ items }) => items).filter((id) => !ofSilence.includes(id))).toEqual([])
    expect(next!.constraints.map(({ constraint }) => constraint)).toEqual(['approvals'])
  })

  it('are none where nothing lies above the middle, and nothing stands out', () => {
    const { examine } = assess(
      questionnaire,
      respond({ silence: 1, signalLoss: 1, friction: 1, items: { 'defensible-option-chosen': 3 } }),
    )
    expect(examine).toMatchObject({ groups: [], nothing: 'none-reported' })
  })

  it('are none where too little was answered, or the answers are too alike, and nothing stands out', () => {
    const few = conceptItems.slice(0, 11).map(({ id }) => [id, 5] as const)
    expect(assess(questionnaire, respond({ items: Object.fromEntries(few) })).examine.nothing).toBe('little-answered')
    const alike = Object.fromEntries(conceptItems.map(({ id }) => [id, 4] as const))
    expect(assess(questionnaire, respond({ items: alike })).examine).toMatchObject({ groups: [], nothing: 'too-alike' })
  })

  it('are named as out of sight where none of their statements has an answer', () => {
    const unseen = assess(questionnaire, respond({ silence: 3, signalLoss: 3, friction: '?' })).examine.unseen.map(
      ({ constraint }) => constraint,
    )
    expect(unseen).toContain('approvals')
    expect(unseen).toContain('risk')
    expect(unseen).not.toContain('risk-of-speaking')
  })
})
