import { inNoOrder, type CollectedEntry } from './collected.ts'
import { entriesToShow } from './entries-to-show.ts'
import { sealIdentity } from './identity.ts'
import { sizeOfView, type Snapshot } from './snapshot.ts'
import { tombstonesOf } from './tombstones.ts'
import { withFigures, type KeptWorkshop } from './workshop-file.ts'

const sealOfEntry = (id: string, key: string) => sealIdentity(key, `entry:${id}`)

/** The tombstones of somebody whose answers are in a view, and are here no more: of the person, and of what was shown. */
export const stonesInView = (shown: CollectedEntry, key: string): readonly string[] => [
  ...tombstonesOf(shown, key),
  sealOfEntry(shown.id, key),
]

/** Whether two snapshots are of one view, whatever was taken out of either since. */
function isSameView(one: Snapshot, other: Snapshot, key: string): boolean {
  if (one.takenOn !== other.takenOn || sizeOfView(one) !== sizeOfView(other)) return false
  const peopleOf = ({ entries, gone = [] }: Snapshot) => [...entries.map((id) => [sealOfEntry(id, key)]), ...gone]
  const stones = new Set(peopleOf(other).flat())
  return peopleOf(one).every((person) => person.some((stone) => stones.has(stone)))
}

/**
 * A workshop from a file of which views may have been shown elsewhere since: as if all
 * who are in it had been shown, so that a view here needs k new people beside them.
 *
 * @param day today, as 2026-11-22
 */
export const withViewElsewhere = (kept: KeptWorkshop, day: string): KeptWorkshop => ({
  ...kept,
  snapshots: [
    ...kept.snapshots,
    {
      number: kept.snapshots.length + 1,
      takenOn: day,
      entries: inNoOrder(entriesToShow(kept)).map(({ id }) => id),
      elsewhere: true,
    },
  ],
})

/**
 * A workshop with the views that were shown of the same workshop elsewhere, as far as it
 * lacks them: without them, a further view could differ from one of them by one person.
 * Their figures come along; of their people, the answers that are not here are gone.
 * Never throws.
 *
 * @param newKey a key for workshops that have none yet
 */
export function withViewsOf(elsewhere: KeptWorkshop, here: KeptWorkshop, newKey: string): KeptWorkshop {
  const key = here.identityKey ?? elsewhere.identityKey ?? newKey
  const shown = new Map([...elsewhere.collected.entries, ...elsewhere.collected.former].map((one) => [one.id, one]))
  const ids = new Set([...here.collected.entries, ...here.collected.former].map(({ id }) => id))
  const hasGone = elsewhere.snapshots.some(({ gone = [] }) => gone.length > 0)
  const bySeal = new Map(hasGone ? [...ids].map((id) => [sealOfEntry(id, key), id]) : [])
  return elsewhere.snapshots.reduce<KeptWorkshop>((united, own) => {
    const same = united.snapshots.find((snapshot) => isSameView(snapshot, own, key))
    const lost = own.entries.flatMap((id) => (ids.has(id) ? [] : (shown.get(id) ?? [])))
    // Whose answers are here again, as after a backup of a deleted workshop was restored.
    const idOf = (stones: readonly string[]) => stones.map((stone) => bySeal.get(stone)).find((id) => id !== undefined)
    const people = (own.gone ?? []).map((stones) => ({ stones, id: idOf(stones) }))
    const back = people.flatMap(({ id }) => id ?? [])
    const away = people.filter(({ id }) => id === undefined).map(({ stones }) => stones)
    const gone = [...away, ...lost.map((entry) => stonesInView(entry, key))]
    const number = same?.number ?? united.snapshots.length + 1
    const snapshot: Snapshot = {
      number,
      takenOn: own.takenOn,
      entries: [...own.entries.filter((id) => ids.has(id)), ...back],
      ...(gone.length > 0 ? { gone } : {}),
      ...(own.elsewhere ? { elsewhere: true } : {}),
    }
    const more = same ? united : { ...united, identityKey: key, snapshots: [...united.snapshots, snapshot] }
    const figures = elsewhere.figures?.find((one) => one.snapshot === own.number)
    return figures ? withFigures(more, { snapshot: number, text: figures.text }) : more
  }, here)
}
