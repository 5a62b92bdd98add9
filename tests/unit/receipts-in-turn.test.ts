import { beforeEach, expect, test } from 'vitest'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import { RelayCollection } from '../../src/core/live/live-collection.ts'
import { ReceiptsInTurn } from '../../src/core/live/receipts-in-turn.ts'
import { LiveSender } from '../../src/core/live/live-sender.ts'
import { envelopeTopic, roomOf } from '../../src/core/live/topics.ts'
import type { RelayConnection } from '../../src/core/ports.ts'
import { BatchedIntake, type Receipt } from '../../src/core/workshop/intake.ts'
import { drawTag } from '../../src/core/workshop/live-room.ts'
import { Hours } from '../fixtures/hours.ts'
import { ScriptedRelay } from '../fixtures/scripted-relay.ts'

/*
 * Many have handed over before the console is opened: it counts them all before it
 * answers more than the first, and forgets nobody.
 */

const sealing = scriptedSealing()
const keys = await sealing.drawKeys()
const room = { publicKey: writeBase64url([...keys.publicKey]), relay: '' }
const privateKey = writeBase64url([...keys.privateKey])
const name = roomOf(keys.publicKey)

const PEOPLE = 12
const AT_ONCE = 3

let drawn = 0
const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)

let relay: ScriptedRelay
let hours: Hours
let counted: Set<string>
let people: LiveSender[]

const tools = () => ({
  relay,
  sealing: () => Promise.resolve(sealing),
  wait: hours.wait,
  draw,
  answeredAtOnce: AT_ONCE,
})

function open(): RelayCollection {
  const collection = new RelayCollection(tools(), { room, privateKey })
  const take = (code: string): Receipt => {
    const isThere = counted.has(code)
    counted.add(code)
    const fate = isThere
      ? ({ outcome: 'already-there', entry: code } as const)
      : ({ outcome: 'taken', entry: code, fitted: null, levelLost: false } as const)
    return { kept: true, outcomes: [{ line: 1, excerpt: '', ...fate }] }
  }
  collection.start(new BatchedIntake(async (codes) => codes.map(take), hours.wait))
  return collection
}

/** A name of one of the shards that are asked for first. */
function earlyTag(): string {
  for (;;) {
    const tag = drawTag(draw)
    if (/\/r\/[0-9]\//.test(envelopeTopic(name, tag))) return tag
  }
}

async function press(): Promise<LiveSender> {
  const sender = new LiveSender(tools(), { room, tag: earlyTag(), keep: () => {} })
  void sender.send('3'.padEnd(60, 'ABCDEFGHJKMNP'[people.length]), 'one', '2026-11-22')
  people.push(sender)
  await hours.pass(300)
  return sender
}

const answered = () => people.filter(({ state }) => state === 'counted').length
const laid = (part: string) => relay.seen.findLastIndex(({ topic }) => topic.startsWith(`ld1/${name}/${part}/`))

/** Lets time pass until all that lay there is counted; the console is still asking for more. */
async function allCounted(collection: RelayCollection): Promise<void> {
  for (let step = 0; counted.size < PEOPLE && step < 100; step++) await hours.pass(50)
  await hours.pass(50)
  expect(collection.status).toEqual({ state: 'connecting' })
  expect(answered()).toBeLessThan(PEOPLE)
}

beforeEach(async () => {
  relay = new ScriptedRelay()
  hours = new Hours()
  counted = new Set()
  people = []
  for (let person = 0; person < PEOPLE; person++) await press()
})

test('the first are told at once, and the others once all are counted', async () => {
  const collection = open()
  await allCounted(collection)
  expect(answered()).toBeGreaterThanOrEqual(AT_ONCE)
  await hours.pass(4000)
  expect(collection.status).toEqual({ state: 'live' })
  expect(answered()).toBe(PEOPLE)
})

test('whoever hands over meanwhile is told at once', async () => {
  const collection = open()
  await hours.pass(1600)
  const late = await press()
  await hours.pass(400)
  expect(collection.status).toEqual({ state: 'connecting' })
  expect(late.state).toBe('counted')
})

test('after a break the others are told all the same', async () => {
  const collection = open()
  await allCounted(collection)
  relay.goDown()
  await hours.pass(5000)
  expect(answered()).toBeLessThan(PEOPLE)
  relay.comeBack()
  await hours.pass(8000)
  expect(answered()).toBe(PEOPLE)
})

test('a console that ends before it has told them tells them at its next opening', async () => {
  const collection = open()
  await allCounted(collection)
  collection.stop()
  await hours.pass(8000)
  expect(answered()).toBeLessThan(PEOPLE)
  open()
  await hours.pass(8000)
  expect(answered()).toBe(PEOPLE)
})

test('closing tells them before it clears what they have sent', async () => {
  const collection = open()
  await allCounted(collection)
  collection.close(true)
  await hours.pass(100)
  expect(answered()).toBe(PEOPLE)
  expect(laid('a')).toBeLessThan(laid('r'))
  await hours.pass(8000)
  expect([...relay.lying.keys()].filter((topic) => topic.startsWith(`ld1/${name}/r/`))).toEqual([])
})

test('a receipt that a relay is slow to keep holds up no other', async () => {
  const inTurn = new ReceiptsInTurn(0)
  let there = 0
  inTurn.ask(true)
  await inTurn.add('slow', () => new Promise(() => {}), true)
  for (let person = 0; person < 500; person++) await inTurn.add(`${person}`, async () => void there++, true)
  expect(there).toBe(0)
  inTurn.ask(false)
  await expect.poll(() => there).toBe(500)
})

test('very many go by several connections, which end after that', async () => {
  let isOpen = 0
  const further = (): RelayConnection => {
    isOpen++
    const own = new ScriptedRelay().connect('', null)
    return { ...own, state: isOpen < 3 ? 'live' : 'connecting', end: () => void isOpen-- }
  }
  const inTurn = new ReceiptsInTurn(0, further)
  const by: (RelayConnection | null)[] = []
  inTurn.ask(true)
  for (let person = 0; person < 1500; person++) await inTurn.add(`${person}`, async (one) => void by.push(one), true)
  expect(isOpen).toBe(0)
  inTurn.ask(false)
  expect(isOpen).toBe(3)
  await expect.poll(() => by.length).toBe(1500)
  expect(new Set(by).size).toBe(3)
  await expect.poll(() => isOpen).toBe(0)
})
