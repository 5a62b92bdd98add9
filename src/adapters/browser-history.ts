import type { ScreenHistory } from '../core/ports.ts'

/** Where somebody scrolls by themselves, nothing else scrolls any more. */
const OWN_ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

function screenIn(state: unknown): string | null {
  const screen: unknown = typeof state === 'object' && state !== null && 'screen' in state ? state.screen : null
  return typeof screen === 'string' ? screen : null
}

/** The history of the tab. What is noted in it is which screen is shown, and nothing else. */
export function browserHistory(browser: Window & typeof globalThis): ScreenHistory {
  const { history, document } = browser
  const positions = new Map<string, number>()
  let stopWaiting: () => void = () => undefined

  // A screen is put on the page after the browser would scroll. Loaded anew, the page is put together by then.
  const scrolls = (how: ScrollRestoration) => () => (history.scrollRestoration = how)
  scrolls('manual')()
  browser.addEventListener('pageshow', scrolls('manual'))
  browser.addEventListener('pagehide', scrolls('auto'))
  browser.addEventListener(
    'scroll',
    () => {
      const screen = screenIn(history.state)
      if (screen !== null) positions.set(screen, browser.scrollY)
    },
    { passive: true },
  )

  return {
    screen: () => screenIn(history.state),
    add: (screen) => history.pushState({ screen }, ''),
    note: (screen) => history.replaceState({ screen }, ''),
    scrollAgain() {
      stopWaiting()
      const wanted = positions.get(screenIn(history.state) ?? '') ?? 0
      const isThere = () => {
        browser.scrollTo(0, wanted)
        return Math.abs(browser.scrollY - wanted) < 2
      }
      if (isThere()) return
      // A part that is loaded only now makes the page as long as it was.
      const growing = new ResizeObserver(() => {
        if (isThere()) stopWaiting()
      })
      stopWaiting = () => {
        growing.disconnect()
        for (const act of OWN_ACTS) browser.removeEventListener(act, stopWaiting)
      }
      growing.observe(document.body)
      for (const act of OWN_ACTS) browser.addEventListener(act, stopWaiting)
    },
    onTravel(listener) {
      const heard = () => {
        if (screenIn(history.state) !== null) listener()
      }
      browser.addEventListener('popstate', heard)
      return () => browser.removeEventListener('popstate', heard)
    },
  }
}
