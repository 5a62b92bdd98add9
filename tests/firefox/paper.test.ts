import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browsing, codeOf, VARIED } from '../e2e/browser.ts'
import { CONSOLE } from '../e2e/workshop-page.ts'
import { PAPERS, textOfSheets } from './sheets.ts'

const { visit } = browsing()

/** Expects of a page that no heading stands alone at the foot of a sheet. Returns how many sheets each paper takes. */
async function printed(page: Page): Promise<number[]> {
  // The report is there only while the page is printed.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const report = page.locator('article.paper')
  await report.waitFor({ state: 'attached' })
  const headings = await report
    .locator('h2, h3, h4')
    .evaluateAll((all) => all.map((heading) => heading.textContent.replaceAll(/\s+/g, ' ').trim()))
  expect(headings.length).toBeGreaterThan(5)
  const amounts: number[] = []
  for (const paper of PAPERS) {
    const sheets = await textOfSheets(page, paper)
    for (const heading of headings) expect(sheets.join(' ')).toContain(heading)
    const ends = sheets.map((text) => text.slice(-60))
    expect(ends.filter((end) => headings.some((heading) => end.endsWith(heading)))).toEqual([])
    amounts.push(sheets.length)
  }
  return amounts
}

describe.each(['en', 'fr'])('the report of a result, in %s', (language) => {
  it.each([VARIED, '335222143302433252132334424441', '5'.repeat(30), '2345'.repeat(8).slice(0, 30)])(
    'of the answers %s has no heading at the foot of a sheet',
    async (keys) => {
      const page = await visit({ path: `?lang=${language}#r=${codeOf(keys, '2026-11-23').replaceAll('-', '')}` })
      await page.locator('canvas[data-drawn]').waitFor()
      for (const sheets of await printed(page)) expect([2, 3]).toContain(sheets)
    },
  )
})

describe.each(['en', 'fr'])('the report of a room, in %s', (language) => {
  it('has no heading at the foot of a sheet', async () => {
    const page = await visit({ path: `${CONSOLE}?lang=${language}` })
    await page.getByRole('button', { name: /^(Open the sample room|Ouvrir le groupe fictif)$/ }).click()
    await page.locator('article').getByRole('heading', { level: 2 }).nth(5).waitFor()
    for (const sheets of await printed(page)) expect([7, 8]).toContain(sheets)
  })
})
