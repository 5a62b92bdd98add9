import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import { whoIn } from '../../src/core/codes/hand-over-code.ts'
import { RelayCollection } from '../../src/core/live/live-collection.ts'
import { LiveSender } from '../../src/core/live/live-sender.ts'
import { readReceipt, writeReceipt } from '../../src/core/live/receipt.ts'
import { receiptTopic, roomOf, tagIn } from '../../src/core/live/topics.ts'
import { BatchedIntake, type Receipt } from '../../src/core/workshop/intake.ts'
import { drawTag } from '../../src/core/workshop/live-room.ts'
import type { SentCode } from '../../src/core/workshop/sent-code.ts'
import { Hours } from '../fixtures/hours.ts'
import { ScriptedRelay } from '../fixtures/scripted-relay.ts'

/*
 * One workshop that is open on two devices, of which one collects and the other has
 * closed: whoever is counted on one is told so, whatever the other has to say.
 */

const sealing = scriptedSealing()
const keys = await sealing.drawKeys()
const room = { publicKey: writeBase64url([...keys.publicKey]), relay: '' }
const privateKey = writeBase64url([...keys.privateKey])
const name = roomOf(keys.publicKey)

let drawn = 0
const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)

const keyOf = ({ receiptKey }: SentCode) => Uint8Array.from(Buffer.from(receiptKey, 'base64url'))

const PEOPLE = [0, 1, 2]
const codeOf = (number: number) => '3'.padEnd(60, String(number))
/** The codes of the person who has this participant number. */
const codesOf = (participant: number) => PEOPLE.map(codeOf).filter((code) => whoIn(code)?.participant === participant)

class Workshop {
  readonly relay = new ScriptedRelay()
  readonly hours = new Hours()
  /** What the device that collects has. */
  readonly counted = new Set<string>()
  collecting: RelayCollection | null = null
  closed: RelayCollection | null = null
  /** Whether the device that collects dies once it has kept the next answers, before anybody is told. */
  diesNext = false

  get tools() {
    return {
      relay: this.relay,
      sealing: () => Promise.resolve(sealing),
      wait: this.hours.wait,
      draw,
      answeredAtOnce: 1,
    }
  }

  #open(outcomeOf: (code: string) => Receipt, counts: (code: string) => boolean = () => false): RelayCollection {
    const one = new RelayCollection(this.tools, { room, privateKey })
    // A console knows people by their numbers; here a code is one person's alone.
    one.lookUpBy(({ participant }) => (codesOf(participant).some(counts) ? 'already-there' : null))
    one.start(new BatchedIntake(async (codes) => codes.map(outcomeOf), this.hours.wait))
    return one
  }

  collect(): void {
    this.collecting ??= this.#open(
      (code) => {
        const isThere = this.counted.has(code)
        this.counted.add(code)
        if (this.diesNext) this.leave('collecting')
        const fate = isThere
          ? ({ outcome: 'already-there', entry: code } as const)
          : ({ outcome: 'taken', entry: code, fitted: null, levelLost: false } as const)
        return { kept: true, outcomes: [{ line: 1, excerpt: '', ...fate }] }
      },
      (code) => this.counted.has(code),
    )
  }

  openClosed(): void {
    if (this.closed) return
    this.closed = this.#open(() => ({ kept: true, outcomes: [{ line: 1, excerpt: '', outcome: 'closed' }] }))
    this.closed.close(true)
  }

  leave(which: 'collecting' | 'closed'): void {
    this[which]?.stop()
    this[which] = null
    if (which === 'collecting') this.diesNext = false
  }

  person(number = 0) {
    const tag = drawTag(draw)
    const code = codeOf(number)
    let sent: SentCode | null = null
    const sender = () => new LiveSender(this.tools, { room, tag, keep: (kept) => void (sent = kept) })
    let page = sender()
    return {
      code,
      tag,
      get state() {
        return page.state
      },
      get sent() {
        return sent
      },
      press: () => void page.send(code, 'one', '2026-11-22'),
      comeBack: () => {
        page.stop()
        page = sender()
        if (sent) page.resume(sent)
      },
    }
  }
}

let workshop: Workshop
beforeEach(() => {
  workshop = new Workshop()
})

/** Somebody who hands over once the consoles are there, so many milliseconds later. */
async function pressed(later: number) {
  await workshop.hours.pass(4000)
  const person = workshop.person()
  person.press()
  await workshop.hours.pass(later)
  return person
}

