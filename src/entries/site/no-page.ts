import type { Address, Clock, KeyValueStore } from '../../core/ports.ts'

// The adapters of a page while it is prerendered: there is nothing outside.

export const nothingKept: KeyValueStore = {
  read: () => ({ ok: true, value: null }),
  write: () => ({ ok: true, value: null }),
  remove: () => ({ ok: true, value: null }),
  removeAll: () => ({ ok: true, value: null }),
  onChange: () => () => undefined,
}

export const nowhere: Address = {
  fragment: () => '',
  page: () => '',
  go: () => undefined,
  goInstead: () => undefined,
  onMove: () => () => undefined,
}

export const noTime: Clock = { now: () => 0, moment: () => 0, today: () => '' }
