import { roomPathOf } from '../../core/room/room-path.ts'
import { composePicture, type PathPicture } from '../path/compose-picture.ts'
import type { RoomReading } from './room-reading.ts'

/** The signal path as a level reports it, with what is released of it in words. */
export interface RoomPicture {
  readonly name: string
  readonly picture: PathPicture
  /** A statement's released answers in words, or the reason why there are none. */
  readonly released: (item: string) => string
}

export function roomPicture(reading: RoomReading, level: number): RoomPicture {
  const { part, texts, view } = reading
  const picture = composePicture(roomPathOf(part.questionnaire, view, level), {
    texts: texts.path,
    colon: texts.colon,
    placeOf: (concept) => reading.placeOf(concept),
    drawnOf: (concept) => part.texts.concepts[concept]?.drawn ?? reading.conceptName(concept),
    reasonName: (concept, { is, id }) =>
      texts.lowerFirst(
        (is === 'facet' ? part.texts.concepts[concept]?.facets?.[id] : part.texts.constraints[id]?.name) ?? id,
      ),
    pass: texts.path.pass,
    unseen: texts.path.unseen,
    hidden: texts.path.hidden,
  })
  const released = (item: string) => {
    const mean = view.items.find((candidate) => candidate.item === item)?.levels[level]
    return mean?.shown ? reading.meanWords(mean) : mean ? reading.why(mean) : ''
  }
  return { name: reading.level(level), picture, released }
}
