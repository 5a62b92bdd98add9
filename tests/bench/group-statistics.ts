// How long the statistics of a room take: npx tsx tests/bench/group-statistics.ts
// DESIGN 9: 10,000 responses x 30 items within 200 ms, better 50.
import { agreement } from '../../src/core/statistics/agreement.ts'
import { alpha } from '../../src/core/statistics/alpha.ts'
import { cliffsDelta } from '../../src/core/statistics/cliffs-delta.ts'
import { compareMeans } from '../../src/core/statistics/compare-means.ts'
import { countSteps } from '../../src/core/statistics/count-steps.ts'
import { dissent } from '../../src/core/statistics/dissent.ts'
import { icc1 } from '../../src/core/statistics/icc1.ts'
import { scoreColumn } from '../../src/core/statistics/score-column.ts'
import { summariseMean } from '../../src/core/statistics/summarise-mean.ts'
import { summariseSteps } from '../../src/core/statistics/summarise-steps.ts'
import { vanDerEijkAgreement } from '../../src/core/statistics/van-der-eijk-agreement.ts'

const SIZES = [100, 1000, 10_000]
const RUNS = 21
const MUST = 200

const OPTIONS = 5
const CONCEPTS = 3
const ITEMS_PER_CONCEPT = 8
const LENS_ITEMS = 6
/** Where the second and the third level begin, as shares of the room. */
const LEVEL_STARTS = [0.2, 0.5]

interface Room {
  /** A column per item, people sorted by level: 24 for the concepts, then six for the lens. */
  readonly items: readonly Int8Array[]
  /** Where each level begins, and where the last ends. */
  readonly bounds: readonly number[]
}

/** A room that is the same every time: Park and Miller's generator, a tenth of the answers missing. */
function simulateRoom(people: number): Room {
  let seed = 20_061
  const draw = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const leaning = Array.from({ length: people }, draw)
  const items = Array.from({ length: CONCEPTS * ITEMS_PER_CONCEPT + LENS_ITEMS }, () =>
    Int8Array.from(leaning, (lean) =>
      draw() < 0.1 ? 0 : 1 + Math.min(OPTIONS - 1, Math.floor(OPTIONS * (0.4 * lean + 0.6 * draw()))),
    ),
  )
  return { items, bounds: [0, ...LEVEL_STARTS.map((share) => Math.round(share * people)), people] }
}

function groupFigures(items: readonly Int8Array[]) {
  const counts = items.map((steps) => countSteps(steps, OPTIONS))
  const concepts = Array.from({ length: CONCEPTS }, (_, concept) => {
    const start = concept * ITEMS_PER_CONCEPT
    const columns = items
      .slice(start, start + ITEMS_PER_CONCEPT)
      .map((steps, index) => ({ steps, options: OPTIONS, reversed: index % 4 === 3, weight: 1 }))
    const scores = scoreColumn(columns)
    return {
      scores,
      summary: summariseMean(scores),
      agreement: agreement(counts.slice(start, start + ITEMS_PER_CONCEPT)),
      complete: alpha(columns, 'complete'),
      pairwise: alpha(columns, 'pairwise'),
    }
  })
  const perItem = counts.map((itemCounts) => ({
    summary: summariseSteps(itemCounts),
    dissent: dissent(itemCounts),
    camps: vanDerEijkAgreement(itemCounts),
  }))
  return { concepts, perItem }
}

/** Every figure of the console: the room, each level, and the top against those close to the work. */
function everyFigure({ items, bounds }: Room) {
  const room = groupFigures(items)
  const levels = bounds
    .slice(1)
    .map((end, index) => groupFigures(items.map((steps) => steps.subarray(bounds[index], end))))
  const [top, work] = [levels[0]!, levels.at(-1)!]
  return {
    room,
    levels,
    correlations: room.concepts.map((_, concept) => icc1(levels.map((level) => level.concepts[concept]!.summary))),
    distances: room.concepts.map((_, concept) => {
      const [one, other] = [top.concepts[concept]!, work.concepts[concept]!]
      return {
        means: compareMeans(one.summary, other.summary),
        pairs: cliffsDelta(one.scores, other.scores),
      }
    }),
    itemDistances: top.perItem.map((item, index) => compareMeans(item.summary, work.perItem[index]!.summary)),
  }
}

function medianTime(room: Room): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    everyFigure(room)
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!
}

// A worker starts cold, so its first run is what a facilitator waits for.
const largest = simulateRoom(SIZES.at(-1)!)
const start = performance.now()
everyFigure(largest)
console.log(`first run, ${SIZES.at(-1)} responses: ${(performance.now() - start).toFixed(1)} ms`)

let before: number | null = null
for (const size of SIZES) {
  const time = medianTime(simulateRoom(size))
  const growth = before === null ? '' : `, ${(time / before).toFixed(1)} times that of a tenth of them`
  console.log(`${String(size).padStart(6)} responses: ${time.toFixed(2)} ms, median of ${RUNS}${growth}`)
  if (time > MUST) process.exitCode = 1
  before = time
}
