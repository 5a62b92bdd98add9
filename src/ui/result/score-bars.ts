import type { Place } from '../parts/concept-marks.ts'

/** A score with its band, as they are drawn. */
export interface ScoreMark {
  readonly score: number | null
  readonly low: number
  readonly high: number
}

export interface ScoreBar extends ScoreMark {
  readonly name: string
  /** The element whose colour is the concept's. */
  readonly colour: string
  readonly point: 'circle' | 'triangle' | 'rect' | 'rectRot'
  readonly isHollow: boolean
  /** The earlier score, on the same row; `null` where there is none. */
  readonly before: ScoreMark | null
}

/** One row of a chart. */
export interface ChartRow {
  readonly name: string
  readonly score: number | null
  /** Without a score, the limits it lies between, where they are known. */
  readonly band: { readonly low: number; readonly high: number } | null
  /** The concept's place in the signal path, which gives it its colour and mark. */
  readonly place: Place
  /** Drawn as an outline, beside another of the same colour. */
  readonly isHollow?: boolean
  /** The earlier score: an outline on the same row, joined to the present one. */
  readonly before?: Pick<ChartRow, 'score' | 'band'>
}

export interface ScoreChartOptions {
  readonly bars: readonly ScoreBar[]
  /** The response scale's words, lowest first, evenly over 0 to 100. */
  readonly ticks: readonly string[]
  readonly ink: string
  readonly soft: string
  readonly rule: string
  /** The colour behind it, which keeps the lines of the scale away from names. */
  readonly ground: string
  readonly font: string
  /** Of the letters, in pixels of the page. 13 where nothing else is said. */
  readonly size?: number
  /** Drawn for a printer, which shows more than a screen. */
  readonly paper: boolean
}

const POINTS = { source: 'circle', up: 'triangle', down: 'rect', kept: 'rectRot' } as const

const markOf = ({ score, band }: Pick<ChartRow, 'score' | 'band'>): ScoreMark => ({
  score,
  low: band?.low ?? 0,
  high: band?.high ?? 0,
})

/** Rows with the colours that their canvas needs. */
export function barsOf(rows: readonly ChartRow[], colourOf: (place: Place) => string): ScoreBar[] {
  return rows.map(({ name, place, isHollow = false, before, ...row }) => ({
    name,
    ...markOf(row),
    colour: colourOf(place),
    point: POINTS[place],
    isHollow,
    before: before ? markOf(before) : null,
  }))
}
