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
    onMove(listener) {
      browser.addEventListener('hashchange', listener)
      return () => browser.removeEventListener('hashchange', listener)
    },
  }
}
