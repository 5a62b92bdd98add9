import { FewByKey } from './few-by-key.ts'
import { PERSON_KINDS } from './known-columns.ts'
import type { SheetResponse } from './read-row.ts'
import { areApart, comparePersons, joinPersons, kindOfIdentity } from './same-person.ts'

/** An identity that more people have than this is nobody's. */
const MOST_ALIKE = 10

/**
 * Whether an identity tells nobody apart: several people have it in common, who are
 * told apart by a preferred kind, and so it is for most of its kind, as in a column of
 * departments.
 */
function isShared(rows: readonly SheetResponse[]): (identity: string) => boolean {
  const people = new FewByKey<string>()
  for (const { persons } of rows) {
    const [first, ...others] = persons
    for (const identity of others) people.add(identity, first ?? '')
  }
  const kinds = new Map<string, { values: number; people: number }>()
  for (const [identity, own] of people.sizes()) {
    const kind = kinds.get(kindOfIdentity(identity)) ?? { values: 0, people: 0 }
    kinds.set(kindOfIdentity(identity), { values: kind.values + 1, people: kind.people + own })
  }
  return (identity) => {
    const kind = kinds.get(kindOfIdentity(identity))
    if (kind && kind.values * 2 < kind.people) return true
    return people.sizeOf(identity) > MOST_ALIKE
  }
}

/**
 * The latest response of each person in a table, with everything by which the
 * person is known, and the earlier ones. Two rows are one person's where they have
 * an identity in common and none that is preferred differs; without one, where the
 * tool gave both the same number. Never throws.
 */
export function latestOfEach(rows: readonly SheetResponse[]): {
  readonly responses: readonly SheetResponse[]
  readonly earlier: readonly { readonly before: SheetResponse; readonly by: SheetResponse }[]
} {
  const shared = isShared(rows)
  const latest = new Set<SheetResponse>()
  const known = new FewByKey<SheetResponse>()
  const earlier: { before: SheetResponse; by: SheetResponse }[] = []
  const keysOf = ({ persons, record }: SheetResponse) => [...persons, ...(record === null ? [] : [`record:${record}`])]
  for (const row of rows) {
    const persons = row.persons.filter((identity) => !shared(identity))
    const alike = new Set(keysOf({ ...row, persons }).flatMap((key) => [...known.of(key)]))
    const found = [...alike].filter((other) => {
      const likeness = comparePersons(persons, other.persons)
      return likeness === 'same' || (likeness === 'unknown' && other.record !== null && other.record === row.record)
    })
    // Of two people who are told apart, nobody can say which one it is.
    const isSure = found.every((one) => found.every((other) => !areApart(one.persons, other.persons)))
    const before = isSure ? found : []
    const numbers = before.flatMap((one) => [...one.earlier, ...(one.record === null ? [] : [one.record])])
    const isAsItStands = isSure && before.length === 0 && persons.length === row.persons.length
    const own: SheetResponse = isAsItStands
      ? row
      : {
          ...row,
          persons: isSure ? joinPersons(PERSON_KINDS, persons, ...before.map((one) => one.persons)) : [],
          record: isSure ? row.record : null,
          earlier: [...new Set(numbers)].filter((number) => number !== row.record),
        }
    for (const one of before) {
      latest.delete(one)
      for (const key of keysOf(one)) known.delete(key, one)
      earlier.push({ before: one, by: own })
    }
    latest.add(own)
    for (const key of keysOf(own)) known.add(key, own)
  }
  return { responses: [...latest], earlier }
}
