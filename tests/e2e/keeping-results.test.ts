import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { decodeResultCode, encodeResultCode } from '../../src/core/codes/result-code.ts'
import { writeMapping } from '../../src/core/files/mapping.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { SEVEN_KINDS } from '../fixtures/seven-kinds.ts'
import { PEOPLE, SURVEY_TABLES } from '../fixtures/survey-tables.ts'
import { answer, browsing, codeOf, CODES, heading, ready, result, sheetsOf, VARIED } from './browser.ts'

const { visit, tab: openTab } = browsing()
const NOTHING_SAID = writeMapping({
  format: 'leadership-diagnostic-mapping',
  formatVersion: 1,
  questionnaire: questionnaire.id,
  columns: [],
  cells: [],
  levels: [],
})
const OTHER = '335222143302433252132334424441'
const bare = (code: string) => code.replaceAll('-', '')
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }))
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

async function finished(keys = VARIED, options = {}) {
  const page = await visit(options)
  await answer(page, '1', keys)
  await result(page)
  await page.getByText('Code, QR picture and files').click()
  return page
}

/** The name and content of a download. */
async function download(page: Page, name: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, name)])
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
}

const openFile = (page: Page, name: string, content: string | Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

describe('a finished result', () => {
  it('has a code of 32 letters and digits in a link of its own, and both can be copied', async () => {
    const page = await finished(VARIED, { permissions: ['clipboard-read', 'clipboard-write'] })
    const code = await page.getByLabel('Result code').inputValue()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    expect(link).toBe(`${page.url().split('#')[0]}#r=${bare(code)}`)
    await press(page, 'Copy the result code')
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
    await press(page, 'Copy link')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  })

  it('selects what the browser would not copy, and says so', async () => {
    const page = await finished(VARIED, {
      before: (fresh: Page) =>
        fresh.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
    })
    await press(page, 'Copy the result code')
    await expect.poll(() => page.getByText('This browser did not allow the copy.').first().isVisible()).toBe(true)
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(
      await page.getByLabel('Result code').inputValue(),
    )
  })

  it('offers the share sheet where there is one', async () => {
    const page = await finished(VARIED, {
      before: (fresh: Page) =>
        fresh.addInitScript(() =>
          Object.defineProperty(navigator, 'share', {
            value: async (data: unknown) => ((window as unknown as { shared: unknown }).shared = data),
          }),
        ),
    })
    await press(page, 'Share the link')
    expect(await page.evaluate(() => (window as unknown as { shared: unknown }).shared)).toEqual({
      title: 'A result of the leadership self-diagnostic',
      url: await page.getByLabel('Link', { exact: true }).inputValue(),
    })
  })

  it('shows its link as a QR picture that a reader reads', async () => {
    const page = await finished()
    const picture = page.getByRole('img', { name: 'QR picture of the link to this result' })
    await picture.waitFor()
    const pixels = await picture.evaluate((svg) => {
      const modules = (svg as unknown as SVGSVGElement).viewBox.baseVal.width
      const scale = 4
      const side = modules * scale
      const canvas = new OffscreenCanvas(side, side)
      const context = canvas.getContext('2d')!
      context.scale(scale, scale)
      for (const shape of svg.children) {
        context.fillStyle = shape.getAttribute('fill')!
        const outline = new Path2D(shape.getAttribute('d') ?? `M0 0h${modules}v${modules}H0z`)
        context.fill(outline)
      }
      return { width: side, height: side, data: Uint8Array.from(context.getImageData(0, 0, side, side).data) }
    })
    expect(decodeQR(pixels)).toBe(await page.getByLabel('Link', { exact: true }).inputValue())
  })

  it('is kept with its date, named, opened, and outlives starting again', async () => {
    const page = await finished()
    const code = await page.getByLabel('Result code').inputValue()
    await press(page, 'Start again')
    await press(page, 'Begin anew')
    await page.getByRole('link', { name: 'Results: open, compare, delete' }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await page.getByLabel('Name').fill('Spring review')
    await page.getByLabel('Name').press('Tab')
    await expect.poll(() => page.getByRole('heading', { level: 2 }).first().textContent()).toBe('Spring review')
    await page.reload()
    await press(page, 'Open Spring review')
    await result(page)
    // The history holds no answers of a kept result.
    expect(page.url()).toContain('#r=~')
    expect(page.url()).not.toContain(bare(code))
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toBe(code)
    await expect.poll(() => page.getByText('“Spring review”, kept on this device').count()).toBe(1)
    await page.goBack()
    await press(page, 'Delete Spring review')
    await expect.poll(() => page.getByText('No result is kept in this browser yet').isVisible()).toBe(true)
    expect(await heading(page).evaluate((h1) => h1 === document.activeElement)).toBe(true)
  })

  it('is kept under its new answers when they are changed on the same day', async () => {
    const page = await finished()
    await press(page, 'All statements')
    await page.getByRole('button', { name: 'Work stands still' }).click()
    await page.keyboard.press('1')
    await press(page, 'See the result')
    await result(page)
    const { runs } = JSON.parse((await kept(page))['leadership-diagnostic.saved-runs']!)
    expect(runs.map(({ code }: { code: string }) => code)).toEqual([await page.getByLabel('Result code').inputValue()])
  })

  it('stays as it was when its answers are changed on another day', async () => {
    const page = await finished(VARIED, {
      isNew: true,
      before: (fresh: Page) => fresh.clock.install({ time: new Date('2026-08-20T09:00:00') }),
    })
    await press(page, 'Results on this device')
    await page.getByLabel('Name').fill('Baseline')
    await page.getByLabel('Name').press('Tab')
    await page.clock.setFixedTime(new Date('2026-11-22T09:00:00'))
    await press(page, 'Back to the diagnostic')
    await press(page, 'All statements')
    await page.getByRole('button', { name: 'Work stands still' }).click()
    await page.keyboard.press('1')
    await press(page, 'See the result')
    await result(page)
    await press(page, 'Results on this device')
    await page.getByRole('heading', { name: 'Baseline' }).waitFor()
    await expect
      .poll(() => page.locator('[role="main"] time').allTextContents())
      .toEqual(['22 November 2026', '20 August 2026'])
  })

  it('is deleted together with the run it belongs to', async () => {
    const page = await finished()
    await press(page, 'Results on this device')
    await press(page, 'Delete Leadership self-diagnostic')
    await page.getByText('Deleted.').first().waitFor()
    expect(Object.values(await kept(page)).join()).not.toContain('work-waits-for-approval')
    await press(page, 'Back to the diagnostic')
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
  })

  it('stays deleted when another tab has it open and gives no answer', async () => {
    const page = await finished()
    const other = await openTab(page, `#r=${bare(CODES.other)}`)
    await result(other)
    await press(page, 'Results on this device')
    await press(page, 'Delete everything on this device')
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await page.getByText('Everything the diagnostic kept').first().waitFor()
    // It leaves the screen by itself.
    await expect.poll(() => heading(other).textContent()).toBe('Where does strategy stop governing the work?')
    expect(await other.getByRole('radio', { checked: true }).count()).toBe(0)
    await expect.poll(() => kept(page)).toEqual({})
  })

  it('twice on one day with the same answers can be compared with a third', async () => {
    const page = await finished()
    for (const keys of [VARIED, OTHER]) {
      await press(page, 'Start again')
      await press(page, 'Begin anew')
      await answer(page, '1', keys)
      await result(page)
    }
    await press(page, 'Compare with another result')
    await page.getByRole('heading', { name: 'Compare with which result?' }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'seen from senior leadership' }).count()).toBe(2)
  })

  it('leaves alone what a later release has kept', async () => {
    const later = '{"format":2,"runs":[{"something":"else"}]}'
    const page = await finished(VARIED, {
      before: (fresh: Page) =>
        fresh.addInitScript((text) => localStorage.setItem('leadership-diagnostic.saved-runs', text), later),
    })
    await expect.poll(() => page.getByText('could not be put among the results').count()).toBe(1)
    expect((await kept(page))['leadership-diagnostic.saved-runs']).toBe(later)
  })

  it('says so where nothing can be kept, and still has its link', async () => {
    const page = await finished(VARIED, {
      before: (fresh: Page) =>
        fresh.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => null })),
    })
    await expect.poll(() => page.getByText('This browser keeps nothing for this page.').count()).toBe(1)
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toHaveLength(39)
  })

  it('can be deleted with everything else of the diagnostic, and nothing of the host’s', async () => {
    const page = await finished()
    await page.evaluate(() => localStorage.setItem('host.setting', 'stays'))
    await press(page, 'Results on this device')
    await press(page, 'Delete everything on this device')
    await page.getByRole('button', { name: 'Keep it' }).click()
    expect(Object.keys(await kept(page))).toHaveLength(4)
    await press(page, 'Delete everything on this device')
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect.poll(() => page.getByText('Everything the diagnostic kept').first().isVisible()).toBe(true)
    await expect.poll(() => kept(page)).toEqual({ 'host.setting': 'stays' })
    expect(await page.evaluate(() => [sessionStorage.length, document.cookie])).toEqual([0, ''])
    await press(page, 'Back to the diagnostic')
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
    await expect.poll(() => kept(page)).toEqual({ 'host.setting': 'stays' })
  })

  it('appears among the results of another tab', async () => {
    const page = await visit()
    const other = await openTab(page, '#results')
    await other.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await answer(page, '1', VARIED)
    await result(page)
    await other.getByText('seen from senior leadership').waitFor()
    await expect.poll(() => other.getByLabel('Name').count()).toBe(1)
  })
})

