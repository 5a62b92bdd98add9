import { describe, expect, it } from 'vitest'
import { mondayCard } from '../../src/ui/keep/monday-card.ts'
import { inLanguage } from '../../src/ui/locales/in-language.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { briefOf } from '../../src/ui/result/brief.ts'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { respond, type Pattern } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'

const { questionnaire, texts } = soundQuestionnaire('execution-gaps')

describe.each(listedLanguages())('the card of a result in %s', (language) => {
  const { keepTexts, resultTexts } = LOCALES[language]
  const words = keepTexts.commit.card
  const part = { questionnaire, texts: inLanguage(texts, language)!, answers: [], published: {} }

  /** The card's lines by what they are about, and the result that it is of. */
  function cardOf(pattern: Pattern, chosen: string | null) {
    const view = new ResultView(part, resultTexts, respond(pattern))
    return { view, card: new Map(mondayCard(view, chosen, words).map(({ about, says }) => [about, says])) }
  }

  it('says whom to ask what, in the words of the first screen', () => {
    const { view, card } = cardOf({ silence: 2, signalLoss: 2, friction: 4, vantage: 'middle' }, 'approvals')
    const ask = briefOf(view).ask!
    expect(card.get(words.ask)).toBe(`${resultTexts.quote(ask.text)} (${ask.whom})`)
  })

  it('puts a question about what was chosen, where the first screen has one about something else', () => {
    const { view, card } = cardOf({ silence: 2, signalLoss: 2, friction: 4, vantage: 'middle' }, 'capacity')
    expect(card.get(words.ask)).not.toContain(briefOf(view).ask!.text)
    expect(card.get(words.ask)).toContain(part.texts.items['workload-crowds-out-priority']!.ask)
  })

  it('asks for a case of what was chosen to examine, and is refuted where nobody has one', () => {
    const { card } = cardOf({ silence: 2, signalLoss: 2, friction: 4, vantage: 'middle' }, 'capacity')
    expect(card.get(words.bring)).toContain(part.texts.constraints['capacity']!.found)
    expect(card.get(words.refutes)).toBe(words.refuted.condition)
  })

  it('is refuted by the cause where a contradiction leads, and by what had been known where a blind spot does', () => {
    const level = { silence: 3, signalLoss: 3, friction: 3, vantage: 'senior' } as const
    const evidence = { 'explaining-closes-gaps': 5, 'measures-pull-work': 5, 'local-targets-against-strategy': 5 }
    const held = cardOf({ ...level, items: evidence }, 'targets')
    expect(held.view.assessment.lead.is).toBe('contradiction')
    expect(held.card.get(words.refutes)).toBe(words.refuted.contradiction)
    const blind = cardOf({ ...level, silence: '?' }, null)
    expect(blind.view.assessment.lead.is).toBe('visibility')
    expect(blind.card.get(words.refutes)).toBe(words.refuted.visibility)
  })

  it('says in sentences what to bring and what would prove it wrong', () => {
    const all = [words.case('work waits for approval'), words.case(''), ...Object.values(words.refuted)]
    for (const text of all) {
      expect(text).not.toMatch(/:|\b[Tt]heir\b|hold to be/)
      expect(text).toMatch(/^\p{Lu}.*\.$/u)
    }
    expect(all[0]).toMatch(/ (where|où) work waits for approval\b/)
  })

  it('asks for any case where there is no condition to examine', () => {
    const { card } = cardOf({ silence: 1, signalLoss: 1, friction: 1, vantage: 'senior' }, null)
    expect(card.get(words.bring)).toBe(words.case(''))
    expect(card.get(words.refutes)).toBe(words.refuted.open)
  })
})
