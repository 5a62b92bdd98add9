import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { answer, browsing, codeOf, CODES, heading, result, VARIED } from './browser.ts'

const { visit, expectMessages } = browsing()

async function resultOf(vantage: string, keys: string, options = {}): Promise<Page> {
  const page = await visit(options)
  await answer(page, vantage, keys)
  if (/s/.test(keys)) await page.getByRole('button', { name: 'See the result' }).click()
  await result(page)
  return page
}

/** Keyed answers, one level for each concept in turn, then the lens. */
function keysFor(silence: string, signalLoss: string, friction: string, lens = '222222'): string {
  const levels: Record<string, string> = { silence, 'signal-loss': signalLoss, 'organizational-friction': friction }
  const turned = (level: string) => (/\d/.test(level) && level !== '0' ? String(6 - Number(level)) : level)
  const keys = questionnaire.items.map((item) => {
    if (!('concept' in item)) return ''
    const level = levels[item.concept]!
    return item.reversed ? turned(level) : level
  })
  return keys.join('') + lens
}

/** The first four statements of each concept, which is the least a score needs. */
function atMinimum(silence: string, signalLoss: string, friction: string): string {
  const seen: Record<string, number> = {}
  return [...keysFor(silence, signalLoss, friction)]
    .map((key, index) => {
      const item = questionnaire.items[index]!
      if (!('concept' in item)) return 's'
      seen[item.concept] = (seen[item.concept] ?? 0) + 1
      return seen[item.concept]! <= 4 ? key : 's'
    })
    .join('')
}

const section = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).locator('xpath=ancestor::details[1]')
const finding = (id: string) => texts.findings[id]!.text

