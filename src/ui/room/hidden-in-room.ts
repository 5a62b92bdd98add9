import type { Releasable } from '../../core/disclosure/released.ts'
import { apartBy } from '../../core/room/apart-by.ts'
import type { RoomReading, Showing } from './room-reading.ts'
import { distanceOf } from './room-rows.ts'

/** Collects what is hidden for each reason, in the order in which it is met. */
class HiddenFigures {
  readonly #reading: RoomReading
  readonly #byReason = new Map<string, Map<string, string[]>>()

  constructor(reading: RoomReading) {
    this.#reading = reading
  }

  /**
   * Notes a figure where it is hidden.
   *
   * @param kind what the figure is and of whom, in words; figures of one kind are named together
   * @param about what it is about, as a concept; empty for nothing but itself
   */
  note(showing: Showing, kind: string, about = ''): void {
    if (showing.shown) return
    const reason = this.#reading.why(showing)
    const kinds = this.#byReason.get(reason) ?? new Map<string, string[]>()
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(about ? [about] : [])])
    this.#byReason.set(reason, kinds)
  }

  /** Notes how many of these are hidden, under each reason. */
  count(showings: readonly Releasable[], named: (amount: number) => string): void {
    for (const reason of new Set(showings.flatMap((showing) => (showing.shown ? [] : [this.#reading.why(showing)])))) {
      const own = showings.filter((showing) => !showing.shown && this.#reading.why(showing) === reason)
      this.note(own[0]!, named(own.length))
    }
  }

  sentences(): string[] {
    const { method } = this.#reading.texts
    return [...this.#byReason].map(([reason, kinds]) =>
      method.keptBack(
        reason,
        [...kinds].map(([kind, about]) => method.hiddenOf(kind, about)),
      ),
    )
  }
}

/**
 * Everything hidden in a room, by reason: each a sentence that names what is hidden
 * for it, and nothing of which a figure is shown. What is hidden of a group of which
 * nothing is shown is not listed once more.
 */
export function hiddenInRoom(reading: RoomReading): string[] {
  const { view, texts } = reading
  const { size } = view
  const { method } = texts
  const hidden = new HiddenFigures(reading)
  const shownLevels = size.levels.flatMap(({ showing }, level) => (showing.shown ? [level] : []))
  hidden.note(size.showing, method.whole(null))
  for (const [level, { showing }] of size.levels.entries()) hidden.note(showing, method.whole(reading.level(level)))
  if (!size.showing.shown) return hidden.sentences()

  for (const { concept, room, levels, bands } of view.concepts) {
    const name = reading.conceptName(concept)
    const groups = [
      { who: null, scores: room, spread: bands.room },
      ...shownLevels.map((level) => ({
        who: reading.level(level),
        scores: levels[level]!,
        spread: bands.levels[level]!,
      })),
    ]
    for (const { who, scores, spread } of groups) {
      hidden.note(scores, method.scoreOf(who), name)
      if (!scores.shown) continue
      hidden.note(scores.interval, method.intervalOf(who), name)
      hidden.note(spread, method.bandsOf(who), name)
    }
  }
  const { top, work } = view.distance
  if (top !== work && [top, work].every((level) => shownLevels.includes(level)))
    for (const { concept, difference, pairs } of view.distance.concepts) {
      const name = reading.conceptName(concept)
      const ends = distanceOf(reading, { concept, difference, pairs })
      if (!ends.shown) continue
      const isSaid = difference.shown || apartBy(ends.top.mean, ends.work.mean).atLeast > 0
      hidden.note(difference, isSaid ? method.distanceInterval : method.distance, name)
      if (difference.shown) hidden.note(pairs, method.pairs, name)
    }

  for (const { level, concepts } of view.guesses ?? [])
    if (shownLevels.includes(level))
      for (const { concept, reading: read } of concepts)
        hidden.note(read, texts.guess.hidden(reading.level(level)), reading.conceptName(concept))

  const items = [...view.items, ...view.lens]
  const answered = items.filter((item) => item.answered.shown)
  hidden.count(
    items.map((item) => item.answered),
    method.statements,
  )
  hidden.count(
    answered.map(({ distribution }) => distribution),
    method.spreads,
  )
  hidden.count(
    answered.map(({ mean }) => mean),
    method.means,
  )
  for (const level of shownLevels)
    hidden.count(
      answered.map(({ levels }) => levels[level]!),
      (amount) => method.statementsOf(amount, reading.level(level)),
    )

  const sight = view.sight.items
  hidden.count(
    sight.map(({ room }) => room),
    method.unseen,
  )
  for (const level of shownLevels)
    hidden.count(
      sight.map(({ levels }) => levels[level]!),
      (amount) => method.unseenBy(amount, reading.level(level)),
    )

  const hasLeftOut = [...view.concepts, ...items].some(({ levels }) => {
    const showings = levels.filter((_, level) => size.levels[level]!.size > 0)
    return (
      showings.some(({ shown }) => shown) && showings.some((showing) => !showing.shown && showing.why === 'too-few')
    )
  })
  return [
    ...hidden.sentences(),
    ...(size.notSaid > 0 ? [method.noLevel(view.smallestGroup)] : []),
    ...(hasLeftOut ? [method.leftOut(view.smallestGroup)] : []),
  ]
}
