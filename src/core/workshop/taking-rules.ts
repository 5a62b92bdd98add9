import type { PeopleRules } from './people.ts'
import type { TakenIn } from './take-in.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/** The rules for taking in. A workshop has a key of its own from the first table on. */
export const rulesOf = ({ identityKey, mixing, takenOut }: KeptWorkshop, newKey: string): PeopleRules => ({
  key: identityKey ?? newKey,
  mixing: mixing ?? null,
  ...(takenOut ? { takenOut: new Set(takenOut) } : {}),
})

/** The workshop with what was taken in, and with the key from its first table on. */
export function withTaken(
  kept: KeptWorkshop,
  taken: readonly Pick<TakenIn, 'table'>[],
  collected: KeptWorkshop['collected'],
  identityKey: string,
): KeptWorkshop {
  return taken.some(({ table }) => table !== null) ? { ...kept, collected, identityKey } : { ...kept, collected }
}
