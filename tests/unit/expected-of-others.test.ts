import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedOfOthers } from '../../src/core/guess/expected-of-others.ts'
import { CANT_TELL, type Answer, type Answers } from '../../src/core/response/response.ts'
import { resultTexts } from '../../src/ui/locales/en/result.ts'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'

const guessed = questionnaire.guess!.items
const [approval, reports, dashboards, obstacle, connections, waste] = guessed as [
  string,
  string,
  string,
  string,
  string,
  string,
]

const answers: Answers = { [approval]: 4, [reports]: 4, [obstacle]: 3, [dashboards]: CANT_TELL, [waste]: 3 }
const guesses: Answers = {
  [approval]: 5,
  [reports]: 2,
  [dashboards]: 4,
  [obstacle]: 3,
  [connections]: CANT_TELL,
  [waste]: 4,
}

describe('what somebody expects of others', () => {
  it('is another answer, farthest apart first, the same one, one without an own, or not known', () => {
    expect(expectedOfOthers(questionnaire, { answers, guesses })).toEqual({
      apart: [
        { item: reports, more: false },
        { item: approval, more: true },
        { item: waste, more: true },
      ],
      alike: [obstacle],
      unseen: [dashboards],
      unknown: [connections],
    })
  })

  it('is turned round with a reversed statement, where more of the good state is less of what is reported', () => {
    const items = questionnaire.items.map((item) =>
      item.id === approval ? ({ ...item, reversed: true } as typeof item) : item,
    )
    const { apart } = expectedOfOthers(
      { ...questionnaire, items },
      { answers: { [approval]: 2 }, guesses: { [approval]: 5 } },
    )
    expect(apart).toEqual([{ item: approval, more: false }])
  })

  it('is nothing without guesses, or where the questionnaire asks for none', () => {
    const nothing = { apart: [], alike: [], unseen: [], unknown: [] }
    expect(expectedOfOthers(questionnaire, { answers })).toEqual(nothing)
    const { guess: _guess, ...without } = questionnaire
    expect(expectedOfOthers(without, { answers, guesses })).toEqual(nothing)
  })

  it('has each guess in one place, whatever was answered', () => {
    const some = fc.dictionary(
      fc.constantFrom(...guessed),
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant<Answer>(CANT_TELL)),
    )
    fc.assert(
      fc.property(some, some, (own, others) => {
        const { apart, alike, unseen, unknown } = expectedOfOthers(questionnaire, { answers: own, guesses: others })
        const all = [...apart.map(({ item }) => item), ...alike, ...unseen, ...unknown]
        expect(all.toSorted()).toEqual(Object.keys(others).toSorted())
      }),
    )
  })
})

describe('a result with guesses', () => {
  const part = { questionnaire, texts, answers: canonicalAnswers, published: {} }
  const view = (given?: Answers) =>
    new ResultView(part, resultTexts, {
      vantage: 'senior',
      answers,
      secondsPerItem: null,
      ...(given ? { guesses: given } : {}),
    })

  it('says in words where one expects to agree and where not, and counts none that have no answer', () => {
    const { expectedLine, expectedLead, hasGuessed } = view(guesses)
    expect(hasGuessed).toBe(true)
    expect(expectedLine).toBe('You expect other answers to three of five. Only they can tell.')
    expect(expectedLead).toBe('You expect more to be reported than you report on two, and less on one.')
    expect(guessed.map((id) => view(guesses).expectedText(id))).toEqual([
      'you “often”, they “almost always”',
      'you “often”, they “rarely”',
      'no answer of yours, they “often”',
      'you and they “sometimes”',
      'you don’t know',
      'you “sometimes”, they “often”',
    ])
  })

  it('says so where all are the same, and where none can be compared', () => {
    expect(view({ [obstacle]: 3 }).expectedLine).toBe('You expect the same answers. Only they can tell.')
    expect(view({ [dashboards]: 3 }).expectedLine).toBe('Only they can tell.')
    expect(view().hasGuessed).toBe(false)
  })
})
