import { CANT_TELL } from '../response/response.ts'
import { foldName } from './known-columns.ts'
import type { CellMeaning } from './mapping.ts'

/** Numbers and words that tools and people write where there is no answer, or none that counts. */
const NO_ANSWER =
  /^(-?(\d|66|77|88|98|99|888|998|999|9999)|n\/?a|n\.a\.|na|nan|null|none|nil|\.|-+|dk|d\/k|idk|refused|skipped|s\/?o|s\.o\.|nsp|nc|nr)$/

const CANT_TELL_WORDS =
  /^(dk|d\/k|idk|nsp|don'?t know|do not know|can'?t tell|cannot tell|not sure|unsure|(i )?don'?t know|(je )?ne sais? pas|weiß nicht|weiss nicht|no sé|non so|weet (ik )?niet|não sei|sans opinion|no opinion|not applicable|sans objet|6)$/

const MISSING_WORDS =
  /^(-\d+|no answer|no response|not answered|skipped|sans réponse|k\.? ?a\.?|keine angabe|keine antwort|sin respuesta|nessuna risposta|geen antwoord|sem resposta|null|nan|\.|-+|nr|refused|missing)$/

/** Codes of answers, as LimeSurvey writes them: A1, AO01. */
const OPTION_CODE = /^ao?0{0,2}([1-9])$/

/** Whether a cell that is no answer is likely one of a tool's codes, so that it is asked about. */
export const isLikelyCode = (folded: string): boolean =>
  NO_ANSWER.test(folded) || CANT_TELL_WORDS.test(folded) || MISSING_WORDS.test(folded) || OPTION_CODE.test(folded)

/**
 * The likeliest meaning of a cell that is a code; `null` where no meaning is likelier than another.
 *
 * @param options how many steps the scale has
 */
export function guessCode(folded: string, options: number): CellMeaning | null {
  const code = OPTION_CODE.exec(folded)?.[1]
  if (code !== undefined)
    return Number(code) <= options ? Number(code) : Number(code) === options + 1 ? CANT_TELL : null
  if (folded === String(options + 1) || folded === '99' || folded === '88' || folded === '98') return CANT_TELL
  if (MISSING_WORDS.test(folded)) return 'unanswered'
  if (CANT_TELL_WORDS.test(folded) || /^n\/?\.?a\.?$/.test(folded)) return CANT_TELL
  return null
}

/**
 * Cells that a tool is documented to write for an unanswered statement: LimeSurvey
 * "N/A" for a question that was not shown, and in its VV files what says so, Qualtrics -99 for one that was seen and
 * left open, SoSci Survey -9 for one that was not answered, EFS Survey -77 for one that
 * nobody has seen.
 */
export function missingIn(names: readonly string[]): ReadonlySet<string> {
  const folded = new Set(names.map(foldName))
  if (folded.has('questnnr')) return new Set(['-9'])
  if (folded.has('lfdn')) return new Set(['-77'])
  if (folded.has('lastpage') || folded.has('startlanguage')) return new Set(['n/a', '{question_not_shown}'])
  const isQualtrics = folded.has('responseid') && (folded.has('finished') || folded.has('recordeddate'))
  return new Set(isQualtrics ? ['-99'] : [])
}
