import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { startRelay, type LiveRelay } from '../relay/live-relay.ts'
import { refuseUpgrade } from '../relay/upgrade.ts'
import { NOT_FOUND } from './headers.ts'
import { LIVE_PATH, LIVE_RELAY_HERE, withOwnSocket } from './live-relays.ts'
import { nameHere, NETWORK_ADDRESSES } from './network-addresses.ts'

interface HeaderRule {
  readonly path: string
  readonly headers: [string, string][]
}

/** Reads a `_headers` file: a path pattern on a line of its own, its headers indented below. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: [] })
    else {
      const colon = line.indexOf(':')
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    }
  }
  return rules
}

/** The types that sirv would tell without their characters, for declarations as films, or not at all. */
const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.md', 'text/markdown'],
  ['.d.ts', 'text/plain'],
  ['/_headers', 'text/plain'],
  ['.ico', 'image/x-icon'],
]

/** Whether a path is one of those that a rule is for. */
export const matches = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern

export interface SiteOptions {
  /** The built site. */
  readonly folder: string
  /** The path it is served under, with a slash at either end. */
  readonly under?: string
  readonly port?: number
  /** Where it listens; by default to this machine only. */
  readonly host?: string
  /** The names under which other devices reach it, of which the console makes links. */
  readonly names?: readonly string[]
  /** The relay of live rooms, under `live` beside the pages; by default none. */
  readonly relay?: { readonly folder: string; readonly report?: (error: Error) => void } | null
}

export interface ServedSite {
  readonly server: Server
  /** For this machine. */
  readonly address: string
  /** For other devices. */
  readonly addresses: readonly string[]
  /** Ends the server with every connection, and its relay. */
  readonly stop: () => Promise<void>
}

/** The pages that are told what is beside them: the console, and the one on which a join code is typed. */
const TOLD: readonly string[] = ['/workshop.html', '/join.html']

/** The ways in which they are compressed as they are told, the shortest first. */
const COMPRESSED = [
  ['br', brotliCompressSync],
  ['gzip', gzipSync],
] as const

/** Without encryption, browsers ignore this header of other machines, and complain about it. */
const NEEDS_TRUST = 'Cross-Origin-Opener-Policy'
const POLICY = 'Content-Security-Policy'
const OWN_NAME = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/** Answers requests for a WebSocket: the relay's, where there is one. */
const onUpgrade = (server: Server, relay: LiveRelay | null, path: string) =>
  server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    if (relay && request.url?.split('?')[0] === path) relay.accept(request, socket, head)
    else refuseUpgrade(socket, 404)
  })

/**
 * Serves a built site with the headers it ships. Port 0 takes any free one.
 *
 * @throws where its port cannot be listened on, or the relay's folder cannot be opened
 */
export async function serveSite({
  folder,
  under = '/',
  port = 0,
  host = '127.0.0.1',
  names = [],
  relay: relayOptions = null,
}: SiteOptions): Promise<ServedSite> {
  let addresses: readonly string[] = []
  const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'))
  const relay = relayOptions && (await startRelay(relayOptions))
  const setHeaders = (response: ServerResponse, path: string) => {
    const { headers: asked } = response.req
    const trusted = OWN_NAME.test(asked.host ?? '')
    for (const [name, value] of rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers)) {
      if (!trusted && name === NEEDS_TRUST) continue
      response.setHeader(name, relay && name === POLICY ? withOwnSocket(value, asked) : value)
    }
  }
  const nothingThere = readFileSync(join(folder, NOT_FOUND))
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const type = TYPES.find(([ending]) => path.endsWith(ending))?.[1]
      if (type) response.setHeader('Content-Type', type.startsWith('text/') ? `${type};charset=utf-8` : type)
      setHeaders(response, path)
    },
  })
  const meta = (name: string, content: string) => (content ? `<meta name="${name}" content="${content}" />` : '')
  /** A page that is told under which addresses others reach the site, and whether a relay is beside it. */
  const tell = (response: ServerResponse, path: string) => {
    setHeaders(response, path)
    const told = meta(NETWORK_ADDRESSES, addresses.join(' ')) + meta(LIVE_RELAY_HERE, relay ? LIVE_PATH : '')
    const page = readFileSync(join(folder, path), 'utf8').replace('</head>', `${told}</head>`)
    const takes = String(response.req.headers['accept-encoding'])
    const way = COMPRESSED.find(([name]) => takes.includes(name))
    response.writeHead(200, {
      'Content-Type': 'text/html;charset=utf-8',
      Vary: 'Accept-Encoding',
      ...(way && { 'Content-Encoding': way[0] }),
    })
    response.end(way ? way[1](page) : page)
  }
  const server = createServer((request, response) => {
    const notFound = () => {
      setHeaders(response, `/${NOT_FOUND}`)
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(nothingThere)
    }
    const path = request.url ?? '/'
    if (!path.startsWith(under)) return notFound()
    request.url = `/${path.slice(under.length)}`
    const [pathname = ''] = request.url.split(/[?#]/)
    const told = TOLD.find((page) => page === pathname || page === `${pathname}.html`)
    if (told && (relay || addresses.length > 0)) return tell(response, told)
    // The files were listed as it began, and one may be gone: another build has taken its place.
    response.once('pipe', (file) => file.once('error', () => response.destroy()))
    files(request, response, notFound)
  })
  onUpgrade(server, relay, under + LIVE_PATH)
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await relay?.stop()
  }
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    await relay?.stop()
    throw error
  }
  const listening = server.address()
  const bound = typeof listening === 'object' && listening ? listening.port : port
  addresses = names.map((name) => `http://${name}:${bound}${under}`)
  return { server, address: `http://${nameHere(host)}:${bound}${under}`, addresses, stop }
}
