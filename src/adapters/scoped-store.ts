import type { KeyValueStore } from '../core/ports.ts'

interface Listening {
  /** The scoped store that listens. */
  readonly by: object
  readonly key: string
  readonly listener: () => void
}

/** Browsers tell other tabs of a change, but not other stores on the same page. */
const listening = new Set<Listening>()

/** Tells all stores of this page that everything under a prefix was removed while nothing could be heard of it. */
export function tellRemoved(prefix: string): void {
  for (const { key, listener } of listening) if (key === prefix) listener()
}

/**
 * Keeps apart the values of several elements of one site that use the same keys:
 * the scope is inserted after the `prefix` of a key. Removing everything with the
 * prefix removes it in every scope. Elements on one page that share a scope are
 * told of each other's changes as tabs are.
 */
export function scopedStore(store: KeyValueStore, prefix: string, scope: string): KeyValueStore {
  const self = {}
  const scoped = (key: string) =>
    key === prefix ? key : `${prefix}${encodeURIComponent(scope)}.${key.slice(prefix.length)}`
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
      if (removed.ok) {
        tell((other) => other === start)
        tell((other) => other !== start && other.startsWith(start))
      }
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
