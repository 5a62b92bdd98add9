import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, result, unfold, VARIED } from './browser.ts'
import { enter, heardOn, namesOn, noteEvents, onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages } = onHosts()
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).toSorted())

describe('what the host asks for', () => {
  it('start="item" begins with the statement, keeping nothing before the reader acts', async () => {
    const page = await article(`<${TAG} lang="en" start="item" vantage="middle"></${TAG}>`)
    await page.getByText('1 of 30', { exact: true }).waitFor()
    await expect.poll(() => keys(page)).toEqual([])
    await enter(page)
    await page.keyboard.press('4')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => page.getByRole('radio', { name: /^Leading a site or unit/ }).isChecked()).toBe(true)
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
    // Another may be read first in its place; all others are still named.
    expect(named.links).toEqual(expect.arrayContaining(plain.links.filter((link) => link !== first)))
    expect((await run(`answer="${slug}"`)).intro).toBe(0)
  })

  it('links open where the host says, and share links lead to its page', async () => {
    const page = await article(
      `<${TAG} lang="en" link-target="_top" page="/take?p=12#part" action-label="Talk to us" action-href="/contact"></${TAG}>`,
    )
    await opened(page)
    await expect.poll(() => page.locator('a[data-answer]').getAttribute('target')).toBe('_top')
    await enter(page)
    await answer(page, '2', VARIED)
    await result(page)
    const { origin } = new URL(page.url())
    const action = page.getByRole('link', { name: 'Talk to us' })
    expect([await action.getAttribute('href'), await action.getAttribute('target')]).toEqual([
      `${origin}/contact`,
      '_top',
    ])
    await expect
      .poll(() => page.getByLabel('Link', { exact: false }).first().inputValue())
      .toMatch(/^http:\/\/localhost:\d+\/take\?p=12#r=[0-9A-Z]+$/)
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
    await expect.poll(() => page.getByRole('link', { name: 'Talk to us' }).count()).toBe(0)
    await expect.poll(() => page.locator('a[href^="javascript"]').count()).toBe(0)
  })

  it.each(['', 'variant="teaser"', 'start="item"'])(
    'share-scores %s is told before the first answer, and the host then gets scores',
    async (more) => {
      const page = await article(`<${TAG} lang="en" share-scores ${more}></${TAG}>`, { before: noteEvents })
      await opened(page)
      await expect.poll(() => page.getByText(`your scores go to ${new URL(page.url()).host}`).isVisible()).toBe(true)
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

  it('a page that listens to keys hears no answer', async () => {
    const page = await article(
      `<${TAG} lang="en"></${TAG}><script>
        window.keysHeard = []
        for (const name of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
          addEventListener(name, ({ key, data, ctrlKey }) => keysHeard.push(ctrlKey ? 'with Control' : (key ?? data)))
      </script>`,
    )
    await opened(page)
    // Nor does it take what is typed for its own shortcuts.
    await page.getByLabel('Answering about').pressSequentially('s/4')
    await enter(page)
    await answer(page, '2', '12345')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+k')
    const heard = await page.evaluate(() => (window as unknown as { keysHeard: string[] }).keysHeard)
    expect(new Set(heard)).toEqual(new Set(['Tab', 'Control', 'with Control']))
  })

  it.each([
    ['dark', '#111', '#eee'],
    ['light', '#fff', '#222'],
    ['dark', 'oklch(0.21 0.034 264.665)', 'oklch(0.967 0.003 none)'],
    ['light', 'color-mix(in srgb, white 95%, black)', 'lab(20 0 0)'],
    ['dark', 'rgb(10 10 10 / 0.95)', 'color-mix(in srgb, white 60%, #800)'],
  ])('a page that is %s and names no colour scheme can be read, on %s', async (scheme, ground, text) => {
    const page = await article(
      `<style>body { background: ${ground}; color: ${text} }</style><${TAG} lang="en"></${TAG}>`,
      { colorScheme: scheme === 'dark' ? 'light' : 'dark' },
    )
    await opened(page)
    const ink = await page.locator('.in-host').evaluate((frame) => getComputedStyle(frame).color)
    expect(ink).toBe(scheme === 'dark' ? 'rgb(236, 232, 224)' : 'rgb(27, 31, 40)')
  })

  it('a page cannot say that somebody else gets the scores', async () => {
    const page = await article(
      `<${TAG} lang="en" share-scores></${TAG}><script>document.querySelector('${TAG}').recipient = 'nobody'</script>`,
    )
    await opened(page)
    await expect.poll(() => page.getByText(`your scores go to ${new URL(page.url()).host}`).isVisible()).toBe(true)
  })

  it.each(['', 'sandbox="allow-scripts"'])(
    'a page that is written into a frame’s attribute gets scores only where it can be named, %s',
    async (sandbox) => {
      const inner = `<!doctype html><html lang="en">${SCRIPT()}<${TAG} share-scores></${TAG}>`
      const page = await article(`<iframe title="A diagnostic" ${sandbox} srcdoc='${inner}'></iframe>`, { head: '' })
      const frame = page.frameLocator('iframe')
      await frame.getByRole('radio').first().waitFor()
      await frame.locator('html').evaluate(() => {
        addEventListener('diagnostic-complete', (event) =>
          Object.assign(window, { completed: (event as CustomEvent<object>).detail }),
        )
      })
      const completed = () =>
        frame.locator('html').evaluate(() => (window as { readonly completed?: object }).completed ?? null)
      const isTold = await frame.getByText(`your scores go to ${new URL(page.url()).host}`).count()
      expect(isTold).toBe(sandbox ? 0 : 1)
      await frame.getByRole('radio').first().focus()
      await answer(page, '2', VARIED)
      await expect.poll(completed).not.toBeNull()
      expect('scores' in (await completed())!).toBe(!sandbox)
    },
  )

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
    await unfold(page)
    await page.getByRole('heading', { name: 'How this was scored' }).waitFor()
    await expect.poll(() => keys(page)).toEqual([])
  })

  it.each([
    ['that is no questionnaire', { body: '{"questionnaire":{}}' }, /cannot be used/],
    ['that is no JSON', { body: '<!doctype html>' }, /cannot be used/],
    ['that is not there', { status: 404, body: 'Not found' }, /404|answered 404/],
  ])('a questionnaire at an address %s leaves the host’s link', async (_name, respond, message) => {
    expectMessages(message)
    const page = await article(
      `<${TAG} lang="en" questionnaire="${ADDRESS}"><a href="/take">Take it</a></${TAG}>`,
      asked(respond),
    )
    await expect
      .poll(() => page.locator(TAG).evaluate((element) => element.getBoundingClientRect().height))
      .toBeLessThan(60)
    await expect.poll(() => page.getByRole('link', { name: 'Take it' }).isVisible()).toBe(true)
    await expect.poll(() => namesOn(page)).toEqual([])
  })
})
