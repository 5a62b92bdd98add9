import type { Address } from '../core/ports.ts'

/** What the page was opened for, however a mail program wrote it. */
const ERRAND = /^[wh](?:=|%3d)[^&]*/i

/** The address of the page itself. */
export function browserAddress(browser: Window): Address {
  const { location } = browser
  const errand = () => ERRAND.exec(location.hash.slice(1))?.[0] ?? ''
  return {
    errand,
    fragment: () => location.hash.slice(1).replace(ERRAND, '').replace(/^&/, ''),
    page: () => `${location.origin}${location.pathname}`,
    go(fragment) {
      location.hash = [errand(), fragment].filter(Boolean).join('&')
    },
    onMove(listener) {
      browser.addEventListener('hashchange', listener)
      return () => browser.removeEventListener('hashchange', listener)
    },
  }
}
