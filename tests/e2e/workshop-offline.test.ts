import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sirv from 'sirv'
import { afterEach, describe, expect, it } from 'vitest'
import type { OfflineList } from '../../src/core/offline-list.ts'
import { parseHeaders } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { answer, browsing, INVITATION, progress, ready, result, VARIED } from './browser.ts'
import { textOf, toStage } from './workshop-page.ts'

let stop = () => undefined as void
// Before `browsing`, so that it runs after it: a page that is open still asks for files.
afterEach(() => stop())

const { visit } = browsing()
const UNDER = '/insights/diagnostic/'

/** The site under a path; `change` and `move` alter its files, and `gone` stops it. */
async function serve() {
  const changed = new Map<string, string>()
  const moved = new Map<string, string>()
  const rules = parseHeaders(readFileSync(join(SITE, '_headers'), 'utf8'))
  const files = sirv(SITE, {
    dev: true,
    setHeaders(response, path) {
      for (const { path: pattern, headers } of rules)
        if (pattern === path || (pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1))))
          for (const [name, value] of headers) response.setHeader(name, value)
    },
  })
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(UNDER.length).replace(/\?.*/, '')
    const elsewhere = moved.get(path)
    if (elsewhere !== undefined) return response.writeHead(301, { Location: `${UNDER}${elsewhere}` }).end()
    const text = changed.get(path)
    if (text !== undefined) return response.writeHead(text ? 200 : 503, { 'Content-Type': 'text/html' }).end(text)
    request.url = `/${(request.url ?? '').slice(UNDER.length)}`
    files(request, response, () => void response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no address')
  stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return {
    site: `http://localhost:${address.port}${UNDER}`,
    gone: () => stop(),
    change: changed.set.bind(changed),
    move: moved.set.bind(moved),
  }
}

const READY = 'This console is kept on this device: it opens without a network, too.'
const READY_IN_FRENCH = 'Cette page est conservée sur cet appareil : elle s’ouvre aussi sans réseau.'
const NOT_READY = 'This browser does not keep the console on this device.'

