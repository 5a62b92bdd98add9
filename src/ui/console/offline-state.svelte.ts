import type { OfflineSurface } from '../../core/offline-list.ts'
import type { OfflineCopy } from '../../core/ports.ts'

/** Whether the page opens without a network on this device; `null` until that is known. */
export class OfflineState {
  #isReady = $state.raw<boolean | null>(null)

  /** @param after what comes first: a copy is many files */
  constructor(copy: OfflineCopy, page: OfflineSurface, after: Promise<unknown> = Promise.resolve()) {
    void after.then(() => copy.keep(page)).then((isReady) => (this.#isReady = isReady))
  }

  get isReady(): boolean | null {
    return this.#isReady
  }
}
