import { beforeEach, describe, expect, test } from 'vitest'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import { clearRoom } from '../../src/core/live/clear-room.ts'
import { LiveSender } from '../../src/core/live/live-sender.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import type { SentCode } from '../../src/core/workshop/sent-code.ts'
import { RelayCollection, type RoomAccess } from '../../src/core/live/live-collection.ts'
import { writeReceipt } from '../../src/core/live/receipt.ts'
import { envelopeTopic, receiptTopic, roomOf } from '../../src/core/live/topics.ts'
import { BatchedIntake, type Intake, type Receipt } from '../../src/core/workshop/intake.ts'
import { drawTag, type LiveRoom } from '../../src/core/workshop/live-room.ts'
import { Hours } from '../fixtures/hours.ts'
import { ScriptedRelay } from '../fixtures/scripted-relay.ts'

const sealing = scriptedSealing()
const keys = await sealing.drawKeys()
const room: LiveRoom = { publicKey: writeBase64url([...keys.publicKey]), relay: '' }
const name = roomOf(keys.publicKey)
const privateKey = writeBase64url([...keys.privateKey])

let drawn = 0
const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)

let relay: ScriptedRelay
let hours: Hours
let taken: string[]
let isKept: boolean
let takenOut: Set<string>

const spare: CollectedEntry = {
  id: 'a',
  participant: 1,
  revision: 1,
  mark: null,
  via: 'code',
  completedOn: null,
  level: null,
  pace: 'usual',
  answers: {},
}

const tools = () => ({ relay, sealing: () => Promise.resolve(sealing), wait: hours.wait, draw })

/** An intake that counts each code once. */
const intake = (): Intake =>
  new BatchedIntake(async (texts) => {
    if (!isKept) return texts.map((): Receipt => ({ kept: false }))
    return texts.map((text): Receipt => {
      if (takenOut.has(text)) return { kept: true, outcomes: [{ line: 1, excerpt: '', outcome: 'taken-out', spare }] }
      const isThere = taken.includes(text)
      if (!isThere) taken.push(text)
      const fate = isThere
        ? ({ outcome: 'already-there', entry: text } as const)
        : ({ outcome: 'taken', entry: text, fitted: null, levelLost: false } as const)
      return { kept: true, outcomes: [{ line: 1, excerpt: '', ...fate }] }
    })
  }, hours.wait)

function participant(tag = drawTag(draw)) {
  const kept: SentCode[] = []
  const sender = () => new LiveSender(tools(), { room, tag, keep: (sent) => void kept.push(sent) })
  return { tag, kept, sender: sender(), again: sender }
}

const console = (join: RoomAccess['join'] = null) => new RelayCollection(tools(), { room, privateKey, join })
const isReceipt = (topic: string) => topic.startsWith(`ld1/${name}/a/`)
const CODE = '3'.padEnd(60, 'A')

beforeEach(() => {
  relay = new ScriptedRelay()
  hours = new Hours()
  taken = []
  isKept = true
  takenOut = new Set()
})

describe('a workshop that is deleted', () => {
  test('leaves at the relay its ledger, and nothing of anybody', async () => {
    const [one, other] = [participant(), participant()]
    for (const { sender } of [one, other]) void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    relay.take(`ld1/${name}/l`, Uint8Array.of(1))
    relay.take('ld1/j/place', Uint8Array.of(1))
    const clearing = clearRoom(tools(), { room, privateKey }, 'ld1/j/place')
    await hours.pass(10_000)
    expect(await clearing).toBe(true)
    expect([...relay.lying.keys()]).toEqual([`ld1/${name}/l`])
    expect(relay.accounts.at(-1)).toMatchObject({ room: name })
  })

  test('is deleted all the same where the relay is not reached', async () => {
    relay.goDown()
    const clearing = clearRoom(tools(), { room, privateKey }, null)
    await hours.pass(31_000)
    expect(await clearing).toBe(false)
  })
})

