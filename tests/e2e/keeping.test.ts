import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, browsing, CODES, heading, heldScripts, progress, ready, result, VARIED } from './browser.ts'

const { visit, tab, allowMessages, expectMessages } = browsing()
const KEY = 'leadership-diagnostic.run.execution-gaps'

const reload = async (page: Page) => {
  await page.reload()
  await ready(page)
}
const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY)
const notice = async (page: Page) => (await page.getByRole('status').innerText()).trim()

describe('coming back', () => {
  it('leads to where one was, at every statement', async () => {
    const page = await visit()
    await answer(page, '2', '')
    for (const [index, key] of [...VARIED].entries()) {
      await reload(page)
      await expect.poll(() => progress(page).textContent()).toBe(`${index + 1} of 30`)
      await page.keyboard.press(key)
    }
    await result(page)
    const answered = JSON.parse((await kept(page))!)
    expect(Object.keys(answered.answers)).toHaveLength(30)
    await reload(page)
    await result(page)
  })

  it('keeps what was selected but not yet sent off', async () => {
    const page = await visit()
    await answer(page, '2', '4')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await reload(page)
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await expect.poll(() => page.getByRole('radio', { name: 'Sometimes' }).isChecked()).toBe(true)
    await expect.poll(() => notice(page)).toContain('Welcome back')
  })

  it('never shows the intro first', async () => {
    const page = await visit()
    const visibility = () => page.locator('#app').evaluate((app) => getComputedStyle(app).visibility)
    await answer(page, '2', '4')
    const { hold, letGo } = heldScripts()
    await hold(page)
    await page.reload({ waitUntil: 'commit' })
    await page.locator('#app').waitFor({ state: 'attached' })
    await expect.poll(() => visibility()).toBe('hidden')
    letGo()
    await ready(page)
    await expect.poll(() => visibility()).toBe('visible')
  })

  it('keeps the label and the choice of quick answering', async () => {
    const page = await visit()
    await page.getByLabel('Answering about').fill('The northern plants')
    await page.getByLabel('Move on as soon as I choose').click()
    await reload(page)
    await expect.poll(() => page.getByLabel('Answering about').inputValue()).toBe('The northern plants')
    await expect.poll(() => page.getByLabel('Move on as soon as I choose').isChecked()).toBe(false)
  })
})

describe('when nothing can be kept', () => {
  const blocked = (page: Page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    })
  const full = (page: Page) =>
    page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Quota exceeded.', 'QuotaExceededError')
      }
    })
  const missing = (page: Page) =>
    page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: undefined }))

  it.each([
    ['storage is blocked', blocked, 'does not let the page keep anything'],
    ['there is no storage', missing, 'does not let the page keep anything'],
    ['storage is full', full, 'The storage of this browser is full'],
  ])('because %s, the person is told once and goes on to the result', async (_name, before, sentence) => {
    const page = await visit({ before })
    await expect.poll(() => notice(page)).toBe('')
    await answer(page, '1', '4')
    await expect.poll(() => notice(page)).toContain(sentence)
    await page.getByRole('button', { name: 'Close this message' }).click()
    await answer(page, VARIED[1]!, VARIED.slice(2))
    await result(page)
    await expect.poll(() => notice(page)).toBe('')
    await page.getByRole('button', { name: 'All statements' }).click()
    await expect.poll(() => page.getByText('All 30 are answered.').count()).toBe(1)
  })
})

describe('when what was kept cannot be used as it is', () => {
  const put = (value: string) => (page: Page) =>
    page.addInitScript(
      ([key, text]) => {
        if (!sessionStorage.getItem('put')) localStorage.setItem(key!, text!)
        sessionStorage.setItem('put', 'once')
      },
      [KEY, value],
    )

  it.each(['{', 'null', '[]', '{"format":0}', '"x"', '{"format":1,"questionnaire":"other"}'])(
    'such as %s, the person is told and begins afresh',
    async (value) => {
      const page = await visit({ before: put(value) })
      await expect.poll(() => notice(page)).toContain('could not be read')
      await answer(page, '1', '45')
      await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
      await reload(page)
      await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
      await expect.poll(() => notice(page)).not.toContain('could not be read')
    },
  )

  it('keeps the answers of an earlier version that still have a place', async () => {
    const value = JSON.stringify({
      format: 1,
      questionnaire: 'execution-gaps',
      version: '0.9.0',
      vantage: 'senior',
      answers: { 'defensible-option-chosen': 5, 'gone-since': 3 },
      place: 'item defensible-option-chosen',
    })
    const page = await visit({ before: put(value) })
    await expect.poll(() => notice(page)).toContain('The questionnaire has changed since you began')
    await expect.poll(() => page.getByRole('radio', { name: 'Almost always' }).isChecked()).toBe(true)
  })
})

