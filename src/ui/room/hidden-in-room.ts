import type { Releasable } from '../../core/disclosure/released.ts'
import type { RoomReading } from './room-reading.ts'

/** Everything hidden in a room, by reason: each a sentence that names what is hidden for it. */
export function hiddenInRoom(reading: RoomReading): string[] {
  const { view, texts } = reading
  const { size } = view
  const isShown = (level: number) => size.levels[level]?.showing.shown === true
  const shownLevels = <T>(levels: readonly T[]) => levels.filter((_, level) => isShown(level))
  const figures: { readonly name: string; readonly showings: readonly Releasable[] }[] = [
    { name: texts.room, showings: [size.showing] },
    ...size.levels.map(({ showing }, level) => ({ name: reading.level(level), showings: [showing] })),
    ...view.concepts.flatMap(({ concept, room, levels, bands }) => {
      const name = reading.conceptName(concept)
      return [
        { name, showings: [room, ...shownLevels(levels)] },
        { name: texts.method.bandsOf(name), showings: [bands.room, ...shownLevels(bands.levels)] },
      ]
    }),
    ...view.distance.concepts.map(({ concept, difference, pairs }) => ({
      name: texts.method.distanceOf(reading.conceptName(concept)),
      showings: [difference, pairs],
    })),
  ]
  const names = new Map<string, string[]>()
  const keep = (reason: string, name: string) => names.set(reason, [...(names.get(reason) ?? []), name])
  for (const { name, showings } of figures) for (const reason of reading.reasonsOf(showings)) keep(reason, name)

  const statements = (showings: readonly (readonly Releasable[])[], named: (amount: number) => string) => {
    const amounts = new Map<string, number>()
    for (const reason of showings.flatMap((own) => reading.reasonsOf(own)))
      amounts.set(reason, (amounts.get(reason) ?? 0) + 1)
    for (const [reason, amount] of amounts) keep(reason, named(amount))
  }
  const items = [...view.items, ...view.lens]
  statements(
    items.map(({ distribution }) => [distribution]),
    texts.method.statements,
  )
  // An item hidden for everybody is not listed once more by level.
  statements(
    items.filter(({ answered }) => answered.shown).map(({ levels }) => shownLevels(levels)),
    texts.method.statementsByLevel,
  )

  return [
    ...[...names].map(([reason, about]) => texts.method.keptBack(reason, about)),
    ...(size.notSaid > 0 ? [texts.method.noLevel(view.smallestGroup)] : []),
  ]
}
