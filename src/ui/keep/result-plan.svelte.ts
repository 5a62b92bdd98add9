import { NO_PLAN, type Plan } from '../../core/response/saved-runs.ts'
import type { SavedRuns } from './saved-runs.svelte.ts'

/**
 * The reader's plan of what to do about a result: kept with the result, or as long
 * as the page is open where that is not kept.
 */
export class ResultPlan {
  readonly #saved: SavedRuns
  readonly #id: () => string | null
  #unkept = $state.raw<Plan | null>(null)

  /** @param id the kept run's id; `null` where the result is not kept */
  constructor(saved: SavedRuns, id: () => string | null) {
    this.#saved = saved
    this.#id = id
  }

  /** The kept run's id; `null` where the result is not kept. */
  get id(): string | null {
    return this.#id()
  }

  get plan(): Plan {
    return this.#unkept ?? this.#run?.plan ?? NO_PLAN
  }

  /** Whether the plan outlasts the page. */
  get isKept(): boolean {
    return this.#unkept === null && this.#run !== undefined
  }

  get #run() {
    const id = this.#id()
    return id === null ? undefined : this.#saved.all.find((run) => run.id === id)
  }

  change(change: Partial<Plan>): void {
    const plan = { ...this.plan, ...change }
    const id = this.#id()
    this.#unkept = id !== null && this.#saved.plan(id, plan) === 'saved' ? null : plan
  }
}
