import app from 'chunk-addresses:embed-app'
import english from 'chunk-addresses:en/take'
import french from 'chunk-addresses:fr/take'
import takes from 'questionnaire:takes'
import { chooseAmong } from '../../ui/locales/choose-among.ts'
import type { Language } from '../../ui/locales/index.ts'

const TEXTS: Readonly<Record<Language, readonly string[]>> = { en: english, fr: french }

/** The language of what an element stands in, which may be a component of the host's own. */
function languageAround(element: Element): string | null {
  const said = element.closest('[lang]')
  const root = element.getRootNode()
  if (said) return said.getAttribute('lang')
  return root instanceof ShadowRoot ? languageAround(root.host) : null
}

/** The language to speak in an element: what the host says, that of the article, or else the reader's. */
export const languageIn = (host: Element, said: string | null): Language =>
  chooseAmong(TEXTS, [said, languageAround(host), ...navigator.languages], 'en')

/**
 * Asks for all that the first question needs. Whoever needs it would ask only once
 * it is there itself: on a slow network, one wait after another. Nothing of it does
 * anything by itself, so that it may run in any order, and what cannot be had is
 * told where it is needed.
 */
export function askForFirst(questionnaire: string, language: Language): void {
  const take = takes[questionnaire]
  const asked = [
    ...[...app, ...TEXTS[language]].map((address) => import(/* @vite-ignore */ address)),
    (take?.[language] ?? take?.['en'])?.(),
  ]
  for (const one of asked) one?.catch(() => undefined)
}
