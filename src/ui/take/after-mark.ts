import { flushSync } from 'svelte'

/**
 * Does what takes longer than a picture once the present one is painted: what was pressed shows its mark first.
 * A key or press before that finds it done, so that it reaches what it was meant for.
 *
 * @param area where keys and presses are heard
 */
export function afterMark(area: EventTarget, act: () => void): void {
  const waiting = new AbortController()
  const { signal } = waiting
  const go = () => {
    if (signal.aborted) return
    waiting.abort()
    flushSync(act)
  }
  for (const type of ['keydown', 'pointerdown']) area.addEventListener(type, go, { capture: true, signal })
  requestAnimationFrame(() => setTimeout(go))
}
