import { findCode } from '../codes/find-code.ts'
import type { CodeIssue } from '../codes/result-code-issues.ts'
import { decodeResultCode, encodeResultCode } from '../codes/result-code.ts'
import { fitAnswers } from '../response/fit-answers.ts'
import { findRun, type SavedRun } from '../response/saved-runs.ts'
import type { ShownResult, ShownVersions } from './shown-result.ts'

/** A result that was opened by its code, with what became of it on the way. */
export interface OpenedResult extends ShownResult {
  /** The run it was kept or opened from a file with. */
  readonly saved: SavedRun | undefined
  /** The version it was given on, where that is not the present one, and what could not be carried over. */
  readonly earlier: { readonly version: string; readonly gone: number; readonly added: readonly string[] } | null
}

/** Why a result cannot be opened. */
export type OpeningIssue = CodeIssue | { readonly code: 'not-kept' }

export type Opening =
  { readonly ok: true; readonly result: OpenedResult } | { readonly ok: false; readonly issue: OpeningIssue }

/** Marks a reference to a kept run, where a code could stand. No code has this sign. */
const REFERENCE = '~'

/** The reference by which a kept run is opened, so that no address or history holds its answers. */
export const referenceTo = ({ id }: Pick<SavedRun, 'id'>): string => `${REFERENCE}${id}`

/**
 * Opens what a person pasted, typed or followed: a code, a link with one in it,
 * or the reference to a kept run. Answers to an earlier version are fitted to
 * the present one; those to items that are gone stay in `given`. A code carries
 * neither label nor pace: both come from the run that was saved under it, if
 * there is one. Never throws.
 *
 * @param runs what is kept on the device, and behind it what was opened from files
 */
export function openResult(text: string, versions: ShownVersions, runs: readonly SavedRun[]): Opening {
  const referred = text.startsWith(REFERENCE) ? runs.find(({ id }) => referenceTo({ id }) === text) : undefined
  if (text.startsWith(REFERENCE) && !referred) return { ok: false, issue: { code: 'not-kept' } }
  const read = decodeResultCode(referred?.code ?? findCode(text), versions.layouts)
  if (!read.ok) return read
  const { layout, coded } = read
  const { vantage, completedOn } = coded
  const code = encodeResultCode(layout, coded)
  const saved = referred ?? findRun(runs, code)
  const isPresent = layout.major === versions.layout.major && layout.minor === versions.layout.minor
  const { answers, gone, added } = fitAnswers(coded.answers, layout, versions.layout)
  const milliseconds = saved?.millisecondsPerItem ?? null
  const version = `${layout.major}.${layout.minor}`
  return {
    ok: true,
    result: {
      response: { vantage, answers, secondsPerItem: milliseconds === null ? null : milliseconds / 1000 },
      completedOn,
      about: saved?.about ?? '',
      code,
      given: { version: isPresent ? versions.version : `${version}.0`, layout, answers: coded.answers },
      saved,
      earlier: isPresent ? null : { version, gone: gone.length, added },
    },
  }
}
