import { writeFileSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { VARIED } from '../e2e/browser.ts'
import { handOverCode, workshopFile } from '../fixtures/workshop.ts'

let page: WebDriver

beforeAll(async () => {
  const { browser, driver } = inject('webkit')!
  const options = { binary: browser, args: ['--automation'] }
  page = await new Builder()
    .usingServer(driver)
    .withCapabilities(new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }))
    .build()
})
afterAll(() => page.quit())

const said = (script: string) => page.executeScript<unknown>(`return ${script}`)
const poll = (script: string) => expect.poll(() => said(script), { timeout: 30_000 })
const HEADING = "document.querySelector('h1')?.innerText"
const SHOWN = 'document.body.innerText'

/** Opens a page of the site as a browser without anything kept, and notes what goes wrong in it. */
async function visit(path: string, isNew = true): Promise<void> {
  await page.get(`${inject('site')}favicon.ico`)
  if (isNew) await page.executeScript('localStorage.clear(); sessionStorage.clear()')
  await page.get(inject('site') + path)
  await poll("'ready' in document.documentElement.dataset").toBe(true)
  await page.executeScript(`
    window.wrong = []
    for (const name of ['error', 'unhandledrejection']) addEventListener(name, (event) => wrong.push(String(event.message ?? event.reason)))
    for (const level of ['error', 'warn']) console[level] = (...all) => wrong.push(all.join(' '))`)
}

afterEach(async () => {
  expect(await said('window.wrong ?? []')).toEqual([])
})

const press = async (css: string) => page.findElement(By.css(css)).click()
const pressNamed = async (name: string) =>
  page.findElement(By.xpath(`//*[self::button or self::a][normalize-space()="${name}"]`)).click()
const type = (keys: string) => page.actions().sendKeys(keys).perform()

/** Answers statements by number keys, each once it is there. */
async function answer(keys: string, from: number, to = keys.length): Promise<void> {
  for (let at = from; at < to; at++) {
    await poll("document.querySelector('.over')?.innerText ?? ''").toContain(`${at + 1} of 30`)
    await type(keys[at]!)
  }
}

it('leads from the first question to a result with its chart, and back to the last statement', async () => {
  await visit('?lang=en')
  await press('label:has([value="close"])')
  await answer(VARIED, 0, 3)
  await press('fieldset label:nth-of-type(2)')
  await poll("document.querySelector('.over').innerText").toContain('5 of 30')
  await poll('history.state?.screen').toBe('item-5')
  await page.navigate().back()
  await poll("document.querySelector('.over').innerText").toContain('4 of 30')
  await poll("document.querySelector('input:checked')?.value").toBe('2')
  await page.navigate().forward()
  await answer(VARIED, 4)
  await poll("document.querySelector('canvas')?.dataset.drawn !== undefined").toBe(true)
  await poll("document.querySelectorAll('.brief svg path').length").toBeGreaterThan(20)
  const headline = await said(HEADING)
  await page.navigate().refresh()
  await poll(HEADING).toBe(headline)
  await visit('?lang=en#results', false)
  await poll(SHOWN).toContain('Delete everything on this device')
  await poll('document.querySelectorAll(\'[role="main"] li\').length').toBe(1)
})

it('selects by arrow keys, and moves on by Enter', async () => {
  await visit('?lang=en')
  await press('label:has([value="middle"])')
  await poll('document.activeElement.tagName').toBe('H1')
  await type(Key.ARROW_DOWN)
  await type(Key.ARROW_DOWN)
  await poll("document.querySelector('input:checked')?.value").toBe('2')
  await poll("document.querySelector('.over').innerText").toContain('1 of 30')
  await type(Key.ENTER)
  await poll("document.querySelector('.over').innerText").toContain('2 of 30')
})

it('takes codes in, closes, and shows the room', async () => {
  await visit('workshop.html?lang=en')
  const file = join(mkdtempSync(join(tmpdir(), 'webkit-')), 'workshop.json')
  writeFileSync(file, workshopFile({}, { expected: [6, 6, 6] }))
  await page.findElement(By.css('input[type="file"]')).sendKeys(file)
  const box = "document.querySelector('textarea:not([readonly])')"
  await poll(`${box} !== null`).toBe(true)
  const codes = Array.from({ length: 18 }, (_, person) => handOverCode(person + 1)).join(' ')
  await page.findElement(By.css('textarea:not([readonly])')).sendKeys(codes)
  await pressNamed('Take in')
  await poll("document.querySelector('.total')?.innerText.replace(/\\s+/g, ' ')").toContain('18 responses in')
  await pressNamed('Close collection')
  await pressNamed('Close it')
  await poll(SHOWN).toContain('What the room sees')
  await poll(SHOWN).toContain('The distance')
})

it('stands in an article, in a shadow root of its own, and moves neither address nor history', async () => {
  const article = `<!doctype html><html lang="en"><title>Article</title><h1>Article</h1>
    <script type="module" src="${inject('site')}embed.js"></script><leadership-diagnostic lang="en"></leadership-diagnostic>`
  const host = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(article))
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening))
  await page.get(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
  const inside = "document.querySelector('leadership-diagnostic').shadowRoot"
  await poll(`${inside}?.querySelector('input[type="radio"]') !== null && ${inside} !== null`).toBe(true)
  const before = await said('history.length')
  // A click without a press, as assistive technology sends it, selects.
  await page.executeScript(`${inside}.querySelector('label').click()`)
  await poll(`${inside}.querySelector('input:checked') !== null || ${inside}.querySelector('fieldset') !== null`).toBe(
    true,
  )
  expect(await said('[location.hash, history.length]')).toEqual(['', before])
  host.close()
})
