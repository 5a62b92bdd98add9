import type { FrameLocator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { version } from '../../src/build/embed-builds.ts'
import { oembedOf } from '../../src/build/oembed.ts'
import { answer, result, unfold, VARIED } from './browser.ts'
import { heardOn, namesOn, noteEvents, onHosts, pageOf, type Article } from './host-page.ts'

const { article, expectMessages, framedOrigin, origin, put } = onHosts()
const helper = (pin = '') => `<script type="module" src="${inject('site')}embed-frame${pin}.js"></script>`
const frameOf = (query = '', from = framedOrigin(), pin = '') =>
  `<iframe data-leadership-diagnostic title="Leadership diagnostic" src="${from}/embed${pin}.html?lang=en${query}" style="inline-size:100%;block-size:300px;border:0"></iframe>`

const FRAME = 'iframe[data-leadership-diagnostic]'
const inside = (page: Page): FrameLocator => page.frameLocator(FRAME)
const height = (page: Page) => page.locator(FRAME).evaluate((frame) => frame.getBoundingClientRect().height)

async function framed(query = '', visit: Article = {}): Promise<Page> {
  const page = await article(`<a href="#x">Before</a>${frameOf(query)}<p>After</p>`, {
    head: helper(),
    ...visit,
    before: async (opening) => {
      await noteEvents(opening)
      await visit.before?.(opening)
    },
  })
  await inside(page).getByRole('radio').first().waitFor()
  return page
}

const takeAll = async (page: Page) => {
  await inside(page).getByRole('radio').first().focus()
  await answer(page, '2', VARIED)
  await unfold(inside(page))
  await inside(page).getByRole('heading', { name: 'How this was scored' }).waitFor()
}

describe('in a frame on a page of another origin', () => {
  it('it is as tall as what is in it, growing and shrinking', async () => {
    const page = await framed()
    const content = () =>
      inside(page)
        .locator('.in-host')
        .evaluate((frame) => frame.getBoundingClientRect().height)
    const fits = async () => Math.abs((await height(page)) - (await content())) <= 1
    await expect.poll(fits).toBe(true)
    const intro = await height(page)
    await inside(page).getByRole('radio').first().focus()
    await answer(page, '2', '')
    await expect.poll(fits).toBe(true)
    expect(await height(page)).toBeLessThan(intro)
    await answer(page, '4', VARIED.slice(1))
    await unfold(inside(page))
    await inside(page).getByRole('heading', { name: 'How this was scored' }).waitFor()
    await expect.poll(fits).toBe(true)
    expect(await height(page)).toBeGreaterThan(intro)
  })

  it('the same events arrive at the frame, from the first, however late the helper comes', async () => {
    const page = await framed('', { head: '' })
    await page.evaluate(
      (src) => {
        const script = document.createElement('script')
        script.type = 'module'
        script.src = src
        document.body.append(script)
      },
      `${inject('site')}embed-frame.js`,
    )
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await takeAll(page)
    await expect
      .poll(() => namesOn(page))
      .toEqual(['ready', 'start', ...Array.from({ length: 30 }, () => 'progress'), 'complete'])
    expect((await heardOn(page)).some(([, detail]) => 'scores' in detail)).toBe(false)
  })

  it('a screen that begins above what is seen is brought into view', async () => {
    const page = await framed('', { viewport: { width: 800, height: 400 } })
    await expect.poll(() => height(page)).toBeGreaterThan(800)
    await inside(page)
      .getByRole('link', { name: /^Results/ })
      .click()
    await inside(page).getByRole('heading', { name: 'Results on this device' }).waitFor()
    const top = () => page.locator(FRAME).evaluate((frame) => Math.round(frame.getBoundingClientRect().top))
    await expect.poll(top).toBeGreaterThanOrEqual(0)
  })

  it('leads from a result to the diagnostic’s own page', async () => {
    const page = await framed()
    await takeAll(page)
    const link = inside(page).getByRole('textbox', { name: /link/i })
    await expect.poll(() => link.inputValue()).toMatch(new RegExp(`^${framedOrigin()}/#r=`))
  })

  it('takes the colour scheme of the page and follows it, and shows the page through', async () => {
    const page = await framed('', { root: 'lang="en" style="color-scheme:light"', colorScheme: 'dark' })
    const scheme = () => inside(page).locator('html').getAttribute('data-scheme')
    await expect.poll(scheme).toBe('light')
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'))
    await expect.poll(scheme).toBe('dark')
    await page.locator(FRAME).evaluate((frame: HTMLElement) => (frame.dataset['scheme'] = 'light'))
    await expect.poll(scheme).toBe('light')
    const paper = await inside(page)
      .locator('html')
      .evaluate((root) => getComputedStyle(root).backgroundColor)
    expect(paper).toBe('rgba(0, 0, 0, 0)')
  })

  it('share-scores names the site around the frame, which then gets them', async () => {
    const page = await framed('&share-scores')
    const { host } = new URL(origin())
    await expect.poll(() => inside(page).getByText(`your scores go to ${host}`).isVisible()).toBe(true)
    await takeAll(page)
    await expect.poll(async () => (await heardOn(page)).at(-1)?.[0]).toBe('complete')
    expect(Object.keys((await heardOn(page)).at(-1)![1]['scores'] as object)).toHaveLength(3)
  })

  it('share-scores on a page that does not make itself known shares none, and says nothing of it', async () => {
    const page = await framed('&share-scores', { head: '' })
    await expect.poll(() => inside(page).getByText('your scores go to').count()).toBe(0)
    await takeAll(page)
    await expect.poll(() => namesOn(page)).toEqual([])
  })

  it('works, and says what it cannot keep, where storage is blocked', async () => {
    const page = await framed('', {
      before: (opening) =>
        opening.addInitScript(() => {
          if (location.pathname !== '/embed.html') return
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('Blocked', 'SecurityError')
            },
          })
        }),
    })
    await takeAll(page)
    await expect.poll(() => inside(page).getByRole('status').textContent()).not.toBe('')
  })

  it('works as an oEmbed document frames it, without an origin of its own, and says what it cannot keep', async () => {
    const silence = { id: 'silence', language: 'en', title: 'Silence', question: '', lead: '', take: '' }
    const { html } = oembedOf(silence, { site: `${framedOrigin()}/`, isFramed: true })
    const page = await article(String(html), { head: helper(), before: noteEvents })
    await inside(page).getByRole('radio').first().focus()
    const frame = page.frames().find((one) => one.url().includes('embed.html'))
    expect(await frame?.evaluate(() => origin)).toBe('null')
    await answer(page, '2', VARIED)
    await unfold(inside(page))
    await inside(page).getByRole('heading', { name: 'How this was scored' }).waitFor()
    await expect
      .poll(() => inside(page).getByRole('status').textContent())
      .toMatch(/does not let the page keep anything/)
    await expect.poll(async () => (await heardOn(page)).at(-1)?.[0]).toBe('complete')
    const content = () =>
      inside(page)
        .locator('.in-host')
        .evaluate((one) => one.getBoundingClientRect().height)
    await expect.poll(async () => Math.abs((await height(page)) - (await content())) <= 1).toBe(true)
  })

  it('goes on where the reader left off', async () => {
    const page = await framed()
    await inside(page).getByRole('radio').first().focus()
    await answer(page, '2', '44')
    await page.reload()
    await inside(page).getByText('3 of 30', { exact: true }).waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('messages of others change nothing, on either side', async () => {
    const page = await framed('', {
      head: helper(),
      root: 'lang="en" style="color-scheme:light"',
    })
    await expect.poll(() => height(page)).toBeGreaterThan(400)
    const before = await height(page)
    await page.evaluate(async () => {
      const say = (says: object) => window.postMessage({ mark: 'leadership-diagnostic', ...says }, '*')
      say({ says: 'height', height: 5 })
      say({ says: 'diagnostic-complete', detail: {} })
      window.postMessage(null, '*')
      window.postMessage('leadership-diagnostic', '*')
      // Another frame in the page, of another origin, sends messages to the
      // diagnostic's frame and to the page.
      const other = document.createElement('iframe')
      other.srcdoc = `<script>
        const message = { mark: 'leadership-diagnostic', says: 'host', scheme: 'dark' }
        parent.frames[0].postMessage(message, '*')
        parent.postMessage({ mark: 'leadership-diagnostic', says: 'height', height: 7 }, '*')
      </script>`
      other.sandbox.add('allow-scripts')
      const loaded = new Promise((resolve) => other.addEventListener('load', resolve))
      document.body.append(other)
      await loaded
      await new Promise((resolve) => setTimeout(resolve))
    })
    expect(await height(page)).toBe(before)
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await expect.poll(() => inside(page).locator('html').getAttribute('data-scheme')).toBe('light')
  })

  it('nothing goes wrong on a page that gives the frame its address later', async () => {
    const page = await article(frameOf().replace('src=', 'data-src='), { head: helper(), before: noteEvents })
    await page.locator(FRAME).evaluate((frame: HTMLIFrameElement) => (frame.src = frame.dataset['src']!))
    await inside(page).getByRole('radio').first().waitFor()
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await expect.poll(() => height(page)).toBeGreaterThan(400)
  })

  it('runs under a strict policy of the page that allows the frame alone', async () => {
    const page = await framed('', {
      head: `<script type="module" src="/diagnostic/embed-frame.js"></script>`,
      headers: {
        'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-src ${framedOrigin()}; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    })
    await takeAll(page)
    await expect.poll(async () => (await heardOn(page)).at(-1)?.[0]).toBe('complete')
  })
})

it('the page and the script of a version do the same, and go on with the run of the latest', async () => {
  const latest = await framed()
  await inside(latest).getByRole('radio').first().focus()
  await answer(latest, '2', '44')
  await inside(latest).getByText('3 of 30', { exact: true }).waitFor()
  const pin = `-${version}`
  put('/pinned', pageOf(frameOf('', framedOrigin(), pin), helper(pin)))
  await latest.goto(`${origin()}/pinned`)
  await inside(latest).getByText('3 of 30', { exact: true }).waitFor()
  await expect.poll(async () => (await height(latest)) > 300).toBe(true)
})

it.each(['', `-${version}`])(
  'a site that is not allowed cannot frame it, under the name “embed%s.html”',
  async (pin) => {
    expectMessages(/frame-ancestors|Framing/)
    const page = await article(frameOf('', inject('site').slice(0, -1), pin), { head: '' })
    await expect.poll(() => inside(page).getByRole('radio').count()).toBe(0)
  },
)

it('is made of what a host is told to copy alone, up to the result', async () => {
  const asked = new Set<string>()
  const page = await framed('', {
    before: async (opening) => {
      opening.on('request', (request) => {
        if (request.url().startsWith(framedOrigin())) asked.add(new URL(request.url()).pathname)
      })
    },
  })
  await takeAll(page)
  expect(asked.size).toBeGreaterThan(5)
  expect([...asked].filter((path) => !/^\/(embed[^/]*|assets\/embed\/[^/]+)$/.test(path))).toEqual([])
})

it('opened by itself, it leads nowhere that its address says', async () => {
  const page = await article('<p>A site</p>', { head: '' })
  await page.goto(
    `${framedOrigin()}/embed.html?lang=en&page=https://evil.example/&action-label=Go&action-href=https://evil.example/&share-scores&hand-off-purpose=Evil`,
  )
  await page.getByRole('radio').first().focus()
  await answer(page, '2', VARIED)
  await result(page)
  expect(await page.content()).toContain('lang="en"')
  await expect.poll(() => page.locator('a[href*="evil"]').count()).toBe(0)
  await expect.poll(() => page.getByText('your scores go to').count()).toBe(0)
  expect(await page.getByRole('button', { name: /^Give my result/ }).count()).toBe(0)
  const values = await page
    .locator('textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
  expect(values.some((value) => value.includes('evil'))).toBe(false)
})
