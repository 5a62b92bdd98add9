import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { STANDALONE, version } from './embed-builds.ts'
import { integrityOf } from './integrity.ts'

const ID = 'embed-release:this'

/**
 * Serves `embed-release:this`: the version of the build, and the name and integrity
 * value of its self-contained file, which must have been built before. In
 * development there may be no such file, and the value is empty.
 */
export function embedRelease(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'embed-release',
    configResolved(resolved) {
      config = resolved
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null
      const file = resolve(config.root, config.build.outDir, STANDALONE)
      const isThere = existsSync(file)
      if (!isThere && config.command === 'build') return this.error(`${STANDALONE} must be built before this page.`)
      const integrity = isThere ? integrityOf(readFileSync(file, 'utf8')) : ''
      return `export default ${JSON.stringify({ version, standalone: STANDALONE, integrity })}`
    },
  }
}
