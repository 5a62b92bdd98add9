import { createSubscriber } from 'svelte/reactivity'
import type { LiveSender, SendingState } from '../../core/live/live-sender.ts'
import type { LiveRoom } from '../../core/workshop/live-room.ts'
import type { SentCode } from '../../core/workshop/sent-code.ts'

/** Makes the sender of one participant; what it is made of is loaded then. Rejects where it cannot be. */
export type OpenSender = (way: {
  readonly room: LiveRoom
  /** The participant's name at the relay. */
  readonly tag: string
  readonly keep: (sent: SentCode) => void
}) => Promise<LiveSender>

/** The record of what was sent, as it is kept on the device. */
export interface SentRecord {
  /** The participant's name at the relay, drawn and kept where there is none yet. */
  tag(): string
  readonly sent: SentCode | null
  keep(sent: SentCode): void
}

/** One person's way through the relay, whose parts are loaded when it is gone. */
export class LiveHandOver {
  readonly room: LiveRoom
  readonly #record: SentRecord
  readonly #open: OpenSender
  #sender = $state.raw<LiveSender | null>(null)
  #isLoading = $state.raw(false)
  #hasFailed = $state.raw(false)
  #watch: () => void = () => {}

  constructor(room: LiveRoom, record: SentRecord, open: OpenSender) {
    this.room = room
    this.#record = record
    this.#open = open
  }

  /** How far it is. */
  get state(): SendingState {
    if (this.#hasFailed) return 'failed'
    if (this.#isLoading) return 'sending'
    this.#watch()
    return this.#sender?.state ?? this.#record.sent?.outcome ?? 'idle'
  }

  /** What was sent last, and what came back; `null` before. */
  get sent(): SentCode | null {
    return this.#record.sent
  }

  /** Seals a code and sends it. Never rejects. */
  async send(code: string, mark: string, today: string): Promise<void> {
    const sender = await this.#load()
    await sender?.send(code, mark, today)
  }

  /** Goes on with what was sent at an earlier visit and has no answer yet. Never rejects. */
  async resume(): Promise<void> {
    const { sent } = this.#record
    if (!sent || sent.outcome !== null || this.#sender || this.#isLoading) return
    const sender = await this.#load()
    sender?.resume(sent)
  }

  stop(): void {
    this.#sender?.stop()
    this.#sender = null
    this.#hasFailed = false
  }

  async #load(): Promise<LiveSender | null> {
    if (this.#sender) return this.#sender
    this.#isLoading = true
    this.#hasFailed = false
    try {
      const record = this.#record
      const sender = await this.#open({ room: this.room, tag: record.tag(), keep: (sent) => record.keep(sent) })
      this.#watch = createSubscriber((update) => sender.onChange(update))
      this.#sender = sender
      return sender
    } catch {
      this.#hasFailed = true
      return null
    } finally {
      this.#isLoading = false
    }
  }
}
