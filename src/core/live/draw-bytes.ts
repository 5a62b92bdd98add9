/** @param draw gives a whole number drawn at random, from 0 to below 2^30 */
export const drawBytes = (amount: number, draw: () => number): Uint8Array =>
  Uint8Array.from({ length: amount }, () => draw() % 256)
