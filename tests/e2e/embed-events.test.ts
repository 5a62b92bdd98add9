import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { answer, result, unfold, VARIED } from './browser.ts'
import { enter, onHosts, opened, TAG } from './host-page.ts'

const { article, expectMessages, origin } = onHosts()
const KEYS = 'Object.keys(localStorage).filter((key) => key.startsWith("leadership-diagnostic."))'

type Heard = readonly [name: string, detail: Record<string, unknown>]

/** Records every event of the element from the beginning. */
const noteAll = (page: Page) =>
  page.addInitScript(() => {
    const all: unknown[] = []
    Object.assign(window, { all })
    const names = 'ready start resume progress quarter complete link action dive share error'.split(' ')
    for (const name of names)
      addEventListener(`diagnostic-${name}`, (event) => all.push([name, (event as CustomEvent<unknown>).detail]))
  })
const allOn = (page: Page): Promise<Heard[]> => page.evaluate(() => (window as unknown as { all: Heard[] }).all)
const of = async (page: Page, wanted: string) =>
  (await allOn(page)).filter(([name]) => name === wanted).map(([, detail]) => detail)

async function finished(attributes = '') {
  const page = await article(`<${TAG} id="one" lang="en" ${attributes}></${TAG}>`, {
    before: noteAll,
    allow: ['https://'],
  })
  await opened(page)
  await enter(page)
  await answer(page, '2', VARIED)
  await result(page)
  return page
}

describe('a host hears', () => {
  it('each quarter once, and what was begun before as resumed', async () => {
    // What the result needs does not come at first, and is asked for again after an answer.
    expectMessages(/ERR_FAILED/)
    let asked = 0
    const page = await article(`<${TAG} id="one" lang="en"></${TAG}>`, {
      before: async (opening) => {
        await noteAll(opening)
        await opening.route('**/assets/embed/page-later-*', (route) => (++asked > 1 ? route.continue() : route.abort()))
      },
    })
    await opened(page)
    await enter(page)
    await page.keyboard.type('2')
    await expect.poll(() => asked).toBe(1)
    await page.keyboard.type(VARIED.slice(0, 16))
    await expect.poll(() => asked).toBeGreaterThan(1)
    await expect.poll(async () => (await of(page, 'quarter')).map(({ quarter }) => quarter)).toEqual([1, 2])
    expect(await of(page, 'resume')).toEqual([])
    await page.reload()
    await page.locator('.in-host').getByRole('radio').first().waitFor()
    await expect.poll(async () => (await of(page, 'resume')).map(({ answered }) => answered)).toEqual([16])
    expect(await of(page, 'quarter')).toEqual([])
    await enter(page)
    await page.keyboard.type(VARIED.slice(16))
    await result(page)
    await expect.poll(async () => (await of(page, 'quarter')).map(({ quarter }) => quarter)).toEqual([3, 4])
  })

  it('that its own link was followed, with the fields of its campaign', async () => {
    const campaign = 'utm_source=letter&utm_campaign=may'
    const page = await finished(`action-label="Talk to us" action-href="/talk?a=1" campaign="${campaign}"`)
    const action = page.getByRole('link', { name: 'Talk to us' })
    const url = `${origin()}/talk?a=1&${campaign}`
    expect(await action.getAttribute('href')).toBe(url)
    await action.evaluate((link) => {
      link.addEventListener('click', (event) => event.preventDefault())
      ;(link as HTMLElement).click()
    })
    const [heard] = await of(page, 'action')
    expect(heard).toMatchObject({ url, campaign, questionnaire: 'execution-gaps', items: 30 })
    expect((await allOn(page)).every(([, detail]) => detail['campaign'] === campaign)).toBe(true)
  })

  it('what was taken to pass on, and nothing of what is in it', async () => {
    const page = await finished()
    await unfold(page)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByRole('button', { name: 'Send a summary' }).click()
    await page.getByRole('button', { name: 'Copy the text' }).click()
    await expect.poll(async () => (await of(page, 'share')).map(({ what }) => what)).toEqual(['link', 'summary'])
    const [first] = await of(page, 'share')
    expect(Object.keys(first!).toSorted()).toEqual(['items', 'questionnaire', 'version', 'what'])
  })

  it('what failed, by a code', async () => {
    expectMessages(/ERR_FAILED|no questionnaire/)
    const page = await article(`<${TAG} lang="en"></${TAG}>`, {
      before: async (opening) => {
        await noteAll(opening)
        await opening.route(`${inject('site')}assets/**`, (route) => route.abort())
      },
    })
    await expect.poll(async () => (await of(page, 'error')).map(({ code }) => code)).toEqual(['not-loaded'])
    const other = await article(`<${TAG} lang="en" questionnaire="nowhere"></${TAG}>`, { before: noteAll })
    await expect.poll(async () => (await of(other, 'error')).map(({ code }) => code)).toEqual(['unusable'])
  })
})

