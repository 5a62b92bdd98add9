import { numberOf } from '../codes/whole-numbers.ts'
import { symbolsOf } from '../codes/alphabet.ts'
import { isFingerprint } from '../codes/questionnaire-fingerprint.ts'
import { readBase64url, writeBase64url } from '../codes/base64url.ts'
import { crc32 } from '../codes/crc-32.ts'
import { fewestLevels, fitCheck } from './check-terms.ts'
import { areDistinct, isLabel, LONGEST_LEVEL, LONGEST_NAME } from './label.ts'
import { readingsOf } from '../codes/readings-of.ts'
import { withoutDirt } from '../codes/without-dirt.ts'
import { readUtf8, writeUtf8 } from '../codes/utf-8.ts'
import { LEVELS } from '../response/levels.ts'
import { LARGEST_GROUP_FLOOR, SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import { isLiveRoom, KEY_LENGTH, SUITE } from './live-room.ts'
import type { Workshop } from './workshop.ts'
import { isWorkshopId, RANDOM_NUMBERS, workshopIdOf } from '../codes/workshop-id.ts'

/**
 * The data that a participant's page has about a workshop. The client's name is
 * left out: it heads the report, participants know where they work, and a link is
 * passed on.
 */
export type Invitation = Omit<Workshop, 'client'>

export type InvitationIssue =
  /** The text has no invitation. */
  | { readonly code: 'none' }
  | { readonly code: 'too-long'; readonly most: number }
  /** The invitation was cut off, or changed on its way. */
  | { readonly code: 'check' }
  | { readonly code: 'later-format' }
  | { readonly code: 'shape'; readonly part: InvitationPart }

export type InvitationPart =
  | 'id'
  | 'questionnaire'
  | 'language'
  | 'levels'
  | 'name'
  | 'smallest-group'
  | 'relay'
  | 'check'
  | 'length'

export type ReadInvitation =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly issue: InvitationIssue }

const FORMAT = 1

/** Ends in the fingerprint of a questionnaire from a file; earlier releases say that it is of a later one. */
const OWN_FORMAT = 2

/** Ends in the fingerprint, or nothing in its place, and in what the live room needs. */
const LIVE_FORMAT = 3

/** Says by marks what follows, so that more can follow without another format. */
const MARKED_FORMAT = 4

/** Bits of the mark, by the part that each announces at the end of an invitation, in this order. */
const MARKS = { live: 1, check: 2 } as const

const ALL_MARKS = Object.values(MARKS).reduce((all, mark) => all + mark, 0)

const FORMATS: readonly number[] = [FORMAT, OWN_FORMAT, LIVE_FORMAT, MARKED_FORMAT]

/**
 * Stands behind an invitation that holds results, as a part of its own: a release that
 * does not know it, or a link that lost it, then opens the workshop and shows results at
 * once.
 */
const HOLDS = 'hold'
const HELD = /&(amp;)?hold(?![\w=-])/i

/**
 * Stands behind an invitation that asks for guesses, likewise: without it nobody is
 * asked. It is in no promise: a link that has lost or gained it changes what the person
 * is asked, in plain sight, and the console keeps no guess that its workshop does not
 * ask for; what is done with answers stays as it was.
 */
const GUESSES = 'guess'
const GUESSED = /&(amp;)?guess(?![\w=-])/i

/**
 * Stands behind an invitation that would end in "-" or "_", which mail programs take
 * for the end of a sentence and leave out of a link. Every release passes over it.
 */
const END = 'end'

/**
 * In characters; with room to spare for the longest name, five longest levels and
 * the longest questionnaire id, at three bytes a character.
 */
export const LONGEST_INVITATION = 2000

const QUESTIONNAIRE = /^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const LONGEST_ID = 80
const VERSION = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?$/
const LANGUAGE = /^[a-z]{2}$/

