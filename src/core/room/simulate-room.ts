import { isConceptItem, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { ConceptItem, Item, Questionnaire } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'
import { dayInRange } from '../response/numbered-day.ts'
import { CANT_TELL, type Answer } from '../response/response.ts'
import { keyStep } from '../scoring/keyed.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import { SIMULATED_ID } from '../workshop/simulated.ts'
import { SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import type { Workshop } from '../workshop/workshop.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'

/**
 * Simulated people at each of two levels. In how many of ten pairs one reports more
 * is a number about spread, shown from ten people at both ends on (METHOD 11). A
 * third level among 24 would have at most four people, who would be hidden, and one
 * of the ends with them.
 */
const SIMULATED_SIZES = [12, 12] as const

/**
 * The mean of each level, from 0 to 1 on the scale, for one concept after the
 * other: far apart, less far, and so near that the room cannot tell.
 */
const LEVEL_MEANS = [
  [0.2, 0.68],
  [0.36, 0.6],
  [0.44, 0.54],
] as const

/**
 * The top's guesses of the work's answers, in the same measure: as it answers itself, less than
 * that, and about what is reported.
 */
const EXPECTED = [0.2, 0.24, 0.54] as const

const SEED = 20_261_123

/** The spread of people around the mean of their level, and of single answers around the person's. */
const SPREAD = { person: 0.26, answer: 0.34, guess: 0.2 } as const

/** Of the items that cannot be seen from the top, one in so many is unseen by most of it. */
const UNSEEN_EVERY = 4

/**
 * How many of the top cannot see such an item: all for the first, and for the
 * others as many as allow a number to be released.
 */
const UNSEEN_BY = { first: SIMULATED_SIZES[0], others: 7 } as const

/** The index among the concept items of the one that splits the room. */
const SPLIT_ITEM = 3

/** How many answered without reading: enough that the room can also be shown without them. */
const CARELESS = SMALLEST_GROUP

type Texts = Pick<Workshop, 'name' | 'client' | 'language'> & { readonly levels: readonly [string, string] }

/**
 * The items of the questionnaire's first contradiction about a room: those held,
 * and those that contradict them.
 */
function contradictionIn({ room = [] }: Questionnaire): { held: Set<string>; reported: Set<string> } {
  const conditions = room.find(({ part }) => part === 'contradiction')?.when.all ?? []
  const itemsOf = (kind: 'held' | 'reported') =>
    new Set(conditions.flatMap((one) => (one.is === kind ? one.items.slice(0, one.atLeast) : [])))
  return { held: itemsOf('held'), reported: itemsOf('reported') }
}

/**
 * The sample room of 24: a believable distance between the top and the work, a
 * statement that splits it, statements that the top cannot see, an explanation at
 * odds with what both levels report, and some responses given without reading. It
 * has an example of everything that a room can show. A questionnaire always gets
 * the same room.
 *
 * @param date the day its responses are given and its snapshot is taken
 */
export function simulateRoom(questionnaire: Questionnaire, texts: Texts, date: string): KeptWorkshop {
  const today = dayInRange(date)
  const next = sequence(SEED)
  // Apart, so that nobody's own answers depend on whether anything is guessed.
  const nextGuess = sequence(SEED + 1)
  const concepts = questionnaire.items.filter(isConceptItem)
  const split = concepts[SPLIT_ITEM]?.id
  const { held, reported } = contradictionIn(questionnaire)
  /** Statements to which the whole top gives both, so that what it expected can be read beside what it sees. */
  const isGuessed = (id: string) => questionnaire.guess?.items.includes(id) === true
  const outOfSight = concepts
    .filter(({ id, visibleFrom }) => !visibleFrom.includes('senior') && id !== split && !reported.has(id))
    .filter((_, index) => index % UNSEEN_EVERY === 0)
    .map(({ id }) => id)
    .filter((id) => !isGuessed(id))
  const stepAt = (item: Item, share: number) => {
    const options = scaleOf(questionnaire, item).options.length
    return Math.min(options, Math.max(1, Math.round(1 + share * (options - 1))))
  }
  const shareOf = (item: ConceptItem, level: number, person: number, lean: number): number => {
    const index = questionnaire.concepts.findIndex(({ id }) => id === item.concept)
    const around = LEVEL_MEANS[index % LEVEL_MEANS.length]![level]! + lean + (next() - 0.5) * 2 * SPREAD.answer
    const upper = 0.8 + 0.2 * next()
    if (item.id === split) return person % 2 === 0 ? upper : 1 - upper
    return reported.has(item.id) && person % 4 > 0 ? upper : around
  }
  const report = (item: ConceptItem, level: number, person: number, lean: number): Answer => {
    const hiddenAt = outOfSight.indexOf(item.id)
    const unseenBy = hiddenAt < 0 || level > 0 ? 0 : hiddenAt === 0 ? UNSEEN_BY.first : UNSEEN_BY.others
    const isMissed = next() < 0.04
    const step = stepAt(item, shareOf(item, level, person, lean))
    if (unseenBy > 0 ? person < unseenBy : isMissed && !(level === 0 && isGuessed(item.id))) return CANT_TELL
    return keyStep(step, scaleOf(questionnaire, item).options.length, item.reversed === true)
  }
  const explain = (item: Item, level: number): Answer => {
    const scale = scaleOf(questionnaire, item)
    const from = (questionnaire.heldFrom && stepOfOption(scale, questionnaire.heldFrom)) || scale.options.length
    const holds = held.has(item.id) ? 0.85 : item.kind === 'system-view' ? 0.55 + 0.15 * level : 0.55 - 0.2 * level
    return next() < holds
      ? Math.min(scale.options.length, from + (next() < 0.3 ? 1 : 0))
      : 1 + Math.floor(next() * (from - 1))
  }
  const guessed = concepts.filter(({ id }) => isGuessed(id))
  const expect = (item: ConceptItem, lean: number): Answer => {
    const index = questionnaire.concepts.findIndex(({ id }) => id === item.concept)
    const share = EXPECTED[index % EXPECTED.length]! + lean + (nextGuess() - 0.5) * 2 * SPREAD.guess
    return keyStep(stepAt(item, share), scaleOf(questionnaire, item).options.length, item.reversed === true)
  }
  const levels = SIMULATED_SIZES.flatMap((size, level) => Array.from({ length: size }, () => level))
  const entries = levels.map((level, person): CollectedEntry => {
    const lean = (next() - 0.5) * 2 * SPREAD.person
    const careless = person >= levels.length - CARELESS
    const same = 0.5 + 0.25 * (person % 2)
    const answers = questionnaire.items.map((item): [string, Answer] => [
      item.id,
      careless ? stepAt(item, same) : isConceptItem(item) ? report(item, level, person, lean) : explain(item, level),
    ])
    const guesses = guessed.map((item): [string, Answer] => [item.id, expect(item, lean / 4)])
    return {
      id: `simulated-${person + 1}`,
      participant: person,
      revision: 1,
      mark: null,
      via: 'code',
      completedOn: today,
      level,
      pace: careless ? 'fast' : 'usual',
      answers: Object.fromEntries(answers),
      ...(level === 0 && guesses.length > 0 ? { guesses: Object.fromEntries(guesses) } : {}),
    }
  })
  const { id, version } = questionnaire
  return {
    workshop: {
      ...texts,
      id: SIMULATED_ID,
      questionnaire: { id, version },
      smallestGroup: SMALLEST_GROUP,
      rawExport: false,
      ...(guessed.length > 0 ? { asksGuesses: true as const } : {}),
    },
    expected: SIMULATED_SIZES,
    collected: { entries, former: [] },
    snapshots: [{ number: 1, takenOn: today, entries: entries.map((entry) => entry.id) }],
    closed: true,
  }
}
