import { dayInRange } from '../../core/response/numbered-day.ts'
import { closeCollection, closingCollection } from '../../core/room/close-collection.ts'
import { areCopies, boundByCopies, inCopy } from '../../core/workshop/copies.ts'
import { drawIdentityKey } from '../../core/workshop/identity.ts'
import { byPieces } from '../../core/workshop/piecework.ts'
import { viewsWith } from '../../core/workshop/taken-out.ts'
import { withViewsOf } from '../../core/workshop/united-views.ts'
import { withFigures, type KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { nextFrame } from './next-frame.ts'
import { takeOutAhead } from './take-out-ahead.ts'
import type { WorkshopRepository } from './workshop-repository.svelte.ts'
import type { ConsoleTools } from './workshop-tools.ts'
import { WorkshopViews } from './workshop-views.ts'

/** The copies of a workshop that are kept beside it on this device: its views bind them, and theirs bind it. */
export class CopiesHere {
  readonly #kept: () => KeptWorkshop | undefined
  readonly #repository: WorkshopRepository
  readonly #tools: ConsoleTools

  /** @param kept gives the workshop as it is now */
  constructor(kept: () => KeptWorkshop | undefined, repository: WorkshopRepository, tools: ConsoleTools) {
    this.#kept = kept
    this.#repository = repository
    this.#tools = tools
  }

  /** A workshop with the views that copies of it have shown. */
  #bind(kept: KeptWorkshop): KeptWorkshop {
    return boundByCopies(kept, [...this.#repository.all, ...this.#repository.ledgers], this.#drawKey())
  }

  /** A workshop with its collection closed, beside the views that copies of it have shown. */
  close(kept: KeptWorkshop): KeptWorkshop {
    return closeCollection(this.#bind(kept), this.#today)
  }

  /**
   * The change that closes it, worked out ahead of it with pauses: a view of a hundred
   * thousand people takes longer than a frame.
   */
  async closeAhead(): Promise<(now: KeptWorkshop) => KeptWorkshop> {
    const kept = this.#kept()
    const next = kept && (await byPieces(closingCollection(this.#bind(kept), this.#today), nextFrame))
    await nextFrame()
    return (now) => (next && now === kept ? next : this.close(now))
  }

  /**
   * Binds the copies by the views that were shown here, of which they get the figures.
   *
   * @param views those of the workshop itself
   */
  async tellViews(views: WorkshopViews): Promise<void> {
    const closed = this.#kept()
    const last = closed?.snapshots.at(-1)
    if (!closed || !last) return
    const copies = this.#repository.all.filter((other) => areCopies(closed, other))
    if (copies.length === 0) return
    await views.show(last).catch(() => null)
    const kept = this.#kept() ?? closed
    const newKey = this.#drawKey()
    for (const { workshop } of copies)
      await this.#repository.change(workshop.id, (now) => {
        const bound = now && withViewsOf(kept, now, newKey)
        return bound === now ? null : bound
      })
  }

  /**
   * Takes a response out for good, here and of every copy. Of views that were shown with it
   * the figures are kept first: they could not be worked out again.
   *
   * @param views those of the workshop itself
   */
  async takeOut(entry: string, views: WorkshopViews): Promise<void> {
    const kept = this.#kept()
    const own = kept?.collected.entries.find(({ id }) => id === entry)
    if (!kept || !own) return
    const copies = this.#repository.all.filter((other) => areCopies(kept, other))
    await this.#takeOutOf(kept, entry, views)
    for (const copy of copies) {
      const { id } = copy.workshop
      const same = inCopy(own, copy)
      const now = () => this.#repository.find(id)
      const keep: ConstructorParameters<typeof WorkshopViews>[1] = (figures) =>
        this.#repository.change(id, (before) => before && withFigures(before, figures))
      if (same) await this.#takeOutOf(copy, same.id, new WorkshopViews(now, keep, this.#tools))
    }
  }

  async #takeOutOf(kept: KeptWorkshop, entry: string, views: WorkshopViews): Promise<void> {
    const { id } = kept.workshop
    for (const snapshot of viewsWith(kept, entry)) await views.show(snapshot).catch(() => null)
    const takeOut = await takeOutAhead(this.#repository.find(id), entry, this.#drawKey())
    await this.#repository.change(id, (now) => now && takeOut(now))
  }

  get #today(): string {
    return dayInRange(this.#tools.clock.today())
  }

  #drawKey(): string {
    return drawIdentityKey(this.#tools.drawNumber)
  }
}
