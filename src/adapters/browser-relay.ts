import type { Relay } from '../core/ports.ts'
import { mqttRelay } from './mqtt-relay.ts'

/** Relays as a page reaches them: its own lies beside it, at "live". */
export function browserRelay({ href }: Pick<Location, 'href'>): Relay {
  const own = new URL('live', href)
  own.protocol = own.protocol === 'https:' ? 'wss:' : 'ws:'
  return mqttRelay(own.href, Math.random)
}
