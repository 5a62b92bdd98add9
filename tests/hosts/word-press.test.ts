import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browsing } from '../e2e/browser.ts'
import { enter, opened, TAG } from '../e2e/host-page.ts'
import { answer } from '../e2e/browser.ts'
import { startWordPress, whatIsMissing, type WordPress } from './word-press.ts'

const { visit, allowMessages } = browsing()
let press: WordPress

beforeAll(async () => {
  const missing = whatIsMissing()
  if (missing) throw new Error(missing)
  press = await startWordPress()
})
afterAll(() => press?.stop())

const open = (path: string, more: object = {}) => visit({ site: press.address, path, until: 'load', ...more })
const scripts = (page: Page) =>
  page.locator('script[src*="leadership-diagnostic"]').evaluateAll((all) => all.map((one) => one.getAttribute('type')))

async function logIn(path: string): Promise<Page> {
  const page = await open(`wp-login.php?redirect_to=${encodeURIComponent(press.address + path)}`, {
    viewport: { width: 1440, height: 1000 },
  })
  await page.getByLabel('Username or Email Address').fill('author')
  await page.getByLabel('Password', { exact: true }).fill(press.password)
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.waitForURL(press.address + path)
  return page
}

describe('in WordPress', () => {
  it('an author who may not post any HTML puts the block into a post, and readers take the diagnostic', async () => {
    // The editor of this version reports what it deprecates.
    allowMessages(/./)
    expect(press.unfiltered).toBe(false)
    const page = await logIn('wp-admin/post-new.php')
    await page.waitForFunction(() => 'wp' in window && document.querySelector('.block-editor-writing-flow'))
    const close = page
      .getByRole('button', { name: 'Close dialog' })
      .or(page.getByRole('button', { name: 'Close', exact: true }))
    if (await close.first().isVisible()) await close.first().click()
    await page.getByRole('textbox', { name: 'Add title' }).fill('With the block')
    await page.getByRole('button', { name: 'Toggle block inserter' }).click()
    await page.getByRole('searchbox', { name: 'Search for blocks and patterns' }).fill('Leadership')
    await page.getByRole('option', { name: 'Leadership diagnostic' }).click()
    await page.getByRole('button', { name: 'Toggle block inserter' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).first().waitFor()
    const block = page.locator('[data-type="leadership-diagnostic/diagnostic"]')
    await block.click()
    await page.getByLabel('questionnaire', { exact: true }).selectOption('silence')
    await page.getByLabel('vantage', { exact: true }).selectOption('middle')
    await page.getByLabel('share-scores', { exact: true }).check()
    await expect.poll(() => block.innerText()).toContain('questionnaire: silence; vantage: middle; share-scores')
    // It is named in wp-config.php.
    expect(await block.innerText()).not.toContain('Name the diagnostic’s page')
    const link = await page.evaluate(async () => {
      const { data } = (
        window as unknown as {
          wp: {
            data: {
              dispatch: (name: string) => Record<string, (...given: unknown[]) => Promise<void>>
              select: (name: string) => Record<string, () => string>
            }
          }
        }
      ).wp
      await data.dispatch('core/editor')['editPost']!({ status: 'publish' })
      await data.dispatch('core/editor')['savePost']!()
      return data.select('core/editor')['getPermalink']!()
    })
    const content = await page.evaluate(() =>
      (
        window as unknown as { wp: { data: { select: (name: string) => { getEditedPostContent: () => string } } } }
      ).wp.data
        .select('core/editor')
        .getEditedPostContent(),
    )
    expect(content).toContain(
      '<!-- wp:leadership-diagnostic/diagnostic {"questionnaire":"silence","vantage":"middle","shareScores":true} /-->',
    )

    const read = await visit({ site: press.address, path: link.slice(press.address.length), until: 'load' })
    await opened(read)
    expect(await scripts(read)).toEqual(['module'])
    await expect.poll(() => read.getByText(/your scores go to localhost/).count()).toBe(1)
    await enter(read)
    await answer(read, '2', '44')
    await read.getByText(/^3 of \d+$/).waitFor()
  })

  it('a shortcode takes attributes, and writes none that the element does not take', async () => {
    const page = await open(`?p=${press.posts.shortcode}`)
    await opened(page)
    const element = page.locator(TAG)
    const attributes = await element.evaluate((one) =>
      Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
    )
    expect(attributes).toEqual({
      questionnaire: 'silence',
      lang: 'en',
      vantage: 'middle',
      'share-scores': '',
      'action-label': 'x" onload="alert(1)',
      page: 'https://example.org/diagnostic/',
    })
    expect(await element.locator('> a').getAttribute('href')).toBe('https://example.org/diagnostic/')
  })

  it('a post without it has none of it', async () => {
    const page = await open(`?p=${press.posts.plain}`)
    await page.getByRole('heading', { name: 'Plain' }).waitFor()
    expect(await scripts(page)).toEqual([])
  })
})
