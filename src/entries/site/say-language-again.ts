/**
 * Has the address of an entry name the language that is shown: one from before another was chosen names the one of
 * then, or none, and would be loaded anew in that. Returns a function that unsubscribes.
 *
 * @param chosenFor the language of a page whose address names one, or none
 */
export function sayLanguageAgain(chosenFor: (named: string | null) => string): () => void {
  const say = () => {
    const parameters = new URLSearchParams(location.search)
    const { lang } = document.documentElement
    if (chosenFor(parameters.get('lang')) === lang) return
    parameters.set('lang', lang)
    history.replaceState(history.state, '', `${location.pathname}?${parameters.toString()}${location.hash}`)
  }
  addEventListener('popstate', say)
  return () => removeEventListener('popstate', say)
}
