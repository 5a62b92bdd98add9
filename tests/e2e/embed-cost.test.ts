import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, it } from 'vitest'
import { QUESTIONNAIRES, questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { SITE } from '../../src/build/site.ts'
import { answer, result, VARIED } from './browser.ts'
import { enter, namesOn, noteEvents, onHosts, opened, TAG } from './host-page.ts'

const { article } = onHosts()
const ELEMENT = `<${TAG} lang="en"></${TAG}>`
const KB = 1024
/** What is asked for together with the first screen; the result's parts are fetched while somebody answers. */
const FIRST = /embed-app|embed-parts|take\.|\/(en|fr)-|agree/
const gzipped = (file: string) => gzipSync(readFileSync(join(SITE, file)), { level: 9 }).length

it('costs a page its first screen at once, and the budget of the first load from then on', async () => {
  const asked: string[] = []
  const untilShown: string[] = []
  let letGo = () => undefined as void
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const page = await article(ELEMENT, {
    before: async (opening) => {
      await noteEvents(opening)
      await opening.coverage.startJSCoverage()
      // What is fetched ahead comes once the first statement is there: it may have begun when that is seen.
      opening.on('request', (request) => request.resourceType() !== 'fetch' && asked.push(request.url()))
      opening.on('requestfinished', (request) => untilShown.push(request.url()))
      await opening.route(`${inject('site')}assets/**`, async (route) => {
        await held
        await route.continue()
      })
    },
  })
  await opened(page)
  const ofSite = (urls: readonly string[]) =>
    urls.filter((url) => url.startsWith(inject('site'))).map((url) => url.slice(inject('site').length))
  expect(ofSite(untilShown)).toEqual(['embed.js'])
  letGo()
  // All of it is there now, and none of it runs: most who read an article never answer.
  await expect.poll(() => namesOn(page)).toEqual(['ready'])
  const ran = (await page.coverage.stopJSCoverage())
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .map(({ url }) => url)
    .join()
  expect(ran).toContain('/embed-app-')
  expect(ran).not.toContain('/embed-parts-')
  // A press on a canonical answer that is over before the rest runs is told, and once.
  await page
    .locator('.in-host a[data-answer]')
    .first()
    .evaluate((link: HTMLElement) => {
      link.addEventListener('click', (event) => event.preventDefault())
      link.click()
    })
  expect(await namesOn(page)).toEqual(['ready', 'link'])
  await page.getByText('Close to the work').click()
  await page.getByText('1 of 30', { exact: true }).waitFor()
  const rest = ofSite(asked).filter((file) => file !== 'embed.js' && FIRST.test(file))
  const total = rest.reduce((sum, file) => sum + gzipped(file), 0)
  console.log(`Embed: ${gzipped('embed.js')} bytes until its first option, then ${(total / KB).toFixed(1)} KB`)
  expect(gzipped('embed.js')).toBeLessThan(12 * KB)
  expect(gzipped('embed-frame.js')).toBeLessThan(KB)
  // A questionnaire in a language costs every article one address, and the application is one more.
  const named = readFileSync(join(SITE, 'embed.js'), 'utf8').match(/import\("[^"]+"\)/g) ?? []
  const parts = questionnaireFolders().flatMap((id) =>
    readdirSync(join(QUESTIONNAIRES, id)).filter((file) => /^[a-z]{2}\.json$/.test(file)),
  )
  expect(named).toHaveLength(parts.length + 1)
  // What is asked for on the way to the next screen is counted, too.
  expect(rest.length).toBeGreaterThan(3)
  expect(total).toBeLessThan(36 * KB)
  // A list of Svelte's that nothing reads.
  expect(rest.map((file) => readFileSync(join(SITE, file), 'utf8')).join()).not.toContain('disableremoteplayback')
})

it('runs at once in a browser without links that only fetch a module', async () => {
  const page = await article(ELEMENT, {
    before: async (opening) => {
      await noteEvents(opening)
      // It takes them for links of a kind it has never heard of, and says so where it is asked.
      await opening.addInitScript(() => {
        const { setAttribute } = Element.prototype
        Element.prototype.setAttribute = function (name, value) {
          setAttribute.call(this, name, value === 'modulepreload' ? 'unheard-of' : value)
        }
        DOMTokenList.prototype.supports = () => false
      })
    },
  })
  await opened(page)
  await page.getByText('Close to the work').click()
  await expect.poll(() => namesOn(page)).toEqual(['ready', 'start'])
})

it.each([
  ['in English', ELEMENT],
  ['in French', `<${TAG} lang="fr"></${TAG}>`],
  ['with another questionnaire', `<${TAG} lang="fr" questionnaire="silence"></${TAG}>`],
])('asks for all that the first question needs before any of it is there, %s', async (_name, element) => {
  const needed: string[] = []
  const parts = `${inject('site')}assets/**`
  const page = await article(element, {
    before: async (opening) => void opening.on('request', (request) => needed.push(request.url())),
  })
  await opened(page)
  const asked: string[] = []
  let letGo = () => undefined as void
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const slow = await article(element, {
    before: (opening) =>
      opening.route(parts, async (route) => {
        asked.push(route.request().url())
        await held
        await route.continue()
      }),
  })
  const ofParts = needed.filter((url) => url.includes('/assets/'))
  expect(ofParts.length).toBeGreaterThan(2)
  await expect.poll(() => asked.toSorted()).toEqual(ofParts.toSorted())
  letGo()
  await opened(slow)
})

it.each([
  ['where it asks', '.in-host input', false],
  ['where it shows a result', '.brief figure .stripe', true],
])('gives back what it took, after fifty times there and gone, %s', async (_name, shown, isFinished) => {
  const page = await article(`<div id="place">${ELEMENT}</div>`)
  await opened(page)
  if (isFinished) {
    await enter(page)
    await answer(page, '2', VARIED)
    await result(page)
  }
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.enable')
  const comeAndGo = async (times: number) => {
    await page.evaluate(
      async ([html, selector, count]) => {
        const place = document.querySelector('#place')!
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
        for (let time = 0; time < Number(count); time++) {
          place.innerHTML = html!
          const isShown = () => place.firstElementChild?.shadowRoot?.querySelector(selector!)
          while (!isShown()) await frame()
          place.replaceChildren()
          await frame()
        }
      },
      [ELEMENT, shown, String(times)],
    )
    for (let turn = 0; turn < 4; turn++) await devtools.send('HeapProfiler.collectGarbage')
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    return { nodes, jsEventListeners, kilobytes: usedSize / KB }
  }
  const before = await comeAndGo(20)
  const after = await comeAndGo(50)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 10)
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners)
  // Each diagnostic that leaked would take ten kilobytes and more.
  expect(after.kilobytes).toBeLessThan(before.kilobytes + 300)
})
