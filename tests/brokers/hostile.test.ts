import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { BOUNDS } from '../../src/relay/bounds.ts'
import { asClient, Connection, newName, newPassword, personIn } from './clients.ts'
import { embedded } from './embedded.ts'
import type { RunningRelay } from './engine.ts'

/** Ends a connection with the test that it was opened in. */
async function here(opening: Promise<Connection>): Promise<Connection> {
  const connection = await opening
  onTestFinished(() => connection.end())
  return connection
}

describe('the embedded relay, asked by somebody hostile', () => {
  let relay: RunningRelay
  const room = newName()
  const password = newPassword()
  const person = personIn(room)
  const join = `ld1/j/${newName()}`
  const asConsole = (name: string, word: string) => Connection.open(relay.address, { username: name, password: word })
  const facilitator = () => here(asConsole(room, password))
  const stranger = () => here(asClient(relay.address, newName()))
  /** A console of another room. */
  const intruder = () => here(asConsole(newName(), newPassword()))

  beforeAll(async () => {
    relay = await embedded.start()
    const desk = await asConsole(room, password)
    const phone = await asClient(relay.address, newName())
    expect(await phone.publish(person.answer, 'sealed')).toBe(true)
    for (const [topic, text] of [
      [person.receipt, 'counted'],
      [`ld1/${room}/l`, 'views'],
      [join, 'invitation'],
    ] as const)
      expect(await desk.publish(topic, text)).toBe(true)
    await Promise.all([desk.end(), phone.end()])
  })
  afterAll(() => relay.stop())

  /** What there is, as the console and the participants of the room find it. */
  async function everything(): Promise<string[]> {
    const desk = await facilitator()
    for (const topic of [person.answer, `ld1/${room}/l`, join]) await desk.subscribe(topic)
    const phone = await stranger()
    await phone.subscribe(person.receipt)
    const texts = () => [...desk.received, ...phone.received].map(({ text }) => text)
    await expect.poll(() => texts().length).toBe(4)
    return texts().toSorted()
  }
  const untouched = ['counted', 'invitation', 'sealed', 'views']

  it('lists nothing to whoever names no topic exactly', async () => {
    const phone = await stranger()
    const desk = await intruder()
    for (const filter of ['#', '+/+', 'ld1/#', `ld1/${room}/#`, `ld1/${room}/a/+`, `ld1/+/a/${person.tag}`, 'ld1/j/+'])
      for (const one of [phone, desk]) expect(await one.subscribe(filter), filter).toBe(false)
    for (const filter of ['$SYS/#', '$SYS/+/new/clients', `ld1/${room}/r/0/+`, person.answer, `ld1/${room}/l`])
      for (const one of [phone, desk]) expect(await one.subscribe(filter), filter).toBe(false)
    // What a refused subscription would have brought comes before this.
    expect(await phone.subscribe(person.receipt)).toBe(true)
    await expect.poll(() => phone.received.map(({ text }) => text)).toEqual(['counted'])
    expect(desk.received).toEqual([])
  })

  it("gives a stranger's console nothing of this room", async () => {
    const desk = await intruder()
    expect(await desk.subscribe(person.receipt)).toBe(false)
    expect(await desk.subscribe(join)).toBe(false)
    for (const topic of [person.receipt, `ld1/${room}/l`, join, person.answer])
      for (const text of ['forged', '']) {
        const one = await intruder()
        expect(await one.publish(topic, text), `${topic} ${text}`).toBe(false)
      }
    expect(await everything()).toEqual(untouched)
  })

  it('ends the connection of a participant who writes what only a console writes, or clears', async () => {
    const { answer } = personIn(room)
    for (const [topic, text] of [
      [person.receipt, 'forged'],
      [`ld1/${room}/l`, 'forged'],
      [join, 'forged'],
      [person.answer, ''],
      [answer, 'x'.repeat(BOUNDS.answerBytes + 1)],
      ['$SYS/x', 'forged'],
      ['anything', 'forged'],
      [Array(50).fill('a').join('/'), 'deep'],
    ] as const) {
      const phone = await stranger()
      expect(await phone.publish(topic, text), topic).toBe(false)
      await phone.closed()
    }
    expect(await everything()).toEqual(untouched)
  })

  it('keeps nothing of a room that no console has claimed, and says so to whoever asks for a receipt', async () => {
    const nobodys = newName()
    const phone = await stranger()
    const { answer, receipt } = personIn(nobodys)
    expect(await phone.subscribe(receipt)).toBe(false)
    expect(await phone.publish(answer, 'sealed')).toBe(false)
    const desk = await here(asConsole(nobodys, newPassword()))
    await desk.subscribe(answer)
    await desk.publish(`ld1/${nobodys}/l`, 'after it')
    await desk.subscribe(`ld1/${nobodys}/l`)
    await expect.poll(() => desk.received.map(({ text }) => text)).toEqual(['after it'])
    expect(await (await stranger()).subscribe(receipt)).toBe(true)
  })

  it('takes no message that it would not keep, or would acknowledge otherwise', async () => {
    for (const how of [{ retain: false }, { qos: 0, retain: true }, { qos: 2 }]) {
      const phone = await stranger()
      await phone.publish(personIn(room).answer, 'sealed', how)
      await phone.closed()
      expect(phone.isClosed).toBe(true)
    }
  })

  it('lets nobody in to a room with another password, or with none', async () => {
    await expect(asConsole(room, newPassword())).rejects.toMatchObject({ code: 5 })
    await expect(asConsole(room, 'short')).rejects.toMatchObject({ code: 4 })
    await expect(asConsole('__proto__', newPassword())).rejects.toMatchObject({ code: 4 })
    const nameless = await here(Connection.open(relay.address, { username: room }))
    expect(await nameless.subscribe(`ld1/${room}/r/0/+`)).toBe(false)
    expect(await everything()).toEqual(untouched)
  })

  it('keeps neither sessions nor last wills, and speaks one version', async () => {
    const will = { topic: person.answer, payload: Buffer.from('will'), qos: 1 as const, retain: true }
    await expect(asClient(relay.address, newName(), { clean: false, clientId: 'stays' })).rejects.toThrow()
    await expect(asClient(relay.address, newName(), { will })).rejects.toThrow()
    await expect(asClient(relay.address, newName(), { protocolVersion: 5 })).rejects.toThrow()
    expect(await everything()).toEqual(untouched)
  })

  it('ends the connection of a participant who floods it, and serves the next', async () => {
    const phone = await stranger()
    const { answer } = personIn(room)
    const sent = await Promise.all(Array.from({ length: 100 }, (_, at) => phone.publish(answer, `${at}`)))
    expect(sent.filter(Boolean).length).toBeLessThanOrEqual(BOUNDS.participantMessages)
    expect(phone.isClosed).toBe(true)
    expect(await (await stranger()).publish(answer, 'calm')).toBe(true)
  })

  it('gives one connection one invitation', async () => {
    const phone = await stranger()
    expect(await phone.subscribe(join)).toBe(true)
    expect(await phone.subscribe(`ld1/j/${newName()}`)).toBe(false)
  })

  it('gives a room few invitations, and takes the place of one that is cleared', async () => {
    const desk = await intruder()
    const joins = Array.from({ length: BOUNDS.joins }, () => `ld1/j/${newName()}`)
    for (const one of joins) expect(await desk.publish(one, 'invitation')).toBe(true)
    expect(await desk.publish(joins[0]!, '')).toBe(true)
    expect(await desk.publish(`ld1/j/${newName()}`, 'invitation')).toBe(true)
    expect(await desk.publish(`ld1/j/${newName()}`, 'invitation')).toBe(false)
  })

  /** A connection that does not speak the protocol, or not to its end. */
  const raw = (
    path = '',
    options: { protocol?: string; origin?: string; headers?: Readonly<Record<string, string>> } = {},
  ) => {
    const { protocol = 'mqtt', ...rest } = options
    const socket = new WebSocket(`${relay.address}${path}`, protocol, rest)
    socket.on('error', () => {})
    onTestFinished(() => socket.terminate())
    return socket
  }
  const ended = (socket: WebSocket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const status = (socket: WebSocket) =>
    new Promise<number | undefined>((resolve, reject) => {
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.once('open', () => reject(new Error('open')))
    })

  it('ends connections that begin with what is no connection', async () => {
    const beginnings = {
      noise: Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      'a length without end': Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0xff]),
      'a message before it says who it is': Buffer.from([0x30, 0x03, 0x00, 0x01, 0x61]),
      'nothing that it may send': Buffer.from([0x00, 0x00]),
      'more than anybody says before being let in': Buffer.alloc(BOUNDS.participantBytes + 1, 0xff),
      'half a word': Buffer.from([0x10, 0x0d, 0, 4, 0x4d]),
      silence: Buffer.alloc(0),
    }
    const closed = Object.entries(beginnings).map(async ([beginning, bytes]) => {
      const socket = raw()
      socket.once('open', () => socket.send(bytes))
      await ended(socket)
      return beginning
    })
    expect(await Promise.all(closed)).toEqual(Object.keys(beginnings))
    expect(await everything()).toEqual(untouched)
  })

  it('ends a connection that sends one message without end', async () => {
    const socket = raw()
    const connect = Buffer.from([0x10, 0x0d, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 60, 0, 1, 0x61])
    // A message of 256 MB, of which there comes as much as is taken.
    const begun = Buffer.from([0x32, 0xff, 0xff, 0xff, 0x7f])
    socket.once('open', () => socket.send(Buffer.concat([connect, begun])))
    socket.once('message', () => {
      for (let sent = 0; sent <= BOUNDS.participantBytes; sent += 8_192) socket.send(Buffer.alloc(8_192))
    })
    await ended(socket)
    expect(await everything()).toEqual(untouched)
  })

  it('answers requests for anything but its protocol, from its own pages, with a status', async () => {
    expect(await status(raw('/more'))).toBe(404)
    expect(await status(raw('', { protocol: 'other' }))).toBe(400)
    expect(await status(raw('', { origin: 'https://elsewhere.example' }))).toBe(403)
    expect(await status(raw('', { origin: 'null' }))).toBe(403)
    const own = raw('', { origin: relay.address.replace('ws', 'http').replace('/live', '') })
    await new Promise((resolve) => own.once('open', resolve))
    expect(own.protocol).toBe('mqtt')
  })

  it('leaves connections for others where one address takes all that it gets', async () => {
    // As a server in front says for whom it asks.
    const from = (address: string) => raw('', { headers: { 'X-Forwarded-For': address } })
    const isLetIn = (socket: WebSocket) =>
      new Promise<boolean>((resolve) => {
        socket.once('open', () => resolve(true))
        socket.once('unexpected-response', () => resolve(false))
      })
    const greedy = Array.from({ length: BOUNDS.connectionsOfOne }, () => from('198.51.100.1'))
    expect(new Set(await Promise.all(greedy.map(isLetIn)))).toEqual(new Set([true]))
    expect(await isLetIn(from('198.51.100.1'))).toBe(false)
    expect(await isLetIn(from('198.51.100.2'))).toBe(true)
    greedy[0]!.terminate()
    await expect.poll(() => isLetIn(from('198.51.100.1'))).toBe(true)
    for (const socket of greedy) socket.terminate()
    expect(await everything()).toEqual(untouched)
  })

  it('begins so many rooms a minute, and lets consoles in to those that there are', async () => {
    const before = performance.now()
    const opened = await Promise.allSettled(
      Array.from({ length: BOUNDS.newRooms + 20 }, () => asConsole(newName(), newPassword())),
    )
    // As many become free again by the minute, some of them while these were asked for.
    const sinceFree = Math.ceil(((performance.now() - before) / 60_000) * BOUNDS.newRooms)
    const codes = opened.map((one) => (one.status === 'rejected' ? (one.reason as { code?: number }).code : 0))
    for (const one of opened) if (one.status === 'fulfilled') await one.value.end()
    expect(codes.filter((code) => code === 0).length).toBeLessThanOrEqual(BOUNDS.newRooms + sinceFree)
    expect(new Set(codes)).toEqual(new Set([0, 3]))
    expect(await everything()).toEqual(untouched)
  })
})
