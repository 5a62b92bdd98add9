import type { Plugin, Rolldown } from 'vite'

/** A script with all that it imports at once. */
function withImports(script: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<Rolldown.OutputChunk> {
  const all = new Set([script])
  for (const { imports } of all)
    for (const name of imports) {
      const part = bundle[name]
      if (part?.type === 'chunk') all.add(part)
    }
  return all
}

/**
 * Puts the stylesheets of a page's own script, and of what it imports at once, into
 * the page. They are removed from the scripts before the build records which
 * stylesheets belong to which chunk, so that neither the page nor a later chunk
 * requests them again.
 */
export function inlineStylesheets(): Plugin[] {
  const taken = new Map<string, string[]>()
  return [
    {
      name: 'inline-stylesheets:take',
      apply: 'build',
      generateBundle: {
        order: 'pre',
        handler(_options, bundle) {
          taken.clear()
          for (const chunk of Object.values(bundle)) {
            if (chunk.type !== 'chunk' || !chunk.isEntry || !chunk.facadeModuleId?.endsWith('.html')) continue
            const styles = [...withImports(chunk, bundle)].map(({ viteMetadata }) => viteMetadata?.importedCss)
            taken.set(chunk.fileName, [...new Set(styles.flatMap((names) => [...(names ?? [])]))])
            for (const names of styles) names?.clear()
          }
        },
      },
    },
    {
      name: 'inline-stylesheets:write',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          for (const page of Object.values(bundle)) {
            if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue
            const html = String(page.source)
            const files = [...taken].flatMap(([script, styles]) => (html.includes(script) ? styles : []))
            const texts = files.map((file) => {
              const sheet = bundle[file]
              return sheet?.type === 'asset' ? String(sheet.source).trim() : ''
            })
            page.source = html.replace('</head>', () => `<style>${texts.join('')}</style></head>`)
          }
          for (const file of [...taken.values()].flat()) delete bundle[file]
        },
      },
    },
  ]
}
