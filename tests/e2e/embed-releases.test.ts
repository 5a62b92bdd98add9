import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../src/build/embed-builds.ts'
import { carryReleases, framePage, readReleases, recordRelease } from '../../src/build/embed-releases.ts'
import { writeHeaders } from '../../src/build/headers.ts'
import { integrityOf } from '../../src/build/integrity.ts'
import { serveSite, type ServedSite } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { takeTexts } from '../../src/ui/locales/en/take.ts'
import { answer, result, VARIED } from './browser.ts'
import { enter, onHosts, opened, SCRIPT, TAG } from './host-page.ts'

const { article, origin, visit } = onHosts()
const NEXT = '9.0.1'
const { legend } = takeTexts.vantage
const CORRECTED = 'From where do you see the organisation?'

const root = mkdtempSync(join(tmpdir(), 'deploys-'))
const [first, second] = [join(root, 'first'), join(root, 'second')]
const [record, store] = [join(root, 'releases.json'), join(root, 'released.tar.br')]
const kept = { record, store }
let site: ServedSite
let served = ''

const isOfEmbed = (name: string) =>
  /^(embed[^/]*\.(js|css|html)|assets\/embed\/.*)$/.test(name) && !name.startsWith('embed-demo')
const textsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html)$/.test(name))
const namesIn = (folder: string) => textsIn(folder).filter(isOfEmbed)

/** A build of the next version, in which a text is corrected and each part has another name. */
function correct(folder: string): readonly string[] {
  const parts = namesIn(folder).filter((name) => name.startsWith('assets/'))
  const renamed = parts.map((name) => {
    const file = name.slice('assets/embed/'.length)
    return [file, file.replace(/\.(js|css)$/, '_.$1')] as const
  })
  for (const name of namesIn(folder)) {
    let text = readFileSync(join(folder, name), 'utf8')
      .replaceAll(legend, CORRECTED)
      .replaceAll(`-${version}.`, `-${NEXT}.`)
    for (const [before, after] of renamed) text = text.replaceAll(before, after)
    const after = renamed.find(([file]) => name.endsWith(`/${file}`))?.[1]
    const to = after ? `assets/embed/${after}` : name.replace(`-${version}.`, `-${NEXT}.`)
    writeFileSync(join(folder, name), text)
    renameSync(join(folder, name), join(folder, to))
  }
  return namesIn(folder)
}

/** Finishes a built folder as a build does. */
function finish(folder: string, of: string, names: readonly string[]): void {
  carryReleases({ folder, version: of, names, ...kept })
  const lines = Object.entries(readReleases(record).versions).map(([one, { frame }]) => [framePage(one), frame])
  writeHeaders({ folder, released: Object.fromEntries(lines) })
}

beforeAll(() => {
  writeFileSync(record, '{ "versions": {} }')
  for (const folder of [first, second])
    for (const name of [...textsIn(SITE), 'icon.svg', 'manifest.webmanifest', 'offline.json']) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      cpSync(join(SITE, name), join(folder, name))
    }
  const names = namesIn(first)
  finish(first, version, names)
  recordRelease({ folder: first, version, names, surface: [], ...kept })
  finish(second, NEXT, correct(second))
  recordRelease({
    folder: second,
    version: NEXT,
    names: namesIn(second).filter((name) => !name.includes(`-${version}.`)),
    surface: [],
    ...kept,
  })
})
afterAll(async () => {
  await site.stop()
  rmSync(root, { recursive: true })
})

/** Replaces everything that is served, as most hosts of static sites do. */
async function deploy(folder: string): Promise<void> {
  if (served === folder) return
  served = folder
  const port = site ? Number(new URL(site.address).port) : 0
  await site?.stop()
  site = await serveSite({ folder, port })
}

describe('two releases, with a deploy between them', () => {
  it.each([
    ['the file of a version', `embed-${version}.js`],
    ['the latest, in a page that was opened before', 'embed.js'],
  ])('an open page goes on to the result and beyond: %s', async (_name, file) => {
    await deploy(first)
    const after: string[] = []
    const page = await article(`<${TAG} lang="en"></${TAG}>`, {
      head: SCRIPT(site.address).replace('embed.js', file),
      allow: [site.address],
      // What is prepared while the reader answers comes from the first deploy, unless it cannot.
      before: (opening) => opening.addInitScript(() => (window.requestIdleCallback = () => 0)),
    })
    await opened(page)
    await enter(page)
    await answer(page, '2', '44')
    await deploy(second)
    page.on('response', (response) => after.push(`${response.status()} ${new URL(response.url()).pathname}`))
    await answer(page, VARIED[2]!, VARIED.slice(3))
    await result(page)
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    const asked = after.filter((line) => line.includes('/assets/embed/'))
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.filter((line) => !line.startsWith('200 '))).toEqual([])
  })

  it('each article has the version that it names, and the other the latest', async () => {
    await deploy(second)
    const says = async (file: string) => {
      const page = await article(`<${TAG} lang="en"></${TAG}>`, {
        head: SCRIPT(site.address).replace('embed.js', file),
        allow: [site.address],
      })
      await opened(page)
      return page.getByRole('group').first().locator('legend').innerText()
    }
    expect(await says(`embed-${version}.js`)).toBe(legend)
    expect(await says(`embed-standalone-${version}.js`)).toBe(legend)
    expect(await says(`embed-${NEXT}.js`)).toBe(CORRECTED)
    expect(await says('embed.js')).toBe(CORRECTED)
  })

  it('a frame of the earlier version runs under the policy that it was released with', async () => {
    await deploy(second)
    for (const [page, says] of [
      [framePage(version), legend],
      [framePage(NEXT), CORRECTED],
    ] as const) {
      const response = await fetch(site.address + page)
      const policy = response.headers.get('content-security-policy')
      expect(policy).toMatch(/script-src 'self' 'sha256-[^;]+; .*connect-src 'self'; .*frame-ancestors 'self'$/)
      const opening = await visit({ site: site.address, path: `${page}?lang=en`, until: 'load' })
      await opening.getByText(says).waitFor()
    }
  })

  it('every released file is there, byte for byte, and may be loaded and kept by every site', async () => {
    await deploy(second)
    const { files } = readReleases(record).versions[version]!
    const all = await Promise.all(
      Object.keys(files).map(async (name) => {
        const response = await fetch(site.address + name, { headers: { Origin: origin() } })
        return [name, integrityOf(new Uint8Array(await response.arrayBuffer())), response.headers] as const
      }),
    )
    expect(Object.fromEntries(all.map(([name, integrity]) => [name, integrity]))).toEqual(files)
    for (const [name, , headers] of all) {
      expect([name, headers.get('access-control-allow-origin')]).toEqual([
        name,
        name.startsWith('embed') || name.startsWith('assets') ? '*' : null,
      ])
      if (!name.endsWith('.html'))
        expect([name, headers.get('cache-control')]).toEqual([name, 'public, max-age=31536000, immutable'])
    }
    expect(all.length).toBeGreaterThan(60)
  })
})
