import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, it, type TestContext } from 'vitest'
import { readBase64url } from '../../src/core/codes/base64url.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { envelopeTopic, receiptTopic } from '../../src/core/live/topics.ts'
import { readWorkshopFile } from '../../src/core/workshop/workshop-file.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { asClient, insist, newName } from './clients.ts'
import { freePort, type RunningRelay } from './engine.ts'
import { engines } from './engines.ts'
import { drawRoom, Facilitator, Phone, toolsFor } from './live-room.ts'

/*
 * What a live room must survive, through relays in processes of their own, by the code
 * of the pages. Its browser is in tests/e2e, and every order of events in the model.
 */

const SOON = { timeout: 30_000, interval: 20 }
const bytesOf = (text: string) => Buffer.from(readBase64url(text) ?? [])

/** A room at a relay: its keys, its facilitator, and phones by their numbers. */
async function roomAt(address: string, { expect, onTestFinished }: TestContext, patience = 1) {
  const tools = toolsFor(patience)
  const keys = await drawRoom(address)
  const desk = new Facilitator(tools, keys)
  const phones: Phone[] = []
  onTestFinished(() => {
    desk.close()
    for (const phone of phones) phone.close()
  })
  const phone = (number: number) => {
    const one = new Phone(tools, keys, number)
    phones.push(one)
    return one
  }
  const open = async () => {
    desk.open()
    await expect.poll(() => desk.isLive, SOON).toBe(true)
  }
  const becomes = (of: Phone, state: string) => expect.poll(() => of.page?.state, SOON).toBe(state)
  return { tools, keys, desk, phone, open, becomes }
}

/** The same, open, with one person who is counted. */
async function roomWithOne(address: string, context: TestContext) {
  const room = await roomAt(address, context)
  await room.open()
  const ann = room.phone(1)
  await ann.press()
  await room.becomes(ann, 'counted')
  return { ...room, ann }
}

