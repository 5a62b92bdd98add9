import { LIVE_RELAYS } from 'live-relays'
import { mount } from 'svelte'
import allTexts from 'locale-texts:join-by-code/joinByCodeTexts'
import { browserWait } from '../../adapters/browser-clock.ts'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import JoinByCode from '../../ui/join/JoinByCode.svelte'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/text.css'

const target = document.querySelector<HTMLElement>('#join')
if (!target) throw new Error('The page has no #join')

const known = [new URLSearchParams(location.search).get('lang'), ...navigator.languages]

function sayLanguage(language: Language): void {
  document.documentElement.lang = language
  document.title = allTexts[language].title
}

/** The relay of the site itself, where it has one, and those that its build names. */
const relays = [...(document.querySelector('meta[name="live-relay"]') ? [''] : []), ...LIVE_RELAYS]

/** How long somebody who has pressed is left without words, while parts of the page are on their way. */
const LONGEST_MS = 10_000

try {
  const language = chooseLanguage(allTexts, known)
  sayLanguage(language)
  outlastTranslation(target)
  // Fetched while the person types.
  const looking = Promise.all([import('../../core/live/find-workshop.ts'), import('../../adapters/browser-relay.ts')])
  looking.catch(() => {})
  const tooLong = async () => {
    await browserWait(LONGEST_MS)
    throw new Error('What looks for a workshop has not come')
  }
  mount(JoinByCode, {
    target,
    props: {
      allTexts,
      language,
      onlanguage: sayLanguage,
      async find(code) {
        const [{ findWorkshop, markOfInvitation }, { browserRelay }] = await Promise.race([looking, tooLong()])
        const found = await findWorkshop({ relay: browserRelay(location), wait: browserWait }, relays, code)
        if (found.found !== 'invitation') return found
        const mark = await markOfInvitation(found.fragment)
        return mark === null ? { found: 'nothing' } : { ...found, mark }
      },
      open: (fragment) => location.assign(`./#${fragment}`),
    },
  })
  document.documentElement.dataset['ready'] = ''
} catch (error) {
  dispatchEvent(new Event('not-loaded'))
  throw error
}
