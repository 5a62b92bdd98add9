import { slicesInNoOrder, type CollectedEntry } from './collected.ts'
import { entriesToShow } from './entries-to-show.ts'
import { atOnce, through, type Piecework } from './piecework.ts'
import { sizeOfView, type Snapshot } from './snapshot.ts'
import { sealOfEntry, stonesInView } from './tombstones.ts'
import { withFigures, type KeptWorkshop } from './workshop-file.ts'

const entriesOf = ({ collected }: KeptWorkshop) => [...collected.entries, ...collected.former]

/** Whether two snapshots are of one view, whatever was taken out of either since. */
function* isSameView(one: Snapshot, other: Snapshot, key: string): Piecework<boolean> {
  if (one.takenOn !== other.takenOn || sizeOfView(one) !== sizeOfView(other)) return false
  const [ids, stones] = [new Set<string>(), new Set((other.gone ?? []).flat())]
  yield* through(other.entries, (id) => {
    ids.add(id)
    if (one.gone) stones.add(sealOfEntry(id, key))
  })
  let isSame = true
  yield* through(one.entries, (id) => {
    isSame &&= ids.has(id) || stones.has(sealOfEntry(id, key))
  })
  return isSame && (one.gone ?? []).every((person) => person.some((stone) => stones.has(stone)))
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
      entries: [...slicesInNoOrder(entriesToShow(kept))].flat().map(({ id }) => id),
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
export const withViewsOf = (...views: Parameters<typeof unitingViews>): KeptWorkshop => atOnce(unitingViews(...views))

/** The same piece by piece. */
export function* unitingViews(elsewhere: KeptWorkshop, here: KeptWorkshop, newKey: string): Piecework<KeptWorkshop> {
  const key = here.identityKey ?? elsewhere.identityKey ?? newKey
  const hasGone = elsewhere.snapshots.some(({ gone = [] }) => gone.length > 0)
  const [shown, ids, bySeal] = [new Map<string, CollectedEntry>(), new Set<string>(), new Map<string, string>()]
  yield* through(entriesOf(elsewhere), (entry) => shown.set(entry.id, entry))
  yield* through(entriesOf(here), ({ id }) => {
    ids.add(id)
    if (hasGone) bySeal.set(sealOfEntry(id, key), id)
  })
  let united = here
  for (const own of elsewhere.snapshots) {
    let same: Snapshot | undefined
    for (const snapshot of united.snapshots) if (!same && (yield* isSameView(snapshot, own, key))) same = snapshot
    united = yield* withView(united, { own, same, key, figures: elsewhere.figures, shown, ids, bySeal })
  }
  return united
}

interface ViewElsewhere {
  readonly own: Snapshot
  /** The same view as it is here. */
  readonly same: Snapshot | undefined
  readonly key: string
  readonly figures: KeptWorkshop['figures']
  /** The entries there, by their ids. */
  readonly shown: ReadonlyMap<string, CollectedEntry>
  /** The entries here. */
  readonly ids: ReadonlySet<string>
  readonly bySeal: ReadonlyMap<string, string>
}

function* withView(
  here: KeptWorkshop,
  { own, same, key, figures, shown, ids, bySeal }: ViewElsewhere,
): Piecework<KeptWorkshop> {
  const entries: string[] = []
  const [back, away, lost]: [string[], (readonly string[])[], (readonly string[])[]] = [[], [], []]
  yield* through(own.entries, (id) => {
    if (ids.has(id)) entries.push(id)
    else {
      const entry = shown.get(id)
      if (entry) lost.push(stonesInView(entry, key))
    }
  })
  yield* through(own.gone ?? [], (stones) => {
    // Whose answers are here again, as after a backup of a deleted workshop was restored.
    const id = stones.map((stone) => bySeal.get(stone)).find((found) => found !== undefined)
    if (id === undefined) away.push(stones)
    else back.push(id)
  })
  const gone = [...away, ...lost]
  const number = same?.number ?? here.snapshots.length + 1
  const snapshot: Snapshot = {
    number,
    takenOn: own.takenOn,
    entries: [...entries, ...back],
    ...(gone.length > 0 ? { gone } : {}),
    ...(own.elsewhere ? { elsewhere: true } : {}),
  }
  const more = same ? here : { ...here, identityKey: key, snapshots: [...here.snapshots, snapshot] }
  const kept = figures?.find((one) => one.snapshot === own.number)
  return kept ? withFigures(more, { snapshot: number, text: kept.text }) : more
}
