import { createSubscriber } from 'svelte/reactivity'
import type { LiveSender, SendingState } from '../../core/live/live-sender.ts'
import type { LiveRoom } from '../../core/workshop/live-room.ts'
import { PATIENCE, type SentCode } from '../../core/workshop/sent-code.ts'

/** One participant's way through the relay. */
export interface SenderWay {
  readonly room: LiveRoom
  /** The participant's name at the relay. */
  readonly tag: string
  readonly keep: (sent: SentCode) => void
}

/** The tools for sending, once they are loaded. */
export interface SenderTools {
  /** Makes the sender of one participant. Rejects where its parts cannot be loaded. */
  readonly open: (way: SenderWay) => Promise<LiveSender>
  readonly wait: (milliseconds: number) => Promise<void>
}

/** The record of the code that was sent, as it is kept on the device. */
export interface SentRecord {
  /** The participant's name at the relay, drawn and kept where there is none yet. */
  tag(): string
  readonly sent: SentCode | null
  /** Keeps what somebody of this name has sent, or what came back: also of whoever was here before. */
  keep(tag: string, sent: SentCode): void
}

/** One person's way through the relay, whose parts are loaded when it is gone. */
export class LiveHandOver {
  readonly room: LiveRoom
  readonly #record: SentRecord
  readonly #tools: SenderTools
  #sender = $state.raw<LiveSender | null>(null)
  #loading: Promise<LiveSender> | null = null
  /** The code of the last press and how far it is, until the sender has it; `null` for none. */
  #pressed = $state.raw<{ readonly mark: string; readonly state: 'sending' | 'slow' | 'failed' } | null>(null)
  #watch: () => void = () => {}

  constructor(room: LiveRoom, record: SentRecord, tools: SenderTools) {
    this.room = room
    this.#record = record
    this.#tools = tools
  }

  /** How far what this mark identifies is on its way. */
  stateOf(mark: string): SendingState {
    this.#watch()
    if (this.#sender?.mark === mark) return this.#sender.state
    if (this.#pressed?.mark === mark) return this.#pressed.state
    const { sent } = this.#record
    return sent?.mark === mark ? (sent.outcome ?? 'sending') : 'idle'
  }

  /** The code sent last, with the answer to it; `null` before. */
  get sent(): SentCode | null {
    return this.#record.sent
  }

  /** Seals a code and sends it. Never rejects. */
  async send(code: string, mark: string, today: string): Promise<void> {
    if (this.#pressed?.mark === mark && this.#pressed.state !== 'failed') return
    this.#pressed = { mark, state: 'sending' }
    const become = (state: 'slow' | 'failed') => {
      if (this.#pressed?.mark === mark) this.#pressed = { mark, state }
    }
    void this.#tools.wait(PATIENCE).then(() => {
      if (this.#pressed?.state === 'sending') become('slow')
    })
    try {
      const sender = await this.#load()
      await sender.send(code, mark, today)
      if (this.#pressed?.mark === mark) this.#pressed = null
    } catch {
      become('failed')
    }
  }

  /** Looks for the answer to what was sent at an earlier visit, and sends it again where there is none. Never rejects. */
  async resume(): Promise<void> {
    const { sent } = this.#record
    if (!sent || this.#sender || this.#loading) return
    const sender = await this.#load().catch(() => null)
    if (sender && sender.mark === null) sender.resume(sent)
  }

  /** Takes over what another tab of this device has kept. */
  learn(): void {
    const { sent } = this.#record
    if (sent) this.#sender?.learn(sent)
  }

  /** Lets somebody else begin: what is on its way goes on by itself, under the name it was sent with. */
  leave(): void {
    this.#sender = null
    this.#loading = null
    this.#pressed = null
  }

  /** Ends what is on its way, and forgets it. */
  forget(): void {
    this.#sender?.stop()
    this.leave()
  }

  #load(): Promise<LiveSender> {
    if (this.#loading) return this.#loading
    const tag = this.#record.tag()
    const loading = this.#tools.open({ room: this.room, tag, keep: (sent) => this.#record.keep(tag, sent) })
    this.#loading = loading
    void loading.then(
      (sender) => {
        if (this.#loading !== loading) return
        this.#watch = createSubscriber((update) => sender.onChange(update))
        this.#sender = sender
      },
      () => {
        if (this.#loading === loading) this.#loading = null
      },
    )
    return loading
  }
}
