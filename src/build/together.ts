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
