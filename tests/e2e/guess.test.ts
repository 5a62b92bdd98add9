import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { guessTexts as en } from '../../src/ui/locales/en/guess.ts'
import { guessTexts as fr } from '../../src/ui/locales/fr/guess.ts'
import { answer, heading, heldScripts, INVITATION, result, sheetsOf, travel, unfold, VARIED } from './browser.ts'
import { enter, onHosts, opened, TAG } from './host-page.ts'
import { problemsInBoth, widthOf } from './problems.ts'
import { translate, withTranslator } from './translator.ts'

const { visit, article, tab } = onHosts()
const TITLE = 'Leadership self-diagnostic'
const GUESSES = 'leadership-diagnostic.guess.execution-gaps'
const SAVED = 'leadership-diagnostic.saved-runs'

const guessed = questionnaire.guess!.items
const statement = (index: number) => texts.items[guessed[index]!]!.text
const stored = <T>(page: Page, key: string) =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as unknown, key) as Promise<T | null>
const kept = async (page: Page) => (await stored<{ guesses: Record<string, unknown> }>(page, GUESSES))?.guesses
const codes = async (page: Page) =>
  (await stored<{ runs: { code: string }[] }>(page, SAVED))?.runs.map(({ code }) => code.replaceAll('-', '')) ?? []
const entries = (page: Page) => page.evaluate(() => history.state as unknown)
const asks = (page: Page) => expect.poll(() => heading(page).textContent()).toBe(en.title(6))
const at = (page: Page, index: number) =>
  expect.poll(() => heading(page).textContent()).toMatch(new RegExp(`${index} of 6:\\s+${statement(index - 1)}`))
const button = (page: Page, name: string) => page.getByRole('button', { name })

const GUESSED: readonly Answer[] = [1, 5, 4, 2, CANT_TELL, 3]

/** A result with guesses: farther, nearer, the same, and one not known. */
const WITH_GUESSES = encodeResultCode(layoutOf(questionnaire), {
  vantage: 'senior',
  completedOn: '2026-11-30',
  answers: Object.fromEntries(questionnaire.items.map(({ id }, index) => [id, Number(VARIED[index]) || CANT_TELL])),
  guesses: Object.fromEntries(guessed.map((id, index) => [id, GUESSED[index]!])),
}).replaceAll('-', '')

const others = (page: Page) => page.locator('details[data-part="others"]')

describe('in the result', () => {
  it('what was guessed stands beside one’s own answers, at an address of its own, and can be guessed anew', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '1', VARIED)
    await button(page, en.begin).click()
    for (const [index, key] of Array.from('154203').entries()) {
      await at(page, index + 1)
      await page.keyboard.press(key)
    }
    await result(page)
    await page.evaluate(() => (location.hash = 'at=others'))
    await others(page).getByText('You expect other answers to').waitFor()
    await expect.poll(() => others(page).evaluate((part) => part.contains(document.activeElement))).toBe(true)
    await others(page).getByText('you “often”, they “never”').waitFor()
    await button(page, 'Change your guesses').click()
    await at(page, 1)
    await page.keyboard.press('4')
    await at(page, 2)
    await button(page, en.toResult).click()
    await result(page)
    await others(page).getByText('you and they “often”').first().waitFor()
    expect(await codes(page)).toHaveLength(1)
  })

  it('says nothing of guesses where there are none, and offers them', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '1', VARIED)
    await button(page, en.toResult).click()
    await result(page)
    expect(await others(page).count()).toBe(0)
    await button(page, 'Guess what people close to the work would answer').click()
    await asks(page)
  })

  it('opens from a code with all of it, on paper within three pages, and sends none of it in a summary', async () => {
    const page = await visit({ path: `#r=${WITH_GUESSES}` })
    await result(page)
    await others(page).getByText('they “').first().waitFor()
    for (const format of ['A4', 'Letter']) expect(sheetsOf(await page.pdf({ format }))).toBeLessThanOrEqual(3)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const paper = page.locator('article.paper')
    expect(await paper.textContent()).toContain('What you expect others to see')
    expect(await paper.textContent()).toContain('you “often”, they “never”')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await button(page, 'Send a summary').click()
    const summary = page.getByRole('dialog', { name: 'Send a summary' })
    await summary.waitFor()
    expect(await summary.textContent()).not.toMatch(/expect|they|guess/)
  })

  it.each([360, 1440])('is whole, and without problems, at %i pixels', async (width) => {
    const page = await visit({
      path: `?lang=fr#r=${WITH_GUESSES}`,
      viewport: { width, height: 800 },
      colorScheme: 'dark',
    })
    await unfold(page)
    await others(page).getByText('eux «').first().waitFor()
    expect(await widthOf(page)).toEqual([width])
    expect(await problemsInBoth(page)).toEqual([])
  })
})

