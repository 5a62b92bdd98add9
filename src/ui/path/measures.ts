/** The measures of the signal path, in heights of its letters. */

export const LINE = 1.2
/** Between a text and the line of a level. */
export const GAP = 0.35

/** From one stripe's middle to the next; `thinnest` is in pixels, for a stream that has the width for itself and large letters. */
export const PITCH = { most: 0.46, least: 0.24, thinnest: 3 } as const
/** Streams of many statements get no wider than this: their stripes become thinner, and close up into bundles. */
export const WIDEST_STREAM = 10
/** Below this many pixels from one stripe to the next there is no room for a gap between them. */
export const CLOSED_UP = 2.75
/** The share of its place that a stripe fills; the gap is the rest. */
export const FILLED = 0.8

/** From the edge of the labels to the bar at which stripes end, and the smallest bend that leads there. */
export const BAR = 0.5
export const BEND = 0.8
/** From the edge of the labels to the outermost stripe. */
export const TURN = BAR + BEND + 0.3
/** Between two parts of a stream, arrowheads included. */
export const BETWEEN = 0.3
/** Between the two streams. */
export const CENTRE = 1.2
/** How far an arrowhead reaches beyond its stripes, and how long it is at most. */
export const HEAD = { over: 0.4, length: 1.1 } as const

/** Where nothing passes, an empty arrowhead says which way a stream runs: its length, half its width, and what is left free before it. */
export const SIGN = { length: 0.7, half: 0.45, before: 0.4 } as const

/** A label's place is at least this high, so that it can be hit, with so much between two. */
export const SLOT = { least: 2.5, gap: 0.5, pad: 0.3 } as const
/** Between two names under one heading. */
export const BETWEEN_NAMES = 0.3
/** The width of a label: never under the first, and before stripes get wider, the second, or the third where that makes the picture lower. */
export const COLUMN = { least: 5.5, good: 10, roomy: 13, most: 17 } as const
/** The room beside a stream without labels, where the other stream's labels need the width. */
export const BARE = 2

/** From one line of a pane to the next. */
export const HATCH = 0.42
