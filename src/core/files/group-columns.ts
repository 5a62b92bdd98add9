import type { Answers } from '../response/response.ts'
import type { PersonKind } from './known-columns.ts'
import type { SheetResponse } from './read-row.ts'
import { kindOfIdentity } from './same-person.ts'

/** An address is one mailbox; a department has a name. */
const isAddress = (identity: string) => identity.includes('@')

const differ = (one: Answers, other: Answers) =>
  Object.keys(one).some((item) => other[item] !== undefined && other[item] !== one[item])

/**
 * The kinds of person columns that rather name groups, as departments: more than half
 * of the complete rows that they would identify share the identity with a row that
 * answers otherwise. Few people answer a survey twice, and an unfinished row beside
 * a complete one is of somebody who began again. Only what decides who a row is
 * counts, and addresses never do. Never throws.
 *
 * @param statements how many statements have a column; a row is complete from half of them on
 */
export function kindsOfGroups(rows: readonly SheetResponse[], statements: number): ReadonlySet<PersonKind> {
  const identities = new Map<string, { readonly first: Answers; rows: number; isShared: boolean }>()
  for (const { persons, response } of rows) {
    const [identity] = persons
    const { answers } = response
    if (identity === undefined || isAddress(identity) || Object.keys(answers).length * 2 < statements) continue
    const known = identities.get(identity)
    if (known) {
      known.rows++
      known.isShared ||= differ(known.first, answers)
    } else identities.set(identity, { first: answers, rows: 1, isShared: false })
  }
  const kinds = new Map<PersonKind, { rows: number; shared: number }>()
  for (const [identity, { rows: own, isShared }] of identities) {
    const kind = kindOfIdentity(identity) as PersonKind
    const { rows: all, shared } = kinds.get(kind) ?? { rows: 0, shared: 0 }
    kinds.set(kind, { rows: all + own, shared: shared + (isShared ? own : 0) })
  }
  return new Set([...kinds].flatMap(([kind, { rows: all, shared }]) => (shared * 2 > all ? [kind] : [])))
}
