import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { OFFLINE_LIST, type OfflineList, type OfflinePage, type OfflineSurface } from '../core/offline-list.ts'

/** The pages that work without a network: the built file of each, and its address. */
const PAGES: readonly (readonly [surface: OfflineSurface, file: string, page: string])[] = [
  ['diagnostic', 'index.html', './'],
  ['workshop', 'workshop.html', './workshop.html'],
]

/** All scripts and style sheets of a page's own build, and none of another's. */
function pageOf({ output }: Rolldown.RolldownOutput, file: string, page: string): OfflinePage {
  const entry = output.find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(`/${file}`))
  if (!entry) throw new Error(`There is no script of ${file}.`)
  const files = output.map(({ fileName }) => fileName).filter((name) => /\.(?:js|css)$/.test(name))
  return { page, entry: entry.fileName, files: ['icon.svg', ...files.toSorted()] }
}

/**
 * Writes the list of the files that each page needs without a network, with a
 * release name that changes with any of them.
 *
 * @param folder the built site
 * @param builds the output of each page's build
 */
export function writeOfflineList(folder: string, builds: ReadonlyMap<OfflineSurface, Rolldown.RolldownOutput>): void {
  const built = PAGES.flatMap(([surface, file, page]) => {
    const build = builds.get(surface)
    return build ? [{ surface, file, offline: pageOf(build, file, page) }] : []
  })
  const pages = Object.fromEntries(built.map(({ surface, offline }) => [surface, offline]))
  const hash = createHash('sha256').update(JSON.stringify(pages))
  for (const file of ['icon.svg', ...built.map((one) => one.file)]) hash.update(readFileSync(join(folder, file)))
  const list: OfflineList = { release: hash.digest('hex').slice(0, 16), pages }
  writeFileSync(join(folder, OFFLINE_LIST), `${JSON.stringify(list)}\n`)
}
