import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { answer, INVITATION, ready, VARIED } from './browser.ts'
import { enter, onHosts, opened, TAG } from './host-page.ts'
import { meant, translate, withTranslator } from './translator.ts'
import { handOverCode } from '../fixtures/workshop.ts'
import { CONSOLE, openWorkshop } from './workshop-page.ts'

const { visit, article } = onHosts()
const RUN = 'leadership-diagnostic.run.execution-gaps'

const stored = (page: Page) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as { answers: Record<string, unknown> }, RUN)

/** What an item's screen says, and which of its options is checked. */
const shown = async (page: Page) => ({
  over: (await meant(page, '.over span'))[0],
  statement: (await meant(page, 'h1'))[0],
  options: await meant(page, 'label > span'),
  checked: await page
    .getByRole('radio')
    .evaluateAll((radios) => radios.findIndex((one) => (one as HTMLInputElement).checked)),
})

/** What it has to say. */
function asked(index: number, checked = -1) {
  const item = questionnaire.items[index]!
  const scale = texts.scales[item.scale]!
  return {
    over: `${index + 1} of 30`,
    statement: `${index + 1} of 30: ${texts.items[item.id]!.text}`,
    options: [...Object.values(scale.options), scale.cantTell],
    checked,
  }
}

describe('a page that the browser translates', () => {
  it('asks, shows and keeps the same statement, through a whole run', async () => {
    const page = await visit({ before: withTranslator })
    await translate(page)
    await answer(page, '1', '')
    for (const [index, key] of Array.from(VARIED).entries()) {
      await expect.poll(() => shown(page)).toEqual(asked(index))
      await page.keyboard.press(key)
      await expect
        .poll(async () => (await stored(page)).answers[questionnaire.items[index]!.id])
        .toEqual(key === '0' ? CANT_TELL : Number(key))
    }
    await page.locator('canvas[data-drawn]').waitFor()
    await expect.poll(() => meant(page, 'h2')).toContain('The three scores')
  })

  it('does so for acts that follow each other faster than it is translated', async () => {
    const page = await visit({ before: withTranslator })
    await translate(page)
    await answer(page, '1', VARIED.slice(0, 26))
    await expect.poll(() => shown(page)).toEqual(asked(26))
    await page.getByRole('button', { name: /kcaB|Back/ }).click()
    await expect.poll(() => shown(page)).toEqual(asked(25, Number(VARIED[25]) - 1))
  })

  it('does so where it is translated in the middle of a run, while an answer is given', async () => {
    const page = await visit({ before: withTranslator })
    await answer(page, '1', VARIED.slice(0, 23))
    await page.evaluate(() => {
      window.translate()
      dispatchEvent(new KeyboardEvent('keydown', { key: '4', code: 'Digit4', bubbles: true }))
    })
    await expect.poll(() => shown(page)).toEqual(asked(24))
  })

  it('speaks another language throughout, where that is chosen', async () => {
    const page = await visit({ before: withTranslator })
    await answer(page, '1', '44')
    await translate(page)
    await page.locator('footer button[lang="fr"]').click()
    await expect.poll(async () => (await shown(page)).over).toBe('3 sur 30')
    await expect.poll(async () => (await meant(page, '.nav button')).join(' ')).toMatch(/Retour.*Passer/)
  })

  it('is taken over whole where it was translated before its script ran', async () => {
    const page = await visit({
      before: async (fresh) => {
        await withTranslator(fresh)
        await fresh.route('**/*.js', async (route) => {
          await fresh.evaluate(() => window.translate())
          await route.continue()
        })
      },
      until: 'load',
    })
    await ready(page)
    await expect.poll(async () => (await meant(page, 'h1')).join()).toBe(texts.question)
    await expect.poll(async () => (await meant(page, '.legend')).length).toBe(1)
    await answer(page, '1', '4')
    await expect.poll(() => shown(page)).toEqual(asked(1))
  })

  it('says on its list, its result and what is kept what they say', async () => {
    const page = await visit({ before: withTranslator })
    await answer(page, '1', '44')
    await translate(page)
    await page.locator('.nav button').nth(1).click()
    await expect.poll(async () => (await meant(page, 'h1 + p')).join()).toContain('28')
    await page.locator('ol .row').nth(0).click()
    await page.keyboard.press('2')
    await page.locator('.nav button').nth(1).click()
    await expect.poll(async () => (await meant(page, 'ol .answer'))[0]).toBe('Rarely')
  })
})

it('a participant’s page says it, too', async () => {
  const page = await visit({ path: `#${INVITATION}`, before: withTranslator })
  await translate(page)
  await answer(page, '2', '45')
  await expect.poll(() => shown(page)).toEqual(asked(2))
})

it('a console that is translated counts what comes in', async () => {
  const page = await visit({ path: CONSOLE, before: withTranslator })
  await openWorkshop(page)
  await translate(page)
  await page
    .locator('form textarea')
    .first()
    .fill([1, 2, 3].map((participant) => handOverCode(participant)).join('\n'))
  await page.locator('form:has(textarea) button').first().click()
  await expect.poll(async () => (await meant(page, '.total')).join()).toMatch(/^3 ?responses in/)
})

it('a diagnostic in an article says it, too', async () => {
  const page = await article(`<${TAG} lang="en"></${TAG}>`, { before: withTranslator })
  await opened(page)
  await translate(page)
  await enter(page)
  await answer(page, '1', VARIED.slice(0, 25))
  await expect.poll(() => shown(page)).toEqual(asked(25))
})
