import type { PathBundle, PathFlow } from './drawing.ts'
import { isUntold, placeLabels, signRoom, type Label, type LabelLine } from './layout-labels.ts'
import { BAR, BEND, BETWEEN, CLOSED_UP, FILLED, HATCH, HEAD, SIGN, TURN } from './measures.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line that is drawn, with its width. */
export interface Stroke {
  readonly d: string
  readonly width: number
}

export interface BundleGeometry {
  readonly bundle: PathBundle
  readonly strokes: readonly Stroke[]
  /** The filled shape: an arrowhead, or a pane. */
  readonly fill: string
  /** Thin lines: the bar at which stripes end, the lines of a pane. */
  readonly fine: string
  /** From the label to what does not reach it, and the dot there. It may cross what is as long as the stream. */
  readonly leader: string
  readonly dot: string
  /** The pressable area: the label with the place it takes. */
  readonly target: Box
  readonly align: 'start' | 'end'
  readonly lines: readonly (LabelLine & { readonly x: number })[]
}

export interface StreamGeometry {
  readonly bundles: readonly BundleGeometry[]
  readonly passing: { readonly strokes: readonly Stroke[]; readonly head: string }
  /** A dot where each statement that was left open would have set out. */
  readonly skipped: Stroke
  /** An empty arrowhead, where nothing passes whose own would tell which way the stream runs; else nothing. */
  readonly sign: string
}

/** Where a stream stands. Its labels are on one side, and it is drawn from the edge of their column inwards. */
export interface Frame {
  readonly labelsAt: 'left' | 'right'
  /** The inner edge of the labels' column. */
  readonly edge: number
  readonly column: number
  /** The line of the top, and how far below it that of the work is. */
  readonly top: number
  readonly length: number
  readonly pitch: number
  readonly em: number
}

const round = (value: number) => Math.round(value * 100) / 100

/** Where each part of a stream lies, from its outermost stripe on. */
interface Parts {
  readonly bundles: readonly { readonly from: number; readonly width: number }[]
  readonly passing: { readonly from: number; readonly width: number }
  readonly skipped: { readonly from: number; readonly width: number }
  /** Of the sign of the direction: over what leaves, or beside what does not; `null` where it needs none. */
  readonly sign: number | null
  readonly width: number
}

/** How wide each part of a stream is. No part is thinner than a line. */
export function partsOf(flow: PathFlow, pitch: number, em: number): Parts {
  const { bundles, passing, skipped } = flow
  let at = 0
  let over = 0
  const take = (amount: number, hasHead: boolean) => {
    if (amount === 0) return { from: at, width: 0 }
    const before = hasHead ? HEAD.over * em : 0
    const from = at + over + before + (at > 0 ? BETWEEN * em : 0)
    const width = Math.max(2, amount * pitch)
    at = from + width
    over = before
    return { from, width }
  }
  const own = bundles.map(({ kind, shares }) => take(shares.length, kind === 'kept'))
  const through = take(passing.length, true)
  const open = take(skipped, false)
  const leaving = own.findLastIndex((_part, index) => bundles[index]!.kind === 'leaves')
  const leaves = own[leaving]
  const beside = at + (at > 0 ? BETWEEN * em : 0) + SIGN.half * em
  const end = leaves ? leaves.from + leaves.width : 0
  const sign = !isUntold(flow) ? null : leaves ? Math.min(end / 2, end - SIGN.half * em) : beside
  const width = sign === beside ? sign + SIGN.half * em : at + over
  return { bundles: own, passing: through, skipped: open, sign, width }
}

/** How wide a stripe is drawn: the more often something stops, the wider, and the less it passes, the thinner. */
function widthFor(pitch: number, share: number, stops: boolean): number {
  if (pitch < CLOSED_UP) return pitch
  return pitch * FILLED * (stops ? 0.5 + 0.5 * share : 1 - 1.1 * share)
}

/**
 * Everything of one stream but its heading. It is worked out as if it ran away
 * from the column of its labels and up from where it begins, and put in its place
 * at the very end: `u` counts from the edge of the labels, `s` along the way.
 */
