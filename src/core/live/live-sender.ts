import { readBase64url, writeBase64url } from '../codes/base64url.ts'
import type { RelayConnection, TabTurns } from '../ports.ts'
import type { LiveRoom } from '../workshop/live-room.ts'
import { sealCode } from './envelope.ts'
import { PATIENCE, type ReceiptOutcome, type SentCode } from '../workshop/sent-code.ts'
import { readReceipt } from './receipt.ts'
import type { LiveTools } from './live-tools.ts'
import { envelopeTopic, receiptTopic, roomOf } from './topics.ts'

/** How long the facilitator's device may take before it is said that the answers wait, in milliseconds. */
const RECEIPT_PATIENCE = 5000

/** The pause before a message without an answer is sent again, in milliseconds; twice as long each time. */
const FIRST_PAUSE = 20_000
const LONGEST_PAUSE = 600_000

/** How long a receipt that lies at the relay may take to arrive, in milliseconds. */
const LYING_RECEIPT = 1000

export type SendingState =
  /** Nothing has been sealed yet. */
  | 'idle'
  /** On its way to the relay. */
  | 'sending'
  /** On its way for longer than anybody waits gladly; it goes on. */
  | 'slow'
  /** The relay has it, sealed. */
  | 'sent'
  /** The relay has it, and the facilitator's device has not answered yet. */
  | 'waits'
  /** The device has no memory or the relay lets nobody in: there is only the code. */
  | 'failed'
  | ReceiptOutcome

/** The states that the tab whose turn it is tells the others; an outcome they read from what is kept. */
const TOLD: readonly SendingState[] = ['sent', 'waits']

interface SenderTools extends LiveTools {
  /** `null` where tabs cannot tell each other anything. */
  readonly tabs?: TabTurns | null
}

const bytesOf = (text: string) => Uint8Array.from(readBase64url(text) ?? [])

/**
 * Hands one participant's code over through the relay, sealed, until the facilitator's
 * device has answered. Sends nothing before `send` or `resume` is called.
 */
export class LiveSender {
  readonly #tools: SenderTools
  readonly #room: LiveRoom
  readonly #tag: string
  readonly #topics: { readonly envelope: string; readonly receipt: string }
  readonly #listeners = new Set<() => void>()
  readonly #keep: (sent: SentCode) => void
  #state: SendingState = 'idle'
  #mark: string | null = null
  #connection: RelayConnection | null = null
  #place: ReturnType<TabTurns['take']> | null = null
  /** Counts what was begun: what an earlier one still waits for is of no interest. */
  #turn = 0

  /** @param keep keeps what was sealed, and what was answered, on the device */
  constructor(
    tools: SenderTools,
    { room, tag, keep }: { readonly room: LiveRoom; readonly tag: string; readonly keep: (sent: SentCode) => void },
  ) {
    this.#tools = tools
    this.#room = room
    this.#tag = tag
    this.#keep = keep
    const name = roomOf(bytesOf(room.publicKey))
    this.#topics = { envelope: envelopeTopic(name, tag), receipt: receiptTopic(name, tag) }
  }

  get state(): SendingState {
    return this.#state
  }

  /** Identifies what is on its way, or was; `null` before anything is. */
  get mark(): string | null {
    return this.#mark
  }

