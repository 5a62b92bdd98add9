import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { decodeHandOverCode, type HandOver } from '../../src/core/codes/hand-over-code.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { decodeInvitation } from '../../src/core/workshop/invitation.ts'
import { guessTexts as en } from '../../src/ui/locales/en/guess.ts'
import { guessTexts as fr } from '../../src/ui/locales/fr/guess.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { workshopFile } from '../fixtures/workshop.ts'
import { answer, browsing, heading, INVITATION, ready, VARIED } from './browser.ts'
import { problems, widthOf } from './problems.ts'
import { changeSetUp, CONSOLE, openWorkshop } from './workshop-page.ts'

const { visit } = browsing()
const GUESSED = `${INVITATION}&guess`
const layout = layoutOf(questionnaire)
const asked = questionnaire.guess!.items

const join = (fragment = GUESSED, options: Parameters<typeof visit>[0] = {}) =>
  visit({ path: `#${fragment}`, guesses: true, ...options })
const asks = (page: Page, texts = en) => expect.poll(() => heading(page).textContent()).toBe(texts.title(6))
const code = (page: Page) => page.getByLabel('Hand-over code', { exact: true }).inputValue()

async function handedOver(page: Page): Promise<HandOver> {
  await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  const read = decodeHandOverCode(await code(page), [layout])
  if (!read.ok) throw new Error(read.issue.code)
  return read.handOver
}

describe('somebody invited to a workshop that asks for guesses', () => {
  it('is told before the first statement, is asked after the last, and hands the guesses over', async () => {
    const page = await join()
    await page.getByText('you are also asked what people there would answer').waitFor()
    await answer(page, '1', VARIED)
    await asks(page)
    await page.getByText('never one person’s guess').waitFor()
    await page.getByRole('button', { name: en.begin }).click()
    await page.keyboard.press('2')
    await page.keyboard.press('0')
    await page.getByRole('button', { name: en.inRoom.toResult }).click()
    const first = await handedOver(page)
    expect(first).toMatchObject({ level: 0, revision: 1, guesses: { [asked[0]!]: 2, [asked[1]!]: CANT_TELL } })

    await page.reload()
    await ready(page)
    expect(await handedOver(page)).toEqual(first)
    await page.getByRole('button', { name: 'Change your guesses' }).click()
    await page.keyboard.press('5')
    for (let step = 1; step < 6; step++) await page.keyboard.press('4')
    const second = await handedOver(page)
    expect(second).toMatchObject({ revision: 2, participant: first.participant })
    expect(second.guesses).toEqual(Object.fromEntries(asked.map((id, index) => [id, index === 0 ? 5 : 4])))
  })

  it('may leave all of them out, and hands over what earlier releases did', async () => {
    const page = await join()
    await answer(page, '1', VARIED)
    await asks(page)
    await page.getByRole('button', { name: en.inRoom.toResult }).click()
    expect('guesses' in (await handedOver(page))).toBe(false)
  })

  it.each([
    ['of the lowest level', GUESSED, '4'],
    ['who gives no level', GUESSED, '0'],
    ['of a workshop that does not ask', INVITATION, '1'],
  ])('is not asked: somebody %s', async (_who, fragment, level) => {
    const page = await join(fragment)
    await answer(page, level, VARIED)
    expect('guesses' in (await handedOver(page))).toBe(false)
  })

  it('leaves nothing of them to whoever answers next on the device', async () => {
    const page = await join()
    await answer(page, '1', VARIED)
    await page.getByRole('button', { name: en.begin }).click()
    for (let step = 0; step < 6; step++) await page.keyboard.press('4')
    await handedOver(page)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('guesses')
    await page.getByRole('button', { name: 'Somebody else answers here' }).click()
    await page.getByRole('button', { name: 'Remove and pass on' }).click()
    await heading(page).waitFor()
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('guesses')
  })

  it.each([
    ['en', en, 390],
    ['fr', fr, 360],
  ] as const)('finds no fault and no wide line in %s', async (language, texts, width) => {
    const page = await join(GUESSED, { path: `?lang=${language}#${GUESSED}`, viewport: { width, height: 780 } })
    expect(await problems(page)).toEqual([])
    await answer(page, '1', VARIED)
    await asks(page, texts)
    await page.getByText(texts.inRoom.about).waitFor()
    expect(await problems(page)).toEqual([])
    expect(await widthOf(page)).toEqual([width])
  })
})

describe('the console of a workshop', () => {
  it('asks for guesses unless the facilitator leaves them out, and says what stands in the link alone', async () => {
    const page = await visit({ path: CONSOLE })
    await openWorkshop(page, workshopFile({ asksGuesses: true }))
    const link = page.getByRole('textbox', { name: 'Link for participants' })
    await expect.poll(() => link.inputValue()).toMatch(/&guess$/)
    await page.getByText('What to tell people').click()
    await page.getByText('you are asked at the end what people there would answer').waitFor()
    await changeSetUp(page)
    const note = page.getByText('whoever has the link from before keeps what it told them')
    expect(await note.count()).toBe(0)
    await page.getByRole('radio', { name: 'No', exact: false }).and(page.locator('[name="guesses"]')).check()
    await expect.poll(() => note.count()).toBe(1)
    expect(await problems(page)).toEqual([])
    await page.getByRole('button', { name: 'Save the set-up' }).click()
    await link.waitFor()
    const read = decodeInvitation(new URL(await link.inputValue()).hash)
    expect(read.ok && read.invitation.asksGuesses).toBe(undefined)
  })
})
