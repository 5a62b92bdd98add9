import type { ReleasedRoomCount } from '../disclosure/release-cant-tell.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import type { ReleasedMean } from '../disclosure/release-mean.ts'
import type { Releasable } from '../disclosure/released.ts'
import type { Interval } from '../statistics/interval.ts'
import type { ReleasedGuess } from './release-guesses.ts'
import type { ConceptView, Expert, ExpertNumber, LevelGuesses, RoomView } from './room-view.ts'

/** One figure of a room, or the reason why it is hidden. */
export interface Figure {
  readonly part:
    | 'size'
    | 'concept'
    | 'item'
    | 'distance'
    | 'guess'
    | 'discuss'
    | 'sight'
    | 'lens'
    | 'finding'
    | 'expert'
    | 'without-flagged'
  /** The concept, item or finding that it is about; empty for the room itself. */
  readonly id: string
  /** The room, a level by its index, people who did not say theirs, or top less work. */
  readonly group: 'room' | 'not-said' | 'top-less-work' | number
  readonly figure: string
  readonly value: number | string | null
  readonly low: number | null
  readonly high: number | null
  readonly hidden: string | null
}

type Place = Pick<Figure, 'part' | 'id' | 'group'>
type Group = Figure['group']

const NOTHING = { value: null, low: null, high: null, hidden: null }

const is = (place: Place, figure: string, value: number | string): Figure => ({ ...NOTHING, ...place, figure, value })
const between = (place: Place, figure: string, low: number, high: number): Figure => ({
  ...NOTHING,
  ...place,
  figure,
  low,
  high,
})
const hidden = (place: Place, figure: string, why: string): Figure => ({ ...NOTHING, ...place, figure, hidden: why })

function of<T extends object>(
  place: Place,
  figure: string,
  released: Releasable | ({ readonly shown: true } & T) | { readonly shown: false; readonly why: string },
  write: (shown: T) => Figure[],
): Figure[] {
  return released.shown ? write(released as { readonly shown: true } & T) : [hidden(place, figure, released.why)]
}

function meanFigure(place: Place, mean: ReleasedMean): Figure {
  if (mean.is === 'points') return is(place, 'mean', mean.points)
  if (mean.is === 'between') return between(place, 'mean', mean.low, mean.high)
  return mean.end === 'low' ? between(place, 'mean', 0, mean.within) : between(place, 'mean', 100 - mean.within, 100)
}

function countFigure(place: Place, figure: string, count: ReleasedRoomCount): Figure {
  switch (count.is) {
    case 'number':
      return is(place, figure, count.number)
    case 'between':
      return between(place, figure, count.low, count.high)
    case 'fewer-than':
    case 'all-but-fewer-than':
      return is(place, figure, `${count.is}-${count.number}`)
    case 'under-half':
    case 'half-or-more':
      return is(place, figure, count.is)
  }
}

const groupsOf = <T>({ room, levels }: { readonly room: T; readonly levels: readonly T[] }): [Group, T][] => [
  ['room', room],
  ...levels.map((level, index): [Group, T] => [index, level]),
]

function conceptFigures(part: Place['part'], id: string, scores: Pick<ConceptView, 'room' | 'levels'>): Figure[] {
  return groupsOf(scores).flatMap(([group, released]) => {
    const place = { part, id, group }
    return of(place, 'mean', released, ({ n, mean, interval, close }) => [
      is(place, 'people', n),
      meanFigure(place, mean),
      ...of(place, 'interval', interval, ({ low, high }) => [between(place, 'interval', low, high)]),
      ...of(place, 'close', close, (said) => [
        is(place, 'close', said.close === null ? 'open' : said.close ? 'yes' : 'no'),
      ]),
    ])
  })
}

function itemFigures(part: Place['part'], id: string, item: ReleasedItem): Figure[] {
  const place = { part, id, group: 'room' } as const
  return [
    ...of(place, 'answered', item.answered, ({ n }) => [is(place, 'answered', n)]),
    ...of(place, 'mean', item.mean, (mean: ReleasedMean) => [meanFigure(place, mean)]),
    ...of(place, 'distribution', item.distribution, (spread: Extract<ReleasedItem['distribution'], { shown: true }>) =>
      spread.is === 'counts'
        ? spread.counts.map((count, option) => is(place, `option_${option + 1}`, count))
        : [is(place, 'nearly_all', spread.option + 1)],
    ),
    ...of(place, 'close', item.agreement, ({ close }) => [is(place, 'close', close ? 'yes' : 'no')]),
    ...item.levels.flatMap((level, group) =>
      of({ part, id, group }, 'mean', level, (mean: ReleasedMean) => [meanFigure({ part, id, group }, mean)]),
    ),
  ]
}

function expertFigures(place: Place, figure: string, expert: Expert<ExpertNumber>): Figure[] {
  return of(place, figure, expert, ({ value, distrust }: ExpertNumber) => [
    is(place, figure, value),
    ...(distrust.length > 0 ? [is(place, `${figure}_distrust`, distrust.join(' '))] : []),
  ])
}

