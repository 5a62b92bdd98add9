import { scaleOf } from '../questionnaire/lookup.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { CANT_TELL, type Answer } from '../response/response.ts'
import { oncePerPair } from './once-per-pair.ts'
import { spellings } from './tool-codes.ts'

/** Folded cell texts with the answer each stands for; `null` where a text stands for two. */
export type AnswerWords = ReadonlyMap<string, Answer | null>

/** A text of signs from ASCII with single spaces between them, of which folding changes the case alone. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Characters that are not seen: marks of the direction of writing, which are copied along with an address, and joiners. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A text folded for comparison: trimmed, in lower case, composed, with plain
 * apostrophes and single spaces, and nothing that is not seen, because survey tools
 * and spreadsheets change all of these.
 */
export function foldWords(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .replaceAll(UNSEEN, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * A whole number as "4.0" or "4,00", as tools write columns of numbers with
 * fractions. No other fraction is a step.
 */
const WHOLE = /^(\d+)[.,]0+$/

/**
 * What spreadsheets write so that a cell stays what it is: ="3", and an apostrophe
 * before a number.
 */
const KEPT = /^(?:="([^"]*)"|'([-+]?\d+(?:[.,]\d+)?))$/

/** A cell folded for comparison with answers. */
export function foldCell(text: string): string {
  const folded = foldWords(text)
  const [, words, number] = KEPT.exec(folded) ?? []
  return (words?.trim() ?? number ?? folded).replace(WHOLE, '$1')
}

/**
 * Everything that answers an item on this scale: its steps from 1 up, "cant-tell",
 * the ids of its options, and their words in each language. The words for *can't
 * tell* count whichever scale of the questionnaire they belong to.
 */
export function answerWords(
  questionnaire: Pick<Questionnaire, 'scales'>,
  scale: string,
  texts: readonly Pick<Texts, 'scales'>[],
): AnswerWords {
  const all = wordsOfScales(questionnaire.scales, texts)
  const words = all.get(scale) ?? wordsOfScale(questionnaire, scale, texts)
  all.set(scale, words)
  return words
}

const wordsOfScales = oncePerPair(
  (_scales: Questionnaire['scales'], _texts: readonly Pick<Texts, 'scales'>[]) => new Map<string, AnswerWords>(),
)

function wordsOfScale(
  questionnaire: Pick<Questionnaire, 'scales'>,
  scale: string,
  texts: readonly Pick<Texts, 'scales'>[],
): AnswerWords {
  const words = new Map<string, Answer | null>()
  const add = (word: string, answer: Answer) => {
    const folded = foldWords(word)
    const known = words.get(folded)
    words.set(folded, known === undefined || known === answer ? answer : null)
  }
  const { options } = scaleOf(questionnaire, { scale })
  for (const word of spellings(CANT_TELL)) add(word, CANT_TELL)
  for (const language of texts) for (const { cantTell } of Object.values(language.scales)) add(cantTell, CANT_TELL)
  for (const [index, option] of options.entries()) {
    add(option, index + 1)
    for (const language of texts) {
      const word = language.scales[scale]?.options[option]
      if (word !== undefined) add(word, index + 1)
    }
  }
  // Last, so that a digit is always a step, whatever the texts use it for.
  for (const index of options.keys()) words.set(String(index + 1), index + 1)
  return words
}
