/** In characters: as much is written between two pauses. */
const ENOUGH = 256 * 1024

/**
 * A long text from the pieces in which it is written, with pauses between them, so
 * that the page goes on meanwhile. A hidden page, whose pauses last a second, has none.
 */
export async function joinPieces(pieces: Iterable<string>, pause: () => Promise<void>): Promise<Blob> {
  const parts: Blob[] = []
  let since = 0
  for (const piece of pieces) {
    parts.push(new Blob([piece]))
    since += piece.length
    if (since < ENOUGH || document.hidden) continue
    since = 0
    await pause()
  }
  return new Blob(parts)
}
