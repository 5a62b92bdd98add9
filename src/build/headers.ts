import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
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

/** Writes the hashes of what the pages inline into the headers they are served with, so that the two cannot drift apart. */
export function headersWithHashes(): Plugin {
  let config: ResolvedConfig
  let pages: string[] = []
  return {
    name: 'headers-with-hashes',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    writeBundle(_options, bundle) {
      pages = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.html') ? [String(file.source)] : [],
      )
    },
    closeBundle() {
      if (config.build.ssr) return
      const found = pages.map(inlineHashes)
      const file = join(config.root, config.build.outDir, '_headers')
      const headers = readFileSync(file, 'utf8')
        .replace('{script-hashes}', found.flatMap(({ scripts }) => scripts).join(' '))
        .replace('{style-hashes}', found.flatMap(({ styles }) => styles).join(' '))
      writeFileSync(file, headers)
    },
  }
}
