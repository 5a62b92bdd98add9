/** The measures for setting the words of a scale below a chart. */
export interface TickSpace {
  /** Of the chart, in pixels, and what of it stays free at either side. */
  readonly width: number
  readonly margin: number
  /** The largest size of letters, and the smallest that words are made to fit, in pixels. */
  readonly size: number
  readonly smallest: number
  readonly measure: (text: string, size: number) => number
}

interface Laid {
  readonly size: number
  /** The lines of each step, the upper ones empty where it stands lower; empty for one that is left out. */
  readonly lines: readonly (readonly string[])[]
}

/** More rows than these would be a text of its own. */
const MOST_ROWS = 3
/** Between two words, in heights of a letter. */
const GAP = 0.5

/**
 * Sets the words of a scale's steps, evenly over the width, the first and the last
 * within it. Whatever has no room beside the others stands in a lower row, so that
 * no two run together; an inner one that has room in none is left out, the ends
 * never.
 */
export function layOutTicks(
  ticks: readonly string[],
  { width, margin, size: most, smallest, measure }: TickSpace,
): Laid {
  const last = ticks.length - 1
  const room = width / ticks.length
  const linesAt = (size: number) =>
    ticks.map((words) => (measure(words, size) > room - GAP * size ? words.split(' ') : [words]))
  const widthOf = (lines: readonly string[], size: number) => Math.max(...lines.map((line) => measure(line, size)))

  const ends = (size: number) =>
    [0, last].reduce((sum, index) => sum + widthOf(linesAt(size)[index]!, size), GAP * size)
  const size = Math.max(Math.min(smallest, most), Math.min(most, (most * (width - 2 * margin)) / ends(most)))

  const all = linesAt(size)
  const rows: { from: number; to: number }[][] = [[]]
  const rowOf = new Map<number, number>()
  for (const index of [0, last, ...ticks.keys()]) {
    if (rowOf.has(index)) continue
    const wide = widthOf(all[index]!, size)
    const at = margin + ((width - 2 * margin) * index) / Math.max(1, last)
    const from = at - (index === 0 ? 0 : index === last ? wide : wide / 2)
    const to = from + wide
    const isFree = (row: number) =>
      (rows[row] ?? []).every((one) => to + GAP * size <= one.from || one.to + GAP * size <= from)
    const isEnd = index === 0 || index === last
    const row = isEnd ? 0 : from < 0 || to > width ? undefined : [...Array(MOST_ROWS).keys()].find(isFree)
    if (row === undefined) continue
    ;(rows[row] ??= []).push({ from, to })
    rowOf.set(index, row)
  }
  const heights = rows.map((_row, row) =>
    Math.max(0, ...all.filter((_, i) => rowOf.get(i) === row).map((l) => l.length)),
  )
  const lines = all.map((own, index) => {
    const row = rowOf.get(index)
    if (row === undefined) return []
    const above = heights.slice(0, row).reduce((sum, height) => sum + height, 0)
    return [...Array<string>(above).fill(''), ...own]
  })
  return { size, lines }
}
