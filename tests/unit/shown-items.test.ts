import { describe, expect, it } from 'vitest'
import { countedAnswers } from '../../src/core/room/counted-answers.ts'
import { roomsBeside } from '../../src/core/room/audit-items.ts'
import { flagPeople } from '../../src/core/room/flag-people.ts'
import { scoreConcept } from '../../src/core/room/group-scores.ts'
import { kindsOf } from '../../src/core/room/kinds-of.ts'
import { releaseConceptOver } from '../../src/core/room/release-concepts.ts'
import { layOutRoom } from '../../src/core/room/room-data.ts'
import { sameRelease } from '../../src/core/room/same-release.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { tallyAnswers } from '../../src/core/room/tally-answers.ts'
import { tallyScores } from '../../src/core/room/tally-scores.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { drawPeople, entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'

/*
 * Concepts whose items are shown, in rooms too large to try all of. The audit names rooms that it
 * showed them for; each is released here as a whole, in every view, and has to be the same to
 * the last character.
 */

const K = 5
/** Rooms to try of each kind; `SHOWN_ROOMS=40` tries more. */
const ROOMS = Number(process.env['SHOWN_ROOMS'] ?? 4)

type Views = readonly (readonly CollectedEntry[])[]

/** People of each view who join, whose answers lie around their level's mean, from 0 to 1; some are missing. */
function drawViews(joining: readonly (readonly number[])[], means: readonly number[], missing: number, seed: number) {
  const next = numbersFrom(seed)
  const joined = joining.map((sizes, view) => entriesOf(drawPeople(sizes, means, missing, next), `p${view}-`))
  return joined.map((_, view) => joined.slice(0, view + 1).flat())
}

const snapshotsOf = (views: Views) => views.map((entries, index) => snapshotOf(index + 1, entries))

/** Everything that is released in every view. */
function showAll(views: Views, levels: readonly string[]): string {
  const snapshots = snapshotsOf(views)
  return JSON.stringify(
    views.map((_, view) =>
      summariseRoom({ questionnaire }, { levels, smallestGroup: K }, views.at(-1)!, snapshots.slice(0, view + 1)),
    ),
  )
}

/** The items of the last view that are shown, and the other rooms that the audit shows them for. */
function* shownConcepts(views: Views, levels: readonly string[]) {
  const data = layOutRoom(questionnaire, { levels }, views.at(-1)!, snapshotsOf(views))
  const flagged = flagPeople(data)
  const kinds = kindsOf(data.snapshots, data.ids.length, flagged)
  for (const { id, place } of questionnaire.concepts) {
    const column = scoreConcept(id, data.columns)
    const answers = column.columns.map((own) => tallyAnswers(own, kinds))
    const counted = { data, column, flagged, answers, scores: tallyScores(column, kinds), place, k: K }
    const scored = releaseConceptOver(counted.scores, K).map((view) => view.counted)
    const own = countedAnswers({ columns: column.columns, snapshots: data.snapshots }, answers, kinds, scored, K)
    const rooms = roomsBeside({ ...own, k: K, ...sameRelease(counted) })
    if (rooms)
      yield { data, column, columns: own.columns, rooms, groups: kindsOf(data.snapshots, data.ids.length).people }
  }
}

describe('a concept whose items are shown', () => {
  it.each([
    [[[5, 5]], [0.35, 0.6], 0.1, 1],
    [[[6, 11]], [0.35, 0.6], 0, 1],
    // Few of these have somebody alike.
    [[[8, 8]], [0.25, 0.75], 0, 10],
    [[[5, 7, 9]], [0.35, 0.5, 0.6], 0.1, 1],
    [
      [
        [12, 12],
        [10, 10],
      ],
      [0.25, 0.75],
      0.05,
      1,
    ],
  ] as const)(
    'is released the same, to the last character, of people none of whom answered alike: %j around %j, %s missing',
    (joining, means, missing, times) => {
      const levels = means.map((_, level) => `Level ${level}`)
      const found = { alike: 0, rooms: 0 }
      for (let seed = 1; seed <= ROOMS * times; seed++) {
        const views = drawViews(joining, means, missing, seed)
        const text = showAll(views, levels)
        for (const { data, column, columns, rooms, groups } of shownConcepts(views, levels)) {
          const others = rooms.filter((change) => change.length > 0)
          if (others.length > 0) found.alike++
          for (const change of others) {
            found.rooms++
            const changed = views.map((entries) =>
              entries.map((entry) => {
                const own = change.filter(({ person }) => data.ids[person] === entry.id)
                const answers = own.map(({ column: at, step }) => [column.columns[at]!.item.id, step] as const)
                return { ...entry, answers: { ...entry.answers, ...Object.fromEntries(answers) } }
              }),
            )
            expect(showAll(changed, levels) === text).toBe(true)
            const all = new Map(changed.at(-1)!.map(({ id, answers }) => [id, answers]))
            for (const people of groups)
              for (const { item, answers } of columns) {
                // Where too few of a level answered none of it counts.
                const given = Array.from(people, (person) =>
                  answers[person]! > 0 ? all.get(data.ids[person]!)![item.id] : null,
                )
                const most = Math.max(...[1, 2, 3, 4, 5].map((step) => given.filter((one) => one === step).length))
                expect(people.length - most).toBeGreaterThan(1)
              }
          }
          // Whoever took part answers in one of them as they did.
          for (const person of data.ids.keys())
            expect(rooms.some((change) => change.every((one) => one.person !== person))).toBe(true)
        }
      }
      expect(found.rooms).toBeGreaterThan(0)
    },
    600_000,
  )
})
