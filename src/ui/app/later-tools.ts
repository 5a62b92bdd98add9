import type { CheckStartTexts } from '../locales/en/check-start.ts'
import type { Clock, Exporter } from '../../core/ports.ts'
import type { ResultRepository } from '../keep/result-repository.ts'
import type { ResultWords } from '../keep/result-words.ts'
import type { GuessTexts } from '../locales/en/guess.ts'
import type { HandOffTexts } from '../locales/en/hand-off.ts'
import type { ListTexts } from '../locales/en/list.ts'
import type { Catalogue } from '../parts/catalogue.ts'
import type { GuessRun } from '../take/guess-run.svelte.ts'

/** What the later parts work with. They are handed all of it: naming each thing costs the first load. */
export interface LaterTools {
  readonly words: ResultWords
  readonly results: ResultRepository
  readonly catalogue: Catalogue
  readonly exporter: Exporter
  readonly clock: Clock
  readonly listTexts: ListTexts
  readonly guessTexts: GuessTexts
  /** What is said of a leader's check, loaded after the result is there. */
  readonly loadCheckTexts: () => Promise<CheckStartTexts>
  /** What is said where a host's page asks for a result. */
  readonly loadHandOffTexts: () => Promise<HandOffTexts>
  /** What the person guesses of others. Where nothing is to be guessed, nobody is asked. */
  readonly guess: GuessRun
}
