import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRES } from '../../src/build/read-questionnaires.ts'
import { answer, browsing, heading, pressAll, ready, unfold } from './browser.ts'
import { problems, widthOf } from './problems.ts'
import {
  closeCollection,
  CONSOLE,
  importFresh,
  pressExport,
  shown,
  takeIn,
  textOf,
  wholeRoom,
} from './workshop-page.ts'

const { visit, leave, tab } = browsing()

const SAMPLE = readFileSync(join(QUESTIONNAIRES, 'sample.json'), 'utf8')
const TITLE = 'How decisions move'

/** The sample after a change of its text. */
const changed = (from: string, to: string) => {
  const text = SAMPLE.replace(from, to)
  if (text === SAMPLE) throw new Error(`The sample has no ${from}`)
  return text
}

const fileOf = (text: string, name = 'file.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

const link = (page: Page) => page.getByRole('textbox', { name: 'Link for participants' }).inputValue()

async function setUp(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Set up a workshop' }).click()
  await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Our own offsite')
  await page.getByLabel('Questionnaire file (JSON)').setInputFiles(fileOf(text))
}

/** A workshop that asks the sample, with single responses to take away. */
async function created(page: Page): Promise<string> {
  await setUp(page, SAMPLE)
  await expect.poll(() => page.getByRole('radio', { name: TITLE }).isChecked()).toBe(true)
  await page.getByRole('radio', { name: 'Yes, as a table' }).check()
  await page.getByRole('radio', { name: 'As soon as they have answered' }).check()
  await page.getByRole('button', { name: 'Create the workshop' }).click()
  await page.getByRole('heading', { name: 'Collect', exact: true }).waitFor()
  return link(page)
}

const open = async (address: string, options: Parameters<typeof visit>[0] = {}) => {
  const { origin, hash } = new URL(address)
  return visit({ site: `${origin}/`, path: hash, ...options })
}

const choose = (page: Page, text: string, name?: string) =>
  page.getByLabel('The questionnaire’s file').setInputFiles(fileOf(text, name))

async function codeOn(page: Page): Promise<string> {
  await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  return page.getByLabel('Hand-over code', { exact: true }).inputValue()
}

describe('a questionnaire of the facilitator’s own', () => {
  it('is asked in a workshop, from the console over its file to the room and to another device', async () => {
    const page = await visit({ path: CONSOLE })
    const address = await created(page)
    await shown(page, 'Hand out the questionnaire’s file')
    const [handedOut] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the file for participants' }).click(),
    ])
    expect(handedOut.suggestedFilename()).toBe('how-decisions-move-1.0.json')
    const file = await textOf(Promise.resolve(handedOut))

    // A browser that has no file yet is told which, and goes on from there.
    const phone = await open(address, { viewport: { width: 360, height: 740 } })
    await expect.poll(() => heading(phone).textContent()).toBe('Our own offsite')
    await shown(phone, 'how-decisions-move-1.0.json')
    expect(await problems(phone)).toEqual([])
    await expect.poll(() => widthOf(phone)).toEqual([360])
    await choose(phone, file)
    await phone.getByRole('region', { name: 'What the facilitator will see, and what not' }).waitFor()
    await shown(phone, 'The facilitator can take away every response')
    const keys = ['4545', '5454', '4444', '5555', '4554', '5445']
    await answer(phone, '1', keys[0]!.slice(0, 2))
    // One that has it goes on where it was, without asking.
    await phone.reload()
    await ready(phone)
    await expect.poll(() => phone.getByText('3 of 4', { exact: true }).count()).toBe(1)
    // A browser that has lost the file asks for it again, and has lost no answer.
    await phone.evaluate(() => localStorage.removeItem('leadership-diagnostic.questionnaire.57M0MC7ZG5'))
    await phone.reload()
    await ready(phone)
    await choose(phone, file)
    await expect.poll(() => phone.getByText('3 of 4', { exact: true }).count()).toBe(1)
    await pressAll(phone, keys[0]!.slice(2))
    const codes = [await codeOn(phone)]
    await unfold(phone)
    await shown(phone, 'opens again by the workshop’s link')
    await expect.poll(() => phone.getByLabel('Result code').count()).toBe(0)
    const again = await tab(phone, new URL(address).hash)
    expect(await codeOn(again)).toBe(codes[0])
    await again.close()
    await leave(phone)

    for (const [index, own] of keys.slice(1).entries()) {
      const other = await open(address)
      await choose(other, file)
      await other.getByRole('region', { name: 'What the facilitator will see, and what not' }).waitFor()
      await answer(other, index < 1 ? '1' : '3', own)
      codes.push(await codeOn(other))
      await leave(other)
    }
    await takeIn(page, codes.join('\n'))
    await shown(page, /6\s*responses/)
    await closeCollection(page)
    const room = await (await wholeRoom(page)).innerText()
    expect(room).not.toMatch(/undefined|NaN/)

    const exported: Promise<Download> = page.waitForEvent('download')
    await pressExport(page)
    const workshop = await textOf(exported)
    const elsewhere = await visit({ path: CONSOLE })
    await importFresh(elsewhere, workshop)
    expect(await (await wholeRoom(elsewhere)).innerText()).toBe(room)
    await elsewhere.reload()
    await ready(elsewhere)
    expect(await (await wholeRoom(elsewhere)).innerText()).toBe(room)
  })

  it('is not taken for another one, and a wrong file loses nothing', async () => {
    const page = await visit({ path: CONSOLE })
    const address = await created(page)
    const phone = await open(address)
    await choose(phone, changed('"how-decisions-move"', '"how-others-move"'))
    await shown(phone, 'This is another questionnaire')
    await choose(phone, changed('"version": "1.0.0"', '"version": "1.2.0"'))
    await shown(phone, 'in version 1.2.0, and the workshop asks version 1.0')
    await choose(phone, changed('"Never"', '"Seldom"'))
    await shown(
      phone,
      /something in the file differs.*The mark of this file is .{5}\u2011.{5}, that of the workshop’s is 57M0M\u2011C7ZG5/,
    )
    await choose(phone, '{ "questionnaire": ')
    await shown(phone, 'The file ends before everything is closed.')
    await choose(phone, JSON.stringify(JSON.parse(SAMPLE)), 'renamed.txt.json')
    await phone.getByRole('region', { name: 'What the facilitator will see, and what not' }).waitFor()
    await answer(phone, '2', '1234')
    const code = await codeOn(phone)
    await takeIn(page, code)
    await shown(page, /1\s*response/)
  })

  it('can be answered where the browser keeps nothing', async () => {
    const page = await visit({ path: CONSOLE })
    const address = await created(page)
    const phone = await open(address, {
      before: (fresh) =>
        fresh.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get() {
              throw new DOMException('The operation is insecure.', 'SecurityError')
            },
          })
        }),
    })
    await choose(phone, SAMPLE)
    await phone.getByRole('region', { name: 'What the facilitator will see, and what not' }).waitFor()
    await answer(phone, '2', '1234')
    await takeIn(page, await codeOn(phone))
    await shown(page, /1\s*response/)
  })

  it('says what is wrong with a file, and stays chosen when the set-up is loaded again', async () => {
    const page = await visit({ path: CONSOLE })
    await setUp(page, changed('"how-decisions-move"', '"silence"'))
    await shown(page, 'belongs to a questionnaire of this page')
    await page.getByLabel('Questionnaire file (JSON)').setInputFiles(fileOf(SAMPLE))
    const own = page.getByRole('radio', { name: TITLE })
    await expect.poll(() => own.isChecked()).toBe(true)
    expect(await problems(page)).toEqual([])
    await page.reload()
    await ready(page)
    await expect.poll(() => own.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Create the workshop' }).click()
    await page.getByRole('heading', { name: 'Collect', exact: true }).waitFor()
    // What a workshop on the device asks can be chosen for the next.
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await page.getByRole('button', { name: 'Set up a workshop' }).click()
    await own.waitFor()
    expect(await own.isChecked()).toBe(false)
  })
})
