import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/response/response.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { RoomReading } from '../../src/ui/room/room-reading.ts'
import { expertInWords } from '../../src/ui/room/room-words.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { workshop as offsite } from '../fixtures/workshop.ts'
import { small } from './every-room.ts'

/** What is said of the first concept's alpha, of people of one level who answer by chance. */
function alphaInWords(language: Language, asked: Questionnaire, options: number, people: number): string {
  const next = numbersFrom(3)
  const answer = (): Answer => 1 + Math.floor(options * next())
  const entries = entriesOf(
    Array.from({ length: people }, () => ({
      level: 0,
      answers: Object.fromEntries(asked.items.map(({ id }) => [id, answer()])),
    })),
  )
  const view = summariseRoom({ questionnaire: asked }, offsite, entries, [snapshotOf(1, entries)])
  const part = { questionnaire: asked, texts, answers: canonicalAnswers, published: {} }
  const reading = new RoomReading({ view, part, workshop: offsite, texts: LOCALES[language].roomTexts })
  return expertInWords(reading, view.expert[0]!)[0]!.words
}

describe.each(listedLanguages())('alpha that is not shown, in "%s"', (language) => {
  const { expert, why } = LOCALES[language].roomTexts

  it('of 10 to 29 people is said to be shown from thirty on', () => {
    for (const people of [10, 29]) expect(alphaInWords(language, questionnaire, 5, people)).toBe(expert['from-thirty'])
    expect(alphaInWords(language, questionnaire, 5, 30)).not.toBe(expert['from-thirty'])
  })

  it('of scores that lie far apart is not: there no number of people is enough', () => {
    for (const people of [12, 40])
      expect(alphaInWords(language, small(3, 2), 2, people)).toBe(why['would-reveal-others'](5))
  })
})
