import { mergeAnswers } from '../response/merge-answers.ts'
import { CANT_TELL, type Answer, type Answers } from '../response/response.ts'

/** The guesses of one run as they are kept on the device, apart from its answers. */
export interface GuessProgress {
  /** The run that they belong to, by when it was begun. */
  readonly run: number
  readonly guesses: Answers
  /** Whether the person has gone on from them to the result, with or without any. */
  readonly isDone: boolean
}

const FORMAT = 1

/** An item that is guessed at, with its number of options. */
export interface GuessedItem {
  readonly id: string
  readonly options: number
}

/** Writes guesses as text. */
export const encodeGuesses = ({ run, guesses, isDone }: GuessProgress): string =>
  JSON.stringify({ format: FORMAT, run, guesses, done: isDone })

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads guesses back, trusting nothing in them: what does not fit these items is
 * left out. `later` where a later release has written them, so that they must not be
 * overwritten; `null` for anything else. Never throws.
 */
export function decodeGuesses(items: readonly GuessedItem[], text: string | null): GuessProgress | 'later' | null {
  let stored: unknown
  try {
    stored = JSON.parse(text ?? '')
  } catch {
    return null
  }
  if (!isFields(stored)) return null
  if (stored['format'] !== FORMAT) return Number(stored['format']) > FORMAT ? 'later' : null
  const { run, guesses: kept, done } = stored
  if (typeof run !== 'number' || !Number.isFinite(run) || !isFields(kept)) return null
  const guesses: Record<string, Answer> = {}
  for (const { id, options } of items) {
    const guess = Object.hasOwn(kept, id) ? kept[id] : undefined
    const isStep = typeof guess === 'number' && Number.isInteger(guess) && guess >= 1 && guess <= options
    if (guess === CANT_TELL || isStep) guesses[id] = guess
  }
  return { run, guesses, isDone: done === true }
}

/**
 * The guesses that two tabs have given on one run, of which neither loses one. Of two runs
 * the one that this tab is on stays.
 *
 * @param base as this tab last read them; `null` where there were none
 */
export function mergeGuesses(
  base: GuessProgress | null,
  mine: GuessProgress,
  theirs: GuessProgress | null,
): GuessProgress {
  if (theirs?.run !== mine.run) return mine
  const before = base?.run === mine.run ? base.guesses : {}
  return {
    run: mine.run,
    guesses: mergeAnswers(before, mine.guesses, theirs.guesses),
    isDone: mine.isDone || theirs.isDone,
  }
}
