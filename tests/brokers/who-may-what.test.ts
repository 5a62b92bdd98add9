import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { asClient, asConsole, newName, newPassword, personIn, SHARDS, type Connection } from './clients.ts'
import type { RunningRelay } from './engine.ts'
import { engines } from './engines.ts'

/** Ends a connection with the test that it was opened in. */
async function here(opening: Promise<Connection>): Promise<Connection> {
  const connection = await opening
  onTestFinished(() => connection.end())
  return connection
}

describe.each(engines)('$name, asked by somebody hostile', ({ start, lets, deliversWithin }) => {
  let relay: RunningRelay
  const room = newName()
  const password = newPassword()
  const person = personIn(room)
  const joinName = newName()
  const join = `ld1/j/${joinName}`

  /** Somebody without the link, who knows no name. */
  const stranger = () => here(asClient(relay.address, newName()))
  /** Somebody with the link, who knows the room's name, and that of nobody in it. */
  const intruder = () => here(asConsole(relay.address, room, newPassword()).catch(stranger))
  const facilitator = () => here(asConsole(relay.address, room, password))

  beforeAll(async () => {
    relay = await start()
    const desk = await asConsole(relay.address, room, password)
    const phone = await asClient(relay.address, person.tag)
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

  /** What somebody gets who asks for filters. */
  async function heard(by: Promise<Connection>, filters: readonly string[]): Promise<string[]> {
    const connection = await by
    for (const filter of filters) await connection.subscribe(filter)
    await new Promise((resolve) => setTimeout(resolve, deliversWithin))
    return [...new Set(connection.received.map(({ text }) => text))].toSorted()
  }

  /** What lies at a topic, for those who may read it; nothing where it is empty. */
  async function lies(topic: string): Promise<string | undefined> {
    const reader = topic === person.receipt ? asClient(relay.address, person.tag) : facilitator()
    return (await heard(reader, [topic]))[0]
  }

  const everything = ['#', '+/#', 'ld1/#', 'ld1/+/r/+/+', 'ld1/+/a/+', 'ld1/+/l', 'ld1/j/+', `ld1/+/a/${person.tag}`]

  const shards = SHARDS.map((shard) => `ld1/${room}/r/${shard}/+`)

  /** Whether somebody can put a message in the place of another, whose topic they know or can list. It is put back. */
  async function replaces(by: () => Promise<Connection>, topic: string, owner: () => Promise<Connection>) {
    const hostile = await by()
    for (const filter of [...everything, ...shards]) await hostile.subscribe(filter)
    const knows = () => !topic.includes(person.tag) || hostile.received.some((one) => one.topic.includes(person.tag))
    await new Promise((resolve) => setTimeout(resolve, deliversWithin))
    if (!knows()) return false
    const before = await lies(topic)
    await hostile.publish(topic, 'forged')
    const after = await lies(topic)
    if (after !== before) await (await owner()).publish(topic, before ?? '')
    return after === 'forged'
  }

  it('lists what it lets a stranger list', async () => {
    expect(await heard(stranger(), everything)).toEqual(
      lets.has('list as a stranger') ? ['counted', 'invitation', 'sealed', 'views'] : [],
    )
  })

  it('keeps its own affairs to itself', async () => {
    const inner = ['$SYS/#', '$JS/#', '$JS/API/#', '$MQTT/#', '$MQTT/sub/+', '$MQTT/msgs/#', '$share/x/ld1/#']
    const asking = stranger()
    const waiting = heard(asking, inner)
    const desk = await facilitator()
    for (const shard of shards) await desk.subscribe(shard)
    expect(await waiting).toEqual([])
    for (const topic of ['$JS/API/STREAM/DELETE/$MQTT_rmsgs', '$JS/API/STREAM/PURGE/$MQTT_rmsgs', '$SYS/x'])
      await (await stranger()).publish(topic, '{}', { retain: false })
    await relay.restart()
    expect(await lies(person.answer)).toBe('sealed')
  })

  it('lists the answers of a room to whoever it lets have them with the link', async () => {
    expect(await heard(intruder(), shards)).toEqual(lets.has('list a room with its link') ? ['sealed'] : [])
  })

  it('lets others write and clear what it cannot tell apart', async () => {
    const phone = () => here(asClient(relay.address, person.tag))
    const may = lets.has('replace in a room with its link')
    expect(await replaces(intruder, person.answer, phone)).toBe(may)
    expect(await replaces(intruder, person.receipt, facilitator)).toBe(may)
    expect(await replaces(intruder, `ld1/${room}/l`, facilitator)).toBe(may)
  })

  it('lets strangers write and clear what it cannot tell apart', async () => {
    const phone = () => here(asClient(relay.address, person.tag))
    const may = lets.has('replace as a stranger')
    expect(await replaces(stranger, person.answer, phone)).toBe(may)
    expect(await replaces(stranger, person.receipt, facilitator)).toBe(may)
    expect(await replaces(stranger, `ld1/${room}/l`, facilitator)).toBe(may)
  })

  it('keeps nothing elsewhere, and in rooms of nobody where it cannot tell', async () => {
    await (await stranger()).publish('anything', 'kept')
    await (await stranger()).publish('ld1/anything', 'kept')
    const nobodys = personIn(newName())
    await (await here(asClient(relay.address, nobodys.tag))).publish(nobodys.answer, 'kept')
    const desk = asConsole(relay.address, nobodys.answer.split('/')[1]!, newPassword())
    expect(await heard(here(desk), ['anything', 'ld1/anything', nobodys.answer])).toEqual(
      lets.has('keep for nobody') ? ['kept'] : [],
    )
  })
})
