/** A concept where it leaves the signal path: its means on the scale of 0 to 100, `null` where not shown. */
export interface GuessedBranch {
  readonly work: number | null
  readonly guess: number | null
  /** More of it is not worse: it stays in the stream. */
  readonly isKept: boolean
}

/** The shapes of one branch. */
export interface BranchGeometry {
  /** The filled shape of the work's answers; empty where they are not shown. */
  readonly reported: string
  /** The outline of the guess; empty where it is not shown. */
  readonly expected: string
  /** The whole scale at which both end, with a tick at each answer. */
  readonly ticks: string
  /** Where the scale begins and ends: down the picture, or across it for what is kept. */
  readonly ruler: { readonly from: number; readonly to: number }
}

/** One stream with what leaves it, in units of its own: as wide and as high as is said here. */
export interface GuessStreamGeometry {
  readonly width: number
  readonly height: number
  readonly branches: readonly BranchGeometry[]
  /** The stream that passes unreported, with its arrowhead; empty where nothing passes. */
  readonly passing: string
  /** How much passes, in whole concepts. */
  readonly passed: number
}

/** How wide a concept's whole scale is. */
const WHOLE = 3
/** From the edge of the labels to the ruler at which branches end, and to the outermost of the stream. */
const BAR = 0.5
const BEND = 0.9
const TURN = 1.6
const TICK = 0.35
const HEAD = { over: 0.45, length: 1.2 } as const
/** The height that a branch and its label have. */
const EACH = 4.8
const LEAST_HEIGHT = 9.6
/** The height of two streams that stand side by side, of which one has the more branches. */
export const heightFor = (branches: number): number => Math.max(LEAST_HEIGHT, branches * EACH)

const round = (value: number) => Math.round(value * 100) / 100

/**
 * One stream of the signal path: each concept's scale is as wide as every other's, so
 * much of it leaves as is reported, and what was expected is outlined from the same
 * edge. It is worked out as the signal path is: `u` counts from the edge of the labels,
 * which stand left of what runs up and right of what runs down, and `s` along the way.
 *
 * @param branches in their order along the way, what is kept last
 * @param options how many answers the scale has
 */
export function layoutGuesses(
  direction: 'up' | 'down',
  branches: readonly GuessedBranch[],
  options: number,
  height = heightFor(branches.length),
): GuessStreamGeometry {
  const width = TURN + branches.length * WHOLE + HEAD.over
  const x = (u: number) => round(direction === 'up' ? u : width - u)
  const y = (s: number) => round(direction === 'up' ? height - s : s)
  const at = (u: number, s: number) => `${x(u)} ${y(s)}`
  const headBase = height - HEAD.length
  const slot = height / branches.length

  /** Turns out of the stream, and ends at the ruler, which begins at `s`. */
  const leaving = (u: number, s: number, wide: number) =>
    `M${at(u, 0)}L${at(u, s - BEND)}Q${at(u, s)} ${at(u - BEND, s)}L${at(BAR, s)}L${at(BAR, s + wide)}` +
    `L${at(u - BEND, s + wide)}Q${at(u + wide, s + wide)} ${at(u + wide, s - BEND)}L${at(u + wide, 0)}z`
  const staying = (u: number, wide: number) =>
    `M${at(u, 0)}L${at(u, headBase)}L${at(u + wide, headBase)}L${at(u + wide, 0)}z`
  const steps = Array.from({ length: options }, (_none, step) => (step * WHOLE) / (options - 1))

  let u = TURN
  let passed = 0
  const drawn = branches.map(({ work, guess, isKept }, index): BranchGeometry => {
    const from = u
    const middle = (index + 0.5) * slot
    const s = middle - WHOLE / 2
    const wide = (mean: number) => (mean * WHOLE) / 100
    u += wide(work ?? 0)
    passed += work === null ? 0 : 1 - work / 100
    const shape = (mean: number | null) =>
      mean === null ? '' : isKept ? staying(from, wide(mean)) : leaving(from, s, wide(mean))
    const [low, high] = isKept ? [x(from), x(from + WHOLE)] : [y(s), y(s + WHOLE)]
    return {
      reported: shape(work),
      expected: shape(guess),
      ticks: isKept
        ? `${steps.map((step) => `M${at(from + step, middle)}L${at(from + step, middle - TICK)}`).join('')}M${at(BAR, middle)}L${at(from + WHOLE, middle)}`
        : `${steps.map((step) => `M${at(BAR, s + step)}L${at(BAR - TICK, s + step)}`).join('')}M${at(BAR, s)}L${at(BAR, s + WHOLE)}`,
      ruler: { from: Math.min(low, high), to: Math.max(low, high) },
    }
  })
  const end = u + passed * WHOLE
  const passing =
    passed < 0.005
      ? ''
      : `M${at(u, 0)}L${at(u, headBase)}L${at(u - HEAD.over, headBase)}L${at((u + end) / 2, height)}` +
        `L${at(end + HEAD.over, headBase)}L${at(end, headBase)}L${at(end, 0)}z`
  return { width: round(width), height, branches: drawn, passing, passed }
}
