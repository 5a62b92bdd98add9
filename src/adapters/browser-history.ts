import type { ScreenHistory } from '../core/ports.ts'

/** How many frames a part that is loaded only now may take to make the page as long as it was. */
const FRAMES = 60

/** As many while the page is loaded anew, with all its parts. */
const FRAMES_ANEW = 600

function screenIn(state: unknown): string | null {
  const { screen } = (state ?? {}) as { readonly screen?: unknown }
  return typeof screen === 'string' ? screen : null
}

/** The note for a page that is loaded anew: the screen it was left on, how far that was scrolled, and the others. */
interface Scrolled {
  readonly screen: string
  readonly top: number
  readonly others: readonly (readonly [string, number])[]
}

/** Where the page had scrolled to when it was left, once; `null` where nothing can be kept, or nothing was. */
function takeScrolled({ sessionStorage }: Window, key: string): Scrolled | null {
  const text = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return text === null ? null : (JSON.parse(text) as Scrolled)
}

/** Does what may not be possible where the browser keeps nothing. */
function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

/** An address that tells of answers, or of a workshop. */
const CODED = /[#&](r|compare|w|h|check|workshop|set-up)=/

/** Events by which a person goes elsewhere on the page: after one, the place from before a reload is not restored. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * The history of the tab. What is noted in it is which screen is shown, and nothing else.
 * How far each was scrolled is known to the page, and for the time in which it is loaded
 * anew to the tab, but for screens whose address has a code.
 *
 * @param key under which the tab keeps that
 * @param afterPaint does something once the next picture is painted: an entry takes longer than the screen it is for
 */
export function browserHistory(browser: Window, key: string, afterPaint: (act: () => void) => void): ScreenHistory {
  const { history } = browser
  const left = attempt(() => takeScrolled(browser, key))
  /** By screen and by the part of it that the address names. */
  const positions = attempt(() => new Map(left?.others)) ?? new Map<string, number>()
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
  browser.addEventListener('pagehide', () => {
    const screen = screenNow()
    if (screen === null) return
    const others = [...positions].filter(([part]) => !CODED.test(part))
    attempt(() => browser.sessionStorage.setItem(key, JSON.stringify({ screen, top: browser.scrollY, others })))
  })
  browser.addEventListener(
    'scroll',
    () => {
      const screen = screenNow()
      if (screen !== null) positions.set(partOf(screen), browser.scrollY)
    },
    { passive: true },
  )

  /** Returns what scrolls this screen now, and again whenever it has grown, until it is long enough. */
  function scrollsTo(wanted: number, frames: number): () => void {
    const screen = screenIn(history.state)
    let [isWanted, more, height] = [true, frames, 0]
    for (const act of ACTS) browser.addEventListener(act, () => (isWanted = false), { once: true, passive: true })
    function follow() {
      if (!isWanted || screenIn(history.state) !== screen) return
      const { scrollHeight } = browser.document.documentElement
      if (scrollHeight !== height) browser.scrollTo(0, wanted)
      height = scrollHeight
      if (browser.scrollY < wanted - 1 && more-- > 0) requestAnimationFrame(follow)
    }
    return () => {
      height = 0
      follow()
    }
  }

  // The browser has done so itself, where the page was long enough by then.
  if (left && left.screen === screenNow() && browser.scrollY < left.top - 1) scrollsTo(left.top, FRAMES_ANEW)()

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
      const scroll = scrollsTo(positions.get(partOf(screenIn(history.state) ?? '')) ?? 0, FRAMES)
      scroll()
      // A heading that takes focus brings its screen into sight with the next picture.
      requestAnimationFrame(scroll)
    },
    forget: () => positions.clear(),
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
