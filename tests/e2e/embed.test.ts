import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { answer, progress, result, VARIED } from './browser.ts'
import { enter, heardOn, namesOn, noteEvents, onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages, leave } = onHosts()
const ELEMENT = `<${TAG} lang="en"><a href="https://example.org/take">Take the diagnostic</a></${TAG}>`
const TAKEN = { questionnaire: 'execution-gaps', version: questionnaire.version, items: 30 }

const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage))

describe('in an article of another origin', () => {
  it('a whole run by keyboard leads to the result, and the host hears counts and never answers', async () => {
    const page = await article(`<p><a href="#next">Before</a></p>${ELEMENT}<p><a href="#next">After</a></p>`, {
      before: noteEvents,
    })
    await opened(page)
    const address = page.url()
    const steps = await page.evaluate(() => history.length)
    await page.getByRole('link', { name: 'Before' }).focus()
    await page.keyboard.press('Tab')
    await answer(page, '2', VARIED)
    await result(page)
    const link = page.locator('a[data-answer]').first()
    await link.evaluate((element) => element.addEventListener('click', (event) => event.preventDefault()))
    const url = await link.getAttribute('href')
    await link.press('Enter')
    await expect
      .poll(() => heardOn(page))
      .toEqual([
        ['ready', TAKEN],
        ['start', TAKEN],
        ...Array.from({ length: 30 }, (_none, index) => ['progress', { ...TAKEN, answered: index + 1 }]),
        ['complete', { ...TAKEN, answered: 30 }],
        ['link', { ...TAKEN, answer: new URL(url!).pathname.split('/').pop(), url }],
      ])
    expect(page.url()).toBe(address)
    expect(await page.evaluate(() => history.length)).toBe(steps)
    expect(await page.title()).toBe('An article')
  })

  it('shows the brief of a result, and its full reading where the reader unfolds it', async () => {
    const page = await article(ELEMENT, { viewport: { width: 390, height: 844 } })
    await opened(page)
    const address = page.url()
    await page.locator(TAG).evaluate((element) => element.shadowRoot?.querySelector('input')?.focus())
    await answer(page, '2', VARIED)
    const brief = page.locator('.brief')
    const headline = brief.getByRole('heading', { level: 1 })
    await headline.waitFor()
    for (const title of ['Ask this week', 'Examine', 'Read'])
      await expect.poll(() => brief.getByRole('heading', { name: title }).isVisible()).toBe(true)
    await brief.getByRole('button', { name: 'Send a summary' }).waitFor()
    expect(await headline.evaluate((element) => element.matches(':focus'))).toBe(true)
    const scores = page.locator('section[data-part="scores"]')
    expect(await scores.count()).toBe(0)
    const reading = page.locator('summary', { hasText: 'Full reading' })
    await reading.press('Enter')
    await page.getByRole('heading', { name: 'The three scores' }).waitFor()
    await page.locator('canvas[data-drawn]').waitFor()
    await reading.press('Enter')
    await expect.poll(() => page.getByRole('heading', { name: 'The three scores' }).isVisible()).toBe(false)
    expect(page.url()).toBe(address)
  })

  it('leaves no global, nothing on a prototype, nothing in the head, and no cookie', async () => {
    const page = await article(ELEMENT, {
      before: (opening) =>
        opening.addInitScript(() => {
          const traces = () =>
            Object.entries(Object.getOwnPropertyDescriptors(window)).flatMap(([name, { value }]) => {
              const keys =
                typeof value === 'function' && typeof value.prototype === 'object' && value.prototype
                  ? Reflect.ownKeys(value.prototype).map(String)
                  : []
              return [name, ...keys.map((key) => `${name}.${key}`)]
            })
          const before = new Set(['traces', ...traces()])
          Object.assign(window, { traces: () => traces().filter((trace) => !before.has(trace)) })
        }),
    })
    await opened(page)
    const head = await page.evaluate(() => document.head.outerHTML)
    await enter(page)
    await answer(page, '1', VARIED)
    await result(page)
    expect(await page.evaluate(() => (window as unknown as { traces: () => string[] }).traces())).toEqual([])
    expect(await page.evaluate(() => document.head.outerHTML)).toBe(head)
    expect(await page.evaluate(() => document.body.children.length)).toBe(1)
    expect(await page.context().cookies()).toEqual([])
  })

  it('a canonical answer opened with the middle button is told of, one asked about with the right is not', async () => {
    const page = await article(ELEMENT, { before: noteEvents, allow: ['https://'] })
    await page.route('https://**', (route) => route.fulfill({ body: 'An answer' }))
    await opened(page)
    const link = page.locator('a[data-answer]')
    await link.click({ button: 'right' })
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await page.getByRole('link', { name: /^Results/ }).click({ button: 'right' })
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('Where does strategy')
    await link.evaluate((element) =>
      element.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true, composed: true })),
    )
    await expect.poll(() => namesOn(page)).toEqual(['ready', 'link'])
  })

  it('says that a run has begun once, however often the reader comes back', async () => {
    const page = await article(ELEMENT, { before: noteEvents })
    await opened(page)
    await enter(page)
    await answer(page, '1', '')
    await expect.poll(() => namesOn(page)).toEqual(['ready', 'start'])
    await page.reload()
    await opened(page)
    await enter(page)
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await answer(page, '4', '4')
    await expect.poll(() => namesOn(page)).toEqual(['ready', 'progress', 'progress'])
  })

  it('says that a result was reached once for the same answers', async () => {
    const page = await article(ELEMENT, { before: noteEvents })
    await opened(page)
    await enter(page)
    await answer(page, '1', VARIED)
    await result(page)
    const completions = async () => (await namesOn(page)).filter((name) => name === 'complete').length
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: 'See the result' }).click()
    await result(page)
    await expect.poll(() => completions()).toBe(1)
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: /^Work stands still/ }).click()
    await page.keyboard.press('5')
    await page.getByRole('button', { name: 'See the result' }).click()
    await result(page)
    await expect.poll(() => completions()).toBe(2)
  })
})

