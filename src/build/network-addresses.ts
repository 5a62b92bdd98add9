import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** The meta element in which a served console finds under which addresses other devices reach the site. */
export const NETWORK_ADDRESSES = 'network-addresses'

const EVERYWHERE: readonly string[] = ['0.0.0.0', '::']
const LOOPBACK = /^(127\.|::1$|localhost$)/

/** Whether a server can be asked to listen there: an address of a machine, or every one it has. */
export const isHost = (host: string): boolean => isIP(host) !== 0 || host === 'localhost'

const written = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host)

/** The name under which its own machine reaches a server that listens on `host`: it may listen nowhere else. */
export const nameHere = (host: string): string =>
  EVERYWHERE.includes(host) || LOOPBACK.test(host) ? 'localhost' : written(host)

/**
 * The names under which other devices reach a server that listens on `host`: none
 * where it listens to its own machine alone, else that address, or each IPv4 address
 * that the machine has in a network.
 */
export function namesInNetwork(host: string): string[] {
  if (LOOPBACK.test(host)) return []
  if (!EVERYWHERE.includes(host)) return [written(host)]
  return Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && one.family === 'IPv4' ? [one.address] : []))
}
