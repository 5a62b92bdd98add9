import type { Members } from '../disclosure/suppress-beside.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import { FoundOf } from '../workshop/found-of.ts'
import type { Workshop } from '../workshop/workshop.ts'

type Entries = readonly Pick<CollectedEntry, 'id' | 'level'>[]

/** Members of lists that were asked about before, with the number of levels: a list never changes. */
const known = new FoundOf<Entries, { readonly of: number; readonly members: Members }>()

/** The entries that count, by level, as disclosure decides on them. */
export function membersOf(entries: Entries, workshop: Pick<Workshop, 'levels'>): Members {
  const of = workshop.levels.length
  const before = known.get(entries)
  if (before?.of === of) return before.members
  const members = findMembers(entries, workshop)
  known.set(entries, { of, members })
  return members
}

function findMembers(entries: Entries, { levels }: Pick<Workshop, 'levels'>): Members {
  const at = levels.map((): string[] => [])
  const none: string[] = []
  for (const { id, level } of entries) (level === null ? none : at[level])?.push(id)
  return { levels: at, none }
}
