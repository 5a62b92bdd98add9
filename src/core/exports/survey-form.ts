import { scaleOf } from '../questionnaire/lookup.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import { levelCode } from '../files/tool-codes.ts'
import { CANT_TELL, type GivenVantage } from '../response/response.ts'

/** One answer that can be chosen. */
export interface FormChoice {
  /** The code that the reader of tables knows it by. */
  readonly code: string
  readonly text: string
}

/** Statements in a row that have one scale. */
export interface FormPart {
  readonly scale: string
  readonly stem: string
  /** The steps, then *can't tell*. */
  readonly choices: readonly FormChoice[]
  readonly statements: readonly { readonly id: string; readonly text: string }[]
}

/** A questionnaire in one language, as any survey tool can ask it. */
export interface SurveyForm {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly lead: string
  /** Where somebody sits. */
  readonly place: { readonly question: string; readonly choices: readonly FormChoice[] }
  readonly parts: readonly FormPart[]
}

/** How the diagnostic asks where people sit, in the form's language. */
export interface PlaceWords {
  readonly question: string
  readonly vantages: Readonly<Record<GivenVantage, string>>
  /** A workshop's levels, from the top, which are asked in place of the vantages. */
  readonly levels?: readonly string[]
}

function placeChoices({ vantages, levels }: PlaceWords): FormChoice[] {
  const seats = levels
    ? levels.map((text, level) => ({ code: levelCode(level), text }))
    : VANTAGES.map((vantage) => ({ code: vantage, text: vantages[vantage] }))
  return [...seats, { code: 'not-said', text: vantages['not-said'] }]
}

/**
 * The form of a questionnaire in the language of its texts. Never throws on a
 * checked questionnaire.
 */
export function surveyForm(
  questionnaire: Pick<Questionnaire, 'id' | 'items' | 'scales'>,
  texts: Pick<Texts, 'title' | 'lead' | 'scales' | 'items'>,
  language: string,
  place: PlaceWords,
): SurveyForm {
  const parts: (FormPart & { statements: { id: string; text: string }[] })[] = []
  for (const item of questionnaire.items) {
    const words = texts.scales[item.scale]
    if (parts.at(-1)?.scale !== item.scale)
      parts.push({
        scale: item.scale,
        stem: words?.stem ?? '',
        choices: [
          ...scaleOf(questionnaire, item).options.map((option, at) => ({
            code: String(at + 1),
            text: words?.options[option] ?? option,
          })),
          { code: CANT_TELL, text: words?.cantTell ?? CANT_TELL },
        ],
        statements: [],
      })
    parts.at(-1)?.statements.push({ id: item.id, text: texts.items[item.id]?.text ?? item.id })
  }
  const { title, lead } = texts
  return {
    id: questionnaire.id,
    language,
    title,
    lead,
    place: { question: place.question, choices: placeChoices(place) },
    parts,
  }
}
