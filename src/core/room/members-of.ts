import type { Members } from '../disclosure/suppress-beside.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import type { Workshop } from '../workshop/workshop.ts'

/** The entries that count, by level, as disclosure decides on them. */
export function membersOf(
  entries: readonly Pick<CollectedEntry, 'id' | 'level'>[],
  { levels }: Pick<Workshop, 'levels'>,
): Members {
  const at = (level: number | null) => entries.filter((entry) => entry.level === level).map(({ id }) => id)
  return { levels: levels.map((_, level) => at(level)), none: at(null) }
}