/** The first part of an invitation that is wrong; `null` for none. */
function wrongPart(invitation: Invitation): InvitationPart | null {
  const { id, name, questionnaire, language, levels, smallestGroup } = invitation
  if (!isWorkshopId(id)) return 'id'
  if (!QUESTIONNAIRE.test(questionnaire.id) || questionnaire.id.length > LONGEST_ID) return 'questionnaire'
  if (!VERSION.test(questionnaire.version)) return 'questionnaire'
  const { fingerprint } = questionnaire
  if (fingerprint !== undefined && !isFingerprint(fingerprint)) return 'questionnaire'
  if (invitation.live && !isLiveRoom(invitation.live)) return 'relay'
  if (!LANGUAGE.test(language)) return 'language'
  if (levels.length < fewestLevels(invitation) || levels.length > LEVELS.most || !areDistinct(levels)) return 'levels'
  if (!levels.every((level) => isLabel(level, LONGEST_LEVEL))) return 'levels'
  if (!isLabel(name, LONGEST_NAME)) return 'name'
  if (!fitCheck(invitation)) return 'check'
  const isGroup = Number.isInteger(smallestGroup) && smallestGroup >= SMALLEST_GROUP
  return isGroup && smallestGroup <= LARGEST_GROUP_FLOOR ? null : 'smallest-group'
}

const bytesOf = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_none, index) => (value >>> (8 * (bytes - 1 - index))) & 255)

const valueOf = (bytes: readonly number[]) => bytes.reduce((value, byte) => value * 256 + byte, 0)

function writeText(text: string): number[] {
  const bytes = writeUtf8(text)
  return [bytes.length, ...bytes]
}

/**
 * The fragment that invites to a workshop, `w=` and about 130 characters for
 * ordinary names: everything a participant's page needs, so that no server is
 * asked. In bytes: the format; raw export as bit 30 and the workshop's id as the 30
 * below; the smallest group; major and minor version, two each; then questionnaire,
 * language and name, each after its length; the number of levels, and the levels,
 * each after its length; in format 2 the questionnaire's fingerprint after its length;
 * in format 3 the same, with length 0 where it has none, the suite that seals (1), the
 * public key of 32 bytes, and the relay's address after its length, 0 for that of the
 * site itself; in format 4, which leaders' checks have, the fingerprint as in format 3, a
 * byte of marks, then where 1 is set what follows the fingerprint in format 3, and where
 * 2 is set whose device collects, after its length: the name is then the leader's. Last
 * comes CRC-32 of all that. Where own results are held, `&hold`
 * follows, where guesses are asked for `&guess`, else `&end` where the last sign is no letter or digit. The same workshop
 * always gives the same fragment.
 *
 * @throws RangeError for a workshop that set-up would refuse.
 */
export function encodeInvitation(workshop: Invitation): string {
  const wrong = wrongPart(workshop)
  if (wrong) throw new RangeError(`no workshop has this ${wrong}`)
  const { id, questionnaire, language, levels, smallestGroup, rawExport, holdsResults, asksGuesses, live, check } =
    workshop
  const name = check?.leader ?? workshop.name
  const { fingerprint } = questionnaire
  const ownFormat = fingerprint === undefined ? FORMAT : OWN_FORMAT
  const [, major, minor] = VERSION.exec(questionnaire.version)?.map(Number) ?? []
  const symbols = symbolsOf(id)
  const number = symbols.ok ? numberOf(symbols.symbols) : 0
  const bytes = [
    check ? MARKED_FORMAT : live ? LIVE_FORMAT : ownFormat,
    ...bytesOf((rawExport ? RANDOM_NUMBERS : 0) + number, 4),
    smallestGroup,
    ...bytesOf(major ?? 0, 2),
    ...bytesOf(minor ?? 0, 2),
    ...[questionnaire.id, language, name].flatMap(writeText),
    levels.length,
    ...levels.flatMap(writeText),
    ...(fingerprint === undefined && !live && !check ? [] : writeText(fingerprint ?? '')),
    ...(check ? [(live ? MARKS.live : 0) + MARKS.check] : []),
    ...(live ? [SUITE, ...(readBase64url(live.publicKey) ?? []), ...writeText(live.relay)] : []),
    ...(check ? writeText(check.keeper) : []),
  ]
  const text = `w=${writeBase64url([...bytes, ...bytesOf(crc32(bytes), 4)])}`
  const parts = [...(holdsResults ? [HOLDS] : []), ...(asksGuesses ? [GUESSES] : [])]
  if (parts.length > 0) return [text, ...parts].join('&')
  return /[-_]$/.test(text) ? `${text}&${END}` : text
}

