import type { Questionnaire } from '../questionnaire/schema.ts'
import { fitAnswers } from '../response/fit-answers.ts'
import type { Answers, GivenVantage } from '../response/response.ts'
import type { CodeLayout } from '../response/layout.ts'
import type { SheetWords } from '../files/sheet-words.ts'
import type { Promised } from './promises.ts'
import type { CollectedEntry } from './collected.ts'
import type { Outcome } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/** The data that taking in needs about a workshop. */
export interface CollectSetting {
  readonly workshop: Promised & Pick<Workshop, 'asksGuesses'>
  /** Every version of every questionnaire whose codes can be read, the workshop's among them. */
  readonly layouts: readonly CodeLayout[]
  /** The workshop's questionnaire, for tables. */
  readonly asked: Pick<Questionnaire, 'items' | 'scales'>
  /** Its texts, one for each language in which a table may have answers. */
  readonly texts: SheetWords['texts']
  /** How the diagnostic itself asks where people sit, in each language. */
  readonly places: Pick<SheetWords, 'vantages' | 'vantageQuestions'>
}

/** A response that was read, before it is decided whether it counts. */
export interface Candidate {
  readonly line: number
  readonly excerpt: string
  readonly entry: Omit<CollectedEntry, 'id'>
  readonly fitted: string | null
  readonly levelLost: boolean
  /** The identity in a table's row, not sealed yet. */
  readonly who?: {
    readonly persons: readonly string[]
    readonly record: string | null
    /** The mark of the row, for where no identity is its person's alone. */
    readonly mark: string
    /** The numbers of the person's earlier responses in the table. */
    readonly earlier: readonly string[]
  }
}

export type ReadCandidate =
  | { readonly ok: true; readonly candidate: Candidate }
  | { readonly ok: false; readonly outcome: Outcome }

/** Whether a version has this layout: its last number changes texts alone. */
const isOf = ({ major, minor }: CodeLayout, version: string) => version.startsWith(`${major}.${minor}.`)

/**
 * The layout of the workshop's questionnaire.
 *
 * @throws RangeError where it is not among the setting's layouts: such a workshop cannot collect.
 */
export function layoutOfWorkshop({ workshop, layouts }: Pick<CollectSetting, 'workshop' | 'layouts'>): CodeLayout {
  const { id, version } = workshop.questionnaire
  const layout = layouts.find((candidate) => candidate.id === id && isOf(candidate, `${version}.`))
  if (!layout) throw new RangeError(`no layout of ${id} ${version}`)
  return layout
}

/** Answers fitted to the workshop's version, and the version they were given on where it is another. */
export function fitToWorkshop(
  answers: Answers,
  from: CodeLayout,
  to: CodeLayout,
): { readonly answers: Answers; readonly fitted: string | null } {
  if (from.major === to.major && from.minor === to.minor) return { answers, fitted: null }
  return { answers: fitAnswers(answers, from, to).answers, fitted: `${from.major}.${from.minor}` }
}

/**
 * The level for a vantage: senior leadership is the first, close to the work the
 * last, and middle the second of three. With any other number of levels, middle
 * could be several or none, and counts as not said. Where there is one level, as in a
 * check, it is close to the work.
 */
export function levelOfVantage(
  vantage: GivenVantage,
  levels: number,
): { readonly level: number | null; readonly levelLost: boolean } {
  switch (vantage) {
    case 'not-said':
      return { level: null, levelLost: false }
    case 'senior':
      return levels === 1 ? { level: null, levelLost: true } : { level: 0, levelLost: false }
    case 'close':
      return { level: levels - 1, levelLost: false }
    case 'middle':
      return levels === 3 ? { level: 1, levelLost: false } : { level: null, levelLost: true }
  }
}

/**
 * The vantage for a level.
 *
 * @param levels the number of the workshop's levels
 */
export function vantageOfLevel(level: number | null, levels: number): GivenVantage {
  if (level === null) return 'not-said'
  return level === levels - 1 ? 'close' : level === 0 ? 'senior' : 'middle'
}
