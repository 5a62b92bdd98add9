import { expect, inject, it } from 'vitest'
import { answer, result, unfold, VARIED } from '../e2e/browser.ts'
import { enter, heardOn, namesOn, noteEvents, onHosts, opened, SCRIPT, TAG } from '../e2e/host-page.ts'

const { article, framedOrigin } = onHosts()
const COUNTED = ['ready', 'start', ...Array.from({ length: 30 }, () => 'progress'), 'complete']

/** As strict as a host can be that has the diagnostic on its own site. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html"

it('the element leads to the result under a strict policy, and tells the page counts and no answer', async () => {
  const page = await article(`<p>Before</p><${TAG} lang="en"></${TAG}><p>After</p>`, {
    head: SCRIPT('/diagnostic/'),
    headers: { 'Content-Security-Policy': POLICY },
    before: noteEvents,
  })
  await opened(page)
  await page.locator(TAG).getByText('Close to the work').click()
  await page.getByText(/^1 of 30$/).waitFor()
  await page.locator(TAG).getByText('Often', { exact: true }).click()
  await page.getByText(/^2 of 30$/).waitFor()
  await page.locator(TAG).getByRole('button', { name: 'Back' }).click()
  await page.getByText(/^1 of 30$/).waitFor()
  await page.keyboard.press('4')
  for (const key of VARIED.slice(1)) await page.keyboard.press(key)
  await result(page)
  await expect.poll(async () => new Set(await namesOn(page))).toEqual(new Set(COUNTED))
  expect((await heardOn(page)).some(([, detail]) => 'answer' in detail || 'scores' in detail)).toBe(false)
  expect(await page.evaluate(() => [location.hash, history.state as unknown, document.cookie])).toEqual(['', null, ''])
})

it('the frame grows with what is in it, and leads to the result', async () => {
  const page = await article(
    `<p>Before</p><iframe data-leadership-diagnostic title="Leadership diagnostic" src="${framedOrigin()}/embed.html?lang=en" style="inline-size:100%;block-size:300px;border:0"></iframe>`,
    { head: `<script type="module" src="${inject('site')}embed-frame.js"></script>`, before: noteEvents },
  )
  const frame = page.locator('iframe')
  const inside = page.frameLocator('iframe')
  const misfit = async () => {
    const content = await inside.locator('.in-host').evaluate((host) => host.getBoundingClientRect().height)
    return Math.abs((await frame.evaluate((one) => one.getBoundingClientRect().height)) - content)
  }
  await inside.getByRole('radio').first().focus()
  await expect.poll(misfit).toBeLessThanOrEqual(1)
  await answer(page, '2', VARIED)
  await unfold(inside)
  await inside.getByRole('heading', { name: 'How this was scored' }).waitFor()
  await inside.locator('canvas[data-drawn]').waitFor()
  await expect.poll(misfit).toBeLessThanOrEqual(1)
  await expect.poll(() => namesOn(page)).toEqual(COUNTED)
})

it('the element is not led into by the page’s own keys', async () => {
  const page = await article(`<input aria-label="Of the host"><${TAG} lang="en"></${TAG}>`)
  await opened(page)
  await page.getByLabel('Of the host').pressSequentially('12')
  await expect.poll(() => page.getByLabel('Of the host').inputValue()).toBe('12')
  await expect.poll(() => page.locator(TAG).getByRole('radio', { checked: true }).count()).toBe(0)
  await enter(page)
  await page.keyboard.press('2')
  await page.getByText(/^1 of 30$/).waitFor()
})

it('a script without type="module" runs, in a shadow root too, and the element has a width and colours of the page there', async () => {
  const page = await article(
    `<style>body { background: oklch(0.2 0.03 264); color: oklch(0.97 0 0) }</style><table><tr><td id="cell"></td></tr></table>`,
    { head: '', before: noteEvents },
  )
  await page.locator('#cell').evaluate(
    (cell, [src, tag]) => {
      const root = cell.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
      const script = document.createElement('script')
      script.src = src!
      root.append(document.createElement(tag!), script)
    },
    [`${inject('site')}embed.js`, TAG] as const,
  )
  await opened(page)
  const [width, colour] = await page
    .locator('.in-host')
    .evaluate((frame) => [frame.getBoundingClientRect().width, getComputedStyle(frame).color])
  expect(width).toBeGreaterThan(280)
  expect(colour).toBe('rgb(236, 232, 224)')
  await enter(page)
  await page.keyboard.press('2')
  await page.getByText(/^1 of 30$/).waitFor()
})