/** The bytes of a payload before their CRC-32; `null` where it does not fit them. */
function checked(payload: string): number[] | null {
  const all = readBase64url(payload)
  if (!all || all.length < 5) return null
  const bytes = all.slice(0, -4)
  return valueOf(all.slice(-4)) === crc32(bytes) ? bytes : null
}

/**
 * Reads an invitation from a fragment, with or without "#" before it and with
 * whatever a mail program added after it. Trusts nothing in it: names that would
 * mislead a reader and a smallest group below the safe one are refused. Checked by
 * hand and not by the schema, which is too large for a phone's first load. Never
 * throws.
 *
 * @returns the questionnaire's version as "1.0", since its last number changes
 * texts alone.
 */
export function decodeInvitation(text: string): ReadInvitation {
  const fail = (issue: InvitationIssue): ReadInvitation => ({ ok: false, issue })
  const whole = withoutDirt(text.slice(0, 2 * LONGEST_INVITATION))
  const [, payload] = /^#?w(?:=|%3d)([\w-]*)/i.exec(whole) ?? []
  if (payload === undefined) return fail({ code: 'none' })
  if (payload.length > LONGEST_INVITATION) return fail({ code: 'too-long', most: LONGEST_INVITATION })
  // Earlier releases wrote invitations whose last "-" or "_" a mail program leaves out.
  const bytes = readingsOf(payload)
    .flatMap((reading) => [reading, `${reading}-`, `${reading}_`])
    .map(checked)
    .find(Boolean)
  if (!bytes) return fail({ code: 'check' })
  const [format = 0] = bytes
  if (!FORMATS.includes(format)) return fail({ code: 'later-format' })

  let at = 1
  const take = (count: number) => bytes.slice(at, (at += count))
  const takeText = () => readUtf8(take(take(1)[0] ?? 0)) ?? ''
  const flagged = valueOf(take(4))
  const smallestGroup = valueOf(take(1))
  const version = `${valueOf(take(2))}.${valueOf(take(2))}`
  const [questionnaire, language, name] = [takeText(), takeText(), takeText()]
  const count = take(1)[0] ?? 0
  // One more than the most, so that too many are noticed without reading them all.
  const levels = Array.from({ length: Math.min(count, LEVELS.most + 1) }, takeText)
  const fingerprint = format === FORMAT ? '' : takeText()
  const own = fingerprint === '' && format !== OWN_FORMAT ? {} : { fingerprint }
  const marks = format === MARKED_FORMAT ? valueOf(take(1)) : format === LIVE_FORMAT ? MARKS.live : 0
  if (marks > ALL_MARKS) return fail({ code: 'later-format' })
  const isLive = (marks & MARKS.live) !== 0
  if (isLive && valueOf(take(1)) !== SUITE) return fail({ code: 'later-format' })
  const live = isLive ? { live: { publicKey: writeBase64url(take(KEY_LENGTH)), relay: takeText() } } : {}
  const check = (marks & MARKS.check) === 0 ? {} : { check: { leader: name, keeper: takeText() } }
  const invitation: Invitation = {
    id: workshopIdOf(flagged % RANDOM_NUMBERS),
    name,
    questionnaire: { id: questionnaire, version, ...own },
    language,
    levels,
    smallestGroup,
    rawExport: flagged >= RANDOM_NUMBERS,
    ...(HELD.test(whole) ? { holdsResults: true } : {}),
    ...(GUESSED.test(whole) ? { asksGuesses: true } : {}),
    ...live,
    ...check,
  }
  if (flagged >= 2 * RANDOM_NUMBERS) return fail({ code: 'shape', part: 'id' })
  const wrong = wrongPart(invitation)
  if (wrong) return fail({ code: 'shape', part: wrong })
  return at === bytes.length ? { ok: true, invitation } : fail({ code: 'shape', part: 'length' })
}
