import type { FrameLocator, Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { answer, VARIED } from './browser.ts'
import { onHosts, pageOf, TAG } from './host-page.ts'

const { article, framedOrigin, origin, put } = onHosts()

const WAYS = [
  {
    name: 'an element',
    body: () => `<${TAG} lang="en"></${TAG}>`,
    head: () => undefined,
    inside: (page: Page) => page.locator(TAG),
  },
  {
    name: 'a frame',
    body: () =>
      `<iframe data-leadership-diagnostic title="Leadership diagnostic" src="${framedOrigin()}/embed.html?lang=en"></iframe>`,
    head: () => `<script type="module" src="${inject('site')}embed-frame.js"></script>`,
    inside: (page: Page) => page.frameLocator('iframe'),
  },
] as const

/** Notes, in each document of a page, what it does to the tab's history. */
const noteMoves = (page: Page) =>
  page.addInitScript(() => {
    const moves: string[] = []
    Object.assign(window, { moves })
    for (const name of ['pushState', 'replaceState', 'go', 'back', 'forward'] as const)
      Object.defineProperty(history, name, { value: () => moves.push(name) })
    addEventListener('hashchange', () => moves.push('hash'))
  })

const movesIn = async (page: Page) =>
  (
    await Promise.all(
      page
        .frames()
        .map((frame) => frame.evaluate(() => [...(window as unknown as { moves: string[] }).moves, location.hash])),
    )
  )
    .flat()
    .filter(Boolean)

it.each(WAYS)('in $name, screens make no history, and Back of the tab leaves the article', async (way) => {
  put('/earlier', pageOf('<p>Earlier</p>', ''))
  const head = way.head()
  const page = await article(way.body(), { path: 'story', before: noteMoves, ...(head ? { head } : {}) })
  await page.goto(`${origin()}/earlier`)
  await page.goto(`${origin()}/story`)
  const inside: FrameLocator | ReturnType<Page['locator']> = way.inside(page)
  const press = (name: string) => inside.getByRole('button', { name, exact: true }).first().click()
  const at = (screen: string) => expect.poll(() => inside.getByText(/^\d+ of 30$/).textContent()).toBe(screen)
  const title = (name: string | RegExp) => inside.getByRole('heading', { level: 1, name }).waitFor()
  await inside.getByRole('radio').first().waitFor()
  const before = await page.evaluate(() => history.length)

  await inside.getByRole('radio').first().focus()
  await answer(page, '2', '44')
  await at('3 of 30')
  await press('Back')
  await at('2 of 30')
  await expect.poll(() => inside.getByRole('radio', { name: 'Often', exact: true }).isChecked()).toBe(true)
  await press('Back')
  await press('Back')
  await inside.getByText('Close to the work').waitFor()
  await inside.getByRole('radio').first().focus()
  await answer(page, '2', VARIED)
  await inside.locator('.brief').waitFor()
  await inside.getByRole('link', { name: /^Results/ }).click()
  await title('Results on this device')
  await press('Back to the diagnostic')
  await inside.locator('.brief').waitFor()
  await press('All statements')
  await title('All statements')
  await inside.getByRole('button', { name: /^Work stands still/ }).click()
  await at('1 of 30')

  expect(await movesIn(page)).toEqual([])
  expect(await page.evaluate(() => history.length)).toBe(before)
  await page.goBack()
  expect(page.url()).toBe(`${origin()}/earlier`)
})
