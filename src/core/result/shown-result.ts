import { encodeResultCode } from '../codes/result-code.ts'
import type { FiledResponse } from '../files/response-file.ts'
import type { ResultPart } from '../questionnaire/parts.ts'
import { layoutOf, layoutsOf, type CodeLayout } from '../response/layout.ts'
import type { Answers, Response } from '../response/response.ts'

/** A finished response as it is shown, whatever its origin. */
export interface ShownResult {
  readonly response: Response
  /** The day the response was given, as 2026-11-22. */
  readonly completedOn: string
  readonly about: string
  readonly code: string
  /** The original version and answers, before they were fitted to the present version. */
  readonly given: {
    readonly version: string
    readonly layout: CodeLayout
    readonly answers: Answers
    readonly guesses?: Answers | undefined
  }
}

/** The versions of a questionnaire whose answers can be shown. */
export interface ShownVersions {
  /** The present version in full, as 1.0.2. */
  readonly version: string
  /** The present layout. */
  readonly layout: CodeLayout
  /** Every layout of which codes and files can be read, the present one included. */
  readonly layouts: readonly CodeLayout[]
}

export function versionsOf({
  questionnaire,
  published,
}: Pick<ResultPart, 'questionnaire' | 'published'>): ShownVersions {
  return {
    version: questionnaire.version,
    layout: layoutOf(questionnaire),
    layouts: layoutsOf(questionnaire, published),
  }
}

/** The result of a run that was finished here, on the present version. */
export function finishedResult(
  { version, layout }: ShownVersions,
  { response, completedOn, about }: Pick<ShownResult, 'response' | 'completedOn' | 'about'>,
): ShownResult {
  const code = encodeResultCode(layout, { ...response, completedOn })
  const { answers, guesses } = response
  return { response, completedOn, about, code, given: { version, layout, answers, guesses } }
}

/** The response of a result as a file holds it: on its original version. */
export function filedResponse({ response, completedOn, given }: ShownResult): FiledResponse {
  const { secondsPerItem, vantage } = response
  const { version, layout, answers, guesses } = given
  const millisecondsPerItem = secondsPerItem === null ? null : Math.round(secondsPerItem * 1000)
  const filed = { questionnaire: { id: layout.id, version }, completedOn, vantage, millisecondsPerItem, answers }
  return guesses ? { ...filed, guesses } : filed
}

/** The file name of a download, with the questionnaire, the day and what of the result it holds. */
export const resultFileName = ({ completedOn, given }: ShownResult, ending: string, what = ''): string =>
  `leadership-diagnostic-${given.layout.id}-${what && `${what}-`}${completedOn}.${ending}`
