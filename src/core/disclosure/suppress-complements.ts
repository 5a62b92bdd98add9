import { suppress } from './released.ts'
import type { ReleasedItem } from './release-item.ts'

/** The index of the only suppressed figure; `null` where none or several are. */
function onlySuppressed(shown: readonly boolean[]): number | null {
  const first = shown.indexOf(false)
  return first >= 0 && first === shown.lastIndexOf(false) ? first : null
}

/**
 * Secondary suppression of items: keeps a suppressed item unknown beside the mean of its concept. A level's mean over
 * eight items, less seven of them, tells the eighth. Where exactly one item of a
 * concept is suppressed for a level, the next one is suppressed too (the one before the
 * last, if it was the last), and for the room where too few answered it.
 *
 * @param items the items of one concept that is shown, in the questionnaire's order, as `releaseItem` gives them
 */
export function suppressComplements(items: readonly ReleasedItem[]): ReleasedItem[] {
  const covered = [...items]
  const reveals = suppress('would-reveal-others')
  const neighbour = (index: number) => (index + 1 < items.length ? index + 1 : index - 1)

  const room = onlySuppressed(items.map(({ answered }) => answered.shown))
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
    const suppressed = onlySuppressed(covered.map(({ levels }) => levels[level]!.shown))
    const beside = suppressed === null ? undefined : covered[neighbour(suppressed)]
    if (suppressed === null || !beside) continue
    covered[neighbour(suppressed)] = { ...beside, levels: beside.levels.with(level, reveals) }
  }
  return covered
}
