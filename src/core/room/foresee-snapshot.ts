import {
  countViews,
  everybodyIn,
  groupsOf,
  suppressBeside,
  type Members,
  type ReleasedGroups,
} from '../disclosure/suppress-beside.ts'
import { SMALLEST_DISTRIBUTION } from '../disclosure/thresholds.ts'
import { entriesToShow } from '../workshop/entries-to-show.ts'
import { namesOf } from '../workshop/names-of.ts'
import { viewsBeside } from '../workshop/views-beside.ts'
import type { ForeseenView } from '../workshop/foresee-views.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'
import { membersOf } from './members-of.ts'

/** Something that a view shows: the room, single statements, the distance of the ends, or a level by its index. */
export type ForeseenPart = 'room' | 'statements' | 'distance' | number

export interface ForeseenSnapshot {
  readonly room: ForeseenView
  /** In the order of the levels. */
  readonly levels: readonly {
    readonly view: ForeseenView
    readonly people: number
    /** How many more of this level would let it be shown, and others that are hidden for its sake; 0 for none. */
    readonly more: number
  }[]
  readonly distance: boolean
  /**
   * Whether single statements are shown: `once`, if so in this view and in none
   * after it; a number, if so many more have to join first; `never`, if no number
   * would help.
   */
  readonly statements: 'yes' | 'once' | 'never' | number
  /** The parts that the last view shows and this one would not. */
  readonly loses: readonly ForeseenPart[]
}

/** The people of each view who were in none of the views before that showed statements; and whether somebody of those has left. */
function newcomers(released: readonly Members[], now: Members): { readonly sizes: number[]; readonly left: boolean } {
  const present = new Set(everybodyIn(now))
  const seen = new Set<string>()
  const sizes: number[] = []
  let left = false
  for (const view of [...released, now]) {
    const joined = everybodyIn(view).filter((id) => !seen.has(id))
    for (const id of joined) seen.add(id)
    left ||= joined.some((id) => !present.has(id))
    sizes.push(joined.length)
  }
  return { sizes, left }
}

/** Whether statements are shown beside the views that showed them: the rule of `releaseItem`, for people who answer everything. */
function foreseeStatements(released: readonly Members[], now: Members, k: number): ForeseenSnapshot['statements'] {
  if (released.length === 0) {
    const all = everybodyIn(now).length
    if (all < k) return k - all
    return all < SMALLEST_DISTRIBUTION ? 'once' : 'yes'
  }
  const { sizes, left } = newcomers(released, now)
  const joined = sizes.at(-1)!
  if (joined === 0 && !left) return 'yes'
  if (left || sizes.slice(0, -1).some((size) => size < SMALLEST_DISTRIBUTION)) return 'never'
  return joined < SMALLEST_DISTRIBUTION ? SMALLEST_DISTRIBUTION - joined : 'yes'
}

const isShown = (statements: ForeseenSnapshot['statements']) => statements === 'yes' || statements === 'once'

function partsOf(groups: ReleasedGroups, statements: ForeseenSnapshot['statements']): ForeseenPart[] {
  const levels = groups.levels.flatMap((level, index) => (level.shown ? [index] : []))
  const hasEnds = groups.levels[0]?.shown === true && groups.levels.at(-1)?.shown === true
  return [
    ...(groups.room.shown ? (['room'] as const) : []),
    ...levels,
    ...(hasEnds ? (['distance'] as const) : []),
    ...(isShown(statements) ? (['statements'] as const) : []),
  ]
}

/**
 * Foresees the parts that a snapshot of the present responses would show, beside those taken before, if
 * everybody answered everything: by numbers of people and by who was in which view,
 * never by answers, so that it may be said before collection closes.
 *
 * With 8, 7 and 3 and k = 5: the eight, and two more of the three would let the seven
 * and the three be shown.
 */
export function foreseeSnapshot(kept: KeptWorkshop): ForeseenSnapshot {
  const { workshop, collected, snapshots } = kept
  const k = workshop.smallestGroup
  const entries = [...collected.entries, ...collected.former]
  const toShow = entriesToShow(kept)
  const beside = viewsBeside(
    snapshots,
    toShow.map(({ id }) => id),
  )
  const members = beside.map((snapshot) => {
    const named = namesOf(snapshot.entries)
    return membersOf(
      entries.filter(({ id }) => named.has(id)),
      workshop,
    )
  })
  const now = membersOf(toShow, workshop)
  const released: (readonly string[])[] = []
  const withStatements: Members[] = []
  const views = countViews([...members, now], k).map((view) => {
    const groups = suppressBeside(released, view, k)
    const statements = foreseeStatements(withStatements, view, k)
    released.push(...groupsOf(view, groups))
    if (isShown(statements)) withStatements.push(view)
    return { view, groups, statements, parts: partsOf(groups, statements) }
  })
  const { view, groups, statements, parts } = views.at(-1)!
  const before = views.at(-2)?.parts ?? []
  const foresee = (shown: ReleasedGroups['room'], people: number): ForeseenView => {
    if (!shown.shown) return people < k ? 'too-few' : 'would-reveal-others'
    return people < SMALLEST_DISTRIBUTION ? 'means' : 'spread'
  }
  return {
    room: foresee(groups.room, everybodyIn(view).length),
    levels: groups.levels.map((level, index) => {
      const people = view.levels[index]!.length
      return { view: foresee(level, people), people, more: Math.max(0, k - people) }
    }),
    distance: parts.includes('distance'),
    statements,
    loses: before.filter((part) => !parts.includes(part)),
  }
}
