import type { ReleasedRoomCount } from '../disclosure/release-cant-tell.ts'
import type { ReleasedConcept } from '../disclosure/release-concept.ts'
import type { ReleasedDifference } from '../disclosure/release-difference.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import type { ReleasedMean } from '../disclosure/release-mean.ts'
import type { Released, Releasable } from '../disclosure/released.ts'
import type { GuessReading } from '../guess/read-guess.ts'
import type { Known } from '../logic/three-valued.ts'
import type { GuessedConceptView } from './read-guesses.ts'
import type { GuessedItem, ReleasedGuess } from './release-guesses.ts'
import type { RoomFinding } from '../questionnaire/schema.ts'
import type { Interval } from '../statistics/interval.ts'

/** The number of people in a snapshot. Sizes are known to everybody; answers are not. */
export interface RoomSize {
  readonly total: number
  /** In the workshop's order, from nearest the top to closest to the work. */
  readonly levels: readonly { readonly size: number; readonly showing: Releasable }[]
  /** People who did not say their level. They are never shown as a group. */
  readonly notSaid: number
  /**
   * The number who count in the room's figures: `total`, or less those who did not say
   * their level where they would hide a level.
   */
  readonly counted: number
  readonly showing: Releasable
}

/**
 * People per band of scores, lowest first: 0 to 20, 20 to 40 and so on, each upper
 * limit in the band above except the last.
 */
export interface ReleasedBands {
  readonly room: Released<{ readonly counts: readonly number[] }>
  readonly levels: readonly Released<{ readonly counts: readonly number[] }>[]
}

export interface ConceptView extends ReleasedConcept {
  readonly concept: string
  readonly bands: ReleasedBands
  /**
   * The concepts whose interval lies wholly below this one's, also after the
   * correction for the room's acquiescence.
   */
  readonly above: readonly string[]
}

export interface ItemView extends ReleasedItem {
  readonly item: string
  readonly concept: string
  /** An item for which "often" is good news: means and distributions are of the raw answers. */
  readonly reversed: boolean
}

/** The level nearest the top against the one closest to the work, on one concept. Differences are top less work. */
export interface ConceptDistance {
  readonly concept: string
  readonly difference: Released<ReleasedDifference>
  /**
   * In how many of ten pairs, one person of each level, the one from the top has
   * the higher score. Ties count half.
   */
  readonly pairs: Released<{ readonly ofTen: number }>
}

/** The distance between the released means of an item, top less work. */
export interface ItemDistance {
  readonly item: string
  readonly top: ReleasedMean
  readonly work: ReleasedMean
  /** Both ends are equal where both means are released as points. */
  readonly points: Interval
  /** The distance in either direction that is certain from the released means; items are ranked by it. */
  readonly atLeast: number
  /** From 1; ties share a place. */
  readonly place: number
}

export interface Distance {
  /** Indices of the two levels. */
  readonly top: number
  readonly work: number
  readonly concepts: readonly ConceptDistance[]
  /** Furthest apart first. Only items of which both means are released. */
  readonly items: readonly ItemDistance[]
  /** The other items, with the reason why one of the two means is not released. */
  readonly hiddenItems: readonly { readonly item: string; readonly showing: Releasable }[]
}

export interface DissentingItem {
  readonly item: string
  readonly n: number
  readonly counts: readonly number[]
  /** 1 less the consensus of Tastle & Wierman, to two decimals. */
  readonly dissent: number
  /** Whether the answers form two camps; `null` below twelve. */
  readonly twoCamps: boolean | null
  /** From 1; ties share a place. */
  readonly place: number
}

export interface DiscussFirst {
  /** Most dissent first. Only items of the concepts whose distribution is released. */
  readonly ranked: readonly DissentingItem[]
  /**
   * Items on which five to nine answers do not lie close together, in the
   * questionnaire's order: a remark in words, without rank.
   */
  readonly apart: readonly string[]
  /** Items in neither list, with the reason. */
  readonly hidden: readonly { readonly item: string; readonly showing: Releasable }[]
}

/** How many people answered *can't tell* to an item. */
export interface ItemSight {
  readonly item: string
  readonly concept: string
  readonly room: Released<ReleasedRoomCount>
  readonly levels: readonly Released<ReleasedRoomCount>[]
}

