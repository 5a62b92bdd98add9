import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { SITE } from '../../src/build/site.ts'
import { ATTRIBUTE_NAMES, EVENTS, propertyOf, REFLECTED } from '../../src/ui/embed/contract.ts'
import { browsing, pressAll, unfold, VARIED, type Visit } from './browser.ts'
import { problemsInBoth, widthOf } from './problems.ts'

const { visit } = browsing()
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string
}

/** Opens the page and scrolls to its sample, which then loads. */
async function open(options: Visit = {}): Promise<Page> {
  const page = await visit({ path: 'embed-demo.html', ...options })
  await sample(page).scrollIntoViewIfNeeded()
  await question(page).waitFor()
  return page
}

const sample = (page: Page) => page.locator('leadership-diagnostic')
const question = (page: Page) => sample(page).getByRole('heading', { level: 1 })
const snippet = (page: Page) => page.getByRole('region', { name: 'To paste into the article' })
const choose = (page: Page, attribute: string, value: string) =>
  page.getByRole('combobox', { name: attribute, exact: true }).selectOption(value)
const write = async (page: Page, attribute: string, value: string) => {
  const field = page.getByRole('textbox', { name: attribute, exact: true })
  await field.fill(value)
  await field.press('Tab')
}

describe('the page about the embed', () => {
  it('documents every attribute, property and event, and lets every attribute be switched', async () => {
    const page = await open()
    const reference = page.getByRole('region', { name: 'Attributes and properties' })
    const text = await reference.innerText()
    for (const attribute of REFLECTED) expect(text).toContain(`Property: ${propertyOf(attribute)}\n`)
    for (const event of EVENTS) expect(await reference.getByText(event, { exact: true }).count()).toBe(1)
    for (const attribute of ATTRIBUTE_NAMES) {
      await expect.poll(() => reference.locator('code[id]').getByText(attribute, { exact: true }).count()).toBe(1)
      const control = page.locator('select, input').and(page.getByLabel(attribute, { exact: true }))
      expect([attribute, await control.count()]).toEqual([attribute, 1])
    }
  })

  it('names the address it is served from', async () => {
    const page = await open({ site: inject('siteUnderPath') })
    await expect.poll(() => snippet(page).innerText()).toContain(`src="${inject('siteUnderPath')}embed.js"`)
    const types = ['embed.d.ts', 'embed-react.d.ts', 'embed-vue.d.ts', 'embed-svelte.d.ts']
    for (const file of [...types, 'custom-elements.json']) {
      const link = page.getByRole('link', { name: file, exact: true })
      const address = await link.evaluate((element) => (element as HTMLAnchorElement).href)
      expect((await fetch(address)).status).toBe(200)
    }
  })
})

describe('the lines to paste', () => {
  it('name the script that is chosen, each of which is there', async () => {
    const page = await open()
    const sources = { 'Always the latest': 'embed.js', 'A version of your choice': `embed-${version}.js` }
    for (const [way, file] of Object.entries(sources)) {
      await page.getByRole('radio', { name: way }).click()
      const text = await snippet(page).innerText()
      expect(text).toContain(`<script type="module" src="${inject('site')}${file}"></script>`)
      expect(text).toContain(`<a href="${inject('site')}">Take the leadership self-diagnostic</a>`)
      expect((await fetch(inject('site') + file)).status).toBe(200)
    }
  })

  it('hold the integrity value of the self-contained file', async () => {
    const page = await open()
    await page.getByRole('radio', { name: 'One file with an integrity value' }).click()
    const file = readFileSync(join(SITE, `embed-standalone-${version}.js`))
    const value = `sha384-${createHash('sha384').update(file).digest('base64')}`
    const text = await snippet(page).innerText()
    expect(text).toContain(`integrity="${value}"`)
    expect(text).toContain('crossorigin="anonymous"')
  })

  it('hold what is switched, and nothing that is not', async () => {
    const page = await open()
    await choose(page, 'color-scheme', 'dark')
    await page.getByRole('checkbox', { name: 'share-scores' }).check()
    await write(page, 'action-label', 'Read "more" & <less>')
    const text = await snippet(page).innerText()
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '<leadership-diagnostic color-scheme="dark" action-label="Read &quot;more&quot; &amp; &lt;less>" share-scores >',
    )
    await choose(page, 'color-scheme', '')
    await page.getByRole('checkbox', { name: 'share-scores' }).uncheck()
    await write(page, 'action-label', '')
    await expect.poll(() => snippet(page).innerText()).toContain('<leadership-diagnostic>\n')
  })

  it('give a French article a French link', async () => {
    const page = await open()
    await choose(page, 'lang', 'fr')
    await expect.poll(() => snippet(page).innerText()).toContain('>Faire l’autodiagnostic du leadership</a>')
  })

  it('put what is switched into the address of a frame', async () => {
    const page = await open()
    await choose(page, 'vantage', 'middle')
    await page.getByRole('checkbox', { name: 'share-scores' }).check()
    await page.getByRole('radio', { name: 'A frame' }).click()
    const text = await snippet(page).innerText()
    expect(text).toContain(`src="${inject('site')}embed.html?vantage=middle&amp;share-scores="`)
    expect(text).toContain('data-leadership-diagnostic')
    expect(text).toContain(`src="${inject('site')}embed-frame.js"`)
    const recipe = await page.getByRole('region', { name: 'A version of your choice' }).innerText()
    for (const file of [`embed-${version}.html`, `embed-frame-${version}.js`]) {
      expect(recipe).toContain(`src="${inject('site')}${file}"`)
      expect((await fetch(inject('site') + file)).status).toBe(200)
    }
    const alone = page.getByRole('link', { name: 'Open the frame’s page alone' })
    await expect.poll(() => alone.getAttribute('href')).toBe(`${inject('site')}embed.html?vantage=middle&share-scores=`)
  })

  it('can be copied', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy: To paste into the article' }).click()
    await page.getByRole('status').getByText('Copied', { exact: true }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await snippet(page).textContent())
  })
})

