import { findCode } from '../codes/find-code.ts'
import type { CodeIssue } from '../codes/result-code-issues.ts'
import { readingsOf } from '../codes/readings-of.ts'
import { decodeResultCode, encodeResultCode } from '../codes/result-code.ts'
import { fitAnswers } from '../response/fit-answers.ts'
import { findRun, type SavedRun } from '../response/saved-runs.ts'
import type { ShownResult, ShownVersions } from './shown-result.ts'

/** A result opened by its code, and how it was carried over to the present version. */
export interface OpenedResult extends ShownResult {
  /** The kept or opened run with the same code. */
  readonly saved: SavedRun | undefined
  /** The version it was given on, with what could not be carried over; `null` for the present version. */
  readonly earlier: { readonly version: string; readonly gone: number; readonly added: readonly string[] } | null
}

/** Why a result cannot be opened. */
export type OpeningIssue = CodeIssue | { readonly code: 'not-kept' }

export type Opening =
  | { readonly ok: true; readonly result: OpenedResult }
  | { readonly ok: false; readonly issue: OpeningIssue }

/** The first sign of a reference to a kept run, in the place of a code. No code has it. */
const REFERENCE = '~'

/** The reference by which a kept run is opened, so that its answers are in no address or history. */
export const referenceTo = ({ id }: Pick<SavedRun, 'id'>): string => `${REFERENCE}${id}`

/**
 * Opens a text that a person pasted, typed or followed: a code, a link with one in
 * it, or the reference to a kept run. Answers to an earlier version are fitted to
 * the present one; those to items that are gone stay in `given`. A code carries
 * neither label nor pace: both come from the run that was saved under it, if there
 * is one. Never throws.
 *
 * @param runs the kept runs, then those opened from files
 */
export function openResult(text: string, versions: ShownVersions, runs: readonly SavedRun[]): Opening {
  const referred = text.startsWith(REFERENCE) ? runs.find(({ id }) => referenceTo({ id }) === text) : undefined
  if (text.startsWith(REFERENCE) && !referred) return { ok: false, issue: { code: 'not-kept' } }
  const readings = readingsOf(referred?.code ?? findCode(text)).map((reading) =>
    decodeResultCode(reading, versions.layouts),
  )
  const read = readings.find(({ ok }) => ok) ?? readings[0]!
  if (!read.ok) return read
  const { layout, coded } = read
  const { vantage, completedOn, guesses } = coded
  const code = encodeResultCode(layout, coded)
  const saved = referred ?? findRun(runs, code)
  const isPresent = layout.major === versions.layout.major && layout.minor === versions.layout.minor
  const { answers, gone, added } = fitAnswers(coded.answers, layout, versions.layout)
  const milliseconds = saved?.millisecondsPerItem ?? null
  const version = `${layout.major}.${layout.minor}`
  return {
    ok: true,
    result: {
      response: {
        vantage,
        answers,
        ...(guesses ? { guesses: fitAnswers(guesses, layout, versions.layout).answers } : {}),
        secondsPerItem: milliseconds === null ? null : milliseconds / 1000,
      },
      completedOn,
      about: saved?.about ?? '',
      code,
      given: { version: isPresent ? versions.version : `${version}.0`, layout, answers: coded.answers, guesses },
      saved,
      earlier: isPresent ? null : { version, gone: gone.length, added },
    },
  }
}