describe('a workshop that is open twice, and closed on one device', () => {
  test('counts whom the other counts, whichever was opened first', async () => {
    for (const first of ['collect', 'openClosed'] as const) {
      workshop = new Workshop()
      workshop[first]()
      workshop.collect()
      workshop.openClosed()
      const ann = await pressed(4000)
      expect([first, ann.state]).toEqual([first, 'counted'])
      ann.comeBack()
      await workshop.hours.pass(4000)
      expect([first, ann.state]).toEqual([first, 'counted'])
    }
  })

  test('leaves the word of one that was closed meanwhile, when it is opened again', async () => {
    workshop.collect()
    const ann = await pressed(1000)
    expect(ann.state).toBe('counted')
    workshop.leave('collecting')
    workshop.openClosed()
    await workshop.hours.pass(6000)
    ann.comeBack()
    await workshop.hours.pass(2000)
    expect(ann.state).toBe('counted')
  })

  test('takes back that it was closed, where the other has counted at the same moment', async () => {
    workshop.openClosed()
    const ann = await pressed(2000)
    expect(ann.state).toBe('closed')
    // What the other has said comes here once this one's word is on its way, and is overtaken by it at the relay.
    const place = receiptTopic(name, ann.tag)
    const refusal = workshop.relay.lying.get(place)!
    const counted = writeReceipt(keyOf(ann.sent!), place, 'counted')
    workshop.relay.deliver = ({ topic, payload }) => [counted, payload].map((each) => ({ topic, payload: each }))
    workshop.relay.take(place, refusal)
    workshop.relay.deliver = (message) => [message]
    await workshop.hours.pass(100)
    ann.comeBack()
    await workshop.hours.pass(2000)
    expect(ann.state).toBe('counted')
    const laid = workshop.relay.seen.length
    await workshop.hours.pass(2000)
    expect(workshop.relay.seen).toHaveLength(laid)
  })

  test('takes back that it was closed, where the other had counted and died before it could say so', async () => {
    for (const isOpenMeanwhile of [true, false]) {
      workshop = new Workshop()
      workshop.collect()
      workshop.diesNext = true
      const ann = await pressed(1000)
      expect([ann.state, workshop.counted.size, workshop.collecting]).toEqual(['sent', 1, null])
      workshop.openClosed()
      await workshop.hours.pass(6000)
      expect(ann.state).toBe('closed')
      // No answers lie there any more.
      const lying = () => [...workshop.relay.lying].filter(([topic]) => tagIn(topic, name) !== null)
      expect(lying().map(([, { length }]) => length < 100)).toEqual([true])
      if (!isOpenMeanwhile) workshop.leave('closed')
      workshop.collect()
      await workshop.hours.pass(6000)
      expect(lying()).toEqual([])
      ann.comeBack()
      await workshop.hours.pass(2000)
      expect([isOpenMeanwhile, ann.state]).toEqual([isOpenMeanwhile, 'counted'])
    }
  })

  test('counts nobody later who was told that it was closed', async () => {
    workshop.openClosed()
    const ann = await pressed(2000)
    workshop.collect()
    await workshop.hours.pass(6000)
    ann.comeBack()
    await workshop.hours.pass(2000)
    expect([ann.state, workshop.counted.size]).toEqual(['closed', 0])
  })

  test('says that it is closed where nobody else counts', async () => {
    workshop.openClosed()
    const ann = await pressed(2000)
    expect(ann.state).toBe('closed')
    // Nor does a receipt count that no console has made.
    workshop.relay.take(receiptTopic(name, ann.tag), Uint8Array.of(1, 0, ...Array(32).fill(7)))
    await workshop.hours.pass(2000)
    ann.press()
    await workshop.hours.pass(4000)
    expect(ann.state).toBe('closed')
  })
})

type Act = fc.AsyncCommand<object, { workshop: Workshop; people: ReturnType<Workshop['person']>[] }>
const act = (title: string, run: (world: Parameters<Act['run']>[1]) => void | Promise<void>): Act => ({
  check: () => true,
  run: async (_model, world) => run(world),
  toString: () => title,
})
const who = fc.nat(2)
const acts = [
  who.map((at) => act(`${at} hands over`, ({ people }) => people[at]!.press())),
  who.map((at) => act(`${at} comes back`, ({ people }) => people[at]!.comeBack())),
  fc
    .constantFrom(100, 300, 1000, 1300, 5000)
    .map((ms) => act(`${ms} ms pass`, (world) => world.workshop.hours.pass(ms))),
  fc
    .constantFrom(100, 300, 1000, 1300, 5000)
    .map((ms) => act(`${ms} ms pass`, (world) => world.workshop.hours.pass(ms))),
  fc.constant(act('one collects', (world) => world.workshop.collect())),
  fc.constant(act('one collects no more', (world) => world.workshop.leave('collecting'))),
  fc.constant(act('one dies once it has counted', ({ workshop: own }) => void (own.diesNext = true))),
  fc.constant(act('the closed one opens', (world) => world.workshop.openClosed())),
  fc.constant(act('the closed one is left', (world) => world.workshop.leave('closed'))),
]

test('whoever presses, leaves and dies when, whom one console counts is told so in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 25, size: 'max' }), async (commands) => {
      const own = new Workshop()
      const people = PEOPLE.map((number) => own.person(number))
      await fc.asyncModelRun(() => ({ model: {}, real: { workshop: own, people } }), commands)
      own.diesNext = false
      own.collect()
      own.openClosed()
      await own.hours.pass(8000)
      for (const person of people) person.comeBack()
      await own.hours.pass(8000)
      for (const { sent, tag, state, code } of people) {
        const place = receiptTopic(name, tag)
        const isSaid = own.relay.seen.some(
          ({ topic, payload }) => sent && topic === place && readReceipt(keyOf(sent), place, payload) === 'counted',
        )
        if (isSaid || own.counted.has(code)) expect(state).toBe('counted')
      }
    }),
    { numRuns: 60 },
  )
})