describe('the keyboard', () => {
  it('leads from the host into the element and out again, both ways', async () => {
    const page = await article(`<a href="#a">Before</a>${ELEMENT}<a href="#b">After</a>`)
    await opened(page)
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document
        return activeElement?.localName === 'leadership-diagnostic'
          ? `inside: ${activeElement.shadowRoot?.activeElement?.localName}`
          : activeElement?.textContent
      })
    await page.getByRole('link', { name: 'Before' }).focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => focused()).toBe('inside: input')
    const stops: (string | null | undefined)[] = []
    while ((await focused()) !== 'After' && stops.length < 20) {
      stops.push(await focused())
      await page.keyboard.press('Tab')
    }
    expect(stops.every((stop) => stop?.startsWith('inside'))).toBe(true)
    expect(stops.length).toBeGreaterThan(4)
    for (const _stop of stops) await page.keyboard.press('Shift+Tab')
    await expect.poll(() => focused()).toBe('inside: input')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => focused()).toBe('Before')
  })

  it('answers inside the element and nowhere else on the page', async () => {
    const page = await article(`<input aria-label="Search">${ELEMENT}`, { before: noteEvents })
    await opened(page)
    await page.keyboard.press('1')
    await page.getByLabel('Search').fill('')
    await page.keyboard.type('123')
    await expect.poll(() => page.getByLabel('Search').inputValue()).toBe('123')
    await expect.poll(() => progress(page).count()).toBe(0)
    await enter(page)
    await page.keyboard.press('1')
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
    expect(await stored(page)).toHaveLength(1)
  })
})

