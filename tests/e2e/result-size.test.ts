import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { questionnaire, respond } from '../fixtures/execution-gaps.ts'
import { SEVEN_KINDS } from '../fixtures/seven-kinds.ts'
import { takeTexts as en } from '../../src/ui/locales/en/take.ts'
import { takeTexts as fr } from '../../src/ui/locales/fr/take.ts'
import { answer, browsing, heading, unfold, VARIED } from './browser.ts'

const { visit, leave } = browsing()

/** What a person sees of a result on a phone. */
interface Seen {
  /** How far each part of the first screen reaches; 0 for a part that is not there. */
  readonly ends: Readonly<Record<'headline' | 'sure' | 'picture' | 'ask' | 'examine' | 'read' | 'act', number>>
  readonly smallestText: number
  readonly smallestTarget: number
  /** Of the first screen, without the labels in its picture and the names of its buttons. */
  readonly briefWords: number
  /** Of the whole full reading, without lists of answers and the method. */
  readonly words: number
  /** The full reading while it is folded, in screens. */
  readonly screens: number
}

async function see(page: Page): Promise<Seen> {
  await page.locator('canvas[data-drawn], figure .nothing').waitFor()
  await page.locator('details[data-part="method"]').waitFor({ state: 'attached' })
  const folded = await page.evaluate(() => {
    const top = scrollY
    const all = (part: string) => [...document.querySelectorAll<HTMLElement>(`.brief ${part}`)]
    const endOf = (part: string) => Math.max(0, ...all(part).map((one) => one.getBoundingClientRect().bottom + top))
    return {
      ends: {
        headline: endOf('h1'),
        sure: endOf('.sure'),
        picture: endOf('.picture'),
        ask: endOf('.ask'),
        examine: endOf('.thing'),
        read: endOf('.next > section'),
        act: all('.acts button')[0]!.getBoundingClientRect().bottom + top,
      },
      smallestText: Math.min(
        ...all('h1, .ask, .thing, .read a, .acts button').map((one) => parseFloat(getComputedStyle(one).fontSize)),
      ),
      smallestTarget: Math.min(
        ...all('label, .read a, .acts button, .acts a, .picture button').map(
          (one) => one.getBoundingClientRect().height,
        ),
      ),
      screens: document.querySelector('.full')!.getBoundingClientRect().height / innerHeight,
    }
  })
  const briefWords = await page.evaluate(() => {
    const unseen = document.querySelectorAll<HTMLElement>('.brief .sr')
    for (const one of unseen) one.hidden = true
    const texts = [...document.querySelectorAll<HTMLElement>('.brief h1, .brief .sure, .brief .next > section')]
    const words = texts.flatMap(({ innerText }) => innerText.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length
    for (const one of unseen) one.hidden = false
    return words
  })
  await unfold(page)
  const words = await page.evaluate(() => {
    const full = document.querySelector<HTMLElement>('.full')!
    for (const apart of full.querySelectorAll<HTMLElement>('.sr, .answers, [data-part="method"]')) apart.hidden = true
    for (const apart of full.querySelectorAll<HTMLElement>('[hidden]')) apart.style.display = 'none'
    for (const details of full.querySelectorAll('details')) details.open = true
    return (full.innerText.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length
  })
  return { ...folded, briefWords, words }
}

/** The longest that a result says of guesses: some farther, some nearer, one not known. */
const GUESSED: readonly Answer[] = [1, 5, 2, CANT_TELL, 4, 3]

/** A day that takes more room than most where it is written short. */
const LONG_DAY = '2026-09-22'

const seen = new Map<string, Record<'en' | 'fr', Seen>>()

beforeAll(async () => {
  for (const { name, response } of SEVEN_KINDS) {
    const guesses = Object.fromEntries(questionnaire.guess!.items.map((id, index) => [id, GUESSED[index]!]))
    const code = encodeResultCode(layoutOf(questionnaire), { ...response, guesses, completedOn: LONG_DAY })
    const open = async (language: 'en' | 'fr') => {
      const path = `?lang=${language}#r=${code.replaceAll('-', '')}`
      const page = await visit({ path, viewport: { width: 390, height: 844 } })
      const result = await see(page)
      await leave(page)
      return result
    }
    seen.set(name, { en: await open('en'), fr: await open('fr') })
  }
}, 180_000)

const names = SEVEN_KINDS.map(({ name }) => name)

describe.each(['en', 'fr'] as const)('a result on a phone, in %s', (language) => {
  it.each(names)('has what is to be acted on on its first screen: %s', (name) => {
    const { ends, smallestText, smallestTarget } = seen.get(name)![language]
    const { headline, sure, picture, ask, examine, read, act } = ends
    expect(headline).toBeLessThan(sure)
    expect(sure).toBeLessThan(picture)
    expect(picture).toBeLessThan(ask)
    expect(ask).toBeLessThanOrEqual(664)
    expect(Math.max(examine, read)).toBeLessThan(act)
    expect(act).toBeLessThanOrEqual(844)
    expect(smallestText).toBeGreaterThanOrEqual(16)
    expect(smallestTarget).toBeGreaterThanOrEqual(44)
  })

  it.each(names)('says so in few words: %s', (name) => {
    const { briefWords } = seen.get(name)![language]
    expect(briefWords).toBeGreaterThan(30)
    expect(briefWords).toBeLessThanOrEqual({ en: 110, fr: 130 }[language])
  })

  it('has all of it on its first screen where three conditions stand level', async () => {
    const seldom = { silence: 4, signalLoss: 2, friction: 2, vantage: 'close' } as const
    const often = { 'objections-after-meeting': 5, 'concern-dropped': 5, 'obstacle-worked-around': 5 }
    const response = { ...respond({ ...seldom, items: often }), completedOn: LONG_DAY }
    const code = encodeResultCode(layoutOf(questionnaire), response).replaceAll('-', '')
    const page = await visit({ path: `?lang=${language}#r=${code}`, viewport: { width: 390, height: 844 } })
    const { ends, briefWords } = await see(page)
    expect(await page.locator('.brief fieldset label').count()).toBe(3)
    expect(briefWords).toBeLessThanOrEqual({ en: 110, fr: 130 }[language])
    expect(ends.ask).toBeLessThanOrEqual(664)
    expect(ends.act).toBeLessThanOrEqual(844)
    await leave(page)
  })

  it('is as short where it is about a part of the organisation, with a priority in mind', async () => {
    const texts = { en, fr }[language]
    const about = 'The Northern division and its suppliers'
    const ends: Seen['ends'][] = []
    for (const isNamed of [false, true]) {
      const page = await visit({
        path: `?lang=${language}`,
        viewport: { width: 390, height: 844 },
        isNew: true,
        before: ({ clock }) => clock.setFixedTime(`${LONG_DAY}T12:00:00`),
      })
      if (isNamed) {
        await page.getByLabel(texts.about).first().fill(about)
        await page.getByText(texts.priority).first().click()
        await page.getByLabel(texts.priorityLabel).fill(`Deliver ${'on time and '.repeat(7)}in full`)
        await heading(page).click()
      }
      await answer(page, '2', VARIED)
      ends.push((await see(page)).ends)
      if (isNamed) await page.getByText(about).filter({ visible: true }).first().waitFor()
      await leave(page)
    }
    expect(ends[1]).toEqual(ends[0])
    // Answered by a script, so in haste, which is said where else the certainty stands.
    expect(ends[0]!.ask).toBeLessThanOrEqual(664)
    expect(ends[0]!.act).toBeLessThanOrEqual(844)
  })

  it('has a full reading of few screens while it is folded', () => {
    for (const name of names) expect(seen.get(name)![language].screens).toBeLessThan(6)
  })

  it('is read in full in so many words, as the median', () => {
    const words = names.map((name) => seen.get(name)![language].words).toSorted((a, b) => a - b)
    expect(words[3]).toBeLessThan(900)
  })
})
