import type { Clock, Exporter } from '../../core/ports.ts'
import type { ResultRepository } from '../keep/result-repository.ts'
import type { ResultWords } from '../keep/result-words.ts'
import type { Catalogue } from '../parts/catalogue.ts'
import type ItemList from '../take/ItemList.svelte'
import type { ListTexts } from '../locales/en/list.ts'
import type Elsewhere from './Elsewhere.svelte'
import type OwnResult from './OwnResult.svelte'

/**
 * The parts that are not needed before the first answer: loaded while the person
 * answers, with their data and words.
 */
export interface LaterParts {
  readonly ItemList: typeof ItemList
  readonly OwnResult: typeof OwnResult
  /** The screens of others' and earlier results. */
  readonly Elsewhere: typeof Elsewhere
  readonly words: ResultWords
  readonly results: ResultRepository
  readonly catalogue: Catalogue
  readonly exporter: Exporter
  readonly clock: Clock
  readonly listTexts: ListTexts
}

/** The code of the answers so far, and what to do with it. */
export interface CodeSoFar {
  readonly note: string
  readonly code: string
}

/**
 * Hands the later parts to an {#await} block. Svelte keeps a reference to the
 * awaited value after the block is gone, and with it everything that the parts
 * refer to, so `parts` is cleared when the diagnostic ends.
 */
export interface LoadedParts {
  parts: LaterParts | null
}
