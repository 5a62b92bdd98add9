import type { RuleOf } from '../../core/findings/conditions/outcome.ts'
import { isConceptItem } from '../../core/questionnaire/lookup.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import { previewTexts } from '../locales/en/preview.ts'

const texts = previewTexts.rule

/**
 * Joins conditions into one sentence: all that must hold, those of which one must,
 * and those that must not. A rule without conditions always holds. Never throws.
 *
 * @param describe a condition in words; `name` marks reversed items, because their
 * answers count turned round
 */
export function ruleSentence<Condition>(
  { all = [], any, none }: RuleOf<Condition>,
  { items }: Pick<Questionnaire, 'items'>,
  describe: (condition: Condition, name: (item: string) => string) => string,
): string {
  const turned = new Set(items.flatMap((item) => (isConceptItem(item) && item.reversed ? [item.id] : [])))
  const name = (item: string) => (turned.has(item) ? texts.turned(item) : item)
  const describeAll = (conditions: readonly Condition[]) => conditions.map((one) => describe(one, name))
  const parts = [
    ...describeAll(all),
    ...(any ? [texts.any(describeAll(any))] : []),
    ...(none ? [texts.none(describeAll(none))] : []),
  ]
  return parts.length === 0 ? texts.always : texts.whole(parts)
}
