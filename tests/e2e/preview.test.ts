import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { inlineHashes } from '../../src/build/headers.ts'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { SITE } from '../../src/build/site.ts'
import { describeRoomRule } from '../../src/ui/preview/describe-room-rule.ts'
import { nameLevels } from '../../src/core/questionnaire/placeholders.ts'
import { setUpTexts as english } from '../../src/ui/locales/en/console-set-up.ts'
import { setUpTexts as french } from '../../src/ui/locales/fr/console-set-up.ts'
import { canonicalAnswers, soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { browsing } from './browser.ts'

const { visit } = browsing()

const questionnaires = questionnaireFolders().map(soundQuestionnaire)

/** Every text below a value, with white space as a page shows it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.replaceAll(/[ \n\t]+/g, ' ').trim()]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The page's texts in one language, element by element. */
const shownIn = (page: Page, language: string) =>
  page
    .locator(`dd [lang="${language}"]`)
    .evaluateAll((elements) => elements.map((element) => (element.textContent ?? '').trim()))

describe.each(questionnaires.map((checked) => [checked.questionnaire.id, checked] as const))(
  'the preview of %s',
  (id, { questionnaire, texts }) => {
    it('shows every text of it in every language', async () => {
      const page = await visit({ path: `preview.html?q=${id}` })
      for (const [language, own] of Object.entries(texts)) {
        const shown = new Set(await shownIn(page, language))
        const { $schema: _, concepts, room = {}, ...others } = own
        const { defaultLevels } = language === 'fr' ? french : english
        const names = { top: defaultLevels[0]!, work: defaultLevels.at(-1)! }
        const missing = [
          ...textsIn(others),
          ...textsIn(room).map((text) => nameLevels(text, names)),
          ...Object.values(concepts).flatMap(({ name, about, facets }) => textsIn([name, about, facets])),
        ].filter((text) => !shown.has(text))
        expect(missing).toEqual([])
        for (const { drawn } of Object.values(concepts))
          expect([...shown].filter((text) => /\d/.test(text) && text.toLowerCase().includes(drawn))).not.toEqual([])
      }
      await expect.poll(() => page.getByText('missing', { exact: true }).count()).toBe(0)
    })

    const entriesOf = (page: Page, section: string) =>
      page.locator(`section[aria-labelledby^="${section}"] h3`).evaluateAll((all) => all.map((h) => h.textContent))
    /** The facts beside a label in the entries of a section. */
    const factsOf = (page: Page, section: string, label: string) =>
      page.locator(`section[aria-labelledby^="${section}"] dt:text-is("${label}") + dd`).allTextContents()

    it('shows its statements in the order they are asked, and every finding with its rule', async () => {
      const page = await visit({ path: `preview.html?q=${id}` })
      expect(await entriesOf(page, 'items')).toEqual(
        questionnaire.items.map((item, index) => `${index + 1}. ${item.id}`),
      )
      const findings = await entriesOf(page, 'findings')
      expect(findings.toSorted()).toEqual(questionnaire.findings.map((one) => one.id).toSorted())
      const rules = await factsOf(page, 'findings', 'Shown')
      expect(rules).toHaveLength(questionnaire.findings.length)
      for (const rule of rules) expect(rule).toMatch(/^(Always|When .+)\.$/)
    })

    it('shows every finding about a room in its order, with its part, its rule and the answers it points to', async () => {
      const page = await visit({ path: `preview.html?q=${id}` })
      const findings = questionnaire.room ?? []
      expect(await entriesOf(page, 'room')).toEqual(findings.map((finding) => finding.id))
      const parts = await factsOf(page, 'room', 'Part')
      expect(parts).toHaveLength(findings.length)
      const rules = await factsOf(page, 'room', 'Shown')
      expect(rules).toEqual(findings.map(({ when }) => describeRoomRule(when, questionnaire)))
      for (const rule of rules) expect(rule).toMatch(/^(Always|When .+)\.$/)
      for (const { id: finding, answers = [] } of findings) {
        const shown = await page.locator(`#room-${finding} + dl dt:text-is("Answers") ~ dd`).allTextContents()
        expect(shown).toEqual(answers.map((slug) => canonicalAnswers.find((answer) => answer.slug === slug)?.title))
      }
    })
  },
)

it('draws each concept as it stands in the drawing', async () => {
  const page = await visit({ path: 'preview.html?q=silence' })
  expect(await shownIn(page, 'en')).toContain('3 of 4 raised in vain')
})

it('says what the interface says where nothing, one statement or all are out of sight', async () => {
  const page = await visit({ path: 'preview.html?q=silence' })
  const shown = await shownIn(page, 'en')
  for (const text of [
    'None of the statements.',
    'You chose “can’t see” for 1 of 12 statements about the organisation. That is an answer in itself: it shows what does not reach your position.',
    'You chose “can’t see” for 12 of 12 statements about the organisation. That is an answer in itself: it shows what does not reach your position.',
    'One statement about the organisation was left open. It counts neither way.',
    'No score: 1 of 4 statements was answered, and a score needs half of them and at least three.',
    'These answers point to no single reason: what is raised in vain, held back with care and handled out of sight stands level.',
  ])
    expect(shown).toContain(text)
  expect(shown.filter((text) => text.includes('Partial: fewer than four in five'))).not.toEqual([])
  for (const end of ['Score 0 of 100', 'Score 100 of 100'])
    expect(shown.filter((text) => text.includes(`${end}, at the end of the scale`))).not.toEqual([])
})

it('narrows to the entries that contain a word, and says how many', async () => {
  const page = await visit({ path: 'preview.html?q=silence' })
  const field = page.getByRole('searchbox', { name: 'Show only entries that contain' })
  await field.fill('People who raised a concern are LEFT')
  await expect.poll(() => page.locator('h3').allTextContents()).toEqual(['1. left-waiting'])
  await page
    .getByRole('status')
    .getByText(/^1 of \d+ entries$/)
    .waitFor()
  await field.fill('xyzzy')
  await page.getByText('No entry contains this.').waitFor()
  await expect.poll(() => page.locator('h3').count()).toBe(0)
  await field.fill('')
  await expect.poll(() => page.locator('h3').count()).toBeGreaterThan(18)
})

it('leads to every questionnaire, and says when there is none of a name', async () => {
  const page = await visit({ path: 'preview.html?q=nothing-of-the-kind' })
  await page.getByText('There is no questionnaire “nothing-of-the-kind”').waitFor()
  const links = page.getByRole('navigation', { name: 'Questionnaires' }).getByRole('link')
  await expect.poll(() => links.count()).toBe(questionnaires.length)
  await page.getByRole('link', { name: 'Silence in depth' }).click()
  await page.getByRole('heading', { level: 1, name: 'Silence in depth' }).waitFor()
  await expect.poll(() => page.locator('[aria-current="page"]').textContent()).toBe('Silence in depth')
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('has no problem that axe can find', async () => {
    const page = await visit({ colorScheme, path: 'preview.html?q=silence' })
    await page.evaluate(axe.source)
    const problems = await page.evaluate(async () => {
      const { axe: tool } = window as unknown as { axe: typeof axe }
      const { violations } = await tool.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    })
    expect(problems).toEqual([])
  })
})

it.each(questionnaires.map(({ questionnaire }) => questionnaire.id))(
  'fits a window of 320 pixels with %s',
  async (id) => {
    const page = await visit({ viewport: { width: 320, height: 256 }, path: `preview.html?q=${id}` })
    const wide = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('body *')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > 321)
        .map((element) => element.outerHTML.slice(0, 120)),
    ])
    expect(wide).toEqual([320])
  },
)

