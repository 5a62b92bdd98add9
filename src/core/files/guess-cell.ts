import type { Answer } from '../response/response.ts'
import { foldWords, type AnswerWords } from './answer-words.ts'
import { MARKUP } from './known-columns.ts'

/** Numbers that differ from a whole one by less are it: computers write 3 as 3.0000000000000004. */
const NEARLY = 1e-6

/** How a whole number is written beside a plain digit: +3, 03, 3., 3E+00. */
const SPELT = /^\+?0*(\d)(?:[.,]0*)?(?:e[+-]?0+)?$/

/** With how many there are: 3/5, 3 of 5, 3 sur 5. */
const OF_HOW_MANY = /^(\d)\s*(?:\/|of|out of|sur|von|de|di|van|su)\s*(\d)$/

/** With what is counted: 3 stars, 3 points, 3 pts. */
const COUNTED =
  /^(\d)\s*(?:stars?|étoiles?|sterne?|estrellas?|stell[ae]|sterren|ster|points?|pts?\.?|punkte?|puntos?|punti|punten)$/

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii']

/** A tool's code before or behind the words: "[A3] often", "often (A3)", "A3: often". */
const CODE = /^[[(]?[a-z]{1,3}\d{1,3}(?:[\])]|\s*[:.-])\s*|\s*[[(][a-z]{1,3}\d{1,3}[\])]$/gu

/** Signs around words, as pictures, ticks, bullets, quotation marks and full stops. */
const SIGNS = /^[^\p{L}\p{N}+<>≤≥~-]+|[^\p{L}\p{N})\]%+<>≤≥-]+$/gu

/** Numerals of other scripts as the digits that they are. */
const inDigits = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

function stepIn(text: string, options: number): string | null {
  const spelt = SPELT.exec(text)?.[1] ?? COUNTED.exec(text)?.[1]
  if (spelt !== undefined) return spelt
  const [, step, all] = OF_HOW_MANY.exec(text) ?? []
  if (step !== undefined) return Number(all) === options ? step : null
  const number = /^\d[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (Math.abs(number - Math.round(number)) < NEARLY) return String(Math.round(number))
  const [stars] = /^[★⭐]+/u.exec(text.replaceAll('\ufe0f', '')) ?? []
  if (stars && /^[★⭐☆]+$/u.test(text.replaceAll('\ufe0f', ''))) return String([...stars].length)
  const roman = ROMAN.indexOf(text)
  return roman < 0 ? null : String(roman + 1)
}

/**
 * What a cell that is no answer most likely says, where people, tools and spreadsheets
 * have left signs, codes or tags around an answer, or have written a step otherwise;
 * `null` where nothing is likelier, and where its step and its words contradict each other.
 *
 * @param folded as `foldCell` folds cells
 * @param options how many steps the scale has
 */
export function guessWritten(folded: string, answers: AnswerWords, options: number): Answer | null {
  const plain = foldWords(inDigits(folded.replaceAll(MARKUP, ' ')))
  const bare = foldWords(plain.replaceAll(CODE, '').replaceAll(SIGNS, ''))
  for (const text of [plain, bare, foldWords(plain.replaceAll(SIGNS, ''))]) {
    const answer = answers.get(text) ?? answers.get(stepIn(text, options) ?? '')
    if (answer !== undefined && answer !== null) return answer
  }
  // "often / souvent".
  const [first, ...others] = plain.split(/\s[/|]\s/).map((part) => answers.get(part) ?? undefined)
  if (others.length > 0 && first !== undefined && others.every((other) => other === first)) return first
  // "often = 4" and "4=often".
  const [one = '', other = '', ...more] = plain.split('=').map((part) => answers.get(part.trim()) ?? undefined)
  return more.length === 0 && one !== '' && one === other ? one : null
}
