import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { build } from 'vite'
import { version } from '../../src/build/embed-builds.ts'
import { PACKAGE, TARBALL } from '../../src/build/npm-package.ts'
import { ROOT, SITE } from '../../src/build/site.ts'
import { answer } from './browser.ts'
import { enter, noteEvents, onHosts, opened, TAG } from './host-page.ts'

const { article, putFolder } = onHosts()

/** Each shows how much is answered, changes a property by a button, and removes the component and puts it back. */
const APPS = {
  react: `
    import { createElement as h, StrictMode, useState } from 'react'
    import { createRoot } from 'react-dom/client'
    import { LeadershipDiagnostic } from '${PACKAGE}/react'
    const root = document.querySelector('#app')
    function Article() {
      const [scheme, setScheme] = useState('light')
      const [isThere, setThere] = useState(true)
      const [answered, setAnswered] = useState(0)
      return h('main', null,
        h('button', { onClick: () => setScheme('dark') }, 'Go dark'),
        h('button', { onClick: () => setThere(!isThere) }, 'Toggle'),
        h('output', null, answered),
        isThere && h(LeadershipDiagnostic, { page: 'https://example.org/take', src: root.dataset.src, className: 'wide', lang: 'fr', questionnaire: 'silence',
          colorScheme: scheme, shareScores: true, vantage: 'middle', onProgress: (detail) => setAnswered(detail.answered) }))
    }
    createRoot(root).render(h(StrictMode, null, h(Article)))`,
  vue: `
    import { createApp, h, ref } from 'vue'
    import { LeadershipDiagnostic } from '${PACKAGE}/vue'
    const root = document.querySelector('#app')
    const { src } = root.dataset
    const [scheme, isThere, answered] = [ref('light'), ref(true), ref(0)]
    createApp({ render: () => h('main', [
      h('button', { onClick: () => (scheme.value = 'dark') }, 'Go dark'),
      h('button', { onClick: () => (isThere.value = !isThere.value) }, 'Toggle'),
      h('output', answered.value),
      isThere.value ? h(LeadershipDiagnostic, { page: 'https://example.org/take', src, class: 'wide', lang: 'fr', questionnaire: 'silence',
        colorScheme: scheme.value, shareScores: true, vantage: 'middle', onProgress: (detail) => (answered.value = detail.answered) }) : null,
    ]) }).mount('#app')`,
} as const
type Framework = keyof typeof APPS
const FRAMEWORKS = Object.keys(APPS) as Framework[]

/** Inside the project, so that its React and Vue are found. */
const folder = mkdtempSync(join(ROOT, 'node_modules/.package-'))
const installed = join(folder, 'node_modules', PACKAGE)

beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }))
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', join(SITE, TARBALL)], { cwd: folder, stdio: 'pipe' })
  for (const [name, source] of Object.entries(APPS)) writeFileSync(join(folder, `${name}.js`), source)
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    root: folder,
    base: '/package/',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['browser', 'production', 'import', 'module', 'default'] },
    build: {
      outDir: 'built',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(FRAMEWORKS.map((name) => [name, join(folder, `${name}.js`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  putFolder('package', join(folder, 'built'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(FRAMEWORKS)('the package in a page made with %s', (name) => {
  it.each([
    ['with the copy in it', false],
    ['with the files of the site', true],
  ])('shows the diagnostic and tells what happens, %s', async (_whose, isFromSite) => {
    const asked: string[] = []
    const src = isFromSite ? ` data-src="${inject('site')}embed-${version}.js"` : ''
    const page = await article(`<div id="app"${src}></div>`, {
      head: `<script type="module" src="/package/${name}.js"></script>`,
      before: async (opening) => {
        await noteEvents(opening)
        opening.on('request', (request) => asked.push(request.url()))
      },
    })
    await opened(page)
    expect(asked.some((url) => url.startsWith(inject('site')))).toBe(isFromSite)
    expect(await page.locator(TAG).getAttribute('class')).toBe('wide')
    await expect.poll(() => page.getByText('vos scores').count()).toBe(1)
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
    await page.getByText(/^3 sur \d+$/).waitFor()
  })

  it('asks for nothing before the reader is near, and shows a link until then', async () => {
    const asked: string[] = []
    const page = await article('<p style="block-size:4000px">Far above</p><div id="app"></div>', {
      head: `<script type="module" src="/package/${name}.js"></script>`,
      before: async (opening) => void opening.on('request', (request) => asked.push(request.url())),
    })
    await expect
      .poll(() => page.getByRole('link', { name: 'Faire l’autodiagnostic' }).getAttribute('href'))
      .toBe('https://example.org/take')
    expect(asked.some((url) => url.includes('/assets/embed-'))).toBe(false)
    await page.locator(TAG).scrollIntoViewIfNeeded()
    await opened(page)
  })

  it('is a tag with a link on a server', async () => {
    const file = pathToFileURL(join(installed, `${name}.js`)).href
    const { LeadershipDiagnostic } = (await import(/* @vite-ignore */ file)) as { LeadershipDiagnostic: never }
    const props = { page: 'https://example.org/take', linkTarget: '_top', shareScores: true }
    // No types of it are among the packages.
    const reactServer: string = 'react-dom/server'
    const render = {
      react: async () => {
        const { createElement } = await import('react')
        const { renderToString } = (await import(/* @vite-ignore */ reactServer)) as {
          renderToString: (element: unknown) => string
        }
        return renderToString(createElement(LeadershipDiagnostic, props))
      },
      vue: async () => {
        const [{ createSSRApp }, { renderToString }] = await Promise.all([import('vue'), import('vue/server-renderer')])
        return renderToString(createSSRApp(LeadershipDiagnostic, props))
      },
    }
    const html = await render[name]()
    for (const text of [
      '<leadership-diagnostic ',
      'link-target="_top"',
      'share-scores',
      'page="https://example.org/take"',
    ])
      expect(html).toContain(text)
    expect(html).toContain('<a href="https://example.org/take">Take the leadership self-diagnostic</a>')
  })
})

describe('the types in the package', { timeout: 60_000 }, () => {
  const host = (scheme: string, read: string, page: string) => `
    import { h } from 'vue'
    import '${PACKAGE}/tag/react'
    import { load } from '${PACKAGE}/load'
    import { EVENTS } from '${PACKAGE}'
    import { LeadershipDiagnostic } from '${PACKAGE}/react'
    import { LeadershipDiagnostic as InVue, type LeadershipDiagnosticProps } from '${PACKAGE}/vue'
    export const names: readonly string[] = EVENTS
    void load()
    export const react = <LeadershipDiagnostic ${page} colorScheme="dark" shareScores hidden onComplete={({ answered }) => answered} onLink={(detail) => detail.${read}} />
    export const tag = <leadership-diagnostic color-scheme="dark" ondiagnostic-ready={({ detail }) => detail.items} />
    export const vue: LeadershipDiagnosticProps = { page: 'x', colorScheme: '${scheme}', onProgress: ({ answered }, event) => console.log(answered, event.type) }
    export const node = h(InVue, vue)`

  it('know what a component takes and tells, and refuse anything else', () => {
    const files = ['good', 'bad'].map((name) => join(folder, `${name}.tsx`))
    writeFileSync(files[0]!, host('dark', 'url', 'page="x"'))
    writeFileSync(files[1]!, host('pink', 'answers', ''))
    const program = ts.createProgram(files, {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      jsx: ts.JsxEmit.ReactJSX,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
    })
    const found = (isMeant: (file: string) => boolean) =>
      program
        .getSourceFiles()
        .filter(({ fileName }) => isMeant(fileName))
        .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(found((file) => file === files[0] || file.includes(`/${PACKAGE}/`))).toEqual([])
    const refused = found((file) => file === files[1]).join('\n')
    for (const complaint of ["Property 'page' is missing", "'answers' does not exist", '"pink"'])
      expect(refused).toContain(complaint)
  })
})
