import { readBase64url, writeBase64url } from '../codes/base64url.ts'
import type { Collection, CollectionStatus, Relay, RelayConnection, RelayFailure, RelayMessage } from '../ports.ts'
import type { Intake } from '../workshop/intake.ts'
import type { LiveRoom } from '../workshop/live-room.ts'
import { openEnvelope } from './envelope.ts'
import { openLedger, sealLedger } from './ledger.ts'
import { receiptOutcomeOf, writeReceipt } from './receipt.ts'
import type { Sealing } from './sealing.ts'
import { claimOf, ledgerTopic, receiptTopic, roomOf, shardTopics, tagIn } from './topics.ts'

/** A shard has delivered all that lay there when nothing came for so long, in milliseconds. */
export const QUIET = 200

const NOTHING = new Uint8Array(0)

const bytesOf = (text: string) => Uint8Array.from(readBase64url(text) ?? [])

export interface RoomAccess {
  readonly room: LiveRoom
  /** 32 bytes in base64url. */
  readonly privateKey: string
  /** The code by which people who cannot scan find the workshop, and how to seal the invitation with it. */
  readonly join?: {
    /** Where it is laid, and what; `null` where it cannot be. */
    readonly seal: () => Promise<{ readonly topic: string; readonly payload: Uint8Array } | null>
  } | null
}

interface Answered {
  readonly envelope: string
  /** What was answered, and where it is in the workshop; `null` before. */
  readonly answer: {
    readonly receipt: Uint8Array
    readonly topic: string
    readonly entry: string | null
    readonly code: string
    readonly key: Uint8Array
  } | null
}

/** Collects what participants of one room have sealed for it, and answers them. */
export class RelayCollection implements Collection<RelayFailure> {
  readonly source = 'relay'
  readonly #relay: Relay
  readonly #loadSealing: () => Promise<Sealing>
  readonly #wait: (milliseconds: number) => Promise<void>
  readonly #room: LiveRoom
  readonly #keys: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }
  readonly #name: string
  readonly #listeners = new Set<() => void>()
  /** The latest message of each participant that was dealt with, by their tags. */
  readonly #answered = new Map<string, Answered>()
  readonly #unreadable = new Set<string>()
  #status: CollectionStatus<RelayFailure> = { state: 'idle' }
  #connection: RelayConnection | null = null
  #intake: Intake | null = null
  readonly #join: RoomAccess['join']
  #isClosed = false
  /** Where the invitation lies, for those who type its code; `null` before it does. */
  #joinTopic: string | null = null
  #tellLedger: (text: string) => void = () => {}
  readonly #draw: () => number
  /** Counts messages, to notice when a shard is quiet. */
  #heard = 0

  constructor(
    tools: {
      readonly relay: Relay
      readonly sealing: () => Promise<Sealing>
      readonly wait: (milliseconds: number) => Promise<void>
      /** A whole number drawn at random, from 0 to below 2^30. */
      readonly draw: () => number
    },
    { room, privateKey, join = null }: RoomAccess,
  ) {
    this.#relay = tools.relay
    this.#loadSealing = tools.sealing
    this.#wait = tools.wait
    this.#draw = tools.draw
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
    const connection = this.#relay.connect(this.#room.relay, { room: this.#name, claim })
    this.#connection = connection
    const isOpen = () => this.#connection === connection
    /** Which time it asks for all that lies there; a break ends it. */
    let asking = 0
    const follow = () => {
      if (!isOpen()) return
      const { state } = connection
      asking++
      if (state === 'unreachable' || state === 'refused') return this.#become({ state: 'failed', failure: state })
      if (state !== 'live') return this.#become({ state })
      this.#become({ state: 'connecting' })
      const own = asking
      void this.#askAll(connection, () => isOpen() && own === asking)
    }
    connection.onChange(follow)
    connection.onMessage((message) => {
      if (isOpen()) void this.#hear(message, connection)
    })
    follow()
  }

  stop(): void {
    this.#connection?.end()
    this.#connection = null
    this.#intake = null
    this.#answered.clear()
    this.#become({ state: 'idle' })
  }

