import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, inject } from 'vitest'
import { matches, parseHeaders } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { browsing, type Visit } from './browser.ts'

type Headers = Readonly<Record<string, string>>

/** The element's name. */
export const TAG = 'leadership-diagnostic'

export interface Article extends Visit {
  /** The content of the page's head; the element's script by default. */
  head?: string
  headers?: Headers
  /** The attributes of the page's root element. */
  root?: string
}

/** A host's page, which shares nothing with the diagnostic. */
export const pageOf = (body: string, head: string, root = 'lang="en"') =>
  `<!doctype html><html ${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(`http://localhost:${address.port}`)
    })
  })
}

/** A host's site for tests, on a port of its own. */
export function onHosts() {
  const browser = browsing()
  const pages = new Map<string, { body: string; type: string; headers: Headers }>()
  const folders = new Map<string, ReturnType<typeof sirv>>()
  let origin = ''
  let framedOrigin = ''
  let servers: Server[] = []
  let count = 0

  const notFound = (response: ServerResponse) => () => void response.writeHead(404).end()
  const host = createServer((request, response) => {
    const path = request.url?.replace(/[?#].*/, '') ?? '/'
    const page = pages.get(path)
    if (page) return response.writeHead(200, { 'Content-Type': page.type, ...page.headers }).end(page.body)
    const [, folder = ''] = /^\/([^/]+)\//.exec(path) ?? []
    const files = folders.get(folder)
    if (!files) return notFound(response)()
    request.url = (request.url ?? '').slice(folder.length + 1)
    return files(request, response, notFound(response))
  })

  /** The diagnostic's site, built for an `EMBED_HOSTS` that includes the host. */
  const framed = createServer((request, response) => {
    const rules = parseHeaders(readFileSync(join(SITE, '_headers'), 'utf8'))
    const files = sirv(SITE, {
      dev: true,
      setHeaders(to, path) {
        for (const { headers } of rules.filter((rule) => matches(rule.path, path)))
          for (const [name, value] of headers)
            to.setHeader(name, value.replace("frame-ancestors 'self'", `frame-ancestors ${origin}`))
      },
    })
    files(request, response, notFound(response))
  })

  beforeAll(async () => {
    folders.set('diagnostic', sirv(SITE, { dev: true }))
    origin = await listen(host)
    framedOrigin = await listen(framed)
    servers = [host, framed]
  })
  afterAll(() => {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  })

  return {
    ...browser,
    /** The host's origin. */
    origin: () => origin,
    /** The diagnostic's origin that lets the host frame it. */
    framedOrigin: () => framedOrigin,
    /** Puts a text on the host's site. */
    put: (path: string, body: string, type = 'text/html', headers: Headers = {}) =>
      void pages.set(path, { body, type, headers }),
    /** Puts a folder on the host's site. */
    putFolder: (name: string, folder: string) => void folders.set(name, sirv(folder, { dev: true })),
    /** Opens an article of the host. */
    async article(body: string, { head = SCRIPT(), headers = {}, root, allow = [], ...visit }: Article = {}) {
      const path = visit.path ?? `article-${++count}`
      pages.set(`/${path}`, { body: pageOf(body, head, root), type: 'text/html', headers })
      return browser.visit({
        until: 'load',
        ...visit,
        site: `${origin}/`,
        path,
        allow: [inject('site'), framedOrigin, ...allow],
      })
    },
  }
}

/** The first of the two lines that an editor pastes. */
export const SCRIPT = (from = inject('site'), more = '') =>
  `<script type="module" src="${from}embed.js" ${more}></script>`

/** Waits until the diagnostic in a page can be answered. */
export const opened = (page: Page) => page.locator(TAG).getByRole('radio').first().waitFor()

/** Records the element's events from the beginning. */
export const noteEvents = (page: Page) =>
  page.addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    for (const name of ['ready', 'start', 'progress', 'complete', 'link'])
      addEventListener(`diagnostic-${name}`, (event) => {
        heard.push([name, (event as CustomEvent<unknown>).detail])
      })
  })

export type Heard = [name: string, detail: Record<string, unknown>]

export const heardOn = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard)

export const namesOn = async (page: Page): Promise<string[]> => (await heardOn(page)).map(([name]) => name)

/** Puts focus on the first control of the diagnostic, as a reader does. */
export const enter = (page: Page) => page.locator(TAG).getByRole('radio').first().focus()
