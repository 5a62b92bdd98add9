import type { OfflineCopy } from '../core/ports.ts'
import { cachesOf, OFFLINE_LIST, OFFLINE_WORKER, type OfflineList, type OfflinePage } from '../core/offline-list.ts'
import { hearRemoval } from './remove-offline-copies.ts'
import { trustScript } from './script-address.ts'

/** Tabs of the release before may still be open, and request its files. */
const RELEASES_KEPT = 2

/** A page in a form that can be served for any of its addresses: complete, decoded, and without a redirect. */
async function pageFrom(response: Response, entry: string): Promise<Response> {
  const text = await response.text()
  if (!response.ok || !text.includes(entry)) throw new Error('The page is not of the release that the list is of')
  const headers = new Headers(response.headers)
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name)
  return new Response(text, { headers })
}

/** Resolves once the service worker answers for the page's folder. */
async function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting ?? active
  if (!worker) throw new Error('Nothing was registered')
  if (worker.state === 'activated') return
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('Another took its place'))
    })
  })
}

/**
 * Keeps the files of a page in the browser's caches, all of one release together,
 * and registers the service worker that serves them where there is no network. Only
 * files of the site are kept, never answers.
 */
export function browserOfflineCopy(browser: Window & typeof globalThis): OfflineCopy {
  const { navigator, location } = browser
  const home = new URL('./', location.href)
  const prefix = cachesOf(home.pathname)

  async function fill(cache: Cache, { page, entry, files }: OfflinePage): Promise<void> {
    const addresses = files.map((file) => new URL(file, home).href)
    const there = new Set((await cache.keys()).map(({ url }) => url))
    await cache.addAll(addresses.filter((address) => !there.has(address)))
    // Last: a kept page means that all its files are kept.
    const address = new URL(page, home).href
    if (!there.has(address)) await cache.put(address, await pageFrom(await browser.fetch(address), entry))
  }

  /** Also deletes later releases, because those were withdrawn. */
  async function tidy(name: string): Promise<void> {
    const own = (await browser.caches.keys()).filter((other) => other.startsWith(prefix))
    const end = own.indexOf(name) + 1
    const kept = own.slice(Math.max(0, end - RELEASES_KEPT), end)
    for (const other of own) if (!kept.includes(other)) await browser.caches.delete(other)
  }

  return {
    async keep(surface) {
      const removal = hearRemoval(browser, prefix)
      try {
        const listed = await browser.fetch(new URL(OFFLINE_LIST, home), { cache: 'no-cache' })
        const again = listed.clone()
        const { release, pages }: OfflineList = await listed.json()
        const name = `${prefix}${release}`
        const wanted = pages[surface]
        if (!wanted || removal.isHeard()) return false
        const cache = await browser.caches.open(name)
        await fill(cache, wanted)
        await cache.put(new URL(OFFLINE_LIST, home).href, again)
        // Whoever deletes everything meanwhile deletes the cache, and it stays deleted.
        const isThere = async () => !removal.isHeard() && (await browser.caches.has(name))
        if (!(await isThere())) {
          await browser.caches.delete(name)
          return false
        }
        const worker = trustScript(new URL(OFFLINE_WORKER, home).href)
        const { serviceWorker } = navigator
        const registration = await serviceWorker.register(worker, { scope: home.pathname, updateViaCache: 'none' })
        await activated(registration)
        if (!(await isThere())) {
          await registration.unregister()
          await browser.caches.delete(name)
          return false
        }
        await tidy(name)
        return true
      } catch {
        // Caches are missing, blocked or full, or there is no network: the page
        // works only while it is open.
        return false
      } finally {
        removal.end()
      }
    },
  }
}
