import { isConceptItem, scaleOf, stepOfOption } from '../../questionnaire/lookup.ts'
import type { ConceptItem, Item, Questionnaire } from '../../questionnaire/schema.ts'
import { sequence } from '../../questionnaire/sequence.ts'
import { CANT_TELL, type Answer } from '../../response/response.ts'
import { keyStep } from '../../scoring/keyed.ts'
import type { CollectedEntry } from '../collect/collected.ts'
import { SMALLEST_GROUP, type Workshop } from '../workshop.ts'
import type { KeptWorkshop } from '../workshop-file.ts'

/** The id of the sample room, and of no other: ids of workshops are drawn at random. */
export const SIMULATED_ID = '000000'

/** Whether a workshop is the sample room, which is to be called simulated wherever it is shown. */
export function isSimulated({ id }: Pick<Workshop, 'id'>): boolean {
  return id === SIMULATED_ID
}

/** How many simulated people sit at each of three levels. */
export const SIMULATED_SIZES = [6, 8, 10] as const

/** Where on the scale, 0 to 1, each level sees most of it: the distance that the sample room is about. */
const LEVEL_MEANS = [0.3, 0.56, 0.74] as const

const SEED = 20_261_123

/** How far people, and their single answers, lie around that. */
const SPREAD = { person: 0.16, answer: 0.34 } as const

/** Of the items that cannot be seen from the top, every so many are out of sight for most of it. */
const UNSEEN_EVERY = 5

/** The item on which the room is split, counted among those of the concepts. */
const SPLIT_ITEM = 3

type Texts = Pick<Workshop, 'name' | 'client' | 'language'> & { readonly levels: readonly [string, string, string] }

/**
 * The sample room of 24: a believable distance between the top and the work, a
 * statement that splits it, statements that the top cannot see, and one response
 * given without reading. Always the same for a questionnaire.
 *
 * @param today the day its responses are given and its snapshot is taken
 */
export function simulateRoom(questionnaire: Questionnaire, texts: Texts, today: string): KeptWorkshop {
  const next = sequence(SEED)
  const concepts = questionnaire.items.filter(isConceptItem)
  const split = concepts[SPLIT_ITEM]?.id
  const hidden = new Set(
    concepts
      .filter(({ visibleFrom }) => !visibleFrom.includes('senior'))
      .filter((_, index) => index % UNSEEN_EVERY === 0)
      .map(({ id }) => id),
  )
  const stepAt = (item: Item, share: number) => {
    const options = scaleOf(questionnaire, item).options.length
    return Math.min(options, Math.max(1, Math.round(1 + share * (options - 1))))
  }
  const report = (item: ConceptItem, level: number, person: number, lean: number): Answer => {
    if (hidden.has(item.id) && level === 0 && next() < 0.7) return CANT_TELL
    if (next() < 0.04) return CANT_TELL
    const share = LEVEL_MEANS[level]! + lean + (next() - 0.5) * 2 * SPREAD.answer
    const camp = person % 2 === 0 ? 0.02 + 0.2 * next() : 0.8 + 0.2 * next()
    const step = stepAt(item, item.id === split ? camp : share)
    return keyStep(step, scaleOf(questionnaire, item).options.length, item.reversed === true)
  }
  const explain = (item: Item, level: number): Answer => {
    const scale = scaleOf(questionnaire, item)
    const from = (questionnaire.heldFrom && stepOfOption(scale, questionnaire.heldFrom)) || scale.options.length
    const holds = item.kind === 'system-view' ? 0.35 + 0.15 * level : 0.75 - 0.1 * level
    return next() < holds
      ? Math.min(scale.options.length, from + (next() < 0.3 ? 1 : 0))
      : 1 + Math.floor(next() * (from - 1))
  }
  const levels = SIMULATED_SIZES.flatMap((size, level) => Array.from({ length: size }, () => level))
  const entries = levels.map((level, person): CollectedEntry => {
    const lean = (next() - 0.5) * 2 * SPREAD.person
    const careless = person === levels.length - 1
    const answers = questionnaire.items.map((item): [string, Answer] => [
      item.id,
      careless ? stepAt(item, 0.5) : isConceptItem(item) ? report(item, level, person, lean) : explain(item, level),
    ])
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
    },
    expected: SIMULATED_SIZES,
    collected: { entries, former: [] },
    snapshots: [{ number: 1, takenOn: today, entries: entries.map((entry) => entry.id) }],
    closed: true,
  }
}
