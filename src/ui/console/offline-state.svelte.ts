import type { OfflineSurface } from '../../core/offline-list.ts'
import type { OfflineCopy } from '../../core/ports.ts'

/** Whether the page opens without a network on this device; `null` until that is known. */
export class OfflineState {
  #isReady = $state.raw<boolean | null>(null)

  constructor(copy: OfflineCopy, page: OfflineSurface) {
    void copy.keep(page).then((isReady) => (this.#isReady = isReady))
  }

  get isReady(): boolean | null {
    return this.#isReady
  }
}
