import type { ReleasedMean } from '../../core/disclosure/release-mean.ts'
import type { GuessReading } from '../../core/guess/read-guess.ts'
import type { GuessedConceptView } from '../../core/room/read-guesses.ts'
import type { ReleasedGuess } from '../../core/room/release-guesses.ts'
import type { LevelGuesses } from '../../core/room/room-view.ts'
import { describeScore } from '../../core/scoring/describe-score.ts'
import type { Interval } from '../../core/statistics/interval.ts'
import type { Place } from '../parts/concept-marks.ts'
import { drawnMean, type RoomReading } from './room-reading.ts'
import type { DistanceMark } from './room-rows.ts'

/** Three means on one scale: what a level expects, what it sees itself, and what the work reports. */
export interface GuessRow {
  readonly id: string
  readonly name: string
  readonly place: Place | 'plain'
  readonly guess: DistanceMark | null
  readonly own: DistanceMark | null
  readonly work: DistanceMark | null
  /** Its reading, in a few words. */
  readonly brief?: string
}

export type ConceptGuessRow = GuessRow & { readonly place: Place }

/** The levels of which anything that they expect is shown. */
export function guessingLevels({ view }: RoomReading): readonly LevelGuesses[] {
  return (view.guesses ?? []).filter(({ items, concepts }) =>
    [...items, ...concepts].some(({ guess, work }: { guess: { shown: boolean }; work?: { shown: boolean } }) =>
      [guess.shown, work === undefined || work.shown].every(Boolean),
    ),
  )
}

const markOf = (mean: ReleasedGuess<Interval>): DistanceMark | null =>
  mean.shown ? { at: mean.low === mean.high ? mean.low : null, low: mean.low, high: mean.high } : null

/** The concepts of a level's guesses; those of which neither guesses nor reports are shown are left out. */
export function guessRows(reading: RoomReading, { concepts }: LevelGuesses): ConceptGuessRow[] {
  return concepts.flatMap(({ concept, guess, own, work }) =>
    guess.shown || work.shown
      ? [
          {
            id: concept,
            name: reading.conceptName(concept),
            place: reading.placeOf(concept),
            guess: markOf(guess),
            own: markOf(own),
            work: markOf(work),
          },
        ]
      : [],
  )
}

/** A stream of the signal path with the concepts that leave it, in their order along the way. */
export interface GuessStream {
  readonly direction: 'up' | 'down'
  readonly rows: readonly ConceptGuessRow[]
}

/** The concepts of a level's guesses as streams of the signal path; one without any is left out. */
export function guessStreams({ part }: RoomReading, rows: readonly ConceptGuessRow[]): GuessStream[] {
  const ORDER = ['source', 'up', 'down', 'kept']
  const directionOf = ({ id }: GuessRow) =>
    part.questionnaire.concepts.find((concept) => concept.id === id)?.place === 'down' ? 'down' : 'up'
  return (['up', 'down'] as const).flatMap((direction) => {
    const own = rows.filter((row) => directionOf(row) === direction)
    const ordered = own.toSorted((a, b) => ORDER.indexOf(a.place) - ORDER.indexOf(b.place))
    return ordered.length > 0 ? [{ direction, rows: ordered }] : []
  })
}

/** One guessed statement as a row; own answers as they are shown elsewhere where none stand beside the guesses. */
export function guessedItemRow(reading: RoomReading, { level, items }: LevelGuesses, id: string): GuessRow {
  const item = items.find((one) => one.item === id)
  const view = reading.view.items.find((one) => one.item === id)
  const drawn = (mean: ReleasedGuess<ReleasedMean> | undefined) => (mean?.shown ? drawnMean(mean) : null)
  return {
    id,
    name: reading.itemText(id),
    place: 'plain',
    guess: drawn(item?.guess),
    own: drawn(item?.own) ?? drawn(view?.levels[level]),
    work: drawn(view?.levels.at(-1)),
  }
}

/** A mean between limits in words of the scale and figures: “around “rarely” (22–28)”. */
function inWords({ texts }: RoomReading, { low, high }: Interval, options: readonly string[]): string {
  const placed = describeScore((low + high) / 2, options)
  const words = placed.is === 'around' ? texts.around(placed.option) : texts.amid(placed.lower, placed.upper)
  return texts.guess.figure(words, texts.mean.between(low, high))
}

