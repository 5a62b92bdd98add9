import type { Clock, Exporter } from '../../core/ports.ts'
import type { ResultRepository } from '../keep/result-repository.ts'
import type { ResultWords } from '../keep/result-words.ts'
import type { Catalogue } from '../parts/catalogue.ts'
import type ItemList from '../take/ItemList.svelte'
import type { ListTexts } from '../locales/en/list.ts'
import type Elsewhere from './Elsewhere.svelte'
import type OwnResult from './OwnResult.svelte'

/** What nobody needs before the first answer: loaded while the person answers, with its data and words. */
export interface LaterParts {
  readonly ItemList: typeof ItemList
  readonly OwnResult: typeof OwnResult
  /** What is shown of others' and earlier results. */
  readonly Elsewhere: typeof Elsewhere
  readonly words: ResultWords
  readonly results: ResultRepository
  readonly catalogue: Catalogue
  readonly exporter: Exporter
  readonly clock: Clock
  readonly listTexts: ListTexts
}

/**
 * How the later parts are handed to an {#await} block. Svelte holds on to what such
 * a block was given when the block is long gone, and with it everything that the
 * parts lead to, so they are taken out when the diagnostic ends.
 */
export interface LoadedParts {
  parts: LaterParts | null
}
