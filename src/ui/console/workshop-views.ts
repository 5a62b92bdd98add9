import { readRoomView } from '../../core/room/read-room-view.ts'
import type { RoomView } from '../../core/room/room-view.ts'
import { saysDistanceOn, saysMoreOn } from '../../core/room/says-distance.ts'
import { isPast, shownHere, type Snapshot, type ViewFigures } from '../../core/workshop/snapshot.ts'
import { viewsBeside } from '../../core/workshop/views-beside.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import type { ConsoleTools } from './workshop-tools.ts'

/** The figures of a workshop's views. */
export class WorkshopViews {
  readonly #kept: () => KeptWorkshop | undefined
  readonly #keep: (figures: ViewFigures) => Promise<unknown>
  readonly #tools: Pick<ConsoleTools, 'askedBy' | 'statistics'>
  /** Views are worked out one after the other: the latest question to the worker would end the one before. */
  #latest: Promise<unknown> = Promise.resolve()

  /**
   * @param kept gives the workshop as it is now
   * @param keep keeps figures with it
   */
  constructor(
    kept: () => KeptWorkshop | undefined,
    keep: (figures: ViewFigures) => Promise<unknown>,
    tools: Pick<ConsoleTools, 'askedBy' | 'statistics'>,
  ) {
    this.#kept = kept
    this.#keep = keep
    this.#tools = tools
  }

  /**
   * The figures of a view: as they were kept when it was first shown, or worked out and
   * kept now. `null` where they cannot be worked out any more, or the page is left
   * meanwhile. Rejects where working them out fails.
   */
  show(snapshot: Snapshot): Promise<RoomView | null> {
    const turn = this.#latest.then(() => this.#showNow(snapshot.number))
    this.#latest = turn.catch(() => null)
    return turn
  }

  /**
   * The same and, where it says nothing of the distance on a concept, or too little, the earlier view that says more on
   * most; of equals the latest.
   */
  async showBeside(snapshot: Snapshot): Promise<{ view: RoomView; before: RoomView | null } | null> {
    const view = await this.show(snapshot)
    const questionnaire = this.#questionnaire()
    if (!view || !questionnaire) return null
    let [before, most]: [RoomView | null, number] = [null, 0]
    if (saysDistanceOn(view, questionnaire).length === view.distance.concepts.length) return { view, before }
    const earlier = shownHere(this.#kept()?.snapshots ?? []).filter(({ number }) => number < snapshot.number)
    for (const one of earlier) {
      const shown = await this.show(one).catch(() => null)
      const more = shown ? saysMoreOn(shown, view, questionnaire).length : 0
      if (more > 0 && more >= most) [before, most] = [shown, more]
    }
    return { view, before }
  }

  #questionnaire() {
    const kept = this.#kept()
    return kept && Object.values(this.#tools.askedBy(kept)?.parts ?? {})[0]?.questionnaire
  }

  async #showNow(number: number): Promise<RoomView | null> {
    const kept = this.#kept()
    const snapshot = kept?.snapshots.find((one) => one.number === number)
    const questionnaire = this.#questionnaire()
    if (!kept || !snapshot || !questionnaire) return null
    const text = kept.figures?.find((one) => one.snapshot === number)?.text
    const read = text === undefined ? null : readRoomView(text, questionnaire)
    if (read || isPast(snapshot)) return read && { ...read, snapshot: number }
    const { workshop, collected, snapshots } = kept
    const earlier = snapshots.filter((one) => one.number < number)
    const view = await this.#tools.statistics.summarise({
      part: { questionnaire },
      workshop,
      entries: [...collected.entries, ...collected.former],
      snapshots: [...viewsBeside(earlier, snapshot.entries), snapshot],
    })
    if (view) await this.#keep({ snapshot: number, text: JSON.stringify(view) })
    return view
  }
}
