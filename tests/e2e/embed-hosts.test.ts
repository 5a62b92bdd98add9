import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { build } from 'vite'
import { STANDALONE } from '../../src/build/embed-builds.ts'
import { integrityOf } from '../../src/build/integrity.ts'
import { SITE } from '../../src/build/site.ts'
import { answer, result, VARIED } from './browser.ts'
import { enter, heardOn, namesOn, noteEvents, onHosts, opened, pageOf, SCRIPT, TAG } from './host-page.ts'

const { article, expectMessages, origin, put, putFolder, visit } = onHosts()
const ELEMENT = `<${TAG} lang="en"></${TAG}>`

/** Each counts the events it hears, changes a property by a button, and removes the element and puts it back. */
const FRAMEWORKS = {
  react: `
    import { createElement as h, StrictMode, useState } from 'react'
    import { createRoot } from 'react-dom/client'
    function Article() {
      const [scheme, setScheme] = useState('light')
      const [isThere, setThere] = useState(true)
      const [answered, setAnswered] = useState(0)
      return h('main', null,
        h('button', { onClick: () => setScheme('dark') }, 'Go dark'),
        h('button', { onClick: () => setThere(!isThere) }, 'Toggle'),
        h('output', null, answered),
        isThere && h('leadership-diagnostic', { lang: 'en', questionnaire: 'silence', colorScheme: scheme, shareScores: true,
          vantage: 'middle', 'ondiagnostic-progress': (event) => setAnswered(event.detail.answered) }))
    }
    createRoot(document.querySelector('#app')).render(h(StrictMode, null, h(Article)))`,
  vue: `
    import { createApp, h, ref } from 'vue'
    const [scheme, isThere, answered] = [ref('light'), ref(true), ref(0)]
    createApp({ render: () => h('main', [
      h('button', { onClick: () => (scheme.value = 'dark') }, 'Go dark'),
      h('button', { onClick: () => (isThere.value = !isThere.value) }, 'Toggle'),
      h('output', answered.value),
      isThere.value ? h('leadership-diagnostic', { lang: 'en', questionnaire: 'silence', colorScheme: scheme.value, shareScores: true,
        vantage: 'middle', 'onDiagnosticProgress': (event) => (answered.value = event.detail.answered) }) : null,
    ]) }).mount('#app')`,
  svelte: `
    import { mount } from 'svelte'
    import Article from './Article.svelte'
    mount(Article, { target: document.querySelector('#app') })`,
} as const

const ARTICLE = `
  <script>
    let scheme = $state('light'), isThere = $state(true), answered = $state(0)
  </script>
  <main>
    <button onclick={() => (scheme = 'dark')}>Go dark</button>
    <button onclick={() => (isThere = !isThere)}>Toggle</button>
    <output>{answered}</output>
    {#if isThere}
      <leadership-diagnostic lang="en" questionnaire="silence" colorScheme={scheme} shareScores vantage="middle"
        ondiagnostic-progress={(event) => (answered = event.detail.answered)}></leadership-diagnostic>
    {/if}
  </main>`

let folder = ''

