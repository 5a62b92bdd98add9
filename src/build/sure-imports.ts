import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dirname, relative } from 'node:path/posix'
import { minify, type Plugin, type Rolldown } from 'vite'
import { FETCHES_AHEAD } from './chunk-addresses.ts'

type Chunk = Rolldown.OutputChunk

const SURE = join(import.meta.dirname, 'sure.js')
/**
 * The parts asked for are known to the whole page: one that a chunk has run is not fetched once more for another,
 * which fails where the network is gone and the browser's cache was emptied meanwhile. An element leaves no global on
 * its host's page, so that there each chunk knows its own.
 */
const KNOWN = { page: '(globalThis.__asked ??= {})', chunk: '{}' }
const IMPORT = /\bimport\((["'`])\.\/([^"'`]+\.js)\1\)/g

/** The chunks that a chunk imports, directly and through others. */
function withImports(chunk: Chunk, chunks: readonly Chunk[]): Set<Chunk> {
  const all = new Set([chunk])
  for (const part of all) for (const other of chunks) if (part.imports.includes(other.fileName)) all.add(other)
  return all
}

/**
 * Fetches everything that an import() needs, and only then runs it: browsers remember a module that could not be
 * had for as long as the page is open, so that no second try would ever ask for it again. What was asked for in
 * vain, or is still on its way, is asked for past the caches.
 * A part that is fetched ahead is not: whoever needs it meanwhile shares it.
 *
 * @param known to whom it is known what was asked for
 * @param isFirst chunks that are asked for at once and together, and what asks for them: they wait for nothing
 */
export function sureImports(known: keyof typeof KNOWN, isFirst: (chunk: Chunk) => boolean = () => false): Plugin {
  return {
    name: 'sure-imports',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        // Its calls are written only now, so that compression would remove it as unused.
        const sure = (
          await minify(SURE, readFileSync(SURE, 'utf8').replace('ASKED', KNOWN[known]), {
            compress: false,
            mangle: { toplevel: false },
          })
        ).code.trim()
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        for (const chunk of chunks) {
          if (isFirst(chunk)) continue
          const folder = dirname(chunk.fileName)
          const there = withImports(chunk, chunks)
          const code = chunk.code.replace(IMPORT, (imported, _quote, file: string) => {
            const target = chunks.find(({ fileName }) => fileName === `${folder}/${file}`)
            if (!target) return this.error(`There is no chunk ${file}, which ${chunk.fileName} imports.`)
            if (isFirst(target) || there.has(target)) return imported
            const needed = [...withImports(target, chunks)].filter((part) => !there.has(part))
            // The one to run is the first of them.
            return `__sure(${needed.map(({ fileName }) => `"./${relative(folder, fileName)}"`).join()})`
          })
          if (code !== chunk.code || code.includes(FETCHES_AHEAD)) chunk.code = `${sure}\n${code}`
        }
      },
    },
  }
}