describe.each(engines)('a live room through $name', ({ start }) => {
  let relay: RunningRelay
  beforeAll(async () => {
    relay = await start()
  })
  afterAll(() => relay.stop())

  it.concurrent('has answers that waited for the facilitator, whose participant had closed the page', async (context) => {
    const { expect } = context
    const { desk, phone, open, becomes } = await roomAt(relay.address, context)
    // A relay keeps rooms that a console has claimed.
    await open()
    desk.close()
    const ann = phone(1)
    await ann.press()
    await becomes(ann, 'sent')
    ann.close()
    await open()
    await expect.poll(() => desk.people, SOON).toEqual([1])
    expect(ann.sent?.outcome).toBeNull()
    ann.comeBack()
    await becomes(ann, 'counted')
    expect(ann.sent?.outcome).toBe('counted')
  })

  it.concurrent('counts the last answers of a person once, however often and in whatever order they come', async (context) => {
    const { expect, onTestFinished } = context
    const { keys, desk, phone, becomes, ann } = await roomWithOne(relay.address, context)
    const first = ann.sent!
    await ann.press({ revision: 2 })
    await becomes(ann, 'counted')
    const topic = envelopeTopic(keys.name, ann.tag)
    const late = await insist(() => asClient(relay.address, ann.tag))
    onTestFinished(() => late.end())
    for (const { envelope } of [ann.sent!, first, first, ann.sent!])
      expect(await late.publish(topic, bytesOf(envelope))).toBe(true)
    const bo = phone(2)
    await bo.press()
    await becomes(bo, 'counted')
    expect(desk.kept.collected.entries.map(({ revision }) => revision).toSorted()).toEqual([1, 2])
    expect(desk.people).toEqual([1, 2])
  })

  it.concurrent('counts no envelope that was moved, cut or made up, and says how many it cannot open', async (context) => {
    const { expect, onTestFinished } = context
    const { keys, desk, ann } = await roomWithOne(relay.address, context)
    const own = bytesOf(ann.sent!.envelope)
    for (const payload of [own, own.subarray(0, 90), Buffer.alloc(178, 1)]) {
      const tag = newName()
      const other = await insist(() => asClient(relay.address, tag))
      onTestFinished(() => other.end())
      expect(await other.publish(envelopeTopic(keys.name, tag), payload)).toBe(true)
    }
    await expect.poll(() => desk.console?.unreadable, SOON).toBe(3)
    expect(desk.people).toEqual([1])
  })

  it.concurrent('believes no receipt but the facilitator’s', async (context) => {
    const { expect, onTestFinished } = context
    const { keys, desk, phone, open, becomes } = await roomAt(relay.address, context)
    await open()
    desk.close()
    const ann = phone(1)
    await ann.press()
    await becomes(ann, 'sent')
    const forger = await insist(() => asClient(relay.address, newName()))
    onTestFinished(() => forger.end())
    await forger.publish(receiptTopic(keys.name, ann.tag), Buffer.from([1, 0, ...Array.from({ length: 32 }, () => 7)]))
    ann.close()
    ann.comeBack()
    await becomes(ann, 'sent')
    expect(ann.sent?.outcome).toBeNull()
    await open()
    await becomes(ann, 'counted')
  })

  it.concurrent('answers for nothing that the device has not kept, and takes it in when it has', async (context) => {
    const { expect } = context
    const { desk, phone, open, becomes } = await roomAt(relay.address, context)
    await open()
    desk.canKeep = false
    const ann = phone(1)
    await ann.press()
    await becomes(ann, 'sent')
    // The console ends amid it, and begins on what the device has.
    desk.close()
    desk.canKeep = true
    expect([desk.people, ann.sent?.outcome]).toEqual([[], null])
    await open()
    await becomes(ann, 'counted')
    expect(desk.people).toEqual([1])
  })

  it.concurrent('goes on with a second device that has the workshop’s file', async (context) => {
    const { expect, onTestFinished } = context
    const { tools, keys, desk, phone, open, becomes } = await roomAt(relay.address, context)
    await open()
    const [ann, bo] = [phone(1), phone(2)]
    await ann.press()
    await becomes(ann, 'counted')
    const read = readWorkshopFile(writeWorkshopFile(desk.kept))
    if (!read.ok) throw new Error(read.issue.code)
    desk.close()
    await bo.press()
    await becomes(bo, 'sent')
    const second = new Facilitator(tools, keys, read.kept)
    onTestFinished(() => second.close())
    second.open()
    await becomes(bo, 'counted')
    await expect.poll(() => second.people, SOON).toEqual([1, 2])
  })

  it.concurrent('tells whoever counts on one device so, where another has closed', async (context) => {
    const { expect, onTestFinished } = context
    const { tools, keys, desk, phone, open, becomes } = await roomAt(relay.address, context)
    const closed = new Facilitator(tools, keys, { closed: true })
    onTestFinished(() => closed.close())
    closed.open()
    closed.console?.close(true)
    await expect.poll(() => closed.isLive, SOON).toBe(true)
    await open()
    const people = [phone(1), phone(2), phone(3)]
    await Promise.all(people.map((one) => one.press()))
    for (const one of people) await becomes(one, 'counted')
    // The other device comes to it once more, alone, and what lies there is read again.
    desk.close()
    closed.close()
    closed.open()
    closed.console?.close(true)
    await expect.poll(() => closed.isLive, SOON).toBe(true)
    for (const one of people) {
      one.close()
      one.sent = { ...one.sent!, outcome: null }
      one.comeBack()
      await becomes(one, 'counted')
    }
    const late = phone(4)
    await late.press()
    await becomes(late, 'closed')
  })

  it.concurrent('tells whoever was counted so, where another has closed before the first could say so', async (context) => {
    const { expect, onTestFinished } = context
    const { tools, keys, desk, phone, open, becomes } = await roomAt(relay.address, context)
    const closed = new Facilitator(tools, keys, { closed: true })
    onTestFinished(() => closed.close())
    await open()
    desk.diesNext = true
    const ann = phone(1)
    await ann.press()
    await expect.poll(() => desk.console, SOON).toBe(null)
    closed.open()
    closed.console?.close(true)
    await becomes(ann, 'closed')
    await open()
    ann.close()
    ann.comeBack()
    await becomes(ann, 'counted')
    expect([desk.people, closed.people]).toEqual([[1], []])
  })

  it.concurrent('says to whoever answered under other promises, or after closing, that it does not count', async (context) => {
    const { expect } = context
    const { desk, phone, open, becomes } = await roomAt(relay.address, context)
    await open()
    const [doctored, late] = [phone(1), phone(2)]
    await doctored.press({ promises: '0123456789' })
    await becomes(doctored, 'other-terms')
    desk.kept = { ...desk.kept, closed: true }
    desk.console?.close(true)
    await late.press()
    await becomes(late, 'closed')
    expect(desk.people).toEqual([])
  })

  it.concurrent('keeps everybody beside 500 invented answers, and shows nothing before the facilitator has looked', async (context) => {
    const { expect } = context
    const { desk, phone, open, becomes } = await roomAt(relay.address, context)
    desk.kept = { ...desk.kept, expected: [4, 4, 4] }
    await open()
    const people = Array.from({ length: 12 }, (_, at) => phone(at))
    await Promise.all(people.map((one) => one.press()))
    for (const one of people) await becomes(one, 'counted')
    const invented = Array.from({ length: 500 }, (_, at) => phone(1_000 + at))
    for (let from = 0; from < invented.length; from += 50) {
      const some = invented.slice(from, from + 50)
      await Promise.all(some.map((one) => one.press()))
      for (const one of some) await becomes(one, 'counted')
      for (const one of some) one.close()
    }
    expect(desk.people).toEqual([...people, ...invented].map(({ number }) => number))
    expect(decideSnapshot(desk.kept)).toMatchObject({ ok: false, why: 'more-than-expected' })
  })
})

describe.each(engines)('an outage of $name', ({ start }) => {
  it.concurrent(
    'has everybody in who pressed while there was no relay, and nobody presses again',
    { timeout: 180_000 },
    async (context) => {
      const relay = await start()
      context.onTestFinished(() => relay.stop())
      const { expect } = context
      const { desk, phone, open, becomes } = await roomAt(relay.address, context)
      await open()
      const early = phone(0)
      await early.press()
      await becomes(early, 'counted')
      const people = Array.from({ length: 20 }, (_, at) => phone(1 + at))
      await relay.restart(async () => {
        await Promise.all(people.map((one) => one.press()))
        expect(people.map(({ page }) => page?.state)).toEqual(people.map(() => 'sending'))
        // One has the page closed when the relay returns.
        people[0]!.close()
      })
      for (const one of people.slice(1)) await expect.poll(() => one.page?.state, { timeout: 60_000 }).toBe('counted')
      people[0]!.comeBack()
      await becomes(people[0]!, 'counted')
      expect(desk.people).toEqual([early, ...people].map(({ number }) => number))
    },
  )
})

it.concurrent('says that it takes long where a venue lets no WebSocket through', async (context) => {
  const { expect, onTestFinished } = context
  const port = await freePort()
  const venue = createServer((_request, response) => response.writeHead(403).end()).listen(port, '127.0.0.1')
  await once(venue, 'listening')
  onTestFinished(() => void venue.close())
  const { phone, becomes } = await roomAt(`ws://127.0.0.1:${port}/live`, context, 0.1)
  const ann = phone(1)
  await ann.press()
  await becomes(ann, 'slow')
  expect(ann.sent?.outcome).toBeNull()
})
