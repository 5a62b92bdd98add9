import { encodeHandOverCode } from '../../core/codes/hand-over-code.ts'
import type { RandomSource, KeyValueStore } from '../../core/ports.ts'
import { isOfRun } from '../../core/response/saved-runs.ts'
import type { ShownResult } from '../../core/result/shown-result.ts'
import { markOf } from '../../core/workshop/mark-of.ts'
import { promisesOf } from '../../core/workshop/promises.ts'
import { vantageOfLevel } from '../../core/workshop/setting.ts'
import type { Invitation } from '../../core/workshop/invitation.ts'
import { paceOf } from '../../core/response/pace.ts'
import {
  afterPassingOn,
  decodeParticipant,
  encodeParticipant,
  isSecondRun,
  newParticipant,
  withCode,
  withSent,
  type Participant,
} from '../../core/workshop/participant.ts'
import type { SendingState } from '../../core/live/live-sender.ts'
import type { SentCode } from '../../core/workshop/sent-code.ts'
import { drawTag } from '../../core/workshop/live-room.ts'
import { LiveHandOver, type SenderTools, type SentRecord } from './live-hand-over.svelte.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'
import type { SavedRuns } from '../keep/saved-runs.svelte.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** One person's part in a workshop on this device: their number in it, and the codes made for handing over. */
export class Participation {
  readonly invitation: Invitation
  readonly saved: SavedRuns
  readonly #store: KeyValueStore
  readonly #random: RandomSource
  readonly #key: string
  readonly #promises: string
  readonly #sending: SenderTools | null
  /** The way through the relay; `null` in a workshop that does not collect live, or whose relay this page may not reach. */
  readonly live: LiveHandOver | null
  #participant = $state.raw() as Participant
  #isKept = $state.raw(true)

  /** @param sending `null` where the workshop's relay is not one that this page may reach */
  constructor(
    invitation: Invitation,
    saved: SavedRuns,
    store: KeyValueStore,
    random: RandomSource,
    sending: SenderTools | null = null,
  ) {
    this.invitation = invitation
    this.saved = saved
    this.#store = store
    this.#random = random
    this.#key = `${OWN_KEYS}workshop.${invitation.id}`
    this.#promises = promisesOf(invitation)
    const sent = () => this.#participant.sent ?? null
    const record: SentRecord = {
      tag: () => this.#tag(),
      get sent() {
        return sent()
      },
      keep: (tag, kept) => this.#change((participant) => withSent(participant, tag, kept)),
    }
    this.#sending = invitation.live ? sending : null
    this.live = invitation.live && sending ? new LiveHandOver(invitation.live, record, sending) : null
    this.#participant = this.#stored() ?? newParticipant(random.draw())
    store.onChange(this.#key, () => {
      const stored = this.#stored()
      if (!stored) return this.#forget()
      this.#participant = stored
      this.live?.learn()
    })
    store.onChange(OWN_KEYS, () => this.#forget())
  }

  /** Whether the person's number outlasts the tab, so that a later hand-over replaces this one. */
  get isKept(): boolean {
    return this.#isKept
  }

  /** The day the present answers were handed over, as the person said; `null` where not said. */
  get handedOverOn(): string | null {
    return this.#participant.handedOverOn
  }

  /** Whether a code of other answers was made before this one. */
  get isChanged(): boolean {
    return this.#participant.revision > 1
  }

  /** Whether a code was made here that may have been handed over. */
  get isMade(): boolean {
    return this.#participant.revision > 0
  }

