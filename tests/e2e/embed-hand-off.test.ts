import type { FrameLocator, Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { oembedOf } from '../../src/build/oembed.ts'
import { answer, VARIED } from './browser.ts'
import { onHosts, SCRIPT, TAG, type Article } from './host-page.ts'
import { problemsInBoth, widthOf } from './problems.ts'

const { article, expectMessages, framedOrigin, origin } = onHosts()
const PURPOSE = 'We plan the <b>next</b> round with it.'
const ASKS = `hand-off-purpose="${PURPOSE.replace('<', '&lt;')}" hand-off-to="/kept?by=us"`

type Given = Readonly<Record<'what' | 'text' | 'to' | 'questionnaire', string>>

/** A listener on an element, which cancels these events, and a loose one on the document, which hears all it can. */
const listen = (selector: string, cancels: readonly string[]) => `<script type="module">
  window.given = []
  window.overheard = []
  window.cancels = ${JSON.stringify(cancels)}
  const names = ['diagnostic-hand-off-offer', 'diagnostic-hand-off']
  for (const name of names) {
    document.addEventListener(name, () => overheard.push(name))
    document.querySelector('${selector}').addEventListener(name, (event) => {
      if (name === 'diagnostic-hand-off') given.push(event.detail)
      if (cancels.includes(name)) event.preventDefault()
    })
  }
</script>`

const TAKES = ['diagnostic-hand-off-offer', 'diagnostic-hand-off']
const givenTo = (page: Page): Promise<Given[]> => page.evaluate(() => (window as unknown as { given: Given[] }).given)

async function finish(page: Page, within: Page | FrameLocator = page): Promise<void> {
  await within.getByRole('radio').first().focus()
  await answer(page, '2', VARIED)
  await within.locator('article[part="result"] .acts').waitFor()
}

async function finished(body: string, more: Article = {}): Promise<Page> {
  const page = await article(body, more)
  await page.locator(TAG).getByRole('radio').first().waitFor()
  await finish(page)
  return page
}

/** All that a reader is shown to be given, as it is told. */
const shownIn = async (dialog: Locator) => ({
  beside: await dialog.locator('code').allTextContents(),
  text: await dialog.locator('pre').textContent(),
})

const toldOf = ({ text, ...beside }: Given) => ({
  beside: Object.entries(beside).map(([name, value]) => `${name}: ${value}`),
  text,
})

describe('what a page asks for', () => {
  it('is handed off by the reader alone, who saw all of it, by keyboard, on a narrow screen, in both languages', async () => {
    const page = await finished(`<${TAG} lang="en" ${ASKS}></${TAG}>${listen(TAG, TAKES)}`, {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
      head: `<meta name="color-scheme" content="light dark">${SCRIPT()}`,
    })
    const ask = page.getByRole('button', { name: `Give my result to ${new URL(origin()).host}` })
    await ask.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const words = await dialog.innerText()
    for (const part of [PURPOSE, origin(), 'Nothing is given']) expect(words).toContain(part)
    expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await dialog.getByRole('button', { name: /^Give this/ }).count()).toBe(0)

    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await dialog.locator('pre').waitFor()
    // Every answer has to be loaded first, and comes too late to be what is chosen.
    await dialog.evaluate((sheet) => {
      const [first, last] = sheet.querySelectorAll('input')
      last!.click()
      first!.click()
    })
    await dialog.locator('pre').waitFor()
    const summary = await shownIn(dialog)
    // What is behind it shines through its backdrop.
    const behind = await page
      .locator('.in-host')
      .evaluate((frame) =>
        [...frame.querySelectorAll(':not(dialog[open], dialog[open] *)')].map(({ outerHTML }) =>
          outerHTML.slice(0, 160),
        ),
      )
    const isBehind = (problem: string) => behind.some((html) => problem.endsWith(html))
    expect((await problemsInBoth(page)).filter((problem) => !isBehind(problem))).toEqual([])
    expect((await widthOf(page))[0]).toBe(360)
    expect(await givenTo(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const outcome = dialog.getByText(`${origin()} has confirmed`)
    await outcome.waitFor()
    expect(await outcome.evaluate((said) => said.matches(':focus'))).toBe(true)
    const [first] = await givenTo(page)
    expect(toldOf(first!)).toEqual(summary)
    expect(first).toMatchObject({ what: 'summary', to: `${origin()}/kept?by=us`, questionnaire: 'execution-gaps' })
    expect(first!.text).not.toContain('work-waits-for-approval')

    // Chosen anew each time, in another language, and where the page has it opened anew.
    await page.keyboard.press('Escape')
    await page.locator(TAG).evaluate(async (element) => {
      const ready = new Promise((resolve) => element.addEventListener('diagnostic-ready', resolve, { once: true }))
      element.setAttribute('heading-level', '3')
      await ready
    })
    await page.locator(TAG).evaluate((element) => element.setAttribute('lang', 'fr'))
    await page.getByRole('button', { name: 'Transmettre mon résultat' }).click()
    await dialog.getByText('déjà transmis').waitFor()
    expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0)
    await dialog.getByRole('radio', { name: /^Toutes les réponses/ }).click()
    await dialog.locator('pre').waitFor()
    const answers = await shownIn(dialog)
    expect((await widthOf(page))[0]).toBe(360)
    await dialog.getByRole('button', { name: `Transmettre ceci à ${origin()}` }).click()
    await dialog.getByText('a confirmé').waitFor()
    const [, second, ...more] = await givenTo(page)
    expect(more).toEqual([])
    expect(toldOf(second!)).toEqual(answers)
    expect(JSON.parse(second!.text)).toMatchObject({ vantage: 'middle', answers: { 'work-waits-for-approval': 4 } })
    expect(await page.evaluate(() => (window as unknown as { overheard: string[] }).overheard)).toEqual([])
  })

  it('is told to be unconfirmed where the page does not, and not offered where nobody would take it', async () => {
    expectMessages(/no listener on the element/)
    const [offer] = TAKES
    const page = await finished(`<${TAG} lang="en" ${ASKS}></${TAG}>${listen(TAG, [offer!])}`)
    const ask = page.getByRole('button', { name: /^Give my result/ })
    await ask.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^A summary/ }).click()
    await dialog.getByRole('button', { name: /^Give this/ }).click()
    await dialog.getByRole('alert').getByText(`${origin()} has not confirmed`).waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate(() => ((window as unknown as { cancels: string[] }).cancels.length = 0))
    const askedAnew = page.waitForEvent('console')
    await page.locator(TAG).evaluate((element) => element.setAttribute('hand-off-purpose', 'Another'))
    await askedAnew
    await page.locator('article[part="result"] .acts').waitFor()
    expect(await ask.count()).toBe(0)
  })
})

