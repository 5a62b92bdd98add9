import type { Answers } from '../response/response.ts'

/** How many levels a workshop tells apart. */
export const LEVELS = { fewest: 2, most: 5 } as const

/** The smallest group of which a mean is shown: the floor of what a facilitator may choose. MEASUREMENT 11. */
export const SMALLEST_GROUP = 5

/** The highest that a facilitator may choose for it: beyond, a workshop of the usual size shows nothing. */
export const LARGEST_GROUP_FLOOR = 100

/** The smallest group of which a distribution or any number about dispersion is shown. MEASUREMENT 11. */
export const SMALLEST_DISTRIBUTION = 10

/** What a facilitator sets up, and what is fixed from the first response on. */
export interface Workshop {
  /** Six symbols of Crockford's base 32, drawn at random. */
  readonly id: string
  readonly name: string
  readonly client: string
  readonly questionnaire: { readonly id: string; readonly version: string }
  /** The language participants are asked in, as "en". */
  readonly language: string
  /**
   * What the client calls each vantage, from nearest the top to closest to the work.
   * The first is read as senior leadership, the last as close to the work, those between as middle.
   */
  readonly levels: readonly string[]
  /** The smallest group that is shown, `SMALLEST_GROUP` or more. */
  readonly smallestGroup: number
  /** Whether the facilitator may take away every response. Participants are told before they answer. */
  readonly rawExport: boolean
}

/** How long a participant looked at the statements: under two seconds each, longer, or not known. */
export type Pace = 'fast' | 'usual' | 'unknown'

/** One person's response as a workshop has it, however it came. */
export interface CollectedResponse {
  /** The participant's random number, by which a second hand-over replaces the first; `null` where it came without one. */
  readonly participant: number | null
  /** Which of the workshop's levels, counted from 0 at the top; `null` where not said. */
  readonly level: number | null
  /** Fitted to the workshop's questionnaire version. */
  readonly answers: Answers
  readonly pace: Pace
}
