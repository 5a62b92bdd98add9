import type { RoomCondition } from '../../core/findings/conditions/table.ts'
import { isConceptItem, scaleOf, stepOfOption } from '../../core/questionnaire/lookup.ts'
import type { Interval } from '../../core/statistics/interval.ts'
import { reportedBy } from '../../core/room/reported-by.ts'
import type { LensItemView, RoomFindingView } from '../../core/room/room-view.ts'
import type { RoomReading } from './room-reading.ts'
import { heldInWords, shareInWords } from './room-words.ts'

/** One statement with the share of the room that reports or holds it. */
export interface ShareRow {
  readonly item: string
  /** Limits of the share, 0 to 1, certain from the released figures; `null` where nothing is released. */
  readonly share: Interval | null
  /** Whether that is half or more, in words; empty where it is said elsewhere. */
  readonly verdict: string
  /** The share in words, or why there is none. */
  readonly words: string
  readonly hasCamps: boolean
}

/** The two sides of a contradiction: explanations held, and statements reported. */
export interface BeliefAndEvidence {
  readonly believed: readonly ShareRow[]
  readonly reported: readonly ShareRow[]
}

/** The share of the room that holds an explanation. */
export function beliefRow(reading: RoomReading, belief: LensItemView): ShareRow {
  const { lens } = reading.texts
  const { item, heldBy, held, distribution, twoCamps } = belief
  const why = distribution.shown ? lens.open : reading.why(distribution)
  return {
    item,
    share: heldBy,
    verdict: held === null ? lens.open : held ? lens.held : lens.notHeld,
    words: heldBy ? heldInWords(reading, belief) : why,
    hasCamps: twoCamps === true,
  }
}

type Reported = RoomCondition<'reported'>

/** The share of the room that reports a statement, from the finding's option on; reversed items turned. */
function reportRow(reading: RoomReading, item: string, { from }: Reported): ShareRow[] {
  const { questionnaire } = reading.part
  const found = questionnaire.items.filter(isConceptItem).find(({ id }) => id === item)
  const share = reportedBy(questionnaire, reading.view, item, from)
  const step = found && stepOfOption(scaleOf(questionnaire, found), from)
  if (!found || !share || !step) return []
  const options = reading.optionsOf(item)
  const isReversed = found.reversed === true
  const option = options[isReversed ? options.length - step : step - 1] ?? ''
  const words = reading.texts.contradiction.answered(shareInWords(reading, share), option, isReversed)
  return [{ item, share, verdict: '', words, hasCamps: false }]
}

/** The statements that a contradiction rests on, by their side. */
export function evidenceOf(reading: RoomReading, { finding, items }: RoomFindingView): BeliefAndEvidence {
  const { view, part } = reading
  const rule = part.questionnaire.room?.find(({ id }) => id === finding)?.when
  const conditions = [...(rule?.all ?? []), ...(rule?.any ?? [])].filter(
    (one): one is Reported => one.is === 'reported',
  )
  return {
    believed: view.lens
      .filter(({ item }) => items.includes(item))
      .map((belief) => ({ ...beliefRow(reading, belief), verdict: '' })),
    reported: items.flatMap((item) => {
      const condition = conditions.find((one) => one.items.includes(item))
      return condition ? reportRow(reading, item, condition) : []
    }),
  }
}
