import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, browsing, heading, pressAll, result, VARIED, type Visit } from './browser.ts'

const { visit } = browsing()
const at = (time: string): Visit => ({
  isNew: true,
  before: (fresh) => fresh.clock.install({ time: new Date(`${time}T09:00:00`) }),
})
const OTHER = '335222143302433252132334424441'

async function finished() {
  const page = await visit(at('2026-11-23'))
  await page.getByText('A priority in mind').click()
  await page.getByLabel('One stated priority, in your words').fill('Deliver in two weeks')
  await page.getByText('Senior leadership').click()
  await pressAll(page, VARIED)
  await result(page)
  return page
}

async function sheetOf(page: Page) {
  await page.getByRole('button', { name: 'Set a day' }).click()
  const sheet = page.getByRole('dialog', { name: 'One thing, and a day for it' })
  await sheet.waitFor()
  return sheet
}

const asked = (page: Page) => page.getByRole('region', { name: 'What did you find?' })

async function keepDay(page: Page, day: string) {
  const sheet = await sheetOf(page)
  await sheet.getByRole('radio').nth(1).check()
  await sheet.getByLabel('On which day?').fill(day)
  await sheet.getByRole('button', { name: 'Keep the day' }).click()
  const thing = await sheet.locator('label:has(input:checked)').innerText()
  await page.keyboard.press('Escape')
  return thing.trim()
}

describe('one thing to examine, and a day', () => {
  it('outlast the page, with what was chosen among those that stand level', async () => {
    const page = await finished()
    const thing = await keepDay(page, '2026-12-04')
    await page.reload()
    await result(page)
    expect(await page.locator('.brief input:checked + span').innerText()).toBe(thing)
    const sheet = await sheetOf(page)
    expect(await sheet.getByLabel('On which day?').inputValue()).toBe('2026-12-04')
    expect(await sheet.innerText()).toContain('From 4 December 2026 on, you are asked once')
  })

  it('say the question once where nothing is picked out to examine', async () => {
    const page = await visit()
    await answer(page, '1', '0'.repeat(22) + '11110000')
    await result(page)
    const sheet = await sheetOf(page)
    const question = await sheet.locator('dl dd').first().innerText()
    expect(await sheet.getByRole('radio').count()).toBe(0)
    expect(question).toMatch(/^“.+\?”/)
    const asks = question.slice(0, question.indexOf('”'))
    for (const text of [await sheet.locator('dl').innerText(), await sheet.locator('article').first().innerText()])
      expect(text.split(asks).length).toBe(2)
    expect((await sheet.innerText()).split(asks).length).toBe(3)
  })

  it('go into a calendar file that is shown before, without code and priority unless they are ticked', async () => {
    const page = await finished()
    const code = await page.getByLabel('Result code').inputValue()
    const sheet = await sheetOf(page)
    const save = async () => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        sheet.getByRole('button', { name: 'Save both as a calendar file' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/calendar-2026-11-23\.ics$/)
      return readFileSync(await file.path(), 'utf8').replaceAll(/\r\n[ \t]/g, '')
    }
    expect(await sheet.getByRole('checkbox', { checked: true }).count()).toBe(0)
    const bare = await save()
    expect(bare.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(bare).toContain('DTSTART;VALUE=DATE:20261130')
    expect(bare).not.toContain(code)
    expect(bare).not.toContain('Deliver')
    const card = await sheet.locator('dl').innerText()
    for (const line of ['What to ask, and whom', 'What to bring', 'What would prove this wrong', 'When to look again'])
      expect(card).toContain(line)
    expect(bare).toContain('What would prove this wrong: ')
    expect(await sheet.innerText()).toContain('With a priority in mind: “Deliver in two weeks”')
    for (const name of await sheet.getByRole('checkbox').all()) await name.check()
    expect(await sheet.locator('article').first().innerText()).toContain(code)
    const whole = await save()
    expect(whole).toContain(code)
    expect(whole).toContain('Deliver in two weeks')
  })

  it('offer the code as the copy that lasts before the calendar, and refuse a day that is over', async () => {
    const page = await finished()
    const sheet = await sheetOf(page)
    const headings = await sheet.getByRole('heading', { level: 3 }).allInnerTexts()
    expect(headings).toEqual(['First, the copy that lasts', 'Then, for your calendar'])
    await sheet.getByLabel('On which day?').fill('2026-11-22')
    expect(await sheet.getByRole('alert').innerText()).toBe('Choose a day from today on.')
    expect(await sheet.getByRole('button', { name: 'Keep the day' }).isDisabled()).toBe(true)
    expect(await sheet.getByRole('button', { name: 'Save both as a calendar file' }).isDisabled()).toBe(true)
  })

  it('are asked about once, from that day on', async () => {
    const page = await finished()
    const thing = await keepDay(page, '2026-12-04')
    await page.clock.setFixedTime(new Date('2026-12-03T09:00:00'))
    await page.reload()
    await result(page)
    expect(await asked(page).count()).toBe(0)
    await page.clock.setFixedTime(new Date('2026-12-05T09:00:00'))
    await page.reload()
    await result(page)
    expect(await asked(page).innerText()).toContain(`${thing} was to be examined by 4 December 2026`)
    await asked(page).getByRole('button', { name: 'Nothing to note' }).click()
    await expect.poll(() => asked(page).count()).toBe(0)
    await page.reload()
    await result(page)
    expect(await asked(page).count()).toBe(0)
  })

  it('are asked about before a comparison, which says what was found and what to do next', async () => {
    const page = await finished()
    const thing = await keepDay(page, '2026-12-04')
    await page.clock.setFixedTime(new Date('2027-02-20T09:00:00'))
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByRole('button', { name: 'Begin anew' }).click()
    await answer(page, '1', OTHER)
    await result(page)
    await page.getByRole('button', { name: 'Compare with another result' }).first().click()
    await heading(page).filter({ hasText: 'Compare with which result?' }).waitFor()
    await page.getByRole('button', { name: /23 November 2026/ }).click()
    await asked(page).getByLabel('In a line or two').fill('Three signatures too many')
    await asked(page).getByRole('button', { name: 'Keep it' }).click()
    await expect.poll(() => asked(page).count()).toBe(0)
    const text = await page.locator('article').innerText()
    expect(text).toContain(`${thing}, as you found it then: “Three signatures too many”`)
    expect(text).toContain('What this can mean')
    expect(text).toMatch(/reported from the top can mean/)
    expect(text).toContain('The next step')
    expect(text).toMatch(/Ask this week, .+:/)
  })
})
