import type { KeyValueStore } from '../../core/ports.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import type { KeptNotice } from '../../core/response/notices.ts'
import { mergeProgress } from '../../core/response/merge-progress.ts'
import { decodeProgress, encodeProgress, type Progress } from '../../core/response/progress.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'

export interface OpenedRun {
  readonly progress: Progress | null
  readonly notices: readonly KeptNotice[]
}

export interface KeepResult {
  /** The present run, merged with what another tab has kept meanwhile. */
  readonly progress: Progress
  /** A notice that was not given before. */
  readonly notice: KeptNotice | undefined
  readonly isKept: boolean
}

/** The key a run is kept under. The page looks up the one outside workshops before the first paint. */
export function keyOf(questionnaire: string, workshop = ''): string {
  return `${OWN_KEYS}run.${questionnaire}${workshop && `.${workshop}`}`
}

/**
 * One run on the device, shared with other tabs. Tabs on the same run merge their
 * answers; of two different runs, the one begun later is kept, and the other goes
 * on in memory. So does a run on a device that cannot keep anything. Each notice is
 * given once.
 */
export class KeptRun {
  readonly #part: TakePart
  readonly #store: KeyValueStore
  readonly #key: string
  readonly #told = new Set<KeptNotice>()
  /** The kept run as this tab last read it, and its text, so that an unchanged one need not be read again. */
  #seen: Progress | null = null
  #seenText: string | null = null
  /** The run that was deleted here, which must not come back from another tab. */
  #discarded: number | null = null

  /**
   * @param workshop the id of the workshop that the run is for; empty for the
   * person's own run, which is kept apart
   */
  constructor(part: TakePart, store: KeyValueStore, workshop = '') {
    this.#part = part
    this.#store = store
    this.#key = keyOf(part.id, workshop)
  }

  open(): OpenedRun {
    const read = this.#store.read(this.#key)
    // A device that cannot keep anything is mentioned only when there is something
    // to keep.
    if (!read.ok || read.value === null) return { progress: null, notices: [] }
    const decoded = decodeProgress(this.#part, read.value)
    if (!decoded.ok)
      return { progress: null, notices: this.#once(this.#isLater(read.value) ? 'later-format' : 'unreadable') }
    this.#saw(decoded.progress, read.value)
    if (decoded.fromVersion !== null) return { progress: decoded.progress, notices: this.#once('other-version') }
    return { progress: decoded.progress, notices: decoded.dropped > 0 ? this.#once('unreadable') : [] }
  }

  /** Keeps a run, unless a later one has replaced it, or one that a later release keeps in its own format. */
  keep(mine: Progress): KeepResult {
    const now = this.#store.read(this.#key)
    if (!now.ok) return { progress: mine, notice: this.#once(now.failure)[0], isKept: false }
    const isAsSeen = now.value === this.#seenText
    if (!isAsSeen && this.#isLater(now.value))
      return { progress: mine, notice: this.#once('later-format')[0], isKept: false }
    const { progress, notice } = isAsSeen
      ? { progress: mine, notice: undefined }
      : this.#reconcile(mine, this.#decode(now.value))
    if (notice === 'begun-elsewhere') return { progress, notice: this.#once(notice)[0], isKept: false }
    const text = encodeProgress(this.#part, progress)
    const written = this.#store.write(this.#key, text)
    if (!written.ok) return { progress, notice: this.#once(written.failure)[0], isKept: false }
    this.#saw(progress, text)
    return { progress, notice: notice && this.#once(notice)[0], isKept: true }
  }

  /** Removes the kept run, or empties it where it cannot be removed. Returns a notice where neither works. */
  discard(empty: Progress): KeptNotice | undefined {
    this.#forget()
    const now = this.#store.read(this.#key)
    if (now.ok && this.#isLater(now.value)) return
    if (this.#store.remove(this.#key).ok || this.#store.write(this.#key, encodeProgress(this.#part, empty)).ok) return
    const read = this.#store.read(this.#key)
    return read.ok && read.value !== null ? this.#once('not-removed')[0] : undefined
  }

  /**
   * Calls back when another tab has kept or removed the run. Returns a function
   * that unsubscribes.
   *
   * @param mine the present run in this tab
   * @param onNothing called when everything on the device was deleted
   */
  onElsewhere(
    mine: () => Progress,
    listener: (change: Pick<KeepResult, 'progress' | 'notice'>) => void,
    onNothing: () => void,
  ): () => void {
    const unhear = this.#store.onChange(OWN_KEYS, () => {
      this.#forget()
      onNothing()
    })
    const unfollow = this.#store.onChange(this.#key, () => {
      const now = this.#store.read(this.#key)
      if (!now.ok || now.value === this.#seenText) return
      const theirs = this.#decode(now.value)
      if (theirs === null) {
        const hadKept = this.#seen !== null
        this.#saw(null, null)
        const notice = this.#isLater(now.value) ? 'later-format' : 'removed-elsewhere'
        if (hadKept) listener({ progress: mine(), notice: this.#once(notice)[0] })
        return
      }
      const { progress, notice } = this.#reconcile(mine(), theirs)
      if (progress.run === theirs.run) {
        this.#saw(theirs, now.value)
        // An answer given here while the other tab kept its run is kept once more.
        if (Object.keys(progress.answers).some((id) => theirs.answers[id] === undefined)) this.keep(progress)
      }
      if (notice) listener({ progress, notice: this.#once(notice)[0] })
    })
    return () => {
      unhear()
      unfollow()
    }
  }

  #forget(): void {
    this.#discarded = this.#seen?.run ?? null
    this.#saw(null, null)
  }

  /** This tab's run reconciled with the kept one, and the notice due, if any. */
  #reconcile(mine: Progress, theirs: Progress | null): { progress: Progress; notice?: KeptNotice } {
    if (theirs === null || theirs.run === null) return { progress: mine }
    if (mine.run === null && theirs.run !== this.#discarded)
      return { progress: { ...mergeProgress(null, mine, theirs), run: theirs.run }, notice: 'second-tab' }
    if (mine.run !== theirs.run)
      return mine.run !== null && theirs.run > mine.run
        ? { progress: mine, notice: 'begun-elsewhere' }
        : { progress: mine }
    return { progress: mergeProgress(this.#seen, mine, theirs), notice: 'second-tab' }
  }

  #saw(progress: Progress | null, text: string | null): void {
    this.#seen = progress
    this.#seenText = text
  }

  #decode(text: string | null): Progress | null {
    if (text === null) return null
    const decoded = decodeProgress(this.#part, text)
    return decoded.ok ? decoded.progress : null
  }

  #isLater(text: string | null): boolean {
    if (text === null) return false
    const decoded = decodeProgress(this.#part, text)
    return !decoded.ok && decoded.issue.code === 'later-format'
  }

  #once(notice: KeptNotice): KeptNotice[] {
    if (this.#told.has(notice)) return []
    this.#told.add(notice)
    return [notice]
  }
}
