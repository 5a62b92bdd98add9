import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { heardOn, namesOn, noteEvents, onHosts, opened, TAG } from './host-page.ts'

const { article, expectMessages } = onHosts()
const PARTS = () => `${inject('site')}assets/**`

/** Holds everything but the element's own script. Returns a function that lets it go. */
async function holding(opening: Page): Promise<() => void> {
  let letGo = () => undefined as void
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await opening.route(PARTS(), async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

/** An article whose application does not come before it is let go. */
async function early(element: string, more?: (opening: Page) => Promise<unknown>) {
  let letGo = () => undefined as void
  const page = await article(element, {
    before: async (opening) => {
      await more?.(opening)
      await noteEvents(opening)
      letGo = await holding(opening)
    },
  })
  await opened(page)
  return { page, letGo }
}

const ready = (page: Page) => expect.poll(() => namesOn(page)).toContain('ready')
/** Its markup, without what a form's elements have as properties once they are used. */
const screen = async (page: Page) =>
  (await page.locator('.in-host').evaluate((frame) => frame.outerHTML)).replace(/ (value|checked)="[^"]*"/g, '')

describe('the first screen, which the element’s own script has', () => {
  it.each(
    ['en', 'fr'].flatMap((lang) =>
      ['', 'start="item"', 'variant="teaser"', 'vantage="middle"', 'share-scores', 'link-target="_top"']
        .concat(
          'answer="what-causes-execution-gaps-between-strategy-and-day-to-day-work"',
          'variant="teaser" vantage="close"',
        )
        .map((attributes) => `lang="${lang}" ${attributes}`),
    ),
  )('is what the application shows, node by node: %s', async (attributes) => {
    const { page, letGo } = await early(`<${TAG} ${attributes}></${TAG}>`)
    await page.locator('.in-host').evaluate((frame) => {
      const nodes = [...frame.querySelectorAll('*')]
      Object.assign(window, { nodes })
    })
    const before = await screen(page)
    expect(await namesOn(page)).toEqual([])
    await page
      .locator('label', { has: page.getByRole('radio') })
      .first()
      .hover()
    await page.mouse.down()
    letGo()
    await ready(page)
    expect(await screen(page)).toBe(before)
    const isSame = await page.locator('.in-host').evaluate((frame) => {
      const now = [...frame.querySelectorAll('*')]
      const { nodes } = window as unknown as { nodes: Element[] }
      return nodes.length === now.length && nodes.every((node, index) => node === now[index])
    })
    expect(isSame).toBe(true)
    // A press that began before and ends after is one.
    await page.mouse.up()
    await expect.poll(() => namesOn(page)).toContain('start')
  })
})

describe('what a reader does before the application is there', () => {
  it('counts once, for a tap on an option', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en"></${TAG}>`)
    await page.getByText('Leading a site or unit').click()
    expect(await page.getByRole('radio', { name: /Leading/ }).isChecked()).toBe(true)
    letGo()
    await page.getByText('1 of 30', { exact: true }).waitFor()
    expect((await namesOn(page)).filter((name) => name === 'start')).toHaveLength(1)
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByRole('radio', { name: /Leading/ }).isChecked()).toBe(true)
  })

  it('counts once, for an answer to the first statement', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en" start="item"></${TAG}>`)
    await page.getByText('Often', { exact: true }).click()
    letGo()
    await page.getByText('2 of 30', { exact: true }).waitFor()
    const heard = await heardOn(page)
    expect(heard.filter(([name]) => name === 'progress').map(([, { answered }]) => answered)).toEqual([1])
  })

  it('counts once, for the statement of the teaser', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en" variant="teaser"></${TAG}>`)
    await page.getByText('Often', { exact: true }).click()
    letGo()
    await page.getByText('Where do you see the organisation from?').waitFor()
    const heard = await heardOn(page)
    expect(heard.filter(([name]) => name === 'progress').map(([, { answered }]) => answered)).toEqual([1])
  })

  it('counts, for number keys, one after another', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en"></${TAG}>`)
    await page.getByRole('radio').first().focus()
    await page.keyboard.type('244')
    expect(await page.getByRole('radio', { name: /Leading/ }).isChecked()).toBe(true)
    letGo()
    await page.getByText('3 of 30', { exact: true }).waitFor()
  })

  it('is only a choice, for arrow keys', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en"></${TAG}>`)
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    letGo()
    await ready(page)
    expect(await page.getByRole('radio', { name: /Leading/ }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: /Leading/ }).evaluate((radio) => radio.matches(':focus'))).toBe(true)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('1 of 30', { exact: true }).waitFor()
  })

  it('holds for what is typed and switched off, and for the button after it', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en"></${TAG}>`)
    await page.getByLabel('Answering about').fill('Sales')
    await page.getByLabel('Move on as soon as I choose').uncheck()
    await page.getByText('Close to the work').click()
    await page.getByRole('button', { name: 'Begin' }).click()
    letGo()
    await page.getByText('1 of 30', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByLabel('Answering about').inputValue()).toBe('Sales')
    expect(await page.getByLabel('Move on as soon as I choose').isChecked()).toBe(false)
    expect(await page.getByRole('radio', { name: /Close/ }).isChecked()).toBe(true)
  })

  it('leaves the host’s address alone, and opens what was asked for', async () => {
    const { page, letGo } = await early(`<${TAG} lang="en"></${TAG}>`)
    const address = page.url()
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('link', { name: /Results/ }).click()
    expect(page.url()).toBe(address)
    letGo()
    await page.getByRole('heading', { name: 'Results' }).waitFor()
    expect(page.url()).toBe(address)
  })
})