describe('in two tabs', () => {
  it('answers given in either are kept together, and each is told once', async () => {
    const first = await visit()
    await answer(first, '1', '4')
    const second = await tab(first)
    await expect.poll(() => progress(second).textContent()).toBe('2 of 30')
    await answer(second, '3', '33')
    await expect.poll(() => notice(first)).toContain('open in another tab')
    await first.keyboard.press('5')
    await first.getByRole('button', { name: 'All statements' }).click()
    await first.getByText('26 of 30 are unanswered.').waitFor()
    const answers = JSON.parse((await kept(first))!).answers
    expect(Object.values(answers)).toEqual([4, 5, 3, 3])
    await expect.poll(() => second.getByRole('status').getByText('open in another tab').count()).toBe(1)
    await expect.poll(() => first.getByRole('status').getByText('open in another tab').count()).toBe(1)
  })

  it('starting again in one leaves the other what it shows', async () => {
    const first = await visit()
    await answer(first, '1', '445')
    const second = await tab(first)
    await second.getByRole('button', { name: 'All statements' }).click()
    await second.getByRole('button', { name: 'Start again' }).click()
    await second.getByRole('button', { name: 'Remove and start again' }).click()
    await expect.poll(() => notice(first)).toContain('removed in another tab')
    await expect.poll(() => progress(first).textContent()).toBe('4 of 30')
    await first.keyboard.press('2')
    expect(Object.values(JSON.parse((await kept(first))!).answers)).toEqual([4, 4, 5, 2])
  })

  it('deleting everything in one leaves the other at the start, and nothing comes back', async () => {
    const first = await visit()
    await answer(first, '1', '445')
    const second = await tab(first)
    await second.getByRole('link', { name: /^Results/ }).click()
    await second.getByRole('button', { name: 'Delete everything on this device' }).click()
    await second.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await first.getByRole('radio', { name: /^Senior leadership/ }).waitFor()
    expect(await first.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await notice(first)).toBe('')
    expect(await first.evaluate(() => Object.keys(localStorage))).toEqual([])
    await answer(first, '2', '3')
    expect(Object.values(JSON.parse((await kept(first))!).answers)).toEqual([3])
  })

  it.each([
    ['a result that came in a link', `r=${CODES.varied}`],
    ['a comparison', `compare=${CODES.other},${CODES.varied}`],
  ])('deleting everything in one takes %s off the screen of the other, for good', async (_what, fragment) => {
    const first = await visit({ path: `#${fragment.replaceAll('-', '')}` })
    await first.locator('article').waitFor()
    const second = await tab(first, '#results')
    await second.getByRole('button', { name: 'Delete everything on this device' }).click()
    await second.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await first.getByRole('radio', { name: /^Senior leadership/ }).waitFor()
    expect(new URL(first.url()).hash).toBe('')
    await first.reload()
    await ready(first)
    await first.getByRole('radio', { name: /^Senior leadership/ }).waitFor()
  })
})

