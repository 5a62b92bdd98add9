import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { NOT_FOUND } from './headers.ts'

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
}

/** Serves a built site on this machine only, with the headers it ships. Port 0 takes any free one. */
export function serveSite({
  folder,
  under = '/',
  port = 0,
}: SiteOptions): Promise<{ server: Server; address: string }> {
  const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'))
  const headersOf = (path: string) => rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers)
  const nothingThere = readFileSync(join(folder, NOT_FOUND))
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const type = TYPES.find(([ending]) => path.endsWith(ending))?.[1]
      if (type) response.setHeader('Content-Type', type.startsWith('text/') ? `${type};charset=utf-8` : type)
      for (const [name, value] of headersOf(path)) response.setHeader(name, value)
    },
  })
  const server = createServer((request, response) => {
    const notFound = () => {
      for (const [name, value] of headersOf(`/${NOT_FOUND}`)) response.setHeader(name, value)
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(nothingThere)
    }
    const path = request.url ?? '/'
    if (!path.startsWith(under)) return notFound()
    request.url = `/${path.slice(under.length)}`
    files(request, response, notFound)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve({ server, address: `http://localhost:${bound}${under}` })
    })
  })
}