describe('a closer look', () => {
  it('opens in place, carries the vantage, and leads back', async () => {
    const page = await finished()
    await unfold(page)
    const address = page.url()
    const dive = page.locator('a[data-dive]').first()
    const to = await dive.getAttribute('data-dive')
    await dive.click()
    const back = page.getByRole('button', { name: /^← / })
    await back.waitFor()
    expect((await of(page, 'dive')).map((detail) => detail['to'])).toEqual([to])
    await expect.poll(async () => (await of(page, 'ready')).at(-1)!['questionnaire']).toBe(to)
    expect(await page.getByRole('radio', { name: /^Leading a site/ }).isChecked()).toBe(true)
    expect(await page.locator('h1').evaluate((heading) => heading.matches(':focus'))).toBe(true)
    expect(page.url()).toBe(address)
    expect(await page.locator(TAG).getAttribute('questionnaire')).toBeNull()
    await back.click()
    await page.locator('article[part="result"]').waitFor()
  })
})

/** The headings that assistive technology is told of, with their levels. */
async function headingsOn(page: Page): Promise<[level: number, name: string][]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ role }) => role?.value === 'heading')
    .map(({ name, properties }) => [
      Number(properties?.find((property) => property.name === 'level')?.value.value),
      String(name?.value),
    ])
}

describe('headings', () => {
  it('begin on the second level of the host’s outline, or where the host says', async () => {
    const page = await article(`<h1>Article</h1><${TAG} lang="en"></${TAG}>`, { before: noteAll })
    await opened(page)
    const levels = async () => (await headingsOn(page)).map(([level]) => level)
    await expect.poll(levels).toEqual([1, 2])
    await page.locator(TAG).evaluate((element) => element.setAttribute('heading-level', '4'))
    await expect.poll(levels).toEqual([1, 4])
    await enter(page)
    await answer(page, '2', '')
    await expect.poll(async () => (await headingsOn(page)).at(-1)?.[1]).toMatch(/^1 of 30/)
    expect(await levels()).toEqual([1, 4])
  })
})

describe('before consent', () => {
  it('nothing is kept, and after it what is there', async () => {
    const page = await article(`<${TAG} id="one" lang="en" keep-nothing></${TAG}>`, { before: noteAll })
    await opened(page)
    await enter(page)
    await answer(page, '2', '44')
    await page.getByText('3 of 30', { exact: true }).waitFor()
    expect(await page.evaluate(KEYS)).toEqual([])
    await page.locator(TAG).evaluate((element) => element.removeAttribute('keep-nothing'))
    await expect.poll(() => page.evaluate(KEYS)).toHaveLength(1)
    await page.getByText('3 of 30', { exact: true }).waitFor()
    const kept = await page.evaluate(() => Object.values(localStorage).join())
    expect(kept).toContain('"work-waits-for-approval":4')
  })

  it('a result says that it ends with the tab', async () => {
    const page = await finished('keep-nothing')
    expect(await page.evaluate(KEYS)).toEqual([])
    await unfold(page)
    expect(await page.locator('[data-part="keep"]').textContent()).toContain('tab')
  })
})
