import { CANT_TELL, type Answer, type Answers } from '../response/response.ts'
import type { CodeLayout } from '../response/layout.ts'

/** How many symbols a layout's answers take: the fewest that hold every combination. */
export function answerSymbols({ items }: CodeLayout): number {
  let combinations = 1n
  for (const { options } of items) combinations *= BigInt(options + 2)
  let symbols = 0
  for (let room = 1n; room < combinations; room *= 32n) symbols++
  return symbols
}

/** An answer as a digit: 0 unanswered, the step, and above the last step *can't tell*. */
function digitOf(answer: Answer | undefined, options: number): number {
  if (answer === undefined) return 0
  if (answer === CANT_TELL) return options + 1
  if (Number.isInteger(answer) && answer >= 1 && answer <= options) return answer
  throw new RangeError(`no step ${answer} of ${options}`)
}

/**
 * Answers as symbols, as README.md beside this file says. Answers to items that
 * the layout does not have are left out.
 *
 * @throws RangeError for a step that the item does not have.
 */
export function packAnswers(layout: CodeLayout, answers: Answers): number[] {
  let packed = 0n
  for (const { id, options } of layout.items)
    packed = packed * BigInt(options + 2) + BigInt(digitOf(answers[id], options))
  const symbols: number[] = []
  for (let left = answerSymbols(layout); left > 0; left--) {
    symbols.unshift(Number(packed & 31n))
    packed >>= 5n
  }
  return symbols
}

/** Symbols as answers; `null` where their number stands for no answers. Never throws. */
export function unpackAnswers(layout: CodeLayout, symbols: readonly number[]): Answers | null {
  let packed = 0n
  for (const symbol of symbols) packed = packed * 32n + BigInt(symbol)
  const answers: Record<string, Answer> = {}
  for (const { id, options } of layout.items.toReversed()) {
    const radix = BigInt(options + 2)
    const digit = Number(packed % radix)
    packed /= radix
    if (digit > 0) answers[id] = digit > options ? CANT_TELL : digit
  }
  return packed > 0n ? null : answers
}
