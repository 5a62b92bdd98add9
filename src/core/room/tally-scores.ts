import { joinForAlpha, sumForAlpha, type AlphaSums } from '../statistics/alpha.ts'
import { scoredItems, stepOfScores, type ConceptColumn } from './group-scores.ts'
import type { Kinds } from './kinds-of.ts'

/**
 * Everybody's score on one concept, counted for each kind of people: once for each
 * score that they have, since there are few.
 */
export interface ScoreTally {
  readonly concept: string
  readonly kinds: Kinds
  /** The scores, once for each kind that has them, and how many people of that kind have them. */
  readonly scores: readonly number[]
  readonly people: readonly number[]
  /** The places in these two of each kind. */
  readonly places: readonly (readonly number[])[]
  /** How many of each kind have a score, and the sum of their scores. */
  readonly sizes: Int32Array
  readonly sums: Float64Array
  /** `stepOfScores` */
  readonly step: number
  /** The sums for alpha, of each kind. */
  readonly alpha: readonly AlphaSums[]
}

export function tallyScores({ concept, columns, scores }: ConceptColumn, kinds: Kinds): ScoreTally {
  const sizes = new Int32Array(kinds.people.length)
  const sums = new Float64Array(kinds.people.length)
  const found: number[] = []
  const people: number[] = []
  const places = kinds.people.map((own, kind) => {
    const placeOf = new Map<number, number>()
    for (const person of own) {
      const score = scores[person]!
      if (Number.isNaN(score)) continue
      sizes[kind]!++
      sums[kind]! += score
      const place = placeOf.get(score)
      if (place === undefined) {
        placeOf.set(score, found.push(score) - 1)
        people.push(1)
      } else people[place]!++
    }
    return [...placeOf.values()]
  })
  const items = scoredItems(columns)
  const alpha = kinds.people.map((own) => sumForAlpha(items, own))
  return { concept, kinds, scores: found, people, places, sizes, sums, step: stepOfScores(items), alpha }
}

/** The places of a group's scores. */
export function placesIn({ places }: Pick<ScoreTally, 'places'>, group: Int32Array): number[] {
  const all: number[] = []
  for (const kind of group) for (const place of places[kind]!) all.push(place)
  return all
}

/** The sums for alpha of a group; of an empty one those of nobody. */
export function alphaIn({ alpha }: Pick<ScoreTally, 'alpha'>, group: Int32Array): AlphaSums {
  const [first, ...others] = Array.from(group, (kind) => alpha[kind]!)
  return others.reduce((sum, own) => joinForAlpha(sum, own), first ?? sumForAlpha([]))
}

/** Somebody of a kind who has another score, `NaN` for none, and other answers for alpha. */
export interface ScoreChange {
  readonly kind: number
  readonly before: number
  readonly after: number
  readonly alphaBefore: AlphaSums
  readonly alphaAfter: AlphaSums
}

/** The tally after some people answered otherwise. Whether they have a score stays as it is. */
export function changeScores(tally: ScoreTally, changes: readonly ScoreChange[]): ScoreTally {
  const [scores, people, places] = [[...tally.scores], [...tally.people], [...tally.places]]
  const [sums, alpha] = [tally.sums.slice(), [...tally.alpha]]
  const add = (kind: number, score: number, by: 1 | -1) => {
    if (Number.isNaN(score)) return
    sums[kind]! += by * score
    const found = places[kind]!.find((place) => scores[place] === score)
    if (found === undefined) {
      places[kind] = [...places[kind]!, scores.push(score) - 1]
      people.push(by)
    } else people[found]! += by
  }
  for (const { kind, before, after, alphaBefore, alphaAfter } of changes) {
    add(kind, before, -1)
    add(kind, after, 1)
    alpha[kind] = joinForAlpha(joinForAlpha(alpha[kind]!, alphaBefore, -1), alphaAfter)
  }
  return { ...tally, scores, people, places, sums, alpha }
}
