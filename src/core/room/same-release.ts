import { isConceptItem } from '../questionnaire/lookup.ts'
import { COARSEST_SCORES } from '../disclosure/thresholds.ts'
import { scoring } from '../scoring/score-column.ts'
import { sumForAlpha } from '../statistics/alpha.ts'
import type { AuditedConcept } from './audit-items.ts'
import type { Change } from './other-answers.ts'
import { flagging } from './flag-people.ts'
import { conceptDistance } from './measure-distance.ts'
import { mayTellAlpha, readAlpha, readIcc } from './read-expert.ts'
import { conceptReleases } from './release-concepts.ts'
import { releaseItemOver } from './release-items.ts'
import type { AnswerColumn, RoomData } from './room-data.ts'
import { scoredItems, type ConceptColumn } from './group-scores.ts'
import type { AnswerTally } from './tally-answers.ts'
import { changeScores, type ScoreTally } from './tally-scores.ts'

/** Among fewer people nearly all of the room is too many of a level. */
const FEWEST_NEARLY_ALL = 20

/** A concept's answers, and the tallies from which it is released. */
export interface CountedConcept {
  readonly data: Pick<RoomData, 'columns' | 'paces'>
  readonly column: ConceptColumn
  /** 1 for each flagged person. */
  readonly flagged: Uint8Array
  /** Of the concept's items, in the order of its columns. */
  readonly answers: readonly AnswerTally[]
  readonly scores: ScoreTally
  /** Where the concept stands on the signal path. */
  readonly place: string
  readonly k: number
}

/** A concept's scores as they are released in one view. */
interface ReleasedScores {
  /** All that is released of them but alpha, in parts, each worked out when it is asked for; what differs most often comes first. */
  readonly texts: readonly (() => string)[]
  /** Alpha, of this tally and of another: what can differ where everybody keeps their score. `null` where it is not told, whatever was answered. */
  readonly alpha: { readonly text: string; readonly of: (tally: ScoreTally) => string } | null
}

/** Releases a concept's scores, view after view. */
function releaseScores(tally: ScoreTally, place: string, k: number): () => ReleasedScores {
  const release = conceptReleases(tally, k)
  let number = 0
  return () => {
    const people = tally.kinds.views[number++]!
    const { released, bands, without, counted } = release(people)
    const view = { concept: tally.concept, ...released, bands }
    const texts = [
      () => [view, without],
      () => conceptDistance(view, tally, people.levels[0]!, people.levels.at(-1)!),
      () => readIcc(tally, view, counted),
    ].map((part) => {
      let text: string | undefined
      return () => (text ??= JSON.stringify(part()))
    })
    const alphaOf = (other: ScoreTally) => JSON.stringify(readAlpha(other, view, place, counted))
    return { texts, alpha: mayTellAlpha(view, place) ? { text: alphaOf(tally), of: alphaOf } : null }
  }
}

/** Answers of one item after some people of certain kinds changed theirs. */
function changeCounts(
  { counts, ...tally }: AnswerTally,
  changes: readonly { kind: number; from: number; to: number }[],
) {
  const changed = [...counts]
  for (const { kind, from, to } of changes) {
    const own = [...changed[kind]!]
    own[from - 1]!--
    own[to - 1]!++
    changed[kind] = own
  }
  return { ...tally, counts: changed }
}

/**
 * Whether everything that is released of a concept in every view is the same after some
 * people answered otherwise: its items, of which only those that were changed can
 * differ, who is flagged, and its scores. Works on what is counted of each kind of
 * people, so that it takes as long for a thousand people as for ten.
 */
