import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { createTar, parseTar } from 'nanotar'
import { integrityOf } from './integrity.ts'

/**
 * The released contents, each once, in one compressed tar. One, since a release differs from the one before by
 * little: its 3.2 MB are 370 kB here, and a correction's, all of whose names differ, 2 kB more. It is no part of
 * `public/`: nobody needs to download it, and of what lies there each build makes a copy.
 */
export const RELEASED = join(import.meta.dirname, 'released.tar.br')

/** Far enough back for several releases. */
const COMPRESSION = {
  [constants.BROTLI_PARAM_QUALITY]: 9,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
}

interface Entry {
  readonly name: string
  readonly data: Uint8Array
}

function entriesOf(store: string): readonly Entry[] {
  if (!existsSync(store)) return []
  // The parser reads a buffer from its beginning, and Node's may begin within another.
  const tar = Uint8Array.from(brotliDecompressSync(readFileSync(store)))
  return parseTar(tar).map(({ name, data = new Uint8Array() }) => ({ name, data }))
}

/** The released contents by their integrity values, which are computed here: what was changed is not found. */
export const readContents = (store = RELEASED): ReadonlyMap<string, Uint8Array> =>
  new Map(entriesOf(store).map(({ data }) => [integrityOf(data), data]))

/**
 * Adds the contents that are not there yet.
 *
 * @param files under names that tell people where they were released first
 */
export function addContents(files: readonly Entry[], store = RELEASED): void {
  const entries = [...entriesOf(store)]
  const known = new Set(entries.map(({ data }) => integrityOf(data)))
  for (const file of files) {
    const integrity = integrityOf(file.data)
    if (!known.has(integrity)) entries.push(file)
    known.add(integrity)
  }
  writeFileSync(
    store,
    brotliCompressSync(createTar(entries, { attrs: { mtime: 0, uid: 0, gid: 0 } }), { params: COMPRESSION }),
  )
}
