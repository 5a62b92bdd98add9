import { cachesOf, OFFLINE_LIST } from '../../core/offline-list.ts'

// Serves kept files where there is no network, to leaders, participants and
// facilitators. It keeps nothing itself and knows no release, so that it need not change with one:
// the page keeps its files, all of one release together.

interface FetchEvent extends Event {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

interface Worker {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  readonly caches: CacheStorage
  readonly location: Location
  skipWaiting(): Promise<void>
  addEventListener(
    name: 'install' | 'activate',
    listener: (event: Event & { waitUntil(done: Promise<void>): void }) => void,
  ): void
  addEventListener(name: 'fetch', listener: (event: FetchEvent) => void): void
}

const worker = globalThis as unknown as Worker
const home = new URL(worker.registration.scope)
const prefix = cachesOf(home.pathname)

/** Servers serve a page under its name with and without its ending. */
const PAGES: Readonly<Record<string, string>> = {
  '': './',
  index: './',
  'index.html': './',
  workshop: './workshop.html',
  'workshop.html': './workshop.html',
}

/** Files named by a hash of their contents, which never change. The embed's files are in another folder. */
const isAsset = (path: string) => /^assets\/[^/]+$/.test(path) || path === 'icon.svg'

/** How long to wait for the network before the copy is served, in milliseconds. */
const PATIENCE = 4000

/** A kept file, from the latest release that has it. */
async function kept(path: string): Promise<Response | undefined> {
  const address = new URL(path, home).href
  const names = (await worker.caches.keys()).filter((name) => name.startsWith(prefix))
  for (const name of names.toReversed()) {
    // `match` and not `open`, which would create a deleted cache again, empty.
    const found = await worker.caches.match(address, { cacheName: name })
    // A copy of the response: for one that comes from a cache itself, Chromium
    // stores compiled code and opens the cache by its name, which would create a
    // deleted cache again, empty.
    if (found) return new Response(found.body, found)
  }
  return undefined
}

async function keptFirst(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request)
}

/** From the network where there is one, so that a new release is shown at once. */
async function freshFirst(request: Request, path: string): Promise<Response> {
  const copy = await kept(path)
  if (!copy) return fetch(request)
  try {
    const late = new Promise<never>((_resolve, reject) => setTimeout(reject, PATIENCE))
    const fresh = await Promise.race([fetch(request), late])
    return fresh.status < 500 ? fresh : copy
  } catch {
    return copy
  }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith(home.pathname)) return
  const path = pathname.slice(home.pathname.length)
  const page = PAGES[path]
  if (request.mode === 'navigate' && page !== undefined) event.respondWith(freshFirst(request, page))
  else if (path === OFFLINE_LIST) event.respondWith(freshFirst(request, path))
  else if (isAsset(path)) event.respondWith(keptFirst(request, path))
})
