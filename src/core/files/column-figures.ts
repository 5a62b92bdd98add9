/** The figure that a row below a table gives for each column. */
export type SumKind = 'mean' | 'median' | 'sum' | 'count' | 'deviation' | 'least' | 'most'

/** A number as it is written. */
export interface WrittenNumber {
  readonly value: number
  /** How many figures stand behind its point or comma. */
  readonly decimals: number
}

const PLAIN = /^([-+]?\d{1,15})(?:[.,](\d{1,20}))?$/
const GROUPED = /^[-+]?\d{1,3}(?:[.,'\s]\d{3})+$/

/** The numbers that a cell may be read as: "1,204" is one with three decimals, or a thousand and more. Empty for none. */
export function numbersIn(cell: string): readonly WrittenNumber[] {
  const plain = PLAIN.exec(cell)
  const [, whole = '', decimals = ''] = plain ?? []
  return [
    ...(plain ? [{ value: Number(`${whole}.${decimals || '0'}`), decimals: decimals.length }] : []),
    ...(GROUPED.test(cell) ? [{ value: Number(cell.replaceAll(/[.,'\s]/g, '')), decimals: 0 }] : []),
  ]
}

/** From how many decimals on a number may be cut instead of rounded. */
const CUT_FROM = 2

/** How far a number may be from what it says, as it is written. */
const within = ({ decimals }: WrittenNumber): number => 10 ** -decimals * (decimals >= CUT_FROM ? 1 : 0.5) + 1e-9

export interface ColumnFigures {
  /** How many cells of the column have a number. */
  readonly rows: number
  /** Whether a number says this of the column, within the rounding it is written with. */
  readonly is: (kind: SumKind, number: WrittenNumber) => boolean
}

function medianOf(sorted: readonly (readonly [value: number, count: number])[], rows: number): number {
  const at = (place: number) => {
    let before = 0
    for (const [value, count] of sorted) {
      before += count
      if (before > place) return value
    }
    return Number.NaN
  }
  return (at(Math.floor((rows - 1) / 2)) + at(Math.floor(rows / 2))) / 2
}

/**
 * The figures of a column: mean, median, sum, and the others of `SumKind`.
 *
 * @param counts how often each cell stands in it; empty ones are not in it
 * @param valueOf a cell as a number; `null` for none
 */
export function columnFigures(
  counts: Iterable<readonly [cell: string, count: number]>,
  valueOf: (cell: string) => number | null,
): ColumnFigures {
  const values: (readonly [value: number, count: number])[] = []
  let [rows, filled, sum] = [0, 0, 0]
  for (const [cell, count] of counts) {
    filled += count
    const value = valueOf(cell)
    if (value === null) continue
    values.push([value, count])
    rows += count
    sum += value * count
  }
  const sorted = values.toSorted(([one], [other]) => one - other)
  const mean = sum / rows
  const squares = values.reduce((all, [value, count]) => all + count * (value - mean) ** 2, 0)
  const figures: Readonly<Record<SumKind, readonly number[]>> = {
    mean: [mean],
    median: [medianOf(sorted, rows)],
    sum: [sum],
    count: [rows, filled],
    // Of a sample, and of everybody.
    deviation: [Math.sqrt(squares / (rows - 1)), Math.sqrt(squares / rows)],
    least: [sorted[0]?.[0] ?? Number.NaN],
    most: [sorted.at(-1)?.[0] ?? Number.NaN],
  }
  return {
    rows,
    is: (kind, number) => figures[kind].some((figure) => Math.abs(figure - number.value) <= within(number)),
  }
}
