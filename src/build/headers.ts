import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRelays } from './live-relays.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The hashes of a page's inline scripts and styles. Data blocks are no scripts and need none. */
export function inlineHashes(html: string): { scripts: string[]; styles: string[] } {
  const texts = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => hash(text ?? ''))
  return {
    scripts: texts(/<script>([\s\S]*?)<\/script>/g),
    styles: texts(/<style>([\s\S]*?)<\/style>/g),
  }
}

/** The content security policy of a page. Inline code is allowed by hash alone. */
function policyOf(scripts: readonly string[], styles: readonly string[], sources: readonly string[] = []): string {
  const selfAnd = (hashes: readonly string[]) => ["'self'", ...new Set(hashes)].join(' ')
  return [
    `default-src 'none'`,
    `script-src ${selfAnd(scripts)}`,
    `style-src ${selfAnd(styles)}`,
    `img-src 'self' data: blob:`,
    `connect-src ${["'self'", ...sources].join(' ')}`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types svelte-trusted-html diagnostic-worker`,
  ].join('; ')
}

/** The page that other sites may frame, under the latest name and under that of its version. */
const isFrame = (page: string) => /^embed(-\d+\.\d+\.\d+.*)?\.html$/.test(page)

/** The page that servers send, with status 404, where there is none. It carries its own policy. */
export const NOT_FOUND = '404.html'

/** The page that scans codes. */
const CAMERA = 'workshop.html'

/** Servers serve a page under its name with and without its ending. */
const pathsOf = (page: string) =>
  page === 'index.html' ? ['/', '/index.html'] : [`/${page}`, `/${page.replace(/\.html$/, '')}`]

// Pages are not among the pinned files: their headers say who may frame them, and
// would be cached with them.
const isPinned = (file: string) => /^embed.*-\d+\.\d+\.\d+.*\.(js|css)$/.test(file)

const PUBLIC = join(import.meta.dirname, '../../public')

interface Headers {
  /** The built site. */
  readonly folder: string
  /** The folder with the rules that the headers are made from. */
  readonly publicFolder?: string
  /** The lines of frames that were released, by page. */
  readonly released?: Readonly<Record<string, readonly string[]>>
}

const blocksOf = (publicFolder: string) => readFileSync(join(publicFolder, '_headers'), 'utf8').split(/\n{2,}/)

/** The lines that a frame's page is served with, with places for `{sources}` and `{embed-hosts}`. */
export function frameLines(html: string, publicFolder = PUBLIC): readonly string[] {
  const { scripts, styles } = inlineHashes(html)
  const block = blocksOf(publicFolder).find((one) => one.startsWith('{frame}\n')) ?? ''
  const [, ...lines] = block.trimEnd().split('\n')
  return lines.map((line) => line.trim().replace('{frame-policy}', () => policyOf(scripts, styles, ['{sources}'])))
}

/** The lines of a frame in the build that names who may frame it and what it may fetch from elsewhere. */
function framedBy(lines: readonly string[]): string {
  const sources = process.env['EMBED_SOURCES']?.split(' ').filter(Boolean) ?? []
  return lines
    .map((line) => `\n  ${line}`)
    .join('')
    .replace(' {sources}', () => sources.map((source) => ` ${source}`).join(''))
    .replace('{embed-hosts}', () => process.env['EMBED_HOSTS'] ?? "'self'")
}

/**
 * Writes the headers that the site is served with: each page's policy with the
 * hashes of its inline code, so that the two cannot differ; the sites that may
 * frame `embed.html` (EMBED_HOSTS, separated by spaces) and those it may fetch
 * questionnaires from (EMBED_SOURCES); the relays of live rooms (LIVE_RELAY); and the
 * files that other sites may load. A frame of a released version keeps the lines of
 * its release.
 */
export function writeHeaders({ folder, publicFolder = PUBLIC, released = {} }: Headers): void {
  const files = readdirSync(folder).toSorted()
  const pages = files.filter((file) => file.endsWith('.html') && file !== NOT_FOUND)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const found = pages.filter((page) => !isFrame(page)).map((file) => inlineHashes(read(file)))
  const policy = policyOf(
    found.flatMap(({ scripts }) => scripts),
    found.flatMap(({ styles }) => styles),
    readRelays(process.env['LIVE_RELAY']),
  )
  const scripts = files.filter((file) => /^embed.*\.(js|css)$/.test(file))
  const groups: Readonly<Record<string, readonly string[]>> = {
    pages: pages.filter((page) => !isFrame(page) && page !== CAMERA).flatMap(pathsOf),
    camera: pages.filter((page) => page === CAMERA).flatMap(pathsOf),
    pinned: scripts.filter(isPinned).map((file) => `/${file}`),
    latest: scripts.filter((file) => !isPinned(file)).map((file) => `/${file}`),
  }
  const frames = pages.filter(isFrame).flatMap((page) => {
    const lines = framedBy(released[page] ?? frameLines(read(page), publicFolder))
    return pathsOf(page).map((path) => `${path}${lines}`)
  })
  const headers = blocksOf(publicFolder).flatMap((block) => {
    const [, group] = /^\{([a-z]+)\}\n/.exec(block) ?? []
    if (group === 'frame') return frames
    const filled = block.replaceAll('{policy}', () => policy).trimEnd()
    return group ? (groups[group] ?? []).map((path) => filled.replace(`{${group}}`, () => path)) : [filled]
  })
  writeFileSync(join(folder, '_headers'), `${headers.join('\n\n')}\n`)
}
