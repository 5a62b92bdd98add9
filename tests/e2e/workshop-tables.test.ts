import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { MOST_ROWS } from '../../src/core/bounds/bounds.ts'
import { largeTable } from '../fixtures/large-table.ts'
import { workshopFile } from '../fixtures/workshop.ts'
import { browsing } from './browser.ts'
import { CONSOLE, handInFiles, importFresh, openWorkshop, pressExport, shown, textOf } from './workshop-page.ts'

const { visit } = browsing()
const ROWS = 3000

it('reads a large table in a worker, with progress, keeps it, and exports it to be imported', async () => {
  const page = await visit({ path: CONSOLE })
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  const ofTables = () => workers.filter((address) => address.includes('/assets/table-worker')).length
  await openWorkshop(page, workshopFile({ rawExport: true }))
  expect(ofTables()).toBe(0)
  await page.evaluate(() => {
    const seen = ((globalThis as unknown as { seen: string[] }).seen = [])
    new MutationObserver(() => {
      const text = document.querySelector('progress')?.closest('p')?.textContent?.trim()
      if (text && (seen as string[]).at(-1) !== text) (seen as string[]).push(text)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await handInFiles(page, { 'export.csv': largeTable(ROWS) })
  const count = () => page.locator('.total strong').textContent()
  await expect.poll(count, { timeout: 60_000 }).toBe('3,000')
  await shown(page, '3,000 responses taken in')
  expect(ofTables()).toBe(1)
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
  expect(seen.some((text) => text.startsWith('Reading the table'))).toBe(true)
  expect(seen.filter((text) => text.startsWith('Taking in')).length).toBeGreaterThan(3)
  expect(await page.getByRole('progressbar').count()).toBe(0)

  await page.reload()
  await expect.poll(count, { timeout: 60_000 }).toBe('3,000')
  // One more row than a workshop holds: nothing of it is taken in.
  const more = `ExternalReference,work-waits-for-approval\n${'E1,3\n'.repeat(MOST_ROWS + 1)}`
  await handInFiles(page, { 'more.csv': more })
  await shown(page, 'The table has more than 100,000 rows. Split it, with the heading in each part.')
  expect(await count()).toBe('3,000')
  // Of an archive, the size does not tell how large the table in it is.
  expect(ofTables()).toBe(2)
  await handInFiles(page, { 'again.zip': Buffer.from(zipSync({ 'export.csv': strToU8(largeTable(9)) })) })
  await shown(page, 'again.zip')
  expect(ofTables()).toBe(3)

  const download = page.waitForEvent('download')
  await pressExport(page)
  const other = await visit({ path: CONSOLE })
  other.on('worker', (worker) => workers.push(worker.url()))
  await importFresh(other, await textOf(download))
  await expect.poll(() => other.locator('.total strong').textContent(), { timeout: 60_000 }).toBe('3,000')
  expect(workers.filter((address) => address.includes('/assets/workshop-file-worker')).length).toBe(1)
  await other.reload()
  await expect.poll(() => other.locator('.total strong').textContent(), { timeout: 60_000 }).toBe('3,000')
})