it('puts the languages side by side where there is room, and one below the other where there is not', async () => {
  const page = await visit({ path: 'preview.html?q=silence' })
  const places = () =>
    page.locator('#item-left-waiting + dl .row:first-child dd').evaluateAll((all) =>
      all.map((element) => {
        const { left, top } = element.getBoundingClientRect()
        return { left, top }
      }),
    )
  const [en, fr] = await places()
  expect(fr!.left).toBeGreaterThan(en!.left)
  expect(fr!.top).toBe(en!.top)
  await page.setViewportSize({ width: 600, height: 800 })
  const [above, below] = await places()
  expect(below!.left).toBe(above!.left)
  expect(below!.top).toBeGreaterThan(above!.top)
})

describe('as built', () => {
  const preview = readFileSync(join(SITE, 'preview.html'), 'utf8')

  it('asks search engines to pass it over, and is not served with another page’s parts', async () => {
    expect(preview).toContain('<meta name="robots" content="noindex"')
    const scripts = (html: string) => [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file)
    const first = scripts(readFileSync(join(SITE, 'index.html'), 'utf8'))
    expect(first).not.toEqual([])
    expect(first.join()).not.toMatch(/preview/)
    expect(scripts(preview).filter((file) => first.includes(file))).toEqual([])
  })

  it('carries a script and styles that the headers allow by their hash', async () => {
    const { scripts, styles } = inlineHashes(preview)
    expect([scripts.length, styles.length]).toEqual([1, 1])
    const policy = (await fetch(`${inject('site')}preview.html`)).headers.get('content-security-policy')
    for (const hash of [...scripts, ...styles]) expect(policy).toContain(hash)
  })
})
