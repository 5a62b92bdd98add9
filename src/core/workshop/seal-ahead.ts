import { SLICE, type CollectedEntry } from './collected.ts'
import { forgetStones, rememberStones } from './tombstones.ts'

/**
 * Does what needs the tombstones of many responses after these were made, slice by
 * slice: a hundred thousand take seconds, in which nothing could be drawn. What is
 * missing then is sealed as it is needed. They are forgotten afterwards.
 *
 * @param pause lets the page draw and answer
 */
export async function sealAhead<T>(
  entries: readonly CollectedEntry[],
  key: string | undefined,
  pause: () => Promise<unknown>,
  action: () => T | Promise<T>,
): Promise<T> {
  try {
    const known = key === undefined ? [] : entries
    for (let at = 0; at < known.length; at += SLICE) {
      for (const entry of known.slice(at, at + SLICE)) rememberStones(entry, key!)
      await pause()
    }
    return await action()
  } finally {
    forgetStones()
  }
}
