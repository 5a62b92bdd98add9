import type { Answers } from '../response/response.ts'
import type { CodeLayout } from '../response/layout.ts'

/** FNV-1a of 32 bits from a given start, over UTF-16 units (Fowler, Noll & Vo). */
function hash(text: string, start: number): number {
  let value = start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/**
 * The mark by which a response without a participant number is recognised when it
 * is taken in again: 16 hexadecimal digits of a hash of its level, day and answers.
 * Equal in whatever form the response arrives. Guesses are in it where they are given:
 * only a device that tells its own hand-overs apart gives them.
 */
export function markOf(
  layout: CodeLayout,
  response: {
    readonly level: number | null
    readonly completedOn: string | null
    readonly answers: Answers
    readonly guesses?: Answers
  },
): string {
  const { level, completedOn, answers, guesses } = response
  const listed = (given: Answers) => layout.items.map(({ id }) => given[id] ?? null)
  const text = JSON.stringify([level, completedOn, null, listed(answers), ...(guesses ? [listed(guesses)] : [])])
  return hex(hash(text, 0x811c9dc5)) + hex(hash(`${text} again`, 0x01234567))
}
