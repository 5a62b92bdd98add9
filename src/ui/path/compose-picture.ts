import type { PathConcept, PathStatement, PathStream, Reason } from '../../core/result/signal-path.ts'
import type { PathTexts } from '../locales/en/path.ts'
import type { Place } from '../parts/concept-marks.ts'
import { BETWEEN_COUNTS, type PathBundle, type PathDrawing, type PathFlow } from './drawing.ts'

/** The statements behind a part of the picture. */
export interface PathList {
  /** The bundle's, or the stream's where they pass. */
  readonly id: string
  readonly title: string
  readonly items: readonly string[]
}

/** A signal path with everything it says. */
export interface PathPicture {
  readonly drawing: PathDrawing
  readonly lists: readonly PathList[]
  /** The picture in words, one part for each stream. */
  readonly parts: readonly string[]
}

/** The questionnaire's own names, and the words for statements without a place. */
export interface PathWords {
  readonly texts: PathTexts
  readonly colon: string
  readonly placeOf: (concept: string) => Place
  /** A few words for the fate of a concept's statements where they are counted. */
  readonly drawnOf: (concept: string) => string
  readonly reasonName: (concept: string, reason: Reason) => string
  /** How many pass of those that are seen, how many are out of sight or not shown, and how many have no answer. */
  readonly pass: (amount: number, seen: number, blind: number, open: number) => string
  readonly unseen: (amount: number) => string
  readonly hidden: (amount: number) => string
}

const has = (fate: PathStatement['fate']) => (statement: PathStatement) => statement.fate === fate
const isBlind = ({ fate }: PathStatement) => fate === 'unseen' || fate === 'hidden'
const isAnswered = ({ fate }: PathStatement) => fate !== 'skipped'
const shareOf = ({ share }: PathStatement) => share ?? 0
const itemOf = ({ item }: PathStatement) => item

/** The names of the reasons, those of most statements first; what stands level keeps the questionnaire's order. */
function namesOf({ concept, statements }: PathConcept, { reasonName }: PathWords): string[] {
  const amounts = new Map<string, number>()
  for (const { reason } of statements.filter(has('counted'))) {
    if (reason === null) continue
    const name = reasonName(concept, reason)
    amounts.set(name, (amounts.get(name) ?? 0) + 1)
  }
  return [...amounts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}

/** Statements with the bundle that is drawn of them. */
interface Part {
  readonly bundle: PathBundle
  readonly items: readonly string[]
}

/** A concept's counted statements, or those that pass and are worth keeping; the most reported first. */
function partOf(concept: PathConcept, words: PathWords): Part[] {
  const { concept: id, kept, statements } = concept
  const answered = statements.filter(({ share }) => share !== null)
  const counted = answered.filter(has('counted'))
  const drawn = (kept ? answered : counted).toSorted((a, b) => shareOf(b) - shareOf(a))
  if (drawn.length === 0) return []
  const { texts, drawnOf, placeOf } = words
  const bundle: PathBundle = {
    id,
    kind: kept ? 'kept' : 'leaves',
    place: placeOf(id),
    shares: drawn.map(shareOf),
    heading: kept
      ? texts.kept(counted.length, statements.filter(isAnswered).length, drawnOf(id))
      : texts.leaves(counted.length, drawnOf(id)),
    names: kept ? [] : namesOf(concept, words),
  }
  return [{ bundle, items: drawn.map(itemOf) }]
}

function blindPart(
  direction: PathStream['direction'],
  kind: 'unseen' | 'hidden',
  statements: readonly PathStatement[],
  heading: (amount: number) => string,
): Part[] {
  const own = statements.filter(has(kind))
  if (own.length === 0) return []
  const bundle: PathBundle = {
    id: `${kind}-${direction}`,
    kind,
    place: null,
    shares: own.map(() => 0),
    heading: heading(own.length),
    names: [],
  }
  return [{ bundle, items: own.map(itemOf) }]
}

function composeFlow({ direction, concepts }: PathStream, words: PathWords) {
  const { texts } = words
  const statements = concepts.flatMap((concept) => concept.statements)
  const flowing = concepts.filter(({ kept }) => !kept).flatMap((concept) => concept.statements)
  const passing = flowing.filter(has('passes')).toSorted((a, b) => shareOf(b) - shareOf(a))
  const blind = flowing.filter(isBlind).length
  const open = flowing.filter(has('skipped')).length
  const seen = flowing.length - blind - open
  const skipped = statements.filter(has('skipped'))
  const parts = [
    ...concepts.filter(({ kept }) => !kept).flatMap((concept) => partOf(concept, words)),
    ...concepts.filter(({ kept }) => kept).flatMap((concept) => partOf(concept, words)),
    ...blindPart(direction, 'unseen', statements, words.unseen),
    ...blindPart(direction, 'hidden', statements, words.hidden),
  ]
  const title = texts.flows[direction]
  const counts = [
    ...(seen > 0 ? [words.pass(passing.length, seen, blind, open)] : []),
    ...(skipped.length > 0 ? [texts.skipped(skipped.length)] : []),
  ]
  const count = counts.join(BETWEEN_COUNTS)
  const flow: PathFlow = {
    direction,
    title,
    counts,
    bundles: parts.map(({ bundle }) => bundle),
    passing: passing.map(shareOf),
    skipped: skipped.length,
  }
  const lists: PathList[] = [
    {
      id: direction,
      title: count ? `${title}${words.colon} ${count}` : title,
      items: [...passing, ...skipped].map(itemOf),
    },
    ...parts.map(({ bundle, items }) => ({ id: bundle.id, title: bundle.heading, items })),
  ]
  const inWords = [
    ...(count ? [count] : []),
    ...parts.map(({ bundle: { heading, names } }) => (names.length > 0 ? `${heading} (${names.join(', ')})` : heading)),
  ]
  return { flow, lists, inWords: `${title}${words.colon} ${inWords.join(', ')}` }
}

/** A signal path in words, ready to be laid out. */
export function composePicture(streams: readonly PathStream[], words: PathWords): PathPicture {
  const flows = streams.map((stream) => composeFlow(stream, words))
  return {
    drawing: { levels: words.texts.levels, flows: flows.map(({ flow }) => flow), more: words.texts.more },
    lists: flows.flatMap(({ lists }) => lists),
    parts: flows.map(({ inWords }) => inWords),
  }
}
