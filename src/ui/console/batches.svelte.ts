import type { Mapping } from '../../core/files/mapping.ts'
import type { SetApart } from '../../core/files/row-status.ts'
import type { TableDraft } from '../../core/files/table-draft.ts'
import type { CollectionSource } from '../../core/ports.ts'
import type { Outcome, PeopleQuestion } from '../../core/workshop/outcome.ts'
import type { TakenIn } from '../../core/workshop/take-in.ts'

/** The origin of a batch. Texts from a source are counted from 1, for each source by itself. */
export type Source =
  | { readonly from: 'text' }
  | { readonly from: 'file'; readonly name: string }
  | { readonly from: CollectionSource; readonly first: number; readonly last: number }

/** Whether what comes from there comes without anybody's hand. Does not compile while a source is missing. */
const BY_ITSELF: Readonly<Record<Source['from'], boolean>> = { text: false, file: false, camera: false, relay: true }

export const comesByItself = ({ from }: Source): boolean => BY_ITSELF[from]

/** The outcomes of everything in one text or file, in this session. */
export interface Batch {
  /** From 1, in the order they were taken in. */
  readonly number: number
  readonly source: Source
  readonly outcomes: readonly Outcome[]
  readonly table: TakenIn['table']
  /** The texts and large files it came from, where something in them waits for the facilitator's word; empty otherwise. */
  readonly waiting: readonly (string | Blob)[]
  /** The guesses about a table that was not certain enough to be read; `null` for any other. */
  readonly draft: TableDraft | null
  /** The meanings that the facilitator has given the table; `null` where there are none. */
  readonly mapping: Mapping | null
}

/** A question about a batch that nobody but the facilitator can answer. */
export interface OpenQuestion {
  readonly batch: Batch
  readonly about: PeopleQuestion
  readonly rows: number
}

/** A question about a batch that the facilitator answers. */
type Matter = PeopleQuestion | SetApart | 'mapping' | 'mapped'

/** Whether an outcome waits for the facilitator's word. */
export const isWaiting = ({ outcome }: Outcome): boolean => outcome === 'asks' || outcome === 'set-apart'

const USUAL: readonly Outcome['outcome'][] = [
  ...(['taken', 'replaced', 'already-there', 'older', 'closed'] as const),
  // Counted where the source stands.
  ...(['nothing-found', 'cut', 'damaged', 'later-format'] as const),
]

/** Whether an outcome is what becomes of most answers that arrive by themselves. */
export const isUsual = ({ outcome }: Outcome): boolean => USUAL.includes(outcome)

/** The batches that one session has taken in, and what the facilitator has settled about them. */
export class Batches {
  #all = $state.raw<readonly Batch[]>([])
  /** The questions that were answered, and the rows that were taken in on request, by batch. */
  #settled = $state.raw<ReadonlySet<string>>(new Set())

  /** The latest first. */
  get all(): readonly Batch[] {
    return this.#all
  }

  /**
   * Those that are listed, the latest first: of what came by itself only what is
   * not as usual, since whoever saw people press could tell who came when.
   */
  readonly listed: readonly Batch[] = $derived.by(() =>
    this.#all.filter(({ source, outcomes }) => !comesByItself(source) || !outcomes.every(isUsual)),
  )

  /** The questions that are still open, the latest batch first. */
  readonly questions: readonly OpenQuestion[] = $derived.by(() =>
    this.#all.flatMap((batch) =>
      batch.outcomes.flatMap((one) =>
        one.outcome === 'asks' && !this.isSettled(batch, one.about)
          ? [{ batch, about: one.about, rows: one.rows }]
          : [],
      ),
    ),
  )

  /** The latest table that waits to be told what it holds; `null` for none. */
  readonly unmapped: Batch | null = $derived.by(
    () => this.#all.find((batch) => batch.draft !== null && !this.isSettled(batch, 'mapping')) ?? null,
  )

  /** How many responses the latest batch took in. */
  get takenLast(): number {
    return this.#all[0]?.outcomes.filter(({ outcome }) => outcome === 'taken' || outcome === 'replaced').length ?? 0
  }

  /** How many responses came in by hand: as a code, picture, file or table. */
  get byHand(): number {
    return this.#all.reduce(
      (sum, { source, outcomes }) =>
        comesByItself(source) ? sum : outcomes.reduce((own, { outcome }) => own + Number(outcome === 'taken'), sum),
      0,
    )
  }

  /** Whether a question about a batch was answered, or its rows that do not count were taken in. */
  isSettled(batch: Batch, what: Matter): boolean {
    return this.#settled.has(`${batch.number} ${what}`)
  }

  settle(batches: readonly Batch[], what: Matter): void {
    this.#settled = new Set([...this.#settled, ...batches.map(({ number }) => `${number} ${what}`)])
  }

  /** Adds a batch. Its texts are held where something in it waits for the facilitator's word. */
  add(
    source: Source,
    { outcomes, table, draft }: Pick<TakenIn, 'outcomes' | 'table' | 'draft'>,
    texts: Batch['waiting'],
    mapping: Mapping | null = null,
  ): Batch {
    const waiting = draft || outcomes.some(isWaiting) ? texts : []
    const number = this.#all.length + 1
    const batch = { number, source, outcomes, table, waiting, draft: draft ?? null, mapping }
    this.#all = [batch, ...this.#all]
    return batch
  }
}
