// What a table of 100,000 rows and 40 columns does to the console, in a browser: npx tsx tests/bench/large-table.ts [rows] [last step]
// On a machine with other work, under `nice -n -15` and never under `chrt -r`: there the kernel lets a thread run for
// 100 ms before another has its turn, and a frame is over 100 ms late because the compositor waits behind the worker.
// The floor, printed first, is what frames of a page that does nothing are late by on this machine beside such work.
import { chromium } from 'playwright-core'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { findChromium } from '../chromium.ts'
import { largeTable } from '../fixtures/large-table.ts'
import { workshopFile } from '../fixtures/workshop.ts'
import { CATEGORIES, describeLate, measureFloor, readTrace, seenBy, watchFrames } from './frames.ts'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROWS = Number(process.argv[2] ?? 100_000)
const PATIENCE = { timeout: 240_000 }

if (needsBuild()) await buildSite()
const { server, address } = await serveSite({ folder: SITE })
const found = await findChromium()
const browser = await chromium.launch({ ...found, args: [...found.args, '--enable-precise-memory-info'] })
const page = await browser.newPage()
await watchFrames(page)

interface FromWorker {
  readonly id?: number
  readonly result?: { readonly usedSize?: number }
}

/** The most that the heaps of workers took since it was last asked, in bytes. */
let mostInWorkers = 0

/** Asks every worker of the page for its heap, again and again. */
async function watchWorkers(): Promise<void> {
  const inspector = await page.context().newCDPSession(page)
  const workers = new Set<string>()
  inspector.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId))
  inspector.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId))
  inspector.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { result } = JSON.parse(message) as FromWorker
    mostInWorkers = Math.max(mostInWorkers, result?.usedSize ?? 0)
  })
  await inspector.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })
  setInterval(() => {
    for (const sessionId of workers)
      void inspector.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => {})
  }, 100).unref()
}

/** The last step that is measured; without it, all of them. */
const UNTIL = process.argv[3]

/**
 * Does something, and prints how long it took, the longest frames and tasks since the one
 * before, and what the threads did in the longest frame.
 */
async function phase(what: string, act: () => Promise<unknown>): Promise<void> {
  await browser.startTracing(page, { categories: CATEGORIES })
  // What a trace holds up while it is begun or fetched is no step's doing.
  await seenBy(page)
  const since = performance.now()
  await act()
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  const { frames } = await seenBy(page)
  const traced = readTrace(await browser.stopTracing())
  const heap = await page.evaluate(
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  )
  const over = frames.filter((time) => time > 100).map((time) => Math.round(time))
  console.log(
    `${what.padEnd(16)}${seconds.padStart(7)} s, page ${(heap / 1e6).toFixed(0)} MB, workers ${(mostInWorkers / 1e6).toFixed(0)} MB, ` +
      `frames over 100 ms: ${over.join(' ') || 'none'} (longest ${Math.max(0, ...frames).toFixed(0)}), ` +
      `longest task at work ${traced.atWork.toFixed(0)} (by the clock ${traced.byClock.toFixed(0)})\n` +
      `${' '.repeat(16)}${describeLate(traced)}`,
  )
  mostInWorkers = 0
  if (what === UNTIL) {
    await browser.close()
    process.exit()
  }
}

const amountOf = (people: number) => people.toLocaleString('en-GB')
const counted = (people: number) => page.locator('.total strong', { hasText: amountOf(people) })
const start = async () => {
  await page.goto(`${address}workshop.html`)
  await page.locator('html[data-ready]').waitFor(PATIENCE)
}
const goTo = (stage: string) => page.getByRole('link', { name: stage }).click()
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click(PATIENCE)
const importFile = (path: string) => page.getByLabel('The file of a workshop').setInputFiles(path)
async function download(name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download', PATIENCE), press(name)])
  return file.path()
}

