import type { Members } from '../disclosure/suppress-beside.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import type { Workshop } from '../workshop/workshop.ts'

/** The entries that count, by level, as disclosure decides on them. */
export function membersOf(
  entries: readonly Pick<CollectedEntry, 'id' | 'level'>[],
  { levels }: Pick<Workshop, 'levels'>,
): Members {
  const at = levels.map((): string[] => [])
  const none: string[] = []
  for (const { id, level } of entries) (level === null ? none : at[level])?.push(id)
  return { levels: at, none }
}
