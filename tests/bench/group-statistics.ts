// How long the statistics of a room take, the audit among them: npx tsx tests/bench/group-statistics.ts
// The budget: every figure of the console for 10,000 responses x 30 items within 50 ms, and a cost that
// grows with the people and with the views, and no faster.
import { readFileSync } from 'node:fs'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'

const BUDGET = { people: 10_000, milliseconds: 50 }
const RUNS = 11
/** What is longer than this is measured once. */
const LONG = 2000
/** Cost per person or per view may grow by this much from the smallest to the largest that is measured. */
const UNEVEN = 2

const OPTIONS = 5
/** Where the second and the third level begin, as shares of the room. */
const LEVEL_STARTS = [0.2, 0.5]
const WORKSHOP = { levels: ['top', 'middle', 'work'], smallestGroup: 5 }

const file = new URL('../../questionnaires/execution-gaps/questionnaire.json', import.meta.url)
const questionnaire = JSON.parse(readFileSync(file, 'utf8')) as Questionnaire

/** Statements that a whole level answers alike, two of each concept: what the audit has most to do with. */
const ALIKE = new Set(
  questionnaire.concepts.flatMap(({ id }) =>
    questionnaire.items
      .filter((item) => 'concept' in item && item.concept === id)
      .slice(0, 2)
      .map((item) => item.id),
  ),
)

/** Park and Miller's generator. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** A repeatable room: a tenth of the answers missing, a tenth can't tell; its top may answer `ALIKE` alike. */
function simulateEntries(people: number, isAlike = false): CollectedEntry[] {
  const draw = numbersFrom(20_061)
  const level = (person: number) => LEVEL_STARTS.filter((start) => (person % 10) / 10 >= start).length
  return Array.from({ length: people }, (_, person) => {
    const lean = draw()
    const given = questionnaire.items.flatMap(({ id }): [string, number | typeof CANT_TELL][] => {
      const chance = draw()
      if (isAlike && level(person) === 0 && ALIKE.has(id)) return [[id, 4]]
      if (chance < 0.1) return []
      if (chance < 0.2) return [[id, CANT_TELL]]
      return [[id, 1 + Math.min(OPTIONS - 1, Math.floor(OPTIONS * (0.4 * lean + 0.6 * draw())))]]
    })
    return {
      id: `entry-${person}`,
      participant: person,
      revision: 1,
      mark: null,
      via: 'code',
      completedOn: null,
      level: level(person),
      pace: person % 12 === 0 ? 'fast' : 'usual',
      answers: Object.fromEntries(given),
    }
  })
}

/** Every figure of the console for so many views, of which the last has everybody, as computed in the worker. */
function everyFigure(entries: readonly CollectedEntry[], views: number): void {
  const snapshots = Array.from({ length: views }, (_, view) => ({
    number: view + 1,
    takenOn: '2026-11-23',
    entries: entries.slice(0, Math.ceil((entries.length * (view + 1)) / views)).map(({ id }) => id),
  }))
  summariseRoom({ questionnaire }, WORKSHOP, entries, snapshots)
}

/** Milliseconds of processor time, the median of some runs. */
function timeOf(entries: readonly CollectedEntry[], views = 1): number {
  const times: number[] = []
  while (times.length < RUNS) {
    const before = process.cpuUsage()
    everyFigure(entries, views)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
    if (times[0]! > LONG) break
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

function fail(sentence: string): void {
  console.log(`  too slow: ${sentence}`)
  process.exitCode = 1
}

const milliseconds = (time: number) => `${time.toFixed(1).padStart(8)} ms`

/** Prints what each size takes, and checks that the cost per unit does not grow. */
function grows(what: string, sizes: readonly number[], timeAt: (size: number) => number): void {
  console.log(what)
  const each = sizes.map((size) => {
    const time = timeAt(size)
    console.log(`${String(size).padStart(9)} ${milliseconds(time)}`)
    return time / size
  })
  const growth = each.at(-1)! / each[0]!
  if (growth > UNEVEN) fail(`the last costs ${growth.toFixed(1)} times as much for each as the first`)
}

// A worker starts cold, so a facilitator waits for its first run.
const start = performance.now()
everyFigure(simulateEntries(BUDGET.people), 1)
console.log(`first run, ${BUDGET.people} responses: ${milliseconds(performance.now() - start)}`)

grows('responses in one view', [1000, 10_000, 100_000], (people) => {
  const time = timeOf(simulateEntries(people))
  if (people === BUDGET.people && time > BUDGET.milliseconds) fail(`the budget is ${BUDGET.milliseconds} ms`)
  return time
})
grows('responses in one view, where a level answers six statements alike', [1000, 10_000, 100_000], (people) =>
  timeOf(simulateEntries(people, true)),
)
const thousand = simulateEntries(1000)
grows('views of 1,000 people', [1, 3, 6, 12], (views) => timeOf(thousand, views))
