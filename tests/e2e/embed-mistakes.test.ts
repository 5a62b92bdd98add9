import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { STANDALONE, version } from '../../src/build/embed-builds.ts'
import { answer, VARIED } from './browser.ts'
import { enter, onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages, framedOrigin, origin, put } = onHosts()
const ELEMENT = `<${TAG} lang="en"><a href="/take">Take it</a></${TAG}>`

/** Waits until the console says it: what says it is fetched then. */
const isSaid = (page: Page, what: RegExp) => page.waitForEvent('console', (message) => what.test(message.text()))

const begin = async (page: Page) => {
  await opened(page)
  await enter(page)
  await answer(page, '2', '44')
  await page.getByText('3 of 30', { exact: true }).waitFor()
}

describe('what authors of pages do works', () => {
  it('in a closed <details> it is there once that is opened', async () => {
    const page = await article(`<details><summary>A diagnostic</summary>${ELEMENT}</details>`)
    expect(await page.locator('.in-host').isVisible()).toBe(false)
    await page.getByText('A diagnostic', { exact: true }).click()
    await begin(page)
  })

  it.each([
    ['dark', '#14161a', '#eee'],
    ['light', '#fff', '#222'],
  ])(
    'on a %s ground it can be read, where the text of each paragraph alone has a colour',
    async (ground, back, text) => {
      const page = await article(
        `<style>p { color: ${text} }</style><main style="background:${back}"><p>Above</p>${ELEMENT}</main>`,
      )
      await opened(page)
      const colour = await page.locator('.in-host').evaluate((frame) => getComputedStyle(frame).color)
      const isLight = Number(/\d+/.exec(colour)?.[0]) > 127
      expect(isLight).toBe(ground === 'dark')
    },
  )
})

describe('a script without type="module" runs, and its names are not the page’s', () => {
  const page = (script: string) =>
    `${script}<script>let e = 1, t = 2, n = 3, __at = 4, LeadershipDiagnostic = 5</script>`

  it.each([
    ['the latest', 'embed.js'],
    ['of a version', `embed-${version}.js`],
    ['with everything in it', STANDALONE],
  ])('%s', async (_which, file) => {
    const there = await article(ELEMENT, { head: page(`<script async src="${inject('site')}${file}"></script>`) })
    await begin(there)
    expect(await there.locator(TAG).count()).toBe(1)
  })

  it('of a frame', async () => {
    const there = await article(
      `<iframe data-${TAG} src="${framedOrigin()}/embed.html?lang=en" title="A diagnostic"></iframe>`,
      { head: page(`<script defer src="${inject('site')}embed-frame.js"></script>`) },
    )
    await expect.poll(() => there.locator('iframe').evaluate((frame) => frame.clientHeight)).toBeGreaterThan(400)
  })
})

