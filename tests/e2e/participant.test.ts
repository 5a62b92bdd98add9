import { readFileSync } from 'node:fs'
import type { Page, Request } from 'playwright-core'
import readPicture from 'qr/decode.js'
import { describe, expect, inject, it } from 'vitest'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { decodeHandOverCode, encodeHandOverCode, type HandOver } from '../../src/core/codes/hand-over-code.ts'
import { CANT_TELL, type Answers } from '../../src/core/response/response.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { findCodes } from '../../src/core/workshop/find-codes.ts'
import { encodeInvitation } from '../../src/core/workshop/invitation.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import {
  answer,
  browsing,
  heading,
  INVITATION,
  pressAll,
  progress,
  ready,
  result,
  unfold,
  VARIED,
  WORKSHOP,
} from './browser.ts'
import { problems, widthOf } from './problems.ts'

const { visit, tab, expectMessages } = browsing()
const layout = layoutOf(questionnaire)
const RUN = 'leadership-diagnostic.run.execution-gaps'
const bareOf = (code: string) => code.replaceAll('-', '')
const answersOf = (keys: string): Answers =>
  Object.fromEntries(
    questionnaire.items.flatMap(({ id }, index) => {
      const key = keys[index]!
      return key === 's' ? [] : [[id, key === '0' ? CANT_TELL : Number(key)]]
    }),
  )

const join = (invitation = INVITATION, options: Parameters<typeof visit>[0] = {}) =>
  visit({ path: `#${invitation}`, ...options })

const codeOn = (page: Page) => page.getByLabel('Hand-over code', { exact: true }).inputValue()

function read(code: string): HandOver {
  const decoded = decodeHandOverCode(code, [layout])
  if (!decoded.ok) throw new Error(`The page shows no hand-over code: ${decoded.issue.code}`)
  return decoded.handOver
}

/** The content of the page's hand-over code, once it is shown. */
async function handedOver(page: Page): Promise<HandOver> {
  await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  return read(await codeOn(page))
}

async function reload(page: Page): Promise<void> {
  await page.reload()
  await ready(page)
}

const blocked = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })

/** The text of the QR picture on the page. */
async function scanned(page: Page): Promise<string> {
  const image = await page.getByRole('img', { name: /QR picture/ }).evaluate(async (svg) => {
    const side = 480
    const copy = svg.cloneNode(true) as SVGElement
    copy.setAttribute('width', String(side))
    copy.setAttribute('height', String(side))
    const picture = new Image()
    picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = side
    const context = canvas.getContext('2d')!
    context.drawImage(picture, 0, 0)
    return { width: side, height: side, data: Uint8Array.from(context.getImageData(0, 0, side, side).data) }
  })
  return readPicture(image)
}

