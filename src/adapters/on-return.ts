/**
 * Calls back when the browser shows the page again as it was left and what is kept
 * under a prefix is no longer what it was: while it was out of sight, no other tab
 * could tell it anything. Returns a function that unsubscribes.
 *
 * @param listener told whether nothing is kept under the prefix any more
 */
export function onReturn(browser: Window, prefix: string, listener: (isGone: boolean) => unknown): () => void {
  const kept = (): readonly string[] => {
    try {
      const entries = Object.entries(browser.localStorage).filter(([key]) => key.startsWith(prefix))
      return entries.map((entry) => entry.join(' ')).toSorted()
    } catch {
      return []
    }
  }
  let before = kept()
  const left = () => (before = kept())
  const shown = ({ persisted }: PageTransitionEvent) => {
    const now = kept()
    if (persisted && now.join('\n') !== before.join('\n')) listener(now.length === 0)
  }
  browser.addEventListener('pagehide', left)
  browser.addEventListener('pageshow', shown)
  return () => {
    browser.removeEventListener('pagehide', left)
    browser.removeEventListener('pageshow', shown)
  }
}
