import type { KeyValueStore } from '../core/ports.ts'

/**
 * Keeps what several parts of one site keep under the same keys apart: every key
 * that begins with `prefix` has the scope behind it. What removes everything
 * under the prefix removes it in every scope.
 */
export function scopedStore(store: KeyValueStore, prefix: string, scope: string): KeyValueStore {
  const scoped = (key: string) => `${prefix}${encodeURIComponent(scope)}.${key.slice(prefix.length)}`
  return {
    read: (key) => store.read(scoped(key)),
    write: (key, value) => store.write(scoped(key), value),
    remove: (key) => store.remove(scoped(key)),
    removeAll: (start) => store.removeAll(start),
    onChange: (key, listener) => store.onChange(scoped(key), listener),
  }
}
