import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  answer,
  browsing,
  heading,
  heldScripts,
  INVITATION,
  pressAll,
  progress,
  ready,
  result,
  VARIED,
} from './browser.ts'

const { visit } = browsing()
const PRIORITY = 'Two weeks from order to delivery <b>“at last”</b>'

async function write(page: Page) {
  await page.getByText('A priority in mind').click()
  await page.getByLabel('One stated priority, in your words').fill(PRIORITY)
}

async function finished() {
  const page = await visit()
  await write(page)
  await page.getByText('Senior leadership').click()
  await pressAll(page, VARIED)
  await result(page)
  return page
}

const quoted = (page: Page) => page.locator('q[translate="no"]').filter({ visible: true }).allInnerTexts()

describe('a priority in mind', () => {
  it('is folded, and what was typed before the script ran is kept', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ before: hold, until: 'commit' })
    expect(await page.getByLabel('One stated priority, in your words').isVisible()).toBe(false)
    await write(page)
    letGo()
    await ready(page)
    await expect.poll(() => page.getByLabel('One stated priority, in your words').inputValue()).toBe(PRIORITY)
    await page.getByText('Senior leadership').click()
    await page.keyboard.press('4')
    await page.reload()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByLabel('One stated priority, in your words').inputValue()).toBe(PRIORITY)
  })

  it('takes no letter from a number key that follows on a press, as somebody quick presses it', async () => {
    const page = await visit()
    await write(page)
    // In one task, so that no picture is between the two.
    await page.getByText('Senior leadership').evaluate((words) => {
      words.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
      ;(words as HTMLElement).click()
      const key = new KeyboardEvent('keydown', { key: '4', code: 'Digit4', bubbles: true, composed: true })
      document.activeElement?.dispatchEvent(key)
    })
    await expect.poll(() => progress(page).innerText()).toBe('2 of 30')
  })

  it('is quoted as it stands, and marked so that no translator changes it', async () => {
    const page = await finished()
    expect(await quoted(page)).toEqual([`“${PRIORITY}”`])
    await page.reload()
    await result(page)
    expect(await quoted(page)).toEqual([`“${PRIORITY}”`])
    await page.getByRole('button', { name: 'Results on this device' }).click()
    await page.getByRole('button', { name: 'Open' }).first().click()
    await result(page)
    expect(await quoted(page)).toEqual([`“${PRIORITY}”`])
  })

  it('is in no code, link, file or summary', async () => {
    const page = await finished()
    const bare = await visit()
    await answer(bare, '1', VARIED)
    await result(bare)
    for (const label of ['Link', 'Result code'])
      expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(
        await bare.getByLabel(label, { exact: true }).inputValue(),
      )
    await page.getByText('Code, QR picture and files').click()
    for (const name of ['Answers (JSON)', 'Answers (CSV)']) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
      expect(readFileSync(await file.path(), 'utf8')).not.toContain('Two weeks')
    }
    await page.getByRole('button', { name: 'Send a summary' }).click()
    expect(await page.getByRole('dialog').innerText()).not.toContain('Two weeks')
    expect(await page.getByLabel('As a text').inputValue()).not.toContain('Two weeks')
  })

  it('is on paper only where its box is ticked', async () => {
    const page = await finished()
    const print = async () => {
      await page.emulateMedia({ media: 'print' })
      const report = page.locator('article.paper')
      await report.waitFor()
      const text = await page.locator('body').innerText()
      await page.emulateMedia({ media: null })
      await report.waitFor({ state: 'detached' })
      await heading(page).waitFor()
      return text
    }
    expect(await print()).not.toContain('Two weeks')
    await page.getByLabel('Print my priority, too').check()
    expect(await print()).toContain(`With a priority in mind: “${PRIORITY}”`)
  })

  it('is not asked for in a workshop', async () => {
    const page = await visit({ path: `#${INVITATION}` })
    await page.getByLabel('Answering about').waitFor()
    expect(await page.getByText('A priority in mind').count()).toBe(0)
  })
})