describe('an invitation', () => {
  it('opens the diagnostic with the workshop’s name, and says what the facilitator sees and what not', async () => {
    const page = await join()
    await expect.poll(() => heading(page).textContent()).toBe(WORKSHOP.name)
    const brief = (await page.getByRole('listitem').allInnerTexts()).join('\n')
    expect(brief).toContain('Nothing is sent by itself')
    expect(brief).toContain('groups of at least 6 people, never one person’s answers')
    expect(brief).toContain('cannot take away a table of single responses')
    await page.getByText('Who sees what of your answers').click()
    const promises = await page.getByRole('listitem').allInnerTexts()
    expect(promises.join('\n')).toContain(
      'at least 6 people stand behind it, and how answers spread only from 10 people',
    )
    expect(promises.join('\n')).toContain('No single person’s answers are shown to the room')
    expect(promises.join('\n')).toContain('cannot take away a table of single responses')
    expect(promises.join('\n')).toContain('Whoever has your code can read the answers in it')
  })

  it('says so where every response can be taken away, and where spread is shown of any group that is', async () => {
    const page = await join(encodeInvitation({ ...WORKSHOP, rawExport: true, smallestGroup: 12 }))
    const raw = page.getByText('The facilitator can take away every response, without names.')
    expect(await raw.filter({ visible: true }).count()).toBe(1)
    await page.getByText('Who sees what of your answers').click()
    expect(await page.getByText('someone who knows you could recognise you in it').isVisible()).toBe(true)
    const promises = (await page.getByRole('listitem').allInnerTexts()).join('\n')
    expect(promises).toContain('The facilitator can take away every response, without names')
    expect(promises).not.toContain('cannot take away')
    expect(promises).toContain('at least 12 people stand behind it; so is how answers spread')
  })

  it.each(['en', 'fr'])(
    'asks its first question within the first screen of a phone, in %s, below the promises',
    async (language) => {
      const invitation = encodeInvitation({ ...WORKSHOP, language, rawExport: true })
      const page = await join(invitation, { viewport: { width: 360, height: 740 } })
      const first = page.getByRole('radio').first()
      await first.waitFor()
      const [promise, choice] = await Promise.all([
        page.getByRole('listitem').getByRole('strong').first().boundingBox(),
        first.boundingBox(),
      ])
      expect(promise!.y + promise!.height).toBeLessThan(choice!.y)
      expect(choice!.y + choice!.height).toBeLessThan(740)
      await expect.poll(() => widthOf(page)).toEqual([360])
    },
  )

  it('asks for the level in the client’s words, and tells what not saying it means', async () => {
    const page = await join()
    const names = await page
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.closest('label')!.innerText))
    expect(names.map((name) => name.split('\n')[0])).toEqual([...WORKSHOP.levels, 'Rather not say'])
    expect(names.at(-1)).toContain('in no level')
    // The chosen one is seen marked, and kept, before its screen goes.
    const marked = await page.evaluate(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, code: 'Digit2' }))
      await Promise.resolve()
      const kept = Object.keys(localStorage).find((key) => key.includes('.run.'))
      return {
        chosen: document.querySelector<HTMLInputElement>('input:checked')?.value,
        button: document.querySelector('.begin')?.textContent,
        kept: localStorage.getItem(kept ?? ''),
      }
    })
    expect(marked).toEqual({ chosen: '1', button: 'Begin', kept: expect.stringContaining('"place":"item ') })
    await page.getByText('1 of 30', { exact: true }).waitFor()
  })

  it('is in the workshop’s language, unless the reader chose another', async () => {
    const french = encodeInvitation({ ...WORKSHOP, language: 'fr', levels: ['Comité', 'Terrain'] })
    const page = await join(french)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
    await expect.poll(() => page.getByRole('region', { name: 'Ce que l’animateur verra' }).count()).toBe(1)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('region', { name: 'What the facilitator will see' }).waitFor()
    await reload(page)
    await expect.poll(() => page.getByRole('region', { name: 'What the facilitator will see' }).count()).toBe(1)
    await expect.poll(() => heading(page).textContent()).toBe(WORKSHOP.name)
  })

  it('opens the questionnaire that the workshop asks', async () => {
    const page = await join(encodeInvitation({ ...WORKSHOP, questionnaire: { id: 'silence', version: '1.0' } }))
    await expect.poll(() => page.getByText('Where do you see the organisation from?').count()).toBe(1)
    await page.keyboard.press('1')
    await expect.poll(() => page.getByText(/^1 of \d+$/).textContent()).not.toBe('1 of 30')
  })

  it('is taken up where it is followed on the diagnostic’s own page', async () => {
    const page = await visit()
    await page.evaluate((invitation) => (location.hash = invitation), INVITATION)
    await page.getByRole('heading', { name: WORKSHOP.name }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Where does strategy stop governing the work?' }).waitFor()
    expect(page.url()).toBe(inject('site'))
  })

  it('adds nothing to the load of those who have none', async () => {
    const asked: string[] = []
    const before = async (page: Page) => void page.on('request', (request) => asked.push(request.url()))
    await visit({ before })
    expect(asked.filter((url) => /join|hand-over/.test(url))).toEqual([])
    await join(INVITATION, { before })
    expect(asked.filter((url) => /join|hand-over/.test(url))).not.toEqual([])
    expect(asked.filter((url) => url.includes(INVITATION.slice(2)))).toEqual([])
  })
})

