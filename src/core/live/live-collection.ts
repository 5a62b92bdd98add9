import { sha256 } from '@noble/hashes/sha2.js'
import { readBase64url, writeBase64url } from '../codes/base64url.ts'
import { whoIn } from '../codes/hand-over-code.ts'
import type { Collection, CollectionStatus, RelayConnection, RelayFailure, RelayMessage } from '../ports.ts'
import type { HandedFate } from '../workshop/handed.ts'
import type { Intake } from '../workshop/intake.ts'
import { SUITE, type LiveRoom } from '../workshop/live-room.ts'
import { askInTurn } from './ask-in-turn.ts'
import { ENVELOPE_VERSION, LONGEST_ENVELOPE, openEnvelope, type OpenedCode } from './envelope.ts'
import { openLedger, sealLedger } from './ledger.ts'
import { openRefused, sealRefused, type Refused } from './refused.ts'
import { ReceiptsInTurn } from './receipts-in-turn.ts'
import { isRefusal, readReceipt, receiptOutcomeOf, writeReceipt } from './receipt.ts'
import type { LiveTools } from './live-tools.ts'
import { claimOf, ledgerTopic, receiptTopic, receiptTopics, roomOf, shardTopics, tagIn } from './topics.ts'

const NOTHING = new Uint8Array(0)

const bytesOf = (text: string) => Uint8Array.from(readBase64url(text) ?? [])

interface CollectionTools extends LiveTools {
  /** A whole number drawn at random, from 0 to below 2^30. */
  readonly draw: () => number
  /** How many of those whose answers lay at the relay are told so before all of them are counted; a few hundred by default. */
  readonly answeredAtOnce?: number
}

export interface RoomAccess {
  readonly room: LiveRoom
  /** 32 bytes in base64url. */
  readonly privateKey: string
  /** The code by which people who cannot scan find the workshop, and how to seal the invitation with it. */
  readonly join?: {
    /** The sealed invitation and the topic it is laid at; `null` where it cannot be sealed. */
    readonly seal: () => Promise<{ readonly topic: string; readonly payload: Uint8Array } | null>
  } | null
}

/** The latest message of one participant. */
interface Arrived {
  /** The SHA-256 of the envelope, by which it is known again. */
  readonly id: string
  readonly tag: string
  readonly topic: string
  /** The opened envelope; `null` where this console's key does not open it. */
  readonly opened: OpenedCode | null
  /** The id of its entry in the workshop; `null` where it is not in, or not yet. */
  readonly entry: string | null
  /** Whether it has been dealt with. */
  readonly isDone: boolean
  /** Whether its participant was told that it does not count. */
  readonly isRefused?: boolean
}

const idOf = (payload: Uint8Array) => writeBase64url([...sha256(payload)])

/** Whether an envelope claims to be of this version, so that one that cannot be opened is of no use to anybody. */
const isOfThisVersion = ([version, suite]: Uint8Array) => version === ENVELOPE_VERSION && suite === SUITE

/** How long another console may take to count what this one would refuse, in milliseconds. */
const OTHERS = 1000

/** As many envelopes are opened at once. */
const AT_ONCE = 16

/** Collects what participants of one room have sealed for it, and answers them. */
export class RelayCollection implements Collection<RelayFailure> {
  readonly source = 'relay'
  readonly #tools: CollectionTools
  readonly #room: LiveRoom
  readonly #keys: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }
  readonly #name: string
  readonly #listeners = new Set<() => void>()
  /** The latest message of each participant, by their tags. */
  readonly #arrived = new Map<string, Arrived>()
  /** Messages that wait for the facilitator's answer, or for room on the device. */
  readonly #waiting = new Map<string, Arrived>()
  #opening = 0
  readonly #toOpen: (() => void)[] = []
  readonly #unreadable = new Set<string>()
  #status: CollectionStatus<RelayFailure> = { state: 'idle' }
  #connection: RelayConnection | null = null
  #intake: Intake | null = null
  readonly #join: RoomAccess['join']
  #isClosed = false
  #tellLedger: (text: string) => void = () => {}
  #fateOf: (refused: Refused) => HandedFate | null = () => null
  /** Counts messages, to notice when a shard is quiet. */
  #heard = 0
  /** The receipts that lie at the relay, by the tags, once they were asked for. */
  readonly #receipts = new Map<string, Uint8Array>()
  #askedForReceipts: Promise<boolean> | null = null
  #inTurn = new ReceiptsInTurn()

