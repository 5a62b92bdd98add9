import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages } = onHosts()
const ELEMENT = `<${TAG} lang="en"><a href="/own">Take the diagnostic</a></${TAG}>`
const classic = (more = '') => SCRIPT(inject('site'), more).replace('type="module"', '')
const BELOW = '<h2>Below</h2><p>The article goes on.</p>'

const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { shifts: [] })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shifts: unknown[] }).shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
const shiftsOn = (page: Page) => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)

/** Lets the page be painted before the element's script comes. */
const slowly = (page: Page) =>
  page.route('**/embed.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })

const PLACES = {
  'under a paragraph': `<p>Above</p>${classic()}${ELEMENT}${BELOW}`,
  'in a narrow column': `<div style="inline-size:320px"><p>Above</p>${classic()}${ELEMENT}</div>${BELOW}`,
  'in a row of boxes': `<div style="display:flex"><aside style="inline-size:200px">Beside</aside><main>${classic()}${ELEMENT}</main></div>${BELOW}`,
  'in a grid': `<div style="display:grid;grid-template-columns:1fr 2fr"><p>Beside</p><div>${classic()}${ELEMENT}</div></div>${BELOW}`,
  'in a cell of a table': `<table><tr><td>${classic()}${ELEMENT}</td></tr></table>${BELOW}`,
  'in a box of a row': `<div style="display:flex"><div>Beside</div><div>${classic()}${ELEMENT}</div></div>${BELOW}`,
  'as the first statement': `<p>Above</p>${classic()}${ELEMENT.replace('lang', 'start="item" lang')}${BELOW}`,
  'as a teaser': `<p>Above</p>${classic()}${ELEMENT.replace('lang', 'variant="teaser" lang')}${BELOW}`,
}

describe('as a classic script right before the element, without a style sheet', () => {
  it.each(Object.entries(PLACES))('moves nothing %s', async (_name, body) => {
    const page = await article(body, {
      head: '',
      before: async (opening) => {
        await noteShifts(opening)
        await slowly(opening)
      },
    })
    await opened(page)
    await page.waitForLoadState('networkidle')
    expect(await shiftsOn(page)).toEqual([])
  })

  it('does all that the module does, and leaves nothing on the page', async () => {
    const page = await article(`<p>Above</p>${classic()}${ELEMENT}`, { head: '' })
    const before = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__')))
    await opened(page)
    await page.getByText('Close to the work').click()
    await page.getByText('1 of 30', { exact: true }).waitFor()
    expect(await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__')))).toEqual(before)
  })

  it('runs where a consent manager makes it one later', async () => {
    const page = await article(`<p>Above</p>${classic('type="text/plain" data-category="media"')}${ELEMENT}`, {
      head: '',
    })
    expect(await page.locator(`${TAG} a`).isVisible()).toBe(true)
    await page.evaluate(() => {
      const held = document.querySelector<HTMLScriptElement>('script[data-category]')!
      const script = document.createElement('script')
      script.type = 'text/javascript'
      script.src = held.src
      held.replaceWith(script)
    })
    await opened(page)
  })
})

describe('where the script never comes', () => {
  const heightOf = (page: Page) => page.locator(TAG).evaluate((element) => element.getBoundingClientRect().height)
  const css = () => `<link rel="stylesheet" href="${inject('site')}embed.css">`

  it('there is no void, whatever the reason, without a style sheet', async () => {
    expectMessages(/404/)
    const page = await article(`<p>Above</p><script src="/nowhere.js"></script>${ELEMENT}`, { head: '' })
    expect(await heightOf(page)).toBeLessThan(40)
  })

  it('the style sheet keeps the space for eight seconds, and then no longer', async () => {
    expectMessages(/404/)
    const page = await article(ELEMENT, { head: `${css()}<script type="module" src="/nowhere.js"></script>` })
    expect(await heightOf(page)).toBeGreaterThan(600)
    const waits = await page.evaluate(() =>
      document.getAnimations().map((animation) => {
        const { delay } = animation.effect!.getTiming()
        animation.finish()
        return delay
      }),
    )
    expect(waits).toEqual([8000])
    expect(await heightOf(page)).toBeLessThan(40)
  })

  it.each(['src', 'data-src', 'data-cmp-src', 'data-suppressedsrc'])(
    'the style sheet keeps none while a consent manager holds the script back, in %s',
    async (attribute) => {
      const held = SCRIPT().replace('type="module"', 'type="text/plain" data-category="media"')
      const page = await article(ELEMENT, { head: css() + held.replace(' src=', ` ${attribute}=`) })
      expect(await heightOf(page)).toBeLessThan(40)
    },
  )
})
