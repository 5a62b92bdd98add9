import { LONGEST_IDENTITY, MOST_TAKEN_OUT } from '../bounds/bounds.ts'
import { PERSON_KINDS, identityIn } from '../files/known-columns.ts'
import { CollectedIndex } from './collected-index.ts'
import type { CollectedEntry } from './collected.ts'
import { sealIdentity } from './identity.ts'
import type { Outcome } from './outcome.ts'
import { atOnce, through, type Piecework } from './piecework.ts'
import { identitiesOf, type PeopleRules } from './people.ts'
import type { CollectSetting } from './setting.ts'
import type { Snapshot } from './snapshot.ts'
import { countAgain, removeEntry, takeIn } from './take-in.ts'
import { stonesInView, tombstonesOf } from './tombstones.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/** The entries of one response's person: itself, and what it has replaced. */
function ofPerson({ collected }: KeptWorkshop, entry: CollectedEntry): ReadonlySet<string> {
  const own = new Set(identitiesOf(entry))
  const former = collected.former.filter((one) => identitiesOf(one).some((identity) => own.has(identity)))
  return new Set([entry.id, ...former.map(({ id }) => id)])
}

/**
 * The views that a person is in with answers: of each, what was released has to be kept
 * before these are taken out. `id` is of the entry that counts.
 */
export function viewsWith(kept: KeptWorkshop, id: string): readonly Snapshot[] {
  const entry = kept.collected.entries.find((one) => one.id === id)
  if (!entry) return []
  const own = ofPerson(kept, entry)
  return kept.snapshots.filter(({ entries }) => entries.some((one) => own.has(one)))
}

/**
 * Takes somebody's answers out for good, with what they had replaced. Of the views that
 * were shown with them the kept figures stay, and a tombstone of the person. Never
 * throws.
 *
 * @param newKey a key for workshops that have none yet
 */
export function takeOut(kept: KeptWorkshop, id: string, newKey: string): KeptWorkshop {
  const { collected } = kept
  const entry = collected.entries.find((one) => one.id === id)
  if (!entry) return kept
  const identityKey = kept.identityKey ?? newKey
  const own = ofPerson(kept, entry)
  const removed = removeEntry(collected, id)
  const stones = tombstonesOf(entry, identityKey)
  const takenOut = [...new Set([...(kept.takenOut ?? []), ...stones])]
  const snapshots = kept.snapshots.map((snapshot) => {
    const [shown] = snapshot.entries.filter((one) => own.has(one))
    if (shown === undefined) return snapshot
    const entries = snapshot.entries.filter((one) => !own.has(one))
    return {
      ...snapshot,
      entries,
      gone: [...(snapshot.gone ?? []), stonesInView({ ...entry, id: shown }, identityKey)],
    }
  })
  return {
    ...kept,
    identityKey,
    takenOut: takenOut.slice(-MOST_TAKEN_OUT),
    ...(kept.letBack ? { letBack: kept.letBack.filter((stone) => !stones.includes(stone)) } : {}),
    snapshots,
    collected: CollectedIndex.from(removed).giveTo({
      entries: removed.entries,
      former: removed.former.filter((one) => !own.has(one.id)),
    }),
  }
}

/**
 * A workshop from a file without the answers that were taken out of the one that is
 * here: a file from before would bring them back. Tombstones of both hold from then
 * on; where the two have different keys, as on two devices, those of the answers that
 * are in the file. Never throws.
 */
export const keepOut = (here: KeptWorkshop, file: KeptWorkshop): KeptWorkshop => atOnce(keepingOut(here, file))

/** The same piece by piece. */
export function* keepingOut(here: KeptWorkshop, file: KeptWorkshop): Piecework<KeptWorkshop> {
  const { identityKey: key, takenOut = [] } = here
  if (key === undefined || takenOut.length === 0) return file
  const out = new Set(takenOut)
  const returning: string[] = []
  yield* through(file.collected.entries, (entry) => {
    if (tombstonesOf(entry, key).some((stone) => out.has(stone))) returning.push(entry.id)
  })
  const identityKey = file.identityKey ?? key
  const all = [...(identityKey === key ? takenOut : []), ...(file.takenOut ?? [])]
  let kept: KeptWorkshop = { ...file, identityKey, takenOut: [...new Set(all)].slice(-MOST_TAKEN_OUT) }
  if (returning.length > 0) yield* CollectedIndex.preparing(kept.collected)
  for (const id of returning) {
    yield
    kept = takeOut(kept, id, identityKey)
  }
  return kept
}

