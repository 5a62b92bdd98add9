import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { STANDALONE } from '../../src/build/embed-builds.ts'
import { answer, progress, result, VARIED } from './browser.ts'
import { enter, heardOn, namesOn, noteEvents, onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages, visit } = onHosts()
const ELEMENT = `<${TAG} lang="en"></${TAG}>`

const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).toSorted())
/** Said of several elements of one questionnaire without an id. */
const ORDER_ALONE = /told apart by their order alone.*Give each an id/
const nth = (page: Page, index: number) => page.locator(TAG).nth(index)
/** How many workers are registered, and how many caches there are. */
const traces = (page: Page) =>
  page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    'caches' in window ? (await caches.keys()).length : 0,
  ])
/** Answers everything, and waits until the result has all its parts. */
async function toResult(page: Page): Promise<void> {
  await nth(page, 0).scrollIntoViewIfNeeded()
  await nth(page, 0).getByRole('radio').first().focus()
  await answer(page, '2', VARIED)
  await result(page)
  await page.waitForLoadState('networkidle')
}
const set = (page: Page, name: string, value: string | null) =>
  page.locator(TAG).evaluate(
    (element, [attribute, to]) => {
      if (to === null || to === undefined) element.removeAttribute(attribute!)
      else element.setAttribute(attribute!, to)
    },
    [name, value],
  )

