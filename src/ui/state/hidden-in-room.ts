import type { RoomReading } from './room-reading.ts'
import { itemsByReason } from './room-words.ts'

/** Everything of a room that is not shown, as sentences with the reason, each once. */
export function hiddenInRoom(reading: RoomReading): string[] {
  const { view, texts } = reading
  const { size } = view
  const isShown = (level: number) => size.levels[level]?.showing.shown === true
  const say = (what: string, reasons: readonly string[]) => reasons.map((reason) => texts.hiddenLevel(what, reason))
  const concepts = view.concepts.flatMap(({ concept, room, levels, bands }) =>
    say(
      reading.conceptName(concept),
      reading.reasonsOf([
        room,
        ...levels.filter((_, level) => isShown(level)),
        bands.room,
        ...bands.levels.filter((_, level) => isShown(level)),
      ]),
    ),
  )
  const distances = view.distance.concepts.flatMap(({ concept, difference, pairs }) =>
    say(texts.method.distanceOf(reading.conceptName(concept)), reading.reasonsOf([difference, pairs])),
  )
  const items = itemsByReason(
    reading,
    view.items.map(({ item, distribution }) => ({ item, showing: distribution })),
  ).map(({ reason, items: kept }) => texts.method.statements(kept.length, reason))
  return [
    ...new Set([
      ...say(texts.room, reading.reasonsOf([size.showing])),
      ...size.levels.flatMap(({ showing }, level) => say(reading.level(level), reading.reasonsOf([showing]))),
      ...(size.notSaid > 0 ? [reading.texts.why['no-level'](view.smallestGroup)] : []),
      ...concepts,
      ...distances,
      ...items,
    ]),
  ]
}
