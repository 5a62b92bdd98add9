/** The field of 32 elements, as powers of the root of x^5 + x^2 + 1. */
const POWERS = Array.from({ length: 31 }, () => 1)
for (let n = 1; n < 31; n++) {
  const doubled = POWERS[n - 1]! << 1
  POWERS[n] = doubled & 32 ? doubled ^ 0b100101 : doubled
}
const LOGS = new Map(POWERS.map((power, n) => [power, n]))

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : POWERS[(LOGS.get(a)! + LOGS.get(b)!) % 31]!
}

/** (x - a)(x - a^2), without its leading 1: every code is a multiple of it. */
const GENERATOR = [POWERS[1]! ^ POWERS[2]!, POWERS[3]!] as const

/** How many check symbols a code ends in. */
export const CHECKS = 2

function remainder(symbols: readonly number[]): [number, number] {
  let [first, second] = [0, 0]
  for (const symbol of symbols) {
    const carry = first ^ symbol
    ;[first, second] = [second ^ multiply(carry, GENERATOR[0]), multiply(carry, GENERATOR[1])]
  }
  return [first, second]
}

/**
 * The two symbols that make a code whole: a Reed-Solomon remainder over 32
 * elements (Reed & Solomon 1960). Any one wrong symbol and any two neighbours
 * that changed places leave a remainder, in a code of any length; so do any two
 * wrong symbols that are not 31 apart, and 1023 of 1024 other texts.
 *
 * @param symbols values of 0 to 31
 */
export function checkSymbols(symbols: readonly number[]): [number, number] {
  return remainder(symbols)
}

/** Whether symbols that end in their check symbols are whole. */
export function isWhole(symbols: readonly number[]): boolean {
  const [first, second] = remainder(symbols.slice(0, -CHECKS))
  return symbols.length > CHECKS && symbols.at(-2) === first && symbols.at(-1) === second
}
