import { OFFLINE_WORKER } from '../core/offline-list.ts'

let removals = 0

/** Whether everything was removed since. */
export interface Removal {
  isHeard(): boolean
  end(): void
}

/**
 * Hears whether the copies with this prefix are removed from now on, on this page or in
 * another tab. One that was begun before is not to come back.
 */
export function hearRemoval(browser: Window, prefix: string): Removal {
  const before = removals
  let isElsewhere = false
  // The other tab's key is the beginning of every name that is removed; null where all storage was cleared.
  const heard = ({ key }: StorageEvent) => {
    if (key === null || (key !== '' && prefix.startsWith(key))) isElsewhere = true
  }
  browser.addEventListener('storage', heard)
  return {
    isHeard: () => isElsewhere || removals !== before,
    end: () => browser.removeEventListener('storage', heard),
  }
}

/**
 * Removes a site's caches with this prefix from the device, and the service worker
 * that serves them. Never throws.
 */
export async function removeOfflineCopies(
  { caches, navigator }: Window & typeof globalThis,
  prefix: string,
): Promise<void> {
  removals++
  try {
    const own = (await caches.keys()).filter((name) => name.startsWith(prefix))
    for (const name of own) await caches.delete(name)
    if (own.length === 0) return
    for (const registration of await navigator.serviceWorker.getRegistrations())
      if (registration.active?.scriptURL.endsWith(`/${OFFLINE_WORKER}`)) await registration.unregister()
  } catch {
    // Where caches are blocked, nothing is in them.
  }
}
