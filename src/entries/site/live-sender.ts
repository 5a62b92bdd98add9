import { browserWait } from '../../adapters/browser-clock.ts'
import { browserRelay } from '../../adapters/browser-relay.ts'
import { browserSealing } from '../../adapters/browser-sealing.ts'
import { LiveSender } from '../../core/live/live-sender.ts'
import type { OpenSender } from '../../ui/join/live-hand-over.svelte.ts'

/** A participant's way through the relay: its parts, which are loaded for a live workshop alone. */
export const openSender: OpenSender = async (way) => {
  const sealing = browserSealing(crypto)
  return new LiveSender({ relay: browserRelay(location), sealing: () => sealing, wait: browserWait }, way)
}
