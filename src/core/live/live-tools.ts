import type { Relay } from '../ports.ts'
import type { Sealing } from './sealing.ts'

/** The outside world of both sides of a live room: relay, sealing and time. */
export interface LiveTools {
  readonly relay: Relay
  /** Loaded where it is first needed. */
  readonly sealing: () => Promise<Sealing>
  readonly wait: (milliseconds: number) => Promise<void>
}
