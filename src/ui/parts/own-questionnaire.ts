import { readQuestionnaireFile, type QuestionnaireFile } from '../../core/authoring/read-questionnaire-file.ts'
import { canonicalText, fingerprintOf } from '../../core/codes/questionnaire-fingerprint.ts'
import { takePart, type ResultPart } from '../../core/questionnaire/parts.ts'
import type { CanonicalAnswer, Questionnaire, Texts } from '../../core/questionnaire/schema.ts'
import type { ListedQuestionnaire } from './listed-questionnaire.ts'

export { LARGEST_QUESTIONNAIRE } from '../../core/bounds/bounds.ts'

/** A questionnaire from a person's file. */
export interface OwnFile {
  readonly questionnaire: Questionnaire
  readonly texts: Readonly<Record<string, Texts>>
  /** Its `canonicalText`, and the fingerprint of that. */
  readonly text: string
  readonly fingerprint: string
  /** In this language, or else in its first. */
  readonly partIn: (language: string) => ResultPart
}

export type OwnQuestionnaire =
  | { readonly ok: true; readonly questionnaire: ListedQuestionnaire; readonly file: OwnFile }
  | Extract<QuestionnaireFile, { ok: false }>

/** Reads a questionnaire from a person's file, as one to begin on the page. Never throws. */
export function readOwnQuestionnaire(
  text: string,
  taken: readonly string[],
  answers: readonly CanonicalAnswer[],
  reader: string,
): OwnQuestionnaire {
  const read = readQuestionnaireFile(text, taken, answers, reader)
  if (!read.ok) return read
  const { questionnaire, texts } = read
  const canonical = canonicalText(text)
  const spokenIn = (language: string) => (texts[language] ? language : Object.keys(texts)[0]!)
  const textsIn = (language: string) => texts[spokenIn(language)]!
  const partIn = (language: string) => ({
    language: spokenIn(language),
    questionnaire,
    texts: textsIn(language),
    answers,
    published: {},
  })
  return {
    ok: true,
    questionnaire: {
      id: questionnaire.id,
      items: questionnaire.items.length,
      take: async (language) => takePart(questionnaire, textsIn(language), answers, spokenIn(language)),
      result: async (language) => partIn(language),
    },
    file: { questionnaire, texts, text: canonical, fingerprint: fingerprintOf(canonical), partIn },
  }
}
