import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lexer } from 'marked'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { SITE_ELSEWHERE } from '../../src/build/host-places.ts'
import { ROOT } from '../../src/build/site.ts'
import { answer, VARIED } from '../e2e/browser.ts'
import { enter, onHosts, opened, pageOf, SCRIPT, TAG } from '../e2e/host-page.ts'

const { origin, put, putFolder, visit, allowMessages } = onHosts()

/** The libraries that recipes name, as they were tried. */
const LIBRARIES = [
  'klaro@0.7.22',
  'vanilla-cookieconsent@3.1.0',
  'tarteaucitronjs@1.34.0',
  '@plausible-analytics/tracker@0.4.6',
  'tabbable@6',
  'focus-trap@7',
]

const folder = mkdtempSync(join(tmpdir(), 'recipes-'))
const packages = join(folder, 'node_modules')
const served = join(folder, 'served')

/** The code of each recipe, as it stands in the document, by its heading. */
const recipes = new Map<string, string>()
for (const token of lexer(readFileSync(join(ROOT, 'public/embed-recipes.md'), 'utf8')))
  if (token.type === 'heading' && token.depth === 2) recipes.set(token.text, '')
  else if (token.type === 'code') recipes.set([...recipes.keys()].at(-1)!, token.text)

const codeOf = (name: string) => recipes.get(name)!.replaceAll(SITE_ELSEWHERE, inject('site'))

beforeAll(async () => {
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...LIBRARIES], {
      stdio: 'pipe',
    })
  } catch (error) {
    throw new Error(`The libraries of the recipes could not be installed: ${LIBRARIES.join(', ')}`, { cause: error })
  }
  mkdirSync(served)
  cpSync(join(packages, 'klaro/dist'), served, { recursive: true })
  cpSync(join(packages, 'vanilla-cookieconsent/dist'), served, { recursive: true })
  cpSync(join(packages, 'tarteaucitronjs'), served, { recursive: true })
  cpSync(join(packages, 'tabbable/dist'), served, { recursive: true })
  cpSync(join(packages, 'focus-trap/dist'), served, { recursive: true })
  putFolder('recipes', served)
})
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
/** Opens a page with a recipe's code in it, beside the libraries that it names. */
async function open(body: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  // Consent managers report what they miss of their own.
  allowMessages(/./)
  const name = `recipe-${++count}.html`
  const prepare = async (page: Page) => {
    // Each of these libraries is silent where a program drives the browser.
    await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { get: () => false }))
    await before?.(page)
  }
  writeFileSync(join(served, name), pageOf(body, ''))
  return visit({
    site: `${origin()}/`,
    path: `recipes/${name}`,
    until: 'load',
    allow: [inject('site')],
    before: prepare,
  })
}

const ELEMENT = `<${TAG} lang="en" share-scores></${TAG}>`

