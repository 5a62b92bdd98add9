import { MappingChoices } from './mapping-choices.svelte.ts'
import type { Batch } from './batches.svelte.ts'

/** What a facilitator has typed and chosen at a workshop without handing it in: it stays, whatever is looked at meanwhile. */
export class Desk {
  /** To be taken in. */
  pasted = $state.raw('')
  /** What names the response to take out. */
  toTakeOut = $state.raw('')
  /** The page that participants open. */
  page = $state.raw('')
  readonly #mappings = new WeakMap<Batch, MappingChoices>()

  /** @param page the page that is offered first */
  constructor(page: string) {
    this.page = page
  }

  /** What was chosen about a table. */
  choicesOf(batch: Batch): MappingChoices {
    const choices = this.#mappings.get(batch) ?? new MappingChoices()
    this.#mappings.set(batch, choices)
    return choices
  }
}