describe('where the application never comes', () => {
  it('keeps what was chosen, says so, and leads on from it', async () => {
    expectMessages(/ERR_FAILED/)
    let drop = () => undefined as void
    const dropped = new Promise<void>((resolve) => (drop = resolve))
    const page = await article(`<${TAG} lang="en"></${TAG}>`, {
      before: (opening) =>
        opening.route(PARTS(), async (route) => {
          await dropped
          await route.abort()
        }),
    })
    await opened(page)
    await page.getByText('Close to the work').click()
    drop()
    const said = page.locator('.late')
    await said.waitFor()
    expect(await said.textContent()).toContain('Only this first screen has loaded.')
    expect(await page.getByRole('radio', { name: /Close/ }).isChecked()).toBe(true)
    expect(await said.getByRole('link').getAttribute('href')).toBe(`${inject('site')}#vantage=close`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('1 of 30', { exact: true }).waitFor()
  })

  it('takes nothing from under a reader’s focus, nor later what came by another try', async () => {
    expectMessages(/ERR_FAILED/)
    const page = await article(`<${TAG} lang="en"></${TAG}>`, {
      before: async (opening) => {
        await noteEvents(opening)
        await opening.route(PARTS(), async (route) => {
          await opening.locator(TAG).getByRole('radio').first().focus()
          await route.abort()
        })
      },
    })
    await page.locator('.late').waitFor()
    const focused = page.locator('.in-host :focus')
    expect(await focused.getAttribute('type')).toBe('radio')
    await page.getByRole('button', { name: 'Try again' }).click()
    await ready(page)
    await page.locator(TAG).evaluate((element) => element.setAttribute('heading-level', '3'))
    await page.locator('h1[aria-level="3"]').waitFor()
    await page.getByText('Close to the work').click()
    await page.getByText('1 of 30', { exact: true }).waitFor()
  })
})

it('is not there where a run is kept, whose screen is another', async () => {
  const element = `<${TAG} lang="en"></${TAG}>`
  const { page, letGo } = await early(element, (opening) => opening.clock.install())
  await page.clock.fastForward(9000)
  const late = page.locator('.late')
  await late.waitFor()
  letGo()
  await ready(page)
  // All is there, though nobody has come near it.
  expect(await late.count()).toBe(0)
  await page.getByText('Close to the work').click()
  await page.getByText('1 of 30', { exact: true }).waitFor()
  const release = await holding(page)
  await page.reload()
  await page.locator(`${TAG}`).evaluate((host) => host.shadowRoot)
  expect(await page.locator('.in-host').count()).toBe(0)
  expect(await page.locator('.space').evaluate((space) => space.getBoundingClientRect().height)).toBeGreaterThan(600)
  release()
  await page.getByText('1 of 30', { exact: true }).waitFor()
})