describe('the result', () => {
  it('has its parts in order', async () => {
    const page = await resultOf('1', VARIED)
    await expect
      .poll(() => page.getByRole('heading', { level: 2 }).allTextContents())
      .toEqual([
        'Ask this week',
        'Examine',
        'Read',
        'Full reading',
        'The three scores',
        'Silence',
        'Signal Loss',
        'Organizational Friction',
        'Your explanation beside your answers',
        'What you could not see',
        'What to examine next',
        'Check it with people close to the work',
        'Look closer',
        'Keep it, or pass on every answer',
        'How this was scored, and what happens to your answers',
      ])
  })

  it('is folded under a line for each part, which opens by key and by its address', async () => {
    const page = await visit({ path: `#r=${CODES.varied.replaceAll('-', '')}` })
    const examine = page.locator('details[data-part="examine"]')
    const shown = () => page.locator('details[data-part][open]').count()
    await examine.waitFor()
    await expect.poll(shown).toBe(0)
    await expect.poll(() => examine.locator('summary .soft').textContent()).toMatch(/^First[,:] /)
    await examine.locator('summary').focus()
    await page.keyboard.press('Enter')
    await expect.poll(shown).toBe(1)
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Silence', exact: true }).click()
    await expect.poll(shown).toBe(2)
    expect(page.url()).toMatch(/#r=\w+&at=silence$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\s*Silence/)
    await page.reload()
    await expect.poll(shown).toBe(1)
  })

  it('offers at most three conditions that stand level, and follows the reader’s choice', async () => {
    const high: Record<string, number> = {
      'work-waits-for-approval': 5,
      'concern-dropped': 5,
      'defensible-option-chosen': 1,
      'doubts-disappear': 1,
      'agreed-then-different': 1,
    }
    const keys = questionnaire.items.map((item) => high[item.id] ?? ('concept' in item ? 3 : 2)).join('')
    const page = await visit({ path: `#r=${codeOf(keys, '2026-11-20')}` })
    const choice = page.getByRole('group', { name: 'Two equals. Which can you change?' })
    await expect.poll(() => choice.getByRole('radio').count()).toBe(2)
    await expect.poll(() => page.getByText(texts.constraints['approvals']!.examine).first().isVisible()).toBe(true)
    await choice.getByRole('radio', { name: 'Response to concerns' }).check()
    await expect.poll(() => page.getByText(texts.constraints['response']!.examine).first().isVisible()).toBe(true)
    await expect
      .poll(() =>
        page.getByRole('group', { name: 'Which can you change?' }).getByRole('radio', { checked: true }).count(),
      )
      .toBe(1)
  })

  it('reads differently for markedly different answers', async () => {
    const silence = await resultOf('1', keysFor('5', '3', '3'))
    await expect.poll(() => heading(silence).textContent()).toMatch(/^What people know stays unsaid: /)
    const friction = await resultOf('3', keysFor('3', '3', '5'))
    await expect
      .poll(() => heading(friction).textContent())
      .toMatch(/^Decisions are stopped on their way to the work: /)
    const level = await resultOf('2', VARIED)
    await expect.poll(() => heading(level).textContent()).toMatch(/^(Three|Two of three) places to begin: /)
  })

  it('never reassures senior leadership about a quiet reading', async () => {
    const page = await resultOf('1', keysFor('1', '1', '1'))
    await expect.poll(() => heading(page).textContent()).toBe(finding('little-reported-from-the-top'))
    await expect.poll(() => page.getByText(finding('quiet-from-the-top')).isVisible()).toBe(true)
    await expect.poll(() => page.getByText(finding('clear-from-the-top')).isVisible()).toBe(true)
  })

  it('shows a contradiction with the statements it rests on', async () => {
    const page = await resultOf('2', keysFor('4', '3', '4', '445444'))
    const part = section(page, 'Your explanation beside your answers')
    await expect.poll(() => part.getByText(finding('accountability-against-risk')).isVisible()).toBe(true)
    await expect.poll(() => part.getByText(texts.items['candour-cost-someone']!.text).first().isVisible()).toBe(true)
  })

  it('lists no statement and no canonical answer twice in one part', async () => {
    const page = await resultOf('1', `0000${keysFor('4', '4', '4', '545545').slice(4)}`)
    const parts = page.locator('details[data-part]')
    for (const id of ['accountability-against-risk', 'communication-against-override'])
      await expect.poll(() => parts.getByText(finding(id)).count()).toBe(1)
    const named = await parts.evaluateAll((details) =>
      details.map((part) => ({
        statements: [...part.querySelectorAll('.answers span')].map(({ textContent }) => textContent),
        links: [...part.querySelectorAll<HTMLElement>('[data-answer]')].map(({ dataset }) => dataset['answer']),
      })),
    )
    for (const { statements, links } of named) {
      expect(new Set(statements).size).toBe(statements.length)
      expect(new Set(links).size).toBe(links.length)
    }
  })

  it('links only to published canonical answers, safely in a new tab, each with why', async () => {
    const page = await resultOf('1', VARIED)
    const links = page.locator('article a[target]')
    const published = new Map(canonicalAnswers.map(({ url, title }) => [url, title]))
    await expect.poll(() => links.count()).toBeGreaterThan(5)
    for (const link of await links.all()) {
      const address = (await link.getAttribute('href'))!
      await expect.poll(() => link.textContent()).toBe(`${published.get(address)} (opens in a new tab)`)
      await expect.poll(() => link.getAttribute('target')).toBe('_blank')
      await expect.poll(() => link.getAttribute('rel')).toContain('noopener')
    }
  })

  it('changes a stripe of the signal path with the answer it stands for', async () => {
    const page = await resultOf('1', VARIED)
    const lost = page.locator('.leaves.up .stripe')
    const before = await lost.count()
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: /^Senior leaders judge the work/ }).click()
    await page.keyboard.press('1')
    await page.getByRole('button', { name: 'See the result' }).click()
    await result(page)
    expect(await lost.count()).toBe(before - 1)
  })

  it('has a stripe for each statement that was given an option, and lists all 24 by keys alone', async () => {
    const page = await resultOf('1', VARIED)
    await expect.poll(() => page.locator('.stripe').count()).toBe(23)
    const parts = page.locator('.drawing button')
    await parts.first().focus()
    let listed = 0
    for (let part = 0; part < (await parts.count()); part += 1) {
      await page.keyboard.press('Enter')
      await expect.poll(() => parts.nth(part).getAttribute('aria-expanded')).toBe('true')
      listed += await page.locator('figure section li').count()
      if (part < (await parts.count()) - 1) await page.keyboard.press('Tab')
    }
    expect(listed).toBe(24)
  })

  it('gives both pictures a text that says the same', async () => {
    const page = await resultOf('1', VARIED)
    const pictures = page.getByRole('img')
    const labels = await pictures.evaluateAll((list) => list.map((picture) => picture.getAttribute('aria-label')))
    expect(labels).toEqual([
      expect.stringMatching(
        /^Drawing of your answers\. What is heard: \d+ of the \d+ you can see pass, \d kept back \(/,
      ),
      expect.stringMatching(/^Chart of the scores with their bands\. Silence: \d+, 80 % band \d+ – \d+/),
    ])
    await page.getByText('The scores as a table').click()
    await expect.poll(() => page.getByRole('row', { name: /^Silence \d+ \d+ – \d+ 8 \/ 8$/ }).count()).toBe(1)
  })
})

