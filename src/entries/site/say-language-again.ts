import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'

/**
 * Has the address of an entry name the language that is shown: one from before another was chosen names the one of
 * then, or none, and would be loaded anew in that. Returns a function that unsubscribes.
 */
export function sayLanguageAgain(there: Readonly<Record<Language, unknown>>): () => void {
  const say = () => {
    const parameters = new URLSearchParams(location.search)
    const { lang } = document.documentElement
    if (chooseLanguage(there, [parameters.get('lang'), ...navigator.languages]) === lang) return
    parameters.set('lang', lang)
    history.replaceState(history.state, '', `${location.pathname}?${parameters.toString()}${location.hash}`)
  }
  addEventListener('popstate', say)
  return () => removeEventListener('popstate', say)
}
