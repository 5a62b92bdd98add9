import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify, type Plugin, type ViteDevServer } from 'vite'
import type * as Prerendered from '../entries/site/prerender.ts'

const HOLDER = '<!-- start -->'
const SCRIPT = '/* start */'

/**
 * Writes the head of the console's start into its page, in each language, and the
 * script that shows one of them: the first paint then needs one response and waits
 * for no module.
 */
export function servedStart(
  load: (server: ViteDevServer | undefined) => Promise<Pick<typeof Prerendered, 'consoleStarts'>>,
): Plugin {
  return {
    name: 'served-start',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server, filename }) {
        if (!html.includes(HOLDER)) return html
        const { consoleStarts } = await load(server)
        const script = readFileSync(join(import.meta.dirname, 'served-start.js'), 'utf8')
        const small = server ? script : (await minify(filename, script, { module: false })).code.trim()
        const starts = consoleStarts.map(
          ({ language, start }) => `<div data-start lang="${language}" hidden>${start}</div>`,
        )
        return html.replace(HOLDER, () => starts.join('')).replace(SCRIPT, () => small)
      },
    },
  }
}