await measureFloor(browser, `${address}floor.html`)
await watchWorkers()
await start()
await page.getByLabel('The file of a workshop').setInputFiles({
  name: 'workshop.json',
  mimeType: 'application/json',
  buffer: Buffer.from(workshopFile({ rawExport: true })),
})
await page.getByRole('heading', { name: 'Collect', exact: true }).waitFor()
const file = join(tmpdir(), `large-table-${ROWS}.csv`)
await writeFile(file, largeTable(ROWS))
await phase('read', async () => {
  await page.getByLabel('Or files').setInputFiles(file)
  await page
    .getByText(/^Taking in \d/)
    .or(counted(ROWS))
    .first()
    .waitFor(PATIENCE)
})
await phase('taken in', () => counted(ROWS).waitFor(PATIENCE))
const removals = page.getByRole('button', { name: /^Remove the response/ })
await phase('listed', async () => {
  await page.getByText(`The ${amountOf(ROWS)} responses taken in`).click()
  await removals.first().waitFor()
})
await phase('one removed', async () => {
  await removals.first().click()
  await counted(ROWS - 1).waitFor(PATIENCE)
})
await goTo('Take away')
let exported = ''
await phase('exported', async () => (exported = await download('Export the workshop')))
await page.reload()
await phase('opened again', async () => {
  await page.locator('html[data-ready]').waitFor(PATIENCE)
  await goTo('Collect')
  await counted(ROWS - 1).waitFor(PATIENCE)
})
await press('They are all different people')
await phase('asked to close', () => press('Close collection'))
await phase('room shown', async () => {
  await press('Close it')
  await page.getByRole('heading', { name: 'The distance' }).waitFor(PATIENCE)
})
await goTo('Take away')
await phase('responses saved', () => download('Download every response'))
await goTo('Collect')
await phase('reopened', async () => {
  await press('Reopen collection')
  await page.getByRole('button', { name: 'Close collection' }).waitFor(PATIENCE)
})
await start()
await phase('put in place', async () => {
  await importFile(exported)
  await press('Replace the one here')
  await counted(ROWS - 1).waitFor(PATIENCE)
})
await start()
await phase('all removed', async () => {
  await press(/^Delete/)
  await press('Delete for good')
  await page.getByText('is deleted.').first().waitFor(PATIENCE)
})
await start()
await phase('read back', async () => {
  await importFile(exported)
  await counted(ROWS - 1).waitFor(PATIENCE)
})
await page.getByText('Take out somebody’s answers').first().click()
await page.getByLabel('Their code or link').fill('person77@example.org')
await press('Find the response')
await phase('taken out', async () => {
  await press('Take it out')
  await press('Take it out for good')
  await counted(ROWS - 2).waitFor(PATIENCE)
})

// The same of a workshop that leaves the device locked alone, and everything deleted from a participant's page.
await start()
await press(/^Delete/)
await press('Delete for good')
await page.getByText('is deleted.').first().waitFor(PATIENCE)
await start()
await page.getByLabel('The file of a workshop').setInputFiles({
  name: 'workshop.json',
  mimeType: 'application/json',
  buffer: Buffer.from(workshopFile({ id: 'K7Q2MY' })),
})
await page.getByRole('heading', { name: 'Collect', exact: true }).waitFor()
await page.getByLabel('Or files').setInputFiles(file)
await counted(ROWS).waitFor(PATIENCE)
await goTo('Take away')
const passphrase = 'lantern gravel orchid tide'
const fillIn = (label: string) => page.getByLabel(label, { exact: true }).fill(passphrase)
await press('Export the workshop')
await fillIn('Passphrase')
await fillIn('The same once more')
let locked = ''
await phase('locked', async () => (locked = await download('Lock and export')))
await start()
await press(/^Delete/)
await press('Delete for good')
await page.getByText('is deleted.').first().waitFor(PATIENCE)
await start()
await importFile(locked)
await fillIn('Passphrase')
await phase('unlocked', async () => {
  await press('Open it')
  await counted(ROWS)
    .or(page.getByRole('button', { name: 'No, nowhere' }))
    .first()
    .waitFor(PATIENCE)
})
await phase('opened', async () => {
  const nowhere = page.getByRole('button', { name: 'No, nowhere' })
  if (await nowhere.isVisible()) await nowhere.click()
  await counted(ROWS).waitFor(PATIENCE)
})
await page.goto(`${address}#kept`)
await page
  .getByRole('link', { name: /^Results/ })
  .first()
  .click(PATIENCE)
await phase('everything gone', async () => {
  await press('Delete everything on this device')
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
  await page
    .waitForFunction(
      async () => !(await indexedDB.databases()).some(({ name }) => name?.includes('workshop')),
      null,
      PATIENCE,
    )
    .catch(() => {})
})
await browser.close()
server.close()
