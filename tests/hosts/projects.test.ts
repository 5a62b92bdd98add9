import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE, TARBALL } from '../../src/build/npm-package.ts'
import { SITE } from '../../src/build/site.ts'
import { answer } from '../e2e/browser.ts'
import { enter, onHosts, opened, TAG } from '../e2e/host-page.ts'

const { article, putFolder, allowMessages } = onHosts()

interface Project {
  /** What it installs beside the package and Vite, as somebody who begins today would. */
  readonly needs: readonly string[]
  readonly config?: string
  readonly files: Readonly<Record<string, string>>
}

/** Each shows how much is answered, as the package hears it. */
const PROJECTS: Readonly<Record<string, Project>> = {
  'React 18': {
    needs: ['react@18', 'react-dom@18'],
    files: {
      'main.js': `
        import { createElement as h, useState } from 'react'
        import { createRoot } from 'react-dom/client'
        import { LeadershipDiagnostic } from '${PACKAGE}/react'
        function Article() {
          const [answered, setAnswered] = useState(0)
          return h('main', null, h('output', null, answered),
            h(LeadershipDiagnostic, { page: 'https://example.org/take', lang: 'en', onProgress: (detail) => setAnswered(detail.answered) }))
        }
        createRoot(document.querySelector('#app')).render(h(Article))`,
    },
  },
  'Vue, with templates': {
    needs: ['vue@3', '@vitejs/plugin-vue'],
    config: `import vue from '@vitejs/plugin-vue'; export default { plugins: [vue()] }`,
    files: {
      'main.js': `import { createApp } from 'vue'; import App from './App.vue'; createApp(App).mount('#app')`,
      'App.vue': `
        <script setup>
        import { ref } from 'vue'
        import { LeadershipDiagnostic } from '${PACKAGE}/vue'
        const answered = ref(0)
        </script>
        <template>
          <main><output>{{ answered }}</output>
            <LeadershipDiagnostic page="https://example.org/take" lang="en" @progress="(detail) => (answered = detail.answered)" />
          </main>
        </template>`,
    },
  },
  Svelte: {
    needs: ['svelte@5', '@sveltejs/vite-plugin-svelte'],
    config: `import { svelte } from '@sveltejs/vite-plugin-svelte'; export default { plugins: [svelte()] }`,
    files: {
      'main.js': `import { mount } from 'svelte'; import App from './App.svelte'; mount(App, { target: document.querySelector('#app') })`,
      'App.svelte': `
        <script>
          import { loadNear } from '${PACKAGE}/load'
          let answered = $state(0)
        </script>
        <main><output>{answered}</output>
          <leadership-diagnostic lang="en" {@attach (element) => loadNear(element)} ondiagnostic-progress={(event) => (answered = event.detail.answered)}>
            <a href="https://example.org/take">Take it</a>
          </leadership-diagnostic>
        </main>`,
    },
  },
  Preact: {
    needs: ['preact@10'],
    files: {
      'main.js': `
        import { h, render } from 'preact'
        import { useState } from 'preact/hooks'
        import '${PACKAGE}'
        function Article() {
          const [answered, setAnswered] = useState(0)
          return h('main', null, h('output', null, answered),
            h('leadership-diagnostic', { lang: 'en', 'ondiagnostic-progress': (event) => setAnswered(event.detail.answered) }))
        }
        render(h(Article), document.querySelector('#app'))`,
    },
  },
}

const folder = mkdtempSync(join(tmpdir(), 'projects-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Begins a project with the package as a host would: a copy of its file, installed by its path, and built with Vite. */
function begin(name: string, { needs, config, files }: Project): string {
  const root = join(folder, name.replaceAll(/\W/g, '-').toLowerCase())
  mkdirSync(join(root, 'vendor'), { recursive: true })
  copyFileSync(join(SITE, TARBALL), join(root, 'vendor', TARBALL))
  const page = '<!doctype html><div id="app"></div><script type="module" src="./main.js"></script>'
  const own = { 'package.json': JSON.stringify({ private: true, type: 'module' }), 'index.html': page }
  const all = { ...own, ...files, ...(config ? { 'vite.config.js': config } : {}) }
  for (const [file, text] of Object.entries(all)) writeFileSync(join(root, file), text)
  // As a host's own shell has it: the runner of these tests says that it is testing.
  const { NODE_ENV: _tests, ...env } = process.env
  const run = (command: string, ...given: string[]) => execFileSync(command, given, { cwd: root, env, stdio: 'pipe' })
  try {
    run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', `./vendor/${TARBALL}`, 'vite@8', ...needs)
  } catch (error) {
    throw new Error(`${name} could not be installed: ${needs.join(', ')}`, { cause: error })
  }
  run('npx', 'vite', 'build', '--base=./', '--logLevel=error')
  return join(root, 'dist')
}

describe.each(Object.entries(PROJECTS))('in a fresh project with %s', (name, project) => {
  const place = name.replaceAll(/\W/g, '-').toLowerCase()
  beforeAll(() => putFolder(place, begin(name, project)))

  it('the package shows the diagnostic, and tells what happens', async () => {
    allowMessages(/favicon/)
    const page = await article(`<p>Opened below</p>`, { head: '' })
    await page.goto(`${new URL(page.url()).origin}/${place}/index.html`)
    await opened(page)
    await enter(page)
    await answer(page, '2', '44')
    await expect.poll(() => page.locator('output').textContent()).toBe('2')
    expect(await page.locator(TAG).count()).toBe(1)
  })
})
