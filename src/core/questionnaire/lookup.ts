import type { ConceptItem, Item, Questionnaire, ResponseScale } from './schema.ts'

/** The parts of a questionnaire that scoring reads. A test can write them by hand. */
export type ScoredParts = Pick<Questionnaire, 'scales' | 'items' | 'opposites'> & {
  readonly concepts: readonly { readonly id: string }[]
}

export function isConceptItem(item: Item): item is ConceptItem {
  return item.kind === 'symptom' || item.kind === 'condition'
}

/** The items of one concept, in the order they are shown. */
export function itemsOf(questionnaire: Pick<Questionnaire, 'items'>, concept: string): ConceptItem[] {
  return questionnaire.items.filter(isConceptItem).filter((item) => item.concept === concept)
}

/**
 * The response scale of an item.
 *
 * @throws RangeError when the questionnaire has no such scale, which its check rules out.
 */
export function scaleOf(questionnaire: Pick<Questionnaire, 'scales'>, item: Pick<Item, 'scale'>): ResponseScale {
  const scale = questionnaire.scales[item.scale]
  if (!scale) throw new RangeError(`no response scale "${item.scale}"`)
  return scale
}

/** The step of an option, counted from 1; `null` where the scale has no such option. */
export function stepOfOption(scale: ResponseScale, option: string): number | null {
  const index = scale.options.indexOf(option)
  return index < 0 ? null : index + 1
}