describe('the element', () => {
  it('is defined once, however often and by whichever file', async () => {
    const head =
      SCRIPT() +
      SCRIPT() +
      SCRIPT(inject('siteUnderPath')) +
      SCRIPT(`${inject('site')}`).replace('embed.js', STANDALONE)
    const page = await article(ELEMENT, { head, allow: [inject('siteUnderPath')], before: noteEvents })
    await opened(page)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await expect.poll(() => page.locator('.diagnostic').count()).toBe(1)
  })

  it('takes up what was set on it before it was defined', async () => {
    const page = await article(
      `${ELEMENT}<script>Object.assign(document.querySelector('${TAG}'), { questionnaire: 'silence', shareScores: true, vantage: 'close', colorScheme: 'dark' })</script>`,
      { before: noteEvents },
    )
    await opened(page)
    await expect.poll(async () => (await heardOn(page))[0]?.[1]['questionnaire']).toBe('silence')
    await expect.poll(() => page.getByText(/your scores go to localhost:/).count()).toBe(1)
    await expect.poll(() => page.getByRole('radio', { name: /^Close to the work/ }).isChecked()).toBe(true)
    const properties = await page.locator(TAG).evaluate((element) => ({
      own: Object.keys(element),
      scheme: (element as unknown as { colorScheme: string }).colorScheme,
      attribute: element.getAttribute('share-scores'),
    }))
    expect(properties).toEqual({ own: [], scheme: 'dark', attribute: '' })
    await expect.poll(() => keys(page)).toEqual([])
  })

  it('moved to another place in the page mid-run, goes on where it was', async () => {
    const page = await article(`${ELEMENT}<aside></aside>`, { before: noteEvents })
    await opened(page)
    await enter(page)
    await answer(page, '1', '44')
    await page.locator(TAG).evaluate((element) => {
      Object.assign(window, { frame: element.shadowRoot!.querySelector('.in-host') })
      document.querySelector('aside')!.append(element)
    })
    await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
    expect(
      await page
        .locator('aside .in-host')
        .evaluate((frame) => frame === (window as unknown as { frame: Element }).frame),
    ).toBe(true)
    expect((await namesOn(page)).filter((name) => name === 'ready')).toHaveLength(1)
    await enter(page)
    await page.keyboard.press('3')
    await expect.poll(() => progress(page).textContent()).toBe('4 of 30')
    // A window that stays on top has a document of its own, as a frame has.
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.prepend(frame)
      frame.contentDocument!.body.append(document.querySelector('leadership-diagnostic')!)
    })
    const elsewhere = page.frameLocator('iframe').locator(TAG)
    await elsewhere.getByText('4 of 30', { exact: true }).waitFor()
    const look = await elsewhere
      .getByRole('radio')
      .first()
      .evaluate((radio) => getComputedStyle(radio).appearance)
    expect(look).toBe('none')
  })

  it('moved while it loads, opens once', async () => {
    const page = await article(`${ELEMENT}<aside></aside>`, {
      before: async (opening) => {
        await noteEvents(opening)
        await opening.route('**/assets/embed/embed-app-*.js', async (route) => {
          await opening.evaluate(() =>
            document.querySelector('aside')!.append(document.querySelector('leadership-diagnostic')!),
          )
          await route.continue()
        })
      },
    })
    await opened(page)
    await expect.poll(() => page.locator('aside .diagnostic').count()).toBe(1)
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
  })

  it('removed mid-run and put back elsewhere among others, has the answers', async () => {
    const page = await article(`${ELEMENT}<div>${ELEMENT.replace('lang', 'questionnaire="silence" lang')}</div>`)
    await nth(page, 1).getByRole('radio').first().waitFor()
    await enter(page)
    await nth(page, 0).getByRole('radio').first().focus()
    await answer(page, '1', '44')
    const kept = await keys(page)
    expect(kept).toHaveLength(1)
    await page.evaluate(async () => {
      const element = document.querySelector('leadership-diagnostic')!
      element.remove()
      await new Promise((resolve) => setTimeout(resolve))
      document.body.append(element)
    })
    await nth(page, 1).getByText('3 of 30', { exact: true }).waitFor()
    await nth(page, 1).getByRole('radio').first().focus()
    await page.keyboard.press('2')
    await nth(page, 1).getByText('4 of 30', { exact: true }).waitFor()
    await expect.poll(() => keys(page)).toEqual(kept)
  })

  it('removed while it loads, leaves nothing and says nothing', async () => {
    const page = await article(ELEMENT, {
      before: async (opening) => {
        await noteEvents(opening)
        await opening.route('**/assets/embed/take.en-*.js', async (route) => {
          await opening.evaluate(() => {
            const element = document.querySelector('leadership-diagnostic')!
            Object.assign(window, { element })
            element.remove()
          })
          await route.continue()
        })
      },
    })
    await page.waitForFunction(() => 'element' in window)
    await page.waitForLoadState('networkidle')
    expect(
      await page.evaluate(() => (window as unknown as { element: Element }).element.shadowRoot!.childNodes.length),
    ).toBe(0)
    await expect.poll(() => namesOn(page)).toEqual([])
  })

  it('changes language and colours where it stands, and keeps the language the reader chose', async () => {
    const page = await article(ELEMENT, { before: noteEvents })
    await opened(page)
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    const colour = () => page.locator('.in-host').evaluate((frame) => getComputedStyle(frame).color)
    // While nothing behind the first screen runs yet, too.
    const unset = await colour()
    await set(page, 'color-scheme', 'dark')
    expect(await colour()).not.toBe(unset)
    await set(page, 'color-scheme', 'light')
    await set(page, 'lang', 'fr')
    await page.getByText('Où voyez-vous').first().waitFor()
    await set(page, 'lang', 'en')
    await page.getByText('Close to the work').waitFor()
    await enter(page)
    await answer(page, '1', '4')
    await set(page, 'lang', 'fr')
    await page.getByText('2 sur 30', { exact: true }).waitFor()
    const light = await colour()
    await set(page, 'color-scheme', 'dark')
    expect(await colour()).not.toBe(light)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('2 of 30', { exact: true }).waitFor()
    await set(page, 'color-scheme', 'light')
    expect(await colour()).toBe(light)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.getByText('2 of 30', { exact: true }).count()).toBe(1)
    expect((await namesOn(page)).filter((name) => name === 'ready')).toHaveLength(1)
  })

  it('opens what an attribute names from then on, also when that changes while it loads', async () => {
    const page = await article(ELEMENT, {
      before: async (opening) => {
        await noteEvents(opening)
        await opening.route('**/assets/embed/take.en-*.js', async (route) => {
          await opening.evaluate(() =>
            document.querySelector('leadership-diagnostic')!.setAttribute('questionnaire', 'silence'),
          )
          await route.continue()
        })
      },
    })
    await opened(page)
    await expect
      .poll(async () => (await heardOn(page)).map(([, { questionnaire }]) => questionnaire))
      .toEqual(['silence'])
    await set(page, 'questionnaire', 'friction')
    await expect
      .poll(async () => (await heardOn(page)).map(([, { questionnaire }]) => questionnaire))
      .toEqual(['silence', 'friction'])
    await expect.poll(() => page.locator('.diagnostic').count()).toBe(1)
  })
})

