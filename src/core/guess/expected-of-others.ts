import type { Questionnaire } from '../questionnaire/schema.ts'
import { CANT_TELL, stepOf, type Response } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'

/** A statement to which somebody expects another answer than their own. */
export interface ExpectedApart {
  readonly item: string
  /** Whether they expect more to be reported than they report, reversed items turned. */
  readonly more: boolean
}

/**
 * One person's guesses of what people close to the work answer, beside their own
 * answers. No number is formed of it: single answers of one person carry none, and
 * whether they are right only others can tell.
 */
export interface ExpectedOfOthers {
  /** Another answer, those farthest apart first, then in the order of the questionnaire. */
  readonly apart: readonly ExpectedApart[]
  /** The same answer. */
  readonly alike: readonly string[]
  /** A guess without an answer of one's own: *can't tell*, or left open. */
  readonly unseen: readonly string[]
  /** *I don't know*. */
  readonly unknown: readonly string[]
}

/** Sorts what was guessed; a statement without a guess is in none of the lists. Never throws. */
export function expectedOfOthers(
  { items, scales, guess }: Pick<Questionnaire, 'items' | 'scales' | 'guess'>,
  { answers, guesses = {} }: Pick<Response, 'answers' | 'guesses'>,
): ExpectedOfOthers {
  const asked = items.filter(isConceptItem).filter(({ id }) => guess?.items.includes(id))
  const compared = asked.map((item) => {
    const [own, expected] = [answers, guesses].map((given) => keyedStepOf({ scales }, given, item))
    return { item: item.id, own, expected, steps: (expected ?? 0) - (own ?? 0) }
  })
  const both = compared.filter(({ own, expected }) => own !== null && expected !== null)
  const idsOf = (list: readonly { readonly item: string }[]) => list.map(({ item }) => item)
  return {
    apart: both
      .filter(({ steps }) => steps !== 0)
      .toSorted((one, other) => Math.abs(other.steps) - Math.abs(one.steps))
      .map(({ item, steps }) => ({ item, more: steps > 0 })),
    alike: idsOf(both.filter(({ steps }) => steps === 0)),
    unseen: asked.map(({ id }) => id).filter((id) => stepOf(answers, id) === null && stepOf(guesses, id) !== null),
    unknown: asked.map(({ id }) => id).filter((id) => guesses[id] === CANT_TELL),
  }
}