  /** Whether only the person can say if the codes made here before are theirs. */
  asksWho(session: TakeSession): boolean {
    return isSecondRun(this.#participant, session.run)
  }

  /** The workshop's label of the chosen level; `null` where none was chosen. */
  labelOf({ level }: TakeSession): string | null {
    return level === null ? null : (this.invitation.levels[level] ?? null)
  }

  /** @param level counted from 0 at the top; `null` for not said */
  chooseLevel(session: TakeSession, level: number | null): void {
    session.chooseVantage(vantageOfLevel(level, this.invitation.levels.length), level)
    const { run } = session
    this.#change((participant) => ({ ...participant, run }))
  }

  /** Makes the person's next run replace the answers made ready before. */
  answerAgain(): void {
    this.#change((participant) => ({ ...participant, run: null }))
  }

  /**
   * Starts over for somebody else on this device: with a number of their own, and
   * without the result of the person before.
   */
  passOn(): void {
    const { run } = this.#participant
    for (const { id } of this.saved.all.filter((saved) => isOfRun(saved, run))) this.saved.remove(id)
    this.saved.holdAgain(this.invitation.id)
    this.live?.leave()
    this.#change((participant) => afterPassingOn(participant, this.#random.draw()))
  }

  /** The code that hands a finished run over. The same answers give the same code. */
  codeOf(session: TakeSession, shown: ShownResult): string {
    const { number, revision } = withCode(this.#participant, session.run, this.#markOf(session, shown))
    return encodeHandOverCode(shown.given.layout, {
      workshop: this.invitation.id,
      participant: number,
      revision,
      pace: paceOf(shown.response.secondsPerItem),
      level: this.#levelOf(session),
      completedOn: shown.completedOn,
      answers: shown.response.answers,
      ...(shown.response.guesses ? { guesses: shown.response.guesses } : {}),
      promises: this.#promises,
    })
  }

  /** Records that this code can be seen, and so taken in, from now on. */
  showCode(session: TakeSession, shown: ShownResult): void {
    const mark = this.#markOf(session, shown)
    this.#change((participant) => withCode(participant, session.run, mark))
  }

  /** Hands the code over through the relay. */
  send(session: TakeSession, shown: ShownResult, today: string): void {
    this.showCode(session, shown)
    void this.live?.send(this.codeOf(session, shown).replaceAll('-', ''), this.#sentMark(session, shown), today)
  }

  /** How far these answers are on their way through the relay. */
  sendingOf(session: TakeSession, shown: ShownResult): SendingState {
    return this.live?.stateOf(this.#sentMark(session, shown)) ?? 'idle'
  }

  /**
   * Sends what was handed over on this device and nobody has answered yet, by this person or
   * people before, whatever is looked at. Never rejects.
   */
  async sendLeft(): Promise<void> {
    const { live } = this.invitation
    const sending = this.#sending
    if (!live || !sending) return
    if (this.#participant.sent?.outcome === null) void this.live?.resume()
    const keepOf = (tag: string) => (sent: SentCode) => this.#change((one) => withSent(one, tag, sent))
    for (const { tag, sent } of this.#participant.left ?? []) {
      const sender = await sending.open({ room: live, tag, keep: keepOf(tag) }).catch(() => null)
      sender?.resume(sent)
    }
  }

  /** Identifies what a press hands over: the same answers as an earlier revision are another hand-over. */
  #sentMark(session: TakeSession, shown: ShownResult): string {
    const { mark, revision } = withCode(this.#participant, session.run, this.#markOf(session, shown))
    return `${mark}-${revision}`
  }

  /** Begins as another participant, after everything kept of this one was deleted. */
  #forget(): void {
    this.live?.forget()
    this.#participant = newParticipant(this.#random.draw())
  }

  markHandedOver(day: string | null): void {
    this.#change((participant) => ({ ...participant, handedOverOn: day }))
  }

  #tag(): string {
    const tag = this.#participant.tag ?? drawTag(this.#random.draw)
    this.#change((participant) => ({ ...participant, tag: participant.tag ?? tag }))
    return this.#participant.tag ?? tag
  }

  #levelOf(session: TakeSession): number | null {
    return this.labelOf(session) === null ? null : session.level
  }

  #markOf(session: TakeSession, { completedOn, response, given }: ShownResult): string {
    const { answers, guesses } = response
    const said = { level: this.#levelOf(session), completedOn, answers }
    return markOf(given.layout, guesses ? { ...said, guesses } : said)
  }

  #stored(): Participant | null {
    const read = this.#store.read(this.#key)
    return read.ok && read.value !== null ? decodeParticipant(read.value) : null
  }

  /** Changes the participant as kept on the device at this moment, since another tab may have changed it. */
  #change(change: (participant: Participant) => Participant): void {
    this.#participant = change(this.#stored() ?? this.#participant)
    this.#isKept = this.#store.write(this.#key, encodeParticipant(this.#participant)).ok
  }
}
