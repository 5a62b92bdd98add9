import { describe, expect, it } from 'vitest'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { roomLead } from '../../src/ui/room/room-lead.ts'
import { RoomReading } from '../../src/ui/room/room-reading.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { drawPeople, entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { workshop as offsite } from '../fixtures/workshop.ts'

const workshop = { ...offsite, levels: ['Board', 'Teams'] }
const next = numbersFrom(2)
const first = entriesOf(drawPeople([8, 14], [0.25, 0.75], 0, next), 'a')
/** Five more of the top, near the end of the scale, whom a second mean would place there. */
const all = [...first, ...entriesOf(drawPeople([5, 10], [0.1, 0.75], 0, next), 'b')]
const snapshots = [snapshotOf(1, first), snapshotOf(2, all)]
const [before, view] = [1, 2].map((views) => summariseRoom({ questionnaire }, workshop, all, snapshots.slice(0, views)))

const lead = (language: Language, own: RoomView, earlier?: RoomView) => {
  const part = { questionnaire, texts, answers: canonicalAnswers, published: {} }
  const { roomTexts } = LOCALES[language]
  return roomLead(new RoomReading({ view: own, before: earlier ?? null, part, workshop, texts: roomTexts }))
}

describe.each(listedLanguages())('a second view without the distance, in "%s"', (language) => {
  it('leads with that of the view before it, as it was shown there', () => {
    const [shown] = lead(language, before!)
    expect(shown!.text).toMatch(/^.+\b\d\d\b/)
    const [own, ...others] = lead(language, view!, before!)
    const { roomTexts } = LOCALES[language]
    const when = roomTexts.snapshot(1, roomTexts.date(before!.takenOn))
    expect(own).toEqual({ text: `${when}${roomTexts.colon} ${shown!.text}`, reason: roomTexts.distance.before })
    // That no concept leads is no news beside a distance.
    expect(others).toEqual(lead(language, before!).slice(1))
  })

  it('says nothing of it where there was none, nor where the view has its own', () => {
    expect(lead(language, view!, view!)).toEqual(lead(language, view!))
    expect(lead(language, before!, before!)).toEqual(lead(language, before!))
  })
})
