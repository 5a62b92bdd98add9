import type { Draft } from '../findings/conditions/draft.ts'
import type { Group } from '../findings/conditions/fields.ts'
import { isConceptItem, itemsOf, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { ConceptItem, Item, Questionnaire, ResponseScale } from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import { CANT_TELL, type Answer, type GivenVantage } from '../response/response.ts'
import { keyStep } from '../scoring/keyed.ts'

/** A made-up person on whom rules are tried. */
export interface DraftPerson {
  answers: Record<string, Answer>
  /** Guesses of what those close to the work answer, by item id; absent where nothing is guessed. */
  guesses?: Record<string, Answer>
  vantage: GivenVantage
  secondsPerItem: number | null
}

/** Answers a concept item at a keyed level from 0 to 1, or any other at its raw level. */
export function putLevel(questionnaire: Questionnaire, { answers }: DraftPerson, item: Item, level: number): void {
  const options = scaleOf(questionnaire, item).options.length
  const step = Math.min(options, Math.max(1, Math.round(1 + level * (options - 1))))
  answers[item.id] = keyStep(step, options, isConceptItem(item) && item.reversed === true)
}

/**
 * Made-up people whom conditions can bend.
 *
 * @param groups the people of each group; one respondent is in each
 * @param next numbers in [0, 1)
 */
export function draftPeople(
  questionnaire: Questionnaire,
  groups: Readonly<Record<Group, readonly DraftPerson[]>>,
  next: () => number,
): Draft {
  const people = groups.room
  const among = (some: readonly DraftPerson[]) =>
    draftPeople(questionnaire, { room: some, top: some, work: some }, next)
  const itemsIn = (concepts: readonly string[]) => concepts.flatMap((concept) => itemsOf(questionnaire, concept))
  const putStep = (id: string, stepOn: (scale: ResponseScale) => number | null) => {
    const item = questionnaire.items.find((candidate) => candidate.id === id)
    if (!item) return
    const scale = scaleOf(questionnaire, item)
    const { length } = scale.options
    const step = stepOn(scale)
    if (step === null) throw new RangeError(`The scale of ${id} has no such option.`)
    for (const person of people) putLevel(questionnaire, person, item, (step - 1) / (length - 1))
  }
  const each = (items: readonly ConceptItem[], answer: (person: DraftPerson, item: ConceptItem) => void) => {
    for (const person of people) for (const item of items) answer(person, item)
  }
  return {
    next,
    at: (group) => among(groups[group]),
    half: (which) => among(people.filter((_, index) => index % 2 === which)),
    fill(concepts, level, facet) {
      const items = itemsIn(concepts).filter((item) =>
        !facet ? true : 'is' in facet ? item.facet === facet.is : item.facet !== facet.isNot,
      )
      each(items, (person, item) => putLevel(questionnaire, person, item, level + (next() - 0.5) * 0.2))
    },
    expect(concepts, level) {
      const items = itemsIn(concepts).filter(({ id }) => questionnaire.guess?.items.includes(id))
      each(items, (person, item) => {
        const guessing = { ...person, answers: {} }
        putLevel(questionnaire, guessing, item, level + (next() - 0.5) * 0.2)
        person.guesses = { ...person.guesses, ...guessing.answers }
      })
    },
    skip: (concepts) => each(itemsIn(concepts), ({ answers }, { id }) => void delete answers[id]),
    leaveOpen(items) {
      for (const { answers } of people) for (const id of items) delete answers[id]
    },
    unsee(concepts, share) {
      const items = itemsIn(concepts)
      each(items.slice(0, Math.ceil(items.length * share)), ({ answers }, { id }) => (answers[id] = CANT_TELL))
    },
    report: (item, option) => putStep(item, (scale) => (option === null ? 1 : stepOfOption(scale, option))),
    hold: (item, holds) => putStep(item, (scale) => (holds ? stepOfOption(scale, questionnaire.heldFrom ?? '') : 1)),
    sit(passes) {
      for (const person of people) person.vantage = VANTAGES.find(passes) ?? 'not-said'
    },
    take(secondsPerItem) {
      for (const person of people) person.secondsPerItem = secondsPerItem
    },
    answerThroughout: (at) =>
      each(questionnaire.items.filter(isConceptItem), ({ answers }, item) => {
        const { length } = scaleOf(questionnaire, item).options
        const inward = next() < 0.9 ? 1 : 0
        answers[item.id] = at === 'highest' ? length - inward : 1 + inward
      }),
  }
}
