import type { IncomingHttpHeaders } from 'node:http'
import type { Plugin } from 'vite'

/** The path of the relay that `npm start` has, beside the pages. */
export const LIVE_PATH = 'live'

/** The meta element in which a served console finds the path of the relay beside it. */
export const LIVE_RELAY_HERE = 'live-relay'

const MOST = 8
const LONGEST = 200

/** Without encryption only this machine is reached: for trying and for tests. */
const OWN_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The fault of a relay's address; `null` for a sound one. */
function faultOf(address: string): string | null {
  if (!URL.canParse(address)) return 'is no address'
  const { protocol, hostname, username, password, search, hash, href } = new URL(address)
  if (protocol !== 'wss:' && !(protocol === 'ws:' && OWN_MACHINE.test(hostname))) return 'does not begin with wss://'
  if (username || password) return 'has a name or password in it'
  if (search || hash) return 'has a part that begins with ? or #'
  // It stands in the policy of the pages, whose parts these signs end.
  if (/[;,'"\s]/.test(href)) return 'has a sign in it that ends a part of a policy'
  return href.length > LONGEST ? `is longer than ${LONGEST} signs` : null
}

/**
 * The relays that a build offers to workshops, of LIVE_RELAY.
 *
 * @param written their addresses, separated by spaces
 * @throws Error with a sentence, where one cannot be used
 */
export function readRelays(written: string | undefined): string[] {
  const addresses = (written ?? '').split(/\s+/).filter(Boolean)
  if (addresses.length > MOST) throw new Error(`LIVE_RELAY names ${addresses.length} relays. Give at most ${MOST}.`)
  for (const address of addresses) {
    const fault = faultOf(address)
    if (fault)
      throw new Error(
        `LIVE_RELAY: "${address}" ${fault}. Give addresses such as wss://relay.example.org/live, separated by spaces.`,
      )
  }
  return [...new Set(addresses.map((address) => new URL(address).href))]
}

const MODULE = 'live-relays'

/**
 * Serves `live-relays`: the relays that this build offers to workshops.
 *
 * @throws Error with a sentence, before anything is built, where one cannot be used
 */
export function liveRelays(): Plugin {
  const code = `export const LIVE_RELAYS = ${JSON.stringify(readRelays(process.env['LIVE_RELAY']))}`
  return {
    name: MODULE,
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? code : null),
  }
}

/** A host as browsers ask for it: a name or address, and a port. */
const HOST = /^([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i

/**
 * A policy with the site's own address for WebSockets written out, as older
 * Safari needs it, which does not count it to 'self'.
 *
 * @returns the policy as it is, where a request does not say under which name it came
 */
export function withOwnSocket(policy: string, asked: IncomingHttpHeaders): string {
  const { host = '' } = asked
  if (!HOST.test(host)) return policy
  const scheme = asked['x-forwarded-proto'] === 'https' ? 'wss' : 'ws'
  return policy.replace("connect-src 'self'", `connect-src 'self' ${scheme}://${host}`)
}
