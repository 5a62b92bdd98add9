import { join } from 'node:path'
import type { Plugin } from 'vite'

const SELF = join(import.meta.dirname, 'texts.ts')

/** Serves the texts of texts.ts for every import of French ones. */
export function pseudoLocale(): Plugin {
  const TEXTS = /\/ui\/locales\/fr\/(take|list|result|keep|hand-over)\.ts$/
  const PART = /^questionnaire:(take|result|titles)\/(?:([a-z-]+)\/)?fr$/
  return {
    name: 'pseudo-locale',
    enforce: 'pre',
    resolveId(id, importer) {
      if (PART.test(id)) return `\0pseudo:${id}`
      // Imports from outside a language name its folder; those from another of its
      // files do not.
      const isFrench = id.includes('/fr/') || /\/locales\/fr\/[^/]+$/.test(importer ?? '')
      const name = isFrench && /^(?:\.{1,2}\/|\/)(?:.*\/fr\/)?(take|list|result|keep|hand-over)\.ts$/.exec(id)?.[1]
      return name && importer ? `\0pseudo:/ui/locales/fr/${name}.ts` : null
    },
    load(id) {
      if (!id.startsWith('\0pseudo:')) return null
      const wanted = id.slice('\0pseudo:'.length)
      const name = TEXTS.exec(wanted)?.[1]
      const start = `import { lengthenAll } from ${JSON.stringify(SELF)}\n`
      if (name) {
        const english = join(import.meta.dirname, `../../src/ui/locales/en/${name}.ts`)
        const exported = `${name === 'hand-over' ? 'handOver' : name}Texts`
        return `${start}import { ${exported} as texts } from ${JSON.stringify(english)}\nexport const ${exported} = lengthenAll(texts)`
      }
      const english = wanted.replace(/fr$/, 'en')
      const [, kind] = PART.exec(wanted) ?? []
      const value = kind === 'result' ? '{ ...part, texts: lengthenAll(part.texts) }' : 'lengthenAll(part)'
      return `${start}import part from '${english}'\nexport default ${value}`
    },
  }
}
