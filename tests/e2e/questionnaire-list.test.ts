import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRES, questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { answer, browsing, CODES, heading, result, VARIED } from './browser.ts'

const { visit } = browsing()

const read = (file: string) => JSON.parse(readFileSync(join(QUESTIONNAIRES, file), 'utf8'))
const titleOf = (id: string) => read(`${id}/en.json`).title as string

/** A person's own questionnaire in one file, after a change. */
function own(
  change: (bundle: { questionnaire: Record<string, unknown>; texts: { en: Record<string, unknown> } }) => void,
) {
  const bundle = {
    questionnaire: { ...read('silence/questionnaire.json'), id: 'our-own' },
    texts: { en: read('silence/en.json') },
  }
  change(bundle)
  return JSON.stringify(bundle)
}

async function bring(page: Page, content: string) {
  await page.locator('input[type="file"]').setInputFiles({
    name: 'own.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  })
}

const openList = async () => {
  const page = await visit({ path: '#questionnaires' })
  await page.getByRole('heading', { name: 'One of your own' }).waitFor()
  return page
}

describe('the list of questionnaires', () => {
  it('names every questionnaire and leads to each', async () => {
    const page = await openList()
    for (const id of questionnaireFolders()) {
      const link = page.getByRole('link', { name: titleOf(id), exact: true })
      await expect.poll(() => link.getAttribute('href')).toContain(`?q=${id}&lang=en`)
    }
    await page.getByRole('link', { name: titleOf('silence') }).click()
    await expect.poll(() => heading(page).textContent()).toBe(read('silence/en.json').question)
  })

  it.each(questionnaireFolders())('takes %s from its address to its result', async (id) => {
    const page = await visit({ path: `?q=${id}` })
    const items = read(`${id}/questionnaire.json`).items.length
    await answer(page, '2', VARIED.repeat(2).slice(0, items))
    await result(page)
    const named = new Set<string>()
    for (const target of await page.locator('figure button.target').all()) {
      await target.click()
      for (const text of await page.locator('figure section li > span').allTextContents()) named.add(text)
      await target.click()
    }
    expect(named.size).toBe(items - 6)
    await expect.poll(() => page.locator('article').textContent()).not.toMatch(/undefined|NaN|null/)
  })

  it('is shown where the address names a questionnaire that is not here', async () => {
    const page = await visit({ path: '?q=nowhere' })
    await page.getByRole('heading', { name: 'Questionnaires', exact: true }).waitFor()
    expect(page.url()).toContain('#questionnaires')
    await page.getByText('The link names a questionnaire that is not on this page.').waitFor()
    await page.evaluate(() => (location.hash = 'results'))
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await page.evaluate(() => (location.hash = 'questionnaires'))
    await page.getByRole('heading', { name: 'Questionnaires', exact: true }).waitFor()
    expect(await page.getByText('The link names').count()).toBe(0)
  })

  it('says so in French, too', async () => {
    const page = await visit({ path: '?q=nowhere&lang=fr' })
    await expect.poll(() => page.getByText('Le lien nomme un questionnaire').isVisible()).toBe(true)
  })
})

describe('a result', () => {
  it('offers the questionnaire that looks closer, and carries the position over', async () => {
    const page = await visit()
    await answer(page, '3', VARIED)
    await result(page)
    await page.getByRole('heading', { name: 'Look closer' }).waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByRole('link', { name: titleOf('signal-loss') }).click()
    await expect.poll(() => heading(page).textContent()).toBe(read('signal-loss/en.json').question)
    await expect.poll(() => page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('close')
    expect(page.url()).toMatch(/\?q=signal-loss&lang=en$/)
    expect(asked.filter((url) => url.includes('close'))).toEqual([])
  })

  it('takes a position out of the query that an earlier release wrote there', async () => {
    const page = await visit({ path: '?q=signal-loss&vantage=close#utm_source=letter' })
    await expect.poll(() => heading(page).textContent()).toBe(read('signal-loss/en.json').question)
    expect(page.url()).toMatch(/\?q=signal-loss#utm_source=letter$/)
  })

  it('of another questionnaire opens on that one’s page', async () => {
    const page = await visit({ path: '?q=silence' })
    await answer(page, '1', VARIED.slice(0, 18))
    await result(page)
    const code = (await page.getByLabel('Result code').inputValue()).replaceAll('-', '')
    const elsewhere = await visit({ path: `#r=${code}` })
    await result(elsewhere)
    await expect
      .poll(() => elsewhere.getByLabel('Result code').inputValue())
      .toBe(await page.getByLabel('Result code').inputValue())
    expect(elsewhere.url()).toContain('q=silence')
    await elsewhere.evaluate((other) => (location.hash = `r=${other}`), CODES.varied.replaceAll('-', ''))
    await expect.poll(() => elsewhere.url()).toContain('q=execution-gaps')
  })

  it('of another questionnaire opens on that one’s page when its code is typed, and is not compared', async () => {
    const page = await visit({ path: '?q=silence#results' })
    await page.getByLabel('Result code or link').fill(CODES.varied)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await result(page)
    expect(page.url()).toContain('q=execution-gaps')
    const silence = await visit({ path: '?q=silence' })
    await answer(silence, '1', VARIED.slice(0, 18))
    await result(silence)
    await silence.getByRole('button', { name: 'Compare with another result' }).click()
    await silence.getByLabel('Result code or link').fill(CODES.varied)
    await silence.getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(() => silence.getByRole('alert').textContent()).toContain('another questionnaire of this page')
  })

  it('of each questionnaire stands among the results on the device', async () => {
    const page = await visit({ path: '?q=silence' })
    await answer(page, '1', VARIED.slice(0, 18))
    await result(page)
    await page.goto(`${page.url().split('?')[0]}#results`)
    await page.getByRole('link', { name: `Open ${titleOf('silence')}` }).click()
    await result(page)
    expect(page.url()).toContain('q=silence')
  })
})

it('draws what is worth keeping as something that arrives', async () => {
  const page = await visit({ path: '?q=friction' })
  await answer(page, '2', '5'.repeat(18))
  await result(page)
  await expect.poll(() => page.locator('g.kept .stripe').count()).toBe(4)
  await expect.poll(() => page.getByRole('heading', { name: 'What protects most' }).count()).toBe(1)
  await expect.poll(() => page.getByText('With bars across').count()).toBe(1)
})

describe('a questionnaire of one’s own', () => {
  it('runs at once, and its texts are nothing but text', async () => {
    const page = await openList()
    await bring(
      page,
      own(({ texts }) => {
        texts.en['title'] = '<img src=x onerror="document.title=1">'
      }),
    )
    await page.getByText('<img src=x onerror="document.title=1">').first().waitFor()
    await expect.poll(() => heading(page).evaluate((h1) => h1 === document.activeElement)).toBe(true)
    await answer(page, '1', VARIED.slice(0, 18))
    await result(page)
    await expect.poll(() => page.locator('img').count()).toBe(0)
    // It can only be read with its file, so nothing of it is kept and no link is
    // offered.
    await expect
      .poll(() => page.getByText('stay in this tab and are gone when it is closed').first().isVisible())
      .toBe(true)
    await expect.poll(() => page.getByLabel('Result code').count()).toBe(0)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('prints no code, and “delete everything” still deletes what the device keeps', async () => {
    const page = await openList()
    await page.evaluate(() => localStorage.setItem('leadership-diagnostic.run.silence', '{}'))
    await bring(
      page,
      own(() => undefined),
    )
    await page.getByRole('heading', { name: read('silence/en.json').question }).waitFor()
    await answer(page, '1', VARIED.slice(0, 18))
    await result(page)
    await page.emulateMedia({ media: 'print' })
    await page.locator('article.paper').waitFor()
    await expect.poll(() => page.locator('article.paper').innerText()).not.toContain('opens the result again')
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Results on this device' }).click()
    await page.getByRole('button', { name: 'Delete everything on this device' }).click()
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await page.getByText('Everything the diagnostic kept').first().waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it.each([
    [
      'en',
      'Download a sample',
      'How decisions move here',
      'Ordinary decisions wait here for steps that change little.',
    ],
    ['fr', 'Télécharger un exemple', 'Le chemin des décisions', 'Les décisions ordinaires attendent ici des étapes'],
  ])('begins with a sample to download, which is taken unchanged (%s)', async (language, button, title, headline) => {
    const page = await visit({ path: `?lang=${language}#questionnaires` })
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('questionnaire.json')
    await bring(page, readFileSync(await download.path(), 'utf8'))
    await page.getByText(title, { exact: true }).first().waitFor()
    await answer(page, '2', '4521')
    await page.getByText(headline).first().waitFor()
    await expect.poll(() => page.locator('article').textContent()).not.toMatch(/undefined|NaN|null/)
  })

  it('that is not sound is told so in the reader’s language', async () => {
    const page = await visit({ path: '?lang=fr#questionnaires' })
    await page.locator('input[type="file"]').setInputFiles({
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(own(({ questionnaire }) => (questionnaire['heldFrom'] = 'certainly'))),
    })
    await expect.poll(() => page.getByRole('alert').last().textContent()).toContain('Il n’y a pas de réponse')
    await expect.poll(() => page.getByRole('alert').last().textContent()).toContain('«\u00a0heldFrom\u00a0»')
  })

  it.each([
    ['is not JSON', '{', 'Line 1', 'The file ends before everything is closed.'],
    ['lacks a part', '{"questionnaire": {}}', '', 'This is no questionnaire. One has two parts'],
    [
      'takes the id of another',
      own(({ questionnaire }) => (questionnaire['id'] = 'silence')),
      'Line 1, “id”',
      'Give yours an id of its own.',
    ],
    [
      'names what is not there',
      own(({ questionnaire }) => (questionnaire['heldFrom'] = 'certainly')),
      'Line 1, “heldFrom”',
      'There is no answer “certainly”',
    ],
    [
      'carries an address',
      own(({ texts }) => (texts.en['lead'] = 'See https://example.org/')),
      'Line 1, texts in English, “lead”',
      'Texts carry no addresses',
    ],
    [
      'lacks a part of a statement',
      own(({ questionnaire }) => delete (questionnaire['items'] as Record<string, unknown>[])[2]!['scale']),
      'Line 1, statement 3 “A decision that everybody supported in the meeting is quest…”, “scale”',
      'This part is missing. Add it.',
    ],
    ['is enormous', ' '.repeat(1024 * 1024 + 1), '', 'larger than 1 MB'],
  ])('that %s is refused with the place and what to correct', async (_name, content, place, sentence) => {
    const page = await openList()
    await bring(page, content)
    const told = page.getByRole('alert').last()
    await expect.poll(() => told.textContent()).toContain(sentence)
    await expect.poll(() => told.locator('.place').allTextContents()).toEqual(place === '' ? [] : [place])
  })
})