describe('a participant', () => {
  it('hands over the answers given, with level, day and a number of their own', async () => {
    const page = await join()
    await answer(page, '3', VARIED)
    const handOver = await handedOver(page)
    const promises = promisesOf(WORKSHOP)
    expect(handOver).toMatchObject({
      workshop: WORKSHOP.id,
      level: 2,
      revision: 1,
      answers: answersOf(VARIED),
      promises,
    })
    const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE').format(new Date()))
    expect(handOver.completedOn).toBe(today)
    const other = await join()
    await answer(other, '3', VARIED)
    expect((await handedOver(other)).participant).not.toBe(handOver.participant)
  })

  it('does so in French, without a level, with statements left open', async () => {
    const page = await join(encodeInvitation({ ...WORKSHOP, language: 'fr' }))
    await page.keyboard.press('0')
    await pressAll(page, VARIED.slice(0, 28))
    for (let left = 2; left > 0; left--) await page.getByRole('button', { name: 'Passer' }).click()
    await page.getByRole('button', { name: 'Voir le résultat' }).click()
    await page.getByRole('heading', { name: `Remettez vos réponses à «\u00a0${WORKSHOP.name}\u00a0»` }).waitFor()
    await expect
      .poll(() => page.getByText('2 affirmations sont restées sans réponse. Vous pouvez remettre').count())
      .toBe(1)
    const handOver = read(await page.getByLabel('Code de remise', { exact: true }).inputValue())
    expect(handOver).toMatchObject({ level: null, answers: answersOf(`${VARIED.slice(0, 28)}ss`) })
  })

  it('shows a camera the bare code, on white and most of a phone wide, in dark mode too', async () => {
    const page = await join(INVITATION, { viewport: { width: 360, height: 720 }, colorScheme: 'dark' })
    await answer(page, '1', VARIED)
    const picture = page.getByRole('img', { name: /QR picture/ })
    const { width } = (await picture.boundingBox())!
    expect(width).toBeGreaterThan(0.6 * 360)
    expect(await picture.locator('rect').evaluate((rect) => getComputedStyle(rect).fill)).toBe('rgb(255, 255, 255)')
    expect(await scanned(page)).toBe(bareOf(await codeOn(page)))
  })

  it('needs no connection any more to hand over, once some statements are answered', async () => {
    // The rehearsal fails, and so does the first try to fetch the result.
    expectMessages(/no rehearsal/)
    const page = await join(INVITATION, {
      isNew: true,
      before: (fresh) =>
        fresh.addInitScript(() => {
          const { getBoundingClientRect } = Element.prototype
          Element.prototype.getBoundingClientRect = function () {
            if (this instanceof HTMLElement && this.style.blockSize === '0px') throw new Error('no rehearsal')
            return getBoundingClientRect.call(this)
          }
          const { fetch } = window
          window.fetch = (...given) => {
            if (!String(given[0]).includes('page-later')) return fetch(...given)
            window.fetch = fetch
            document.documentElement.dataset['failed'] = ''
            return Promise.reject(new TypeError('no network'))
          }
        }),
    })
    // A copy for later visits is fetched too. What the page itself runs comes as scripts.
    const isDrawer = (request: Request) => /\/qr-/.test(request.url()) && request.resourceType() === 'script'
    const drawer = page.waitForEvent('requestfinished', isDrawer)
    const underWay = new Set<Request>()
    const ended = (request: Request) => void underWay.delete(request)
    page.on('request', (request) => underWay.add(request))
    page.on('requestfinished', ended)
    page.on('requestfailed', ended)
    await page.locator('html[data-failed]').waitFor({ state: 'attached' })
    await answer(page, '1', VARIED.slice(0, 10))
    await drawer
    await expect.poll(() => underWay.size).toBe(0)
    await page.context().setOffline(true)
    // What has been run is not asked for again: the browser's cache may have lost it.
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await pressAll(page, VARIED.slice(10))
    expect((await handedOver(page)).answers).toEqual(answersOf(VARIED))
    expect(await scanned(page)).toBe(bareOf(await codeOn(page)))
    expect(asked.filter((address) => address.includes('/qr-'))).toEqual([])
  })

  it('copies the code, or downloads it in a file that can be taken in', async () => {
    const page = await join(INVITATION, { permissions: ['clipboard-read', 'clipboard-write'] })
    await answer(page, '2', VARIED)
    const code = await codeOn(page)
    await page.getByRole('button', { name: 'Copy the hand-over code' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download it as a file' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('leadership-diagnostic-hand-over-K7M2Q4.txt')
    const found = [...findCodes(readFileSync(await file.path(), 'utf8'), [layout])]
    expect(found.map((one) => one.found)).toEqual([{ whole: bareOf(code) }])
  })

  it.each([
    ['en', 'Copy the hand-over code', 'Copy the result code', /What the facilitator takes in is the hand-over code/],
    [
      'fr',
      'Copier le code de remise',
      'Copier le code du résultat',
      /Ce que reçoit l’animateur, c’est le code de remise/,
    ],
  ])('cannot take the own result’s code for the one to hand over, in %s', async (language, handOver, ownCode, note) => {
    const page = await join(encodeInvitation({ ...WORKSHOP, language }), {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await answer(page, '2', VARIED)
    await page.locator('[data-part="keep"]').waitFor({ state: 'attached' })
    await unfold(page)
    await page.locator('[data-part="keep"] details > summary').click()
    const copies = page.getByRole('button', { name: /^(Copy|Copier) .*code/ })
    await expect.poll(() => copies.allInnerTexts()).toEqual([handOver, ownCode])
    // The note stands with the own result, and neither with the code to hand over.
    await expect.poll(() => page.locator('[data-part="keep"]').getByText(note).count()).toBe(1)
    const copied: string[] = []
    for (const name of [handOver, ownCode]) {
      await page.getByRole('button', { name }).click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe(copied[0] ?? '')
      copied.push(await page.evaluate(() => navigator.clipboard.readText()))
    }
    expect(read(copied[0]!).workshop).toBe(WORKSHOP.id)
    expect(decodeHandOverCode(copied[1]!, [layout]).ok).toBe(false)
  })

  it('notes that it is handed over, which lasts until the answers change', async () => {
    const page = await join()
    await answer(page, '2', VARIED)
    const first = await handedOver(page)
    await page.getByRole('button', { name: 'I have handed it over' }).click()
    await page
      .getByRole('article')
      .getByText(/^Handed over on .* nothing more is needed/)
      .waitFor()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Handed over on')
    await reload(page)
    await page.getByText(/^Handed over on/).waitFor()
    expect(read(await codeOn(page))).toEqual(first)
    // The remark is shown once wherever answers are changed or handed over anew.
    const kept = page.getByText(/A view of the room that was shown with your earlier answers keeps them/)
    await expect.poll(() => kept.count()).toBe(1)
    await page.getByRole('button', { name: 'Change my answers' }).click()
    await expect.poll(() => kept.count()).toBe(1)
    await expect.poll(() => page.getByText('Seen from: Plant heads').count()).toBe(1)
    await page.getByRole('listitem').first().getByRole('button').click()
    await page.keyboard.press('1')
    await page.getByRole('button', { name: 'See the result' }).click()
    await page.getByText('Your answers have changed since').waitFor()
    await expect.poll(() => kept.count()).toBe(1)
    await expect.poll(() => page.getByText(/^Handed over on/).count()).toBe(0)
    const second = read(await codeOn(page))
    expect(second).toMatchObject({
      participant: first.participant,
      revision: 2,
      answers: answersOf(`1${VARIED.slice(1)}`),
    })
  })

  it('sees the own result below, from where the level is, and what happens to the answers', async () => {
    const page = await join()
    await answer(page, '4', VARIED)
    await result(page)
    await expect.poll(() => page.getByText('seen from close to the work').count()).toBeGreaterThan(0)
    expect(await page.getByText('the facilitator gets them when you hand them over, and in no other way').count()).toBe(
      1,
    )
  })

  it('can do all of it with the keyboard, and is led to the hand-over by it', async () => {
    const page = await join()
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await pressAll(page, VARIED)
    const { level } = await handedOver(page)
    expect(level).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      `Hand your answers to “${WORKSHOP.name}”`,
    )
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText)
    const seen: string[] = []
    for (let tabs = 0; tabs < 6; tabs++) {
      await page.keyboard.press('Tab')
      seen.push(await focused())
    }
    expect(seen.slice(1)).toEqual([
      'Copy the hand-over code',
      'Download it as a file',
      'I have handed it over',
      'Change my answers',
      'Somebody else answers here',
    ])
  })
})

describe('a run for a workshop', () => {
  it('goes on where it was left, by the same link', async () => {
    const page = await join()
    await answer(page, '3', VARIED.slice(0, 9))
    await reload(page)
    await expect.poll(() => progress(page).textContent()).toBe('10 of 30')
    const other = await tab(page, `#${INVITATION}`)
    await expect.poll(() => progress(other).textContent()).toBe('10 of 30')
    await pressAll(other, VARIED.slice(9))
    expect(await handedOver(other)).toMatchObject({ level: 2, answers: answersOf(VARIED) })
  })

  it('is kept apart from the person’s own, and from another workshop’s', async () => {
    const page = await visit()
    await answer(page, '1', '44')
    const joined = await tab(page, `#${INVITATION}`)
    await expect.poll(() => heading(joined).textContent()).toBe(WORKSHOP.name)
    await answer(joined, '2', '333')
    const another = await tab(page, `#${encodeInvitation({ ...WORKSHOP, id: 'ABCDEF' })}`)
    await expect.poll(() => heading(another).textContent()).toBe(WORKSHOP.name)
    const keys = await page.evaluate(() => Object.keys(localStorage).toSorted())
    expect(keys).toEqual(['leadership-diagnostic.workshop.K7M2Q4', RUN, `${RUN}.K7M2Q4`].toSorted())
    await reload(page)
    await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
  })

  it('stays in the address while the person looks at other results', async () => {
    const page = await join()
    await answer(page, '3', '44')
    await page.getByRole('link', { name: 'Results: open, compare, delete' }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    expect(page.url()).toContain(`#${INVITATION}&results`)
    await reload(page)
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await page.goBack()
    await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
  })
})

describe('a second run on the same device', () => {
  /** Hands over, and starts again. */
  async function startAgain() {
    const page = await join()
    await answer(page, '1', VARIED)
    const first = await handedOver(page)
    await result(page)
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByRole('button', { name: 'Begin anew' }).click()
    await page.getByRole('heading', { name: 'Are you the person who answered here before?' }).waitFor()
    await page.getByText(/shown with your earlier answers keeps them/).waitFor()
    return { page, first }
  }

  it('replaces the first, once the person has said that both are theirs', async () => {
    const { page, first } = await startAgain()
    await expect.poll(() => page.getByRole('radio').count()).toBe(0)
    await page.getByRole('button', { name: 'Yes, my new answers replace' }).click()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await answer(page, '4', VARIED)
    expect(await handedOver(page)).toMatchObject({ participant: first.participant, revision: 2, level: 3 })
  })

  it('is another person’s where the person says so, who finds no result of the first', async () => {
    const { page, first } = await startAgain()
    await page.getByRole('button', { name: 'No, I am somebody else' }).click()
    await answer(page, '4', VARIED)
    const second = await handedOver(page)
    expect(second).toMatchObject({ revision: 1, level: 3 })
    expect(second.participant).not.toBe(first.participant)
    await page.getByRole('link', { name: 'Results: open, compare, delete' }).click()
    await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await expect.poll(() => page.getByText(/seen from/).count()).toBe(1)
    await expect.poll(() => page.getByText('seen from senior leadership').count()).toBe(0)
  })

  it('is asked about after the page was loaded anew, too', async () => {
    const { page } = await startAgain()
    await reload(page)
    await expect
      .poll(() => page.getByRole('heading', { name: 'Are you the person who answered here before?' }).count())
      .toBe(1)
  })

  it('begins at once where the device is passed on, with nothing of the first left on it', async () => {
    const page = await join()
    await answer(page, '1', VARIED)
    const first = await handedOver(page)
    await result(page)
    await page.getByRole('button', { name: 'Somebody else answers here' }).click()
    await page.getByRole('button', { name: 'Remove and pass on' }).click()
    await page.getByRole('radio', { name: 'Shop floor' }).waitFor()
    const kept = await page.evaluate(() => JSON.stringify(localStorage))
    expect(kept).not.toContain('answers')
    expect(kept).not.toContain(`"origin"`)
    await answer(page, '1', VARIED)
    const second = await handedOver(page)
    expect(second.participant).not.toBe(first.participant)
    expect(second.revision).toBe(1)
  })
})

describe('where the browser keeps nothing', () => {
  it('the person can hand over all the same, and is told to do it once', async () => {
    const page = await join(INVITATION, { before: blocked })
    await answer(page, '2', '4')
    await page.getByText('does not let the page keep anything').waitFor()
    await pressAll(page, VARIED.slice(1))
    const first = await handedOver(page)
    expect(first).toMatchObject({ level: 1, revision: 1, answers: answersOf(`4${VARIED.slice(1)}`) })
    await expect.poll(() => page.getByText('open the workshop’s link again and answer anew').count()).toBe(1)
    await reload(page)
    await expect.poll(() => heading(page).textContent()).toBe(WORKSHOP.name)
  })
})

describe('a link that cannot be followed', () => {
  const shown = async (page: Page) => (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')

  it.each([
    ['cut', INVITATION.slice(0, -9), 'incomplete or was changed'],
    ['changed', INVITATION.replace(/.{4}$/, 'AAAA'), 'incomplete or was changed'],
    ['empty', 'w=', 'incomplete or was changed'],
    ['much too long', `w=${'A'.repeat(3000)}`, 'much longer than an invitation'],
    [
      'of a questionnaire that is not here',
      encodeInvitation({ ...WORKSHOP, questionnaire: { id: 'elsewhere', version: '1.0' } }),
      'a questionnaire that this page does not have',
    ],
    [
      'of a version that is not here yet',
      encodeInvitation({ ...WORKSHOP, questionnaire: { id: 'execution-gaps', version: '99.0' } }),
      'a later version of the questionnaire',
    ],
  ])('because it is %s says what to do, and leads to the diagnostic itself', async (_name, fragment, sentence) => {
    const page = await visit({ path: `#${fragment}` })
    await expect.poll(() => heading(page).textContent()).toBe('This invitation cannot be opened')
    expect(await shown(page)).toContain(sentence)
    expect(await shown(page)).toContain('facilitator')
    await expect.poll(() => page.getByRole('radio').count()).toBe(0)
    expect(await problems(page)).toEqual([])
    await page.getByRole('link', { name: 'Take the diagnostic for yourself' }).click()
    await page.getByRole('heading', { name: 'Where does strategy stop governing the work?' }).waitFor()
    expect(page.url()).toBe(inject('site'))
  })

  it('because it is a hand-over says what it is and for whom, and shows no answer', async () => {
    const code = encodeHandOverCode(layout, {
      workshop: WORKSHOP.id,
      participant: 7,
      revision: 1,
      pace: 'usual',
      level: 0,
      completedOn: '2026-11-22',
      answers: answersOf(VARIED),
      promises: promisesOf(WORKSHOP),
    })
    const page = await visit({ path: `#h=${bareOf(code)}` })
    await expect.poll(() => heading(page).textContent()).toBe('These are answers handed over to a workshop')
    expect(await shown(page)).toContain('workshop with the number K7M2Q4')
    expect(await shown(page)).toContain('facilitator')
    expect(await shown(page)).not.toMatch(/often|rarely|sometimes|\d{2} of 100/i)
    expect(await problems(page)).toEqual([])
    await page.evaluate((cut) => (location.hash = cut), `h=${bareOf(code).slice(0, -3)}`)
    await page.getByText('part of it is missing or was changed').waitFor()
  })

  it('for want of a connection says that, and leaves no empty page', async () => {
    expectMessages(/ERR_FAILED|Failed to fetch/)
    const page = await visit({
      path: `#${INVITATION}`,
      until: 'load',
      before: (fresh) => fresh.route('**/join-*.js', (route) => route.abort()),
    })
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Check the connection')
  })
})

describe('every screen of a participant', () => {
  const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
    ['the invitation', async () => undefined],
    [
      'the hand-over',
      async (page) => {
        await answer(page, '1', VARIED)
        await result(page)
      },
    ],
    [
      'the question before the device is passed on',
      async (page) => {
        await answer(page, '1', VARIED)
        await page.getByRole('button', { name: 'Somebody else answers here' }).click()
        await page.getByRole('dialog').waitFor()
      },
    ],
    [
      'the question whose answers these are',
      async (page) => {
        await answer(page, '1', VARIED)
        await result(page)
        await page.getByRole('button', { name: 'Start again' }).click()
        await page.getByRole('button', { name: 'Begin anew' }).click()
        await page.getByRole('heading', { name: 'Are you the person who answered here before?' }).waitFor()
      },
    ],
  ]

  it.each(SCREENS)('has no problem that axe can find and fits a phone: %s', async (_name, go) => {
    const long = { ...WORKSHOP, name: 'Donaudampfschifffahrtsgesellschaftskapitänskajütentürschloss-Wochenende' }
    const page = await join(encodeInvitation(long), { viewport: { width: 360, height: 720 }, colorScheme: 'dark' })
    await go(page)
    expect(await problems(page)).toEqual([])
    await expect.poll(() => widthOf(page)).toEqual([360])
  })
})