describe('a code that is handed over', () => {
  test('is sealed, sent, taken in and answered', async () => {
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    expect(collection.status).toEqual({ state: 'live' })
    const { sender, kept } = participant()
    const states: string[] = []
    sender.onChange(() => states.push(sender.state))
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    expect(states).toEqual(['sending', 'sent', 'counted'])
    expect(taken).toEqual([CODE])
    expect(kept.at(-1)?.outcome).toBe('counted')
  })

  test('is nowhere at the relay in a readable form', async () => {
    void participant().sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    expect(relay.seen).toHaveLength(1)
    const all = relay.seen.map(({ payload }) => Buffer.from(payload).toString('latin1')).join('')
    expect(all).not.toContain(CODE.slice(0, 6))
    expect(relay.accounts).toEqual([null])
  })

  test('waits for a console that opens later, and says so', async () => {
    const { sender } = participant()
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    expect(sender.state).toBe('sent')
    await hours.pass(5000)
    expect(sender.state).toBe('waits')
    console().start(intake())
    await hours.pass(6000)
    expect(sender.state).toBe('counted')
  })

  test('is answered at the next visit where the page was closed meanwhile, and is not sent again', async () => {
    const one = participant()
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    one.sender.stop()
    console().start(intake())
    await hours.pass(5000)
    const before = relay.seen.length
    const later = one.again()
    later.resume(one.kept.at(-1)!)
    await hours.pass(2000)
    expect(later.state).toBe('counted')
    expect(relay.seen).toHaveLength(before)
  })

  test('is sent by itself once the relay is back, after the way without it was shown', async () => {
    relay.isDown = true
    const { sender } = participant()
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(19_000)
    expect(sender.state).toBe('sending')
    await hours.pass(2000)
    expect(sender.state).toBe('slow')
    expect(relay.seen).toEqual([])
    relay.comeBack()
    await hours.pass(1000)
    expect(sender.state).toBe('sent')
  })

  test('is sent again at the next visit where the relay has lost all it kept', async () => {
    const one = participant()
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    one.sender.stop()
    relay.lying.clear()
    const later = one.again()
    later.resume(one.kept.at(-1)!)
    await hours.pass(2000)
    expect(relay.lying.size).toBe(1)
    const collection = console()
    collection.start(intake())
    await hours.pass(5000)
    expect(later.state).toBe('counted')
    expect(taken).toEqual([CODE])
  })

  test('is answered in every tab of a device, once it is in one', async () => {
    const { sender, kept } = participant()
    relay.goDown()
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    sender.learn({ ...kept.at(-1)!, mark: 'another', outcome: 'counted' })
    sender.learn(kept.at(-1)!)
    expect(sender.state).toBe('sending')
    sender.learn({ ...kept.at(-1)!, outcome: 'counted' })
    expect(sender.state).toBe('counted')
    relay.comeBack()
    await hours.pass(1000)
    expect(relay.seen).toEqual([])
  })

  test('is sent again while the page is open, where a relay has lost the answer', async () => {
    // Of the shard that a console asks for last.
    let tag = drawTag(draw)
    while (!envelopeTopic(name, tag).includes('/r/f/')) tag = drawTag(draw)
    const one = participant(tag)
    console().start(intake())
    await hours.pass(4000)
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(50)
    one.sender.stop()
    await hours.pass(1000)
    expect(taken).toEqual([CODE])
    relay.goDown()
    relay.lying.clear()
    relay.comeBack()
    const later = one.again()
    later.resume(one.kept[0]!)
    await hours.pass(10_000)
    expect(later.state).toBe('waits')
    await hours.pass(20_000)
    expect(later.state).toBe('counted')
  })

  test('is not answered before the device has kept it, and is at the next visit of the console', async () => {
    isKept = false
    const first = console()
    first.start(intake())
    const { sender } = participant()
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(8000)
    expect(sender.state).toBe('waits')
    first.stop()
    isKept = true
    console().start(intake())
    await hours.pass(6000)
    expect(sender.state).toBe('counted')
    expect(taken).toEqual([CODE])
  })

  test('that replaces another is answered for itself', async () => {
    console().start(intake())
    const one = participant()
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(6000)
    expect(one.sender.state).toBe('counted')
    const other = '3'.padEnd(60, 'B')
    void one.sender.send(other, 'two', '2026-11-22')
    await hours.pass(1000)
    expect(one.sender.state).toBe('counted')
    expect(one.kept.at(-1)).toMatchObject({ mark: 'two', outcome: 'counted' })
    expect(taken).toEqual([CODE, other])
  })

  test('is not said to be gone where the relay is: the console goes on when it is back', async () => {
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    relay.goDown()
    expect(collection.status).toEqual({ state: 'failed', failure: 'unreachable' })
    const { sender } = participant()
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    relay.comeBack()
    await hours.pass(5000)
    expect(collection.status).toEqual({ state: 'live' })
    expect(sender.state).toBe('counted')
  })
})

