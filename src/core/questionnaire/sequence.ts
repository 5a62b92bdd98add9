/** A repeatable sequence of numbers in [0, 1), so that the same seed always gives the same. Park & Miller 1988. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