beforeAll(async () => {
  // Inside the project, so that its packages are found.
  folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.hosts-'))
  writeFileSync(join(folder, 'Article.svelte'), ARTICLE)
  for (const [name, source] of Object.entries(FRAMEWORKS)) writeFileSync(join(folder, `${name}.js`), source)
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    root: folder,
    plugins: [svelte({ configFile: false, compilerOptions: { css: 'external' } })],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['browser', 'production', 'import', 'module', 'default'] },
    build: {
      outDir: 'built',
      rolldownOptions: {
        input: Object.fromEntries(Object.keys(FRAMEWORKS).map((name) => [name, join(folder, `${name}.js`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  putFolder('frameworks', join(folder, 'built'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A strict policy, as a host would send it. */
const policy = (more: Readonly<Record<string, string>> = {}) => ({
  'Content-Security-Policy': Object.entries({
    'default-src': `'none'`,
    'script-src': `'self'`,
    'style-src': `'self'`,
    'img-src': `'self' data: blob:`,
    'connect-src': `'self'`,
    'base-uri': `'none'`,
    'form-action': `'none'`,
    'frame-ancestors': `'none'`,
    'require-trusted-types-for': `'script'`,
    'trusted-types': 'svelte-trusted-html',
    ...more,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
})

async function takeAll(page: Page): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.outerHTML.length)
  await opened(page)
  await enter(page)
  await answer(page, '2', VARIED)
  await result(page)
  expect(await page.evaluate(() => document.documentElement.outerHTML.length)).toBe(before)
}

describe.each(Object.keys(FRAMEWORKS))('in a page made with %s', (name) => {
  const script = () => `<script type="module" src="/frameworks/${name}.js"></script>`
  // Defined before and after the framework makes the element.
  it.each([
    ['before', () => SCRIPT() + script()],
    ['after', () => script() + SCRIPT()],
  ])('properties and events get through, the element’s script loaded %s', async (_order, head) => {
    const page = await article('<div id="app"></div>', { head: head(), before: noteEvents })
    await opened(page)
    await expect.poll(async () => (await heardOn(page))[0]?.[1]['questionnaire']).toBe('silence')
    await expect.poll(() => page.getByText('your scores go to localhost').count()).toBe(1)
    await expect.poll(() => page.getByRole('radio', { name: /^Leading a site or unit/ }).isChecked()).toBe(true)
    const colour = () => page.locator('.in-host').evaluate((frame) => getComputedStyle(frame).color)
    const light = await colour()
    await page.getByRole('button', { name: 'Go dark' }).click()
    await expect.poll(colour).not.toBe(light)
    await enter(page)
    await answer(page, '3', '44')
    await expect.poll(() => page.locator('output').textContent()).toBe('2')
    await page.getByRole('button', { name: 'Toggle' }).click()
    await expect.poll(() => page.locator(TAG).count()).toBe(0)
    await page.getByRole('button', { name: 'Toggle' }).click()
    await page.getByText(/^3 of \d+$/).waitFor()
  })
})

describe('in a page that a content manager puts together', () => {
  it('works wrapped in paragraphs, with line breaks in it and the script twice', async () => {
    const page = await article(
      `<p>${SCRIPT()}<br />\n<${TAG} lang="en"><br />\n<a href="/take">Take it</a><br />\n</${TAG}></p>\n<p>${SCRIPT()}</p>`,
      { head: '', before: noteEvents },
    )
    await opened(page)
    await expect.poll(() => namesOn(page)).toEqual(['ready'])
    await expect.poll(() => page.getByRole('link', { name: 'Take it' }).isVisible()).toBe(false)
  })

  it('works when it is written into the page later', async () => {
    const page = await article('<div id="block"></div>')
    await page.locator('#block').evaluate((block, html) => (block.innerHTML = html), ELEMENT)
    await opened(page)
    await expect.poll(() => page.locator('.diagnostic').count()).toBe(1)
  })
})

describe('in what pages put things in', () => {
  it('works in a modal dialog, which holds the focus, and goes on when that is opened again', async () => {
    const page = await article(`<dialog aria-label="A diagnostic"><button>Close</button>${ELEMENT}</dialog>`)
    const show = () => page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.showModal())
    await show()
    await opened(page)
    await enter(page)
    await answer(page, '2', '4')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').isVisible()).toBe(false)
    await show()
    await page.getByText('2 of 30', { exact: true }).waitFor()
  })

  it.each(['open', 'closed'] as const)('works in the %s shadow root of a part of the page', async (mode) => {
    const page = await article('<div id="part" lang="en"></div>', { before: noteEvents })
    await page.evaluate(
      ([tag, kind]) => {
        const root = document.querySelector('#part')!.attachShadow({ mode: kind as ShadowRootMode })
        root.innerHTML = `<style>* { all: unset }</style><h2>Ours</h2><${tag}></${tag}>`
        Object.assign(window, { inside: root.querySelector(tag!) })
      },
      [TAG, mode],
    )
    const choose = () =>
      page.evaluate(() => {
        const { inside } = window as unknown as { inside: HTMLElement }
        const option = inside.shadowRoot?.querySelector<HTMLInputElement>('input[value=close]')
        option?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
        option?.click()
        return inside.shadowRoot?.querySelector<HTMLElement>('.in-host')?.lang
      })
    await expect.poll(choose).toBe('en')
    await expect.poll(() => namesOn(page)).toEqual(['ready', 'start'])
  })
})

describe('under the strict policy', () => {
  it.each([
    ['self-hosted', () => '/diagnostic/', {}],
    ['from another origin', () => inject('site'), { 'script-src': 'site', 'connect-src': 'site' }],
  ])('%s, a whole run writes nothing to the console', async (_name, from, more) => {
    const site = inject('site').slice(0, -1)
    const widened = Object.fromEntries(Object.keys(more).map((directive) => [directive, `'self' ${site}`]))
    const page = await article(ELEMENT, { head: SCRIPT(from()), headers: policy(widened) })
    await takeAll(page)
    await page.getByText('Show the link as a picture').or(page.locator('summary')).last().click()
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
  })

  it('the file of a version asks for its own parts, let in by a nonce alone', async () => {
    const page = await article(ELEMENT, {
      head: SCRIPT('/diagnostic/', 'nonce="once"').replace('embed.js', STANDALONE.replace('-standalone', '')),
      headers: policy({ 'script-src': `'nonce-once'` }),
    })
    await takeAll(page)
  })

  it('the self-contained file runs with its integrity value, asking for nothing else', async () => {
    const asked: string[] = []
    const integrity = integrityOf(readFileSync(join(SITE, STANDALONE), 'utf8'))
    const page = await article(ELEMENT, {
      head: SCRIPT(inject('site'), `integrity="${integrity}" crossorigin`).replace('embed.js', STANDALONE),
      headers: policy({ 'script-src': inject('site').slice(0, -1), 'connect-src': `'none'` }),
      before: async (opening) => void opening.on('request', (request) => asked.push(request.url())),
    })
    await takeAll(page)
    expect(asked.filter((url) => !url.startsWith(`${origin()}/article`) && !/^(data|blob):/.test(url))).toEqual([
      `${inject('site')}${STANDALONE}`,
    ])
  })

  it('a page that runs Svelte itself allows two policies of one name', async () => {
    const page = await article('<div id="app"></div>', {
      head: `<script type="module" src="/frameworks/svelte.js"></script>${SCRIPT('/diagnostic/')}`,
      headers: policy({ 'trusted-types': `svelte-trusted-html 'allow-duplicates'` }),
    })
    await opened(page)
    await page.getByRole('button', { name: 'Go dark' }).click()
    await enter(page)
    await answer(page, '2', '44')
    await page.getByText(/^3 of \d+$/).waitFor()
    await expect.poll(() => page.locator('output').textContent()).toBe('2')
  })

  it('a page that lets the policy not be made is told so at once, and its readers have its link', async () => {
    const said: string[] = []
    // The last is the browser's, of the try whether markup is taken without a policy.
    expectMessages(
      /lets no trusted-types policy svelte-trusted-html be made|creating a TrustedTypePolicy|requires 'TrustedHTML'/i,
    )
    let letGo = () => undefined as void
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const element = `<${TAG} lang="en"><a href="/own">Take it</a></${TAG}>`
    const page = await article(element + element, {
      head: SCRIPT('/diagnostic/'),
      headers: policy({ 'trusted-types': `'none'` }),
      before: async (opening) => {
        opening.on('console', (message) => said.push(message.text()))
        await noteEvents(opening)
        await opening.route('**/embed-app-*.js', async (route) => {
          await held
          await route.continue()
        })
      },
    })
    await page.getByText('Close to the work').first().click()
    letGo()
    await expect.poll(() => said.join()).toContain('Write trusted-types svelte-trusted-html')
    await expect.poll(() => page.getByRole('link', { name: 'Take it' }).isVisible()).toBe(true)
    expect(await page.locator(TAG).last().getByRole('radio').count()).toBe(0)
    // A screen that a reader has used stays, and nothing that never comes is promised.
    const used = page.locator(TAG).first()
    const late = used.locator('.late')
    await late.waitFor()
    expect(await late.textContent()).toBe('It has not loaded. Open the diagnostic')
    expect(await late.getByRole('link').getAttribute('href')).toMatch(/#vantage=close$/)
    expect(await used.getByRole('radio', { name: /^Close/ }).isChecked()).toBe(true)
    expect(await namesOn(page)).toEqual([])
  })
})

it('a server can import the script, which then defines nothing', () => {
  const copy = mkdtempSync(join(tmpdir(), 'embed-'))
  writeFileSync(join(copy, 'embed.mjs'), readFileSync(join(SITE, 'embed.js')))
  // By the server itself: what runs tests reads a file that may be either kind of script as a classic one.
  const says = `
    const names = () => Object.getOwnPropertyNames(globalThis)
    const before = names()
    const embed = await import('./embed.mjs')
    console.log(JSON.stringify([Object.keys(embed), names().filter((name) => !before.includes(name))]))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', says], { cwd: copy, encoding: 'utf8' })
  rmSync(copy, { recursive: true })
  expect(JSON.parse(said)).toEqual([['EVENTS', 'LeadershipDiagnostic'], []])
})

it('a page that was put together from the two lines alone shows the diagnostic', async () => {
  put('/two-lines', pageOf(`${SCRIPT()}<${TAG}></${TAG}>`, ''))
  const page = await visit({ site: `${origin()}/`, path: 'two-lines', until: 'load', allow: [inject('site')] })
  await opened(page)
  await expect.poll(() => page.locator('.diagnostic').count()).toBe(1)
})