export function layoutFlow(flow: PathFlow, labels: readonly Label[], frame: Frame): StreamGeometry {
  const { labelsAt, edge, column, top, length, em } = frame
  const isLeft = labelsAt === 'left'
  const x = (u: number) => round(isLeft ? edge + u : edge - u)
  const y = (s: number) => round(flow.direction === 'up' ? top + length - s : top + s)
  const at = (u: number, s: number) => `${x(u)} ${y(s)}`
  const parts = partsOf(flow, frame.pitch, em)
  const first = TURN * em
  const middles = placeLabels(labels, length - signRoom(flow) * em, em)

  const pitchOf = (width: number, amount: number) => width / amount
  const headOf = (width: number) => Math.min(HEAD.length * em, 0.4 * em + width * 0.35)
  const straight = (from: number, width: number, shares: readonly number[], to: number, stops: boolean): Stroke[] => {
    const pitch = pitchOf(width, shares.length)
    return shares.map((share, index) => {
      const u = first + from + (index + 0.5) * pitch
      return { d: `M${at(u, 0)}L${at(u, to)}`, width: round(widthFor(pitch, share, stops)) }
    })
  }
  const arrowhead = (from: number, width: number) => {
    const [near, far] = [first + from - HEAD.over * em, first + from + width + HEAD.over * em]
    const base = length - headOf(width)
    return `M${at(near, base)}L${at((near + far) / 2, length)}L${at(far, base)}z`
  }

  const emptyHead = (u: number) => {
    const [base, half] = [length - SIGN.length * em, SIGN.half * em]
    return `M${at(u - half, base)}L${at(u, length)}L${at(u + half, base)}`
  }

  /**
   * Stripes that bend out of the stream, one within the other, and end at the bar of
   * their label: beside the middle of it, or at the source as near that as can be.
   */
  const leaving = (from: number, width: number, { bundle, height, slot }: Label, middle: number) => {
    const { shares, place } = bundle
    const pitch = pitchOf(width, shares.length)
    const leavesAt = place === 'source' ? middle - slot / 2 : middle - width / 2
    const strokes = shares.map((share, index) => {
      const u = first + from + (index + 0.5) * pitch
      const s = leavesAt + (index + 0.5) * pitch
      const bend = BEND * em + index * pitch
      return {
        d: `M${at(u, 0)}L${at(u, s - bend)}Q${at(u, s)} ${at(u - bend, s)}L${at(BAR * em, s)}`,
        width: round(widthFor(pitch, share, true)),
      }
    })
    const [near, far] = [Math.min(leavesAt, middle - height / 2), Math.max(leavesAt + width, middle + height / 2)]
    return {
      strokes,
      fill: '',
      fine: `M${at(BAR * em, near)}L${at(BAR * em, far)}`,
      leader: '',
      dot: '',
    }
  }

  /** The leader line from a label to a part that runs on past the label. */
  const leaderTo = (u: number, middle: number) => ({
    leader: `M${at(BAR * em, middle)}L${at(first + u, middle)}`,
    dot: `M${at(first + u, middle)}h0`,
  })

  /** A pane over what cannot be seen, hatched all the way. */
  const pane = (from: number, width: number, middle: number) => {
    const [near, far] = [first + from, first + from + width]
    let hatch = ''
    // Each line rises as it crosses the pane, and begins and ends where the pane does.
    for (let s = HATCH * em - width; s < length; s += HATCH * em) {
      const [low, high] = [Math.max(0, s), Math.min(length, s + width)]
      hatch += `M${at(near + low - s, low)}L${at(near + high - s, high)}`
    }
    const edges = `M${at(near, 0)}L${at(near, length)}M${at(far, 0)}L${at(far, length)}`
    return { strokes: [], fill: '', fine: hatch + edges, ...leaderTo(from + Math.min(width / 2, 0.4 * em), middle) }
  }

  /** A shutter before what may not be shown. */
  const shutter = (from: number, width: number, middle: number) => {
    const [near, far] = [first + from, first + from + width]
    return {
      strokes: [],
      fill: `M${at(near, 0)}L${at(near, length)}L${at(far, length)}L${at(far, 0)}z`,
      fine: '',
      ...leaderTo(from + Math.min(width / 2, 0.4 * em), middle),
    }
  }

  /** The shape of a concept that is worth keeping: it passes, with bars across it where it is reported. */
  const guarded = (from: number, width: number, shares: readonly number[], middle: number) => {
    const reported = shares.filter((share) => share > 0.5).length
    const across = [0.3, 0.42, 0.54].map((share) => share * (length - headOf(width)))
    const far = from + (width * reported) / shares.length
    return {
      strokes: straight(from, width, shares, length - headOf(width), true),
      fill: arrowhead(from, width),
      fine:
        reported === 0
          ? ''
          : across.map((s) => `M${at(first + from - 0.3 * em, s)}L${at(first + far + 0.3 * em, s)}`).join(''),
      ...leaderTo(from + width / shares.length / 2, middle),
    }
  }

  const bundles = labels.map((label, index): BundleGeometry => {
    const { bundle, lines, height, slot } = label
    const { from, width } = parts.bundles[index]!
    const middle = middles[index]!
    const shapesOf = {
      leaves: () => leaving(from, width, label, middle),
      kept: () => guarded(from, width, bundle.shares, middle),
      unseen: () => pane(from, width, middle),
      hidden: () => shutter(from, width, middle),
    }
    const shapes = shapesOf[bundle.kind]()
    const textTop = y(middle) - height / 2
    return {
      bundle,
      ...shapes,
      target: {
        x: round(isLeft ? edge - column : edge),
        y: round(y(middle) - slot / 2),
        width: round(column),
        height: round(slot),
      },
      align: isLeft ? 'end' : 'start',
      lines: lines.map((line) => ({ ...line, x: edge, y: round(textTop + line.y) })),
    }
  })

  const { passing, skipped } = parts
  const open = pitchOf(skipped.width, Math.max(1, flow.skipped))
  const dots = Array.from(
    { length: flow.skipped },
    (_none, index) => `M${at(first + skipped.from + (index + 0.5) * open, BAR * em)}h0`,
  )
  return {
    bundles,
    passing: {
      strokes:
        flow.passing.length === 0
          ? []
          : straight(passing.from, passing.width, flow.passing, length - headOf(passing.width) + 0.5, false),
      head: flow.passing.length === 0 ? '' : arrowhead(passing.from, passing.width),
    },
    sign: parts.sign === null ? '' : emptyHead(first + parts.sign),
    skipped: { d: dots.join(''), width: round(Math.min(0.35 * em, Math.max(2, open * 0.8))) },
  }
}
