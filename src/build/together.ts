import { normalizePath, type Rolldown } from 'vite'

/** Vite's wrapper around import(), shared by scripts that load one another. leave-no-trace.ts removes it. */
const WRAPPER = 'vite/preload-helper.js'

/** A module and every module that imports it, directly or not. */
function needing(id: string, context: Rolldown.ChunkingContext): Set<string> {
  const all = new Set([id])
  for (const one of all) for (const importer of context.getModuleInfo(one)?.importers ?? []) all.add(importer)
  return all
}

/**
 * Puts a module and everything that it imports into one chunk. By default each set of
 * modules that several parts share becomes a chunk of its own, and a browser has
 * more to request.
 *
 * @param module the end of its name
 */
export function importsTogether(module: string): Rolldown.CodeSplittingOptions {
  const isIt = (id: string) => normalizePath(id).endsWith(`/${module}`)
  return {
    groups: [
      // In the same chunk, it would make the script that loads this chunk import
      // it.
      { name: 'preload-helper', test: (id) => id.endsWith(WRAPPER), priority: 1 },
      {
        name: (id, context) => ([...needing(id, context)].some(isIt) ? 'embed-parts' : null),
      },
    ],
  }
}

/** A chunk: its name, what loads it, and what else it has. Each is the end of a module's path, or a module that a plugin makes. */
export interface PageChunk {
  /** `null` where it is the chunk of the module that loads it. */
  readonly name: string | null
  /** The modules whose imports it has; themselves chunks, since a page or an import() names them. */
  readonly importsOf: readonly string[]
  /** Modules that are loaded with it by import(), and so are in it with what they import. */
  readonly and?: readonly string[]
}

/**
 * Puts all that the first of a page's parts needs into one chunk, then what only the
 * second does, and so on. By default each set of modules that some parts share is a
 * chunk, and a page with many parts requests dozens of them, some of a hundred bytes.
 */
export const importsByPart = (chunks: readonly PageChunk[]): Rolldown.CodeSplittingOptions => ({
  // Each module is put where it belongs by itself: what a chunk imports may be in one that is there before.
  includeDependenciesRecursively: false,
  groups: [
    {
      name(module, context) {
        const needs = [...needing(module, context)].map((id) => normalizePath(id))
        const isIn = (ids: readonly string[], end: string) =>
          ids.some((id) => id === `\0${end}` || id.endsWith(`/${end}`))
        const isNeededBy = (end: string) => isIn(needs, end)
        if (chunks.some(({ importsOf }) => importsOf.some((end) => isIn([normalizePath(module)], end)))) return null
        return chunks.find(({ importsOf, and = [] }) => [...importsOf, ...and].some(isNeededBy))?.name ?? null
      },
    },
  ],
})
