/** Gives headings their level in the host's outline, as they come. Returns a function that unsubscribes. */
export function followLevels(frame: HTMLElement, level: number): () => void {
  const say = () => {
    for (const heading of frame.querySelectorAll<HTMLElement>('h1, h2, h3, h4'))
      heading.ariaLevel ??= String(Number(heading.localName.slice(1)) - 1 + level)
  }
  const watching = new MutationObserver(say)
  watching.observe(frame, { childList: true, subtree: true })
  say()
  return () => watching.disconnect()
}
