import { SLICE } from './collected.ts'

/** In entries that are only looked up or compared: a piece takes less than a frame. */
export const PIECE = 4 * SLICE

/** Work in pieces, of which each takes less than a frame. */
export type Piecework<Result> = Generator<undefined, Result>

/** Does all of it at once. */
export function atOnce<Result>(work: Piecework<Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Does it piece by piece. `pause` lets the page draw and answer. */
export async function byPieces<Result>(work: Piecework<Result>, pause: () => Promise<unknown>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    await pause()
  }
}

/** Goes through a list in pieces. */
export function* through<Item>(list: readonly Item[], each: (item: Item) => void): Piecework<void> {
  for (const [index, item] of list.entries()) {
    if (index % PIECE === PIECE - 1) yield
    each(item)
  }
}
