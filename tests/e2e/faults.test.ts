import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, CODES, heldScripts, INVITATION, progress, result, unfold, VARIED } from './browser.ts'
import { onHosts, opened, TAG } from './host-page.ts'
import { translate, withTranslator } from './translator.ts'
import { CONSOLE } from './workshop-page.ts'

const { visit, article, allowMessages } = onHosts()

const FAULTS = ['missing', 'html', 'aborted', 'slow'] as const
const STORAGES = ['kept', 'blocked'] as const
const TRANSLATIONS = ['as it is', 'translated'] as const

type Fault = (typeof FAULTS)[number]

/** What each surface is made of, by what its files are called, and when each part is needed. */
const PARTS = [
  { on: 'page', part: 'script', files: '**/assets/index-*.js', when: 'at first' },
  { on: 'page', part: 'words', files: '**/assets/take.en-*.js', when: 'at first' },
  { on: 'page', part: 'statements', files: '**/assets/en-*.js', when: 'at first' },
  { on: 'page', part: 'result', files: '**/assets/page-later-*.js', when: 'at last' },
  { on: 'page', part: 'chart', files: '**/assets/draw-score-chart-*.js', when: 'at last' },
  { on: 'embed', part: 'script', files: '**/assets/embed/embed-app-*.js', when: 'at first' },
  { on: 'embed', part: 'statements', files: '**/assets/embed/embed-parts-*.js', when: 'at first' },
  { on: 'embed', part: 'words', files: '**/assets/embed/take.en-*.js', when: 'at first' },
  { on: 'embed', part: 'result', files: '**/assets/embed/page-later-*.js', when: 'at last' },
  { on: 'embed', part: 'chart', files: '**/assets/embed/draw-score-chart-*.js', when: 'at last' },
  { on: 'console', part: 'script', files: '**/assets/workshop-*.js', when: 'at first' },
  { on: 'console', part: 'words', files: '**/assets/qr-*.js', when: 'at first' },
  { on: 'console', part: 'screens', files: '**/assets/workshop-later-*.js', when: 'at first' },
  { on: 'join', part: 'script', files: '**/assets/join-*.js', when: 'at first' },
  { on: 'participant', part: 'script', files: '**/assets/index-*.js', when: 'at first' },
  { on: 'participant', part: 'words', files: '**/assets/join-*.js', when: 'at first' },
  { on: 'participant', part: 'result', files: '**/assets/page-later-*.js', when: 'at last' },
] as const

interface Cell {
  readonly part: (typeof PARTS)[number]
  readonly fault: Fault
  readonly storage: (typeof STORAGES)[number]
  readonly translation: (typeof TRANSLATIONS)[number]
}

const cells: Cell[] = PARTS.flatMap((part) =>
  FAULTS.flatMap((fault) =>
    STORAGES.flatMap((storage) => TRANSLATIONS.map((translation) => ({ part, fault, storage, translation }))),
  ),
)

/** Some of the cells, in which each two values of different columns meet. */
function pairwise(all: readonly Cell[]): Cell[] {
  const values = ({ part: { on, part }, ...cell }: Cell) => [on, part, ...Object.values(cell)]
  const pairsOf = (cell: Cell) =>
    values(cell).flatMap((one, index) =>
      values(cell)
        .slice(index + 1)
        .map((other) => `${one} + ${other}`),
    )
  const open = new Set(all.flatMap(pairsOf))
  const chosen: Cell[] = []
  while (open.size > 0) {
    const gain = (cell: Cell) => pairsOf(cell).filter((pair) => open.has(pair)).length
    const best = all.reduce((one, other) => (gain(other) > gain(one) ? other : one))
    chosen.push(best)
    for (const pair of pairsOf(best)) open.delete(pair)
  }
  return chosen
}

const answerWith: Record<Fault, (route: Route) => Promise<void>> = {
  missing: (route) => route.fulfill({ status: 404, body: 'Not found' }),
  html: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>A page' }),
  aborted: (route) => route.abort(),
  slow: () => new Promise(() => undefined),
}

const blockStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
  })

async function prepare(page: Page, { part, fault, storage, translation }: Cell, isBroken: () => boolean) {
  if (storage === 'blocked') await blockStorage(page)
  if (translation === 'translated') await withTranslator(page)
  await page.clock.install()
  await page.route(part.files, (route) => (isBroken() ? answerWith[fault](route) : route.continue()))
}

const open: Record<Cell['part']['on'], (before: (page: Page) => Promise<unknown>) => Promise<Page>> = {
  page: (before) => visit({ before, until: 'commit' }),
  console: (before) => visit({ path: CONSOLE, before, until: 'commit' }),
  join: (before) => visit({ path: 'join.html', before, until: 'commit' }),
  participant: (before) => visit({ path: `#${INVITATION}`, before, until: 'commit' }),
  embed: (before) => article(`<${TAG} lang="en"></${TAG}>`, { before, until: 'commit' }),
}

const again = (page: Page) => page.locator('button:visible').filter({ hasText: /^(Try again|niaga yrT)$/ })

