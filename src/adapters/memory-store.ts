import type { KeyValueStore } from '../core/ports.ts'

/**
 * Keeps texts in memory until the page is closed, hidden from other tabs.
 * `removeAll` clears the device's store, too.
 *
 * @param kept where they are kept
 */
export function memoryStore(device: KeyValueStore, kept = new Map<string, string>()): KeyValueStore {
  return {
    read: (key) => ({ ok: true, value: kept.get(key) ?? null }),
    write(key, value) {
      kept.set(key, value)
      return { ok: true, value: null }
    },
    remove(key) {
      kept.delete(key)
      return { ok: true, value: null }
    },
    removeAll(prefix) {
      for (const key of kept.keys()) if (key.startsWith(prefix)) kept.delete(key)
      return device.removeAll(prefix)
    },
    onChange: () => () => undefined,
  }
}
