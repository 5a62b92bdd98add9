/**
 * A repeatable sequence of numbers in [0, 1): the same seed always gives the same
 * numbers. Park & Miller 1988.
 */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
