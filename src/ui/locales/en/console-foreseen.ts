import type { ForeseenView } from '../../../core/workshop/foresee-views.ts'
import { number, quote } from './amounts.ts'

/** A sentence on what a view will show of a level. */
export function foreseen(label: string, view: ForeseenView, expected: number, k: number): string {
  switch (view) {
    case 'spread':
      return `${quote(label)}: averages, and how answers are spread.`
    case 'means':
      return `${quote(label)}: averages. With fewer than 10 people, how answers are spread is said in words or not at all.`
    case 'too-few':
      return expected === 0
        ? `With nobody in ${quote(label)}, nothing can be shown of that level.`
        : `With ${number.format(expected)} in ${quote(label)}, that level cannot be shown on its own: groups of fewer than ${number.format(k)} are not.`
    case 'would-reveal-others':
      return `${quote(label)} cannot be shown either: the room less this level would be a smaller group than ${number.format(k)}.`
    case 'unknown':
      return `${quote(label)}: say how many people you expect, and what can be shown is said here.`
  }
}
