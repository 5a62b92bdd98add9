// How long the statistics of a room take: npx tsx tests/bench/group-statistics.ts
// The budget: every figure of the console for 10,000 responses x 30 items within 200 ms, better 50.
import { readFileSync } from 'node:fs'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'

const SIZES = [100, 1000, 10_000]
const RUNS = 21
const MUST = 200

const OPTIONS = 5
/** Where the second and the third level begin, as shares of the room. */
const LEVEL_STARTS = [0.2, 0.5]
const WORKSHOP = { levels: ['top', 'middle', 'work'], smallestGroup: 5 }

const file = new URL('../../questionnaires/execution-gaps/questionnaire.json', import.meta.url)
const questionnaire = JSON.parse(readFileSync(file, 'utf8')) as Questionnaire

/** A repeatable room: Park and Miller's generator, a tenth of the answers missing, a tenth can't tell. */
function simulateEntries(people: number): CollectedEntry[] {
  let seed = 20_061
  const draw = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: people }, (_, person) => {
    const lean = draw()
    const given = questionnaire.items.flatMap(({ id }): [string, number | typeof CANT_TELL][] => {
      const chance = draw()
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
      level: LEVEL_STARTS.filter((start) => person >= start * people).length,
      pace: person % 12 === 0 ? 'fast' : 'usual',
      answers: Object.fromEntries(given),
    }
  })
}

/** Every figure of the console, computed as in the worker. */
function everyFigure(entries: readonly CollectedEntry[]): void {
  const snapshot = { number: 1, takenOn: '2026-11-23', entries: entries.map(({ id }) => id) }
  summariseRoom({ questionnaire }, WORKSHOP, entries, [snapshot])
}

function timeOf(entries: readonly CollectedEntry[]): number {
  const start = performance.now()
  everyFigure(entries)
  return performance.now() - start
}

// A worker starts cold, so a facilitator waits for its first run.
const largest = simulateEntries(SIZES.at(-1)!)
const first = timeOf(largest)
console.log(`first run, ${SIZES.at(-1)} responses: ${first.toFixed(1)} ms`)
if (first > MUST) process.exitCode = 1

let before: number | null = null
for (const size of SIZES) {
  const entries = simulateEntries(size)
  const time = Array.from({ length: RUNS }, () => timeOf(entries)).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!
  const growth = before === null ? '' : `, ${(time / before).toFixed(1)} times that of a tenth of them`
  console.log(`${String(size).padStart(6)} responses: ${time.toFixed(2)} ms, median of ${RUNS}${growth}`)
  if (time > MUST) process.exitCode = 1
  before = time
}
