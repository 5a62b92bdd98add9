import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { StoreFailure, StoreResult, WorkshopStore } from '../core/ports.ts'

interface Workshops extends DBSchema {
  workshops: { key: string; value: string }
}

/** The database and the channel on which tabs tell each other what has changed. */
const NAME = 'leadership-diagnostic.workshops'

function failureOf(error: unknown): StoreFailure {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable'
}

/**
 * Keeps workshops in the browser's database. A change reads and writes within one
 * transaction, and transactions that write wait for each other in every tab.
 */
export function indexedWorkshopStore(browser: Window): WorkshopStore {
  let opened: Promise<IDBPDatabase<Workshops>> | null = null

  function open(): Promise<IDBPDatabase<Workshops>> {
    const opening = openDB<Workshops>(NAME, 1, {
      upgrade: (database) => void database.createObjectStore('workshops'),
      // A later release wants to change the database: it may, and the next call opens it anew.
      blocking(_current, _blocked, event) {
        opened = null
        ;(event.target as IDBDatabase).close()
      },
      terminated: () => (opened = null),
    })
    opening.catch(() => (opened = null))
    return opening
  }

  async function attempt<T>(action: (database: IDBPDatabase<Workshops>) => Promise<T>): Promise<StoreResult<T>> {
    try {
      opened ??= open()
      return { ok: true, value: await action(await opened) }
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }

  const channel = 'BroadcastChannel' in browser ? new BroadcastChannel(NAME) : null
  // A channel reaches this origin alone, and has no target to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (id: string) => channel?.postMessage(id)

  /** Asked once there is something worth keeping: without it, some browsers erase after a week without a visit. */
  let asked = false
  function askToPersist(): void {
    if (asked) return
    asked = true
    browser.navigator.storage?.persist?.().catch(() => undefined)
  }

  return {
    list: () => attempt((database) => database.getAllKeys('workshops')),
    read: (id) => attempt(async (database) => (await database.get('workshops', id)) ?? null),
    async change(id, change) {
      const changed = await attempt(async (database) => {
        const transaction = database.transaction('workshops', 'readwrite', { durability: 'strict' })
        // Where the transaction fails, both promises say so, and only one is waited for at a time.
        transaction.done.catch(() => undefined)
        const after = change((await transaction.store.get(id)) ?? null)
        if (after !== null) await transaction.store.put(after, id)
        await transaction.done
        return after !== null
      })
      if (!changed.ok) return changed
      if (changed.value) {
        tell(id)
        askToPersist()
      }
      return { ok: true, value: null }
    },
    async remove(id) {
      const removed = await attempt(async (database) => {
        await database.delete('workshops', id)
        return null
      })
      if (removed.ok) tell(id)
      return removed
    },
    onChange(listener) {
      const heard = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data)
      }
      channel?.addEventListener('message', heard)
      return () => channel?.removeEventListener('message', heard)
    },
  }
}
