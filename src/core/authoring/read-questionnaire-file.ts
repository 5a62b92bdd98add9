import { LARGEST_QUESTIONNAIRE } from '../bounds/bounds.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { placeIssue, type IssuePlace } from './place-issue.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'
import { FILE_FORMAT } from '../files/response-file.ts'
import { scanJson, type JsonFault } from '../files/scan-json.ts'
import { bundleSchema, FORMS, type CanonicalAnswer, type Questionnaire, type Texts } from '../questionnaire/schema.ts'
import { questionnaireNumber } from '../response/layout.ts'

/** A fault with its place in the person's file. */
export interface PlacedIssue {
  readonly issue: QuestionnaireIssue
  readonly place: IssuePlace
}

/** Why a person's file is no questionnaire to begin with. */
export type QuestionnaireFileProblem =
  | { readonly is: 'too-large' | 'structure-alone' | 'texts-alone' | 'result' | 'other-file' }
  | { readonly is: 'not-json'; readonly fault: JsonFault; readonly line: number; readonly name: string | null }
  | { readonly is: 'unknown-parts'; readonly names: readonly string[] }
  | { readonly is: 'taken-id'; readonly id: string; readonly line: number }
  | { readonly is: 'language'; readonly name: string; readonly line: number }

export type QuestionnaireFile =
  | { readonly ok: true; readonly questionnaire: Questionnaire; readonly texts: Readonly<Record<string, Texts>> }
  | { readonly ok: false; readonly problem: QuestionnaireFileProblem }
  | { readonly ok: false; readonly problem: { readonly is: 'unsound'; readonly issues: readonly PlacedIssue[] } }

/** The likeliest kind of a file without the two parts, by the parts that it has. */
function otherFile(content: unknown): QuestionnaireFileProblem {
  const has = (...names: string[]) =>
    typeof content === 'object' && content !== null && names.every((name) => Object.hasOwn(content, name))
  const others = Object.keys(content ?? {}).filter((name) => !['questionnaire', 'texts'].includes(name))
  if (has('questionnaire', 'texts') && others.length > 0) return { is: 'unknown-parts', names: others }
  if (has('items', 'scales', 'sources')) return { is: 'structure-alone' }
  if (has('items', 'scales', 'title')) return { is: 'texts-alone' }
  const isResult = has('format') && (content as { format: unknown }).format === FILE_FORMAT
  return { is: isResult ? 'result' : 'other-file' }
}

/**
 * Reads a questionnaire from a person's file, by the same schema and the same
 * checks as those of the page. It can name canonical answers, but no addresses, and
 * its texts are shown as plain text. Never throws.
 *
 * @param taken the ids of the page's own questionnaires, which it may not use: it
 * would pass for theirs
 * @param language the language in which a fault's place names statements
 */
export function readQuestionnaireFile(
  text: string,
  taken: readonly string[],
  answers: readonly CanonicalAnswer[],
  language: string,
): QuestionnaireFile {
  if (text.length > LARGEST_QUESTIONNAIRE) return { ok: false, problem: { is: 'too-large' } }
  const json = text.replace(/^\ufeff/, '')
  const scanned = scanJson(json)
  if (!scanned.ok)
    return { ok: false, problem: { is: 'not-json', fault: scanned.fault, line: scanned.line, name: scanned.name } }
  const { lineOf } = scanned
  const content: unknown = JSON.parse(json)
  const bundle = bundleSchema.safeParse(content)
  if (!bundle.success) return { ok: false, problem: otherFile(content) }
  const { questionnaire: structure, texts: languages } = bundle.data
  const id = (structure as { id?: unknown } | null)?.id
  if (typeof id === 'string' && taken.some((one) => questionnaireNumber(one) === questionnaireNumber(id)))
    return { ok: false, problem: { is: 'taken-id', id, line: lineOf(['questionnaire', 'id']) } }
  const misnamed = Object.keys(languages).find((name) => !FORMS.language.test(name))
  if (misnamed !== undefined)
    return { ok: false, problem: { is: 'language', name: misnamed, line: lineOf(['texts', misnamed]) } }
  const folder = typeof id === 'string' ? id : ''
  const checked = checkQuestionnaire({ folder, structure, texts: languages }, answers)
  if (!checked.ok) {
    const issues = checked.issues.map((issue) => ({
      issue,
      place: placeIssue(issue, { questionnaire: structure, texts: languages }, language, lineOf),
    }))
    return { ok: false, problem: { is: 'unsound', issues } }
  }
  return { ok: true, questionnaire: checked.questionnaire, texts: checked.texts }
}
