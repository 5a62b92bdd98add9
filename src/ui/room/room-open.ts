import { allOf } from '../../core/logic/three-valued.ts'
import { endsOfSight } from '../../core/room/unseen-from-top.ts'
import type { RoomReading } from './room-reading.ts'

/**
 * Remarks beside the statements that the top cannot see and the work reports: that
 * there are none, or that too little is shown of one end to tell for some or all;
 * empty where no remark is due.
 */
export function sightInWords({ view, texts, top, work }: RoomReading): string[] {
  const ends = view.items.map((item) => endsOfSight(item, view.sight.items, view.size))
  const open = ends.filter(({ hasHalf, isReported }) => allOf([hasHalf, isReported]) === null)
  const found = view.sight.unseenFromTop.length
  if (open.length === 0) return found > 0 ? [] : [texts.sight.none(top, work)]
  const hidden = [
    ...(open.some(({ hasHalf }) => hasHalf === null) ? [top] : []),
    ...(open.some(({ isReported }) => isReported === null) ? [work] : []),
  ]
  if (open.length === ends.length) return [texts.sight.cannotTell(top, work, hidden)]
  return [...(found > 0 ? [] : [texts.sight.noneShown(top, work)]), texts.sight.open(open.length, hidden)]
}

/** The remark where no contradiction is found: there is none, or none can be told of some or all statements. */
export function fitInWords({ view, texts: { contradiction } }: RoomReading): string {
  const beliefs = view.lens.filter(({ heldBy }) => heldBy !== null).length
  const reports = view.items.filter(({ distribution, mean }) => distribution.shown || mean.shown).length
  if (beliefs === 0) return contradiction.beliefsHidden
  if (reports === 0) return contradiction.reportsHidden
  const isWhole = beliefs === view.lens.length && reports === view.items.length
  return isWhole ? contradiction.none : contradiction.noneShown
}
