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

describe.each(engines)('$name', (engine) => {
  let relay: RunningRelay
  const room = newName()
  const password = newPassword()
  const facilitator = () => here(asConsole(relay.address, room, password))
  const someone = (name = newName()) => here(asClient(relay.address, name))

  beforeAll(async () => {
    relay = await engine.start()
    await (await asConsole(relay.address, room, password)).end()
  })
  afterAll(() => relay.stop())

  it('keeps the last answer of each person for a console that comes later', async () => {
    const people = Array.from({ length: 12 }, () => personIn(room))
    for (const { answer, tag } of people) {
      const phone = await someone(tag)
      expect(await phone.publish(answer, `first of ${tag}`)).toBe(true)
      expect(await phone.publish(answer, `last of ${tag}`)).toBe(true)
    }
    const desk = await facilitator()
    for (const shard of SHARDS) expect(await desk.subscribe(`ld1/${room}/r/${shard}/+`)).toBe(true)
    await expect.poll(() => desk.received.length).toBe(people.length)
    expect(desk.received.map(({ text }) => text).toSorted()).toEqual(
      people.map(({ tag }) => `last of ${tag}`).toSorted(),
    )
    expect(desk.received.every(({ isRetained }) => isRetained)).toBe(true)
  })

  it('brings an answer to a console that is there, and the receipt to the phone', async () => {
    const { answer, receipt, tag } = personIn(room)
    const desk = await facilitator()
    for (const shard of SHARDS) await desk.subscribe(`ld1/${room}/r/${shard}/+`)
    const phone = await someone(tag)
    expect(await phone.subscribe(receipt)).toBe(true)
    expect(await phone.publish(answer, 'sealed')).toBe(true)
    await expect.poll(() => desk.received.some(({ topic }) => topic === answer)).toBe(true)
    expect(await desk.publish(receipt, 'counted')).toBe(true)
    await expect.poll(() => phone.received.map(({ text }) => text)).toEqual(['counted'])
    const later = await someone(tag)
    await later.subscribe(receipt)
    await expect.poll(() => later.received).toEqual([{ topic: receipt, text: 'counted', isRetained: true }])
  })

  it('clears an answer for good', async () => {
    const { answer, tag } = personIn(room)
    const phone = await someone(tag)
    await phone.publish(answer, 'sealed')
    const desk = await facilitator()
    expect(await desk.publish(answer, '')).toBe(true)
    const again = await facilitator()
    await again.subscribe(answer)
    await again.publish(`ld1/${room}/l`, 'after it')
    await again.subscribe(`ld1/${room}/l`)
    await expect.poll(() => again.received.map(({ text }) => text)).toEqual(['after it'])
  })

  it('keeps a ledger of 500,000 bytes, and an invitation of 2,048', async () => {
    const desk = await facilitator()
    const ledger = 'v'.repeat(500_000)
    const invitation = 'i'.repeat(2_048)
    const name = newName()
    const join = `ld1/j/${name}`
    expect(await desk.publish(`ld1/${room}/l`, ledger)).toBe(true)
    expect(await desk.publish(join, invitation)).toBe(true)
    const again = await facilitator()
    await again.subscribe(`ld1/${room}/l`)
    // Mosquitto takes its time for one that is long.
    await expect
      .poll(() => again.received.map(({ text }) => text === ledger), { timeout: 60_000, interval: 100 })
      .toEqual([true])
    const phone = await someone(name)
    await phone.subscribe(join)
    await expect.poll(() => phone.received.map(({ text }) => text)).toEqual([invitation])
  })
})
