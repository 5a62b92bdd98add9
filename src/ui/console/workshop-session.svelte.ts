import type { ChosenStep } from '../../core/workshop/chosen-step.ts'
import type { SnapshotDecision } from '../../core/disclosure/next-snapshot.ts'
import type { Collection, CollectionSource } from '../../core/ports.ts'
import { tableTextsOf } from './workshop-tools.ts'
import { countCollected, type CollectedCounts } from '../../core/workshop/count-collected.ts'
import type { CollectedEntry } from '../../core/workshop/collected.ts'
import { countingEntries, setCrowdsAside } from '../../core/workshop/crowds.ts'
import { BatchedIntake, NOT_KEPT, type Receipt } from '../../core/workshop/intake.ts'
import { readMapping, type Mapping } from '../../core/files/mapping.ts'
import type { SetApart } from '../../core/files/row-status.ts'
import { drawIdentityKey } from '../../core/workshop/identity.ts'
import type { Outcome } from '../../core/workshop/outcome.ts'
import type { TableQuestion } from '../../core/workshop/read-workshop-table.ts'
import { vouchFor, type PeopleRules } from '../../core/workshop/people.ts'
import { standingOf, type Standing } from '../../core/workshop/standing.ts'
import type { CollectSetting } from '../../core/workshop/setting.ts'
import { rulesOf, withTaken } from '../../core/workshop/taking-rules.ts'
import { countAgain, refusalOf, takeIn, type TakenIn } from '../../core/workshop/take-in.ts'
import { findResponse, letBack, type FoundResponse } from '../../core/workshop/taken-out.ts'
import { decideSnapshot } from '../../core/room/decide-snapshot.ts'
import { currentSnapshot, entriesInViews, entriesToShow } from '../../core/workshop/entries-to-show.ts'
import type { Snapshot } from '../../core/workshop/snapshot.ts'
import { withFigures, type KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { workshopIdOf } from '../../core/codes/workshop-id.ts'
import { Batches, isWaiting, type Batch, type OpenQuestion, type Source } from './batches.svelte.ts'
import { CopiesHere } from './copies-here.ts'
import { Desk } from './desk.svelte.ts'
import { WorkshopSources } from './workshop-sources.svelte.ts'
import type { WorkshopRepository } from './workshop-repository.svelte.ts'
import type { ConsoleTools, OfferedQuestionnaire } from './workshop-tools.ts'
import { RelayLedger } from './relay-ledger.ts'
import { numbered, takeArrivals } from './take-arrivals.ts'
import { WorkshopViews } from './workshop-views.ts'

/** How far a large table is: how many rows were read or, where `of` says how many there are, taken in. */
export interface TableProgress {
  readonly rows: number
  readonly of: number | null
  /** From 0 to 1. */
  readonly share: number
}

/** The facilitator's decisions about one text or file. */
type Said = Pick<PeopleRules, 'said' | 'admit' | 'mapping'>

/**
 * One workshop in the facilitator's session: the responses it collects, and the
 * outcomes of everything taken in.
 */
export class WorkshopSession {
  readonly id: string
  readonly tools: ConsoleTools
  readonly views: WorkshopViews
  readonly ledger: RelayLedger
  /** Everything taken in by this session. */
  readonly batches = new Batches()
  readonly desk: Desk
  readonly sources = new WorkshopSources(this)
  readonly #repository: WorkshopRepository
  readonly #copies: CopiesHere
  #late = $state.raw(0)
  #progress = $state.raw<TableProgress | null>(null)
  readonly #connected = new Set<Collection>()
  readonly #arrived = new Map<CollectionSource, number>()

  readonly kept: KeptWorkshop | undefined = $derived.by(() => this.#repository.find(this.id))

  /** The questionnaire; `null` where it is not here. */
  readonly asked: OfferedQuestionnaire | null = $derived.by(() => (this.kept ? this.tools.askedBy(this.kept) : null))

  /** The data for taking in; `null` where its questionnaire is not here in this version. */
  readonly setting: CollectSetting | null = $derived.by(() => (this.kept ? this.tools.settingOf(this.kept) : null))

  readonly counts: CollectedCounts = $derived(
    countCollected(this.kept ? countingEntries(this.kept) : [], this.kept?.workshop.levels.length ?? 0),
  )

  /** The same list, however often a change leaves it as it is. */
  readonly #entries = $derived(this.kept?.collected.entries)

  readonly #counting: ReadonlySet<string> = $derived(new Set(this.#entries?.map(({ id }) => id)))

  constructor(id: string, repository: WorkshopRepository, tools: ConsoleTools) {
    this.id = id
    this.#repository = repository
    this.tools = tools
    this.ledger = new RelayLedger(
      () => this.kept,
      (change) => this.#change(change),
    )
    this.#copies = new CopiesHere(() => this.kept, repository, tools)
    this.desk = new Desk(tools.participantPages.all[0]!)
    this.views = new WorkshopViews(
      () => this.kept,
      (figures) => this.#change((kept) => withFigures(kept, figures)),
      tools,
    )
  }

  get isUnsaved(): boolean {
    return this.#repository.isUnsaved(this.id)
  }

  /** The number of its responses that cannot be read on this device, and do not count. */
  get damaged(): number {
    return this.#repository.damagedIn(this.id)
  }

  /** Whether its terms are fixed: somebody has answered under them. */
  get isFixed(): boolean {
    const kept = this.kept
    return kept !== undefined && (kept.collected.entries.length > 0 || kept.snapshots.length > 0)
  }

  /** The entry ids of a view taken now. */
  readonly #toShow: readonly string[] = $derived(this.kept ? entriesToShow(this.kept).map(({ id }) => id) : [])

  /** The number of people who have replaced answers of an earlier view, and count in the next with those. */
  readonly heldBack: number = $derived.by(() => {
    const former = new Set(this.kept?.collected.former.map(({ id }) => id))
    return former.size === 0 ? 0 : this.#toShow.filter((id) => former.has(id)).length
  })

  /** The number of people who are in no further view, because answers were taken out of one they are in. */
  readonly leftOut: number = $derived(this.counts.all - this.#toShow.length)

  /** Whether an entry is of somebody who is in an earlier view. */
  readonly #inView: (id: string) => boolean = $derived(this.kept ? entriesInViews(this.kept) : () => false)

  /** The snapshot of exactly what is collected now, once collection is closed. */
  readonly current: Snapshot | null = $derived(this.kept ? currentSnapshot(this.kept) : null)

  /** Whether a snapshot could be taken of the present responses. */
  readonly verdict: SnapshotDecision | null = $derived.by(() => (this.kept ? decideSnapshot(this.kept) : null))

  /** The present standing of a passage that was taken in, after any later change in any tab. */
  standing(outcome: Outcome): Standing {
    return standingOf(outcome, this.#counting)
  }

  /** Takes in a text. Returns its outcomes; `null` where collection is closed. */
  takeIn(text: string, source: Source): Promise<Batch | null> {
    return this.#takeText(text, source, {})
  }

  async #takeText(text: string, source: Source, said: Said): Promise<Batch | null> {
    let taken: TakenIn | null = null
    const { setting } = this
    if (!setting) return null
    const newKey = this.#drawKey()
    await this.#change((kept) => {
      taken = null
      if (kept.closed) return null
      const rules = rulesOf(kept, newKey)
      taken = takeIn(kept.collected, text, setting, () => this.#nextId(), { ...rules, ...said })
      return withTaken(kept, [taken], taken.collected, rules.key)
    })
    return taken && this.batches.add(source, taken, [text], said.mapping ?? null)
  }

  /** How far a large table is; `null` while there is none. */
  get progress(): TableProgress | null {
    return this.#progress
  }

  /**
   * Takes in the table in a large file, read apart from the page. Returns its
   * outcomes; `null` where collection is closed, and 'no-table' where it is none.
   */
  async takeLarge(file: Blob, source: Source, said: Said = {}): Promise<Batch | 'no-table' | null> {
    const { setting, tools } = this
    const newKey = this.#drawKey()
    // The identities of its people are sealed before they are taken in.
    const kept = await this.#changeOpen((now) => ({ ...now, identityKey: now.identityKey ?? newKey }))
    if (!setting || !kept) return null
    const rules: PeopleRules = { ...rulesOf(kept, newKey), ...said }
    this.#progress = { rows: 0, of: null, share: 0 }
    try {
      const question = $state.snapshot({ setting, rules }) as TableQuestion
      const table = await tools.tables.read(file, question, ({ bytes, rows }) => {
        this.#progress = { rows, of: null, share: bytes / (2 * file.size) }
      })
      if (!table.ok) {
        if (!table.isTable && !table.draft) return 'no-table'
        return this.batches.add(source, refusalOf(table), [file], said.mapping ?? null)
      }
      const of = table.rows.length
      const { takeSlices } = await import('./take-slices.ts')
      const outcomes = await takeSlices(
        this.#repository,
        this.id,
        table,
        rules,
        () => this.#nextId(),
        (rows) => (this.#progress = { rows, of, share: 0.5 + rows / (2 * of) }),
      )
      return outcomes && this.batches.add(source, { outcomes, table }, [file], said.mapping ?? null)
    } finally {
      this.#progress = null
    }
  }

  #drawKey(): string {
    return drawIdentityKey(this.tools.drawNumber)
  }

  /**
   * Answers a question. Whether codes and tables are of other people holds for the
   * workshop; any other answer holds for the batch.
   *
   * @param areOthers whether these are other people than those who are in
   */
  async answer({ batch, about }: OpenQuestion, areOthers: boolean): Promise<void> {
    if (about !== 'codes-and-tables') {
      this.batches.settle([batch], about)
      // The same survey again replaces what is in; the same people add nobody.
      if (areOthers || about === 'other-survey') await this.#takeAgain(batch, { said: { about, areOthers } })
      return this.#retry()
    }
    const waiting = this.batches.questions.filter((other) => other.about === about).map((other) => other.batch)
    this.batches.settle(waiting, about)
    await this.#changeOpen((kept) => ({ ...kept, mixing: areOthers ? 'others' : 'same' }))
    if (areOthers) for (const one of waiting.toReversed()) await this.#takeAgain(one, {})
    this.#retry()
  }

  /** Asks sources to hand over again what the device could not keep before. */
  #retry(): void {
    for (const collection of this.#connected) collection.retry?.()
  }

  /** Reads a table by what the facilitator has said of it; `null` leaves it unread. */
  async map(batch: Batch, mapping: Mapping | null): Promise<void> {
    this.batches.settle([batch], 'mapping')
    if (!mapping) return
    this.batches.settle([batch], 'mapped')
    await this.#takeAgain(batch, { mapping })
  }

  /** Reads the table that waits by the file of a mapping. Returns what to tell the person. */
  async useMapping(text: string): Promise<string> {
    const { mapping: texts } = this.tools.speech.texts.outcomes
    const batch = this.batches.unmapped
    if (!batch) return texts.noTable
    const read = readMapping(text, this.kept?.workshop.questionnaire.id ?? '')
    if (!read.ok) return tableTextsOf(this.tools).mappingIssue(read.issue)
    await this.map(batch, read.mapping)
    return texts.inUse
  }

  /** Takes in rows that the tool does not count as responses. */
  async admit(batch: Batch, why: SetApart): Promise<void> {
    this.batches.settle([batch], why)
    await this.#takeAgain(batch, { admit: why })
  }

  async #takeAgain(batch: Batch, said: Said): Promise<void> {
    const { waiting, source, mapping } = batch
    const all = mapping ? { mapping, ...said } : said
    for (const one of waiting)
      if (typeof one === 'string') await this.#takeText(one, source, all)
      else await this.takeLarge(one, source, all)
  }

  /** Records a file that is no text, or too long to be read. */
  refuseFile(name: string, outcome: Outcome): Batch {
    return this.batches.add({ from: 'file', name }, { outcomes: [outcome], table: null }, [])
  }

  /** The number of texts that arrived after collection was closed. */
  get late(): number {
    return this.#late
  }

  /**
   * Takes in everything that a source delivers. Returns a function that disconnects
   * it: texts already delivered are still taken in.
   */
  connect(collection: Collection, onTaken: (batch: Batch) => void = () => undefined): () => void {
    const take = (texts: readonly string[]) => this.#takeArrivals(collection.source, texts, onTaken)
    collection.start(new BatchedIntake(take, this.tools.wait))
    this.#connected.add(collection)
    return () => {
      this.#connected.delete(collection)
      collection.stop()
    }
  }

  async #takeArrivals(
    source: CollectionSource,
    texts: readonly string[],
    onTaken: (batch: Batch) => void,
  ): Promise<readonly Receipt[]> {
    const { setting } = this
    if (!setting) return texts.map(() => NOT_KEPT)
    let taken: readonly Pick<TakenIn, 'outcomes' | 'table' | 'draft'>[] = []
    const newKey = this.#drawKey()
    await this.#change((kept) => {
      const rules = rulesOf(kept, newKey)
      const all = takeArrivals(kept, texts, setting, () => this.#nextId(), rules)
      taken = all.taken
      return kept.closed ? null : withTaken(kept, taken, all.collected, rules.key)
    })
    if (taken.length === 0) return texts.map(() => NOT_KEPT)
    const isKept = !this.isUnsaved && this.#repository.failure === null
    const first = (this.#arrived.get(source) ?? 0) + 1
    const last = first + texts.length - 1
    this.#arrived.set(source, last)
    // In a batch of several texts, an outcome's line is the number of its text.
    const all = taken.length === 1 && taken[0] ? taken[0] : { outcomes: numbered(taken, first), table: null }
    const waiting = texts.filter((_, index) => taken[index]?.outcomes.some(isWaiting))
    onTaken(this.batches.add({ from: source, first, last }, all, waiting))
    this.#sayLate(all.outcomes)
    // A response that waits for the facilitator's answer is not on the device yet.
    return taken.map(({ outcomes }) =>
      isKept && !outcomes.some(({ outcome }) => outcome === 'asks') ? { kept: true, outcomes } : NOT_KEPT,
    )
  }

  #sayLate(outcomes: readonly Outcome[]): void {
    const late = outcomes.filter(({ outcome }) => outcome === 'closed').length
    if (late === 0) return
    this.#late += late
    this.tools.live.say(this.tools.speech.texts.close.late(this.#late))
  }

  /**
   * Whether removing a response would hide much of the next view, because an
   * earlier one has that person's answers.
   */
  isInView(entry: string): boolean {
    return this.#counting.has(entry) && this.#inView(entry)
  }

  /** Takes a response out for good, of copies beside it too, also after closing. */
  async remove(entry: string): Promise<void> {
    await this.#copies.takeOut(entry, this.views)
    for (const collection of this.#connected) collection.retract?.(entry)
  }

  /** Finds the response that a text names, to take it out. */
  find(text: string): FoundResponse {
    const { kept, setting } = this
    return kept && setting ? findResponse(kept, text, setting, rulesOf(kept, this.#drawKey())) : { found: 'nothing' }
  }

  /** Counts a response that was taken out, because the facilitator says so. */
  async letBack(spare: CollectedEntry): Promise<void> {
    await this.#changeOpen((kept) => letBack(kept, spare))
  }

  /** Counts a repeated response as another person's. */
  async countAgain(spare: CollectedEntry): Promise<void> {
    await this.#changeOpen((kept) => ({ ...kept, collected: countAgain(kept.collected, spare) }))
  }

  /** Sets crowds that arrived by themselves aside, or lets them count again. */
  async setAside(numbers: readonly number[], isAside: boolean): Promise<void> {
    await this.#changeOpen((kept) => setCrowdsAside(kept, numbers, isAside))
  }

  /** Closes collection, with a snapshot where one may be taken. */
  async close(): Promise<void> {
    this.#late = 0
    await this.#changeOpen(await this.#copies.closeAhead())
    await this.#copies.tellViews(this.views)
  }

  /**
   * Says that the responses at each level are of as many people, although fewer were
   * expected. Where collection is closed, the view that this held back is taken.
   */
  async vouch(): Promise<void> {
    await this.#change((kept) => (kept.closed ? this.#copies.close(vouchFor(kept)) : vouchFor(kept)))
    await this.#copies.tellViews(this.views)
  }

  /** Keeps the steps of the presentation; `null` for the default. */
  async chooseSteps(chosen: readonly ChosenStep[] | null): Promise<void> {
    await this.#change(({ steps: _before, ...kept }) => (chosen === null ? kept : { ...kept, steps: chosen }))
  }

  async reopen(): Promise<void> {
    await this.#change((kept) => ({ ...kept, closed: false }))
  }

  #changeOpen(change: (kept: KeptWorkshop) => KeptWorkshop): Promise<KeptWorkshop | null> {
    return this.#change((kept) => (kept.closed ? null : change(kept)))
  }

  #change(change: (kept: KeptWorkshop) => KeptWorkshop | null): Promise<KeptWorkshop | null> {
    return this.#repository.change(this.id, (before) => before && change(before))
  }

  /** Sixty random bits: unique across tabs, and never used before. */
  #nextId(): string {
    const { drawNumber } = this.tools
    return workshopIdOf(drawNumber()) + workshopIdOf(drawNumber())
  }
}