describe('a result whose chart cannot be loaded', () => {
  it('has everything else, with the table in its place', async () => {
    expectMessages(/draw-score-chart|Failed to load resource/)
    const page = await visit({
      path: `#r=${CODES.varied.replaceAll('-', '')}`,
      before: (opened) => opened.route('**/draw-score-chart*.js', (route) => route.abort()),
    })
    await page.getByText('The chart could not be loaded. Its figures are in the table.').waitFor()
    await expect.poll(() => page.getByRole('row', { name: /^Silence \d+ \d+ – \d+ 8 \/ 8$/ }).isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('heading', { name: 'How this was scored' }).isVisible()).toBe(true)
    await expect.poll(() => page.locator('.stripe').count()).toBeGreaterThan(0)
  })
})

describe('a result whose chart cannot be drawn', () => {
  it.each([
    ['nothing to draw on', () => null],
    [
      'a canvas that fails',
      () => {
        throw new Error('no canvas')
      },
    ],
  ])('has the table in its place: %s', async (_name, context) => {
    const page = await visit({
      path: `#r=${CODES.varied.replaceAll('-', '')}`,
      viewport: { width: 390, height: 844 },
      before: (opened) =>
        opened.addInitScript(`{
          const other = HTMLCanvasElement.prototype.getContext
          HTMLCanvasElement.prototype.getContext = function (...kind) {
            return this.closest('figure .canvas') ? (${context})() : other.apply(this, kind)
          }
        }`),
    })
    await page.getByText('The chart could not be loaded. Its figures are in the table.').waitFor()
    const row = page.getByRole('row', { name: /^Silence \d+ \d+ – \d+ 8 \/ 8$/ })
    await expect.poll(() => row.isVisible()).toBe(true)
    await expect.poll(() => page.locator('figure canvas').count()).toBe(0)
  })
})

describe('where a browser gives no canvas', () => {
  const NONE = 'HTMLCanvasElement.prototype.getContext = () => null'

  it('a result that was answered there has its picture, and the table in the place of the chart', async () => {
    const page = await visit({ before: (opened) => opened.addInitScript(NONE) })
    // The rehearsal of the chart comes in the pauses.
    const fetched = page.waitForResponse(/draw-score-chart/)
    await answer(page, '2', VARIED.slice(0, 5))
    await fetched
    await answer(page, VARIED.slice(5, 6), VARIED.slice(6))
    await result(page)
    await page.getByText('The chart could not be loaded. Its figures are in the table.').waitFor()
    await expect.poll(() => page.locator('.stripe').count()).toBeGreaterThan(0)
  })

  it('a report on paper has the table in the place of the chart', async () => {
    const page = await visit({ path: `#r=${CODES.varied.replaceAll('-', '')}` })
    await page.locator('canvas[data-drawn]').waitFor()
    await page.evaluate(NONE)
    await page.emulateMedia({ media: 'print' })
    await page.locator('.paper table').waitFor()
    expect(await page.locator('.paper canvas').count()).toBe(0)
    expect(await page.locator('.paper .stripe').count()).toBeGreaterThan(0)
  })
})