describe('the sample', () => {
  it('takes up what is switched', async () => {
    const page = await open()
    await choose(page, 'lang', 'fr')
    await sample(page)
      .getByRole('radio', { name: /^Direction/ })
      .or(question(page))
      .first()
      .waitFor()
    await sample(page).locator('[lang="fr"]').first().waitFor()
    await choose(page, 'lang', '')
    await choose(page, 'start', 'item')
    await sample(page).getByText('1 of 30').first().waitFor()
    await choose(page, 'start', '')
    await choose(page, 'vantage', 'close')
    await expect.poll(() => sample(page).getByRole('radio', { name: 'Close to the work' }).isChecked()).toBe(true)
    await page.getByRole('checkbox', { name: 'share-scores' }).check()
    await sample(page)
      .getByText(`your scores go to ${new URL(inject('site')).host}`)
      .waitFor()
    await choose(page, 'questionnaire', 'silence')
    await sample(page).getByText('Silence in depth').first().waitFor()
  })

  it('takes up custom properties, which are then in a rule to paste', async () => {
    const page = await open()
    const begin = sample(page).getByRole('button', { name: 'Begin' })
    await write(page, '--diagnostic-accent', 'rgb(120, 10, 40)')
    expect(await begin.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(120, 10, 40)')
    const rule = page.getByRole('region', { name: 'And into your style sheet' })
    await expect
      .poll(() => rule.innerText())
      .toBe('leadership-diagnostic {\n  --diagnostic-accent: rgb(120, 10, 40);\n}')
    await write(page, '--diagnostic-accent', '')
    await expect.poll(() => rule.count()).toBe(0)
    expect(await begin.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe('rgb(120, 10, 40)')
  })

  it('outlines the part that is chosen', async () => {
    const page = await open()
    const outline = (of: string) =>
      sample(page)
        .locator(`[part~="${of}"]`)
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle)
    for (const part of ['diagnostic', 'heading', 'option', 'button']) {
      expect(await outline(part)).toBe('none')
      await choose(page, 'Outlined in the sample', part)
      expect([part, await outline(part)]).toEqual([part, 'dashed'])
    }
  })

  it('writes down the events with their details, the latest first', async () => {
    const page = await open()
    const log = page.getByRole('list', { name: 'Events so far' }).getByRole('listitem')
    await expect
      .poll(() => log.allInnerTexts())
      .toEqual([
        expect.stringMatching(/^diagnostic-ready \{"questionnaire":"execution-gaps","version":"[\d.]+","items":30\}$/),
      ])
    await sample(page).getByRole('radio', { name: 'Leading a site or unit' }).click()
    await sample(page).getByText('1 of 30').first().waitFor()
    await page.keyboard.press('4')
    await log.getByText('diagnostic-progress').waitFor()
    expect((await log.allInnerTexts()).map((text) => text.split(' ')[0])).toEqual([
      'diagnostic-progress',
      'diagnostic-start',
      'diagnostic-ready',
    ])
    await expect.poll(() => log.first().innerText()).toContain('"answered":1}')
  })

  it('shows a result with the link that is set under it, and links that lead to the diagnostic’s own page', async () => {
    const page = await open()
    await page.getByRole('checkbox', { name: 'share-scores' }).check()
    await write(page, 'action-label', 'Talk to us')
    await write(page, 'action-href', 'https://example.org/talk')
    await sample(page).getByRole('radio', { name: 'Leading a site or unit' }).click()
    await sample(page).getByText('1 of 30').first().waitFor()
    await pressAll(page, VARIED)
    await unfold(page)
    await sample(page).getByRole('heading', { name: 'How this was scored' }).waitFor()
    const action = sample(page).getByRole('link', { name: 'Talk to us' })
    await expect.poll(() => action.getAttribute('href')).toBe('https://example.org/talk')
    for (const part of ['result', 'action']) expect(await sample(page).locator(`[part~="${part}"]`).count()).toBe(1)
    const log = page.getByRole('list', { name: 'Events so far' })
    await log.getByText('diagnostic-complete').waitFor()
    await expect.poll(() => log.innerText()).toMatch(/"scores":\{"\w+/)
    const link = await sample(page).getByLabel('Link', { exact: true }).inputValue()
    expect(link.startsWith(`${inject('site')}#`)).toBe(true)
  })

  it('begins anew where it is asked to, and forgets only its own answers', async () => {
    const page = await open()
    await page.evaluate(() => localStorage.setItem('leadership-diagnostic.article.run', 'another’s'))
    await sample(page).getByRole('radio', { name: 'Leading a site or unit' }).click()
    await sample(page).getByText('1 of 30').first().waitFor()
    await page.keyboard.press('4')
    await sample(page).getByText('2 of 30').first().waitFor()
    await page.getByRole('button', { name: 'Begin anew' }).click()
    await sample(page).getByRole('button', { name: 'Begin' }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['leadership-diagnostic.article.run'])
  })
})

it('has no problem that axe can find, in dark or in light', async () => {
  const page = await open({ colorScheme: 'dark' })
  expect(await problemsInBoth(page)).toEqual([])
})

it('fits a window of 360 pixels', async () => {
  const page = await open({ viewport: { width: 360, height: 740 } })
  await page.getByRole('radio', { name: 'One file with an integrity value' }).click()
  const [width, ...wide] = await widthOf(page)
  expect(width).toBe(360)
  expect(wide.filter((element) => !String(element).startsWith('<code'))).toEqual([])
})