describe('a page that the browser shows again as it was left', () => {
  // No storage event reaches a page out of sight. This browser keeps none while it is
  // driven by a test, so the page is told what it would be told, and what other tabs do
  // meanwhile is done without an event.
  const transition = (page: Page, name: 'pagehide' | 'pageshow') =>
    page.evaluate((type) => void dispatchEvent(new PageTransitionEvent(type, { persisted: true })), name)
  /** The part that hears of it comes with the first move. */
  const hears = (page: Page) => page.waitForFunction(() => history.state !== null)
  const away = async (page: Page, meanwhile: (text: string) => void, text = '') => {
    await hears(page)
    await transition(page, 'pagehide')
    await page.evaluate(meanwhile, text)
    await transition(page, 'pageshow')
  }

  it('opens the start where everything was deleted meanwhile, and brings nothing back', async () => {
    const page = await visit()
    await answer(page, '1', '445')
    await away(page, () => localStorage.clear())
    await page.getByRole('radio', { name: /^Senior leadership/ }).waitFor()
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await notice(page)).toBe('')
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await answer(page, '2', '3')
    expect(Object.values(JSON.parse((await kept(page))!).answers)).toEqual([3])
  })

  it('opens the start in the place of a list of results that are gone', async () => {
    const page = await visit()
    await answer(page, '1', VARIED)
    await result(page)
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await away(page, () => localStorage.clear())
    await page.getByRole('radio', { name: /^Senior leadership/ }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  it('shows the run that was begun meanwhile, and nothing of the one before', async () => {
    const page = await visit()
    await answer(page, '1', '445')
    const before = JSON.parse((await kept(page))!)
    const first = Object.keys(before.answers)[0]!
    const other = { ...before, run: before.run + 1000, answers: { [first]: 2 } }
    await away(
      page,
      (text) => {
        localStorage.clear()
        localStorage.setItem('leadership-diagnostic.run.execution-gaps', text)
      },
      JSON.stringify(other),
    )
    await expect.poll(() => notice(page)).toContain('Welcome back')
    expect(JSON.parse((await kept(page))!).answers).toEqual({ [first]: 2 })
  })

  it('is left as it is where nothing has changed', async () => {
    const page = await visit()
    await answer(page, '1', '445')
    await page.evaluate(() => Object.assign(window, { same: true }))
    await away(page, () => undefined)
    await expect.poll(() => progress(page).textContent()).toBe('4 of 30')
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
  })

  it('is left as it is where it began to hear of it only while it was out of sight', async () => {
    const { hold, letGo } = heldScripts('**/page-history-*.js')
    const page = await visit({ before: hold })
    await answer(page, '1', '445')
    await page.evaluate(() => Object.assign(window, { same: true }))
    await transition(page, 'pagehide')
    letGo()
    await hears(page)
    await transition(page, 'pageshow')
    await expect.poll(() => progress(page).textContent()).toBe('4 of 30')
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
  })
})

describe('what a later release keeps in a format of its own', () => {
  const LATER = '{"format":2,"answers":"in another form"}'

  it.each([
    ['en', 'A later version of this page keeps answers on this device.'],
    ['fr', 'Une version ultérieure de cette page conserve des réponses sur cet appareil.'],
  ])('stays as it is, and words say so (%s)', async (lang, words) => {
    const page = await visit({
      path: `?lang=${lang}`,
      before: (fresh) => fresh.addInitScript(([key, value]) => localStorage.setItem(key!, value!), [KEY, LATER]),
    })
    expect(await notice(page)).toContain(words)
    await answer(page, '2', '445')
    await page.getByText(/^4 (of|sur) 30$/).waitFor()
    expect(await kept(page)).toBe(LATER)
    await page.getByRole('button', { name: lang === 'en' ? 'All statements' : 'Voir la liste' }).click()
    await page.getByRole('button', { name: lang === 'en' ? 'Start again' : 'Recommencer' }).click()
    await page.getByRole('button', { name: lang === 'en' ? 'Remove and start again' : /^Supprimer et/ }).click()
    await page.getByRole('radio').first().waitFor()
    expect(await kept(page)).toBe(LATER)
  })
})

describe('when the result cannot be loaded', () => {
  it('says so, keeps the answers, and tries again', async () => {
    let broken = true
    expectMessages(/^error: Failed to load resource: the server responded with a status of 503/)
    const page = await visit({
      before: (fresh) =>
        fresh.route('**/page-later-*', (route) =>
          broken ? route.fulfill({ status: 503, body: '' }) : route.continue(),
        ),
    })
    await answer(page, '2', VARIED)
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Your answers are still here')
    broken = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await result(page)
  })
})

describe('a new release while the page is open', () => {
  /** As on a server that keeps no file of the release before: other names for all scripts, and a page that asks for them. */
  async function deploy(page: Page): Promise<void> {
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }))
    await page.route('**/assets-of-the-next/**', (route) =>
      route.continue({ url: route.request().url().replace('assets-of-the-next', 'assets') }),
    )
    await page.route(
      (url) => url.pathname === '/',
      async (route) => {
        const response = await route.fetch()
        const html = await response.text()
        await route.fulfill({ response, body: html.replaceAll('="./assets/', '="./assets-of-the-next/') })
      },
    )
  }

  it('takes no answer away, and leads on to the result', async () => {
    allowMessages(/404/)
    const page = await visit()
    await deploy(page)
    await answer(page, '2', VARIED)
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await result(page)
    expect(await page.locator('script[type="module"]').getAttribute('src')).toContain('assets-of-the-next')
    expect(Object.keys(JSON.parse((await kept(page))!).answers)).toHaveLength(30)
  })

  it('is there when the page is opened again in the middle', async () => {
    allowMessages(/404/)
    const page = await visit()
    await deploy(page)
    await answer(page, '2', VARIED.slice(0, 5))
    await reload(page)
    await expect.poll(() => progress(page).textContent()).toBe('6 of 30')
    await page.keyboard.press('3')
    await expect.poll(() => progress(page).textContent()).toBe('7 of 30')
  })
})

it('is complete again after the page was left and gone back to', async () => {
  const page = await visit()
  await answer(page, '2', '445')
  await page.goto('about:blank')
  await page.goBack()
  await ready(page)
  await expect.poll(() => heading(page).textContent()).toMatch(/^4 of 30/)
})
