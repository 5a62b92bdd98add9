import { isConceptItem } from '../questionnaire/lookup.ts'
import { pomp } from '../scoring/keyed.ts'
import type { AnswerColumn, RoomData } from './room-data.ts'

/** A concept's guessed items: people's own answers, and what they expect, each in the same order. */
export interface GuessedConcept {
  readonly concept: string
  readonly own: readonly AnswerColumn[]
  readonly guesses: readonly AnswerColumn[]
}

/** The columns of one concept that guesses are released of; `null` where none are. */
export function guessedConcept(concept: string, { columns, guesses }: RoomData): GuessedConcept | null {
  const own = guesses.filter(({ item }) => isConceptItem(item) && item.concept === concept)
  if (own.length === 0) return null
  return { concept, guesses: own, own: own.map(({ item }) => columns.find((column) => column.item.id === item.id)!) }
}

const isReversed = ({ item }: AnswerColumn) => isConceptItem(item) && item.reversed === true

/** A step as points from 0 to 100, a guess keyed as its item is; `null` for *can't tell* and unanswered. */
export function keyedPoints(column: AnswerColumn, step: number): number | null {
  if (step <= 0) return null
  const points = pomp(step, column.options)
  return isReversed(column) ? 100 - points : points
}

/** The same with a reversed item as it was answered. */
export const rawPoints = ({ options }: AnswerColumn, step: number): number | null =>
  step <= 0 ? null : pomp(step, options)
