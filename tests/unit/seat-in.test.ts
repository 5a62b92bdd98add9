import { describe, expect, it } from 'vitest'
import { VANTAGES } from '../../src/core/questionnaire/vantages.ts'
import type { OpenedResult } from '../../src/core/result/open-result.ts'
import { labelOf } from '../../src/ui/keep/result-label.ts'
import { seatIn } from '../../src/ui/result/seat-in.ts'
import { summaryWords } from '../../src/ui/result/summary-words.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { canonicalAnswers, questionnaire, texts as inEnglish } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'

const DAY = '2026-11-22'

describe.each(listedLanguages())('where nobody said from where they see it, in %s', (language) => {
  const { resultTexts: texts, keepTexts } = LOCALES[language]
  const part = { questionnaire, texts: inEnglish, answers: canonicalAnswers, published: {} }
  const labelled = (vantage: (typeof VANTAGES)[number] | 'not-said') =>
    labelOf({ part, texts, keepTexts }, { completedOn: DAY, about: '', response: { vantage } } as OpenedResult)
  const over = (vantage: (typeof VANTAGES)[number] | 'not-said') =>
    summaryWords({ part, texts, finding: null, vantage, completedOn: DAY, address: '' }).over

  it('a result is known by its day alone', () => {
    expect(seatIn(texts, 'not-said')).toEqual([])
    expect(labelled('not-said')).toBe(texts.date(DAY))
    expect(over('not-said')).toEqual([part.texts.title, texts.date(DAY)])
  })

  it.each(VANTAGES)('and otherwise by where it was seen from: %s', (vantage) => {
    expect(labelled(vantage)).toContain(texts.seenFrom(vantage))
    expect(over(vantage)).toContain(texts.seenFrom(vantage))
  })
})
