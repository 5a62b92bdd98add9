import type { KeyValueStore } from '../../core/ports.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import { mergeProgress } from '../../core/response/merge-progress.ts'
import { decodeProgress, encodeProgress, type Progress } from '../../core/response/progress.ts'

/** What a person is told, once each, about what is kept on the device. */
export type KeptNotice = 'unavailable' | 'full' | 'unreadable' | 'other-version' | 'second-tab' | 'removed-elsewhere'

export interface OpenedRun {
  readonly progress: Progress | null
  readonly notices: readonly KeptNotice[]
}

export interface ChangedElsewhere {
  /** What to tell, unless it was told before. */
  readonly notice: KeptNotice | undefined
  readonly base: Progress | null
  readonly theirs: Progress | null
}

/** The key a run is kept under. The page looks it up before the first paint. */
export function keyOf(questionnaire: string): string {
  return `leadership-diagnostic.run.${questionnaire}`
}

/**
 * One run on the device, shared with other tabs. Each notice is given once;
 * when nothing can be kept, the run goes on in memory.
 */
export class KeptRun {
  readonly #part: TakePart
  readonly #store: KeyValueStore
  readonly #key: string
  readonly #told = new Set<KeptNotice>()
  /** The kept text as this tab last saw it. */
  #seen: string | null = null

  constructor(part: TakePart, store: KeyValueStore) {
    this.#part = part
    this.#store = store
    this.#key = keyOf(part.id)
  }

  open(): OpenedRun {
    const read = this.#store.read(this.#key)
    // A device that cannot keep anything is mentioned when there is something to keep.
    if (!read.ok || read.value === null) return { progress: null, notices: [] }
    const decoded = decodeProgress(this.#part, read.value)
    if (!decoded.ok) return { progress: null, notices: this.#once('unreadable') }
    this.#seen = read.value
    if (decoded.fromVersion !== null) return { progress: decoded.progress, notices: this.#once('other-version') }
    return { progress: decoded.progress, notices: decoded.dropped > 0 ? this.#once('unreadable') : [] }
  }

  /** Keeps a run, together with what another tab has kept meanwhile, and returns the two as one. */
  keep(mine: Progress): { progress: Progress; notice: KeptNotice | undefined; isKept: boolean } {
    const now = this.#store.read(this.#key)
    if (!now.ok) return { progress: mine, notice: this.#once(now.failure)[0], isKept: false }
    const theirs = now.value === null || now.value === this.#seen ? null : this.#decode(now.value)
    const progress = theirs ? mergeProgress(this.#decode(this.#seen), mine, theirs) : mine
    const text = encodeProgress(this.#part, progress)
    const written = this.#store.write(this.#key, text)
    if (!written.ok) return { progress, notice: this.#once(written.failure)[0], isKept: false }
    this.#seen = text
    return { progress, notice: theirs ? this.#once('second-tab')[0] : undefined, isKept: true }
  }

  /** Removes the kept run. */
  discard(): void {
    this.#store.remove(this.#key)
    this.#seen = null
  }

  /** Calls back when another tab has kept or removed the run. */
  onElsewhere(listener: (change: ChangedElsewhere) => void): () => void {
    return this.#store.onChange(this.#key, () => {
      const now = this.#store.read(this.#key)
      if (!now.ok || now.value === this.#seen) return
      const base = this.#decode(this.#seen)
      const theirs = this.#decode(now.value)
      this.#seen = now.value
      const [notice] = this.#once(theirs ? 'second-tab' : 'removed-elsewhere')
      listener({ notice, base, theirs })
    })
  }

  #decode(text: string | null): Progress | null {
    if (text === null) return null
    const decoded = decodeProgress(this.#part, text)
    return decoded.ok ? decoded.progress : null
  }

  #once(notice: KeptNotice): KeptNotice[] {
    if (this.#told.has(notice)) return []
    this.#told.add(notice)
    return [notice]
  }
}