/** The page can be answered, or in the console be worked with. */
async function works(page: Page, { on }: Cell['part']) {
  if (on === 'embed') return opened(page)
  if (on === 'console') return page.getByRole('button').first().waitFor()
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  await (on === 'join' ? page.getByRole('textbox') : page.getByRole('radio').first()).waitFor()
}

describe.each(process.env['FAULTS'] === 'all' ? cells : pairwise(cells))(
  '$part.on, $part.part: $fault, storage $storage, $translation',
  (cell) => {
    it('says so within ten seconds, loses nothing, and goes on', async () => {
      const { part, fault, translation } = cell
      let isBroken = true
      allowMessages(/^(error|warning): |^thrown: .*import/)
      const page = await open[part.on]((fresh) => prepare(fresh, cell, () => isBroken))
      if (part.when === 'at last') {
        await works(page, part)
        if (translation === 'translated') await translate(page)
        if (part.on === 'embed') await page.locator(TAG).getByRole('radio').first().focus()
        await answer(page, '2', VARIED)
      }
      // The parser and the script have come as far as they can.
      await page.locator('body > *').first().waitFor({ state: 'attached' })
      if (part.part === 'chart') {
        // Nothing of a result waits for its chart, whose figures are there without it.
        await unfold(page)
        if (fault === 'slow') await page.clock.runFor(9000)
        await page.locator('figure .nothing').waitFor()
        return expect.poll(() => page.getByRole('table').count()).toBeGreaterThan(0)
      }
      if (fault === 'slow') await page.clock.runFor(9000)
      await again(page).waitFor()
      if (translation === 'translated') await translate(page)
      await again(page).click({ trial: true })
      isBroken = false
      // At once: it may go on by itself from here.
      await again(page).evaluate((button: HTMLElement) => button.click())
      if (fault === 'slow') await page.clock.runFor(9000)
      if (part.when === 'at first') await works(page, part)
      else if (translation === 'translated') await page.locator('h2').first().waitFor()
      else if (part.on === 'participant') await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
      else await result(page)
      await expect.poll(() => again(page).count()).toBe(0)
    })
  },
)

it('goes on by itself when the network is back, and gives a code until then', async () => {
  let isBroken = true
  allowMessages(/^(error|warning): |^thrown: .*import/)
  const page = await visit({
    before: (fresh) => fresh.route('**/page-later-*', (route) => (isBroken ? route.abort() : route.continue())),
  })
  await answer(page, '2', VARIED)
  await expect.poll(() => page.locator('.column .code').textContent()).toMatch(/^([0-9A-Z]{1,4}-?){7,}$/)
  isBroken = false
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await result(page)
  await expect.poll(() => progress(page).count()).toBe(0)
})

it('a kept run is never left on a blank page, and is there once the script is', async () => {
  let isBroken = true
  allowMessages(/^error: /)
  const page = await visit()
  await answer(page, '2', '444')
  await page.route('**/assets/index-*.js', (route) => (isBroken ? route.abort() : route.continue()))
  await page.reload()
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toContain('What was kept in this browser is still here.')
  expect(await page.getByRole('radio').count()).toBe(0)
  isBroken = false
  await again(page).click()
  await expect.poll(() => progress(page).textContent()).toBe('4 of 30')
})

it.each([INVITATION, `r=${CODES.varied}`])(
  'is shown where its script comes after it was said to be missing: %#',
  async (fragment) => {
    const script = heldScripts('**/assets/index-*.js')
    const page = await visit({
      path: `#${fragment}`,
      until: 'commit',
      before: async (fresh) => {
        await fresh.clock.install()
        await script.hold(fresh)
      },
    })
    await page.locator('[data-not-loaded]').first().waitFor({ state: 'attached' })
    await page.clock.runFor(9000)
    await again(page).waitFor()
    script.letGo()
    await expect.poll(() => page.locator('#app h1').isVisible()).toBe(true)
    await expect.poll(() => again(page).count()).toBe(0)
  },
)

it('gives the code in a link whose page does not come', async () => {
  allowMessages(/^error: /)
  const page = await visit({
    path: `#r=${CODES.varied}`,
    before: (fresh) => fresh.route('**/assets/index-*.js', (route) => route.abort()),
    until: 'load',
  })
  await expect.poll(() => page.getByRole('alert').textContent()).toContain(CODES.varied)
})

it('says within ten seconds that what looks for a workshop by its code does not come', async () => {
  const page = await visit({
    path: 'join.html',
    before: async (fresh) => {
      await fresh.clock.install()
      await fresh.route('**/assets/find-workshop-*.js', answerWith.slow)
    },
  })
  await page.getByRole('textbox').fill('K7Q2M XP4T9')
  await page.getByRole('button', { name: 'Open the workshop' }).click()
  await page.getByText('Looking for it').first().waitFor()
  await page.clock.runFor(10_000)
  await page.getByText('A part of the page could not be loaded.').waitFor()
  expect(await page.getByRole('textbox').inputValue()).toBe('K7Q2M XP4T9')
})
