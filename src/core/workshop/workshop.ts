import type { Pace } from '../response/pace.ts'
import type { Answers } from '../response/response.ts'
import type { CheckTerms } from './check-terms.ts'
import type { LiveRoom } from './live-room.ts'

/** The questionnaire of a workshop. One from a facilitator's file is known by its `fingerprintOf`, besides. */
export interface AskedQuestionnaire {
  readonly id: string
  readonly version: string
  readonly fingerprint?: string
}

/** The settings that a facilitator makes, fixed from the first response on. */
export interface Workshop {
  /** Six symbols of Crockford's base 32, drawn at random. */
  readonly id: string
  readonly name: string
  readonly client: string
  readonly questionnaire: AskedQuestionnaire
  /** The language participants are asked in, as "en". */
  readonly language: string
  /**
   * The client's name for each vantage, from nearest the top to closest to the
   * work. The first is read as senior leadership, the last as close to the work,
   * those between as middle.
   */
  readonly levels: readonly string[]
  /** The smallest group that is shown, `SMALLEST_GROUP` or more. */
  readonly smallestGroup: number
  /** Whether the facilitator may export every response. Participants are told before they answer. */
  readonly rawExport: boolean
  /**
   * Whether people see their own results only once the room has seen its own: for a
   * room of one sitting. Participants are told before they answer.
   */
  readonly holdsResults?: boolean
  /**
   * Whether people are asked, after their own answers, what those close to the work would
   * answer: everybody with a level but the lowest. Participants are told before they answer.
   */
  readonly asksGuesses?: boolean
  /** Where answers can be handed over through a relay, sealed for this workshop's console. */
  readonly live?: LiveRoom
  /** Only of a leader's check, which is never shown as a room. Participants are told before they answer. */
  readonly check?: CheckTerms
}

/** One person's response in a workshop, however it arrived. */
export interface CollectedResponse {
  /**
   * The participant's random number, by which a second hand-over replaces the
   * first; `null` where it arrived without one.
   */
  readonly participant: number | null
  /** The workshop level, counted from 0 at the top; `null` where not said. */
  readonly level: number | null
  /** Fitted to the workshop's questionnaire version. */
  readonly answers: Answers
  readonly pace: Pace
  /** The person's guesses of the lowest level's answers, by item id; absent where nothing was guessed. */
  readonly guesses?: Answers
}
