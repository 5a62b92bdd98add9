import { browserWait } from '../../adapters/browser-clock.ts'
import { browserRelay } from '../../adapters/browser-relay.ts'
import { browserSealing } from '../../adapters/browser-sealing.ts'
import { tabTurns } from '../../adapters/tab-turns.ts'
import { LiveSender } from '../../core/live/live-sender.ts'
import type { Sealing } from '../../core/live/sealing.ts'
import type { SenderTools } from '../../ui/join/live-hand-over.svelte.ts'

let loading: Promise<Sealing> | null = null

/** The sealing, loaded once; again where that failed. */
export function loadSealing(): Promise<Sealing> {
  const own = (loading ??= browserSealing(crypto))
  own.catch(() => {
    if (loading === own) loading = null
  })
  return own
}

/** A participant's way through the relay: its parts, which are loaded for a live workshop alone. */
export const openSender: SenderTools['open'] = (way) =>
  Promise.resolve(
    new LiveSender(
      { relay: browserRelay(location), sealing: loadSealing, wait: browserWait, tabs: tabTurns(window) },
      way,
    ),
  )