describe('two on one page', () => {
  it('share no answers, no language, no live region and no storage', async () => {
    expectMessages(ORDER_ALONE)
    const page = await article(ELEMENT + ELEMENT, { before: noteEvents })
    await nth(page, 0).getByRole('radio').first().focus()
    await answer(page, '1', '44')
    await expect.poll(() => nth(page, 1).getByText('Leading a site or unit').count()).toBe(1)
    await nth(page, 1).getByRole('button', { name: 'Français' }).click()
    await nth(page, 1).getByText('Direction').first().waitFor()
    await expect.poll(() => nth(page, 0).getByText('3 of 30', { exact: true }).count()).toBe(1)
    await nth(page, 1).getByRole('radio').first().focus()
    await answer(page, '3', '1')
    await expect.poll(() => keys(page)).toHaveLength(2)
    await page.reload()
    await nth(page, 0).getByText('3 of 30', { exact: true }).waitFor()
    await nth(page, 1).getByText('2 of 30', { exact: true }).waitFor()
    await expect.poll(() => nth(page, 0).getByRole('status').textContent()).toContain('Welcome back')
    await expect.poll(() => page.getByRole('status').count()).toBe(2)
  })

  it('keep apart what they are told to keep apart, and together what together', async () => {
    const named = (name: string) => `<${TAG} lang="en" keep-as="${name}"></${TAG}>`
    const page = await article(named('a') + named('b') + named('b'), { path: 'one' })
    await opened(page)
    await nth(page, 2).evaluate((element) => (element as HTMLElement & { open(): void }).open())
    const waiting = nth(page, 2).getByRole('radio').first()
    await waiting.waitFor()
    await nth(page, 1).getByRole('radio').first().focus()
    await answer(page, '1', '44')
    // One that waited on its first screen goes on with that run, and focus stays in it.
    await waiting.focus()
    await nth(page, 2).getByText('3 of 30', { exact: true }).waitFor()
    await expect.poll(() => nth(page, 2).locator('h1:focus').count()).toBe(1)
    const other = await article(named('b'), { path: 'two' })
    await opened(other)
    await expect.poll(() => keys(other)).toEqual([])
    await page.evaluate((html) => (document.body.innerHTML = html), named('b'))
    await page.getByText('3 of 30', { exact: true }).waitFor()
  })

  it('on two pages of one site do not meet', async () => {
    const page = await article(ELEMENT, { path: 'first-article' })
    await opened(page)
    await enter(page)
    await answer(page, '1', '44')
    await article(ELEMENT, { path: 'second-article' })
    await page.goto(page.url().replace('first', 'second'))
    await opened(page)
    await expect.poll(() => progress(page).count()).toBe(0)
  })

  it('“delete everything” in one is heard by the other, which brings nothing back', async () => {
    expectMessages(ORDER_ALONE)
    const page = await article(`${ELEMENT}<div>${ELEMENT}</div>`)
    await opened(page)
    await nth(page, 1).evaluate((element) => element.scrollIntoView())
    await nth(page, 1).getByRole('radio').first().waitFor()
    for (const index of [0, 1]) {
      await nth(page, index).getByRole('radio').first().focus()
      await answer(page, '2', '123')
    }
    await expect.poll(() => keys(page)).toHaveLength(2)
    await nth(page, 1)
      .getByRole('link', { name: /^Results/ })
      .click()
    await nth(page, 1).getByRole('button', { name: 'Delete everything on this device' }).click()
    await nth(page, 1).getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect.poll(() => keys(page)).toEqual([])
    await nth(page, 0)
      .getByRole('radio', { name: /^Senior leadership/ })
      .waitFor()
    expect(await nth(page, 0).getByText('removed in another tab').count()).toBe(0)
    expect(await keys(page)).toEqual([])
  })

  it('shows nothing that was deleted while the host’s page was out of sight, and brings nothing back', async () => {
    const page = await article(ELEMENT)
    await opened(page)
    await nth(page, 0).getByRole('radio').first().focus()
    await answer(page, '2', '123')
    await expect.poll(() => progress(page).textContent()).toBe('4 of 30')
    // As when it comes back from the browser's back-forward cache: no storage event reached it there.
    const awayWhileDeleted = () =>
      page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
        localStorage.clear()
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      })
    // The part that hears of it comes while the reader answers.
    await expect
      .poll(async () => {
        await page.evaluate(() => localStorage.setItem('leadership-diagnostic.some', ''))
        await awayWhileDeleted()
        return page.getByRole('radio', { name: /^Senior leadership/ }).count()
      })
      .toBe(1)
    expect(await page.getByText('removed in another tab').count()).toBe(0)
    expect(await keys(page)).toEqual([])
  })

  it('registers no worker and keeps no files, to its result', async () => {
    const asked: string[] = []
    const page = await article(ELEMENT, { offline: true })
    page.on('request', (request) => asked.push(request.url()))
    await toResult(page)
    expect(await traces(page)).toEqual([0, 0])
    expect(asked.filter((url) => /offline/.test(url))).toEqual([])
  })

  it.each(['embed-demo.html', 'embed.html'])('registers none on the diagnostic’s own site either: %s', async (path) => {
    const page = await visit({ path, offline: true, until: 'load' })
    await toResult(page)
    expect(await traces(page)).toEqual([0, 0])
  })

  it('“delete everything” removes what the diagnostic keeps and nothing of the host’s', async () => {
    expectMessages(ORDER_ALONE)
    const page = await article(ELEMENT + ELEMENT)
    await page.evaluate(() => localStorage.setItem('leadership', 'the host’s'))
    await nth(page, 0).getByRole('radio').first().focus()
    await answer(page, '1', '44')
    await nth(page, 1).getByRole('radio').first().focus()
    await answer(page, '1', VARIED)
    await nth(page, 1)
      .getByRole('link', { name: /^Results/ })
      .click()
    await nth(page, 1).getByRole('button', { name: 'Delete everything on this device' }).click()
    await nth(page, 1).getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect.poll(() => keys(page)).toEqual(['leadership'])
  })
})

