import { encodeResultCode } from '../codes/result-code.ts'
import { isConceptItem, scaleOf } from '../questionnaire/lookup.ts'
import type { Item, Questionnaire } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'
import { dayInRange } from '../response/numbered-day.ts'
import { layoutOf } from '../response/layout.ts'
import type { Answer } from '../response/response.ts'
import { keyStep } from '../scoring/keyed.ts'
import { SIMULATED_CHECK_ID } from '../workshop/simulated.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'
import { makeCheck } from './make-check.ts'

const PEOPLE = 14
const SEED = 20_261_130

/** The means from 0 to 1 on the scale, concept after concept: of the leader, of what they guess, and of the group. */
const MEANS = [
  { own: 0.25, guess: 0.3, group: 0.7 },
  { own: 0.3, guess: 0.55, group: 0.6 },
  { own: 0.45, guess: 0.5, group: 0.5 },
] as const

/** The spread of people around the group's mean, and of single answers around the person's. */
const SPREAD = { person: 0.22, answer: 0.36 } as const

/**
 * The sample check: a leader who sees less than fourteen invented people report, knows it
 * of one concept and not of another. A questionnaire always gets the same.
 *
 * @param date the day its answers are given and it is shown
 */
export function simulateCheck(
  questionnaire: Questionnaire,
  texts: { readonly name: string; readonly level: string; readonly language: string },
  date: string,
): KeptWorkshop {
  const today = dayInRange(date)
  const next = sequence(SEED)
  const around = () => 2 * next() - 1
  const answerAt = (item: Item, share: number): Answer => {
    const options = scaleOf(questionnaire, item).options.length
    const step = Math.min(options, Math.max(1, Math.round(1 + share * (options - 1))))
    return keyStep(step, options, isConceptItem(item) && item.reversed === true)
  }
  const meansOf = (item: Item) =>
    MEANS[isConceptItem(item) ? questionnaire.concepts.findIndex(({ id }) => id === item.concept) % MEANS.length : 2]!
  const answersOf = (of: keyof (typeof MEANS)[number], lean: number) =>
    Object.fromEntries(
      questionnaire.items.map((item) => [item.id, answerAt(item, meansOf(item)[of] + lean + around() * SPREAD.answer)]),
    )
  const guessed = questionnaire.guess?.items ?? []
  const guesses = Object.fromEntries(Object.entries(answersOf('guess', 0)).filter(([id]) => guessed.includes(id)))
  const code = encodeResultCode(layoutOf(questionnaire), {
    vantage: 'senior',
    completedOn: today,
    answers: answersOf('own', 0),
    ...(guessed.length > 0 ? { guesses } : {}),
  })
  const entries = Array.from({ length: PEOPLE }, (_, person) => ({
    id: `simulated-${person + 1}`,
    participant: person,
    revision: 1,
    mark: null,
    via: 'code' as const,
    completedOn: today,
    level: 0,
    pace: 'usual' as const,
    answers: answersOf('group', around() * SPREAD.person),
  }))
  const kept = makeCheck({
    id: SIMULATED_CHECK_ID,
    questionnaire,
    language: texts.language,
    level: texts.level,
    leader: texts.name,
    keeper: '',
    expected: PEOPLE,
    code,
    live: null,
  })
  return {
    ...kept,
    collected: { entries, former: [] },
    snapshots: [{ number: 1, takenOn: today, entries: entries.map(({ id }) => id) }],
    closed: true,
    keyOffered: true,
  }
}
