import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, result, VARIED } from '../e2e/browser.ts'
import { enter, onHosts, opened, SCRIPT, TAG } from '../e2e/host-page.ts'
import { looks } from '../e2e/looks.ts'

const { article } = onHosts()

/** Style sheets that many pages begin with, as they were tried, and the file in each package. */
const SHEETS = {
  'tailwindcss@4.3.5': 'tailwindcss/preflight.css',
  'bootstrap@5.3.9': 'bootstrap/dist/css/bootstrap.css',
  '@picocss/pico@2.1.1': '@picocss/pico/css/pico.css',
  'bulma@1.0.4': 'bulma/css/bulma.css',
} as const

const folder = mkdtempSync(join(tmpdir(), 'styles-'))
beforeAll(() => {
  const names = Object.keys(SHEETS)
  try {
    const given = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...names]
    execFileSync('npm', given, { stdio: 'pipe' })
  } catch (error) {
    throw new Error(`The style sheets could not be installed: ${names.join(', ')}`, { cause: error })
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Only what is the page's to say of an article: its font, its colours and how wide its column is. */
const LIKE = 'body { font: 18px Georgia, serif; color: #222; background: #fff } main { inline-size: 600px; margin: 0 }'

const open = (css: string) =>
  article(`<main class="prose content entry-content"><h1>An article</h1><${TAG} lang="en"></${TAG}></main>`, {
    head: `<style>${css}</style><style>${LIKE.replaceAll(';', ' !important;').replaceAll(' }', ' !important }')}</style>${SCRIPT()}`,
  })

describe.each(Object.entries(SHEETS))('under %s', (_name, file) => {
  it('looks as without it, from the first question to the result', async () => {
    const seen: string[][] = []
    for (const css of ['', readFileSync(join(folder, 'node_modules', file), 'utf8')]) {
      const page = await open(css)
      await opened(page)
      seen.push(await looks(page))
      await enter(page)
      await answer(page, '2', VARIED)
      await result(page)
      seen.push(await looks(page))
    }
    const [first, last, firstUnder, lastUnder] = seen
    expect(firstUnder).toEqual(first)
    expect(lastUnder).toEqual(last)
  })
})
