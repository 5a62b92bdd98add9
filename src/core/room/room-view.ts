import type { ReleasedRoomCount } from '../disclosure/release-cant-tell.ts'
import type { ReleasedConcept } from '../disclosure/release-concept.ts'
import type { ReleasedDifference } from '../disclosure/release-difference.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import type { ReleasedMean } from '../disclosure/release-mean.ts'
import type { Released, Releasable } from '../disclosure/released.ts'
import type { Known } from '../logic/three-valued.ts'
import type { RoomFinding } from '../questionnaire/schema.ts'
import type { Interval } from '../statistics/interval.ts'

/** How many people are in a snapshot. Sizes are known to everybody; what they answered is not. */
export interface RoomSize {
  readonly total: number
  /** In the workshop's order, from nearest the top to closest to the work. */
  readonly levels: readonly { readonly size: number; readonly showing: Releasable }[]
  /** People who did not say their level. They count in the room, and are never shown as a group. */
  readonly notSaid: number
  readonly showing: Releasable
}

/** How many people scored in each band, lowest first: 0 to 20, 20 to 40 and so on, the upper limit in the band above but for the last. */
export interface ReleasedBands {
  readonly room: Released<{ readonly counts: readonly number[] }>
  readonly levels: readonly Released<{ readonly counts: readonly number[] }>[]
}

export interface ConceptView extends ReleasedConcept {
  readonly concept: string
  readonly bands: ReleasedBands
  /** The concepts whose interval lies wholly below this one's, also after what the room's acquiescence may add. */
  readonly above: readonly string[]
}

export interface ItemView extends ReleasedItem {
  readonly item: string
  readonly concept: string
  /** An often here is good news: means and distributions are of the answers as given. */
  readonly reversed: boolean
}

/** The level nearest the top against the one closest to the work, on one concept. Differences are top less work. */
export interface ConceptDistance {
  readonly concept: string
  readonly difference: Released<ReleasedDifference>
  /** In how many of ten pairs, one of each level, the one from the top has the higher score. Level pairs count half. */
  readonly pairs: Released<{ readonly ofTen: number }>
}

/** How far the released means of an item lie apart, top less work. */
export interface ItemDistance {
  readonly item: string
  readonly top: ReleasedMean
  readonly work: ReleasedMean
  /** Both ends are the same where both means are released as points. */
  readonly points: Interval
  /** The distance in either direction that is certain from what is released: what the order rests on. */
  readonly atLeast: number
  /** From 1; items that stand level share a place. */
  readonly place: number
}

export interface Distance {
  /** Indices of the two levels. */
  readonly top: number
  readonly work: number
  readonly concepts: readonly ConceptDistance[]
  /** Furthest apart first. Only items of which both means are released. */
  readonly items: readonly ItemDistance[]
  /** The others, with the reason why one of the two means is not released. */
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
  /** From 1; items that stand level share a place. */
  readonly place: number
}

export interface DiscussFirst {
  /** Most dissent first. Only items of the concepts whose distribution is released. */
  readonly ranked: readonly DissentingItem[]
  /** Items in words only, for five to nine answers: those on which the answers are not near each other, in no order but the questionnaire's. */
  readonly apart: readonly string[]
  /** Items that neither says anything of, with the reason. */
  readonly hidden: readonly { readonly item: string; readonly showing: Releasable }[]
}

/** How many could not tell, of an item. */
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

/** An explanation, by what is released of it. */
export interface LensItemView extends ReleasedItem {
  readonly item: string
  readonly kind: 'misconception' | 'system-view'
  /** Between which shares of those who answered hold it; certain from what is released. `null` where nothing is. */
  readonly heldBy: Interval | null
  /** Whether half or more hold it; `null` where what is released leaves that open. */
  readonly held: Known
  /** As in `DissentingItem`; `null` also where no distribution is released. */
  readonly twoCamps: boolean | null
}

/** A finding about the room. Its texts are the questionnaire's. */
export interface RoomFindingView {
  readonly finding: string
  readonly part: RoomFinding['part']
  readonly concept: string | null
  /** Items it rests on, in the questionnaire's order. */
  readonly items: readonly string[]
  /** Canonical answers it points to, best first. */
  readonly answers: readonly string[]
}

/** When a number for experts is not to be trusted. */
export type Distrust =
  /** Under thirty people. */
  | 'few-people'
  /** Many items make it high by chance alone. */
  | 'many-items'
  /** Some items are left out, as nearly all answered them alike. */
  | 'items-left-out'
  /** Only some of the room answered every item. */
  | 'incomplete'
  /** Three fixed levels are no random sample of levels. */
  | 'fixed-levels'
  /** Some levels are left out. */
  | 'levels-left-out'
  /** Below 0: levels differ less than people do by chance. Released as 0. */
  | 'negative'

export interface ExpertNumber {
  readonly value: number
  readonly distrust: readonly Distrust[]
}

/** Why an expert number is not there: as for all that is hidden, or that it does not apply. */
export type Expert<T> =
  Released<T> | { readonly shown: false; readonly why: 'not-a-scale' | 'no-variation' | 'no-levels' }

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

/**
 * All that may be shown of one snapshot, released already: rounded, or hidden with
 * the reason. Ids and numbers only; it crosses from a worker to the page.
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
}
