import type { Plugin, ViteDevServer } from 'vite'
import type * as Prerendered from '../entries/site/prerender.ts'
import { DEFAULT_QUESTIONNAIRE } from '../ui/embed/contract.ts'

type Entry = Pick<typeof Prerendered, 'embedLanguages' | 'embedScreens'>

const OWN = 'embed-screens:default'
const OTHERS = 'embed-screens:others'
const ONE = /^embed-screens:one\/([a-z0-9-]+)\/([a-z]{2})$/

/** What the text of an element or attribute says, once the markup of a page is read. */
const read = (markup: string) =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/**
 * Serves the first screens of a host's page: `embed-screens:default` has those of the questionnaire that is shown
 * where a host names none, by language, and `embed-screens:others` functions that import the others.
 */
export function embedScreens(load: (server: ViteDevServer | undefined) => Promise<Entry>): Plugin {
  let server: ViteDevServer | undefined
  return {
    name: 'embed-screens',
    configureServer(dev) {
      server = dev
    },
    resolveId: (id) => (id === OWN || id === OTHERS || ONE.test(id) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0embed-screens:')) return null
      const name = id.slice(1)
      const entry = await load(server)
      const written = async (questionnaire: string, language: string) => {
        const text = JSON.stringify(await entry.embedScreens(questionnaire, language))
        // The builder knows elements, attributes and text, and no other way of writing a character.
        if (read(text) !== text) this.error(`The first screen of "${questionnaire}" has a character that is escaped.`)
        return text
      }
      const [, questionnaire, language] = ONE.exec(name) ?? []
      if (questionnaire && language) return `export default ${await written(questionnaire, language)}`
      if (name === OWN) {
        const languages = entry.embedLanguages[DEFAULT_QUESTIONNAIRE] ?? []
        const own = languages.map(async (code) => `${code}: ${await written(DEFAULT_QUESTIONNAIRE, code)}`)
        return `export default { ${(await Promise.all(own)).join(',\n')} }`
      }
      const others = Object.entries(entry.embedLanguages).filter(([other]) => other !== DEFAULT_QUESTIONNAIRE)
      const loaders = others.map(([other, languages]) => {
        const loaded = languages.map((code) => `${code}: () => import('embed-screens:one/${other}/${code}')`)
        return `'${other}': { ${loaded.join(', ')} }`
      })
      return `export default { ${loaders.join(', ')} }`
    },
  }
}