describe('a relay that nobody should trust', () => {
  /** Forty people, of whom the relay treats every message in a way of its own. */
  async function roomWith(treat: ScriptedRelay['deliver']) {
    relay.deliver = treat
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    const people = Array.from({ length: 40 }, (_, index) => ({
      ...participant(),
      code: '3'.padEnd(40, 'C') + String(index).padStart(4, '0'),
    }))
    for (const { sender, code } of people) void sender.send(code, 'one', '2026-11-22')
    await hours.pass(6000)
    return { collection, people }
  }

  test('that repeats every message counts nobody twice', async () => {
    const { people } = await roomWith((message) => [message, message, message])
    expect(taken).toHaveLength(people.length)
    expect(new Set(people.map(({ sender }) => sender.state))).toEqual(new Set(['counted']))
  })

  test('that moves messages to other people gets none of them read', async () => {
    let last = envelopeTopic(name, drawTag(draw))
    const { collection } = await roomWith(({ topic, payload }) => {
      if (isReceipt(topic)) return [{ topic, payload }]
      const moved = { topic: last, payload }
      last = topic
      return [moved]
    })
    expect(taken).toEqual([])
    expect(collection.unreadable).toBeGreaterThan(30)
  })

  test('that drops every second message delays answers, and is found out by the participant', async () => {
    let at = 0
    const { people } = await roomWith((message) => (at++ % 2 ? [] : [message]))
    const states = new Set(people.map(({ sender }) => sender.state))
    expect([...states].toSorted()).toEqual(['counted', 'waits'])
    relay.deliver = (message) => [message]
    for (const { again, kept, sender } of people.filter((one) => one.sender.state === 'waits')) {
      sender.stop()
      again().resume(kept.at(-1)!)
    }
    await hours.pass(3000)
    expect(taken).toHaveLength(people.length)
    expect(people.every(({ kept }) => kept.at(-1)?.outcome === 'counted')).toBe(true)
  })

  test('that changes a sign, cuts, or forges receipts is believed in nothing', async () => {
    const { collection, people } = await roomWith(({ topic, payload }) => {
      if (isReceipt(topic)) return [{ topic, payload: writeReceipt(new Uint8Array(32), topic, 'counted') }]
      const changed = Uint8Array.from(payload)
      changed[100]! ^= 1
      return [
        { topic, payload: changed },
        { topic, payload: payload.slice(0, 90) },
      ]
    })
    expect(taken).toEqual([])
    expect(collection.unreadable).toBe(people.length)
    expect(people.every(({ sender }) => sender.state === 'waits')).toBe(true)
  })

  test('that gives back an earlier answer of somebody leaves the later one counted', async () => {
    console().start(intake())
    await hours.pass(4000)
    const one = participant()
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    const earlier = relay.lying.get(envelopeTopic(name, one.tag))!
    void one.sender.send('3'.padEnd(60, 'B'), 'two', '2026-11-22')
    await hours.pass(1000)
    relay.take(envelopeTopic(name, one.tag), earlier)
    await hours.pass(1000)
    // What counts of one participant number is decided where codes are taken in, by the revision in the code.
    expect(taken).toEqual([CODE, '3'.padEnd(60, 'B')])
    expect(one.sender.state).toBe('counted')
  })

  test('that answers another room with what was sealed for this one gets nothing read', async () => {
    const strange = await sealing.drawKeys()
    const other: LiveRoom = { publicKey: writeBase64url([...strange.publicKey]), relay: '' }
    const sender = new LiveSender(tools(), { room: other, tag: drawTag(draw), keep: () => {} })
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    void sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(500)
    const [sealed] = relay.seen
    relay.take(envelopeTopic(name, drawTag(draw)), sealed!.payload)
    await hours.pass(1000)
    expect(taken).toEqual([])
    expect(collection.unreadable).toBe(1)
  })
})

