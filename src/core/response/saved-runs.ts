import { LONGEST_ABOUT } from './progress.ts'

/** A finished run as it is kept: its code and what a code does not carry. */
export interface SavedRun {
  /** When the run was begun, in milliseconds since 1970, which tells it from others. */
  readonly run: number
  readonly questionnaire: string
  readonly code: string
  /** Mean time an item was looked at before its first answer; `null` where unknown. */
  readonly millisecondsPerItem: number | null
  /** What the answers are about, and what the person calls this result. Both may be empty. */
  readonly about: string
  readonly name: string
}

export const LONGEST_NAME = LONGEST_ABOUT

const FORMAT = 1

/** Longer than any code with its hyphens. */
const LONGEST_CODE = 200

export function encodeSavedRuns(runs: readonly SavedRun[]): string {
  return JSON.stringify({ format: FORMAT, runs })
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown, longest: number) => (typeof value === 'string' ? value.slice(0, longest) : '')

function readRun(stored: unknown): SavedRun | null {
  if (!isFields(stored)) return null
  const { run, questionnaire, code, millisecondsPerItem, about, name } = stored
  if (typeof run !== 'number' || !Number.isFinite(run)) return null
  if (typeof questionnaire !== 'string' || typeof code !== 'string' || code.length > LONGEST_CODE) return null
  const isPace = typeof millisecondsPerItem === 'number' && millisecondsPerItem >= 0
  return {
    run,
    questionnaire,
    code,
    millisecondsPerItem: isPace ? Math.round(millisecondsPerItem) : null,
    about: text(about, LONGEST_ABOUT),
    name: text(name, LONGEST_NAME),
  }
}

/**
 * Reads kept runs back, trusting nothing: what is no run is left out and
 * counted. What a run's code says is for its own decoder. Never throws, and
 * needs no schema, so that the first load can ask whether there are any.
 */
export function decodeSavedRuns(stored: string): { readonly runs: readonly SavedRun[]; readonly unreadable: number } {
  let content: unknown
  try {
    content = JSON.parse(stored)
  } catch {
    return { runs: [], unreadable: 1 }
  }
  if (!isFields(content) || content['format'] !== FORMAT || !Array.isArray(content['runs']))
    return { runs: [], unreadable: 1 }
  const read = content['runs'].map(readRun)
  const runs = read.filter((run) => run !== null)
  const latest = runs.filter(({ run }, index) => runs.findLastIndex((other) => other.run === run) === index)
  return { runs: latest, unreadable: read.length - runs.length }
}