  /** Calls back when the state has changed. Returns a function that unsubscribes. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Seals a code and sends it. Never rejects.
   *
   * @param mark identifies what is handed over
   * @param sentOn the day, as 2026-11-22
   */
  async send(code: string, mark: string, sentOn: string): Promise<void> {
    const turn = this.#begin(mark)
    let sent: SentCode
    try {
      const sealing = await this.#tools.sealing()
      const sealed = await sealCode(sealing, bytesOf(this.#room.publicKey), this.#topics.envelope, code)
      sent = {
        mark,
        envelope: writeBase64url([...sealed.envelope]),
        receiptKey: writeBase64url([...sealed.receiptKey]),
        sentOn,
        outcome: null,
      }
    } catch {
      if (turn === this.#turn) this.#become('failed')
      return
    }
    if (turn !== this.#turn) return
    this.#keep(sent)
    this.#connect(turn, sent, false)
  }

  /**
   * Looks for the answer to what was sealed at an earlier visit, and sends it again where
   * there is none. What was answered may have another answer by now: it was taken out.
   */
  resume(sent: SentCode): void {
    const turn = this.#begin(sent.mark)
    if (sent.outcome !== null) this.#become(sent.outcome)
    this.#connect(turn, sent, true)
  }

  /** Takes over the answer that another tab of this device has to the same. */
  learn({ mark, outcome }: SentCode): void {
    if (mark !== this.#mark || outcome === null || outcome === this.#state) return
    this.stop()
    this.#become(outcome)
  }

  /** Ends the connection. What the relay has stays there. */
  stop(): void {
    this.#turn++
    this.#place?.end()
    this.#place = null
    this.#connection?.end()
    this.#connection = null
  }

  #begin(mark: string): number {
    this.stop()
    this.#mark = mark
    this.#become('sending')
    const turn = this.#turn
    void this.#hurry(() => turn === this.#turn)
    return turn
  }

  #become(state: SendingState): void {
    this.#state = state
    this.#place?.say(`${state} ${this.#mark}`)
    this.#listeners.forEach((listener) => listener())
  }

  /** Connects, one tab of this device at a time: some relays tell people apart by their names, and bear one of each. */
  #connect(turn: number, sent: SentCode, mayBeAnswered: boolean): void {
    const { tabs } = this.#tools
    if (!tabs) return this.#open(turn, sent, mayBeAnswered)
    let isAnotherTime = mayBeAnswered
    this.#place = tabs.take(this.#tag, !mayBeAnswered, {
      begin: () => {
        if (turn !== this.#turn) return
        this.#open(turn, sent, isAnotherTime)
        isAnotherTime = true
      },
      pause: () => {
        if (turn !== this.#turn) return
        this.#connection?.end()
        this.#connection = null
      },
      hear: (word) => {
        const told = TOLD.find((state) => word === `${state} ${sent.mark}`)
        if (turn === this.#turn && told !== undefined && sent.outcome === null) this.#become(told)
      },
    })
  }

  #open(turn: number, sent: SentCode, mayBeAnswered: boolean): void {
    const connection = this.#tools.relay.connect(this.#room.relay, null, this.#tag)
    this.#connection = connection
    const isOpen = () => turn === this.#turn && connection === this.#connection
    let isLaid = false
    const follow = () => {
      if (!isOpen()) return
      if (connection.state === 'refused' && sent.outcome === null) return this.#become('failed')
      if (connection.state !== 'live') return
      const asked = connection.ask(this.#topics.receipt)
      if (isLaid) return
      isLaid = true
      void this.#deliver(connection, sent, asked, mayBeAnswered, isOpen)
    }
    connection.onChange(follow)
    connection.onMessage(({ topic, payload }) => {
      if (!isOpen() || topic !== this.#topics.receipt) return
      const outcome = readReceipt(bytesOf(sent.receiptKey), topic, payload)
      if (outcome === null || outcome === sent.outcome) return
      this.#keep({ ...sent, outcome })
      this.stop()
      this.#become(outcome)
    })
    follow()
  }

  /** Says when it takes long. */
  async #hurry(isOpen: () => boolean): Promise<void> {
    await this.#tools.wait(PATIENCE)
    if (isOpen() && this.#state === 'sending') this.#become('slow')
  }

  async #deliver(
    connection: RelayConnection,
    sent: SentCode,
    asked: Promise<boolean>,
    mayBeAnswered: boolean,
    isOpen: () => boolean,
  ): Promise<void> {
    await asked
    // A message with an answer is not sent again: by now it might come after closing.
    if (mayBeAnswered) await this.#tools.wait(LYING_RECEIPT)
    if (isOpen() && sent.outcome !== null) return this.stop()
    if (!isOpen() || !(await connection.lay(this.#topics.envelope, bytesOf(sent.envelope))) || !isOpen()) return
    this.#become('sent')
    await this.#tools.wait(RECEIPT_PATIENCE)
    if (isOpen()) this.#become('waits')
    // A relay that lost what it kept has lost the answer, too, and a console does not answer twice what lies there.
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      await this.#tools.wait(pause)
      if (!isOpen() || !(await connection.lay(this.#topics.envelope, bytesOf(sent.envelope)))) return
    }
  }
}
