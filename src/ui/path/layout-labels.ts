import type { PathBundle, PathFlow } from './drawing.ts'
import { BETWEEN_NAMES, BEND, FILLED, SIGN, SLOT } from './measures.ts'
import { wrap, type Measure } from './wrap.ts'

export interface LabelLine {
  readonly text: string
  readonly isStrong: boolean
  /** Its top, from the label's. */
  readonly y: number
}

/** A bundle's label in the column beside its stream. */
export interface Label {
  readonly bundle: PathBundle
  readonly lines: readonly LabelLine[]
  /** Of its text. */
  readonly height: number
  /** Of the place it takes beside the stream, with its bundle where that leaves. */
  readonly slot: number
}

export interface LabelSpace {
  readonly column: number
  readonly pitch: number
  readonly em: number
  /** The height of a line. */
  readonly line: number
  readonly measure: Measure
  readonly more: (amount: number) => string
}

function layoutLabel(bundle: PathBundle, most: number, { column, pitch, em, line, measure, more }: LabelSpace): Label {
  const { names, heading } = bundle
  // One name too many takes no more room than to say that there is one.
  const listed = names.length <= most ? names : [...names.slice(0, most - 1), more(names.length - most + 1)]
  const lines: LabelLine[] = []
  let y = 0
  for (const [index, text] of [heading, ...listed].entries()) {
    if (index > 0) y += BETWEEN_NAMES * em
    for (const part of wrap(text, index === 0, column, measure)) {
      lines.push({ text: part, isStrong: index === 0, y })
      y += line
    }
  }
  const thickness = bundle.kind === 'leaves' ? bundle.shares.length * pitch : 0
  return { bundle, lines, height: y, slot: Math.max(y, thickness, SLOT.least * em) + SLOT.pad * em }
}

/** Whether no arrowhead of something that passes tells which way a stream runs. */
export const isUntold = ({ passing, bundles }: PathFlow): boolean =>
  passing.length === 0 && bundles.every(({ kind }) => kind !== 'kept')

/** How much of the end of a way is left to its sign, in heights of a letter. */
export const signRoom = (flow: PathFlow): number => (isUntold(flow) ? SIGN.before + SIGN.length : 0)

/** How long a way has to be for its labels to stand beside it. */
export function lengthFor(flow: PathFlow, labels: readonly Label[], em: number): number {
  const slots = labels.reduce((sum, { slot }) => sum + slot, 0)
  return slots + Math.max(0, labels.length - 1) * SLOT.gap * em + (BEND + FILLED + signRoom(flow)) * em
}

/**
 * The labels of a stream. Where they would make the way too long, those with most
 * names name fewer of them, but always the first, and say how many more there are.
 */
export function layoutLabels(flow: PathFlow, tallest: number, space: LabelSpace): Label[] {
  const { bundles } = flow
  const shown = bundles.map(({ names }) => names.length)
  for (;;) {
    const labels = bundles.map((bundle, index) => layoutLabel(bundle, shown[index]!, space))
    const most = Math.max(...shown)
    if (most <= 2 || lengthFor(flow, labels, space.em) <= tallest) return labels
    shown[shown.lastIndexOf(most)]! -= 1
  }
}

/**
 * Where the middle of each label stands along the way: as near as can be to where
 * its bundle leaves, in order, and apart.
 *
 * @param length at least what `lengthFor` says
 */
export function placeLabels(labels: readonly Label[], length: number, em: number): number[] {
  const along = labels.filter(({ bundle }) => bundle.kind === 'leaves' && bundle.place !== 'source')
  const wanted = labels.map((label) => {
    if (label.bundle.kind !== 'leaves') return length
    if (label.bundle.place === 'source') return 0
    const share = (along.indexOf(label) + 0.5) / along.length
    return length * (0.3 + 0.45 * share)
  })
  const apart = SLOT.gap * em
  const middles: number[] = []
  let from = BEND * em
  for (const [index, { slot }] of labels.entries()) {
    const middle = Math.max(wanted[index]!, from + slot / 2)
    middles.push(middle)
    from = middle + slot / 2 + apart
  }
  let to = length
  for (const [index, { slot }] of [...labels.entries()].toReversed()) {
    const middle = Math.min(middles[index]!, to - slot / 2)
    middles[index] = middle
    to = middle - slot / 2 - apart
  }
  return middles
}