describe('in a sandboxed frame', () => {
  const silence = { id: 'silence', language: 'en', title: 'Silence', question: '', lead: '', take: '' }
  const asking = () =>
    String(oembedOf(silence, { site: `${framedOrigin()}/`, isFramed: true })['html']).replace(
      'src="',
      `src="${framedOrigin()}/embed.html?lang=en&questionnaire=silence&hand-off-purpose=Why%20not" data-was="`,
    )
  const FRAME = 'iframe[data-leadership-diagnostic]'

  it('it goes to the page around it, and opens in the part of it that is in sight', async () => {
    const helper = SCRIPT().replace('embed.js', 'embed-frame.js')
    const page = await article(`${asking()}${listen(FRAME, TAKES)}`, { head: helper })
    const inside = page.frameLocator(FRAME)
    await inside.getByRole('radio').first().waitFor()
    await finish(page, inside)
    await inside.getByRole('button', { name: `Give my result to ${new URL(origin()).host}` }).click()
    const dialog = inside.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Every answer/ }).click()
    await dialog.locator('pre').waitFor()
    const shown = await shownIn(dialog)
    const give = dialog.getByRole('button', { name: `Give this to ${origin()}` })
    await give.focus()
    // The dialog is in the part of the frame that is in sight.
    const { y, height } = (await give.boundingBox())!
    expect(y > 0 && y + height < page.viewportSize()!.height).toBe(true)
    await dialog.locator('fieldset').evaluate((choices: HTMLFieldSetElement) => {
      const note = () => void (choices.closest('dialog')!.dataset['held'] = String(choices.disabled))
      new MutationObserver(note).observe(choices, { attributes: true })
    })
    await page.keyboard.press('Enter')
    await dialog.getByText('has confirmed').waitFor()
    expect(await dialog.getAttribute('data-held')).toBe('true')
    const [given] = await givenTo(page)
    expect(toldOf(given!)).toEqual(shown)
    expect(given).toMatchObject({ what: 'answers', to: '', questionnaire: 'silence' })
    expect(await page.evaluate(() => (window as unknown as { overheard: string[] }).overheard)).toEqual([])
  })
})
