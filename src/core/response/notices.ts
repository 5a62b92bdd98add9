/** Notices about what is kept on the device, each given once. */
export type KeptNotice =
  | 'unavailable'
  | 'full'
  | 'unreadable'
  | 'later-format'
  | 'other-version'
  | 'second-tab'
  | 'removed-elsewhere'
  | 'begun-elsewhere'
  | 'not-removed'

/** Notices above the screen. */
export type Notice = KeptNotice | 'resumed'
