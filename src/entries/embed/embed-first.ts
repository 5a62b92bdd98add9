import app from 'chunk-addresses:embed-app'
import texts from 'locale-addresses:take'
import takes from 'questionnaire:takes'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'

/** The language around an element, also through the shadow roots of the host's components. */
function languageAround(element: Element): string | null {
  const said = element.closest('[lang]')
  const root = element.getRootNode()
  if (said) return said.getAttribute('lang')
  return root instanceof ShadowRoot ? languageAround(root.host) : null
}

/** The language for an element: the host's choice, that of the article, or else the reader's. */
export const languageIn = (host: Element, said: string | null): Language =>
  chooseLanguage(texts, [said, languageAround(host), ...navigator.languages])

/**
 * Requests everything that the first question needs, all at once: each module would
 * otherwise be requested only by the one before, which on a slow network is one
 * wait after another. None of these modules has effects, so they may run in any
 * order; a failed request is reported by the module that needs it.
 *
 * @returns what answering this questionnaire needs
 */
export function askForFirst(questionnaire: string, language: Language) {
  // A questionnaire that lacks this language is requested later, once its language
  // is chosen.
  const take = takes[questionnaire]?.[language]?.()
  const asked = [...[...app, ...texts[language]].map((address) => import(/* @vite-ignore */ address)), take]
  for (const one of asked) one?.catch(() => undefined)
  return take
}
