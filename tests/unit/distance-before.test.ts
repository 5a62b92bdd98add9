import { describe, expect, it } from 'vitest'
import { suppress } from '../../src/core/disclosure/released.ts'
import { saysDistanceOn } from '../../src/core/room/says-distance.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { WorkshopViews } from '../../src/ui/console/workshop-views.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { earlierDistance } from '../../src/ui/room/earlier-distance.ts'
import { conceptsApart, distanceHeadline, roomLead, scoresHeadline } from '../../src/ui/room/room-lead.ts'
import { RoomReading } from '../../src/ui/room/room-reading.ts'
import { distanceInWords } from '../../src/ui/room/room-words.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { drawPeople, entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { workshop as offsite } from '../fixtures/workshop.ts'

const workshop = { ...offsite, levels: ['Board', 'Teams'] }
const next = numbersFrom(2)
const first = entriesOf(drawPeople([8, 14], [0.25, 0.75], 0, next), 'a')
/** Five more of the top, of whom one answers nothing: the four others would be told by a second mean. */
const joined = entriesOf(drawPeople([5, 10], [0.1, 0.75], 0, next), 'b')
const all = [...first, ...joined.map((entry, index) => (index === 0 ? { ...entry, answers: {} } : entry))]
const snapshots = [snapshotOf(1, first), snapshotOf(2, all)]
const [before, view] = [1, 2].map((views) => summariseRoom({ questionnaire }, workshop, all, snapshots.slice(0, views)))

/** The same with the ends of some concepts hidden, as beside an earlier view. */
function without(own: RoomView, hidden: readonly string[]): RoomView {
  const near = suppress('near-end')
  return {
    ...own,
    concepts: own.concepts.map((one) =>
      hidden.includes(one.concept) ? { ...one, levels: one.levels.map(() => near) } : one,
    ),
    distance: {
      ...own.distance,
      concepts: own.distance.concepts.map((one) =>
        hidden.includes(one.concept) ? { ...one, difference: near, pairs: near } : one,
      ),
    },
  }
}

const part = { questionnaire, texts, answers: canonicalAnswers, published: {} }
const concepts = questionnaire.concepts.map(({ id }) => id)
const [missing, ...present] = concepts
const readingOf = (language: Language, own: RoomView, earlier?: RoomView) =>
  new RoomReading({ view: own, before: earlier ?? null, part, workshop, texts: LOCALES[language].roomTexts })
const lead = (language: Language, own: RoomView, earlier?: RoomView) => roomLead(readingOf(language, own, earlier))

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

  it('says that each score covers two views, as the one before it does', () => {
    const { scores } = LOCALES[language].roomTexts
    const covers = scores.coverDistance('Board', 'Teams')
    expect(scoresHeadline(readingOf(language, before!))).toBe(covers)
    expect(scoresHeadline(readingOf(language, view!, before!))).toBe(covers)
    expect(scoresHeadline(readingOf(language, view!))).toBe(scores.headline([]))
  })

  it('says nothing of it where there was none, nor where the view has its own', () => {
    expect(lead(language, view!, view!)).toEqual(lead(language, view!))
    expect(lead(language, before!, before!)).toEqual(lead(language, before!))
  })

  it('says of the rest alone what the view before it said, where the view says some of it', () => {
    const some = without(before!, [missing!])
    const [own, earlier, ...rest] = lead(language, some, before!)
    expect([own]).toEqual(lead(language, some).slice(0, 1))
    const { roomTexts } = LOCALES[language]
    expect(conceptsApart(earlierDistance(readingOf(language, some, before!))!).map(({ concept }) => concept)).toEqual([
      missing,
    ])
    expect(earlier!.text).toContain(roomTexts.snapshot(1, roomTexts.date(before!.takenOn)))
    for (const one of present) expect(earlier!.text).not.toContain(readingOf(language, some).conceptName(one))
    expect(rest).toEqual(lead(language, before!).slice(1))
  })
})

