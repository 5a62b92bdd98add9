import type { ItemSight } from '../../core/room/room-view.ts'
import { countRange } from '../../core/disclosure/release-cant-tell.ts'
import type { RoomReading } from './room-reading.ts'
import { levelsWithSight } from './room-words.ts'

/** The number of people who could not tell a statement, in words, by level. */
export interface SightRow {
  readonly item: string
  readonly counts: readonly string[]
}

/** The table of *can't tell* that is presented to a room. */
export interface SightFigure {
  /** The heads of the columns: the levels with at least one released number, with their size. */
  readonly levels: readonly string[]
  readonly rows: readonly SightRow[]
  /** Why the other levels are missing. */
  readonly hidden: readonly string[]
}

/** Whether half or more of some level certainly cannot tell a statement. */
function isUnseenSomewhere({ view }: RoomReading, { levels }: ItemSight): boolean {
  return levels.some((count, level) => {
    const size = view.size.levels[level]?.size ?? 0
    return count.shown && size > 0 && 2 * countRange(count, size).low >= size
  })
}

/**
 * The statements that the top cannot see and the work reports, with how many of
 * each level could not tell them; where there are none, those that half of any
 * level could not.
 */
export function sightFigure(reading: RoomReading): SightFigure {
  const { view, texts } = reading
  const { items, unseenFromTop } = view.sight
  const levels = levelsWithSight(reading)
  const isAsked = (sight: ItemSight) =>
    unseenFromTop.length > 0 ? unseenFromTop.includes(sight.item) : isUnseenSomewhere(reading, sight)
  return {
    levels: levels.map((level) => texts.sight.ofLevel(reading.level(level), view.size.levels[level]?.size ?? 0)),
    rows: items.filter(isAsked).map(({ item, levels: counts }) => ({
      item,
      counts: levels.map((level) => (counts[level]?.shown ? reading.counted(counts[level]) : '–')),
    })),
    hidden: reading.hiddenOf(
      view.size.levels.flatMap(({ showing }, level) =>
        levels.includes(level) ? [] : [{ name: reading.level(level), showing }],
      ),
    ),
  }
}
