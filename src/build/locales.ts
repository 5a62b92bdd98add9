import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { DEFAULT_LANGUAGE, isLanguage, listedLanguages } from '../ui/locales/index.ts'

const LOCALES = normalizePath(join(import.meta.dirname, '../ui/locales'))

const LOADERS = /^locale-loaders:([a-z-]+)$/
const TEXTS = /^locale-texts:([a-z-]+)\/(\w+)$/
const ADDRESSES = /^locale-addresses:([a-z-]+)$/

/** The languages with a folder that are not listed yet. */
export const unlistedLanguages = (folder = LOCALES): string[] =>
  readdirSync(folder).filter((name) => /^[a-z]{2}$/.test(name) && !isLanguage(name))

/** One file of texts, and the languages to serve it in. */
interface Served {
  readonly folder: string
  readonly file: string
  readonly listed: readonly string[]
  readonly unlisted: readonly string[]
}

const pathOf = ({ folder, file }: Served, language: string) => JSON.stringify(`${folder}/${language}/${file}.ts`)
const hasFile = ({ folder, file }: Served, language: string) => existsSync(join(folder, language, `${file}.ts`))
const importFillIn = ({ folder, unlisted }: Served) =>
  unlisted.length === 0 ? '' : `import { fillIn } from ${JSON.stringify(`${folder}/fill-in.ts`)}\n`

function loadersModule(served: Served): string {
  const load = (language: string) => `import(${pathOf(served, language)})`
  const whole = served.listed.map((language) => `${language}: () => ${load(language)}`)
  const filled = served.unlisted.map((language) =>
    hasFile(served, language)
      ? `${language}: async () => fillIn(await ${load(DEFAULT_LANGUAGE)}, await ${load(language)})`
      : `${language}: () => ${load(DEFAULT_LANGUAGE)}`,
  )
  return `${importFillIn(served)}export default { ${[...whole, ...filled].join(', ')} }`
}

function textsModule(served: Served, name: string): string {
  const { listed, unlisted } = served
  const begun = unlisted.filter((language) => hasFile(served, language))
  const imports = [
    ...listed.map((language) => `import { ${name} as ${language} } from ${pathOf(served, language)}`),
    // As a namespace, since the file may not have this export yet.
    ...begun.map((language) => `import * as ${language} from ${pathOf(served, language)}`),
  ]
  const filled = unlisted.map((language) =>
    begun.includes(language)
      ? `${language}: fillIn(${DEFAULT_LANGUAGE}, ${language}.${name})`
      : `${language}: ${DEFAULT_LANGUAGE}`,
  )
  return `${importFillIn(served)}${imports.join('\n')}\nexport default { ${[...listed, ...filled].join(', ')} }`
}

function addressesModule({ file, listed, unlisted }: Served): string {
  const imports = listed.map((language) => `import ${language} from 'chunk-addresses:${language}/${file}'`)
  const none = unlisted.map((language) => `${language}: []`)
  return `${imports.join('\n')}\nexport default { ${[...listed, ...none].join(', ')} }`
}

/**
 * Serves the texts of one file of every folder in `ui/locales`, by language:
 *
 * - `locale-loaders:FILE`: functions that import it, each language as a chunk of
 *   its own;
 * - `locale-texts:FILE/NAME`: its export `NAME`, imported at once;
 * - `locale-addresses:FILE`: the addresses of its chunk, as in chunk-addresses.ts.
 *
 * A build has the listed languages. In development a folder that is not listed yet
 * is a language too, with the default language's texts wherever its own are
 * missing.
 */
export function locales(folder = LOCALES): Plugin {
  let isBuild = true
  return {
    name: 'locales',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    // Adding or removing a folder or a file can change any of these modules.
    configureServer({ watcher, moduleGraph, hot }) {
      const changed = (file: string) => {
        if (!normalizePath(file).startsWith(`${folder}/`)) return
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
      const languages = { folder, listed: listedLanguages(), unlisted: isBuild ? [] : unlistedLanguages(folder) }
      const [, loaded] = LOADERS.exec(name) ?? []
      if (loaded) return loadersModule({ ...languages, file: loaded })
      const [, file, exported] = TEXTS.exec(name) ?? []
      if (file && exported) return textsModule({ ...languages, file }, exported)
      const [, addressed] = ADDRESSES.exec(name) ?? []
      return addressed ? addressesModule({ ...languages, file: addressed }) : null
    },
  }
}
