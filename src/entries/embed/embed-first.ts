import run from 'chunk-addresses:embed-run'
import texts from 'locale-addresses:take'
import takes from 'questionnaire:takes'
import { buildMarkup } from './build-markup.ts'
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
 * wait after another. What runs behind the first screen is only fetched, by a link
 * beside it.
 *
 * @returns what answering this questionnaire needs, and all that is to be there, of which that is the first
 */
export function askForFirst(questionnaire: string, language: Language, beside: Element) {
  for (const address of run) {
    // For a policy that lets in scripts by it.
    const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? ''
    const { href } = new URL(/* @vite-ignore */ address, import.meta.url)
    buildMarkup(`<link rel="modulepreload" nonce="${nonce}" href="${href}">`, beside)
  }
  // A questionnaire that lacks this language is requested later, once its language
  // is chosen.
  const take = takes[questionnaire]?.[language]?.()
  const all = Promise.all([
    Promise.resolve(take),
    ...texts[language].map((address) => import(/* @vite-ignore */ address)),
  ] as const)
  // A failed request is reported by the module that needs it.
  all.catch(() => undefined)
  return { take, all }
}