/** Whether the participant's page is kept with all its files. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = (await navigator.serviceWorker.getRegistration()) ?? {}
    return active?.state === 'activated' && (await caches.match(new URL('./', location.href).href)) !== undefined
  })

const traces = (page: Page) =>
  page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])

describe('without a network', () => {
  it('the console opens again, with the room, its presentation and its files', async () => {
    const { site, gone } = await serve()
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(READY).waitFor()
    gone()
    await page.goto(`${site}workshop.html?lang=en`)
    await ready(page)
    await page.getByText(READY).waitFor()
    await page.getByRole('button', { name: 'Open the sample room' }).click()
    await page.getByRole('heading', { name: 'Discuss first' }).waitFor()
    await page.getByRole('button', { name: 'Present to the room' }).click()
    await page.keyboard.press('PageDown')
    await page
      .getByRole('dialog')
      .getByRole('img', { name: /^Chart of scores/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await toStage(page, 'Take away')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV of what is shown' }).click()
    expect(await textOf(download)).toContain('signal-loss')
  })

  it('the console opens under the name that a server leads to, and under its own', async () => {
    const { site, gone, move } = await serve()
    move('workshop.html', 'workshop')
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(READY).waitFor()
    gone()
    for (const name of ['workshop.html', 'workshop']) {
      await page.goto(`${site}${name}?lang=en`)
      await ready(page)
      await expect.poll(() => page.getByText(READY).isVisible()).toBe(true)
    }
  })

  it('a workshop is set up in either language, with its link as a picture', async () => {
    const { site, gone } = await serve()
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(READY).waitFor()
    gone()
    await page.goto(`${site}workshop?lang=fr`)
    await ready(page)
    await page.getByRole('button', { name: 'Préparer un atelier' }).click()
    await page.getByLabel('Nom de l’atelier').fill('Usines du Nord')
    await page.getByRole('button', { name: 'Créer l’atelier' }).click()
    const picture = page.getByRole('img', { name: 'Code QR du lien pour les participants' })
    await expect.poll(() => picture.isVisible()).toBe(true)
  })

  it('a participant who has opened the link answers, hands over and reads the result', async () => {
    const { site, gone } = await serve()
    const page = await visit({ site, offline: true, path: `#${INVITATION}` })
    await expect.poll(() => isKept(page)).toBe(true)
    gone()
    await page.goto('about:blank')
    await page.goto(`${site}?from=mail#${INVITATION}`)
    await ready(page)
    await answer(page, '2', VARIED)
    await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
    await expect.poll(() => page.getByRole('img', { name: /QR picture/ }).isVisible()).toBe(true)
    await result(page)
  })
})

describe('a leader alone', () => {
  it('who began on one visit goes on without a network to the result, in either language', async () => {
    const { site, gone } = await serve()
    const page = await visit({ site, offline: true })
    await answer(page, '2', VARIED.slice(0, 3))
    await expect.poll(() => isKept(page), { timeout: 40_000 }).toBe(true)
    gone()
    await page.goto('about:blank')
    await page.goto(`${site}?lang=fr`)
    await ready(page)
    await page.getByText('4 sur 30', { exact: true }).waitFor()
    await page.goto(`${site}?lang=en`)
    await ready(page)
    for (const [index, key] of Array.from(VARIED.slice(3)).entries()) {
      await expect.poll(() => progress(page).textContent()).toBe(`${index + 4} of 30`)
      await page.keyboard.press(key)
    }
    await result(page)
  })
})

describe('with a network', () => {
  it('a new release is there at once, and the kept one where its server fails', async () => {
    const { site, change } = await serve()
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(READY).waitFor()
    const html = readFileSync(join(SITE, 'workshop.html'), 'utf8')
    change('workshop.html', html.replace('<html ', '<html data-release="next" '))
    await page.reload()
    await expect.poll(() => page.locator('html').getAttribute('data-release')).toBe('next')
    change('workshop.html', '')
    await page.reload()
    await ready(page)
    await expect.poll(() => page.locator('html').getAttribute('data-release')).toBeNull()
  })

  it('pages and files of two releases are never kept together', async () => {
    const { site, change } = await serve()
    const list = JSON.parse(readFileSync(join(SITE, 'offline.json'), 'utf8')) as OfflineList
    const workshop = { ...list.pages.workshop!, entry: 'assets/workshop-of-another-release.js' }
    change('offline.json', JSON.stringify({ ...list, pages: { ...list.pages, workshop } }))
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(NOT_READY).waitFor()
    expect(await page.evaluate(() => caches.match('./workshop.html').then((found) => found === undefined))).toBe(true)
  })

  it('two releases are kept and no more, and no address brings a copy of its own', async () => {
    const { site, change } = await serve()
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(READY).waitFor()
    const list = JSON.parse(readFileSync(join(SITE, 'offline.json'), 'utf8')) as OfflineList
    for (const release of ['second', 'third', 'fourth']) {
      change('offline.json', JSON.stringify({ ...list, release }))
      await page.goto(`${site}workshop.html?lang=${release === 'third' ? 'fr' : 'en'}`)
      const name = `leadership-diagnostic.pages ${UNDER} ${release}`
      await expect.poll(() => page.evaluate(() => caches.keys())).toContain(name)
      await ready(page)
      await page.getByText(release === 'third' ? READY_IN_FRENCH : READY).waitFor()
    }
    expect(await page.evaluate(() => caches.keys())).toEqual(
      ['third', 'fourth'].map((release) => `leadership-diagnostic.pages ${UNDER} ${release}`),
    )
    const addresses = await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[1]!)
      return (await cache.keys()).map(({ url }) => url)
    })
    const wanted = ['offline.json', list.pages.workshop!.page, ...list.pages.workshop!.files]
    expect(addresses.toSorted()).toEqual(wanted.map((file) => new URL(file, site).href).toSorted())
  })

  it('what is kept of a release that was withdrawn goes', async () => {
    const { site, change } = await serve()
    const list = readFileSync(join(SITE, 'offline.json'), 'utf8')
    const page = await visit({ site, offline: true, path: 'workshop.html?lang=en' })
    await page.getByText(READY).waitFor()
    const [first] = await page.evaluate(() => caches.keys())
    change('offline.json', JSON.stringify({ ...(JSON.parse(list) as OfflineList), release: 'withdrawn' }))
    await page.reload()
    await page.getByText(READY).waitFor()
    await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(2)
    change('offline.json', list)
    await page.reload()
    await page.getByText(READY).waitFor()
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([first])
  })

  it('deleting everything deletes the copy, and what serves it', async () => {
    const { site } = await serve()
    const page = await visit({ site, offline: true, path: `#${INVITATION}` })
    await expect.poll(() => isKept(page)).toBe(true)
    expect(await traces(page)).toEqual([1, 1])
    await page.evaluate(() => caches.open('somebody else’s'))
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('button', { name: 'Delete everything on this device' }).click()
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect.poll(() => traces(page)).toEqual([0, 1])
  })

  it('a leader alone keeps a copy once they have begun, and none after everything was deleted', async () => {
    const { site } = await serve()
    const page = await visit({ site, offline: true })
    expect(await traces(page)).toEqual([0, 0])
    await answer(page, '2', '4')
    await expect.poll(() => isKept(page), { timeout: 20_000 }).toBe(true)
    expect(await traces(page)).toEqual([1, 1])
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('button', { name: 'Delete everything on this device' }).click()
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect.poll(() => traces(page)).toEqual([0, 0])
  })

  it.each([
    ['before its list has come', 'here', 'offline.json', 'offline.json'],
    ['while its files are fetched', 'here', 'icon.svg', ''],
    ['before its list has come', 'in another tab', 'offline.json', 'offline.json'],
    ['while its files are fetched', 'in another tab', 'icon.svg', ''],
  ])('what is deleted %s, %s, stays deleted', async (_when, where, file, end) => {
    const { site } = await serve()
    let goOn = () => undefined as void
    const held = new Promise<void>((resolve) => (goOn = resolve))
    let asked = () => undefined as void
    const wanted = new Promise<void>((resolve) => (asked = resolve))
    const page = await visit({
      site,
      offline: true,
      path: `#${INVITATION}`,
      before: (fresh) =>
        fresh.context().route(`**/${file}`, async (route) => {
          asked()
          await held
          await route.continue()
        }),
    })
    await wanted
    const deleting = where === 'here' ? page : await page.context().newPage()
    if (where !== 'here') await deleting.goto(`${site}#results`, { waitUntil: 'commit' })
    else await page.getByRole('link', { name: /^Results/ }).click()
    await deleting.getByRole('button', { name: 'Delete everything on this device' }).click()
    await deleting.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await deleting.getByText('Everything the diagnostic kept').first().waitFor()
    await expect.poll(() => traces(page)).toEqual([0, 0])
    const last = page.waitForResponse(
      (response) => response.url() === site + end && response.request().resourceType() === 'fetch',
    )
    goOn()
    await last
    // As often as a copy takes to be entered and its worker to be registered, and more.
    for (let look = 0; look < 40; look++) expect(await traces(page)).toEqual([0, 0])
  })
})