describe('consent', () => {
  it.each([
    ['Consent: Klaro', /^(Accept|That's ok)/],
    ['Consent: vanilla-cookieconsent', 'Accept all'],
    ['Consent: tarteaucitron', /OK, accept all$/],
    // Without what keeps a module one, each makes a classic script of it.
    ['Consent: Klaro', /^(Accept|That's ok)/, 'data-type="module"'],
    ['Consent: vanilla-cookieconsent', 'Accept all', 'data-type="module"'],
  ])('%s: a link until the reader agrees, the diagnostic from then on', async (name, accept, without = '') => {
    const asked: string[] = []
    const page = await open(
      codeOf(name).replace(without, ''),
      async (opening) => void opening.on('request', (request) => asked.push(request.url())),
    )
    const link = page.getByRole('link', { name: 'Take the leadership self-diagnostic' })
    await link.waitFor()
    const button = page.getByRole('button', { name: accept }).first()
    await button.waitFor()
    expect(asked.some((url) => url.startsWith(inject('site')))).toBe(false)
    // Some show their buttons before these do anything.
    await expect
      .poll(async () => {
        if (await button.isVisible()) await button.click()
        return page.locator(TAG).getByRole('radio').count()
      })
      .toBeGreaterThan(0)
    await expect.poll(() => link.isVisible()).toBe(false)
  })
})

describe('what happens', () => {
  const begin = async (page: Page, keys = '44') => {
    await opened(page)
    await enter(page)
    await answer(page, '2', keys)
    await page.getByText(`${keys.length + 1} of 30`, { exact: true }).waitFor()
  }

  it('arrives where tag managers look, by name, with counts and without answers', async () => {
    const page = await open(
      `${codeOf('Tag managers')}${SCRIPT()}${ELEMENT.replace('lang', 'campaign="utm_source=letter" lang')}`,
    )
    await begin(page, '44444444')
    const pushed = await page.evaluate(
      () => (window as unknown as { dataLayer: { event: string; diagnostic: object }[] }).dataLayer,
    )
    expect(pushed.map(({ event }) => event)).toEqual(['diagnostic-ready', 'diagnostic-start', 'diagnostic-quarter'])
    const { diagnostic } = pushed.at(-1)!
    expect(diagnostic).toEqual({
      questionnaire: 'execution-gaps',
      version: expect.stringMatching(/^\d/),
      items: 30,
      quarter: 1,
      campaign: 'utm_source=letter',
    })
  })

  it('is told to Plausible, which sends no more than the recipe says', async () => {
    const sent: Record<string, unknown>[] = []
    writeFileSync(
      join(folder, 'plausible.js'),
      codeOf('Analytics: Plausible').replace(
        "domain: 'www.example.org'",
        `$&, endpoint: '${origin()}/event', captureOnLocalhost: true`,
      ),
    )
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      build: {
        outDir: join(served, 'plausible'),
        lib: { entry: join(folder, 'plausible.js'), formats: ['es'], fileName: () => 'plausible.js' },
      },
    })
    put('/event', 'ok', 'text/plain')
    const page = await open(
      `<script type="module" src="plausible/plausible.js"></script>${SCRIPT()}${ELEMENT}`,
      async (opening) => {
        opening.on('request', (request) => {
          if (request.url().endsWith('/event')) sent.push(request.postDataJSON() as Record<string, unknown>)
        })
      },
    )
    await begin(page)
    await expect.poll(() => sent.map(({ n }) => n)).toContain('diagnostic-start')
    const { p } = sent.find(({ n }) => n === 'diagnostic-start')!
    expect(Object.keys(p as object)).toEqual(['questionnaire', 'version'])
  })

  it('arrives where Matomo looks', async () => {
    const page = await open(`${codeOf('Analytics: Matomo')}${SCRIPT()}${ELEMENT}`)
    await begin(page)
    const pushed = await page.evaluate(() => (window as unknown as { _paq: string[][] })._paq)
    expect(pushed).toEqual([['trackEvent', 'Leadership diagnostic', 'diagnostic-start', 'execution-gaps']])
  })
})

it('a result that a reader hands off is sent where the page said, by the page', async () => {
  const sent: string[] = []
  const recipe = codeOf('A result that the reader hands off').replace('https://www.example.org', origin())
  put('/results', 'ok', 'text/plain')
  const page = await open(recipe, async (opening) => {
    opening.on('request', (request) => {
      if (request.url() === `${origin()}/results`) sent.push(request.postData() ?? '')
    })
  })
  await opened(page)
  await enter(page)
  await answer(page, '2', VARIED)
  await page.getByRole('button', { name: /^Give my result/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Every answer/ }).click()
  const shown = await dialog.locator('pre').textContent()
  expect(sent).toEqual([])
  await dialog.getByRole('button', { name: /^Give this/ }).click()
  await dialog.getByText('has confirmed').waitFor()
  await expect.poll(() => sent.map((one) => JSON.parse(one) as object)).toEqual([{ what: 'answers', text: shown }])
})

it('a focus trap that looks into shadow roots lets a reader through', async () => {
  const page = await open(`${codeOf('A focus trap')}${SCRIPT()}`)
  await opened(page)
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.localName
    })
  await page.locator('#close').focus()
  const seen: (string | undefined)[] = []
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('Tab')
    seen.push(await focused())
  }
  expect(seen).toContain('input')
})

it('every recipe of the document is tried', () => {
  expect([...recipes.keys()]).toEqual([
    'Consent: Klaro',
    'Consent: vanilla-cookieconsent',
    'Consent: tarteaucitron',
    'Tag managers',
    'Analytics: Plausible',
    'Analytics: Matomo',
    'A result that the reader hands off',
    'A focus trap',
  ])
})
