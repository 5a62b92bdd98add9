import type { ScreenHistory } from '../core/ports.ts'

/** How many frames a part that is loaded only now may take to make the page as long as it was. */
const FRAMES = 60

function screenIn(state: unknown): string | null {
  const { screen } = (state ?? {}) as { readonly screen?: unknown }
  return typeof screen === 'string' ? screen : null
}

/**
 * The history of the tab. What is noted in it is which screen is shown, and nothing else.
 *
 * @param afterPaint does something once the next picture is painted: an entry takes longer than the screen it is for
 */
export function browserHistory(browser: Window, afterPaint: (act: () => void) => void): ScreenHistory {
  const { history } = browser
  /** By screen and by the part of it that the address names. */
  const positions = new Map<string, number>()
  /** The screens of entries that are still to be made, the present one last. */
  let due: string[] = []

  const screenNow = () => due.at(-1) ?? screenIn(history.state)
  const partOf = (screen: string) => `${screen}${browser.location.hash}`

  function add(): void {
    for (const screen of due) history.pushState({ screen }, '')
    due = []
  }

  // A screen is put on the page after the browser would scroll. Loaded anew, the page is put together by then.
  const scrolls = (how: ScrollRestoration) => () => (history.scrollRestoration = how)
  scrolls('manual')()
  browser.addEventListener('pageshow', scrolls('manual'))
  browser.addEventListener('pagehide', scrolls('auto'))
  browser.addEventListener(
    'scroll',
    () => {
      const screen = screenNow()
      if (screen !== null) positions.set(partOf(screen), browser.scrollY)
    },
    { passive: true },
  )

  return {
    screen: screenNow,
    add(screen) {
      if (due.push(screen) === 1) afterPaint(add)
    },
    note(screen) {
      add()
      history.replaceState({ screen }, '')
    },
    scrollAgain() {
      const screen = screenIn(history.state)
      const wanted = positions.get(partOf(screen ?? '')) ?? 0
      let left = FRAMES
      const scroll = () => {
        if (screenIn(history.state) !== screen) return
        browser.scrollTo(0, wanted)
        if (browser.scrollY < wanted - 1 && left-- > 0) requestAnimationFrame(scroll)
      }
      scroll()
      // A heading that takes focus brings its screen into sight with the next picture.
      requestAnimationFrame(scroll)
    },
    onTravel(listener) {
      const heard = ({ state }: PopStateEvent) => {
        // The person went on before there was an entry for where they were.
        due = []
        // Of a new entry, which a link to a part of the page makes, the event says nothing. By now it may be noted.
        if (screenIn(state) !== null) listener()
      }
      browser.addEventListener('popstate', heard)
      return () => browser.removeEventListener('popstate', heard)
    },
  }
}