describe('the table of scores', () => {
  it.each([
    ['en', 320],
    ['en', 390],
    ['fr', 320],
    ['fr', 390],
  ])('breaks no word in %s at %i px, nor leaves the page', async (language, width) => {
    expectMessages(/draw-score-chart|Failed to load resource/)
    const page = await visit({
      path: `?lang=${language}#r=${CODES.varied.replaceAll('-', '')}`,
      viewport: { width, height: 844 },
      before: (opened) => opened.route('**/draw-score-chart*.js', (route) => route.abort()),
    })
    const table = page.locator('figure table')
    await table.waitFor()
    const broken = await table.locator('th, td').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const text = cell.firstChild
        return [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange()
          range.setStart(text!, index)
          range.setEnd(text!, index + word.length)
          return range.getClientRects().length > 1 ? [word] : []
        })
      }),
    )
    expect(broken).toEqual([])
    expect(await table.getByRole('columnheader').count()).toBe(4)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})

describe('answers at an edge', () => {
  it.each<[string, string, string | RegExp, string[]]>([
    [
      'nothing could be seen',
      keysFor('0', '0', '0', '000000'),
      'hardly-anything-visible',
      ['No score: 0 of 8 statements were answered'],
    ],
    [
      'one statement was answered',
      `4${'s'.repeat(29)}`,
      'nothing-to-score',
      ['23 statements about the organisation were left open. They count neither way.'],
    ],
    [
      'one concept has too little',
      keysFor('0', '4', '2'),
      'Signals are lost on their way up: reports leave out what hinders work, and more certainty is reported than exists.',
      ['No score: 0 of 8 statements were answered'],
    ],
    [
      'everything is at the lower end',
      keysFor('1', '1', '1', '111111'),
      'little-reported',
      ['at the end of the scale', 'None of your answers points to it above “sometimes”.'],
    ],
    [
      'everything is at the upper end',
      keysFor('5', '5', '5', '555555'),
      'everything-reported',
      ['at the end of the scale'],
    ],
    [
      'nothing was answered beyond the minimum',
      atMinimum('4', '2', '3'),
      /^Three of \w+ places to begin: /,
      [
        'Partial: fewer than four in five of its statements were answered.',
        '12 statements about the organisation were left open.',
      ],
    ],
    [
      'one answer was given throughout',
      '4'.repeat(30),
      'one-answer-throughout',
      ['You gave the same answer to many statements in a row'],
    ],
  ])('read well where %s', async (_name, keys, headline, sentences) => {
    const page = await resultOf('2', keys)
    const expected = typeof headline === 'string' ? (texts.findings[headline]?.text ?? headline) : headline
    await expect.poll(() => heading(page).textContent()).toMatch(expected)
    for (const sentence of sentences) expect(await page.getByText(sentence).first().isVisible()).toBe(true)
    await expect.poll(() => page.locator('article').textContent()).not.toMatch(/undefined|NaN|null|Infinity/)
  })
})

describe('on paper', () => {
  it('is ink on white without interface, from dark mode too, charts included', async () => {
    const page = await resultOf('1', VARIED, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const look = () =>
      page.evaluate(() => {
        const style = getComputedStyle(document.body)
        return {
          ink: style.color,
          paper: style.backgroundColor,
          buttons: [...document.querySelectorAll('button')].filter((button) => button.checkVisibility()).length,
        }
      })
    await expect.poll(look).toEqual({ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)', buttons: 0 })
    await expect
      .poll(() =>
        page.evaluate(() => {
          const drawn = document.querySelector('canvas')!
          const canvas = new OffscreenCanvas(drawn.width, drawn.height)
          const context = canvas.getContext('2d', { willReadFrequently: true })!
          context.drawImage(drawn, 0, 0)
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
          let darkest = 255
          for (let at = 0; at < data.length; at += 4)
            if (data[at + 3]! > 200) darkest = Math.min(darkest, data[at]! + data[at + 1]! + data[at + 2]!)
          return darkest
        }),
      )
      .toBeLessThan(60)
  })
})
