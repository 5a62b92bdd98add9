/** What a person is told, once each, about what is kept on the device. */
export type KeptNotice =
  | 'unavailable'
  | 'full'
  | 'unreadable'
  | 'other-version'
  | 'second-tab'
  | 'removed-elsewhere'
  | 'begun-elsewhere'
  | 'not-removed'

/** What a person is told above the screen. */
export type Notice = KeptNotice | 'resumed'