export interface Sight {
  readonly items: readonly ItemSight[]
  /** Items that half or more of the top level cannot tell, and that the level closest to the work puts at the middle of the scale or beyond. */
  readonly unseenFromTop: readonly string[]
}

/** The released figures of an explanation. */
export interface LensItemView extends ReleasedItem {
  readonly item: string
  readonly kind: 'misconception' | 'system-view'
  /**
   * Limits of the share that holds it among those who answered, certain from the
   * released figures. `null` where nothing is released.
   */
  readonly heldBy: Interval | null
  /** Whether half or more hold it; `null` where the released figures leave that open. */
  readonly held: Known
  /** As in `DissentingItem`; `null` also where no distribution is released. */
  readonly twoCamps: boolean | null
}

/** A finding about the room. Its texts are the questionnaire's. */
export interface RoomFindingView {
  readonly finding: string
  readonly part: RoomFinding['part']
  readonly concept: string | null
  /** The items it rests on, in the questionnaire's order. */
  readonly items: readonly string[]
  /** Canonical answers to read, best first. */
  readonly answers: readonly string[]
}

/** Reasons not to trust a number for experts. */
export type Distrust =
  /** Under thirty people: of views that were shown when alpha still was for so few. */
  | 'few-people'
  /** Chance alone makes it high with many items. */
  | 'many-items'
  /** Some items are left out, as nearly all answered them alike. */
  | 'items-left-out'
  /** Only some of the room answered every item. */
  | 'incomplete'
  /** Three fixed levels are no random sample of levels. */
  | 'fixed-levels'
  /** Some levels are left out. */
  | 'levels-left-out'
  /** Below 0: levels differ less than chance alone would make them. Released as 0. */
  | 'negative'

export interface ExpertNumber {
  readonly value: number
  readonly distrust: readonly Distrust[]
}

/** A number for experts, or why it is missing: suppressed, or not applicable. */
export type Expert<T> =
  | Released<T>
  | { readonly shown: false; readonly why: 'not-a-scale' | 'no-variation' | 'no-levels' }

export interface ConceptExpert {
  readonly concept: string
  /** Cronbach's alpha with Feldt's 95 % interval, of those who answered every item. */
  readonly alpha: Expert<ExpertNumber & { readonly interval: Interval; readonly n: number }>
  /** r_wg(j) of the room, from the released distributions. */
  readonly rwgj: Expert<ExpertNumber & { readonly items: number }>
  /** ICC(1) of the scores by level. */
  readonly icc1: Expert<ExpertNumber>
}

/** Responses that were given too fast, or with one answer throughout, and the concepts without them. */
export interface FlaggedView {
  readonly count: Released<ReleasedRoomCount>
  readonly concepts: readonly ({ readonly concept: string } & ReleasedConcept)[]
}

/** One level's guesses of the lowest level's answers, beside its own answers. METHOD 15. */
export interface LevelGuesses {
  readonly level: number
  readonly items: readonly (GuessedItem & {
    readonly concept: string
    /** Absent in figures that an earlier release kept. */
    readonly reading?: ReleasedGuess<{ readonly reading: GuessReading }>
  })[]
  readonly concepts: readonly GuessedConceptView[]
}

/**
 * Every figure of one snapshot that may be shown: rounded, or hidden with the
 * reason. Ids and numbers only; it passes from a worker to the page.
 */
export interface RoomView {
  readonly snapshot: number
  readonly takenOn: string
  /** The smallest group that is shown. */
  readonly smallestGroup: number
  readonly size: RoomSize
  readonly concepts: readonly ConceptView[]
  /** Every item of a concept, in the questionnaire's order. */
  readonly items: readonly ItemView[]
  readonly distance: Distance
  readonly discussFirst: DiscussFirst
  readonly sight: Sight
  readonly lens: readonly LensItemView[]
  readonly findings: readonly RoomFindingView[]
  readonly expert: readonly ConceptExpert[]
  readonly flagged: FlaggedView
  /** Guesses of the lowest level's answers, for each other level from the top; absent where they are not asked for. */
  readonly guesses?: readonly LevelGuesses[]
}
