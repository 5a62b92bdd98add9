import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { DEFAULT_LANGUAGE, isLanguage, listedLanguages } from '../ui/locales/index.ts'

const LOCALES = normalizePath(join(import.meta.dirname, '../ui/locales'))

const LOADERS = /^locale-loaders:([a-z-]+)$/
const TEXTS = /^locale-texts:([a-z-]+)\/(\w+)$/
const ADDRESSES = /^locale-addresses:([a-z-]+)$/

/** The folders of texts for languages that are not listed yet. */
export const unlistedLanguages = (): string[] =>
  readdirSync(LOCALES).filter((name) => /^[a-z]{2}$/.test(name) && !isLanguage(name))

const pathOf = (language: string, file: string) => JSON.stringify(`${LOCALES}/${language}/${file}.ts`)
const fillIn = `import { fillIn } from ${JSON.stringify(`${LOCALES}/fill-in.ts`)}\n`
const hasFile = (language: string, file: string) => existsSync(join(LOCALES, language, `${file}.ts`))

function loadersModule(file: string, unlisted: readonly string[]): string {
  const load = (language: string) => `import(${pathOf(language, file)})`
  const whole = listedLanguages().map((language) => `${language}: () => ${load(language)}`)
  const filled = unlisted.map((language) =>
    hasFile(language, file)
      ? `${language}: async () => fillIn(await ${load(DEFAULT_LANGUAGE)}, await ${load(language)})`
      : `${language}: () => ${load(DEFAULT_LANGUAGE)}`,
  )
  return `${filled.length > 0 ? fillIn : ''}export default { ${[...whole, ...filled].join(', ')} }`
}

function textsModule(file: string, name: string, unlisted: readonly string[]): string {
  const listed = listedLanguages()
  const imports = listed.map((language) => `import { ${name} as ${language} } from ${pathOf(language, file)}`)
  const unfinished = unlisted.filter((language) => hasFile(language, file))
  const begun = unfinished.map((language) => `import * as ${language} from ${pathOf(language, file)}`)
  const filled = unlisted.map((language) =>
    unfinished.includes(language)
      ? `${language}: fillIn(${DEFAULT_LANGUAGE}, ${language}.${name})`
      : `${language}: ${DEFAULT_LANGUAGE}`,
  )
  return `${unlisted.length > 0 ? fillIn : ''}${[...imports, ...begun].join('\n')}\nexport default { ${[...listed, ...filled].join(', ')} }`
}

function addressesModule(file: string, unlisted: readonly string[]): string {
  const listed = listedLanguages()
  const imports = listed.map((language) => `import ${language} from 'chunk-addresses:${language}/${file}'`)
  return `${imports.join('\n')}\nexport default { ${[...listed, ...unlisted.map((language) => `${language}: []`)].join(', ')} }`
}

/**
 * Serves the texts of one file of every folder in `ui/locales`, by language:
 *
 * - `locale-loaders:FILE`: what imports it, each language as a chunk of its own;
 * - `locale-texts:FILE/NAME`: what it exports as `NAME`, there at once;
 * - `locale-addresses:FILE`: where its chunk lies, as of chunk-addresses.ts.
 *
 * A build has the languages that are listed. While they are served, a folder that
 * is not listed yet is a language too, with the default language's texts wherever
 * it has none.
 */
export function locales(): Plugin {
  let isBuild = true
  return {
    name: 'locales',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    // A folder or a file that is new or gone changes what every one of these modules has.
    configureServer({ watcher, moduleGraph, hot }) {
      const changed = (file: string) => {
        if (!normalizePath(file).startsWith(`${LOCALES}/`)) return
        for (const [id, module] of moduleGraph.idToModuleMap)
          if (id.startsWith('\0locale-')) moduleGraph.invalidateModule(module)
        hot.send({ type: 'full-reload' })
      }
      watcher.on('add', changed).on('unlink', changed)
    },
    resolveId: (id) => ([LOADERS, TEXTS, ADDRESSES].some((form) => form.test(id)) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith('\0locale-')) return null
      const name = id.slice(1)
      const unlisted = isBuild ? [] : unlistedLanguages()
      const [, loaded] = LOADERS.exec(name) ?? []
      if (loaded) return loadersModule(loaded, unlisted)
      const [, file, exported] = TEXTS.exec(name) ?? []
      if (file && exported) return textsModule(file, exported, unlisted)
      const [, addressed] = ADDRESSES.exec(name) ?? []
      return addressed ? addressesModule(addressed, unlisted) : null
    },
  }
}
