/** A number below 2^32 as so many symbols, the most significant first. */
export const bitsOf = (value: number, symbols: number): number[] =>
  Array.from({ length: symbols }, (_none, index) => (value >>> (5 * (symbols - 1 - index))) & 31)

/** Symbols as one number, exact for up to ten of them. */
export const numberOf = (symbols: readonly number[]): number =>
  symbols.reduce((value, symbol) => value * 32 + symbol, 0)
