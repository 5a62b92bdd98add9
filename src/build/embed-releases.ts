import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { frameLines } from './headers.ts'
import { integrityOf } from './integrity.ts'
import { addContents, readContents, RELEASED } from './released-contents.ts'

/** The integrity values of files by name. */
export type Files = Readonly<Record<string, string>>

export interface Release {
  /** Everything that is loaded under this version, which never changes. */
  readonly files: Files
  /** The lines that its frame is served with, with places for the sites that a build names. */
  readonly frame: readonly string[]
  /** The names that hosts rely on, one a line. */
  readonly surface: readonly string[]
}

export type Versions = Readonly<Record<string, Release>>

export interface Releases {
  readonly versions: Versions
}

/** Served with the site, so that a host can compare its files. */
export const RELEASES = join(import.meta.dirname, '../../public/embed-releases.json')

export const readReleases = (record = RELEASES) => JSON.parse(readFileSync(record, 'utf8')) as Releases

/** The page of a version, for frames. */
export const framePage = (version: string) => `embed-${version}.html`

/** Files under a name that a later build may give other contents. */
const isLatest = (name: string) => /^embed(-frame)?\.[a-z]+$/.test(name)

interface Built {
  /** The built site. */
  readonly folder: string
  readonly version: string
  /** The names of all that the embed's builds wrote. */
  readonly names: readonly string[]
}

/** The files of a built site that a version consists of: those that carry it in their name, and all their parts. */
export function filesOf({ folder, names }: Pick<Built, 'folder' | 'names'>): Files {
  const own = names.filter((name) => !isLatest(name)).toSorted()
  return Object.fromEntries(own.map((name) => [name, integrityOf(readFileSync(join(folder, name)))]))
}

/**
 * The warning before a built site is deployed that its version is not released, so that the next build may write
 * another file under the names that hosts pin. `null` where it is.
 */
export const notReleased = (version: string, record = RELEASES): string | null =>
  readReleases(record).versions[version]
    ? null
    : `embed-${version}.js is not released: a later build may write another file of that name. To deploy: npm run release.`

interface Kept extends Built {
  readonly record?: string
  readonly store?: string
}

/** Names a few of many files. */
const some = (names: readonly string[]) => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''}`

/**
 * Writes the files of all released versions into a built site, byte for byte: most hosts serve what was deployed
 * last and nothing else, and an article that names a version lives on.
 *
 * @throws Error where this build would change a released file, or where one is not in the store as it was released.
 */
export function carryReleases({ folder, version, names, record = RELEASES, store = RELEASED }: Kept): void {
  const { versions } = readReleases(record)
  const contents = Object.keys(versions).length > 0 ? readContents(store) : new Map<string, Uint8Array>()
  const own = versions[version]
  if (own) {
    const files = filesOf({ folder, names })
    const changed = [...new Set([...Object.keys(own.files), ...Object.keys(files)])].filter(
      (name) => own.files[name] !== files[name],
    )
    if (changed.length > 0)
      throw new Error(
        `Version ${version} is released, and these would change under it: ${some(changed)}. Raise the version in package.json.`,
      )
  }
  for (const [released, { files }] of Object.entries(versions))
    for (const [name, integrity] of Object.entries(files)) {
      const content = contents.get(integrity)
      if (!content) throw new Error(`${name} of version ${released} is not in ${store} as it was released.`)
      const file = join(folder, name)
      if (!existsSync(file)) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      } else if (integrityOf(readFileSync(file)) !== integrity)
        throw new Error(`${name} is of version ${released}, and this build writes another file of that name.`)
    }
}

/** Records a built version, which no later build may change, and keeps its files for all of them. */
export function recordRelease({
  folder,
  version,
  names,
  surface,
  record = RELEASES,
  store = RELEASED,
}: Kept & { readonly surface: readonly string[] }): Release {
  const files = filesOf({ folder, names })
  const read = (name: string) => readFileSync(join(folder, name))
  addContents(
    Object.keys(files).map((name) => ({ name: `${version}/${name}`, data: read(name) })),
    store,
  )
  const release = { files, frame: frameLines(read(framePage(version)).toString()), surface }
  const { versions } = readReleases(record)
  writeFileSync(record, `${JSON.stringify({ versions: { ...versions, [version]: release } }, null, 2)}\n`)
  return release
}
