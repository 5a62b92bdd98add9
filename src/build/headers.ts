import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The hashes of the scripts and styles that a page carries inline. Data blocks are no scripts and need none. */
export function inlineHashes(html: string): { scripts: string[]; styles: string[] } {
  const texts = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => hash(text ?? ''))
  return {
    scripts: texts(/<script>([\s\S]*?)<\/script>/g),
    styles: texts(/<style>([\s\S]*?)<\/style>/g),
  }
}

/**
 * Writes the hashes of what the pages inline into the headers they are served with, so that the two cannot
 * drift apart. Reads every page that is there, because pages can come from builds of their own.
 */
export function headersWithHashes(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'headers-with-hashes',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle() {
      if (config.build.ssr) return
      const folder = join(config.root, config.build.outDir)
      const found = readdirSync(folder)
        .filter((file) => file.endsWith('.html'))
        .toSorted()
        .map((file) => inlineHashes(readFileSync(join(folder, file), 'utf8')))
      const list = (hashes: readonly string[]) => [...new Set(hashes)].join(' ')
      const headers = readFileSync(join(config.publicDir, '_headers'), 'utf8')
        .replace('{script-hashes}', list(found.flatMap(({ scripts }) => scripts)))
        .replace('{style-hashes}', list(found.flatMap(({ styles }) => styles)))
      writeFileSync(join(folder, '_headers'), headers)
    },
  }
}