/** The three means of a row in a sentence. Empty where only one of them is shown. */
function sidesInWords(reading: RoomReading, level: number, row: GuessRow, options: readonly string[]): string {
  const { texts, work } = reading
  const said = (mark: DistanceMark | null) =>
    mark && mark.low !== null && mark.high !== null
      ? inWords(reading, { low: mark.low, high: mark.high }, options)
      : null
  return texts.guess.sides(reading.level(level), work, said(row.guess), said(row.own), said(row.work))
}

/** The sentences on one guessed statement: the means, then the reading unless it is open. */
export function guessedItemInWords(reading: RoomReading, level: LevelGuesses, id: string): string[] {
  const row = guessedItemRow(reading, level, id)
  const read = level.items.find(({ item }) => item === id)?.reading
  const said =
    read?.shown && read.reading !== 'cannot-tell'
      ? [reading.texts.guess.reading[read.reading](reading.level(level.level), reading.work)]
      : []
  return [sidesInWords(reading, level.level, row, reading.optionsOf(id)), ...said]
}

/** The guessed statements of a level as rows, with the numbers that a room names them by. */
export function guessedItemRows(reading: RoomReading, level: LevelGuesses): GuessRow[] {
  const { each, missing } = reading.texts.guess
  return level.items.map(({ item, reading: read }, index) => {
    const row = guessedItemRow(reading, level, item)
    const brief = read?.shown ? each.brief[read.reading] : missing
    return { ...row, name: each.numbered(index + 1, row.name), brief }
  })
}

/** Of how many guessed statements something else was expected than is reported, as a headline. */
export function guessedItemsHeadline(reading: RoomReading, { level, items }: LevelGuesses): string {
  const isApart = (read: GuessReading) => read !== 'knows' && read !== 'cannot-tell'
  const apart = items.filter((item) => item.reading?.shown && isApart(item.reading.reading)).length
  return reading.texts.guess.each.headline(reading.level(level), reading.work, apart, items.length)
}

/** The sentences about one concept: the reading, or why there is none, then the means, then the gap. */
export function guessInWords(reading: RoomReading, level: LevelGuesses, view: GuessedConceptView): string[] {
  const { texts, work } = reading
  const name = reading.conceptName(view.concept)
  const row = guessRows(reading, level).find(({ id }) => id === view.concept)
  const first = view.reading.shown
    ? texts.guess.readingOf([name], texts.guess.reading[view.reading.reading](reading.level(level.level), work))
    : texts.hiddenOf([name], reading.why(view.reading))
  const { signed } = texts.distance
  return [
    first,
    ...(row ? [sidesInWords(reading, level.level, row, reading.ticksOf(view.concept))] : []),
    ...(view.gap.shown ? [texts.guess.gap(signed(view.gap.low), signed(view.gap.high))] : []),
  ]
}

/** The reading that the headline says, of those that are there. */
function headlineReading({ concepts }: LevelGuesses): GuessReading {
  const told = ['sees-itself', 'expected-less', 'expected-more', 'knows'] as const
  const isRead = (one: GuessReading) => concepts.some(({ reading }) => reading.shown && reading.reading === one)
  return told.find(isRead) ?? 'cannot-tell'
}

/**
 * The readings of concepts beneath the headline, those of one reading together; those
 * of which nothing is, under the reason. What the headline says whole is not said again.
 */
export function guessesInWords(reading: RoomReading, level: LevelGuesses): string[] {
  const { texts, work } = reading
  const byReading = new Map<GuessReading, string[]>()
  for (const { concept, reading: read } of level.concepts)
    if (read.shown) byReading.set(read.reading, [...(byReading.get(read.reading) ?? []), reading.conceptName(concept)])
  const first = headlineReading(level)
  const said = [...byReading].flatMap(([read, names]) =>
    read === first && read !== 'knows'
      ? []
      : [texts.guess.readingOf(names, texts.guess.reading[read](reading.level(level.level), work))],
  )
  const names = level.concepts.map((view) => ({ name: reading.conceptName(view.concept), showing: view.reading }))
  return [...said, ...reading.hiddenOf(names)]
}

/** The reading that stands out of a level's guesses, as a headline. */
export function guessHeadline(reading: RoomReading, level: LevelGuesses): string {
  const first = headlineReading(level)
  const names = level.concepts.flatMap(({ concept, reading: read }) =>
    read.shown && read.reading === first ? [reading.conceptName(concept)] : [],
  )
  return reading.texts.guess.headline[first](reading.level(level.level), reading.work, names)
}
