import * as z from 'zod'
import { ROOM_PARTS, type Questionnaire } from '../questionnaire/schema.ts'
import { GUESS_READINGS } from '../guess/read-guess.ts'
import type { RoomView } from './room-view.ts'

// Without this zod tests whether it may compile code, and a strict policy reports
// that in the console.
z.config({ jitless: true })

const count = z.int().min(0)
const points = z.number().min(-100).max(100)
const id = z
  .string()
  .max(200)
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const ids = z.array(id)
const interval = z.strictObject({ low: z.number(), high: z.number() })
const WHY = [
  'too-few',
  'no-level',
  'would-reveal-others',
  'one-answer',
  'too-few-for-spread',
  'too-few-new',
  'others-left',
  'near-end',
  'at-end',
] as const
const suppressed = z.strictObject({ shown: z.literal(false), why: z.enum(WHY) })

const releasable = z.union([z.strictObject({ shown: z.literal(true) }), suppressed])
const released = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.union([z.strictObject({ shown: z.literal(true), ...shape }), suppressed])
/** One of several kinds of figure, told apart by `is`. */
const releasedOneOf = <Kinds extends readonly z.core.$ZodLooseShape[]>(kinds: Kinds) =>
  z.union([
    ...(kinds.map((shape) => z.strictObject({ shown: z.literal(true), ...shape })) as {
      [Kind in keyof Kinds]: z.ZodObject<{ shown: z.ZodLiteral<true> } & Kinds[Kind], z.core.$strict>
    }),
    suppressed,
  ])

const between = { is: z.literal('between'), low: points, high: points }
const means = [
  { is: z.literal('points'), points },
  { is: z.literal('end'), end: z.enum(['low', 'high']), within: z.number().min(0).max(100) },
  between,
] as const
const mean = z.union([z.strictObject(means[0]), z.strictObject(means[1]), z.strictObject(means[2])])
const releasedMean = releasedOneOf(means)
const roomCount = releasedOneOf([
  { is: z.literal('number'), number: count },
  { is: z.literal('fewer-than'), number: count },
  { is: z.literal('all-but-fewer-than'), number: count },
  { is: z.literal('under-half') },
  { is: z.literal('half-or-more') },
  between,
])
const bands = released({ counts: z.array(count) })
const scores = released({
  n: count,
  mean,
  interval: released(interval.shape),
  close: released({ close: z.boolean().nullable() }),
})
const concept = { concept: id, room: scores, levels: z.array(scores) }
const item = {
  item: id,
  answered: released({ n: count }),
  mean: releasedMean,
  distribution: releasedOneOf([
    { is: z.literal('counts'), counts: z.array(count) },
    { is: z.literal('nearly-all'), option: count },
  ]),
  agreement: released({ close: z.boolean() }),
  levels: z.array(releasedMean),
}
const hidden = z.array(z.strictObject({ item: id, showing: releasable }))
const dissent = {
  n: count,
  counts: z.array(count),
  dissent: z.number().min(0).max(1),
  twoCamps: z.boolean().nullable(),
  place: z.int().min(1),
}
const expert = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.union([
    released({
      value: z.number(),
      distrust: z.array(
        z.enum([
          'few-people',
          'many-items',
          'items-left-out',
          'incomplete',
          'fixed-levels',
          'levels-left-out',
          'negative',
        ]),
      ),
      ...shape,
    }),
    z.strictObject({ shown: z.literal(false), why: z.enum(['not-a-scale', 'no-variation', 'no-levels']) }),
  ])

