/** Why something could not be kept on the device. */
export type StoreFailure = 'unavailable' | 'full'

export type StoreResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StoreFailure }

/** Keeps short texts on the respondent's device. Every call may fail, and none throws. */
export interface KeyValueStore {
  read(key: string): StoreResult<string | null>
  write(key: string, value: string): StoreResult<null>
  remove(key: string): StoreResult<null>
  /** Removes every key that begins so. */
  removeAll(prefix: string): StoreResult<null>
  /** Calls back when another tab changes the key. Returns what ends that. */
  onChange(key: string, listener: () => void): () => void
}

export interface Clock {
  /** Milliseconds since some fixed moment, never running back. */
  now(): number
  /** Milliseconds since 1970, by which runs are told apart. */
  moment(): number
  /** The day where the respondent is, as 2026-11-22. */
  today(): string
}

/** The page's own address, whose fragment says what is shown and never reaches a server. */
export interface Address {
  /** What follows "#", or nothing. */
  fragment(): string
  /** The page without query and fragment, to which a link's fragment is added. */
  page(): string
  /** Goes to another fragment, so that the browser's Back leads here again. */
  go(fragment: string): void
  /** Calls back when the fragment has changed, however. Returns what ends that. */
  onMove(listener: () => void): () => void
}

/** How something leaves the page, each time by the person's own act. */
export interface Outlet {
  /** @returns whether the text is on the clipboard now. Never throws. */
  copy(text: string): Promise<boolean>
  /** The system's share sheet, where there is one. Never throws. */
  readonly share: ((title: string, link: string) => Promise<void>) | null
  download(name: string, type: string, content: string | Uint8Array): void
  print(): void
}
