import { signalPathOf, type PathStream } from '../../core/result/signal-path.ts'
import type { ResultView } from './result-view.ts'
import { composePicture, type PathPicture } from '../path/compose-picture.ts'

/** The signal path of a result, with the sentences that say how it is read. */
export interface ResultPicture {
  readonly picture: PathPicture
  readonly label: string
  readonly how: readonly string[]
}

/** Where a statement begins to count, in the words of the scale, as it is worded and the other way. */
function countedFrom(view: ResultView): [string, string] {
  const words = view.scaleWords
  const middle = (words.length - 1) / 2
  return [words[Math.floor(middle) + 1] ?? '', words[Math.ceil(middle) - 1] ?? '']
}

const statementsIn = (streams: readonly PathStream[]) =>
  streams.flatMap(({ concepts }) => concepts.flatMap(({ statements }) => statements))

export function resultPicture(view: ResultView): ResultPicture {
  const { questionnaire, response, texts, part } = view
  const streams = signalPathOf(questionnaire, response.answers)
  const picture = composePicture(streams, {
    texts: texts.path,
    colon: texts.colon,
    placeOf: (concept) => view.placeOf(concept),
    drawnOf: (concept) => part.texts.concepts[concept]?.drawn ?? view.conceptName(concept),
    reasonName: (concept, { is, id }) =>
      texts.lowerFirst(
        (is === 'facet' ? part.texts.concepts[concept]?.facets?.[id] : part.texts.constraints[id]?.name) ?? id,
      ),
    pass: texts.path.pass,
    unseen: texts.path.unseen,
    hidden: texts.path.unseen,
  })
  const statements = statementsIn(streams)
  const has = (fate: string) => statements.some((statement) => statement.fate === fate)
  return {
    picture,
    label: texts.path.label(picture.parts),
    how: [
      texts.path.counted(...countedFrom(view)),
      ...(streams.some(({ concepts }) => concepts.some(({ kept }) => kept)) ? [texts.path.keptCaption] : []),
      ...(has('unseen') ? [texts.path.unseenCaption] : []),
      ...(has('skipped') ? [texts.path.skippedCaption] : []),
      ...(response.vantage === 'senior' ? [texts.path.fromTheTop] : []),
    ],
  }
}