describe('the teaser', () => {
  const TEASER = `<${TAG} lang="en" variant="teaser"></${TAG}>`

  it('shows one statement, and answering it opens the diagnostic with that answer', async () => {
    const page = await article(TEASER, { before: noteEvents })
    await opened(page)
    await expect.poll(() => page.getByRole('group').count()).toBe(1)
    await expect.poll(() => page.getByRole('heading').count()).toBe(0)
    await enter(page)
    await page.keyboard.press('4')
    await page.getByRole('heading', { name: /^Where does strategy/ }).waitFor()
    await page.keyboard.press('2')
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => page.getByRole('radio', { name: 'Often', exact: true }).isChecked()).toBe(true)
    await expect.poll(() => namesOn(page)).toEqual(['ready', 'start', 'progress'])
  })

  it.each(['vantage="senior"', 'start="item"'])(
    'with %s it is still there, and leads to the next statement',
    async (more) => {
      const page = await article(TEASER.replace('variant', `${more} variant`))
      await opened(page)
      await expect.poll(() => page.getByRole('heading').count()).toBe(0)
      await expect.poll(() => keys(page)).toEqual([])
      await page.getByText('Often', { exact: true }).click()
      await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    },
  )

  it('is not shown to who comes back, nor to who starts again', async () => {
    const page = await article(TEASER)
    await opened(page)
    await page.getByText('Often', { exact: true }).click()
    await page.getByText('Where do you see the organisation from?').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: /^Where does strategy/ }).waitFor()
    await enter(page)
    await page.keyboard.press('1')
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByRole('button', { name: 'Remove and start again' }).click()
    await page.getByRole('heading', { name: /^Where does strategy/ }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName)).toBe('h1')
  })
})