describe('a link', () => {
  it('shows a result as somebody’s and changes nothing that is kept', async () => {
    const page = await visit()
    await answer(page, '2', '445')
    const before = await kept(page)
    await page.goto(`${page.url().split('#')[0]}#r=${bare(CODES.varied)}`)
    await result(page)
    await expect.poll(() => page.getByText('This result came in a link or as a code.').isVisible()).toBe(true)
    await expect.poll(() => page.getByText('seen from senior leadership').first().isVisible()).toBe(true)
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toBe(CODES.varied)
    await expect.poll(() => kept(page)).toEqual(before)
    await press(page, 'Go to your own answers')
    await expect.poll(() => page.getByText('4 of 30', { exact: true }).count()).toBe(1)
  })

  it('leads whoever has no answers yet to the first question', async () => {
    const page = await visit({ path: `#r=${bare(CODES.varied)}` })
    await result(page)
    await press(page, 'Take it yourself')
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
    await expect.poll(() => kept(page)).toEqual({})
  })

  it('can be kept by whoever wants to', async () => {
    const page = await visit({ path: `#r=${bare(CODES.varied)}` })
    await result(page)
    await press(page, 'Keep it on this device')
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Kept on this device.')
    expect(Object.keys(await kept(page))).toEqual(['leadership-diagnostic.saved-runs'])
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Take it yourself')
    // Keeping somebody's result does not make it one's own.
    const list = await openTab(page, '#results')
    await list.getByText('Sent to you as a link or code').waitFor()
    await expect.poll(() => page.getByText('“You” in it is the person who answered.').first().isVisible()).toBe(true)
    await expect.poll(() => page.getByText('Your result ·').count()).toBe(0)
  })

  it.each([
    ['a full stop', '.'],
    ['a bracket', ')'],
    ['an encoded bracket', '%3E'],
    ['a parameter', '&utm_source=letter'],
  ])('opens with %s that a mail program left behind it', async (_name, rest) => {
    const page = await visit({ path: `#r=${bare(CODES.varied)}${rest}` })
    await result(page)
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toBe(CODES.varied)
  })

  it('opens with a place in it, and leads on without the place but with what is not its own', async () => {
    const page = await visit({ path: `#r=${bare(CODES.varied)}&at=signal-loss&utm_source=letter` })
    await result(page)
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toBe(CODES.varied)
    await page.getByRole('link', { name: 'Results: open, compare, delete' }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#results&utm_source=letter')
  })

  it('opens at a section that its address names without more, and keeps what is not its own', async () => {
    const page = await visit({ path: `#r=${bare(CODES.varied)}&signal-loss&utm_source=letter` })
    await page.locator('details[data-part="signal-loss"][open]').waitFor()
    await expect.poll(() => new URL(page.url()).hash).toBe(`#r=${bare(CODES.varied)}&at=signal-loss&utm_source=letter`)
    await page.evaluate(() => (location.hash = location.hash.replace('at=signal-loss', 'examine')))
    await page.locator('details[data-part="examine"][open]').waitFor()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).hash).toContain('at=signal-loss')
  })

  it('that is damaged says what to do, and can be put right there', async () => {
    const page = await visit({ path: `#r=${bare(CODES.varied).replace(/.$/, 'Z')}` })
    await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('group by group')
    const field = page.getByLabel('Result code or link')
    await field.fill(CODES.varied.toLowerCase().replaceAll('-', ' '))
    await field.press('Enter')
    await result(page)
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toBe(CODES.varied)
  })

  it.each([
    ['another questionnaire’s', '1ABCD', 'belongs to a questionnaire that this page does not have'],
    ['with a letter that no code has', 'U', '“U”, character 1 of the code'],
    ['empty', '', 'There is no code here.'],
    ['much too long', '0'.repeat(5000), 'much longer than a result code'],
  ])('that is %s is refused with a sentence', async (_name, start, sentence) => {
    const page = await visit({ path: `#r=${start === '1ABCD' ? foreign() : start}` })
    await expect.poll(() => page.getByRole('alert').first().textContent()).toContain(sentence)
  })
})

