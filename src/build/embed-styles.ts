import type { Plugin, Rolldown } from 'vite'

const IMPORT = /^embed-styles:([a-z-]+)$/
const placeOf = (name: string) => `__embed_styles_of_${name.replaceAll('-', '_')}__`

type Chunk = Rolldown.OutputChunk

/** A chunk and all the chunks that it imports, directly or not. */
function withImports(chunk: Chunk, chunks: readonly Chunk[]): Set<Chunk> {
  const all = new Set([chunk])
  for (const part of all) for (const other of chunks) if (part.imports.includes(other.fileName)) all.add(other)
  return all
}

/** A style sheet without what is for a page alone: a shadow root has no root element. */
const withoutPage = (styles: string) =>
  styles
    .replaceAll(/:root\{[^}]*\}|\/\*[^]*?\*\//g, '')
    .replaceAll(':root,', '')
    .trim()

/**
 * Puts style sheets into the scripts that adopt them: a shadow root takes none from
 * the page around it, and a strict policy lets no script write a <style>.
 * `embed-styles:NAME` is the style sheet of `entries/embed/NAME.ts` and its
 * imports, `embed-styles:rest` that of everything else in the build.
 */
export function embedStyles(): Plugin {
  let isBuild = true
  return {
    name: 'embed-styles',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    resolveId: (id) => (IMPORT.test(id) ? `\0${id}` : null),
    load(id) {
      const name = IMPORT.exec(id.slice(1))?.[1]
      if (!id.startsWith('\0') || !name) return null
      return `export default ${JSON.stringify(isBuild ? placeOf(name) : '')}`
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const asking = chunks.filter(({ code }) => code.includes('__embed_styles_of_'))
        if (asking.length === 0) return
        const app = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/entries/embed/embed-run.ts')))
        if (!app) return this.error('There is no chunk of entries/embed/embed-run.ts to take styles from.')
        const stylesOf = (parts: Iterable<Chunk>) => [
          ...new Set([...parts].flatMap((part) => [...(part.viteMetadata?.importedCss ?? [])])),
        ]
        const first = stylesOf(withImports(app, chunks))
        const rest = stylesOf(chunks).filter((file) => !first.includes(file))
        const textOf = (files: readonly string[]) =>
          files
            .map((file) => {
              const sheet = bundle[file]
              return sheet?.type === 'asset' ? withoutPage(String(sheet.source)) : ''
            })
            .join('')
        for (const chunk of asking) {
          chunk.code = chunk.code
            .replace(/(["'`])__embed_styles_of_embed_app__\1/, () => JSON.stringify(textOf(first)))
            .replace(/(["'`])__embed_styles_of_rest__\1/, () => JSON.stringify(textOf(rest)))
        }
        for (const file of [...first, ...rest]) delete bundle[file]
        for (const chunk of chunks) chunk.viteMetadata?.importedCss.clear()
      },
    },
  }
}
