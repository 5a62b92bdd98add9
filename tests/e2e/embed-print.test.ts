import { describe, expect, inject, it } from 'vitest'
import { answer, result, unfold, VARIED } from './browser.ts'
import { enter, onHosts, opened, TAG } from './host-page.ts'

const { article } = onHosts()
const BODY = (lang: string) => `<h1>Article</h1><p>Above</p><${TAG} lang="${lang}"></${TAG}><p>Below</p>`

/** What stands behind a link. */
const addressOf = (link: Element) => getComputedStyle(link, '::after').content

describe('a printed article', () => {
  it.each([
    ['en', 'Online, readers can take this questionnaire here: Leadership self-diagnostic.'],
    ['fr', 'En ligne, on peut répondre ici à ce questionnaire\u00a0: Autodiagnostic pour dirigeants.'],
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

  it('keeps no space where the diagnostic was never near', async () => {
    const page = await article(
      `<p style="block-size: 5000px">Above</p>${BODY('en').replace('></', '><a href="/own">Take it</a></')}`,
    )
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator(TAG).evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(60)
    const link = page.getByRole('link', { name: 'Take it' })
    expect(await link.isVisible()).toBe(true)
    expect(await link.evaluate(addressOf)).toBe('" /own"')
  })

  it('has a link where it was never near and the host has put none', async () => {
    const page = await article(`<p style="block-size: 5000px">Above</p>${BODY('fr')}`)
    await page.emulateMedia({ media: 'print' })
    const link = page.getByRole('link', { name: 'Ouvrir le diagnostic' })
    expect(await link.isVisible()).toBe(true)
    expect(await link.getAttribute('href')).toBe(inject('site'))
    expect(await link.evaluate(addressOf)).toBe(`" ${inject('site')}"`)
  })
})
