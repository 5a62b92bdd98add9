import { describe, expect, it } from 'vitest'
import { releaseItemOver } from '../../src/core/room/release-items.ts'
import { releaseSightOver } from '../../src/core/room/release-sight.ts'
import type { RoomPeople } from '../../src/core/room/room-data.ts'
import { answerSets, type Sizes } from './disclosure-attack.ts'

/*
 * An attacker who tries every way in which people can have answered one item, could not
 * tell it, or skipped it, over up to three levels and several views, and takes
 * everything that is released of it in all of them together, reasons too, as one key.
 */

const K = 5
const sized = (...rows: number[][]): Sizes => rows.map((row) => ({ levels: row.slice(0, -1), none: row.at(-1)! }))

/** For each cell, how many chose each option, could not tell, and skipped. */
type Cells = readonly (readonly number[])[]

/** Every way in which the people of some cells can have answered. */
function* worldsOf(shape: readonly number[], symbols: number): Generator<Cells> {
  const sets = shape.map((n) => answerSets(n, symbols))
  const at = shape.map(() => 0)
  for (;;) {
    yield at.map((index, cell) => sets[cell]![index]!)
    let cell = 0
    while (cell < at.length && ++at[cell]! === sets[cell]!.length) at[cell++] = 0
    if (cell === at.length) return
  }
}

/** The cells that are in each view: whoever joined stays. */
function viewsOf(sizes: Sizes, shape: readonly number[]): RoomPeople[] {
  const width = sizes[0]!.levels.length + 1
  return sizes.map((_, last) => {
    const at = (group: number) =>
      Int32Array.from(
        Array.from({ length: last + 1 }, (_cohort, cohort) => cohort * width + group).filter(
          (cell) => shape[cell]! > 0,
        ),
      )
    return { levels: sizes[0]!.levels.map((_level, level) => at(level)), none: at(width - 1) }
  })
}

/** What is released of an item and of who could not tell it, in every view. */
function releaseOf(cells: Cells, options: number, views: readonly RoomPeople[]): unknown {
  const counts = cells.map((cell) => cell.slice(0, options))
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
  const unseen = Int32Array.from(cells, (cell) => cell[options]!)
  const [answering, sizes] = [Int32Array.from(counts, sum), Int32Array.from(cells, sum)]
  const items = releaseItemOver({ options, counts, answering, sizes }, views, K)
  const told = items.map((item) => item.told)
  return [items.map(({ item }) => item), releaseSightOver(sizes, unseen, views, told, K, answering)]
}

/** Sets of cells with one to four people. */
function smallSets(shape: readonly number[]): number[][] {
  const masks = Array.from({ length: 2 ** shape.length - 1 }, (_, mask) => mask + 1)
  const sets = masks.map((mask) => shape.flatMap((n, cell) => (mask & (1 << cell) && n > 0 ? [cell] : [])))
  const sizeOf = (set: readonly number[]) => set.reduce((total, cell) => total + shape[cell]!, 0)
  return sets.filter((set) => sizeOf(set) > 0 && sizeOf(set) < K)
}

/**
 * Every release that forces something: what one person answered, that they could not tell
 * or that they skipped it, to an outsider or to somebody who knows their own; or all of
 * that of fewer than five people.
 */
function proofsIn(sizes: Sizes, options: number, release = releaseOf): string[] {
  const shape = sizes.flatMap(({ levels, none }) => [...levels, none])
  const symbols = options + 2
  const views = viewsOf(sizes, shape)
  const small = smallSets(shape)
  const width = shape.length
  const bits = (cell: readonly number[], without: number) =>
    cell.reduce((mask, n, symbol) => (n > (symbol === without ? 1 : 0) ? mask | (1 << symbol) : mask), 0)
  const known = new Map<string, { open: Uint32Array; sets: string[]; isOpen: boolean[] }>()
  for (const cells of worldsOf(shape, symbols)) {
    const key = JSON.stringify(release(cells, options, views))
    const sets = small.map((set) => set.map((cell) => cells[cell]!.join()).join(';'))
    const about = known.get(key) ?? {
      open: new Uint32Array((1 + width * symbols) * width),
      sets,
      isOpen: small.map(() => false),
    }
    known.set(key, about)
    for (const [index, text] of sets.entries()) if (text !== about.sets[index]) about.isOpen[index] = true
    const plain = cells.map((cell) => bits(cell, -1))
    for (let target = 0; target < width; target++) about.open[target]! |= plain[target]!
    for (const [cell, own] of cells.entries())
      for (let symbol = 0; symbol < symbols; symbol++) {
        if (own[symbol] === 0) continue
        const row = (1 + cell * symbols + symbol) * width
        for (let target = 0; target < width; target++)
          about.open[row + target]! |= target === cell ? bits(own, symbol) : plain[target]!
      }
  }
  return [...known].flatMap(([key, { open, isOpen }]) =>
    open.some((mask) => mask !== 0 && (mask & (mask - 1)) === 0) || isOpen.includes(false) ? [key] : [],
  )
}

describe('an item and who could not tell it, attacked together', () => {
  it.each([
    [2, sized([5, 5, 0])],
    [3, sized([5, 5, 0])],
    [2, sized([6, 5, 0])],
    [2, sized([10, 5, 0])],
    [2, sized([5, 5, 3])],
    [2, sized([8, 3, 0])],
    [2, sized([8, 3, 2])],
    [2, sized([8, 4, 1])],
    [2, sized([5, 0, 7])],
    [2, sized([5, 3, 3, 0])],
    [2, sized([5, 5, 5, 0])],
    [2, sized([10, 0], [10, 0])],
    [2, sized([5, 0, 0], [5, 0, 0])],
    [2, sized([3, 0, 3], [3, 0, 3])],
    [2, sized([5, 0, 0, 0], [3, 0, 2, 0])],
  ])(
    'prove nothing, %s options, sizes %j',
    (options, sizes) => {
      expect(proofsIn(sizes, options)).toEqual([])
    },
    60_000,
  )

  const unseenIn = (cells: Cells, options: number) => cells.map((cell) => cell[options])

  it('would prove something if the numbers of who could not tell were released as they are', () => {
    const exact: typeof releaseOf = (cells, options, views) => [
      releaseOf(cells, options, views),
      unseenIn(cells, options),
    ]
    expect(proofsIn(sized([5, 5, 0]), 2, exact).length).toBeGreaterThan(0)
  })

  it('would prove something if every view gave the room’s number', () => {
    const exact: typeof releaseOf = (cells, options, views) => [
      releaseOf(cells, options, views),
      views.map(({ levels, none }) =>
        [...levels, none].reduce((sum, group) => group.reduce((own, cell) => own + cells[cell]![options]!, sum), 0),
      ),
    ]
    expect(proofsIn(sized([5, 5, 0], [2, 0, 0]), 2, exact).length).toBeGreaterThan(0)
  })
})
