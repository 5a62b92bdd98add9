import type { Counts } from '../disclosure/nearly-alike.ts'
import { countAnswers } from './count-answers.ts'
import { type Kinds } from './kinds-of.ts'
import type { AnswerColumn } from './room-data.ts'

/** The answers to one item, counted for each kind of people. */
export interface AnswerTally extends Pick<AnswerColumn, 'item' | 'options'> {
  /** People per option, lowest first, of each kind. */
  readonly counts: readonly Counts[]
  /** How many people are of each kind. */
  readonly sizes: Int32Array
  /** How many of each kind chose an option. */
  readonly answering: Int32Array
  /** How many of each kind answered *can't tell*. */
  readonly unseen: Int32Array
}

export function tallyAnswers(
  { item, options, answers }: AnswerColumn,
  { people, sizes }: Pick<Kinds, 'people' | 'sizes'>,
): AnswerTally {
  const groups = people.map((own) => countAnswers({ answers, options }, own))
  return {
    item,
    options,
    sizes,
    counts: groups.map(({ counts }) => counts),
    answering: Int32Array.from(groups, (group) => group.answering),
    unseen: Int32Array.from(groups, (group) => group.unseen),
  }
}

/** The answers of a group of kinds, by option. */
export function countsIn({ counts, options }: Pick<AnswerTally, 'counts' | 'options'>, group: Int32Array): number[] {
  const sum = Array.from({ length: options }, () => 0)
  for (const kind of group) for (let option = 0; option < options; option++) sum[option]! += counts[kind]![option]!
  return sum
}
