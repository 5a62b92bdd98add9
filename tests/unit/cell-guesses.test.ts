// Answers as people, tools and spreadsheets leave them: read where nothing else can be meant, else asked about with a guess.
import { describe, expect, it } from 'vitest'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'

const [first, second] = [questionnaire.items[0]!, questionnaire.items[1]!]
const { options } = questionnaire.scales[first.scale]!
const WORDS = options.map((option) => texts.scales[first.scale]!.options[option]!)
const table = (cells: readonly string[], email = (at: number) => `p${at}@x.org`) =>
  [`Email\t${first.id}\t${second.id}`, ...cells.map((cell, at) => `${email(at)}\t${cell}\t2`)].join('\n')
const read = (text: string, guessed = false) => {
  const asked = readResponses(text, questionnaire, { texts: [texts] })
  if (!guessed || asked.ok || !asked.draft) return asked
  const mapping = mappingOf(asked.draft, questionnaire.id)
  return readResponses(text, questionnaire, { texts: [texts] }, { mapping })
}
const answersIn = (result: ReturnType<typeof read>): readonly unknown[] =>
  result.ok ? result.responses.map(({ response }) => response.answers[first.id]) : result.issues.map(({ code }) => code)

describe('what a spreadsheet writes so that a cell stays what it is', () => {
  it.each([
    ['an apostrophe before a step', (step: number) => `'${step}`],
    ['a curly apostrophe', (step: number) => `’${step}`],
    ['a formula of a text', (step: number) => `="${step}"`],
    ['a formula of words', (step: number) => `="${WORDS[step - 1]}"`],
  ])('is read as what it holds: %s', (_what, write) => {
    expect(answersIn(read(table([1, 2, 3, 4, 5].map(write))))).toEqual([1, 2, 3, 4, 5])
  })

  it('makes no two people of one', () => {
    const result = read(['Employee ID\t' + first.id, '="0071"\t1', "'71\t1", '72\t2', '73\t4'].join('\n'))
    expect(result.ok && result.responses.map(({ persons }) => persons)).toEqual([
      ['reference:71'],
      ['reference:72'],
      ['reference:73'],
    ])
  })
})

describe('an answer with something around it, or written otherwise', () => {
  const word = (step: number) => WORDS[step - 1]!
  const smile = '\u{1f600}'
  const star = '\u2605'
  it.each<[string, (step: number) => string]>([
    ['a picture before words', (step) => `${smile} ${word(step)}`],
    ['a picture behind words', (step) => `${word(step)} ${smile}`],
    ['a mark before words', (step) => `✓ ${word(step)}`],
    ['a full stop', (step) => `${word(step)}.`],
    ['quotation marks', (step) => `«${word(step)}»`],
    ['a code in brackets before words', (step) => `[A${step}] ${word(step)}`],
    ['a code in brackets behind words', (step) => `${word(step)} (A${step})`],
    ['a code and a colon', (step) => `AO0${step}: ${word(step)}`],
    ['tags', (step) => `<b>${word(step)}</b>`],
    ['a float a little above', (step) => `${step}.0000000000000004`],
    ['a float a little below', (step) => `${step - 1}.9999999999999996`],
    ['full-width digits', (step) => String.fromCodePoint(0xff10 + step)],
    ['Arabic digits', (step) => String.fromCodePoint(0x660 + step)],
    ['of how many', (step) => `${step}/5`],
    ['out of how many', (step) => `${step} out of 5`],
    ['stars', (step) => star.repeat(step)],
    ['stars of five', (step) => star.repeat(step) + '☆'.repeat(5 - step)],
    ['stars in words', (step) => `${step} Star`],
    ['a sign', (step) => `+${step}`],
    ['a zero', (step) => `0${step}`],
    ['an exponent', (step) => `${step}E+00`],
    ['an equals sign', (step) => `${word(step)} = ${step}`],
    ['Roman numerals', (step) => ['I', 'II', 'III', 'IV', 'V'][step - 1]!],
  ])('is asked about, with the guess that everybody would make: %s', (_what, write) => {
    const text = table([1, 2, 3, 4, 5, 1, 2, 3, 4, 5].map(write))
    expect(new Set(answersIn(read(text)))).toEqual(new Set(['doubtful-cell']))
    expect(answersIn(read(text, true))).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
  })

  it.each<[what: string, cell: string]>([
    ['a step that its words contradict', '2 - ' + WORDS[3]],
    ['a step of another scale', '3/7'],
    ['a step beyond the scale', '7 stars'],
    ['a half', '3.5'],
    ['percent', '40%'],
    ['tens', '40'],
    ['less than a step', '<3'],
    ['words that contradict a step', `${WORDS[3]} = 2`],
    ['nothing but a picture', smile],
  ])('is asked about without a guess where none is likelier: %s', (_what, cell) => {
    const asked = read(table([cell, cell, '1']))
    expect(asked.ok ? null : asked.draft?.cells.map(({ means }) => means)).toEqual([null])
  })
})
