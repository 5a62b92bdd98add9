import type * as drawing from './draw-score-chart.ts'

/** The module that draws charts, with its library. */
export type Charts = typeof drawing

let charts: Charts | null = null

/** The chart module, if it is loaded already: paper cannot wait for it. */
export const chartsAtHand = (): Charts | null => charts

/**
 * Loads what draws charts. A result needs it for nothing else, so that one that
 * cannot have it has all but the chart.
 *
 * @returns `null` where it could not be loaded. Never fails.
 */
export async function loadCharts(): Promise<Charts | null> {
  try {
    charts ??= await import('./draw-score-chart.ts')
  } catch {
    // It is asked for again with the next chart; until then tables have what it would show.
  }
  return charts
}

/** Draws once where nobody sees it. What fails here fails where a chart is seen, too, and the table takes its place there. */
const unheard = (draw: () => void) => () => {
  try {
    draw()
  } catch {
    // See above.
  }
}

/** Loads it. Returns what draws once where nobody sees it, in steps that other work may come between; none of them fails. */
export const rehearseCharts = async (): Promise<readonly (() => void)[]> =>
  (await loadCharts())?.rehearsal.map(unheard) ?? []
