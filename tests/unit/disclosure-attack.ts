import type { Counts, LevelCounts } from '../../src/core/disclosure/nearly-alike.ts'

/** A possible truth: the answers of every cohort, by level and of those without one. */
export type World = readonly LevelCounts[]

/** People per level and without one, for each cohort. */
export type Sizes = readonly { readonly levels: readonly number[]; readonly none: number }[]

/** The attacker's conclusion, in words for a failing test. */
export interface Exposure {
  readonly what: 'certain answer' | 'small group'
  readonly released: string
  readonly who: string
}

/** Every way in which n people can have answered, as counts per option. */
export function answerSets(n: number, options: number): number[][] {
  if (options === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    answerSets(n - first, options - 1).map((rest) => [first, ...rest]),
  ).flat()
}

function* worldsOf(sizes: Sizes, options: number): Generator<{ world: World; cells: Counts[] }> {
  const shape = sizes.flatMap(({ levels, none }) => [...levels, none])
  const sets = shape.map((n) => answerSets(n, options))
  const at = shape.map(() => 0)
  for (;;) {
    const cells = at.map((index, cell) => sets[cell]![index]!)
    let from = 0
    const world = sizes.map(({ levels }) => {
      const cohort = { levels: cells.slice(from, from + levels.length), none: cells[from + levels.length]! }
      from += levels.length + 1
      return cohort
    })
    yield { world, cells }
    let cell = 0
    while (cell < at.length && ++at[cell]! === sets[cell]!.length) at[cell++] = 0
    if (cell === at.length) return
  }
}

/** The attacker's knowledge about one release, over all the worlds that lead to it. */
interface Knowledge {
  /** For each insider (0: none) and target cell, the options a person there may have chosen, as bits. */
  readonly open: Uint32Array
  /** For each small set of cells: its answers in the first world, and whether answers and sum differ in another. */
  readonly small: { first: string; sum: number; setOpen: boolean; sumOpen: boolean }[]
}

const add = (cells: readonly Counts[], of: readonly number[]) =>
  cells[0]!.map((_, option) => of.reduce((sum, cell) => sum + cells[cell]![option]!, 0))
const bits = (counts: Counts, without: number) =>
  counts.reduce((mask, count, option) => (count > (option === without ? 1 : 0) ? mask | (1 << option) : mask), 0)

/** Sets of cells that together hold one to four people. */
function smallSets(shape: readonly number[]): number[][] {
  const found: number[][] = []
  for (let mask = 1; mask < 1 << shape.length; mask++) {
    const cells = shape.flatMap((n, cell) => (mask & (1 << cell) && n > 0 ? [cell] : []))
    const size = cells.reduce((sum, cell) => sum + shape[cell]!, 0)
    if (size > 0 && size < 5 && !found.some((other) => other.join() === cells.join())) found.push(cells)
  }
  return found
}

/**
 * Attacks `release` by trying every world. The attacker knows the rules, how many
 * answered in each cohort and at each level, and even who they are; sorts all
 * worlds by what would be released; and knows an answer where all the worlds of
 * one release agree about it. Insiders also know their own answer.
 */
export function attack(sizes: Sizes, options: number, release: (world: World) => unknown): Exposure | undefined {
  const shape = sizes.flatMap(({ levels, none }) => [...levels, none])
  const cellCount = shape.length
  const insiders = 1 + cellCount * options
  const groups = smallSets(shape)
  const known = new Map<string, Knowledge>()

  for (const { world, cells } of worldsOf(sizes, options)) {
    const released = JSON.stringify(release(world))
    let knowledge = known.get(released)
    if (!knowledge) {
      const small = groups.map((of) => {
        const counts = add(cells, of)
        return { first: counts.join(), sum: counts.reduce((s, c, o) => s + c * o, 0), setOpen: false, sumOpen: false }
      })
      known.set(released, (knowledge = { open: new Uint32Array(insiders * cellCount), small }))
    }
    for (const [index, of] of groups.entries()) {
      const counts = add(cells, of)
      const about = knowledge.small[index]!
      about.setOpen ||= counts.join() !== about.first
      about.sumOpen ||= counts.reduce((s, c, o) => s + c * o, 0) !== about.sum
    }
    const plain = cells.map((counts) => bits(counts, -1))
    for (let target = 0; target < cellCount; target++) knowledge.open[target]! |= plain[target]!
    for (let cell = 0; cell < cellCount; cell++)
      for (let own = 0; own < options; own++) {
        if (cells[cell]![own] === 0) continue
        const row = (1 + cell * options + own) * cellCount
        for (let target = 0; target < cellCount; target++)
          knowledge.open[row + target]! |= target === cell ? bits(cells[cell]!, own) : plain[target]!
      }
  }

  for (const [released, { open, small }] of known) {
    for (const [at, mask] of open.entries())
      if (mask !== 0 && (mask & (mask - 1)) === 0) {
        const insider = Math.floor(at / cellCount)
        const by =
          insider === 0
            ? 'an outsider'
            : `who answered ${(insider - 1) % options} in cell ${Math.floor((insider - 1) / options)}`
        return { what: 'certain answer', released, who: `cell ${at % cellCount}, to ${by}` }
      }
    const found = small.findIndex(({ setOpen, sumOpen }) => !setOpen || !sumOpen)
    if (found >= 0) return { what: 'small group', released, who: `cells ${groups[found]!.join()}` }
  }
  return undefined
}
