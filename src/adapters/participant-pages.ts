import type { ParticipantPages } from '../core/ports.ts'

const THIS_DEVICE = /^(localhost|127(\.\d+){3}|\[::1\])$/

/**
 * Works out where participants are sent: to the page beside the console, or, where
 * that address means each device itself, to those under which the server says that
 * others reach it.
 *
 * @param told the addresses that the server wrote into the page, parted by spaces
 */
export function participantPages(location: Pick<Location, 'href' | 'hostname'>, told: string | null): ParticipantPages {
  const here = new URL('.', location.href).href
  if (!THIS_DEVICE.test(location.hostname)) return { all: [here], reach: 'others' }
  const others = (told ?? '').split(' ').filter(Boolean)
  return others.length > 0 ? { all: others, reach: 'others' } : { all: [here], reach: 'this-device' }
}
