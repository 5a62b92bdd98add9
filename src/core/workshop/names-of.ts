import { FoundOf } from './found-of.ts'
import type { Piecework } from './piecework.ts'

/** In names: as many are noted in a few milliseconds. */
const PIECE = 8000

/** The names of lists that were looked through before. */
const known = new FoundOf<readonly string[], ReadonlySet<string>>()

/** The names of a list that never changes, to be looked up: made once, since a hundred thousand take a while. */
export function namesOf(list: readonly string[]): ReadonlySet<string> {
  const own = known.get(list) ?? new Set(list)
  known.set(list, own)
  return own
}

/** Makes them ahead of when they are needed. */
export function* namingOf(list: readonly string[]): Piecework<void> {
  if (known.get(list)) return
  const names = new Set<string>()
  for (const name of list) if (names.add(name).size % PIECE === 0) yield
  known.set(list, names)
}

/** In lists: fewer are looked through one after the other, more in one set of all their names. */
const FEW = 4

/** Finds out whether a name is in one of several lists that never change. */
export function namedIn(lists: readonly (readonly string[])[]): (name: string) => boolean {
  if (lists.length > FEW) {
    const all = new Set(lists.flat())
    return (name) => all.has(name)
  }
  const sets = lists.map(namesOf)
  return (name) => sets.some((names) => names.has(name))
}
