/** The script that answers for the network where there is none, and the list of what there is to keep; both beside the pages. */
export const OFFLINE_WORKER = 'offline-worker.js'
export const OFFLINE_LIST = 'offline.json'

/** What a page needs to open without a network. */
export interface OfflinePage {
  /** The page, relative to its folder. */
  readonly page: string
  /** The script that the page of this release begins with. */
  readonly entry: string
  /** All else that it may ask for. */
  readonly files: readonly string[]
}

/** What a release says of itself, as `offline.json`. */
export interface OfflineList {
  readonly release: string
  /** Those that were built. */
  readonly pages: Readonly<Partial<Record<OfflineSurface, OfflinePage>>>
}

/** The pages that open without a network. */
export type OfflineSurface = 'diagnostic' | 'workshop'

/**
 * What the browser's caches of one site begin with. Sites under several paths of an
 * origin share its caches. A release's name follows.
 *
 * @param folder the path of the site's folder, with a slash at either end
 */
export const cachesOf = (folder: string): string => `leadership-diagnostic.pages ${folder} `