describe('what cannot be as it is written is named with its remedy', () => {
  it('an element that is closed by a slash shows what follows in the page', async () => {
    expectMessages(/HTML knows no “\/>”.*<\/leadership-diagnostic>/)
    const page = await article(
      `<main><p>Above</p><${TAG} lang="en" /><h2>Below</h2><p>The rest</p><footer>By us</footer></main>`,
    )
    await opened(page)
    await expect.poll(() => page.getByText('The rest').isVisible()).toBe(true)
    await begin(page)
    await page.locator(TAG).evaluate((element) => element.setAttribute('heading-level', '3'))
    await page.getByText('3 of 30', { exact: true }).waitFor()
    expect(await page.getByText('The rest').isVisible()).toBe(true)
  })

  it('one that is added above another, which it could be taken for', async () => {
    expectMessages(/another was added above.*Give each an id/)
    const page = await article(ELEMENT)
    await begin(page)
    const said = isSaid(page, /another was added above/)
    await page.locator(TAG).evaluate((element, html) => element.insertAdjacentHTML('beforebegin', html), ELEMENT)
    await page.locator(TAG).first().getByRole('radio').first().waitFor()
    await said
    await page.getByText('3 of 30', { exact: true }).waitFor()
    expect(await page.getByText('3 of 30', { exact: true }).count()).toBe(1)
  })

  it('a focus trap that does not look into shadow roots', async () => {
    expectMessages(/getShadowRoot: true/)
    const trap = `<script>
      document.addEventListener('keydown', (event) => {
        if (event.key !== 'Tab' || event.target.matches('button')) return
        event.preventDefault()
        document.querySelector('#close').focus()
      }, true)
    </script>`
    const page = await article(`<div role="dialog"><button id="close">Close</button>${ELEMENT}</div>${trap}`)
    await opened(page)
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    // What hears it runs only once a reader is there: they press again.
    const press = async () => {
      await enter(page)
      await page.keyboard.press('Tab')
      return said.join()
    }
    await expect.poll(press).toMatch(/getShadowRoot/)
    await expect.poll(() => page.locator('#close').evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  it('a dark picture behind it, which light text beside it tells of', async () => {
    expectMessages(/color-scheme="dark"/)
    const there = (scheme = '') =>
      article(
        `<style>main { background: linear-gradient(#111, #222) } p { color: #eee }</style><main><p>Above</p><${TAG} lang="en" ${scheme}></${TAG}></main>`,
        { before: async (opening) => void opening.on('console', (message) => said.push(message.text())) },
      )
    const said: string[] = []
    await opened(await there())
    await expect.poll(() => said.length).toBe(1)
    await opened(await there('color-scheme="dark"'))
    await begin(await there('color-scheme="dark"'))
    expect(said).toHaveLength(1)
  })

  it('a page for the full reading that is none of this site', async () => {
    expectMessages(/result-page is no page of this site/)
    const page = await article(
      `<${TAG} lang="en" start="item" result-page="https://other.example/"><h3>A diagnostic</h3><p><a href="/take">Take it</a></p></${TAG}>`,
    )
    await enter(page)
    await page.keyboard.type('44')
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: 'See the result' }).click()
    await page.locator('details.full summary').waitFor()
    expect(await page.getByRole('link', { name: 'Full reading' }).count()).toBe(0)
    // Its own content, which has a heading, is not taken for the rest of the article.
    expect(await page.getByRole('link', { name: 'Take it' }).isVisible()).toBe(false)
  })
})

it('asks nobody where they sit where the host hides that, and has the full reading on the host’s own page', async () => {
  const element = `<${TAG} lang="en" vantage="hidden" keep-as="a" result-page="/whole"></${TAG}>`
  put(
    '/whole',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Whole</title><link rel="icon" href="data:,">${SCRIPT()}${element}`,
  )
  const page = await article(element)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByText('1 of 30', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'All statements' }).click()
  await page.getByRole('heading', { name: 'All statements' }).waitFor()
  expect(await page.getByText('Seen from').count()).toBe(0)
  await page.getByRole('button', { name: 'Go to the first unanswered' }).click()
  await page.getByText('1 of 30', { exact: true }).waitFor()
  await enter(page)
  await page.keyboard.type(VARIED)
  const full = page.getByRole('link', { name: 'Full reading' })
  await full.waitFor()
  expect(await page.locator('article .over').first().innerText()).toMatch(/^Your result\s+\d/)
  await page.getByRole('button', { name: 'Send a summary' }).click()
  expect(await page.getByRole('textbox', { name: 'As a text' }).inputValue()).not.toContain('position')
  await page.keyboard.press('Escape')
  // What is kept and what is shown of it says nothing about it either.
  await page.getByRole('link', { name: /^Results/ }).click()
  await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
  const kept = page.locator('li .soft').first()
  expect((await kept.innerText()).split('\n')[0]).toMatch(/\d{4}$/)
  await page.getByRole('button', { name: /^Compare/ }).click()
  expect(await page.getByText(/^To be compared: /).innerText()).toMatch(/\d{4}\.$/)
  await page.getByRole('button', { name: 'Go to your own answers' }).click()
  await full.click()
  await page.getByRole('heading', { name: 'How this was scored' }).waitFor()
  expect(page.url()).toBe(`${origin()}/whole`)
})
