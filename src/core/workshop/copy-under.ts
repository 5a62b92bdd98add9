import type { CollectedEntry } from './collected.ts'
import { promisesOf } from './promises.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/**
 * A workshop under another id, as when a file is kept beside the workshop that it is
 * of. Its terms are the same, so what people were promised holds for the copy, in which
 * it is named by the copy's id. Never throws.
 */
export function copyUnder(kept: KeptWorkshop, id: string, name: string): KeptWorkshop {
  const { liveKey: _key, joinCode: _code, keyOffered: _offered, lookedOn: _looked, ...copied } = kept
  const { live: _room, ...workshop } = kept.workshop
  const { collected } = kept
  const named = new Map(
    [true, false].map((rawExport) => [
      promisesOf({ ...workshop, rawExport }),
      promisesOf({ ...workshop, rawExport, id }),
    ]),
  )
  const rename = (entry: CollectedEntry): CollectedEntry => {
    const promises = entry.promises === undefined ? undefined : named.get(entry.promises)
    return promises === undefined ? entry : { ...entry, promises }
  }
  return {
    ...copied,
    workshop: { ...workshop, id, name },
    collected: { entries: collected.entries.map(rename), former: collected.former.map(rename) },
  }
}
