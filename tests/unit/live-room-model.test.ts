import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import { RelayCollection } from '../../src/core/live/live-collection.ts'
import { LiveSender } from '../../src/core/live/live-sender.ts'
import type { SentCode } from '../../src/core/workshop/sent-code.ts'
import { drawTag } from '../../src/core/workshop/live-room.ts'
import { BatchedIntake, type Receipt } from '../../src/core/workshop/intake.ts'
import { Hours } from '../fixtures/hours.ts'
import { ScriptedRelay } from '../fixtures/scripted-relay.ts'

/*
 * Participants, relay and console as state machines: whatever happens to them in
 * whatever order, nobody is told that answers were received that were not, nobody
 * counts twice or with earlier answers, and once all is well again everybody is in.
 */

const sealing = scriptedSealing()
const keys = await sealing.drawKeys()
const room = { publicKey: writeBase64url([...keys.publicKey]), relay: '' }
const privateKey = writeBase64url([...keys.privateKey])

/** A code of one participant's revision: as much of a hand-over code as the console here looks at. */
const codeOf = (person: number, revision: number) =>
  `3${String(person).padStart(4, '0')}${String(revision).padStart(4, '0')}`
const read = (code: string) => ({ person: Number(code.slice(1, 5)), revision: Number(code.slice(5, 9)) })

class Person {
  readonly number: number
  readonly tag: string
  revision = 0
  /** What the device keeps. */
  sent: SentCode | null = null
  page: LiveSender | null = null

  constructor(number: number, tag: string) {
    this.number = number
    this.tag = tag
  }
}

class World {
  readonly hours = new Hours()
  readonly relay = new ScriptedRelay()
  readonly people: readonly Person[]
  /** What the console's device keeps: the highest revision of each participant. */
  readonly kept = new Map<number, number>()
  /** Whether the device can write. */
  canKeep = true
  console: RelayCollection | null = null
  #drawn = 1

  constructor(people: number) {
    this.people = Array.from(
      { length: people },
      (_, number) =>
        new Person(
          number,
          drawTag(() => this.#draw()),
        ),
    )
  }

  #draw(): number {
    return (this.#drawn = (this.#drawn * 1_103_515_245 + 12_345) % 2 ** 30)
  }

  get #tools() {
    return {
      relay: this.relay,
      sealing: () => Promise.resolve(sealing),
      wait: this.hours.wait,
      draw: () => this.#draw(),
      answeredAtOnce: 1,
    }
  }

  openConsole(): void {
    if (this.console) return
    this.console = new RelayCollection(this.#tools, { room, privateKey })
    this.console.start(
      new BatchedIntake(async (codes) => {
        if (!this.canKeep) return codes.map((): Receipt => ({ kept: false }))
        return codes.map((code): Receipt => {
          const { person, revision } = read(code)
          const before = this.kept.get(person) ?? 0
          if (revision > before) this.kept.set(person, revision)
          const entry = code
          const fate =
            revision > before
              ? ({ outcome: 'taken', entry, fitted: null, levelLost: false } as const)
              : ({ outcome: revision === before ? 'already-there' : 'older', entry } as const)
          return { kept: true, outcomes: [{ line: 1, excerpt: '', ...fate }] }
        })
      }, this.hours.wait),
    )
  }

  closeConsole(): void {
    this.console?.stop()
    this.console = null
  }

  openPage(person: Person): LiveSender {
    if (person.page) return person.page
    const page = new LiveSender(this.#tools, { room, tag: person.tag, keep: (sent) => (person.sent = sent) })
    person.page = page
    if (person.sent && person.sent.outcome === null) page.resume(person.sent)
    return page
  }

  closePage(person: Person): void {
    person.page?.stop()
    person.page = null
  }

  /** What must hold at every moment. */
  check(): void {
    for (const [number, revision] of this.kept) expect(revision).toBeLessThanOrEqual(this.people[number]!.revision)
    for (const { number, sent } of this.people)
      if (sent?.outcome === 'counted') expect(this.kept.get(number) ?? 0).toBeGreaterThanOrEqual(Number(sent.mark))
  }
}

type Act = fc.AsyncCommand<object, World>
const act = (name: string, run: (world: World) => void | Promise<void>): Act => ({
  check: () => true,
  async run(_model, world) {
    await run(world)
    world.check()
  },
  toString: () => name,
})

const who = fc.nat(3)

const handsOver = who.map((at) =>
  act(`${at} hands over`, (world) => {
    const person = world.people[at]!
    person.revision++
    void world.openPage(person).send(codeOf(at, person.revision), String(person.revision), '2026-11-22')
  }),
)

const timePasses = fc
  .constantFrom(100, 1000, 30_000)
  .map((milliseconds) => act(`${milliseconds} ms pass`, (world) => world.hours.pass(milliseconds)))

const acts = [
  handsOver,
  handsOver,
  handsOver,
  timePasses,
  timePasses,
  timePasses,
  timePasses,
  who.map((at) => act(`${at} closes the page`, (world) => world.closePage(world.people[at]!))),
  who.map((at) => act(`${at} comes back`, (world) => void world.openPage(world.people[at]!))),
  fc.constant(act('the console is opened', (world) => world.openConsole())),
  fc.constant(act('the console is closed', (world) => world.closeConsole())),
  fc.constant(act('the device is full', (world) => void (world.canKeep = false))),
  fc.constant(act('the device has room again', (world) => void (world.canKeep = true))),
  fc.constant(act('the relay goes down', (world) => world.relay.goDown())),
  fc.constant(act('the relay is back', (world) => world.relay.comeBack())),
  fc.constant(act('the relay loses all it keeps', (world) => world.relay.lying.clear())),
  fc.constant(
    act('the relay delivers everything three times', (world) => {
      world.relay.deliver = (message) => [message, message, message]
    }),
  ),
  fc.constant(
    act('the relay delivers nothing', (world) => {
      world.relay.deliver = () => []
    }),
  ),
  fc.constant(
    act('the relay spoils what it delivers', (world) => {
      world.relay.deliver = ({ topic, payload }) => [
        { topic, payload: payload.map((byte, at) => (at === 60 ? byte ^ 1 : byte)) },
      ]
    }),
  ),
  fc.constant(
    act('the relay delivers as it should', (world) => {
      world.relay.deliver = (message) => [message]
    }),
  ),
  fc.nat(20).map((at) =>
    act(`the relay lays message ${at} again`, ({ relay }) => {
      const earlier = relay.seen[at]
      if (earlier && !relay.isDown) relay.take(earlier.topic, earlier.payload)
    }),
  ),
]

test('whatever happens, nobody is told too much, and everybody is in once all is well again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 60, size: 'max' }), async (commands) => {
      const world = new World(4)
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands)
      // All is well again, and everybody who has pressed opens the page once more.
      world.relay.deliver = (message) => [message]
      world.canKeep = true
      if (world.relay.isDown) world.relay.comeBack()
      world.openConsole()
      for (const person of world.people) {
        world.closePage(person)
        world.openPage(person)
      }
      await world.hours.pass(60_000)
      world.check()
      // What a page was closed on before it was sealed is not sent, and its person sees that.
      for (const { number, sent } of world.people)
        if (sent) {
          expect(sent.outcome === 'counted' || sent.outcome === 'older').toBe(true)
          expect(world.kept.get(number)).toBeGreaterThanOrEqual(Number(sent.mark))
        }
    }),
    { numRuns: 100 },
  )
})
