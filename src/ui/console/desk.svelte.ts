import { MappingChoices } from './mapping-choices.svelte.ts'
import type { Batch } from './batches.svelte.ts'

/** A facilitator's entries at a workshop that are not handed in yet: they stay, whatever is looked at meanwhile. */
export class Desk {
  /** The text to take in. */
  pasted = $state.raw('')
  /** The text that names the response to take out. */
  toTakeOut = $state.raw('')
  /** The page that participants open. */
  page = $state.raw('')
  readonly #mappings = new WeakMap<Batch, MappingChoices>()

  /** @param page the page that is offered first */
  constructor(page: string) {
    this.page = page
  }

  /** The choices made about a table so far. */
  choicesOf(batch: Batch): MappingChoices {
    const choices = this.#mappings.get(batch) ?? new MappingChoices()
    this.#mappings.set(batch, choices)
    return choices
  }
}
