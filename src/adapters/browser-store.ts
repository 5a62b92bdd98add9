import type { KeyValueStore, StoreFailure, StoreResult } from '../core/ports.ts'
import { removeOfflineCopies } from './remove-offline-copies.ts'

function failureOf(error: unknown): StoreFailure {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable'
}

function attempt<T>(action: () => T): StoreResult<T> {
  try {
    return { ok: true, value: action() }
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}

/** Removes the databases with this prefix too, where the browser lists databases. */
async function removeDatabases({ indexedDB }: Window & typeof globalThis, prefix: string): Promise<void> {
  try {
    const databases = await indexedDB.databases()
    for (const { name } of databases) if (name?.startsWith(prefix)) indexedDB.deleteDatabase(name)
  } catch {
    // Where databases are blocked, nothing is in them.
  }
}

/** Keeps texts in the browser's local storage. Reading the property alone can throw where storage is blocked. */
export function browserStore(browser: Window & typeof globalThis): KeyValueStore {
  return {
    read: (key) => attempt(() => browser.localStorage.getItem(key)),
    write: (key, value) =>
      attempt(() => {
        browser.localStorage.setItem(key, value)
        return null
      }),
    remove: (key) =>
      attempt(() => {
        browser.localStorage.removeItem(key)
        return null
      }),
    removeAll: (prefix) =>
      attempt(() => {
        const { localStorage } = browser
        // Other tabs are told of it by a key that is there for no longer than that.
        try {
          localStorage.setItem(prefix, '')
        } catch {
          // A full storage has no room for it; the removed keys tell them.
        }
        const keys = Array.from({ length: localStorage.length }, (_none, index) => localStorage.key(index))
        for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key)
        void removeDatabases(browser, prefix)
        void removeOfflineCopies(browser, prefix)
        return null
      }),
    onChange(key, listener) {
      // A null key means that everything was cleared.
      const heard = (event: StorageEvent) => {
        if (event.key === key || event.key === null) listener()
      }
      browser.addEventListener('storage', heard)
      return () => browser.removeEventListener('storage', heard)
    },
  }
}
