import type { Plugin } from 'vite'

const EXPORTS = /\bexport\s*\{([^}]*)\};?\s*$/
const AT_ONCE = /(?:^|[;}\s])import\s*["'{*]/
/** As a module knows where it is from, and asks for others beside itself. */
const MODULE_ONLY = /\bimport\.meta\.url\b|\bimport\(/g

/** An import() as Vite wraps it, in minified code. What is in it is all that the wrapper does here. */
const WRAPPED = /\b\w+\(\(\)=>(import\("[^"]+"\)),\[\],import\.meta\.url\)/g

/** The same where a field is taken out of it at once. */
const WRAPPED_FOR =
  /\b\w+\(async\(\)=>\{let\{(\w+):\w+\}=await\(?(import\("[^"]+"\))\)?;return\{\1:\w+\}\},\[\],import\.meta\.url\)/g

/** The wrapper around these, as leave-no-trace.ts writes it. */
const WRAPPER = /\bconst \w+=l=>l\(\);/

/** The code without the wrapper around import(), or with it where it is still used. */
export function unwrapped(code: string): string {
  const bare = code.replace(WRAPPED, '$1').replace(WRAPPED_FOR, '$2')
  return bare.includes(',[],import.meta.url)') ? bare : bare.replace(WRAPPER, '')
}

/**
 * A classic script in a shadow root is not the document's current one, and one whose text a page has taken or joined
 * with others has no address at all.
 */
const NAMELESS = String.raw`(/http\S+embed\S*?js/.exec(Error().stack)||(()=>{throw"leadership-diagnostic: load embed.js by its address"})())[0]`

/** Runs at once, and leaves no name on the page. */
const inItself = (code: string) => `(()=>{${code.trim()}})();\n`

/**
 * Writes a module so that a page may run it as a classic script, too: consent managers make one of it, and editors
 * lose its `type`. Neither `export` nor `import.meta` may stand anywhere in a classic script, so they stand where
 * only a module has code. `await/'/` waits there for a regular expression; a classic script, to which `await` is any
 * variable, divides it by a text, which goes on to the next quote, where a module is in a comment. Neither is done,
 * after `0&&`. A classic script of another origin knows no address of its own for import().
 *
 * @returns `null` where the code is not as it has to be for that
 */
export function eitherScript(code: string): string | null {
  if (AT_ONCE.test(code)) return null
  const exported = EXPORTS.exec(code)?.[1]
  if (exported === undefined) return code.includes('import.meta') ? null : inItself(code)
  const names = exported.split(',').map((one) => one.trim().split(/\s+as\s+/))
  const returned = names.map(([own, name = own]) => `${name}:${own}`).join()
  const body = unwrapped(code.replace(EXPORTS, ''))
    .replace(MODULE_ONLY, (found) => (found === 'import(' ? '__import(' : '__from'))
    .replace(/[\s;]+$/, '')
  return `0&&await/'/;const __at=import.meta.url;export const{${names.map((pair) => pair.at(-1)).join()}}=0//'
||(__from=>{"use strict";const __import=to=>import(new URL(to,__from));${body};return{${returned}}})(this?document.currentScript?.src||${NAMELESS}:__at)
`
}

/** Writes the scripts that hosts load so that they run without `type="module"`, too. */
export function eitherScripts(): Plugin {
  return {
    name: 'either-scripts',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !file.isEntry) continue
          const code = eitherScript(file.code)
          if (code === null) return this.error(`${file.fileName} cannot be written as a script of either kind.`)
          file.code = code
        }
      },
    },
  }
}
