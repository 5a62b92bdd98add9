import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify, type Plugin, type ViteDevServer } from 'vite'
import type * as Prerendered from '../entries/site/prerender.ts'

const HOLDER = '<!-- not loaded -->'
const SCRIPT = '/* not loaded */'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Puts the words for a page whose script does not come into the page, in each language, and the script that shows them. */
export function notLoaded(
  load: (server: ViteDevServer | undefined) => Promise<Pick<typeof Prerendered, 'notLoadedWords'>>,
): Plugin {
  return {
    name: 'not-loaded',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server, filename }) {
        if (!html.includes(HOLDER)) return html
        const { notLoadedWords } = await load(server)
        const script = readFileSync(join(import.meta.dirname, 'not-loaded.js'), 'utf8')
        const small = server ? script : (await minify(filename, script, { module: false })).code.trim()
        const words = notLoadedWords.map(
          ({ language, failed, kept, nothing, code, again }) =>
            `<div data-not-loaded lang="${language}" role="alert" class="not-loaded" hidden><p>${escaped(failed)} <span data-kept>${escaped(kept)}</span><span data-nothing>${escaped(nothing)}</span></p><p data-code>${escaped(code)} <strong class="code"></strong></p><button type="button">${escaped(again)}</button></div>`,
        )
        return html.replace(HOLDER, () => words.join('')).replace(SCRIPT, () => small)
      },
    },
  }
}
