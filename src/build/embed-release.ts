import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { STANDALONE, version } from './embed-builds.ts'
import { integrityOf } from './integrity.ts'

const ID = 'embed-release:this'
const NAME = 'embed-release:standalone'

/**
 * Serves `embed-release:this`: the version that is being built, and the name and
 * integrity value of its self-contained file, which must have been built before
 * the page that names it. While developing there may be none, and no value.
 * `embed-release:standalone` is the name alone, for the scripts that are built before.
 */
export function embedRelease(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'embed-release',
    configResolved(resolved) {
      config = resolved
    },
    resolveId: (id) => (id === ID || id === NAME ? `\0${id}` : null),
    load(id) {
      if (id === `\0${NAME}`) return `export default ${JSON.stringify(STANDALONE)}`
      if (id !== `\0${ID}`) return null
      const file = resolve(config.root, config.build.outDir, STANDALONE)
      const isThere = existsSync(file)
      if (!isThere && config.command === 'build') return this.error(`${STANDALONE} must be built before this page.`)
      const integrity = isThere ? integrityOf(readFileSync(file, 'utf8')) : ''
      return `export default ${JSON.stringify({ version, standalone: STANDALONE, integrity })}`
    },
  }
}