/** Ends of which few are left near an end of the scale by a second view, which says of the distance less than an option. */
const NEAR = (() => {
  const draw = numbersFrom(1)
  const early = entriesOf(drawPeople([8, 14], [0.15, 0.45], 0, draw), 'a')
  const both = [...early, ...entriesOf(drawPeople([5, 10], [0.15, 0.45], 0, draw), 'b')]
  const taken = [snapshotOf(1, early), snapshotOf(2, both)]
  return [1, 2].map((views) => summariseRoom({ questionnaire }, workshop, both, taken.slice(0, views)))
})()

describe.each(listedLanguages())('a second view with “at least” less than an option, in "%s"', (language) => {
  const [earlier, later] = [NEAR[0]!, NEAR[1]!]
  const { roomTexts } = LOCALES[language]
  const reading = readingOf(language, later, earlier)

  it('leads with the distance of the view before it, which stands', () => {
    expect(saysDistanceOn(later, questionnaire)).toEqual([])
    expect(conceptsApart(readingOf(language, earlier))).toHaveLength(concepts.length)
    const [own] = roomLead(reading)
    const [shown] = lead(language, earlier)
    const when = roomTexts.snapshot(1, roomTexts.date(earlier.takenOn))
    expect(own).toEqual({ text: `${when}${roomTexts.colon} ${shown!.text}`, reason: roomTexts.distance.before })
    expect(scoresHeadline(reading)).toBe(roomTexts.scores.coverDistance('Board', 'Teams'))
  })

  it('says how far it is at least, and never that it cannot be shown', () => {
    for (const distance of later.distance.concepts) {
      const [sentence, , last] = distanceInWords(reading, distance)
      expect(sentence).toMatch(/\d/)
      expect(last).toBe(roomTexts.distance.noInterval)
    }
    expect(distanceHeadline(reading)).toBe(roomTexts.distance.headline([], concepts.length, 'Board', 'Teams'))
  })
})

describe('the earlier view beside which a view is shown', () => {
  it('may say of the distance how far it is at least', () => {
    const ends = entriesOf(drawPeople([8, 14], [0.1, 0.75], 0, numbersFrom(1)), 'c')
    const shown = summariseRoom({ questionnaire }, workshop, ends, [snapshotOf(1, ends)])
    expect(shown.distance.concepts.filter(({ difference }) => difference.shown).length).toBeLessThan(concepts.length)
    expect(saysDistanceOn(shown, questionnaire).toSorted()).toEqual(concepts.toSorted())
    expect(saysDistanceOn(without(shown, concepts), questionnaire)).toEqual([])
  })

  it.each([
    ['all is said', [[], [], []], null],
    ['nothing is said', [[], [missing!], concepts], 1],
    ['of equals', [[], [], [missing!]], 2],
    ['what is missing is missing there, too', [concepts, concepts, concepts], null],
  ] as const)('is the one that says most of what is missing, the latest of equals: %s', async (_, hidden, number) => {
    const views = hidden.map((some, at) => ({ ...without(before!, some), snapshot: at + 1 }))
    const kept = {
      workshop,
      collected: { entries: all, former: [] },
      snapshots: views.map((_view, at) => snapshotOf(at + 1, all)),
    }
    const tools = {
      askedBy: () => ({ parts: { en: part } }),
      statistics: {
        summarise: async ({ snapshots: asked }: { snapshots: readonly { number: number }[] }) =>
          views[asked.at(-1)!.number - 1],
      },
    }
    const shown = new WorkshopViews(
      () => kept as unknown as KeptWorkshop,
      async () => undefined,
      tools as never,
    )
    const found = await shown.showBeside(kept.snapshots.at(-1)!)
    expect(found?.view.snapshot).toBe(3)
    expect(found?.before?.snapshot ?? null).toBe(number)
  })
})
