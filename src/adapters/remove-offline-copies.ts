import { OFFLINE_WORKER } from '../core/offline-list.ts'

let removals = 0

/** How often this page has removed the copies. One that was begun before is not to come back. */
export const timesRemoved = (): number => removals

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
