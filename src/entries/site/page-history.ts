import guessTitles from 'locale-texts:guess-title/guessTitle'
import { browserHistory } from '../../adapters/browser-history.ts'
import { browserStore } from '../../adapters/browser-store.ts'
import { onReturn } from '../../adapters/on-return.ts'
import { followScreens, type Screens } from '../../ui/app/follow-screens.ts'
import { afterPaint } from '../../ui/parts/after-paint.ts'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import { OWN_KEYS } from '../../ui/parts/own-keys.ts'
import { sayLanguageAgain } from './say-language-again.ts'

/** The tab's history, made once for the page, whatever is shown on it. */
const history = browserHistory(window, `${OWN_KEYS}scrolled`, afterPaint)

/**
 * Follows what the page shows in the tab's history and title. Where the browser shows
 * it again as it was left, and the device has something else by then, it is loaded
 * anew: at the start, where everything was deleted. Returns a function that unsubscribes.
 */
export function followPage(screens: Omit<Screens, 'history' | 'onTitle' | 'guessTitle'>): () => void {
  const { session, router } = screens
  const unfollow = followScreens({
    ...screens,
    history,
    guessTitle: (step) => guessTitles[chooseLanguage(guessTitles, [document.documentElement.lang])](step),
    onTitle: (title) => afterPaint(() => (document.title = title)),
  })
  const unhear = onReturn(window, OWN_KEYS, (isGone) => {
    // A run that the device does not have would be lost.
    if (!isGone && !session.isKept && session.run !== null) return
    // By the address alone: shown once more, a result would be kept again.
    if (isGone) window.history.replaceState(null, '', router.hrefTo({ on: 'own' }))
    location.reload()
  })
  const unsay = sayLanguageAgain((named) => chooseLanguage(guessTitles, [named, ...navigator.languages]))
  // Where another tab deletes everything, a result that came in a link or from a file goes from sight, too.
  const unkeep = browserStore(window).onChange(OWN_KEYS, () => {
    const { on } = router.route
    if (on === 'opened' || on === 'compared') router.goInstead({ on: 'own' })
  })
  return () => {
    unsay()
    unkeep()
    unhear()
    unfollow()
  }
}
