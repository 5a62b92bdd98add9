import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { askerOf, Askers } from '../../src/relay/askers.ts'
import { BOUNDS } from '../../src/relay/bounds.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  askerOf({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  } as unknown as IncomingMessage)

describe('who asks', () => {
  it.each([
    ['a device in the network', '192.0.2.7', undefined, '192.0.2.7'],
    ['the same in other words', '::ffff:192.0.2.7', undefined, '192.0.2.7'],
    ['a device that names another', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['this machine', '127.0.0.1', undefined, null],
    ['this machine in other words', '::1', undefined, null],
    ['somebody behind the server in front', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['somebody who has named others to it', '127.0.0.1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['a server in front that says nothing', '::ffff:127.0.0.1', ' ', null],
    ['a network of IPv6', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:0'],
    ['the same network', '127.0.0.1', '2001:db8:1:2::9', '2001:db8:1:0'],
    ['another network of the same connection', '2001:db8:1:fe::9', undefined, '2001:db8:1:0'],
    ['the network of the next connection', '2001:db8:1:102::9', undefined, '2001:db8:1:1'],
    ['a network of IPv6 with zeros', '2001:db8::9', undefined, '2001:db8:0:0'],
    ['what is no address', '127.0.0.1', '__proto__', '__proto__'],
  ])('is told apart: %s', (_who, peer, forwarded, asker) => {
    expect(from(peer, forwarded)).toBe(asker)
  })
})

describe('what one address uses', () => {
  it('is fewer connections than there are, and those that end come back', () => {
    const askers = new Askers()
    const open = () => askers.open('192.0.2.7')
    for (let at = 0; at < BOUNDS.connectionsOfOne; at++) expect(open()).toBe(true)
    expect([open(), askers.open('192.0.2.8'), askers.open(null)]).toEqual([false, true, true])
    askers.close('192.0.2.7')
    expect([open(), open()]).toEqual([true, false])
    expect(BOUNDS.connectionsOfOne).toBeLessThan(BOUNDS.connections)
  })

  it('is so many new rooms a day, while others begin theirs', () => {
    const askers = new Askers()
    for (let at = 0; at < BOUNDS.newRoomsOfOne; at++) expect(askers.beginsRoom('192.0.2.7', 0)).toBe(true)
    expect([askers.beginsRoom('192.0.2.7', 60_000), askers.beginsRoom('192.0.2.8', 60_000)]).toEqual([false, true])
    expect(askers.beginsRoom('192.0.2.7', 86_400_000)).toBe(true)
    expect(askers.beginsRoom(null, 60_000)).toBe(true)
  })

  it('is remembered of so many addresses at most', () => {
    const askers = new Askers()
    for (let at = 0; at < BOUNDS.newRoomsOfOne; at++) askers.beginsRoom('192.0.2.7', 0)
    for (let at = 0; at < BOUNDS.askers; at++) askers.beginsRoom(`address ${at}`, 0)
    expect(askers.beginsRoom('192.0.2.7', 0)).toBe(true)
  })
})
