// What a table of 100,000 rows and 40 columns does to the console, in a browser: npx tsx tests/bench/large-table.ts [rows]
// On a machine with other work, under `nice -n -15` and never under `chrt -r`: there the kernel lets a thread run for
// 100 ms before another has its turn, and a frame is over 100 ms late because the compositor waits behind the worker.
import { chromium } from 'playwright-core'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { findChromium } from '../chromium.ts'
import { largeTable } from '../fixtures/large-table.ts'
import { workshopFile } from '../fixtures/workshop.ts'
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
// A helper that tsx writes into functions, which the page does not have.
await page.addInitScript('globalThis.__name = (one) => one')
// Watches frames and tasks of each page from its start.
await page.addInitScript(() => {
  const seen = { frames: [] as number[], tasks: [] as number[] }
  Object.assign(globalThis, { seen })
  let last = performance.now()
  const frame = (now: number) => {
    seen.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
})

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
  /** How long its thread was at work for it, in microseconds. */
  readonly tdur?: number
}

/** The most that one task of a page has kept the processor busy, in milliseconds: what else runs beside it does not count. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain'
  const main = new Set(traceEvents.filter(isMain).map(threadOf))
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)))
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0)
}

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

/** Does something, and prints how long it took and the longest frames and tasks since the one before. */
async function phase(what: string, act: () => Promise<unknown>): Promise<void> {
  await browser.startTracing(page, { categories: ['toplevel'] })
  const since = performance.now()
  await act()
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  const longest = longestTask(await browser.stopTracing())
  const { frames, tasks, heap } = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { frames: number[]; tasks: number[] } }
    const memory = (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory
    const now = { frames: [...seen.frames], tasks: [...seen.tasks], heap: memory?.usedJSHeapSize ?? 0 }
    seen.frames.length = 0
    seen.tasks.length = 0
    return now
  })
  const over = (all: readonly number[]) => all.filter((time) => time > 100).map((time) => Math.round(time))
  console.log(
    `${what.padEnd(16)}${seconds.padStart(7)} s, page ${(heap / 1e6).toFixed(0)} MB, workers ${(mostInWorkers / 1e6).toFixed(0)} MB, frames over 100 ms: ` +
      `${over(frames).join(' ') || 'none'} (longest ${Math.max(0, ...frames).toFixed(0)}), tasks over 100 ms: ${over(tasks).join(' ') || 'none'} (longest at work ${longest.toFixed(0)})`,
  )
  mostInWorkers = 0
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
