import type { Plugin } from 'vite'

const EXPORTS = /\bexport\s*\{[^}]*\};?\s*$/
const AT_ONCE = /(?:^|[;}\s])import\s*["'{*]/
/** As a module knows where it is from, and asks for others beside itself. */
const MODULE_ONLY = /\bimport\.meta\.url\b|\bimport\(/g

/** An import() as Vite wraps it, in minified code. What is in it is all that the wrapper does here. */
const WRAPPED = /\b\w+\(\(\)=>(import\("[^"]+"\)),\[\],import\.meta\.url\)/g

/** Read by whoever follows the browser's error to the first line of embed.js, loaded without type="module". */
const SAID = '/* Needs type="module"; embed-classic.js does not. */'

/**
 * Writes the element's script a second time as a classic one, which a page runs where it stands in the text: put right
 * before an element, nothing of the page is below it yet that could move, and nothing is kept free in vain where the
 * script never comes. A classic script of another origin knows no address of its own for import().
 */
export function embedClassic(version: string): Plugin {
  return {
    name: 'embed-classic',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.fileName === 'embed.js')
        if (entry?.type !== 'chunk') return this.error('There is no embed.js to write as a classic script.')
        if (!EXPORTS.test(entry.code) || AT_ONCE.test(entry.code))
          return this.error('embed.js does not end with its exports, or imports something at once.')
        entry.code = entry.code.replace(WRAPPED, '$1')
        const code = entry.code
          .replace(EXPORTS, '')
          .replace(MODULE_ONLY, (found) => (found === 'import(' ? '__import(' : '__from'))
        const source = `(()=>{const __from=document.currentScript.src,__import=to=>import(new URL(to,__from).href);${code}})();\n`
        for (const fileName of ['embed-classic.js', `embed-classic-${version}.js`])
          this.emitFile({ type: 'asset', fileName, source })
        entry.code = SAID + entry.code
      },
    },
  }
}
