import { readQuestionnaireFile, type QuestionnaireFile } from '../../core/authoring/read-questionnaire-file.ts'
import { takePart } from '../../core/questionnaire/parts.ts'
import type { CanonicalAnswer } from '../../core/questionnaire/schema.ts'
import type { ListedQuestionnaire } from '../parts/listed-questionnaire.ts'

export { LARGEST_QUESTIONNAIRE } from '../../core/authoring/read-questionnaire-file.ts'

export type OwnQuestionnaire =
  { readonly ok: true; readonly questionnaire: ListedQuestionnaire } | Extract<QuestionnaireFile, { ok: false }>

/** Reads a questionnaire from a person's file, as one to begin on the page. Never throws. */
export function readOwnQuestionnaire(
  text: string,
  taken: readonly string[],
  answers: readonly CanonicalAnswer[],
  spoken: string,
): OwnQuestionnaire {
  const read = readQuestionnaireFile(text, taken, answers, spoken)
  if (!read.ok) return read
  const { questionnaire, texts } = read
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
