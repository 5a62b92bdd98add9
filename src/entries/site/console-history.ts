import { browserHistory } from '../../adapters/browser-history.ts'
import { afterPaint } from '../../ui/parts/after-paint.ts'
import type { Language } from '../../ui/locales/index.ts'
import { OWN_KEYS } from '../../ui/parts/own-keys.ts'
import { sayLanguageAgain } from './say-language-again.ts'

/** Which of them is shown, the address says. */
const SCREEN = 'console'

/** Scrolls each screen of the console to where it was, when Back or a reload leads there. */
export function followConsole(there: Readonly<Record<Language, unknown>>): void {
  const history = browserHistory(window, `${OWN_KEYS}scrolled-workshops`, afterPaint)
  const note = () => {
    if (history.screen() === null) history.note(SCREEN)
  }
  note()
  history.onTravel(() => history.scrollAgain())
  // Whoever follows a link begins an entry that has none yet.
  addEventListener('hashchange', note)
  sayLanguageAgain(there)
}
