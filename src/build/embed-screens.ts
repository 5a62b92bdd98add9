import type { Plugin, ViteDevServer } from 'vite'
import type * as Prerendered from '../entries/site/prerender.ts'
import { DEFAULT_QUESTIONNAIRE } from '../ui/embed/contract.ts'
import { OPENINGS } from '../ui/embed/screens.ts'

type Entry = Pick<typeof Prerendered, 'embedLanguages' | 'embedScreens'>

const OWN = 'embed-screens:default'
const TAKE = /^\0questionnaire:take\/([a-z0-9-]+)\/([a-z]{2})$/

/** The text of an element or attribute, unescaped as a browser reads it. */
const read = (markup: string) =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/**
 * Serves the first screens of a host's page: `embed-screens:default` has those of the questionnaire that is shown
 * where a host names none, by language. Of each other one they come with what answering it needs, as `screens`: what
 * is asked for by itself costs every page its address.
 */
export function embedScreens(load: (server: ViteDevServer | undefined) => Promise<Entry>): Plugin {
  let server: ViteDevServer | undefined
  const written = async (questionnaire: string, language: string) => {
    const { embedScreens: screensOf } = await load(server)
    const screens = await screensOf(questionnaire, language)
    const text = JSON.stringify(screens)
    // The builder knows elements, attributes and text, and no other way of writing a character.
    if (read(text) !== text) throw new Error(`The first screen of "${questionnaire}" has a character that is escaped.`)
    if (!screens) return 'undefined'
    const drawn = OPENINGS.map((opening) => `${opening}: () => ${JSON.stringify(screens[opening])}`)
    return `{ direction: '${screens.direction}', source: ${JSON.stringify(screens.source)}, ${drawn.join(', ')} }`
  }
  return {
    name: 'embed-screens',
    configureServer(dev) {
      server = dev
    },
    resolveId: (id) => (id === OWN ? `\0${id}` : null),
    async load(id) {
      if (id !== `\0${OWN}`) return null
      const languages = (await load(server)).embedLanguages[DEFAULT_QUESTIONNAIRE] ?? []
      const own = languages.map(async (code) => `${code}: ${await written(DEFAULT_QUESTIONNAIRE, code)}`)
      return `export default { ${(await Promise.all(own)).join(',\n')} }`
    },
    async transform(code, id, options) {
      const [, questionnaire, language] = TAKE.exec(id) ?? []
      // The entry that draws the screens loads these parts itself.
      if (options?.ssr || !questionnaire || !language) return null
      const screens = questionnaire === DEFAULT_QUESTIONNAIRE ? 'undefined' : await written(questionnaire, language)
      return { code: `${code}\nexport const screens = ${screens}`, map: null }
    },
  }
}
