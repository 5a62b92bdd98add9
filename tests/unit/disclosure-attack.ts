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

/** The answers of one cell in one world, and what follows from them: worked out once, not for every world. */
interface CellAnswers {
  readonly counts: Counts
  /** As one number, of which the sum over cells is as good as the sum of their counts, while these are of fewer than `SMALL` people. */
  readonly code: number
  /** The sum of the options' numbers. */
  readonly sum: number
  /** The options that somebody chose, as bits. */
  readonly open: number
  /** The same without one who chose an option, by that option. */
  readonly others: readonly number[]
}

/** So many people are not few. */
const SMALL = 5

const bits = (counts: Counts, without: number) =>
  counts.reduce((mask, count, option) => (count > (option === without ? 1 : 0) ? mask | (1 << option) : mask), 0)

const cellAnswers = (counts: Counts): CellAnswers => ({
  counts,
  code: counts.reduce((code, count) => code * SMALL + count, 0),
  sum: counts.reduce((sum, count, option) => sum + count * option, 0),
  open: bits(counts, -1),
  others: counts.map((_, own) => bits(counts, own)),
})

/** Every world with its cells, which are the same array each time, as are cohorts that answered alike. */
function* worldsOf(sizes: Sizes, options: number): Generator<{ world: World; cells: readonly CellAnswers[] }> {
  const shape = sizes.flatMap(({ levels, none }) => [...levels, none])
  const sets = shape.map((n) => answerSets(n, options).map(cellAnswers))
  const at = shape.map(() => 0)
  const cells = sets.map((own) => own[0]!)
  const cohorts = sizes.map(() => new Map<number, LevelCounts>())
  for (;;) {
    let from = 0
    const world = sizes.map(({ levels }, cohort) => {
      let number = 0
      for (let cell = from; cell <= from + levels.length; cell++) number = number * sets[cell]!.length + at[cell]!
      const known = cohorts[cohort]!
      const own = known.get(number) ?? {
        levels: levels.map((_, level) => cells[from + level]!.counts),
        none: cells[from + levels.length]!.counts,
      }
      known.set(number, own)
      from += levels.length + 1
      return own
    })
    yield { world, cells }
    let cell = 0
    while (cell < at.length && ++at[cell]! === sets[cell]!.length) {
      at[cell] = 0
      cells[cell] = sets[cell]![0]!
      cell++
    }
    if (cell === at.length) return
    cells[cell] = sets[cell]![at[cell]!]!
  }
}

/** The attacker's knowledge about one release, over all the worlds that lead to it. */
interface Knowledge {
  /** For each insider (0: none) and target cell, the options a person there may have chosen, as bits. */
  readonly open: Uint32Array
  /** For each small set of cells: its answers in the first world, and whether answers and sum differ in another. */
  readonly small: { readonly code: number; readonly sum: number; setOpen: boolean; sumOpen: boolean }[]
}

/** Sets of cells that together hold few people, one to four. */
function smallSets(shape: readonly number[]): number[][] {
  const found: number[][] = []
  for (let mask = 1; mask < 1 << shape.length; mask++) {
    const cells = shape.flatMap((n, cell) => (mask & (1 << cell) && n > 0 ? [cell] : []))
    const size = cells.reduce((sum, cell) => sum + shape[cell]!, 0)
    if (size > 0 && size < SMALL && !found.some((other) => other.join() === cells.join())) found.push(cells)
  }
  return found
}

/**
 * Attacks `release` by trying every world. The attacker knows the rules, how many
 * answered in each cohort and at each level, and even who they are; sorts all
 * worlds by what would be released; and knows an answer where all the worlds of
 * one release agree about it. Insiders also know their own answer.
 *
 * @param release what is released, or a text that is the same where it is
 */
export function attack(sizes: Sizes, options: number, release: (world: World) => unknown): Exposure | undefined {
  const shape = sizes.flatMap(({ levels, none }) => [...levels, none])
  const cellCount = shape.length
  const insiders = 1 + cellCount * options
  const groups = smallSets(shape)
  const known = new Map<string, Knowledge>()

  for (const { world, cells } of worldsOf(sizes, options)) {
    const told = release(world)
    const released = typeof told === 'string' ? told : JSON.stringify(told)
    let knowledge = known.get(released)
    const isNew = knowledge === undefined
    knowledge ??= { open: new Uint32Array(insiders * cellCount), small: [] }
    if (isNew) known.set(released, knowledge)
    const { open, small } = knowledge
    for (const [index, of] of groups.entries()) {
      const about = small[index]
      if (about?.setOpen && about.sumOpen) continue
      let [code, sum] = [0, 0]
      for (const cell of of) {
        code += cells[cell]!.code
        sum += cells[cell]!.sum
      }
      if (about) {
        about.setOpen ||= code !== about.code
        about.sumOpen ||= sum !== about.sum
      } else small.push({ code, sum, setOpen: false, sumOpen: false })
    }
    for (let target = 0; target < cellCount; target++) open[target]! |= cells[target]!.open
    for (let cell = 0; cell < cellCount; cell++) {
      const { counts, others } = cells[cell]!
      for (let own = 0; own < options; own++) {
        if (counts[own] === 0) continue
        const row = (1 + cell * options + own) * cellCount
        for (let target = 0; target < cellCount; target++)
          open[row + target]! |= target === cell ? others[own]! : cells[target]!.open
      }
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
