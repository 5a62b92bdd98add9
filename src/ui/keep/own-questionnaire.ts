import { checkQuestionnaire } from '../../core/authoring/check-questionnaire.ts'
import type { QuestionnaireIssue } from '../../core/authoring/questionnaire-issues.ts'
import { takePart } from '../../core/questionnaire/parts.ts'
import { bundleSchema, type CanonicalAnswer } from '../../core/questionnaire/schema.ts'
import { questionnaireNumber } from '../../core/response/layout.ts'
import type { ListedQuestionnaire } from '../parts/listed-questionnaire.ts'

/** In characters or bytes; far above any questionnaire that a person could answer. */
export const LARGEST_QUESTIONNAIRE = 1024 * 1024

export type OwnQuestionnaire =
  | { readonly ok: true; readonly questionnaire: ListedQuestionnaire }
  | { readonly ok: false; readonly problem: 'too-large' | 'not-json' | 'not-a-bundle' | 'taken-id' }
  | { readonly ok: false; readonly problem: 'unsound'; readonly issues: readonly QuestionnaireIssue[] }

/**
 * Reads a questionnaire from a person's file, by the same schema and the same
 * checks as those of the page. It can name canonical answers, but no addresses, and
 * its texts are shown as plain text. Never throws.
 *
 * @param taken the ids of the page's own questionnaires, which it may not use: it
 * would pass for theirs
 */
export function readOwnQuestionnaire(
  text: string,
  taken: readonly string[],
  answers: readonly CanonicalAnswer[],
): OwnQuestionnaire {
  if (text.length > LARGEST_QUESTIONNAIRE) return { ok: false, problem: 'too-large' }
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { ok: false, problem: 'not-json' }
  }
  const bundle = bundleSchema.safeParse(content)
  if (!bundle.success) return { ok: false, problem: 'not-a-bundle' }
  const { questionnaire: structure, texts: languages } = bundle.data
  const id = (structure as { id?: unknown } | null)?.id
  if (typeof id === 'string' && taken.some((one) => questionnaireNumber(one) === questionnaireNumber(id)))
    return { ok: false, problem: 'taken-id' }
  const folder = typeof id === 'string' ? id : ''
  const checked = checkQuestionnaire({ folder, structure, texts: languages }, answers)
  if (!checked.ok) return { ok: false, problem: 'unsound', issues: checked.issues }
  const { questionnaire, texts } = checked
  const textsIn = (language: string) => texts[language] ?? Object.values(texts)[0]!
  return {
    ok: true,
    questionnaire: {
      id: questionnaire.id,
      items: questionnaire.items.length,
      take: async (language) => takePart(questionnaire, textsIn(language), answers),
      result: async (language) => ({ questionnaire, texts: textsIn(language), answers, published: {} }),
    },
  }
}
