import { describe, expect, it } from 'vitest'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { leader } from '../fixtures/checks.ts'
import { checkReading, closeBy } from '../fixtures/check-reading.ts'

const SMALL = 6
const LARGE = 14

/** The words of a check, statement after statement. */
const statementsOf = (reading: ReturnType<typeof checkReading>) =>
  reading.view.guessedItems.map((item) => reading.sentencesOf(item).join(' '))

describe('a check in words', () => {
  it('says the mean and the interval of a statement after the words, and judges by what it prints', () => {
    const reading = checkReading(closeBy(LARGE))
    for (const [at, item] of reading.view.guessedItems.entries()) {
      const { group, guessBeside } = item
      if (!group.shown || group.is !== 'mean' || group.mean.is !== 'points' || !group.interval) throw new Error('range')
      const said = statementsOf(reading)[at]!
      expect(said).toContain(
        ` on average (${group.mean.points}, interval ${group.interval.low} to ${group.interval.high}).`,
      )
      if (guessBeside) expect(said).toMatch(/^You expected “rarely” \(25\)\. Fourteen people close to the work say /)
    }
    expect(statementsOf(reading)[0]).toMatch(/Your own answer: “\w+” \((25|50)\)\.$/)
  })

  it('says of a few people’s answers to a statement the range alone', () => {
    for (const said of statementsOf(checkReading(closeBy(SMALL)))) {
      expect(said).toMatch(/ on average \(\d+–\d+\)\./)
      expect(said).not.toContain('interval')
    }
  })

  it('prints the interval that a guess of a concept is judged by', () => {
    const reading = checkReading(closeBy(LARGE))
    for (const concept of reading.view.concepts) {
      const { group, guess } = concept.guessed!
      expect(guess.side).not.toBeNull()
      expect(reading.conceptSentences(concept).join(' ')).toMatch(
        new RegExp(`they answer .* \\(\\d+, interval ${group.interval!.low} to ${group.interval!.high}\\)\\.`),
      )
    }
  })

  it('lists of every statement the answer, the guess and the mean with its interval', () => {
    const reading = checkReading(closeBy(LARGE))
    expect(reading.view.items).toHaveLength(24)
    for (const item of reading.view.items) {
      expect(reading.ownIn(item)).toMatch(/^(rarely \(25\)|sometimes \(50\))$/)
      expect(reading.groupIn(item)).toMatch(/ \(\d+, interval \d+ to \d+\)$/)
      const guessed = reading.view.guessedItems.includes(item)
      expect(reading.guessIn(item)).toBe(!guessed ? '–' : item.guess === 2 ? 'rarely (25)' : 'you did not know')
    }
  })

  it('judges one answer as one answer', () => {
    const reading = checkReading(closeBy(LARGE))
    const judged = reading.view.items.map((item) => reading.judgementOf(item)).filter((said) => said !== '')
    expect(judged.length).toBeGreaterThan(12)
    for (const said of judged)
      expect(said).toMatch(
        /^Your answer is \d+ points? below their average, outside what the group’s average can be\.$/,
      )
    const french = checkReading(closeBy(LARGE), leader, 'fr')
    const [first] = french.view.items.map((item) => french.judgementOf(item)).filter((said) => said !== '')
    expect(first).toMatch(/^Votre réponse se situe \d+ points au-dessous de leur moyenne, hors de /)
    expect(french.conceptSentences(french.view.concepts[0]!).join(' ')).toMatch(
      /Vos réponses se situent \d+ points au-dessous de leur moyenne/,
    )
  })

  it('says of each statement that was not guessed at that it was not', () => {
    const [first, second] = Object.keys(leader.guesses)
    const { [first!]: _left, ...rest } = leader.guesses
    const reading = checkReading(closeBy(SMALL), { ...leader, guesses: { ...rest, [second!]: CANT_TELL } })
    const said = (id: string) => reading.sentencesOf(reading.view.items.find(({ item }) => item === id)!).join(' ')
    expect(said(first!)).toMatch(/^You guessed nothing here\. Six people /)
    expect(said(second!)).toMatch(/^You did not know what they would answer\. Six people /)
    expect(reading.hasGuess).toBe(true)
  })

  it('speaks of no guess where there is none at all', () => {
    const reading = checkReading(closeBy(SMALL), { ...leader, guesses: {} })
    expect(reading.hasGuess).toBe(false)
    for (const said of statementsOf(reading)) expect(said).toMatch(/^Six people /)
    expect(reading.firstStep).toMatch(/^Take a statement that surprises you/)
  })

  it('names as a first step what can be found on the page', () => {
    expect(checkReading(closeBy(LARGE)).firstStep).toContain('lies outside what their average can be')
    // Of six people nothing is called outside, but what they say can be read.
    expect(checkReading(closeBy(SMALL)).firstStep).toContain('something else than you expected')
    const asThey = { ...leader, guesses: Object.fromEntries(Object.keys(leader.guesses).map((id) => [id, 4])) }
    for (const amount of [SMALL, LARGE])
      expect(checkReading(closeBy(amount), asThey).firstStep).toMatch(/^Take a statement that surprises you/)
  })

  it('says of few people which figures are rounded, and which are ranges', () => {
    const { small } = checkReading(closeBy(SMALL)).texts.means
    expect(small).toMatch(/a concept’s average is rounded to five points, and that of one or two statements is a range/)
    expect(small).toContain('that leaders are asked to guess at')
  })
})
