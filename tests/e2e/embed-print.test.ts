import { describe, expect, inject, it } from 'vitest'
import { answer, result, unfold, VARIED } from './browser.ts'
import { enter, onHosts, opened, TAG } from './host-page.ts'

const { article } = onHosts()
const BODY = (lang: string) => `<h1>Article</h1><p>Above</p><${TAG} lang="${lang}"></${TAG}><p>Below</p>`

/** What stands behind a link. */
const addressOf = (link: Element) => getComputedStyle(link, '::after').content

describe('a printed article', () => {
  it.each([
    ['en', 'Readers can answer this online: Leadership self-diagnostic.'],
    ['fr', 'On peut y répondre en ligne\u00a0: Autodiagnostic pour dirigeants.'],
  ])('has a sentence and a link where nothing was answered, in %s', async (lang, sentence) => {
    const page = await article(BODY(lang))
    await opened(page)
    const paper = page.locator('.papered')
    await paper.waitFor({ state: 'attached' })
    expect(await paper.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('radio').count()).toBe(0)
    expect(await paper.textContent()).toContain(sentence)
    expect(await paper.getByRole('link').textContent()).toBe(inject('site'))
    const height = await page.locator(TAG).evaluate((element) => element.getBoundingClientRect().height)
    expect(height).toBeLessThan(120)
  })

  it('has the brief where there is a result, and nothing to press', async () => {
    const page = await article(BODY('en'))
    await opened(page)
    await enter(page)
    await answer(page, '2', VARIED)
    await result(page)
    await unfold(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.brief h1').isVisible()).toBe(true)
    expect(await page.locator('details.full').isVisible()).toBe(false)
    expect(await page.locator('.papered').isVisible()).toBe(false)
    // The names in the drawing can be pressed on a screen, and are words on paper.
    expect(await page.locator(`${TAG} button:not(figure *)`).filter({ visible: true }).allInnerTexts()).toEqual([])
  })

  it('has a sentence and a link where it was never near, and keeps no space', async () => {
    const page = await article(
      `<p style="block-size: 5000px">Above</p>${BODY('en').replace('></', '><a href="/own">Take it</a></')}${BODY('fr')}`,
    )
    const sentences = () =>
      page
        .locator('slot')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content.replaceAll('"', '')))
    expect(await sentences()).toEqual(['none', 'none'])
    await page.emulateMedia({ media: 'print' })
    const heights = await page.locator(TAG).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    expect(Math.max(...heights)).toBeLessThan(60)
    expect(await sentences()).toEqual(['Readers can answer this online: ', 'On peut y répondre en ligne\u00a0: '])
    const link = page.getByRole('link', { name: 'Take it' })
    expect(await link.isVisible()).toBe(true)
    expect(await link.evaluate(addressOf)).toBe('" /own"')
    // Where the host has put none.
    const own = page.getByRole('link', { name: 'Ouvrir le diagnostic' })
    expect(await own.count()).toBe(1)
    expect(await own.isVisible()).toBe(true)
    expect(await own.getAttribute('href')).toBe(inject('site'))
    expect(await own.evaluate(addressOf)).toBe(`" ${inject('site')}"`)
  })
})
