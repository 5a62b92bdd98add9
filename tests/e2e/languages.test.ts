import { describe, expect, it } from 'vitest'
import { answer, browsing, CODES, heading, pressAll, ready, result, VARIED } from './browser.ts'
import { problems } from './problems.ts'

const { visit, expectMessages } = browsing()
const QUESTION = 'Where does strategy stop governing the work?'

describe('the language', () => {
  it('is the browser’s, without English shown first', async () => {
    const shown: string[] = []
    const page = await visit({
      locale: 'fr-CA',
      before: async (fresh) => {
        await fresh.exposeFunction('seen', (text: string) => shown.push(text))
        await fresh.addInitScript(() => {
          const look = () => {
            const h1 = document.querySelector('h1')
            const isSeen = h1?.checkVisibility({ visibilityProperty: true })
            if (isSeen) (window as unknown as { seen: (text: string) => void }).seen(h1?.textContent ?? '')
            requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        })
      },
    })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
    await expect.poll(() => shown.length).toBeGreaterThan(0)
    expect(shown).not.toContain(QUESTION)
  })

  it('is the one that the address names, whatever the browser speaks', async () => {
    const french = await visit({ path: '?lang=fr' })
    expect(await french.evaluate(() => document.documentElement.lang)).toBe('fr')
    const english = await visit({ locale: 'fr-FR', path: '?lang=en' })
    await expect.poll(() => heading(english).textContent()).toBe(QUESTION)
  })

  it('is English where nobody’s wish can be met', async () => {
    const page = await visit({ locale: 'ja-JP' })
    await expect.poll(() => heading(page).textContent()).toBe(QUESTION)
  })

  it('that cannot be loaded is said so, and the page is not left silent', async () => {
    expectMessages(/ERR_FAILED|Failed to fetch/)
    const page = await visit({
      path: '?lang=fr',
      until: 'load',
      before: (fresh) => fresh.route('**/take.fr-*.js', (route) => route.abort()),
    })
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Vérifiez la connexion, puis réessayez.')
  })

  it('changes in the middle of it, and keeps every answer and every score', async () => {
    const page = await visit()
    await answer(page, '1', VARIED.slice(0, 12))
    await page.getByRole('button', { name: 'Français' }).click()
    await page.locator('html[lang="fr"]').waitFor()
    expect(page.url()).toContain('lang=fr')
    await expect.poll(() => page.getByText(/^13 .* 30$/).count()).toBe(1)
    await pressAll(page, VARIED.slice(12))
    await page.locator('article section').last().waitFor()
    const code = await page.locator('textarea').nth(1).inputValue()
    const french = await heading(page).textContent()
    await page.getByRole('button', { name: 'English' }).click()
    await result(page)
    await expect.poll(() => page.getByLabel('Result code').inputValue()).toBe(code)
    await expect.poll(() => heading(page).textContent()).not.toBe(french)
    await page.reload()
    await ready(page)
    await result(page)
  })

  it('has no problem in French that axe can find, from the first question to the comparison', async () => {
    const bare = (given: string) => given.replaceAll('-', '')
    for (const path of [
      '',
      '#results',
      '#questionnaires',
      `#r=${bare(CODES.varied)}`,
      `#compare=${bare(CODES.varied)},${bare(CODES.other)}`,
    ]) {
      const page = await visit({ path: `?lang=fr${path}` })
      await page.locator('footer').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await problems(page)).toEqual([])
    }
  })
})
