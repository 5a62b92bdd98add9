import { allOf } from '../../core/logic/three-valued.ts'
import { endsOfSight } from '../../core/room/unseen-from-top.ts'
import type { RoomReading } from './room-reading.ts'

/**
 * What to say beside the statements that the top cannot see and the work reports:
 * that there is none, or that it cannot be told of some or all of them because too
 * little is shown of one end; empty where they are all there is to say.
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

/** What to say where no belief is found at odds with a report: that none is, or that it cannot be told, or not of all. */
export function fitInWords({ view, texts: { contradiction } }: RoomReading): string {
  const beliefs = view.lens.filter(({ heldBy }) => heldBy !== null).length
  const reports = view.items.filter(({ distribution, mean }) => distribution.shown || mean.shown).length
  if (beliefs === 0) return contradiction.beliefsHidden
  if (reports === 0) return contradiction.reportsHidden
  const isWhole = beliefs === view.lens.length && reports === view.items.length
  return isWhole ? contradiction.none : contradiction.noneShown
}
