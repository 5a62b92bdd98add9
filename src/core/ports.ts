/** Why something could not be kept on the device. */
export type StoreFailure = 'unavailable' | 'full'

export type StoreResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StoreFailure }

/** Keeps short texts on the respondent's device. Every call may fail, and none throws. */
export interface KeyValueStore {
  read(key: string): StoreResult<string | null>
  write(key: string, value: string): StoreResult<null>
  remove(key: string): StoreResult<null>
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
