import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { integrityOf } from './integrity.ts'

/** The integrity values of files by name. */
export type Files = Readonly<Record<string, string>>

/** The files released under each version, which never change. */
export interface Releases {
  readonly versions: Readonly<Record<string, Files>>
}

/** Served with the site, so that a host can compare its files. */
export const RELEASES = join(import.meta.dirname, '../../public/embed-releases.json')

export const readReleases = (record = RELEASES) => JSON.parse(readFileSync(record, 'utf8')) as Releases

/** The files of a built site that carry a version in their name. Each names its parts by their contents. */
export function pinnedFiles(folder: string, version: string): Files {
  const names = readdirSync(folder).filter((name) => name.startsWith('embed') && name.includes(`-${version}.`))
  return Object.fromEntries(names.toSorted().map((name) => [name, integrityOf(readFileSync(join(folder, name)))]))
}

/** The names of released files whose content has changed. */
export const changedSince = (released: Files, files: Files): string[] =>
  Object.keys(files).filter((name) => name in released && released[name] !== files[name])

interface Kept {
  /** The built site. */
  readonly folder: string
  readonly version: string
  readonly record?: string
}

/**
 * Stops a build whose pinned files differ from those released under the same
 * version: a host that pins a file relies on it.
 *
 * @throws Error with their names.
 */
export function keepReleases({ folder, version, record = RELEASES }: Kept): void {
  const released = readReleases(record).versions[version]
  const changed = released ? changedSince(released, pinnedFiles(folder, version)) : []
  if (changed.length > 0)
    throw new Error(
      `Version ${version} is released, and these would change under it: ${changed.join(', ')}. Raise the version in package.json.`,
    )
}
