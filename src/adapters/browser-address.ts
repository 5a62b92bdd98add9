import type { Address } from '../core/ports.ts'

/** The page's own address. */
export function browserAddress(browser: Window): Address {
  const { location } = browser
  return {
    fragment: () => location.hash.slice(1),
    page: () => `${location.origin}${location.pathname}`,
    go(fragment) {
      location.hash = fragment
    },
    goInstead(fragment) {
      location.replace(`#${fragment}`)
    },
    onMove(listener) {
      let before = location.hash
      // Of the two, the first to come is heard: what follows the history has to find the page where it is by then.
      const moved = () => {
        if (location.hash === before) return
        before = location.hash
        listener()
      }
      for (const name of ['popstate', 'hashchange']) browser.addEventListener(name, moved)
      return () => {
        for (const name of ['popstate', 'hashchange']) browser.removeEventListener(name, moved)
      }
    },
  }
}
