/** The service worker, and the list of the files that it keeps; both beside the pages. */
export const OFFLINE_WORKER = 'offline-worker.js'
export const OFFLINE_LIST = 'offline.json'

/** The files that one page needs to open without a network. */
export interface OfflinePage {
  /** The page's address, relative to its folder. */
  readonly page: string
  /** The entry script that the page loads first. */
  readonly entry: string
  /** Every other file that the page may request. */
  readonly files: readonly string[]
}

/** The content of `offline.json`, one for each release. */
export interface OfflineList {
  readonly release: string
  /** Pages that were not built are missing. */
  readonly pages: Readonly<Partial<Record<OfflineSurface, OfflinePage>>>
}

/** The pages that open without a network. */
export type OfflineSurface = 'diagnostic' | 'workshop'

/**
 * The prefix of the browser's cache names for one site; a release's name follows.
 * Sites under several paths of one origin share its caches.
 *
 * @param folder the path of the site's folder, with a slash at either end
 */
export const cachesOf = (folder: string): string => `leadership-diagnostic.pages ${folder} `