describe('a console', () => {
  test('shows the relay that the room is its own, by a word that is not its key', async () => {
    console().start(intake())
    await hours.pass(100)
    const [account] = relay.accounts
    expect(account?.room).toBe(name)
    expect(account?.claim).toMatch(/^[\w-]{43}$/)
    expect(account?.claim).not.toBe(privateKey)
  })

  test('takes what lies there once, however often the connection breaks', async () => {
    const people = Array.from({ length: 30 }, () => participant())
    for (const [index, { sender }] of people.entries())
      void sender.send(`3${String(index).padStart(40, '0')}`, 'one', '2026-11-22')
    await hours.pass(500)
    const collection = console()
    collection.start(intake())
    for (let times = 0; times < 3; times++) {
      await hours.pass(1000)
      relay.goDown()
      await hours.pass(100)
      relay.comeBack()
    }
    await hours.pass(8000)
    expect(taken).toHaveLength(30)
    const receipts = relay.seen.filter(({ topic }) => isReceipt(topic))
    expect(receipts).toHaveLength(30)
    expect(people.every(({ sender }) => sender.state === 'counted')).toBe(true)
  })

  test('removes from the relay what it has taken in once collection is closed, and what comes then', async () => {
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    const [one, other] = [participant(), participant()]
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    expect(relay.lying.has(envelopeTopic(name, one.tag))).toBe(true)
    collection.close(true)
    await hours.pass(100)
    expect(relay.lying.has(envelopeTopic(name, one.tag))).toBe(false)
    expect(relay.lying.has(receiptTopic(name, one.tag))).toBe(true)
    void other.sender.send('3'.padEnd(60, 'B'), 'one', '2026-11-22')
    await hours.pass(1000)
    expect(other.sender.state).toBe('counted')
    expect(relay.lying.has(envelopeTopic(name, other.tag))).toBe(false)
  })

  test('tells somebody whose answers are taken out, and removes them from the relay', async () => {
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    const [one, other] = [participant(), participant()]
    void one.sender.send(CODE, 'one', '2026-11-22')
    void other.sender.send('3'.padEnd(60, 'B'), 'one', '2026-11-22')
    await hours.pass(1000)
    takenOut.add(CODE)
    collection.retract(CODE)
    await hours.pass(1000)
    expect(relay.lying.has(envelopeTopic(name, one.tag))).toBe(false)
    expect(relay.lying.has(envelopeTopic(name, other.tag))).toBe(true)
    const later = one.again()
    later.resume({ ...one.kept[0]!, outcome: null })
    await hours.pass(2000)
    expect(later.state).toBe('taken-out')
  })

  test('lays the invitation for those who type its code, as long as answers are collected', async () => {
    const topic = `ld1/j/${'j'.repeat(26)}`
    const collection = console({ seal: () => Promise.resolve({ topic, payload: new Uint8Array(9) }) })
    collection.start(intake())
    await hours.pass(4000)
    expect(relay.lying.get(topic)).toHaveLength(9)
    collection.close(true)
    await hours.pass(100)
    expect(relay.lying.has(topic)).toBe(false)
    collection.close(false)
    await hours.pass(100)
    expect(relay.lying.has(topic)).toBe(true)
  })

  test('reads what another console has left before it says that it is live, and leaves its own', async () => {
    const [one, other] = [console(), console()]
    const heard: string[] = []
    one.start(intake())
    await hours.pass(4000)
    expect(await one.layLedger('two views')).toBe(true)
    other.onLedger((text) => heard.push(`${other.status.state}: ${text}`))
    other.start(intake())
    await hours.pass(4000)
    expect(heard).toEqual(['connecting: two views'])
    one.onLedger((text) => heard.push(text))
    await other.layLedger('three views')
    await hours.pass(100)
    expect(heard).toContain('three views')
    relay.take(`ld1/${name}/l`, new Uint8Array(99))
    await hours.pass(100)
    expect(heard).toHaveLength(3)
  })

  test('removes what nobody can open, so that a room cannot be filled with it, and leaves what is of a later version', async () => {
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    const [junk, later, long] = [drawTag(draw), drawTag(draw), drawTag(draw)].map((tag) => envelopeTopic(name, tag))
    relay.take(junk!, Uint8Array.from([1, 1, ...new Uint8Array(176)]))
    relay.take(later!, Uint8Array.from([2, 1, ...new Uint8Array(176)]))
    relay.take(long!, Uint8Array.from([1, 1, ...new Uint8Array(70_000)]))
    await hours.pass(500)
    expect(collection.unreadable).toBe(3)
    expect([junk, later, long].map((topic) => relay.lying.has(topic!))).toEqual([false, true, false])
  })

  test('asks the workshop anew about what is sent again', async () => {
    console().start(intake())
    await hours.pass(4000)
    const one = participant()
    void one.sender.send(CODE, 'one', '2026-11-22')
    await hours.pass(1000)
    expect(one.sender.state).toBe('counted')
    takenOut.add(CODE)
    relay.take(envelopeTopic(name, one.tag), Uint8Array.from(Buffer.from(one.kept[0]!.envelope, 'base64url')))
    await hours.pass(1000)
    const later = one.again()
    later.resume(one.kept.at(-1)!)
    expect(later.state).toBe('counted')
    await hours.pass(3000)
    expect(later.state).toBe('taken-out')
  })

  test('is live although people keep handing over while it asks', async () => {
    const collection = console()
    collection.start(intake())
    for (let times = 0; times < 60; times++) {
      void participant().sender.send('3'.padEnd(40, 'D') + String(times).padStart(4, '0'), 'one', '2026-11-22')
      await hours.pass(100)
    }
    expect(collection.status).toEqual({ state: 'live' })
  })

  test('leaves empty messages, other topics and other rooms alone', async () => {
    const collection = console()
    collection.start(intake())
    await hours.pass(4000)
    relay.take(envelopeTopic(name, drawTag(draw)), new Uint8Array(0))
    relay.take(receiptTopic(name, drawTag(draw)), new Uint8Array(99))
    await hours.pass(500)
    expect(collection.unreadable).toBe(0)
    expect(taken).toEqual([])
  })
})
