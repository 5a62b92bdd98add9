import type { RandomSource } from '../core/ports.ts'

/** The browser's own source of random numbers. */
export function browserRandom({ crypto }: Pick<Window & typeof globalThis, 'crypto'>): RandomSource {
  return {
    draw: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 2,
  }
}
