import { MOST_LEFT } from '../bounds/bounds.ts'
import { dayNumber } from '../response/day-number.ts'
import { RANDOM_NUMBERS } from '../codes/workshop-id.ts'
import { RECEIPT_OUTCOMES, type SentCode } from './sent-code.ts'
import { isTag } from './live-room.ts'

/** A device's record of a person's part in one workshop, beside the run itself. */
export interface Participant {
  /** Drawn at random once for each device and workshop, from 0 to below `RANDOM_NUMBERS`. */
  readonly number: number
  /** The run that the number belongs to; `null` for the next one that is begun. */
  readonly run: number | null
  /** The number of codes made with different content, up to the last; 0 before the first. */
  readonly revision: number
  /** Identifies the content of the last code; empty before the first. */
  readonly mark: string
  /** The day the person said that the last code was handed over, as 2026-11-22; `null` where not said. */
  readonly handedOverOn: string | null
  /** The person's name at the live room's relay, drawn when it is first needed. */
  readonly tag?: string
  /** The code last sent through the relay, with the answer to it. */
  readonly sent?: SentCode
  /** Codes of people who answered on this device before, to which no receipt has come yet. */
  readonly left?: readonly LeftCode[]
}

/** @param random a whole number from 0 to below `RANDOM_NUMBERS` */
export const newParticipant = (random: number): Participant => ({
  number: random,
  run: null,
  revision: 0,
  mark: '',
  handedOverOn: null,
})

/**
 * The participant after a code was made of the content that a mark identifies. A
 * visible code can be taken in, so its revision is counted then, and not when the
 * person says that it was handed over: the code made last always counts, in
 * whatever order codes arrive. The same content keeps its revision.
 */
export function withCode(participant: Participant, run: number | null, mark: string): Participant {
  if (participant.mark === mark) return participant.run === run ? participant : { ...participant, run }
  return { ...participant, run, mark, revision: participant.revision + 1, handedOverOn: null }
}

/**
 * Whether codes were made of another run than this one, so that only the person can
 * say whether this one is theirs too. `run` is `null` for one not yet begun.
 */
export const isSecondRun = (participant: Participant, run: number | null): boolean =>
  participant.revision > 0 && participant.run !== null && participant.run !== run

/** Something that somebody else sent from this device, and their name at the relay. */
export interface LeftCode {
  readonly tag: string
  readonly sent: SentCode
}

/**
 * The participant of a device that is passed on: somebody new, with what those before
 * have sent and nobody has answered yet, so that it is sent all the same.
 */
export function afterPassingOn({ tag, sent, left = [] }: Participant, random: number): Participant {
  const own = tag !== undefined && sent && sent.outcome === null ? [{ tag, sent }] : []
  const all = [...left, ...own].slice(-MOST_LEFT)
  return { ...newParticipant(random), ...(all.length === 0 ? {} : { left: all }) }
}

/** Notes the outcome of a code sent from this device, by its name at the relay: of this person, or of one before. */
export function withSent(participant: Participant, tag: string, sent: SentCode): Participant {
  if (participant.tag === tag) return { ...participant, sent }
  const others = (participant.left ?? []).filter((one) => one.tag !== tag)
  const left = sent.outcome === null ? [...others, { tag, sent }].slice(-MOST_LEFT) : others
  const { left: _before, ...rest } = participant
  return left.length === 0 ? rest : { ...rest, left }
}

const FORMAT = 1

/** The stored code that was sent, checked; `null` where it is damaged, so that it is sent anew. */
function readSent(stored: unknown): SentCode | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { mark, envelope, receiptKey, sentOn, outcome } = stored as Readonly<Record<string, unknown>>
  const texts = [mark, envelope, receiptKey].every((text) => typeof text === 'string' && /^[\w-]{1,1400}$/.test(text))
  if (!texts || typeof sentOn !== 'string' || dayNumber(sentOn) === null) return null
  const known = RECEIPT_OUTCOMES.find((one) => one === outcome) ?? null
  return { mark: String(mark), envelope: String(envelope), receiptKey: String(receiptKey), sentOn, outcome: known }
}

function readLeft(stored: unknown): Pick<Participant, 'left'> {
  if (!Array.isArray(stored)) return {}
  const left = stored.slice(-MOST_LEFT).flatMap((one: unknown): LeftCode[] => {
    if (typeof one !== 'object' || one === null) return []
    const { tag, sent: own } = one as Readonly<Record<string, unknown>>
    const sent = readSent(own)
    return typeof tag === 'string' && isTag(tag) && sent ? [{ tag, sent }] : []
  })
  return left.length === 0 ? {} : { left }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

export const encodeParticipant = (participant: Participant): string =>
  JSON.stringify({ format: FORMAT, ...participant })

/** Reads a participant back, trusting nothing; `null` for anything else. Never throws. */
export function decodeParticipant(text: string): Participant | null {
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof stored !== 'object' || stored === null) return null
  const { format, number, run, revision, mark, handedOverOn, tag, sent, left } = stored as Readonly<
    Record<string, unknown>
  >
  if (format !== FORMAT || !isCount(number) || number >= RANDOM_NUMBERS || !isCount(revision)) return null
  const known = typeof tag === 'string' && isTag(tag) ? tag : null
  const laid = known === null ? null : readSent(sent)
  const isKnown = typeof mark === 'string' && /^[0-9a-f]{16}$/.test(mark)
  return {
    number,
    revision,
    run: isCount(run) ? run : null,
    mark: isKnown ? mark : '',
    handedOverOn: typeof handedOverOn === 'string' && dayNumber(handedOverOn) !== null ? handedOverOn : null,
    ...(known === null ? {} : { tag: known }),
    ...(laid === null ? {} : { sent: laid }),
    ...readLeft(left),
  }
}
