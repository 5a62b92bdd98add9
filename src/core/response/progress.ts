import type { TakePart } from '../questionnaire/parts.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import { dayNumber } from './day-number.ts'
import { CANT_TELL, type Answer, type Answers, type GivenVantage } from './response.ts'

/**
 * The place of a person in the diagnostic: a screen of its own, or an item by its id.
 * `guess-0` asks for guesses, and the screens after it have one each.
 */
export type Place =
  | { readonly on: 'vantage' | 'list' | 'result' | `guess-${number}` }
  | { readonly on: 'item'; readonly item: string }

/** A run as it is kept on the device: everything that a person would be sorry to lose. */
export interface Progress {
  /**
   * When the run was begun, in milliseconds since 1970, which tells runs apart;
   * `null` before anything is kept.
   */
  readonly run: number | null
  readonly vantage: GivenVantage | null
  /**
   * The workshop level of the respondent, counted from 0 at the top; `null` outside
   * a workshop, and where not said.
   */
  readonly level: number | null
  readonly answers: Answers
  readonly place: Place
  /** The "answering about" label, in the person's own words; empty where not said. */
  readonly about: string
  /** A stated priority that the person has in mind, in their own words; empty where not said. */
  readonly priority: string
  /** Whether choosing an option also moves on to the next item. */
  readonly quick: boolean
  /** Seconds spent on items before their first answer, and the number of these items. */
  readonly timed: { readonly seconds: number; readonly items: number }
  /** The day the result was first shown, as 2026-11-22. */
  readonly completedOn: string | null
}

export const EMPTY_PROGRESS: Progress = {
  run: null,
  vantage: null,
  level: null,
  answers: {},
  place: { on: 'vantage' },
  about: '',
  priority: '',
  quick: true,
  timed: { seconds: 0, items: 0 },
  completedOn: null,
}

/** The longest "answering about" label, in characters. */
export const LONGEST_ABOUT = 80

/** The longest priority, in characters. */
export const LONGEST_PRIORITY = 120

const FORMAT = 1

type Asked = Pick<TakePart, 'id' | 'version' | 'items' | 'scales'>

export type ReadProgress =
  | {
      readonly ok: true
      readonly progress: Progress
      /** The version the run was kept on, where that is not the present one; else `null`. */
      readonly fromVersion: string | null
      /** How many kept answers do not fit this version, and how many other parts could not be read. */
      readonly dropped: number
    }
  | {
      readonly ok: false
      readonly issue: { readonly code: 'unreadable' | 'other-questionnaire' | 'other-format' | 'later-format' }
    }

/** Writes a run as text. The same run always gives the same text. */
export function encodeProgress(questionnaire: Asked, progress: Progress): string {
  const { place } = progress
  return JSON.stringify({
    format: FORMAT,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    run: progress.run,
    vantage: progress.vantage,
    // Omitted where `null`, so that the text of a run outside a workshop has not
    // changed.
    level: progress.level ?? undefined,
    answers: Object.fromEntries(
      questionnaire.items.flatMap(({ id }) => {
        const answer = progress.answers[id]
        return answer === undefined ? [] : [[id, answer]]
      }),
    ),
    place: place.on === 'item' ? `item ${place.item}` : place.on,
    about: progress.about,
    priority: progress.priority || undefined,
    quick: progress.quick,
    timed: progress.timed,
    completedOn: progress.completedOn,
  })
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const amount = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0)

const isOwnScreen = (value: string): value is Exclude<Place['on'], 'item'> =>
  /^(vantage|list|result|guess-\d)$/.test(value)

function readPlace(value: unknown, items: readonly { readonly id: string }[]): Place | null {
  if (typeof value !== 'string') return null
  if (isOwnScreen(value)) return { on: value }
  const item = value.startsWith('item ') ? value.slice('item '.length) : null
  return item && items.some(({ id }) => id === item) ? { on: 'item', item } : null
}

/**
 * Reads a run back, trusting nothing in it: parts that do not fit this
 * questionnaire are left out and counted. Never throws.
 *
 * Checked by hand and not by the schema, which is too large for a first load.
 */
export function decodeProgress(questionnaire: Asked, text: string): ReadProgress {
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    return { ok: false, issue: { code: 'unreadable' } }
  }
  if (!isFields(stored)) return { ok: false, issue: { code: 'unreadable' } }
  const { format } = stored
  if (format !== FORMAT)
    return { ok: false, issue: { code: Number(format) > FORMAT ? 'later-format' : 'other-format' } }
  if (stored['questionnaire'] !== questionnaire.id) return { ok: false, issue: { code: 'other-questionnaire' } }

  const kept = isFields(stored['answers']) ? stored['answers'] : {}
  const answers: Record<string, Answer> = {}
  for (const { id, scale } of questionnaire.items) {
    const answer = Object.hasOwn(kept, id) ? kept[id] : undefined
    const options = questionnaire.scales[scale]?.options.length ?? 0
    if (answer === CANT_TELL) answers[id] = answer
    else if (typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= options)
      answers[id] = answer
  }

  const { run, vantage, level, version, about, priority, completedOn } = stored
  const timed = isFields(stored['timed']) ? stored['timed'] : {}
  const place = readPlace(stored['place'], questionnaire.items)
  const seat = [...VANTAGES, 'not-said' as const].find((one) => one === vantage) ?? null
  const unreadable = [!isFields(stored['answers']), place === null, seat === null && vantage !== null].filter(Boolean)
  return {
    ok: true,
    progress: {
      run: typeof run === 'number' && Number.isFinite(run) ? run : null,
      vantage: seat,
      level: Number.isInteger(level) ? Number(level) : null,
      answers,
      place: place ?? { on: 'vantage' },
      about: typeof about === 'string' ? about.slice(0, LONGEST_ABOUT) : '',
      priority: typeof priority === 'string' ? priority.slice(0, LONGEST_PRIORITY) : '',
      quick: stored['quick'] !== false,
      timed: { seconds: amount(timed['seconds']), items: Math.floor(amount(timed['items'])) },
      completedOn: typeof completedOn === 'string' && dayNumber(completedOn) !== null ? completedOn : null,
    },
    fromVersion: version === questionnaire.version ? null : typeof version === 'string' ? version.slice(0, 20) : '',
    dropped: Object.keys(kept).length - Object.keys(answers).length + unreadable.length,
  }
}
