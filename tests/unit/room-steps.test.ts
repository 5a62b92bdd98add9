import { expect, it } from 'vitest'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { roomTexts } from '../../src/ui/locales/en/room.ts'
import { RoomReading } from '../../src/ui/room/room-reading.ts'
import { definedFirst, roomSteps, type RoomStep } from '../../src/ui/room/room-steps.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { drawPeople, entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { workshop as offsite } from '../fixtures/workshop.ts'

const workshop = { ...offsite, levels: ['Board', 'Teams'] }
const entries = entriesOf(drawPeople([8, 14], [0.3, 0.7], 0, numbersFrom(2)))
const view = summariseRoom({ questionnaire }, workshop, entries, [snapshotOf(1, entries)])
const part = { questionnaire, texts, answers: canonicalAnswers, published: {} }
const reading = new RoomReading({ view, part, workshop, texts: roomTexts })
const steps = roomSteps(reading)

it.each<[string, (all: readonly RoomStep[]) => readonly RoomStep[], string]>([
  ['as they usually are', (all) => all, 'scores'],
  ['without the scores', (all) => all.filter(({ id }) => id !== 'scores'), 'distance'],
  ['turned round', (all) => all.toReversed(), 'closing'],
])('the first step that names the concepts defines them: %s', (_, choose, where) => {
  const presented = definedFirst(reading, choose(steps))
  expect(presented.map(({ id }) => id)).toEqual(choose(steps).map(({ id }) => id))
  const defining = presented.filter(({ terms, areNumbered }) => terms.length > 0 && !areNumbered)
  expect(defining.map(({ id }) => id)).toEqual([where])
  expect(defining[0]!.terms).toEqual(
    questionnaire.concepts.map(({ id }) => ({ name: texts.concepts[id]!.name, about: texts.concepts[id]!.about })),
  )
})