describe('manners', () => {
  const far = `<a href="#x">A link</a><div id="above" style="height:5000px"></div>${ELEMENT}<p>After</p>`

  it('asks for its one script until the reader is near, and takes no focus when it opens', async () => {
    const asked: string[] = []
    const page = await article(far, {
      before: async (opening) => void opening.on('request', (request) => asked.push(request.url())),
    })
    await page.getByRole('link', { name: 'A link' }).focus()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(asked.filter((url) => url.startsWith(inject('site')))).toEqual([`${inject('site')}embed.js`])
    await page.evaluate(() => scrollTo(0, 3900))
    await opened(page)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('A link')
    expect(await page.evaluate(() => scrollY)).toBe(3900)
  })

  it.each([280, 360, 700])('moves nothing as it opens in a column of %i pixels', async (width) => {
    for (const lang of width === 360 ? ['en'] : ['en', 'fr']) {
      const shown = ELEMENT.replace('en"', `${lang}"`)
      const css = `<link rel="stylesheet" href="${inject('site')}embed.css">`
      for (const [above, more] of [
        [0, ''],
        [lang === 'en' ? 700 : 0, 'start="item"'],
        [0, 'variant="teaser"'],
        [0, 'share-scores'],
      ] as const) {
        const body = `<div style="inline-size:${width}px"><div style="height:${above}px"></div>${shown.replace('<leadership-diagnostic', `$& ${more}`)}<p>After</p></div>`
        const page = await article(body, {
          head: css + SCRIPT(),
          before: (opening) =>
            opening.addInitScript(() => {
              Object.assign(window, { shifts: [] })
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries())
                  (window as unknown as { shifts: unknown[] }).shifts.push(
                    (entry as unknown as { value: number }).value,
                  )
              }).observe({ type: 'layout-shift', buffered: true })
            }),
        })
        await opened(page)
        const [space, content] = await page.evaluate(() =>
          ['.space', '.in-host'].map((part) => {
            const element = document.querySelector('leadership-diagnostic')!.shadowRoot!.querySelector(part)!
            return element.getBoundingClientRect().height
          }),
        )
        expect(content).toBeLessThanOrEqual(space!)
        expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])
        await leave(page)
      }
    }
  })

  it('leaves a file that is dropped beside it to the host', async () => {
    const page = await article(`<p>Drop here</p>${ELEMENT}`)
    await opened(page)
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    const taken = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((target) => {
          const files = new DataTransfer()
          files.items.add(new File(['x'], 'x.json'))
          const event = new DragEvent('dragover', {
            dataTransfer: files,
            bubbles: true,
            composed: true,
            cancelable: true,
          })
          target.dispatchEvent(event)
          return event.defaultPrevented
        })
    expect(await taken('p:text("Drop here")')).toBe(false)
    expect(await taken(`${TAG} input[type=file]`)).toBe(true)
  })

  it('has one live region', async () => {
    const page = await article(ELEMENT)
    await opened(page)
    await expect.poll(() => page.locator('[role=status], [aria-live], [role=log]').count()).toBe(1)
  })
})

describe('where it cannot be shown', () => {
  it('without scripts, the host’s own link is there', async () => {
    const page = await article(ELEMENT, { javaScriptEnabled: false })
    await expect.poll(() => page.getByRole('link', { name: 'Take the diagnostic' }).isVisible()).toBe(true)
  })

  it.each([
    ['the host’s own link', ELEMENT, 'https://example.org/take', 'Take the diagnostic'],
    ['a link to the page the host names', `<${TAG} page="/own?p=1#x"></${TAG}>`, '/own?p=1', 'Open the diagnostic'],
    ['a link to no script', `<${TAG} page="javascript:alert(1)"></${TAG}>`, 'site', 'Open the diagnostic'],
    ['a link in the article’s language', `<div lang="fr-FR"><${TAG}></${TAG}></div>`, 'site', 'Ouvrir le diagnostic'],
  ])('when its parts cannot be loaded, %s is there, and no void', async (_name, body, href, name) => {
    expectMessages(/ERR_FAILED/)
    const page = await article(body, { before: (opening) => opening.route('**/assets/embed/**', (one) => one.abort()) })
    const link = page.getByRole('link', { name })
    await expect
      .poll(() => page.locator(TAG).evaluate((element) => element.getBoundingClientRect().height))
      .toBeLessThan(60)
    const wanted = href === 'site' ? inject('site') : new URL(href, page.url()).href
    expect(await link.evaluate((element) => (element as HTMLAnchorElement).href)).toBe(wanted)
  })

  it('an unknown questionnaire leaves the host’s link, and a known one then opens', async () => {
    expectMessages(/no questionnaire "nowhere"/)
    let told: Promise<unknown> | undefined
    const page = await article(ELEMENT.replace('lang', 'questionnaire="nowhere" lang'), {
      before: async (opening) => void (told = opening.waitForEvent('console')),
    })
    // Waits for the message first: the link is visible while loading, too, and an
    // overtaken opening reports nothing.
    await told
    await expect.poll(() => page.getByRole('link', { name: 'Take the diagnostic' }).isVisible()).toBe(true)
    await page.locator(TAG).evaluate((element) => element.setAttribute('questionnaire', 'silence'))
    await opened(page)
    await expect.poll(() => page.getByRole('link', { name: 'Take the diagnostic' }).isVisible()).toBe(false)
  })
})
