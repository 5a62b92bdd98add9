import { dirname, relative } from 'node:path/posix'
import type { Plugin } from 'vite'

const IMPORT = /^chunk-addresses:([a-z/.-]+)$/
const placeOf = (name: string) => `__addresses_of_${name}__`
const PLACE = /(["'`])__addresses_of_([a-z/.-]+)__\1/g

const AHEAD = 'fetch-ahead'
/** How a built chunk fetches others ahead: by what sure-imports.ts writes at its start. */
export const FETCHES_AHEAD = '__have('

/**
 * Serves `chunk-addresses:NAME`: the addresses of the scripts that
 * `import('…/NAME.ts')` runs, and of their stylesheets, relative to the importing
 * script, so that they can be fetched before they are run: by `fetch-ahead`, after
 * which import() does not fetch them again. Empty in a build without chunks.
 */
export function chunkAddresses(): Plugin {
  let isBuild = true
  return {
    name: 'chunk-addresses',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    resolveId: (id) => (IMPORT.test(id) || id === AHEAD ? `\0${id}` : null),
    load(id) {
      if (id === `\0${AHEAD}`)
        return `export default async (...parts) => ${isBuild ? `${FETCHES_AHEAD}parts, true)` : 'undefined'}`
      const name = IMPORT.exec(id.slice(1))?.[1]
      if (!id.startsWith('\0') || !name) return null
      return `export default ${JSON.stringify(isBuild ? placeOf(name) : [])}`
    },
    // The importing chunk names the same files in its import(), so its own name changes with them.
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      /** A chunk and those that it imports. */
      const running = (chunk: (typeof chunks)[number]) => {
        const all = new Set([chunk])
        for (const part of all)
          for (const imported of chunks) if (part.imports.includes(imported.fileName)) all.add(imported)
        return all
      }
      for (const chunk of chunks) {
        chunk.code = chunk.code.replace(PLACE, (_place, _quote, name: string) => {
          const target = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${name}.ts`)))
          if (!target) return this.error(`There is no chunk of ${name}.ts to give the address of.`)
          // Vite's wrapper around import() is too small to fetch early;
          // leave-no-trace.ts removes it.
          const here = running(chunk)
          const wanted = [...running(target)].filter((part) => !here.has(part) && part.name !== 'preload-helper')
          const files = wanted.flatMap((part) => [part.fileName, ...(part.viteMetadata?.importedCss ?? [])])
          return JSON.stringify(files.map((file) => `./${relative(dirname(chunk.fileName), file)}`))
        })
      }
    },
  }
}

/**
 * Lets a page fetch some of the chunks that its script will import, together with
 * that script and not after it.
 *
 * @param options the page, and the end of the path of each chunk's module
 */
export function preloadChunks({ page, modules }: { page: string; modules: readonly string[] }): Plugin {
  return {
    name: 'preload-chunks',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const html = bundle[page]
        if (html?.type !== 'asset') return
        const links = modules.map((module) => {
          const chunk = Object.values(bundle).find(
            (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module),
          )
          if (!chunk) return this.error(`There is no chunk of ${module} to preload.`)
          return `<link rel="modulepreload" crossorigin href="./${chunk.fileName}">`
        })
        html.source = String(html.source).replace('</head>', () => `${links.join('')}</head>`)
      },
    },
  }
}
