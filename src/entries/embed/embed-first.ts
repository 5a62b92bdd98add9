import app from 'chunk-addresses:embed-app'
import texts from 'locale-addresses:take'
import takes from 'questionnaire:takes'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'

/** The language of what an element stands in, which may be a component of the host's own. */
function languageAround(element: Element): string | null {
  const said = element.closest('[lang]')
  const root = element.getRootNode()
  if (said) return said.getAttribute('lang')
  return root instanceof ShadowRoot ? languageAround(root.host) : null
}

/** The language to speak in an element: what the host says, that of the article, or else the reader's. */
export const languageIn = (host: Element, said: string | null): Language =>
  chooseLanguage(texts, [said, languageAround(host), ...navigator.languages])

/**
 * Asks for all that the first question needs. Whoever needs it would ask only once
 * it is there itself: on a slow network, one wait after another. Nothing of it does
 * anything by itself, so that it may run in any order, and what cannot be had is
 * told where it is needed.
 */
export function askForFirst(questionnaire: string, language: Language): void {
  // One that is not written in the language is asked for once it is known in which it is.
  const take = takes[questionnaire]?.[language]
  const asked = [...[...app, ...texts[language]].map((address) => import(/* @vite-ignore */ address)), take?.()]
  for (const one of asked) one?.catch(() => undefined)
}
