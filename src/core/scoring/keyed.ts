import { scaleOf } from '../questionnaire/lookup.ts'
import type { ConceptItem, Questionnaire } from '../questionnaire/schema.ts'
import { stepOf, type Answers } from '../response/response.ts'

/** Turns a step on 1..options round where the item is keyed the other way. METHOD 1: v = L + H - x. */
export function keyStep(step: number, options: number, reversed: boolean): number {
  return reversed ? 1 + options - step : step
}

/** A keyed step as a share of the maximum possible, 0 to 100. Step 4 of 5 is 75. */
export function pomp(keyed: number, options: number): number {
  return (100 * (keyed - 1)) / (options - 1)
}

/** The keyed step of an answered item, or `null` for *can't tell* and unanswered. */
export function keyedStepOf(
  questionnaire: Pick<Questionnaire, 'scales'>,
  answers: Answers,
  item: Pick<ConceptItem, 'id' | 'scale' | 'reversed'>,
): number | null {
  const step = stepOf(answers, item.id)
  return step === null ? null : keyStep(step, scaleOf(questionnaire, item).options.length, item.reversed === true)
}
