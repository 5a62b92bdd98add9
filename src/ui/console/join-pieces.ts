/** In characters: as much is handed over to the browser at once, since handing over has its own price. */
const ENOUGH = 256 * 1024

/** In milliseconds: so long is written between two pauses. */
const LONG = 12

/**
 * A long text from the pieces in which it is written, with pauses between them, so
 * that the page goes on meanwhile. A hidden page, whose pauses last a second, has none.
 */
export async function joinPieces(pieces: Iterable<string>, pause: () => Promise<void>): Promise<Blob> {
  const parts: Blob[] = []
  let waiting: string[] = []
  let length = 0
  let since = performance.now()
  for (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    const isEnough = length >= ENOUGH
    if (isEnough) {
      parts.push(new Blob(waiting))
      waiting = []
      length = 0
    }
    if (document.hidden || (!isEnough && performance.now() - since < LONG)) continue
    await pause()
    since = performance.now()
  }
  return new Blob([...parts, ...waiting])
}