function guessFigures({ level, items, concepts }: LevelGuesses): Figure[] {
  const limits = (place: Place, figure: string, shown: ReleasedGuess<Interval>) =>
    of(place, figure, shown, ({ low, high }: Interval) => [between(place, figure, low, high)])
  const mean = (place: Place, figure: string, shown: ReleasedGuess<ReleasedMean>) =>
    of(place, figure, shown, (released: ReleasedMean) => [{ ...meanFigure(place, released), figure }])
  const read = (place: Place, shown: LevelGuesses['concepts'][number]['reading'] | undefined) =>
    shown ? of(place, 'reading', shown, ({ reading }) => [is(place, 'reading', reading)]) : []
  return [
    ...concepts.flatMap(({ concept, guess, own, work, gap, reading }) => {
      const place = { part: 'guess', id: concept, group: level } as const
      return [
        ...limits(place, 'expected', guess),
        ...limits(place, 'own', own),
        ...limits(place, 'reported', work),
        ...limits(place, 'expected_less_reported', gap),
        ...read(place, reading),
      ]
    }),
    ...items.flatMap(({ item, guess, own, reading }) => {
      const place = { part: 'guess', id: item, group: level } as const
      return [...mean(place, 'expected', guess), ...mean(place, 'own', own), ...read(place, reading)]
    }),
  ]
}

/** Every figure of a room as a list, in the order of the console, for export as a table. */
export function roomFigures(view: RoomView): Figure[] {
  const room = (part: Place['part'], id = '') => ({ part, id, group: 'room' }) as const
  const apart = (id: string) => ({ part: 'distance', id, group: 'top-less-work' }) as const
  return [
    is(room('size'), 'people', view.size.total),
    ...view.size.levels.map(({ size }, group) => is({ part: 'size', id: '', group }, 'people', size)),
    is({ part: 'size', id: '', group: 'not-said' }, 'people', view.size.notSaid),
    is(room('size'), 'counted', view.size.counted),
    ...view.concepts.flatMap((concept) => [
      ...conceptFigures('concept', concept.concept, concept),
      ...groupsOf(concept.bands).flatMap(([group, bands]) => {
        const place = { part: 'concept', id: concept.concept, group } as const
        return of(place, 'distribution', bands, ({ counts }) =>
          counts.map((count, band) => is(place, `band_${band + 1}`, count)),
        )
      }),
    ]),
    ...view.distance.concepts.flatMap(({ concept, difference, pairs }) => [
      ...of(apart(concept), 'difference', difference, ({ points, interval, clear }) => [
        is(apart(concept), 'difference', points),
        between(apart(concept), 'interval', interval.low, interval.high),
        is(apart(concept), 'clear', clear ? 'yes' : 'no'),
      ]),
      ...of(apart(concept), 'of_ten_pairs', pairs, ({ ofTen }) => [is(apart(concept), 'of_ten_pairs', ofTen)]),
    ]),
    ...view.distance.items.map(({ item, points: { low, high } }) =>
      low === high ? is(apart(item), 'difference', low) : between(apart(item), 'difference', low, high),
    ),
    ...(view.guesses ?? []).flatMap(guessFigures),
    ...view.items.flatMap((item) => itemFigures('item', item.item, item)),
    ...view.discussFirst.ranked.flatMap(({ item, dissent, twoCamps }) => [
      is(room('discuss', item), 'dissent', dissent),
      ...(twoCamps === null ? [] : [is(room('discuss', item), 'two_camps', twoCamps ? 'yes' : 'no')]),
    ]),
    ...view.sight.items.flatMap((sight) =>
      groupsOf(sight).flatMap(([group, released]) => {
        const place = { part: 'sight', id: sight.item, group } as const
        return of(place, 'cant_tell', released, (count: ReleasedRoomCount) => [countFigure(place, 'cant_tell', count)])
      }),
    ),
    ...view.lens.flatMap((item) => itemFigures('lens', item.item, item)),
    ...view.findings.map(({ finding, part }) => is(room('finding', finding), 'found', part)),
    ...view.expert.flatMap(({ concept, alpha, rwgj, icc1 }) => [
      ...expertFigures(room('expert', concept), 'alpha', alpha),
      ...(alpha.shown
        ? [between(room('expert', concept), 'alpha_interval', alpha.interval.low, alpha.interval.high)]
        : []),
      ...expertFigures(room('expert', concept), 'rwgj', rwgj),
      ...expertFigures(room('expert', concept), 'icc1', icc1),
    ]),
    ...of(room('without-flagged'), 'flagged', view.flagged.count, (count: ReleasedRoomCount) => [
      countFigure(room('without-flagged'), 'flagged', count),
    ]),
    ...view.flagged.concepts.flatMap((concept) => conceptFigures('without-flagged', concept.concept, concept)),
  ]
}
