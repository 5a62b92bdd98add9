import type { Relay } from '../ports.ts'
import type { Sealing } from './sealing.ts'

/** What both sides of a live room use. */
export interface LiveTools {
  readonly relay: Relay
  /** Loaded where it is first needed. */
  readonly sealing: () => Promise<Sealing>
  readonly wait: (milliseconds: number) => Promise<void>
}
