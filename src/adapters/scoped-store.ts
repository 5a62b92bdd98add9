import type { KeyValueStore } from '../core/ports.ts'

interface Listening {
  /** Whose it is. */
  readonly by: object
  readonly key: string
  readonly listener: () => void
}

/** Browsers tell other tabs of a change, and not other parts of the same page. */
const listening = new Set<Listening>()

/**
 * Keeps what several parts of one site keep under the same keys apart: every key
 * that begins with `prefix` has the scope behind it. What removes everything
 * under the prefix removes it in every scope. Parts of one page that share a
 * scope hear of each other's changes as tabs do.
 */
export function scopedStore(store: KeyValueStore, prefix: string, scope: string): KeyValueStore {
  const self = {}
  const scoped = (key: string) => `${prefix}${encodeURIComponent(scope)}.${key.slice(prefix.length)}`
  const tell = (isMeant: (key: string) => boolean) => {
    for (const { by, key, listener } of listening) if (by !== self && isMeant(key)) listener()
  }
  return {
    read: (key) => store.read(scoped(key)),
    write(key, value) {
      const written = store.write(scoped(key), value)
      if (written.ok) tell((other) => other === scoped(key))
      return written
    },
    remove(key) {
      const removed = store.remove(scoped(key))
      if (removed.ok) tell((other) => other === scoped(key))
      return removed
    },
    removeAll(start) {
      const removed = store.removeAll(start)
      if (removed.ok) tell((other) => other.startsWith(start))
      return removed
    },
    onChange(key, listener) {
      const own: Listening = { by: self, key: scoped(key), listener }
      listening.add(own)
      const unfollow = store.onChange(scoped(key), listener)
      return () => {
        listening.delete(own)
        unfollow()
      }
    },
  }
}
