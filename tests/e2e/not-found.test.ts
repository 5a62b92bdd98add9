import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { SITE } from '../../src/build/site.ts'
import { browsing, heading, INVITATION, ready, type Visit } from './browser.ts'
import { problemsInBoth } from './problems.ts'

const { visit, expectMessages } = browsing()
const NONE = 'There is no page at this address'
const REACHED = /the server was asked for it together with its code/

/** Opens an address that has no page; browsers write such an answer into the console. */
function lost(path: string, { site = inject('site'), locale = 'en-GB', ...more }: Visit = {}) {
  expectMessages(/status of 404/)
  return visit({ ...more, site, path, locale, until: 'load' })
}

const html = readFileSync(join(SITE, '404.html'), 'utf8')

it('the server says with its status that there is no page, and sends one that refers to no file', async () => {
  for (const path of ['nowhere', 'assets/nowhere.js', '%23r=1ABC', 'a/b/c']) {
    const { status, headers } = await fetch(`${inject('site')}${path}`)
    expect([path, status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      path,
      404,
      'text/html;charset=utf-8',
      'no-cache',
    ])
  }
  expect(await (await fetch(`${inject('site')}nowhere`)).text()).toBe(html)
  expect(html).not.toMatch(/(?:src|href)="(?!data:,|\.\/")/)
  expect(html.indexOf('http-equiv="Content-Security-Policy"')).toBeLessThan(html.indexOf('<style>'))
  expect(html).not.toMatch(/unsafe|\{[a-z]+\}/)
})

describe.each([
  ['at the root', 'site'],
  ['under a path', 'siteUnderPath'],
] as const)('a link whose "#" a mail filter has encoded, %s', (_where, served) => {
  it.each(['%23r=', '%2523r%3D', 'index.html%23r=', 'a/b/%23r=', 'a/b/c?x=y&r='])(
    'leaves the address bar and opens as intended: %s',
    async (path) => {
      const site = inject(served)
      const page = await lost(`${path}~1`, { site })
      expect(await heading(page).first().textContent()).toBe(NONE)
      await page.getByText(REACHED).waitFor()
      await expect.poll(() => page.url()).toBe(site)
      const link = page.getByRole('link', { name: 'Open the diagnostic' })
      await expect.poll(() => link.evaluate((one: HTMLAnchorElement) => one.href)).toBe(`${site}#r=~1`)
    },
  )

  it('takes part where it invites', async () => {
    const page = await lost(`%23${INVITATION}`, { site: inject(served) })
    await expect.poll(() => page.url()).toBe(inject(served))
    await page.getByRole('link', { name: 'Open the diagnostic' }).click()
    await ready(page)
    expect(new URL(page.url()).hash).toBe(`#${INVITATION}`)
  })
})

it('an address without a code stays, and is not said to have had one', async () => {
  const page = await lost('a/b', { site: inject('siteUnderPath') })
  const link = page.getByRole('link', { name: 'Open the diagnostic' })
  await expect.poll(() => link.evaluate((one: HTMLAnchorElement) => one.href)).toBe(inject('siteUnderPath'))
  expect(page.url()).toBe(`${inject('siteUnderPath')}a/b`)
  expect(await page.getByText(REACHED).isVisible()).toBe(false)
  await link.click()
  await ready(page)
})

it('is in French for those who read French, and axe finds nothing in it', async () => {
  const page = await lost('%23r=~1', { locale: 'fr-FR', colorScheme: 'dark' })
  expect(await heading(page).textContent()).toBe('Il n’y a pas de page à cette adresse')
  expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
    'fr',
    'Il n’y a pas de page à cette adresse',
  ])
  await page.getByText('a réécrit ce lien en chemin').waitFor()
  expect(await problemsInBoth(page)).toEqual([])
})
