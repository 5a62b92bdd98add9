import { meaningOf } from '../disclosure/print-mean.ts'
import type { Printed } from '../disclosure/printed.ts'
import { allOf, anyOf, atLeast, negate } from '../findings/three-valued.ts'
import { isConceptItem, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { Questionnaire, RoomCondition, RoomRule } from '../questionnaire/schema.ts'
import type { Interval } from '../statistics/interval.ts'
import type { Known } from '../scoring/standing.ts'
import { clearOf } from './clear-of.ts'
import { hasTwoCamps } from './discuss-first.ts'
import { countRange } from './print-sight.ts'
import type { RoomFindingView, RoomView } from './room-view.ts'
import { shareFrom } from './share-from.ts'

/** All that is printed, before anything is found in it. */
export type PrintedRoom = Omit<RoomView, 'findings'>

interface Found {
  readonly known: Known
  /** The items by which it holds. */
  readonly items: readonly string[]
}

/** Whether a value that lies in a range reaches a limit. */
function reaches({ low, high }: Interval, limit: number): Known {
  return low >= limit ? true : high < limit ? false : null
}

/** Shares that are whole numbers of people may miss a limit by a rounding error. */
const ROUNDING = 1e-9

/**
 * Between which shares of those who answered an item chose an option or one further
 * on, reversed items turned: certain from what is printed. `null` where nothing is.
 */
export function reportedBy(
  questionnaire: Questionnaire,
  room: Pick<PrintedRoom, 'items'>,
  id: string,
  option: string,
): Interval | null {
  const item = questionnaire.items.filter(isConceptItem).find((candidate) => candidate.id === id)
  const view = room.items.find((candidate) => candidate.item === id)
  if (!item || !view) return null
  const { options } = scaleOf(questionnaire, item)
  const from = stepOfOption(scaleOf(questionnaire, item), option)
  if (from === null) return null
  if (!item.reversed) return shareFrom(view, from, options.length)
  // Keyed from the option on is raw up to its mirror: all but those above it.
  const above = shareFrom(view, options.length + 2 - from, options.length)
  return above && { low: 1 - above.high, high: 1 - above.low }
}

function scoreIn(
  printed: Printed<{ readonly mean: Parameters<typeof meaningOf>[0] }> | undefined,
  from: number,
  below: number | undefined,
): Known {
  if (!printed?.shown) return null
  const range = meaningOf(printed.mean)
  return allOf([reaches(range, from), below === undefined ? true : negate(reaches(range, below))])
}

function groupAt<T>(
  at: 'room' | 'top' | 'work',
  groups: { readonly room: T; readonly levels: readonly T[] },
): T | undefined {
  return at === 'room' ? groups.room : groups.levels.at(at === 'top' ? 0 : -1)
}

function overItems(ids: readonly string[], minimum: number, test: (id: string) => Known): Found {
  const known = ids.map(test)
  return { known: atLeast(known, minimum), items: ids.filter((_, index) => known[index] === true) }
}

const plain = (known: Known): Found => ({ known, items: [] })

/** Evaluates one condition on what is printed of a room: `null` where that leaves it open. */
function evaluate(questionnaire: Questionnaire, room: PrintedRoom, condition: RoomCondition): Found {
  const scores = (concept: string, at: 'room' | 'top' | 'work' = 'room') => {
    const view = room.concepts.find((candidate) => candidate.concept === concept)
    return view && groupAt(at, view)
  }
  const itemsIn = (concepts: readonly string[]) => room.items.filter(({ concept }) => concepts.includes(concept))
  switch (condition.is) {
    case 'scored':
      return plain(scores(condition.concept, condition.at)?.shown === true)
    case 'score':
      return plain(scoreIn(scores(condition.concept, condition.at), condition.from ?? 0, condition.below))
    case 'clear-of':
      return plain(allOf(condition.of.map((other) => clearOf(questionnaire, room, condition.concept, other))))
    case 'level':
      return plain(
        allOf(
          condition.concepts.flatMap((concept) =>
            condition.concepts
              .filter((other) => other !== concept)
              .map((other) => negate(clearOf(questionnaire, room, concept, other))),
          ),
        ),
      )
    case 'distance': {
      const difference = room.distance.concepts.find(({ concept }) => concept === condition.concept)?.difference
      if (!difference?.shown) return plain(null)
      if (condition.top === 'cannot-tell') return plain(!difference.clear)
      return plain(difference.clear && difference.points < 0 === (condition.top === 'lower'))
    }
    case 'reported':
      return overItems(condition.items, condition.atLeast, (id) => {
        const share = reportedBy(questionnaire, room, id, condition.from)
        return share && reaches(share, condition.share - ROUNDING)
      })
    case 'held':
      return overItems(condition.items, condition.atLeast, (id) => {
        const heldBy = room.lens.find(({ item }) => item === id)?.heldBy
        return heldBy ? reaches(heldBy, condition.share - ROUNDING) : null
      })
    case 'two-camps': {
      const items = itemsIn(condition.concepts)
      return overItems(
        items.map(({ item }) => item),
        condition.atLeast,
        (id) => hasTwoCamps(items.find(({ item }) => item === id)!),
      )
    }
    case 'unseen-from-top': {
      const found = new Set(room.sight.unseenFromTop)
      const own = itemsIn(condition.concepts).map(({ item }) => item)
      const items = own.filter((id) => found.has(id))
      return { known: items.length >= condition.atLeast, items }
    }
    case 'unseen': {
      const { at, share } = condition
      const size = at === 'room' ? room.size.total : room.size.levels.at(at === 'top' ? 0 : -1)!.size
      const own = room.sight.items.filter(({ concept }) => condition.concepts.includes(concept))
      return overItems(
        own.map(({ item }) => item),
        condition.atLeast,
        (id) => {
          const printed = groupAt(
            at,
            own.find(({ item }) => item === id)!,
          )
          return printed?.shown ? reaches(countRange(printed, size), share * size - ROUNDING) : null
        },
      )
    }
  }
}

function evaluateRule(questionnaire: Questionnaire, room: PrintedRoom, rule: RoomRule): Found {
  const each = (conditions: readonly RoomCondition[] = []) =>
    conditions.map((one) => evaluate(questionnaire, room, one))
  const known = (found: readonly Found[]) => found.map((one) => one.known)
  const [all, any, none] = [each(rule.all), each(rule.any), each(rule.none)]
  return {
    known: allOf([allOf(known(all)), rule.any ? anyOf(known(any)) : true, negate(anyOf(known(none)))]),
    items: [...all, ...any].filter((one) => one.known === true).flatMap((one) => one.items),
  }
}

/**
 * The findings about a room, in the questionnaire's order. They are drawn from
 * what is printed and from nothing else, so they reveal no more than that. A rule
 * that is unknown shows nothing.
 */
export function roomFindings(questionnaire: Questionnaire, room: PrintedRoom): RoomFindingView[] {
  let hasHeadline = false
  return (questionnaire.room ?? []).flatMap((finding) => {
    if (finding.part === 'headline' && hasHeadline) return []
    const { known, items } = evaluateRule(questionnaire, room, finding.when)
    if (known !== true) return []
    hasHeadline ||= finding.part === 'headline'
    const named = new Set(items)
    return [
      {
        finding: finding.id,
        part: finding.part,
        concept: finding.concept ?? null,
        items: questionnaire.items.filter(({ id }) => named.has(id)).map(({ id }) => id),
        answers: finding.answers ?? [],
      },
    ]
  })
}
