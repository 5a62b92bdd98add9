import { kindOfIdentity } from '../files/same-person.ts'
import { sealIdentity } from './identity.ts'
import type { ReadCandidate } from './setting.ts'

/**
 * A row with its identity sealed, its number not in any survey yet. A row that is
 * known by an identity needs no mark.
 */
export function sealRow(row: ReadCandidate, key: string): ReadCandidate {
  if (!row.ok) return row
  const { who, entry } = row.candidate
  if (!who || (who.persons.length === 0 && who.record === null)) return row
  const persons = who.persons.map((identity) => `${kindOfIdentity(identity)}:${sealIdentity(key, identity)}`)
  const person = persons.length === 0 ? {} : { person: persons.join(' ') }
  const sealRecord = (record: string) => sealIdentity(key, `record:${record}`)
  const record = who.record === null ? null : sealRecord(who.record)
  const earlier = who.earlier.map(sealRecord)
  const sealed = { ...entry, mark: null, ...person, ...(record === null ? {} : { record }) }
  const own = { ...who, persons: [], record, earlier }
  return { ok: true, candidate: { ...row.candidate, who: own, entry: sealed } }
}
