import { UNSEEN, type AnswerColumn } from './room-data.ts'

/** How the people of a group answered an item. */
export interface CountedGroup {
  /** People per option, lowest first. */
  readonly counts: readonly number[]
  /** How many chose one. */
  readonly answering: number
  /** How many answered *can't tell*. */
  readonly unseen: number
}

/** Counts a group's answers to an item, in one pass. */
export function countAnswers(
  { answers, options }: Pick<AnswerColumn, 'answers' | 'options'>,
  people: Int32Array,
): CountedGroup {
  const found = new Int32Array(options + 1 - UNSEEN)
  for (let at = 0; at < people.length; at++) found[answers[people[at]!]! - UNSEEN]!++
  const [unseen, unanswered] = [found[0]!, found[-UNSEEN]!]
  return { counts: Array.from(found.subarray(1 - UNSEEN)), answering: people.length - unseen - unanswered, unseen }
}