  constructor(tools: CollectionTools, { room, privateKey, join = null }: RoomAccess) {
    this.#tools = tools
    this.#room = room
    this.#join = join
    this.#keys = { publicKey: bytesOf(room.publicKey), privateKey: bytesOf(privateKey) }
    this.#name = roomOf(this.#keys.publicKey)
  }

  get status(): CollectionStatus<RelayFailure> {
    return this.#status
  }

  get unreadable(): number {
    return this.#unreadable.size
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(intake: Intake): void {
    this.stop()
    this.#intake = intake
    const claim = writeBase64url([...claimOf(this.#keys.privateKey)])
    const connect = () => this.#tools.relay.connect(this.#room.relay, { room: this.#name, claim })
    const connection = connect()
    this.#connection = connection
    this.#inTurn = new ReceiptsInTurn(this.#tools.answeredAtOnce, this.#room.relay === '' ? null : connect)
    const isOpen = () => this.#connection === connection
    /** Which time it asks for all that lies there; a break ends it. */
    let asking = 0
    const follow = () => {
      if (!isOpen()) return
      const { state } = connection
      asking++
      this.#askedForReceipts = null
      if (state === 'connecting' || state === 'reconnecting') return this.#become({ state })
      if (state !== 'live') return this.#become({ state: 'failed', failure: state })
      this.#become({ state: 'connecting' })
      const own = asking
      const goesOn = () => isOpen() && own === asking
      this.#inTurn.ask(true)
      void this.#askAll(connection, goesOn).then(() => goesOn() && this.#inTurn.ask(false))
    }
    connection.onChange(follow)
    connection.onMessage((message) => {
      // A message that cannot be opened, as sealing cannot be loaded, lies there until the next visit.
      const heard = isOpen() ? this.#hear(message, connection).catch(() => {}) : null
      if (heard && message.isRetained) void this.#inTurn.follow(heard)
    })
    follow()
  }

  stop(): void {
    this.#connection?.end()
    this.#connection = null
    this.#inTurn.end()
    this.#intake = null
    this.#arrived.clear()
    this.#waiting.clear()
    this.#receipts.clear()
    this.#become({ state: 'idle' })
  }

  #become(status: CollectionStatus<RelayFailure>): void {
    this.#status = status
    this.#listeners.forEach((listener) => listener())
  }

  /** Asks for all that lies there: the ledger first, then one shard after the other. */
  async #askAll(connection: RelayConnection, goesOn: () => boolean): Promise<void> {
    const asked = await askInTurn([ledgerTopic(this.#name), ...shardTopics(this.#name)], {
      ask: (topic) => connection.ask(topic),
      inOneGo: connection.inOneGo ?? false,
      heard: () => this.#heard,
      wait: this.#tools.wait,
      goesOn,
    })
    if (asked === 'ended') return
    if (asked === 'refused') return this.#become({ state: 'failed', failure: 'refused' })
    this.#become({ state: 'live' })
    void this.#layInvitation()
  }

  /** Lays the invitation where its code leads as long as answers are collected, and removes it from there after that. */
  async #layInvitation(): Promise<void> {
    const sealed = await this.#join?.seal().catch(() => null)
    if (sealed) await this.#connection?.lay(sealed.topic, this.#isClosed ? NOTHING : sealed.payload)
  }

  close(isClosed: boolean): void {
    if (this.#isClosed === isClosed) return
    this.#isClosed = isClosed
    if (this.#status.state === 'live') void this.#layInvitation()
    if (!isClosed) return
    this.#inTurn.hurry()
    for (const arrived of this.#arrived.values())
      if (arrived.isDone) void this.#connection?.lay(arrived.topic, this.#leftOf(arrived))
  }

  /** The message to leave where one was dealt with: empty, or a note for another console that may have counted it. */
  #leftOf({ topic, opened, isRefused }: Arrived): Uint8Array {
    const who = isRefused && opened ? whoIn(opened.code) : null
    if (!opened || !who) return NOTHING
    return sealRefused(this.#keys.privateKey, topic, { receiptKey: opened.receiptKey, ...who }, this.#tools.draw)
  }

  lookUpBy(fateOf: (refused: Refused) => HandedFate | null): void {
    this.#fateOf = fateOf
  }

  onLedger(listener: (text: string) => void): void {
    this.#tellLedger = listener
  }

  async layLedger(text: string): Promise<boolean> {
    const sealed = sealLedger(this.#keys.privateKey, text, this.#tools.draw)
    return sealed !== null && this.#connection !== null && this.#connection.lay(ledgerTopic(this.#name), sealed)
  }

  retract(entry: string): void {
    for (const arrived of this.#arrived.values())
      if (arrived.entry === entry && this.#connection) void this.#answer(arrived, this.#connection)
  }

  retry(): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const arrived of waiting) if (this.#connection) void this.#answer(arrived, this.#connection)
  }

  async #hear({ topic, payload, isRetained }: RelayMessage, connection: RelayConnection): Promise<void> {
    if (isRetained) this.#heard++
    if (topic === ledgerTopic(this.#name)) {
      const text = openLedger(this.#keys.privateKey, payload)
      if (text !== null) this.#tellLedger(text)
      return
    }
    if (topic.startsWith(receiptTopic(this.#name, ''))) return this.#hearReceipt(topic, payload, connection)
    const tag = tagIn(topic, this.#name)
    if (tag === null || payload.length === 0) return
    const refused = openRefused(this.#keys.privateKey, topic, payload)
    if (refused) return this.#takeBack(refused, topic, receiptTopic(this.#name, tag), connection)
    const id = idOf(payload)
    const known = this.#arrived.get(tag)
    if (known?.id === id) {
      // A retained message is delivered again after each break. One that is sent again has lost its answer, or waits for another.
      if (!isRetained && known.isDone && known.opened) await this.#answer(known, connection)
      return
    }
    this.#arrived.set(tag, { id, tag, topic, opened: null, entry: null, isDone: false })
    const opened = payload.length > LONGEST_ENVELOPE ? null : await this.#open(topic, payload)
    if (this.#arrived.get(tag)?.id !== id) return
    const arrived = { id, tag, topic, opened, entry: null, isDone: false }
    if (opened) return this.#answer(arrived, connection, isRetained)
    await this.#setApart(arrived, isOfThisVersion(payload), connection)
  }

  /** Opens an envelope, a few at a time: there may be ten thousand. */
  async #open(topic: string, payload: Uint8Array): Promise<OpenedCode | null> {
    if (this.#opening >= AT_ONCE) await new Promise<void>((resolve) => this.#toOpen.push(resolve))
    this.#opening++
    try {
      return await openEnvelope(await this.#tools.sealing(), this.#keys, topic, payload)
    } finally {
      this.#opening--
      this.#toOpen.shift()?.()
    }
  }

  /** Counts what nobody here can make anything of, and removes it, so that a room cannot be filled with it. */
  async #setApart(arrived: Arrived, isUseless: boolean, connection: RelayConnection): Promise<void> {
    this.#arrived.set(arrived.tag, { ...arrived, opened: null, isDone: true })
    this.#unreadable.add(arrived.tag)
    this.#become(this.#status)
    if (isUseless && this.#connection === connection) await connection.lay(arrived.topic, NOTHING)
  }

  /** Takes a code in, and says to its participant what became of it. */
  async #answer(arrived: Arrived, connection: RelayConnection, isRetained = false): Promise<void> {
    const { id, tag, topic, opened } = arrived
    if (!opened || !this.#intake) return
    await this.#intake.ready
    const receipt = await this.#intake.take(opened.code)
    if (this.#connection !== connection || (this.#arrived.get(tag)?.id ?? id) !== id) return
    if (!receipt.kept) {
      // Whatever is not on this device has no answer yet, and is taken in again when it is asked for, or at the next visit.
      this.#arrived.delete(tag)
      this.#waiting.set(tag, arrived)
      return
    }
    const [fate] = receipt.outcomes
    const outcome = fate ? receiptOutcomeOf(fate.outcome) : null
    if (!fate || outcome === null) return this.#setApart(arrived, true, connection)
    this.#unreadable.delete(tag)
    const entry = 'entry' in fate ? fate.entry : null
    const isRefused = isRefusal(outcome)
    const isCounted = isRefused && (await this.#isCountedElsewhere(arrived, connection))
    if (this.#connection !== connection || (this.#arrived.get(tag)?.id ?? id) !== id) return
    this.#arrived.set(tag, { ...arrived, entry, isDone: true, isRefused: isRefused && !isCounted })
    const place = receiptTopic(this.#name, tag)
    const lay = async (by: RelayConnection | null) => {
      if (this.#connection !== connection || this.#arrived.get(tag)?.id !== id) return
      if (!isCounted) await (by ?? connection).lay(place, writeReceipt(opened.receiptKey, place, outcome))
      const latest = this.#arrived.get(tag)
      if (latest?.id !== id || !(outcome === 'taken-out' || this.#isClosed)) return
      await connection.lay(topic, this.#leftOf(latest))
    }
    // A refusal is laid while nothing of another console can have come between.
    await this.#inTurn.add(tag, lay, isRetained && !isRefused)
  }

  /** Answers what another console has refused, where this one counts it: it may have ended before it could say so. */
  async #takeBack(refused: Refused, topic: string, place: string, connection: RelayConnection): Promise<void> {
    const fate = this.#fateOf(refused)
    const outcome = fate && receiptOutcomeOf(fate)
    if (!outcome || !(await connection.lay(place, writeReceipt(refused.receiptKey, place, outcome)))) return
    await connection.lay(topic, NOTHING)
  }

  /** Whether another console of the workshop has said that it counts an envelope: that holds, whatever this one has to say. */
  async #isCountedElsewhere({ tag, opened }: Arrived, connection: RelayConnection): Promise<boolean> {
    this.#askedForReceipts ??= connection.ask(receiptTopics(this.#name))
    await this.#askedForReceipts
    await this.#tools.wait(OTHERS)
    return this.#counts(opened, receiptTopic(this.#name, tag), this.#receipts.get(tag) ?? NOTHING)
  }

  #counts(opened: OpenedCode | null, place: string, receipt: Uint8Array): boolean {
    return opened !== null && readReceipt(opened.receiptKey, place, receipt) === 'counted'
  }

  /** Keeps what other consoles say. What one of them counts, and this one has refused meanwhile, is said to count. */
  async #hearReceipt(topic: string, payload: Uint8Array, connection: RelayConnection): Promise<void> {
    const tag = topic.slice(topic.lastIndexOf('/') + 1)
    this.#receipts.set(tag, payload)
    const arrived = this.#arrived.get(tag)
    if (!arrived?.isRefused || !this.#counts(arrived.opened, topic, payload)) return
    this.#arrived.set(tag, { ...arrived, isRefused: false })
    await connection.lay(topic, payload)
    if (this.#isClosed) await connection.lay(arrived.topic, NOTHING)
  }
}