/** Lets answers count that were taken out, because the facilitator says so. Of one person, one response counts. Never throws. */
export function letBack(kept: KeptWorkshop, spare: CollectedEntry): KeptWorkshop {
  const { collected, identityKey, takenOut = [] } = kept
  const index = CollectedIndex.from(collected)
  const isIn = index.isIn(spare)
  index.giveTo(collected)
  const next = isIn ? collected : countAgain(collected, spare)
  if (next === collected || identityKey === undefined) return kept
  const own = new Set(tombstonesOf(spare, identityKey))
  const back = kept.liveKey === undefined ? {} : { letBack: [...(kept.letBack ?? []), ...own].slice(-MOST_TAKEN_OUT) }
  return { ...kept, ...back, collected: next, takenOut: takenOut.filter((one) => !own.has(one)) }
}

/** The response that a text names to be taken out, or why it names none. */
export type FoundResponse =
  | { readonly found: 'response'; readonly entry: CollectedEntry }
  /** More than one response: they are taken out one by one. */
  | { readonly found: 'several' }
  | { readonly found: 'taken-out' }
  | { readonly found: 'not-in' }
  /** It is no code of this workshop that can be read; `outcome` says why. */
  | { readonly found: 'refused'; readonly outcome: Outcome }
  | { readonly found: 'nothing' }

function ofIdentity({ collected, identityKey: key }: KeptWorkshop, text: string): readonly CollectedEntry[] {
  const identity = text.length > LONGEST_IDENTITY ? null : identityIn(text)
  if (identity === null || key === undefined) return []
  const persons = PERSON_KINDS.map((kind) => `${kind}:${sealIdentity(key, `${kind}:${identity}`)}`)
  const record = sealIdentity(key, `record:${identity}`)
  return collected.entries.filter(
    (entry) =>
      persons.some((person) => entry.person?.split(' ').includes(person)) || entry.record?.split(':').at(-1) === record,
  )
}

function ofOutcome({ collected }: KeptWorkshop, outcome: Outcome): FoundResponse {
  switch (outcome.outcome) {
    case 'already-there':
    case 'older':
    case 'same-again':
    case 'replaced': {
      const id = outcome.outcome === 'replaced' ? outcome.before : outcome.entry
      const entry = collected.entries.find((one) => one.id === id)
      return entry ? { found: 'response', entry } : { found: 'not-in' }
    }
    case 'taken-out':
      return { found: 'taken-out' }
    case 'taken':
    case 'asks':
    case 'may-be-same':
    case 'full':
      return { found: 'not-in' }
    case 'nothing-found':
      return { found: 'nothing' }
    default:
      return { found: 'refused', outcome }
  }
}

/**
 * Finds the response that a text names: by a code or link, a response's file, or what a
 * table says of the person, as an address or the number of the response. Nothing is
 * changed.
 *
 * @throws RangeError as `takeIn` does.
 */
export function findResponse(
  kept: KeptWorkshop,
  text: string,
  setting: CollectSetting,
  rules: PeopleRules,
): FoundResponse {
  const named = ofIdentity(kept, text.trim())
  if (named.length > 1) return { found: 'several' }
  if (named[0]) return { found: 'response', entry: named[0] }
  const { outcomes } = takeIn(kept.collected, text, setting, () => 'not-in', rules)
  const found = outcomes.map((outcome) => ofOutcome(kept, outcome))
  const [first = { found: 'nothing' as const }] = found
  const ids = new Set(found.map((one) => (one.found === 'response' ? one.entry.id : one)))
  return ids.size > 1 ? { found: 'several' } : first
}
