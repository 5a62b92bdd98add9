import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { NOT_FOUND } from './headers.ts'
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

const matches = (pattern: string, path: string) =>
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
}

export interface ServedSite {
  readonly server: Server
  /** For this machine. */
  readonly address: string
  /** For other devices. */
  readonly addresses: readonly string[]
}

const CONSOLE = '/workshop.html'

/** Without encryption, browsers ignore this header of other machines, and complain about it. */
const NEEDS_TRUST = 'Cross-Origin-Opener-Policy'
const OWN_NAME = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/** Serves a built site with the headers it ships. Port 0 takes any free one. */
export function serveSite({
  folder,
  under = '/',
  port = 0,
  host = '127.0.0.1',
  names = [],
}: SiteOptions): Promise<ServedSite> {
  let addresses: readonly string[] = []
  const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'))
  const setHeaders = (response: ServerResponse, path: string) => {
    const trusted = OWN_NAME.test(response.req.headers.host ?? '')
    for (const [name, value] of rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers))
      if (trusted || name !== NEEDS_TRUST) response.setHeader(name, value)
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
  /** The console, which is told under which addresses others reach the site. */
  const tell = (response: ServerResponse) => {
    setHeaders(response, CONSOLE)
    const meta = `<meta name="${NETWORK_ADDRESSES}" content="${addresses.join(' ')}" />`
    const page = readFileSync(join(folder, CONSOLE), 'utf8').replace('</head>', `${meta}</head>`)
    response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' }).end(page)
  }
  const server = createServer((request, response) => {
    const notFound = () => {
      setHeaders(response, `/${NOT_FOUND}`)
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(nothingThere)
    }
    const path = request.url ?? '/'
    if (!path.startsWith(under)) return notFound()
    request.url = `/${path.slice(under.length)}`
    if (addresses.length > 0 && new URL(request.url, 'http://any').pathname === CONSOLE) return tell(response)
    files(request, response, notFound)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      addresses = names.map((name) => `http://${name}:${bound}${under}`)
      resolve({ server, address: `http://${nameHere(host)}:${bound}${under}`, addresses })
    })
  })
}