/** A valid code of a questionnaire that is not on the page. */
function foreign(): string {
  return bare(codeOf(VARIED, '2026-11-23', 'senior', 'somebody-elses'))
}

describe('a comparison', () => {
  it('of two kept runs says what moved, what changed, and which is which', async () => {
    const page = await finished(OTHER)
    await press(page, 'Start again')
    await press(page, 'Begin anew')
    await answer(page, '1', VARIED)
    await result(page)
    await press(page, 'Compare with another result')
    await page.getByRole('button', { name: 'seen from senior leadership' }).click()
    await page.getByRole('heading', { name: 'Answers that changed' }).waitFor()
    await expect
      .poll(() => heading(page).textContent())
      .toBe('Silence, Signal Loss and Organizational Friction are reported more often.')
    const row = page.getByRole('row', { name: /^Signal Loss/ })
    await expect
      .poll(() => row.getByRole('cell').allTextContents())
      .toEqual(['50 (36 – 64)', '61 (45 – 76)', '+11 (+4 to +17)', 'more'])
    const changed = page.getByRole('row', { name: /Progress reports to senior leaders/ })
    await expect
      .poll(() => changed.getByRole('cell').allTextContents())
      .toEqual(['Progress reports to senior leaders leave out what held the work back.', 'sometimes', 'often'])
    await page.goBack()
    await page.goBack()
    await result(page)
  })

  it('puts the earlier first, whichever was named first', async () => {
    const page = await visit({ path: `#compare=${bare(CODES.varied)},${bare(CODES.other)}` })
    await page.getByRole('heading', { name: 'Answers that changed' }).waitFor()
    await expect
      .poll(() => page.locator('dd').allTextContents())
      .toEqual(['24 February 2026, seen from senior leadership', '23 November 2026, seen from senior leadership'])
  })

  it('of two positions says that the difference may come from where they sit', async () => {
    const close = bare(codeOf(OTHER, '2026-11-20', 'close'))
    const page = await visit({ path: `#compare=${bare(CODES.varied)},${close}` })
    await page.getByRole('heading', { name: 'Answers that changed' }).waitFor()
    await expect.poll(() => page.getByText('The two were answered from different positions').isVisible()).toBe(true)
  })

  it('takes the other result from a pasted link', async () => {
    const page = await visit({ path: `#compare=${bare(CODES.varied)},` })
    await page.getByLabel('Result code or link').fill(`https://example.org/some/path#r=${bare(CODES.other)}`)
    await press(page, 'Open')
    await page.getByRole('heading', { name: 'Answers that changed' }).waitFor()
    expect(page.url()).toContain(`#compare=${bare(CODES.varied)},${bare(CODES.other)}`)
  })

  it('of a result with itself finds no change', async () => {
    const page = await visit({ path: `#compare=${bare(CODES.varied)},${bare(CODES.varied)}` })
    await page.getByRole('heading', { name: 'Answers that changed' }).waitFor()
    await expect.poll(() => heading(page).textContent()).toBe('Nothing clearly moved.')
    await expect.poll(() => page.getByText('No answer changed.').isVisible()).toBe(true)
  })
})

