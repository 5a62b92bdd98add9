import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { STANDALONE } from '../../src/build/embed-builds.ts'
import { answer, progress, result, VARIED } from './browser.ts'
import { enter, heardOn, namesOn, noteEvents, onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages } = onHosts()
const ELEMENT = `<${TAG} lang="en"></${TAG}>`

const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).toSorted())
const nth = (page: Page, index: number) => page.locator(TAG).nth(index)
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
    expect(await namesOn(page)).toEqual(['ready'])
    expect(await page.locator('.diagnostic').count()).toBe(1)
  })

  it('takes up what was set on it before it was defined', async () => {
    const page = await article(
      `${ELEMENT}<script>Object.assign(document.querySelector('${TAG}'), { questionnaire: 'silence', shareScores: true, vantage: 'close', colorScheme: 'dark' })</script>`,
      { before: noteEvents },
    )
    await opened(page)
    expect((await heardOn(page))[0]![1]['questionnaire']).toBe('silence')
    expect(await page.getByText(/your scores go to localhost:/).count()).toBe(1)
    expect(await page.getByRole('radio', { name: /^Close to the work/ }).isChecked()).toBe(true)
    const properties = await page.locator(TAG).evaluate((element) => ({
      own: Object.keys(element),
      scheme: (element as unknown as { colorScheme: string }).colorScheme,
      attribute: element.getAttribute('share-scores'),
    }))
    expect(properties).toEqual({ own: [], scheme: 'dark', attribute: '' })
    expect(await keys(page)).toEqual([])
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
    expect(await progress(page).textContent()).toBe('3 of 30')
    expect(
      await page
        .locator('aside .in-host')
        .evaluate((frame) => frame === (window as unknown as { frame: Element }).frame),
    ).toBe(true)
    expect((await namesOn(page)).filter((name) => name === 'ready')).toHaveLength(1)
    await enter(page)
    await page.keyboard.press('3')
    expect(await progress(page).textContent()).toBe('4 of 30')
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
    expect(await page.locator('aside .diagnostic').count()).toBe(1)
    expect(await namesOn(page)).toEqual(['ready'])
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
    expect(await keys(page)).toEqual(kept)
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
    expect(await namesOn(page)).toEqual([])
  })

  it('changes language and colours where it stands, and keeps the language the reader chose', async () => {
    const page = await article(ELEMENT, { before: noteEvents })
    await opened(page)
    await enter(page)
    await answer(page, '1', '4')
    await set(page, 'lang', 'fr')
    await page.getByText('2 sur 30', { exact: true }).waitFor()
    const colour = () => page.locator('.in-host').evaluate((frame) => getComputedStyle(frame).color)
    const light = await colour()
    await set(page, 'color-scheme', 'dark')
    expect(await colour()).not.toBe(light)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('2 of 30', { exact: true }).waitFor()
    await set(page, 'color-scheme', 'light')
    expect(await colour()).toBe(light)
    await page.keyboard.press('Tab')
    expect(await page.getByText('2 of 30', { exact: true }).count()).toBe(1)
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
    expect(await page.locator('.diagnostic').count()).toBe(1)
  })
})

