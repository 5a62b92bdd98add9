import { randomInt } from 'node:crypto'
import { mqttRelay } from '../../src/adapters/mqtt-relay.ts'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import type { HandOver } from '../../src/core/codes/hand-over-code.ts'
import { RelayCollection } from '../../src/core/live/live-collection.ts'
import { LiveSender } from '../../src/core/live/live-sender.ts'
import { roomOf } from '../../src/core/live/topics.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import { fateOfHanded } from '../../src/core/workshop/handed.ts'
import { BatchedIntake, NOT_KEPT } from '../../src/core/workshop/intake.ts'
import { drawTag, type LiveRoom } from '../../src/core/workshop/live-room.ts'
import type { SentCode } from '../../src/core/workshop/sent-code.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { takeArrivals } from '../../src/ui/console/take-arrivals.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { gaps, handOverCode, workshop } from '../fixtures/workshop.ts'

/*
 * A live room as pages make it, from the code that is handed over to the receipt,
 * through a relay in processes of its own. Devices are what is kept here.
 */

const setting = { workshop, layouts: [gaps], asked: questionnaire, texts: [texts], places: {} }
const IDENTITY_KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
const draw = () => randomInt(2 ** 30)
const sealing = scriptedSealing()

/** From here on a wait is somebody's patience, not what a relay needs; tests have less of it. */
const PATIENCE_FROM = 5_000

/** What a page uses, with its patience shortened by a factor. */
export const toolsFor = (patience = 1) => ({
  relay: mqttRelay('ws://localhost:1/', Math.random),
  sealing: () => Promise.resolve(sealing),
  wait: (milliseconds: number) =>
    new Promise<void>((resolve) =>
      setTimeout(resolve, milliseconds < PATIENCE_FROM ? milliseconds : milliseconds * patience).unref(),
    ),
  draw,
})

type Tools = ReturnType<typeof toolsFor>

export interface Keys {
  readonly room: LiveRoom
  readonly privateKey: string
  /** The room's name at the relay. */
  readonly name: string
}

/** @param relay its address, as an invitation has it */
export async function drawRoom(relay: string): Promise<Keys> {
  const { publicKey, privateKey } = await sealing.drawKeys()
  const room = { publicKey: writeBase64url([...publicKey]), relay }
  return { room, privateKey: writeBase64url([...privateKey]), name: roomOf(publicKey) }
}

/** A participant's device, and the page on it while it is open. */
export class Phone {
  readonly number: number
  readonly tag = drawTag(draw)
  readonly #tools: Tools
  readonly #room: LiveRoom
  /** What the device keeps. */
  sent: SentCode | null = null
  page: LiveSender | null = null

  constructor(tools: Tools, { room }: Pick<Keys, 'room'>, number: number) {
    this.#tools = tools
    this.#room = room
    this.number = number
  }

  #open(): LiveSender {
    this.page ??= new LiveSender(this.#tools, { room: this.#room, tag: this.tag, keep: (sent) => (this.sent = sent) })
    return this.page
  }

  press(part: Partial<HandOver> = {}): Promise<void> {
    const mark = String(part.revision ?? 1)
    return this.#open().send(handOverCode(this.number, part).replaceAll('-', ''), mark, '2026-11-22')
  }

  close(): void {
    this.page?.stop()
    this.page = null
  }

  comeBack(): void {
    const page = this.#open()
    if (this.sent) page.resume(this.sent)
  }
}

/** A facilitator's device, and the console on it while it is open. */
export class Facilitator {
  readonly #tools: Tools
  readonly #keys: Keys
  #ids = 0
  kept: KeptWorkshop
  /** Whether the device can write. */
  canKeep = true
  /** Whether it dies once it has kept the next answers, before anybody is told. */
  diesNext = false
  console: RelayCollection | null = null

  /** @param kept what its workshop's file brought */
  constructor(tools: Tools, keys: Keys, kept: Partial<KeptWorkshop> = {}) {
    this.#tools = tools
    this.#keys = keys
    const nothing = { workshop, expected: [null, null, null], collected: NOTHING_COLLECTED, snapshots: [] }
    this.kept = { ...nothing, closed: false, ...kept }
  }

  open(): void {
    const console = new RelayCollection(this.#tools, this.#keys)
    this.console = console
    console.lookUpBy((handed) => fateOfHanded(this.kept.collected, handed))
    console.start(
      new BatchedIntake((codes) => {
        if (!this.canKeep) return Promise.resolve(codes.map(() => NOT_KEPT))
        const rules = { key: IDENTITY_KEY, mixing: null, takenOut: new Set(this.kept.takenOut) }
        const nextId = () => `e${draw()}-${++this.#ids}`
        const { collected, taken } = takeArrivals(this.kept, codes, setting, nextId, rules)
        this.kept = { ...this.kept, collected }
        if (this.diesNext) this.close()
        return Promise.resolve(taken.map(({ outcomes }) => ({ kept: true, outcomes })))
      }, this.#tools.wait),
    )
  }

  close(): void {
    this.console?.stop()
    this.console = null
    this.diesNext = false
  }

  get isLive(): boolean {
    return this.console?.status.state === 'live'
  }

  /** The participants whose answers count, in order. */
  get people(): readonly (number | null)[] {
    return this.kept.collected.entries.map(({ participant }) => participant).toSorted((one, other) => one! - other!)
  }
}