describe('files', () => {
  it.each([
    ['Answers (JSON)', 'json'],
    ['Answers (CSV)', 'csv'],
  ])('%s lead back to the same result', async (name, ending) => {
    const page = await finished()
    // Only from a result of one's own a check is made.
    const words = (await page.locator('article').getByRole('heading').allTextContents()).filter(
      (word) => word !== 'Check it with people close to the work',
    )
    const code = await page.getByLabel('Result code').inputValue()
    const file = await download(page, name)
    expect(file.name).toMatch(new RegExp(`^leadership-diagnostic-execution-gaps-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`))
    const elsewhere = await visit({ path: '#results' })
    await openFile(elsewhere, 'renamed.txt', file.content)
    await result(elsewhere)
    await expect.poll(() => elsewhere.getByLabel('Result code').inputValue()).toBe(code)
    await expect.poll(() => elsewhere.locator('article').getByRole('heading').allTextContents()).toEqual(words)
    await expect.poll(() => elsewhere.getByText('This result comes from a file.').isVisible()).toBe(true)
    await expect.poll(() => kept(elsewhere)).toEqual({})
  })

  it('of a survey tool are asked about where they are not certain, and opened with what was said of them', async () => {
    const { tool, text } = SURVEY_TABLES.find((one) => one.asks)!
    // With its first person alone.
    const table = text
      .trimEnd()
      .split('\r\n')
      .slice(0, 1 - PEOPLE.length)
      .join('\r\n')
    const judged = readResponses(table, questionnaire, { texts: [texts] })
    if (judged.ok || !judged.draft) throw new Error(`${tool} is not asked about`)
    const page = await visit({ path: '#results' })
    await openFile(page, 'export.csv', text)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('and what it means is not certain')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Choose the table and that file here')
    expect(await page.getByLabel('Result code or link').getAttribute('aria-invalid')).not.toBe('true')
    await openFile(page, 'export.csv', table)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('and what it means is not certain')
    const files = [table, writeMapping(mappingOf(judged.draft, questionnaire.id))].map((content, at) => ({
      name: `${at}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(content),
    }))
    await page.locator('input[type="file"]').setInputFiles(files)
    await result(page)
    const code = await page.getByLabel('Result code').inputValue()
    const read = decodeResultCode(code, [layoutOf(questionnaire)])
    expect(read).toMatchObject({ ok: true, coded: { answers: PEOPLE[0]!.answers } })
  })

  it.each([
    ['that only say what a table means', NOTHING_SAID, 'Choose the table and that file here together'],
    ['of something else', 'name,age\nX,3\n', 'No column is known as a statement of this questionnaire.'],
    ['that is empty', '', 'The file is empty.'],
    ['of broken JSON', '{"format": "leadership', 'is not a response of this diagnostic'],
    ['that reaches for prototypes', '{"__proto__": {"admin": true}}', 'something that does not belong there'],
    ['that is far too large', 'x'.repeat(200_000), 'The file is larger than 64 KB'],
  ])('%s are refused with a sentence', async (_name, content, sentence) => {
    const page = await visit({ path: '#results' })
    await page.getByRole('heading', { name: 'Open another result' }).waitFor()
    await openFile(page, 'file.json', content)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain(sentence)
  })

  it('include the picture as a slide', async () => {
    const page = await finished(VARIED, { colorScheme: 'dark' })
    const { name, content } = await download(page, 'Picture for a slide (PNG), which shows your answers')
    expect(name).toMatch(/\.png$/)
    expect(content.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)]
    expect([width, height]).toEqual([1600, 900])
    // Light paper in dark mode too, with ink of each concept on it.
    const colours = await page.evaluate(async (bytes) => {
      const picture = await createImageBitmap(new Blob([bytes]))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })!
      context.drawImage(picture, 0, 0)
      const { data } = context.getImageData(0, 0, picture.width, picture.height)
      const found = new Set<number>()
      for (let at = 0; at < data.length; at += 4) found.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
      return [0xfbf8f3, 0x76418f, 0x2456a4, 0xa34510].filter((colour) => found.has(colour))
    }, Uint8Array.from(content))
    expect(colours).toHaveLength(4)
  })
})

describe('on paper', () => {
  it.each([VARIED, '111111111111111111111111111111', '555115115155551555555151555555'])(
    'a result takes two or three pages of A4 and of Letter: %s',
    async (keys) => {
      const page = await finished(keys)
      for (const format of ['A4', 'Letter']) {
        const count = sheetsOf(await page.pdf({ format }))
        expect(count).toBeGreaterThanOrEqual(2)
        expect(count).toBeLessThanOrEqual(3)
      }
    },
  )

  it.each(['en', 'fr'])('a result with one thing that stands out takes two pages of A4: %s', async (language) => {
    const { response } = SEVEN_KINDS.find(({ name }) => name === 'friction in the middle')!
    const code = encodeResultCode(layoutOf(questionnaire), { ...response, completedOn: '2026-11-20' })
    const page = await visit({ path: `?lang=${language}#r=${code.replaceAll('-', '')}` })
    await page.locator('canvas[data-drawn]').waitFor()
    await page.locator('details[data-part="method"]').waitFor({ state: 'attached' })
    expect(sheetsOf(await page.pdf({ format: 'A4' }))).toBe(2)
  })

  it('the report has the label, the sentence, the pictures, the addresses, the day and the code', async () => {
    const page = await visit({ colorScheme: 'dark' })
    await page.getByLabel('Answering about').fill('The Northern division')
    await heading(page).click()
    await answer(page, '1', VARIED)
    await result(page)
    const code = await page.getByLabel('Result code').inputValue()
    const sentence = await heading(page).textContent()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const report = page.locator('article.paper')
    await report.waitFor()
    const text = (await report.innerText()).replaceAll(/\s+/g, ' ')
    for (const part of [
      'Answering about: The Northern division',
      sentence!.replaceAll(/\s+/g, ' '),
      'https://wattnext.ai/insights/what-causes-execution-gaps-between-strategy-and-day-to-day-work',
      code,
    ])
      expect(text).toContain(part)
    await expect.poll(() => report.locator('.stripe').count()).toBe(23)
    await expect.poll(() => report.locator('button, summary, input').count()).toBe(0)
    await expect.poll(() => page.locator('article:not(.paper)').isVisible()).toBe(false)
    const footer = await page.evaluate(() =>
      document.adoptedStyleSheets
        .flatMap(({ cssRules }) => [...cssRules])
        .map(({ cssText }) => cssText)
        .join(),
    )
    expect(footer).toContain(code)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => report.count()).toBe(0)
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  })
})

it('everything here is reached and left by keyboard alone', async () => {
  const page = await finished()
  const tabTo = async (name: string) => {
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      if (focused.startsWith(name)) return
    }
    throw new Error(`"${name}" is not reached`)
  }
  await tabTo('Compare with another result')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Compare with which result?' }).waitFor()
  expect(await heading(page).evaluate((h1) => h1 === document.activeElement)).toBe(true)
  await tabTo('Results on this device')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
  await tabTo('Open')
  await page.keyboard.press('Enter')
  await result(page)
  await page.reload()
  await ready(page)
  await result(page)
})
