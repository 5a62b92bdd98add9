/** Does what the next picture does not show once that is painted, so that nobody waits for it. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act))
}
