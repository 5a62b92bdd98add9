import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { OFFLINE_LIST, type OfflineList, type OfflinePage } from '../core/offline-list.ts'

const ASSETS = 'assets'

/** All scripts and style sheets that a page may come to ask for: those that it names, and that they name. */
function filesOf(folder: string, page: string): string[] {
  const assets = new Set(readdirSync(join(folder, ASSETS)).filter((file) => /\.(?:js|css)$/.test(file)))
  const found = new Set<string>()
  const read = [page]
  for (const file of read)
    for (const [name] of readFileSync(join(folder, file), 'utf8').matchAll(/[\w.-]+\.(?:js|css)\b/g)) {
      if (!assets.has(name) || found.has(name)) continue
      found.add(name)
      read.push(join(ASSETS, name))
    }
  return [...found].toSorted().map((name) => `${ASSETS}/${name}`)
}

function pageOf(folder: string, file: string, page: string): OfflinePage {
  const [, entry = ''] =
    /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
  return { page, entry, files: ['icon.svg', ...filesOf(folder, file)] }
}

const PAGES = [
  ['diagnostic', 'index.html', './'],
  ['workshop', 'workshop.html', './workshop.html'],
] as const

/** What each page of a built site needs without a network, and a name for the release that changes with any of it. */
export function offlineList(folder: string): OfflineList {
  const built = PAGES.filter(([, file]) => existsSync(join(folder, file)))
  const pages = Object.fromEntries(built.map(([surface, file, page]) => [surface, pageOf(folder, file, page)]))
  const hash = createHash('sha256').update(JSON.stringify(pages))
  for (const file of ['icon.svg', ...built.map(([, name]) => name)]) hash.update(readFileSync(join(folder, file)))
  return { release: hash.digest('hex').slice(0, 16), pages }
}

/** Writes the list, once all pages are built. Reads what has been built, because they come from builds of their own. */
export function writeOfflineList(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'offline-list',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle() {
      const folder = join(config.root, config.build.outDir)
      if (config.build.ssr) return
      writeFileSync(join(folder, OFFLINE_LIST), `${JSON.stringify(offlineList(folder))}\n`)
    },
  }
}
