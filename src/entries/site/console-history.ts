import { browserHistory } from '../../adapters/browser-history.ts'
import { afterPaint } from '../../ui/parts/after-paint.ts'
import { sayLanguageAgain } from './say-language-again.ts'

/** Which of them is shown, the address says. */
const SCREEN = 'console'

/** Values of the console's first part, handed over: imported here, they would be a further chunk of the first load. */
export interface ConsoleAddress {
  /** The prefix of what the browser keeps for the site. */
  readonly keys: string
  /** The language of a page whose address names one, or none. */
  readonly chosenFor: (named: string | null) => string
}

/** Scrolls each screen of the console to where it was, when Back or a reload leads there. */
export function followConsole({ keys, chosenFor }: ConsoleAddress): void {
  const history = browserHistory(window, `${keys}scrolled-workshops`, afterPaint)
  const note = () => {
    if (history.screen() === null) history.note(SCREEN)
  }
  note()
  history.onTravel(() => history.scrollAgain())
  // Whoever follows a link begins an entry that has none yet.
  addEventListener('hashchange', note)
  sayLanguageAgain(chosenFor)
}
