import type { Known } from '../logic/three-valued.ts'
import { scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { Item, Questionnaire } from '../questionnaire/schema.ts'
import { CANT_TELL, stepOf, type Answers } from '../response/response.ts'

export interface LensAnswer {
  readonly item: string
  readonly kind: 'misconception' | 'system-view'
  readonly step: number | null
  readonly cantTell: boolean
  /** Whether it was answered from `heldFrom` on; unknown where it has no step. */
  readonly held: Known
}

/** Whether a lens item is held: answered from the questionnaire's `heldFrom` option on. METHOD 12. */
export function isHeld(
  questionnaire: Pick<Questionnaire, 'scales' | 'heldFrom'>,
  answers: Answers,
  item: Pick<Item, 'id' | 'scale'>,
): Known {
  const step = stepOf(answers, item.id)
  const from = questionnaire.heldFrom && stepOfOption(scaleOf(questionnaire, item), questionnaire.heldFrom)
  return step === null || !from ? null : step >= from
}

/** The respondent's explanations, one by one and in the order shown. A profile, not a scale: it has no total. */
export function readLens(
  questionnaire: Pick<Questionnaire, 'scales' | 'heldFrom' | 'items'>,
  answers: Answers,
): LensAnswer[] {
  return questionnaire.items.flatMap((item) =>
    item.kind === 'misconception' || item.kind === 'system-view'
      ? [
          {
            item: item.id,
            kind: item.kind,
            step: stepOf(answers, item.id),
            cantTell: answers[item.id] === CANT_TELL,
            held: isHeld(questionnaire, answers, item),
          },
        ]
      : [],
  )
}
