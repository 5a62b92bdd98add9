import type { CheckStartTexts } from '../locales/en/check-start.ts'
import type { Clock, Exporter } from '../../core/ports.ts'
import type { ResultRepository } from '../keep/result-repository.ts'
import type { ResultWords } from '../keep/result-words.ts'
import type { GuessTexts } from '../locales/en/guess.ts'
import type { HandOffTexts } from '../locales/en/hand-off.ts'
import type { ListTexts } from '../locales/en/list.ts'
import type { Catalogue } from '../parts/catalogue.ts'
import type { GuessRun } from '../take/guess-run.svelte.ts'

/** The tools of the later parts. They are handed all of them: naming each one costs the first load. */
export interface LaterTools {
  readonly words: ResultWords
  readonly results: ResultRepository
  readonly catalogue: Catalogue
  readonly exporter: Exporter
  readonly clock: Clock
  readonly listTexts: ListTexts
  readonly guessTexts: GuessTexts
  /** Loads the texts about a leader's check, after the result is there. */
  readonly loadCheckTexts: () => Promise<CheckStartTexts>
  /** Loads the texts for a host's page that asks for a result. */
  readonly loadHandOffTexts: () => Promise<HandOffTexts>
  /** The person's guesses of others' answers. Where there is nothing to guess, nobody is asked. */
  readonly guess: GuessRun
}