describe('after the last statement', () => {
  it('asks what others would answer, on the same screens, by the same keys, each in the history and the title', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '1', VARIED)
    await asks(page)
    await expect.poll(() => page.title()).toBe(`From their side · ${TITLE}`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    for (const [index, key] of ['4', '5', '0', '1', '2', '3'].entries()) {
      await at(page, index + 1)
      await expect.poll(() => page.title()).toBe(`From their side, ${index + 1} · ${TITLE}`)
      await expect.poll(() => entries(page)).toEqual({ screen: `guess-${index + 1}` })
      await page.keyboard.press(key)
    }
    await result(page)
    await expect.poll(() => page.title()).toBe(`Result · ${TITLE}`)
    expect(await kept(page)).toEqual(
      Object.fromEntries(guessed.map((id, index) => [id, [4, 5, 'cant-tell', 1, 2, 3][index]])),
    )
    expect(await codes(page)).toEqual([expect.stringMatching(/^4.{35}$/)])
    await travel(page, -1)
    await at(page, 6)
    expect(await page.getByRole('radio', { name: 'Sometimes' }).isChecked()).toBe(true)
    await travel(page, 1)
    await result(page)
  })

  it('announces the question with the statement, says how far one is, and sets “I don’t know” apart', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '2', VARIED)
    await button(page, en.begin).click()
    await at(page, 1)
    const group = page.getByRole('group', { name: `${texts.guess!.question} From their side, 1 of 6: ${statement(0)}` })
    await group.waitFor()
    expect(await page.getByRole('radio').count()).toBe(6)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(statement(0))
    await page.getByText(en.dontKnow).click()
    await at(page, 2)
    await button(page, 'Skip').click()
    await at(page, 3)
    expect(await kept(page)).toEqual({ [guessed[0]!]: 'cant-tell' })
  })

  it('can be left out as a whole, and Back leads to the last statement from there', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '1', VARIED)
    await asks(page)
    await button(page, 'Back').click()
    await expect.poll(() => heading(page).textContent()).toContain('30 of 30')
    await page.keyboard.press('2')
    await asks(page)
    await button(page, en.toResult).click()
    await result(page)
    expect(await codes(page)).toEqual([expect.stringMatching(/^1.{31}$/)])
    expect(await kept(page)).toEqual({})
    // Each screen is one entry: what offered it, then the last statement, and all the way forward again.
    await travel(page, -1)
    await asks(page)
    await travel(page, -1)
    await expect.poll(() => heading(page).textContent()).toContain('30 of 30')
    await travel(page, 1)
    await travel(page, 1)
    await result(page)
    // Somebody who has left it out is not asked again after changing the last answer.
    await travel(page, -2)
    await page.keyboard.press('3')
    await result(page)
    await travel(page, -1)
    await expect.poll(() => heading(page).textContent()).toContain('30 of 30')
    await travel(page, 1)
    await button(page, 'Guess what people close to the work would answer').click()
    await asks(page)
    await page.reload()
    await asks(page)
    await button(page, en.begin).click()
    await page.keyboard.press('5')
    await at(page, 2)
    await button(page, en.toResult).click()
    await result(page)
    await expect.poll(() => codes(page)).toEqual([expect.stringMatching(/^4.{35}$/)])
  })

  it.each([
    ['close to the work', '3'],
    ['whose place is not said', '0'],
  ])('asks nobody %s', async (_name, vantage) => {
    const page = await visit({ guesses: true })
    await answer(page, vantage, VARIED)
    await result(page)
    expect(await stored(page, GUESSES)).toBeNull()
  })

  it('asks nobody in a workshop, which has not said that it would', async () => {
    const page = await visit({ path: `#${INVITATION}`, guesses: true })
    await page.getByRole('radio').first().waitFor()
    await answer(page, '1', VARIED)
    await page.getByRole('heading', { name: /hand/i }).first().waitFor()
    expect(await stored(page, GUESSES)).toBeNull()
  })

  it('goes on where one left off, in two tabs on one run', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '1', VARIED)
    await button(page, en.begin).click()
    for (const key of '44') await page.keyboard.press(key)
    await at(page, 3)
    await page.reload()
    await at(page, 3)
    const other = await tab(page)
    await at(other, 3)
    await other.keyboard.press('1')
    await at(other, 4)
    await page.keyboard.press('ArrowDown')
    await button(page, 'Back').click()
    await at(page, 2)
    await page.keyboard.press('5')
    await expect.poll(() => kept(other)).toEqual({ [guessed[0]!]: 4, [guessed[1]!]: 5, [guessed[2]!]: 1 })
  })

  it('goes with the run, when it is begun again and when everything is deleted', async () => {
    const page = await visit({ guesses: true })
    await answer(page, '1', VARIED)
    await button(page, en.begin).click()
    await page.keyboard.press('4')
    await at(page, 2)
    await button(page, en.toResult).click()
    await result(page)
    await button(page, 'Start again').click()
    await page.getByRole('dialog').getByRole('button').last().click()
    await expect.poll(() => stored(page, GUESSES)).toBeNull()
    await answer(page, '1', VARIED)
    await button(page, en.begin).click()
    await page.keyboard.press('4')
    await at(page, 2)
    await page.getByRole('link', { name: /^Results/ }).click()
    await button(page, 'Delete everything').first().click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('waits for what asks, says so, and asks once it is there', async () => {
    const { hold, letGo } = heldScripts('**/page-later*.js')
    const page = await visit({ guesses: true, before: hold })
    await answer(page, '1', VARIED)
    await page.getByText('One moment …').waitFor()
    letGo()
    await asks(page)
    await button(page, en.toResult).click()
    await result(page)
  })

  it('keeps its statements in step while the browser translates them', async () => {
    const page = await visit({ guesses: true, before: withTranslator })
    await translate(page)
    await answer(page, '1', VARIED)
    await page.locator('.nav button').first().click()
    for (const [index, key] of ['4', '5', '1', '1', '2'].entries()) {
      await expect.poll(() => kept(page).then((all) => Object.keys(all ?? {}).length)).toBe(index)
      await page
        .locator('h1')
        .getByText(`${index + 1}`)
        .first()
        .waitFor()
      await page.keyboard.press(key)
    }
    await expect
      .poll(() => kept(page))
      .toEqual(Object.fromEntries(guessed.slice(0, 5).map((id, index) => [id, [4, 5, 1, 1, 2][index]])))
  })

  it('asks in a questionnaire from a file, of which nothing outlasts the tab', async () => {
    const page = await visit({ path: '#questionnaires', guesses: true })
    await page.getByRole('heading', { name: 'One of your own' }).waitFor()
    const bundle = { questionnaire: { ...questionnaire, id: 'our-own' }, texts: { en: texts } }
    await page.locator('input[type="file"]').setInputFiles({
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(bundle)),
    })
    await page.getByRole('heading', { name: texts.question }).waitFor()
    await answer(page, '1', VARIED)
    await button(page, en.begin).click()
    await at(page, 1)
    await page.getByText('Never').click()
    await at(page, 2)
    await button(page, en.toResult).click()
    await result(page)
    await others(page).getByText('you “often”, they “never”').waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('asks in an article, too, within the host’s page alone', async () => {
    const page = await article(`<${TAG} lang="en"></${TAG}>`, { guesses: true })
    await opened(page)
    const before = await page.evaluate(() => [location.href, history.length, document.title])
    await enter(page)
    await answer(page, '1', VARIED)
    await button(page, en.begin).click()
    for (let index = 1; index <= guessed.length; index++) {
      await at(page, index)
      await page.locator('label').getByText('Often').click()
    }
    await result(page)
    await others(page).getByText('Only they can tell').first().waitFor()
    expect(await page.evaluate(() => [location.href, history.length, document.title])).toEqual(before)
    // A check is made on the diagnostic's own page, beside the article.
    const check = page.locator('details[data-part="check"]')
    // It may have come in time to be unfolded with the rest. A second click so soon after the last answer would be
    // taken for half of a double click.
    await check.locator('summary').focus()
    if (!(await check.evaluate((one) => (one as HTMLDetailsElement).open))) await page.keyboard.press('Enter')
    await check.getByRole('textbox', { name: 'Your name, as they know you' }).fill('Anna Berg')
    const [own] = await Promise.all([
      page.context().waitForEvent('page'),
      check.getByRole('link', { name: 'Make the check on this device' }).click(),
    ])
    await own.getByRole('heading', { name: 'Make a check' }).waitFor()
    expect(new URL(own.url()).pathname).toMatch(/\/workshop\.html$/)
    expect(await own.evaluate(() => window.opener === null)).toBe(true)
    expect(await own.getByLabel('The leader’s name', { exact: false }).inputValue()).toBe('Anna Berg')
    expect(await check.getByLabel('Link for whoever keeps the check', { exact: true }).inputValue()).toBe(
      own.url().replace(/&own$/, ''),
    )
    expect(await page.evaluate(() => [location.href, history.length, document.title])).toEqual(before)
  })

  it.each([
    [360, 'en', en, 'What these six'],
    [390, 'fr', fr, 'Ce que décrivent'],
    [1440, 'fr', fr, 'Ce que décrivent'],
  ] as const)('is whole, and without problems, at %i pixels in %s', async (width, language, words, reason) => {
    const page = await visit({
      path: `?lang=${language}`,
      guesses: true,
      viewport: { width, height: 640 },
      colorScheme: 'dark',
    })
    await answer(page, '1', VARIED)
    await page.getByText(reason).waitFor()
    expect(await widthOf(page)).toEqual([width])
    expect(await problemsInBoth(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await button(page, words.begin).click()
    await page.getByText(words.dontKnow).waitFor()
    expect(await widthOf(page)).toEqual([width])
    expect(await problemsInBoth(page)).toEqual([])
  })
})