export function sameRelease({
  data,
  column,
  flagged,
  answers,
  scores,
  place,
  k,
}: CountedConcept): Pick<AuditedConcept, 'isSame' | 'isNearlyAll'> {
  const { columns } = column
  const { views, of: kindOf } = scores.kinds
  const judged = data.columns.filter(({ item }) => isConceptItem(item))
  const isFlagged = flagging(judged)
  /** Releases of items, by how many gave each answer: those of statements that are answered alike are the same. */
  const releasedItems = new Map<string, string>()
  /** The same, by the item and what is changed of it. */
  const changedItems = new Map<string, string>()
  const scoresBefore: ReleasedScores[] = []
  const releaseNext = releaseScores(scores, place, k)
  const releasedBefore = (number: number) => (scoresBefore[number] ??= releaseNext())

  const releaseItem = (tally: AnswerTally) => {
    const name = `${tally.options} ${tally.counts.join(' ')}`
    const written = releasedItems.get(name) ?? JSON.stringify(releaseItemOver(tally, views, k).map(({ item }) => item))
    releasedItems.set(name, written)
    return written
  }

  const isNearlyAll = (at: number) =>
    scores.step <= COARSEST_SCORES &&
    releaseItemOver(answers[at]!, views, k).every(
      ({ item: { answered, distribution } }) =>
        !answered.shown || (answered.n >= FEWEST_NEARLY_ALL && distribution.shown && distribution.is === 'nearly-all'),
    )

  function isSameItem(at: number, change: Change): boolean {
    const tally = answers[at]!
    const changes = change
      .filter((one) => one.column === at)
      .map(({ person, step }) => ({ kind: kindOf[person]!, from: columns[at]!.answers[person]!, to: step }))
    const key = `${at}`
    const changedKey = `${key} ${changes.map(({ kind, from, to }) => `${kind} ${from} ${to}`).join()}`
    const text = (name: string, write: () => string) => {
      const written = changedItems.get(name) ?? write()
      changedItems.set(name, written)
      return written
    }
    return text(key, () => releaseItem(tally)) === text(changedKey, () => releaseItem(changeCounts(tally, changes)))
  }

  /** Somebody's answers to some items, after a change. */
  const answersTo = (asked: readonly AnswerColumn[], person: number, change: Change) =>
    asked.map((one) => {
      const own = change.find((other) => other.person === person && columns[other.column]!.item.id === one.item.id)
      return own?.step ?? one.answers[person]!
    })

  const items = scoredItems(columns)
  const score = scoring(items)
  const before = new Map<number, ReturnType<typeof scoreOf>>()
  function scoreOf(person: number, change: Change) {
    const steps = answersTo(columns, person, change)
    return { score: score(steps), steps }
  }
  const alphaOf = (steps: readonly number[]) =>
    sumForAlpha(
      items.map(({ reversed }, at) => ({ steps: [steps[at]!], reversed })),
      [0],
    )
  const scoreBefore = (person: number) => {
    const own = before.get(person) ?? scoreOf(person, [])
    before.set(person, own)
    return own
  }

  /** For each person, a number that is the same for those of one kind who answered everything alike. */
  const alikes = new Map<number, number>()
  const numbers = new Map<string, number>()
  function alikeAs(person: number): number {
    const found = alikes.get(person)
    if (found !== undefined) return found
    const name = `${kindOf[person]} ${data.paces[person]} ${judged.map(({ answers: own }) => own[person]).join()}`
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    alikes.set(person, number)
    return number
  }

  /** A change by the people whom it changes, in whatever order: of those who are alike it makes no difference who. */
  function nameOf(change: Change): string {
    const own = new Map<number, string>()
    for (const { person, column: at, step } of change)
      own.set(person, `${own.get(person) ?? alikeAs(person)} ${at}:${step}`)
    return [...own.values()].toSorted().join()
  }

  const decided = new Map<string, boolean>()
  function isSame(change: Change): boolean {
    const name = nameOf(change)
    const is = decided.get(name) ?? isSameAfter(change)
    decided.set(name, is)
    return is
  }

  function isSameAfter(change: Change): boolean {
    const touched = new Set(change.map((one) => one.column))
    if (![...touched].every((at) => isSameItem(at, change))) return false
    const people = [...new Set(change.map(({ person }) => person))]
    if (
      people.some(
        (person) => isFlagged(answersTo(judged, person, change), data.paces[person]) !== (flagged[person] === 1),
      )
    )
      return false
    const changes = people.map((person) => ({
      kind: kindOf[person]!,
      was: scoreBefore(person),
      is: scoreOf(person, change),
    }))
    let changed: ScoreTally | undefined
    const after = () =>
      (changed ??= changeScores(
        scores,
        changes.map(({ kind, was, is }) => ({
          kind,
          before: was.score,
          after: is.score,
          alphaBefore: alphaOf(was.steps),
          alphaAfter: alphaOf(is.steps),
        })),
      ))
    if (changes.some(({ was, is }) => !Object.is(was.score, is.score))) {
      // Whoever has the same scores as after another change, and in the same order, is released the same but for alpha.
      const name = changes.map(({ kind, was, is }) => `${kind} ${was.score} ${is.score}`).join()
      const are = scoresDecided.get(name) ?? areScoresSame(after())
      scoresDecided.set(name, are)
      if (!are) return false
    }
    return views.every((_, number) => {
      const { alpha } = releasedBefore(number)
      return alpha === null || alpha.of(after()) === alpha.text
    })
  }

  const scoresDecided = new Map<string, boolean>()
  function areScoresSame(tally: ScoreTally): boolean {
    const release = releaseScores(tally, place, k)
    return views.every((_, number) => {
      const { texts } = releasedBefore(number)
      return release().texts.every((text, part) => text() === texts[part]!())
    })
  }
  return { isSame, isNearlyAll }
}