const noGuess = z.strictObject({ shown: z.literal(false), why: z.enum([...WHY, 'gave-one', 'shown-before']) })
const guess = z.union([...means.map((kind) => z.strictObject({ shown: z.literal(true), ...kind })), noGuess])
const limits = z.union([z.strictObject({ shown: z.literal(true), ...interval.shape }), noGuess])
const reading = z.union([z.strictObject({ shown: z.literal(true), reading: z.enum(GUESS_READINGS) }), noGuess])
const levelGuesses = z.strictObject({
  level: count,
  items: z.array(z.strictObject({ item: id, concept: id, guess, own: guess, reading: reading.exactOptional() })),
  concepts: z.array(
    z.strictObject({
      concept: id,
      guess: limits,
      own: limits,
      work: limits,
      gap: limits,
      reading,
    }),
  ),
})

const schema: z.ZodType<RoomView> = z.strictObject({
  snapshot: z.int().min(1),
  takenOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  smallestGroup: z.int().min(1),
  size: z.strictObject({
    total: count,
    levels: z.array(z.strictObject({ size: count, showing: releasable })),
    notSaid: count,
    counted: count,
    showing: releasable,
  }),
  concepts: z.array(
    z.strictObject({ ...concept, bands: z.strictObject({ room: bands, levels: z.array(bands) }), above: ids }),
  ),
  items: z.array(z.strictObject({ ...item, concept: id, reversed: z.boolean() })),
  distance: z.strictObject({
    top: count,
    work: count,
    concepts: z.array(
      z.strictObject({
        concept: id,
        difference: released({ points, interval, clear: z.boolean() }),
        pairs: released({ ofTen: z.number().min(0).max(10) }),
      }),
    ),
    items: z.array(
      z.strictObject({ item: id, top: mean, work: mean, points: interval, atLeast: z.number(), place: z.int().min(1) }),
    ),
    hiddenItems: hidden,
  }),
  discussFirst: z.strictObject({
    ranked: z.array(z.strictObject({ item: id, ...dissent })),
    apart: ids,
    hidden,
  }),
  sight: z.strictObject({
    items: z.array(z.strictObject({ item: id, concept: id, room: roomCount, levels: z.array(roomCount) })),
    unseenFromTop: ids,
  }),
  lens: z.array(
    z.strictObject({
      ...item,
      kind: z.enum(['misconception', 'system-view']),
      heldBy: interval.nullable(),
      held: z.boolean().nullable(),
      twoCamps: z.boolean().nullable(),
    }),
  ),
  findings: z.array(
    z.strictObject({ finding: id, part: z.enum(ROOM_PARTS), concept: id.nullable(), items: ids, answers: ids }),
  ),
  expert: z.array(
    z.strictObject({
      concept: id,
      alpha: expert({ interval, n: count }),
      rwgj: expert({ items: count }),
      icc1: expert({}),
    }),
  ),
  flagged: z.strictObject({ count: roomCount, concepts: z.array(z.strictObject(concept)) }),
  guesses: z.array(levelGuesses).exactOptional(),
})

/** Whether a view is about this questionnaire, so that every figure has its words. */
function isAbout(view: RoomView, { items, concepts }: Pick<Questionnaire, 'items' | 'concepts'>): boolean {
  const known = new Set([...items, ...concepts].map(({ id: own }) => own))
  const guesses = view.guesses ?? []
  return [...view.items, ...view.lens, ...view.sight.items, ...guesses.flatMap((level) => level.items)]
    .map((one) => one.item)
    .concat([...view.concepts, ...guesses.flatMap((level) => level.concepts)].map((one) => one.concept))
    .every((name) => known.has(name))
}

/**
 * The figures of a view from the text in which they are kept, trusting nothing in it.
 * Findings that the questionnaire no longer has are left out: its texts say what they
 * mean.
 *
 * @returns `null` where they are damaged, of another questionnaire, or in a form that
 * another release wrote. Never throws.
 */
export function readRoomView(text: string, questionnaire: Questionnaire): RoomView | null {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  const read = schema.safeParse(content)
  if (!read.success || !isAbout(read.data, questionnaire)) return null
  const known = new Set(questionnaire.room?.map((finding) => finding.id))
  return { ...read.data, findings: read.data.findings.filter(({ finding }) => known.has(finding)) }
}
