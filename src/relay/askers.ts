import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { Allowance } from './allowance.ts'
import { BOUNDS } from './bounds.ts'

const DAY = 86_400_000
const OWN_MACHINE = /^(::ffff:)?127\.|^::1$/
const V4_IN_V6 = /^::ffff:(?=\d+\.)/i

/** The first 56 bits of an IPv6 address: whoever has a connection at home has all that begin with them, 256 networks. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const zeros = Array(Math.max(0, 8 - first!.length - last!.length)).fill('0')
  const [one, two, three, four] = [...first!, ...(tail === undefined ? [] : zeros), ...last!]
  return `${one}:${two}:${three}:${Number.parseInt(four ?? '', 16) >>> 8}`
}

/**
 * The asker, as far as one can tell: an address, or of IPv6 its network. `null` for this
 * machine itself, and for a server in front that does not say for whom it asks.
 */
export function askerOf({ headers, socket }: IncomingMessage): string | null {
  const peer = socket.remoteAddress ?? ''
  // The last address in the header is a server's own on this machine; all before it may be anybody's.
  const written = OWN_MACHINE.test(peer) ? String(headers['x-forwarded-for'] ?? '').split(',') : [peer]
  const address = (written.at(-1) ?? '').trim().replace(V4_IN_V6, '')
  if (address === '') return null
  return isIPv6(address) ? networkOf(address) : address
}

/**
 * Counts the use of each asker, so that nobody uses up what all need. A room of phones behind
 * one address stays far below it. Kept in memory alone, and in no log.
 */
export class Askers {
  readonly #connections = new Map<string, number>()
  readonly #newRooms = new Map<string, Allowance>()

  /** Whether one more connection may be opened from there; if so, it counts until `close`. */
  open(asker: string | null): boolean {
    if (asker === null) return true
    const open = this.#connections.get(asker) ?? 0
    if (open >= BOUNDS.connectionsOfOne) return false
    this.#connections.set(asker, open + 1)
    return true
  }

  close(asker: string | null): void {
    if (asker === null) return
    const open = this.#connections.get(asker) ?? 0
    if (open > 1) this.#connections.set(asker, open - 1)
    else this.#connections.delete(asker)
  }

  /** Whether a room may begin from there; if so, it counts. */
  beginsRoom(asker: string | null, now: number): boolean {
    if (asker === null) return true
    const own = this.#newRooms.get(asker) ?? new Allowance(BOUNDS.newRoomsOfOne, now, DAY)
    if (!own.takeIfThere(now)) return false
    // The one that has not begun a room for longest is forgotten first.
    this.#newRooms.delete(asker)
    this.#newRooms.set(asker, own)
    const [longest] = this.#newRooms.keys()
    if (this.#newRooms.size > BOUNDS.askers && longest !== undefined) this.#newRooms.delete(longest)
    return true
  }
}
