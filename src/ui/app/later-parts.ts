import type ItemList from '../take/ItemList.svelte'
import type Elsewhere from './Elsewhere.svelte'
import type { LaterTools } from './later-tools.ts'
import type OwnResult from './OwnResult.svelte'

/**
 * The parts that are not needed before the first answer: loaded while the person
 * answers, with their data and words.
 */
export interface LaterParts extends LaterTools {
  readonly ItemList: typeof ItemList
  readonly OwnResult: typeof OwnResult
  /** The screens of others' and earlier results. */
  readonly Elsewhere: typeof Elsewhere
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
