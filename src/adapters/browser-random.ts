/** A whole number drawn at random, from 0 to below 2^30, that nobody can foretell. */
export function drawNumber(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return number >>> 2
}