  #become(status: CollectionStatus<RelayFailure>): void {
    this.#status = status
    this.#listeners.forEach((listener) => listener())
  }

  /** Asks for one shard after the other: relays drop what they would have to deliver at once. */
  async #askAll(connection: RelayConnection, goesOn: () => boolean): Promise<void> {
    for (const topic of [ledgerTopic(this.#name), ...shardTopics(this.#name)]) {
      const isGranted = await connection.ask(topic)
      if (!goesOn()) return
      if (!isGranted) return this.#become({ state: 'failed', failure: 'refused' })
      let before: number
      do {
        before = this.#heard
        await this.#wait(QUIET)
        if (!goesOn()) return
      } while (this.#heard !== before)
    }
    this.#become({ state: 'live' })
    void this.#layInvitation()
  }

  /** Lays the invitation where its code leads, as long as answers are collected. */
  async #layInvitation(): Promise<void> {
    if (this.#isClosed || !this.#join) return
    const sealed = await this.#join.seal()
    if (!sealed || this.#isClosed) return
    this.#joinTopic = sealed.topic
    await this.#connection?.lay(sealed.topic, sealed.payload)
  }

  close(isClosed: boolean): void {
    const wasClosed = this.#isClosed
    this.#isClosed = isClosed
    if (!isClosed) {
      if (wasClosed) void this.#layInvitation()
      return
    }
    if (this.#joinTopic !== null) void this.#connection?.lay(this.#joinTopic, NOTHING)
    for (const { answer } of this.#answered.values()) if (answer) void this.#connection?.lay(answer.topic, NOTHING)
  }

  onLedger(listener: (text: string) => void): void {
    this.#tellLedger = listener
  }

  async layLedger(text: string): Promise<boolean> {
    const sealed = sealLedger(this.#keys.privateKey, text, this.#draw)
    return sealed !== null && this.#connection !== null && this.#connection.lay(ledgerTopic(this.#name), sealed)
  }

  retract(entry: string): void {
    for (const [tag, { envelope, answer }] of this.#answered)
      if (answer?.entry === entry && this.#connection)
        void this.#answer({ tag, topic: answer.topic, envelope, code: answer.code, key: answer.key }, this.#connection)
  }

  async #hear({ topic, payload, isRetained }: RelayMessage, connection: RelayConnection): Promise<void> {
    this.#heard++
    if (topic === ledgerTopic(this.#name)) {
      const text = openLedger(this.#keys.privateKey, payload)
      if (text !== null) this.#tellLedger(text)
      return
    }
    const tag = tagIn(topic, this.#name)
    if (tag === null || payload.length === 0) return
    const envelope = writeBase64url([...payload])
    const known = this.#answered.get(tag)
    if (known?.envelope === envelope) {
      // What lay there is delivered again after each break; what is sent again has lost its answer.
      if (!isRetained && known.answer) void connection.lay(receiptTopic(this.#name, tag), known.answer.receipt)
      return
    }
    this.#answered.set(tag, { envelope, answer: null })
    const opened = await openEnvelope(await this.#loadSealing(), this.#keys, topic, payload)
    if (!opened) {
      this.#unreadable.add(tag)
      this.#become(this.#status)
      return
    }
    this.#unreadable.delete(tag)
    await this.#answer({ tag, topic, envelope, code: opened.code, key: opened.receiptKey }, connection)
  }

  /** Takes a code in, and says to its participant what became of it. */
  async #answer(
    from: {
      readonly tag: string
      readonly topic: string
      readonly envelope: string
      readonly code: string
      readonly key: Uint8Array
    },
    connection: RelayConnection,
  ): Promise<void> {
    const { tag, topic, envelope, code, key } = from
    await this.#intake?.ready
    const receipt = await this.#intake?.take(code)
    const [fate] = receipt?.kept ? receipt.outcomes : []
    const outcome = fate ? receiptOutcomeOf(fate.outcome) : null
    const isLatest = () => this.#answered.get(tag)?.envelope === envelope
    // Whatever is not on this device has no answer, and is taken in again at the next visit.
    if (!fate || outcome === null) {
      if (isLatest()) this.#answered.delete(tag)
      return
    }
    const place = receiptTopic(this.#name, tag)
    const written = writeReceipt(key, place, outcome)
    const entry = 'entry' in fate ? fate.entry : null
    if (isLatest()) this.#answered.set(tag, { envelope, answer: { receipt: written, topic, entry, code, key } })
    if (this.#connection !== connection) return
    await connection.lay(place, written)
    if (outcome === 'taken-out' || this.#isClosed) await connection.lay(topic, NOTHING)
  }
}
