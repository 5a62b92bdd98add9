/**
 * A long text from the pieces in which it is written, with a pause after each, so
 * that the page goes on meanwhile. A hidden page, whose pauses last a second, has none.
 */
export async function joinPieces(pieces: Iterable<string>, pause: () => Promise<void>): Promise<Blob> {
  const parts: Blob[] = []
  for (const piece of pieces) {
    parts.push(new Blob([piece]))
    if (!document.hidden) await pause()
  }
  return new Blob(parts)
}
