import { describe, expect, it } from 'vitest'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { SETTINGS, simulateResponses } from '../../src/core/authoring/simulate-responses.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { briefOf, textOf, wordsIn } from '../../src/ui/result/brief.ts'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { canonicalAnswers, soundQuestionnaire } from '../fixtures/questionnaires.ts'

const PEOPLE = 60

/** The first screens of simulated people. */
function briefsOf(folder: string, language: ReturnType<typeof listedLanguages>[number]) {
  const { questionnaire, texts } = soundQuestionnaire(folder)
  const part = { questionnaire, texts: texts[language]!, answers: canonicalAnswers, published: {} }
  const people = SETTINGS.flatMap((setting) => simulateResponses(questionnaire, setting, PEOPLE))
  return people.map(({ response }) => {
    const view = new ResultView(part, LOCALES[language].resultTexts, response)
    const brief = briefOf(view)
    return { brief, words: wordsIn(textOf(view, brief)), most: view.texts.brief.words }
  })
}

/** Each questionnaire in the languages that it is written in: in any other it is asked in one of these. */
const all = questionnaireFolders().flatMap((folder) => {
  const { texts } = soundQuestionnaire(folder)
  return listedLanguages().flatMap((language) => (texts[language] ? [[folder, language] as const] : []))
})

describe.each(all)('the first screen of %s, in %s', (folder, language) => {
  const briefs = briefsOf(folder, language)

  it('is read in so many words at most, whatever was answered', () => {
    const long = briefs.filter(({ words, most }) => words > most)
    expect(long.map(({ brief, words }) => [words, brief.headline])).toEqual([])
  })

  it('is shorter by naming fewer conditions first, and always has two to choose from where two stand level', () => {
    const level = briefs.filter(({ brief }) => brief.level > 1)
    expect(level.length).toBeGreaterThan(40)
    for (const { brief } of level) expect(brief.examine.length).toBeGreaterThanOrEqual(2)
    const offered = (amount: number) => level.filter(({ brief }) => brief.examine.length === amount).length
    expect(offered(3)).toBeGreaterThan(offered(2) / 4)
  })
})
