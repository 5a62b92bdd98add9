import { hide } from './printed.ts'
import type { PrintedItem } from './print-item.ts'

/** The one index at which something is hidden; `null` where nothing or more than one thing is. */
function onlyHidden(shown: readonly boolean[]): number | null {
  const first = shown.indexOf(false)
  return first >= 0 && first === shown.lastIndexOf(false) ? first : null
}

/**
 * Keeps a hidden item hidden beside the mean of its concept. A level's mean over
 * eight items, less seven of them, tells the eighth. Where exactly one item of a
 * concept is hidden for a level, the next one is hidden too (the one before the
 * last, if it was the last), and for the room where too few answered it.
 *
 * @param items the items of one concept that is shown, in the questionnaire's order, as `printItem` gives them
 */
export function coverHidden(items: readonly PrintedItem[]): PrintedItem[] {
  const covered = [...items]
  const reveals = hide('would-reveal-others')
  const neighbour = (index: number) => (index + 1 < items.length ? index + 1 : index - 1)

  const room = onlyHidden(items.map(({ answered }) => answered.shown))
  const besideRoom = room === null ? undefined : covered[neighbour(room)]
  if (room !== null && besideRoom) {
    covered[neighbour(room)] = {
      answered: reveals,
      mean: reveals,
      distribution: reveals,
      agreement: reveals,
      levels: besideRoom.levels.map((level) => (level.shown ? reveals : level)),
    }
  }
  for (const level of items[0]?.levels.keys() ?? []) {
    const hidden = onlyHidden(covered.map(({ levels }) => levels[level]!.shown))
    const beside = hidden === null ? undefined : covered[neighbour(hidden)]
    if (hidden === null || !beside) continue
    covered[neighbour(hidden)] = { ...beside, levels: beside.levels.with(level, reveals) }
  }
  return covered
}