describe('two on one page', () => {
  it('share no answers, no language, no live region and no storage', async () => {
    const page = await article(ELEMENT + ELEMENT, { before: noteEvents })
    await nth(page, 0).getByRole('radio').first().focus()
    await answer(page, '1', '44')
    expect(await nth(page, 1).getByText('In between').count()).toBe(1)
    await nth(page, 1).getByRole('button', { name: 'Français' }).click()
    await nth(page, 1).getByText('Direction').first().waitFor()
    expect(await nth(page, 0).getByText('3 of 30', { exact: true }).count()).toBe(1)
    await nth(page, 1).getByRole('radio').first().focus()
    await answer(page, '3', '1')
    expect(await keys(page)).toHaveLength(2)
    await page.reload()
    await nth(page, 0).getByText('3 of 30', { exact: true }).waitFor()
    await nth(page, 1).getByText('2 of 30', { exact: true }).waitFor()
    expect(await nth(page, 0).getByRole('status').textContent()).toContain('Welcome back')
    expect(await page.getByRole('status').count()).toBe(2)
  })

  it('keep apart what they are told to keep apart, and together what together', async () => {
    const named = (name: string) => `<${TAG} lang="en" keep-as="${name}"></${TAG}>`
    const page = await article(named('a') + named('b'), { path: 'one' })
    await opened(page)
    await nth(page, 1).getByRole('radio').first().focus()
    await answer(page, '1', '44')
    const other = await article(named('b'), { path: 'two' })
    await opened(other)
    expect(await keys(other)).toEqual([])
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
    expect(await progress(page).count()).toBe(0)
  })

  it('“delete everything” removes what the diagnostic keeps and nothing of the host’s', async () => {
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
    expect(await page.getByRole('group').count()).toBe(1)
    expect(await page.getByRole('heading').count()).toBe(0)
    await enter(page)
    await page.keyboard.press('4')
    await page.getByRole('heading', { name: /^Where does strategy/ }).waitFor()
    await page.keyboard.press('2')
    expect(await progress(page).textContent()).toBe('2 of 30')
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByRole('radio', { name: 'Often', exact: true }).isChecked()).toBe(true)
    expect(await namesOn(page)).toEqual(['ready', 'start', 'progress'])
  })

  it.each(['vantage="senior"', 'start="item"'])(
    'with %s it is still there, and leads to the next statement',
    async (more) => {
      const page = await article(TEASER.replace('variant', `${more} variant`))
      await opened(page)
      expect(await page.getByRole('heading').count()).toBe(0)
      expect(await keys(page)).toEqual([])
      await page.getByText('Often', { exact: true }).click()
      expect(await progress(page).textContent()).toBe('2 of 30')
    },
  )

  it('is not shown to who comes back, nor to who starts again', async () => {
    const page = await article(TEASER)
    await opened(page)
    await page.getByText('Often', { exact: true }).click()
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

describe('what the host asks for', () => {
  it('start="item" begins with the statement, keeping nothing before the reader acts', async () => {
    const page = await article(`<${TAG} lang="en" start="item" vantage="middle"></${TAG}>`)
    await page.getByText('1 of 30', { exact: true }).waitFor()
    expect(await keys(page)).toEqual([])
    await enter(page)
    await page.keyboard.press('4')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByRole('radio', { name: /^In between/ }).isChecked()).toBe(true)
  })

  it('the answer that the page shows is neither linked nor recommended', async () => {
    const slug = 'what-causes-execution-gaps-between-strategy-and-day-to-day-work'
    const run = async (more: string) => {
      const page = await article(`<${TAG} lang="en" ${more}></${TAG}>`)
      await opened(page)
      const intro = await page.locator(`a[data-answer="${slug}"]`).count()
      await enter(page)
      await answer(page, '2', VARIED)
      await result(page)
      const links = await page
        .locator('article a[data-answer]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['answer']))
      return { intro, links: [...new Set(links)] }
    }
    const plain = await run('')
    expect(plain.intro).toBe(1)
    const [first] = plain.links
    const named = await run(`answer="https://wattnext.ai/insights/${first}/?utm=x"`)
    expect(named.links).not.toContain(first)
    expect(named.links).toEqual(plain.links.filter((link) => link !== first))
    expect((await run(`answer="${slug}"`)).intro).toBe(0)
  })

  it('links open where the host says, and share links lead to its page', async () => {
    const page = await article(
      `<${TAG} lang="en" link-target="_top" page="/take?p=12#part" action-label="Talk to us" action-href="/contact"></${TAG}>`,
    )
    await opened(page)
    expect(await page.locator('a[data-answer]').getAttribute('target')).toBe('_top')
    await enter(page)
    await answer(page, '2', VARIED)
    await result(page)
    const { origin } = new URL(page.url())
    const action = page.getByRole('link', { name: 'Talk to us' })
    expect([await action.getAttribute('href'), await action.getAttribute('target')]).toEqual([
      `${origin}/contact`,
      '_top',
    ])
    expect(await page.getByLabel('Link', { exact: false }).first().inputValue()).toMatch(
      /^http:\/\/localhost:\d+\/take\?p=12#r=[0-9A-Z]+$/,
    )
    for (const href of await page
      .locator('a[href*="/take"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)))
      expect(new URL(href).searchParams.get('p')).toBe('12')
  })

  it('an action or a page that is a script is none', async () => {
    const page = await article(
      `<${TAG} lang="en" page="javascript:alert(1)" action-label="Talk to us" action-href="javascript:alert(1)"></${TAG}>`,
    )
    await opened(page)
    await enter(page)
    await answer(page, '2', VARIED)
    await result(page)
    expect(await page.getByRole('link', { name: 'Talk to us' }).count()).toBe(0)
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
  })

  it.each(['', 'variant="teaser"', 'start="item"'])(
    'share-scores %s is told before the first answer, and the host then gets scores',
    async (more) => {
      const page = await article(`<${TAG} lang="en" share-scores ${more}></${TAG}>`, { before: noteEvents })
      await opened(page)
      expect(await page.getByText(`your scores go to ${new URL(page.url()).host}`).isVisible()).toBe(true)
      if (more !== '') return
      await enter(page)
      await answer(page, '2', VARIED)
      await result(page)
      const [, detail] = (await heardOn(page)).at(-1)!
      expect(Object.keys(detail['scores'] as object).toSorted()).toEqual([
        'organizational-friction',
        'signal-loss',
        'silence',
      ])
      expect(Object.keys(detail).toSorted()).toEqual(['answered', 'items', 'questionnaire', 'scores', 'version'])
    },
  )

  it('a page cannot say that somebody else gets the scores', async () => {
    const page = await article(
      `<${TAG} lang="en" share-scores></${TAG}><script>document.querySelector('${TAG}').recipient = 'nobody'</script>`,
    )
    await opened(page)
    expect(await page.getByText(`your scores go to ${new URL(page.url()).host}`).isVisible()).toBe(true)
  })

  const ADDRESS = 'https://questions.example/own.json'
  const asked = (respond: { status?: number; body: string }) => ({
    allow: ['https://questions.example'],
    before: async (page: Page) => {
      await noteEvents(page)
      await page.route(ADDRESS, (route) =>
        route.fulfill({
          ...respond,
          headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
        }),
      )
    },
  })

  it('a questionnaire at an address is taken, scored and kept nowhere', async () => {
    const folder = join(import.meta.dirname, '../../questionnaires/silence')
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>
    const own = { questionnaire: { ...read('questionnaire.json'), id: 'of-our-own' }, texts: { en: read('en.json') } }
    const page = await article(
      `<${TAG} lang="en" questionnaire="${ADDRESS}"></${TAG}>`,
      asked({ body: JSON.stringify(own) }),
    )
    await opened(page)
    expect((await heardOn(page))[0]![1]['questionnaire']).toBe('of-our-own')
    await enter(page)
    await answer(page, '2', '4'.repeat(Number((await heardOn(page))[0]![1]['items'])))
    await expect.poll(async () => (await namesOn(page)).at(-1)).toBe('complete')
    await page.getByRole('heading', { name: 'How this was scored' }).waitFor()
    expect(await keys(page)).toEqual([])
  })

  it.each([
    ['that is no questionnaire', { body: '{"questionnaire":{}}' }, null],
    ['that is no JSON', { body: '<!doctype html>' }, null],
    ['that is not there', { status: 404, body: 'Not found' }, /404/],
  ])('a questionnaire at an address %s leaves the host’s link', async (_name, respond, message) => {
    if (message) expectMessages(message)
    const page = await article(
      `<${TAG} lang="en" questionnaire="${ADDRESS}"><a href="/take">Take it</a></${TAG}>`,
      asked(respond),
    )
    await expect
      .poll(() => page.locator(TAG).evaluate((element) => element.getBoundingClientRect().height))
      .toBeLessThan(60)
    expect(await page.getByRole('link', { name: 'Take it' }).isVisible()).toBe(true)
    expect(await namesOn(page)).toEqual([])
  })
})
