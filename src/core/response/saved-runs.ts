import { dayNumber } from './day-number.ts'
import { hasNumber } from './numbered-day.ts'
import type { Hold } from './hold.ts'
import { LONGEST_ABOUT, LONGEST_PRIORITY } from './progress.ts'

/** The origin of a kept result: answered here, or sent by somebody else. */
const ORIGINS = ['own', 'link', 'file'] as const

export type Origin = (typeof ORIGINS)[number]

/** A person's plan of what to do about a result. */
export interface Plan {
  /** The condition that they chose to examine; empty until then. */
  readonly examine: string
  /** The day that they chose for it, as 2026-12-04; empty for none. */
  readonly day: string
  /** The person's account of what they found; `null` until they have been asked. */
  readonly found: string | null
}

export const NO_PLAN: Plan = { examine: '', day: '', found: null }

/** The longest account of what was found, in characters. */
export const LONGEST_FOUND = 240

/** Whether a person should be asked what they found. */
export const isDue = ({ day, found }: Plan, today: string): boolean => day !== '' && found === null && day <= today

/** A finished run as it is kept: its code, and data that a code does not carry. */
export interface SavedRun {
  /** Unique. For a run of one's own, `RUN.DAY`: changed on another day it is another result. */
  readonly id: string
  readonly origin: Origin
  readonly questionnaire: string
  readonly code: string
  /** Mean time an item was looked at before its first answer; `null` where unknown. */
  readonly millisecondsPerItem: number | null
  /** The "answering about" label, and the person's name for this result. Both may be empty. */
  readonly about: string
  readonly name: string
  /** The priority that the person had in mind; absent where not said. */
  readonly priority?: string
  /** Absent until the person has chosen something. */
  readonly plan?: Plan
  /** The hold on the result until the room has seen its own; absent outside such workshops. */
  readonly hold?: Hold
}

export const LONGEST_NAME = LONGEST_ABOUT

/**
 * The id of a run that was finished here.
 *
 * @param run when it was begun
 */
export const ownRunId = (run: number, completedOn: string): string => `${run}.${dayNumber(completedOn) ?? 0}`

/** Whether a saved run was finished here in this run, on whatever day. */
export const isOfRun = ({ id, origin }: Pick<SavedRun, 'id' | 'origin'>, run: number | null): boolean =>
  origin === 'own' && run !== null && id.startsWith(`${run}.`)

/** The saved run with this code: one's own before another's, else the first. */
export function findRun(runs: readonly SavedRun[], code: string): SavedRun | undefined {
  const saved = runs.filter((run) => run.code === code)
  return saved.find(({ origin }) => origin === 'own') ?? saved[0]
}

const FORMAT = 1

/** In characters; longer than any code with its hyphens. */
const LONGEST_CODE = 200

/** @param others entries that could not be read, which are written back unchanged */
export function encodeSavedRuns(runs: readonly SavedRun[], others: readonly unknown[] = []): string {
  return JSON.stringify({ format: FORMAT, runs: [...others, ...runs] })
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown, longest: number) => (typeof value === 'string' ? value.slice(0, longest) : '')

function readPlan(stored: unknown): Plan | null {
  if (!isFields(stored)) return null
  const { examine, day, found } = stored
  return {
    examine: text(examine, LONGEST_NAME),
    day: typeof day === 'string' && hasNumber(day) ? day : '',
    found: typeof found === 'string' ? found.slice(0, LONGEST_FOUND) : null,
  }
}

/** The look of a workshop's id, which is checked where it is used. */
const WORKSHOP = /^[0-9A-Z]{6}$/

function readHold(stored: unknown): Hold | null {
  if (!isFields(stored)) return null
  const { workshop, until, released } = stored
  if (typeof workshop !== 'string' || !WORKSHOP.test(workshop)) return null
  if (typeof until !== 'string' || !hasNumber(until)) return null
  return { workshop, until, released: released === true }
}

function readRun(stored: unknown): SavedRun | null {
  if (!isFields(stored)) return null
  const { id, origin, questionnaire, code, millisecondsPerItem, about, name } = stored
  const priority = text(stored['priority'], LONGEST_PRIORITY)
  const plan = readPlan(stored['plan'])
  const hold = readHold(stored['hold'])
  if (typeof id !== 'string' || !/^[\d.]{1,40}$/.test(id)) return null
  if (typeof questionnaire !== 'string' || typeof code !== 'string' || code.length > LONGEST_CODE) return null
  const from = ORIGINS.find((one) => one === origin)
  if (!from) return null
  const isPace = typeof millisecondsPerItem === 'number' && millisecondsPerItem >= 0
  return {
    id,
    origin: from,
    questionnaire,
    code,
    millisecondsPerItem: isPace ? Math.round(millisecondsPerItem) : null,
    about: text(about, LONGEST_ABOUT),
    name: text(name, LONGEST_NAME),
    ...(priority ? { priority } : {}),
    ...(plan ? { plan } : {}),
    ...(hold ? { hold } : {}),
  }
}

export type ReadSavedRuns =
  | {
      readonly ok: true
      readonly runs: readonly SavedRun[]
      /** Entries that could not be read as runs, to be written back unchanged. */
      readonly others: readonly unknown[]
    }
  /** Damaged, or written by a later release. Must not be overwritten. */
  | { readonly ok: false }

/**
 * Reads kept runs back, trusting nothing. The content of a run's code is left to
 * its decoder. Never throws, and needs no schema.
 */
export function decodeSavedRuns(stored: string): ReadSavedRuns {
  let content: unknown
  try {
    content = JSON.parse(stored)
  } catch {
    return { ok: false }
  }
  if (!isFields(content) || content['format'] !== FORMAT || !Array.isArray(content['runs'])) return { ok: false }
  const read = (content['runs'] as unknown[]).map((entry) => ({ entry, run: readRun(entry) }))
  const runs = read.map(({ run }) => run).filter((run) => run !== null)
  return {
    ok: true,
    runs: runs.filter(({ id }, index) => runs.findLastIndex((other) => other.id === id) === index),
    others: read.filter(({ run }) => run === null).map(({ entry }) => entry),
  }
}

/**
 * The outcome of changing the kept runs. `unreadable`: they are damaged or a later
 * release's, and stay unchanged.
 */
export type Saving = 'saved' | 'unavailable' | 'full' | 'unreadable' | 'gone'
