import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite, type ServedSite } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { decodeInvitation } from '../../src/core/workshop/invitation.ts'
import { guessTexts } from '../../src/ui/locales/en/guess.ts'
import { check, closeAnswers, keptCheck, leaderCode } from '../fixtures/checks.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { answer, browsing, pressAll, ready, result, sheetsOf, VARIED } from './browser.ts'
import { problems, problemsInBoth, widthOf } from './problems.ts'
import { CONSOLE, importWorkshop, shown } from './workshop-page.ts'

const NAME = 'room.test'
const { visit, leave } = browsing([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`])

const folder = mkdtempSync(join(tmpdir(), 'leaders-check-'))
let served: ServedSite

beforeAll(async () => {
  served = await serveSite({ folder: SITE, names: [NAME], relay: { folder } })
})
afterAll(async () => {
  await served.stop()
  rmSync(folder, { recursive: true })
})

const PHONE = { width: 390, height: 844 }
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const pasteBox = (page: Page) => page.getByRole('textbox', { name: 'Codes, links or mails' })
const linkField = (page: Page) => page.getByLabel('Link for those who are asked', { exact: true })

/** Finishes the diagnostic as a leader, with guesses, and returns the result's page at what leads to a check. */
async function finished(site: string): Promise<Page> {
  const page = await visit({ site, guesses: true })
  await answer(page, '1', VARIED)
  await button(page, guessTexts.begin).click()
  for (const key of '212122') await page.keyboard.press(key)
  await result(page)
  await page.getByRole('link', { name: 'Check it with people close to the work' }).first().click()
  await page.getByRole('textbox', { name: 'Your name, as they know you' }).fill('Anna Berg')
  return page
}

/** Opens a link that leads to the console, on another device. */
async function keeps(link: string): Promise<Page> {
  const [address, fragment] = link.split('#')
  const url = new URL(address!)
  return visit({ site: served.address, path: `${CONSOLE}${url.search}#${fragment}` })
}

async function made(page: Page, people: number): Promise<void> {
  await page.getByRole('textbox', { name: 'How many people will be asked' }).fill(String(people))
  await button(page, 'Make the check').click()
  await page.getByRole('heading', { name: 'Take the check’s file first' }).waitFor()
  expect(await linkField(page).count()).toBe(0)
  await button(page, 'Go on without a copy').click()
}

/** Somebody who was asked answers everything. */
async function answersOn(link: string, keys: string): Promise<Page> {
  const [site, fragment] = link.split('#')
  const phone = await visit({ site: site!, path: `#${fragment}`, viewport: PHONE, guesses: true })
  await ready(phone)
  await phone.getByRole('heading', { name: 'Anna Berg asks how you see it' }).waitFor()
  await button(phone, 'Begin').click()
  await pressAll(phone, keys)
  await phone.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  return phone
}

const handsOver = async (phone: Page, says: string) => {
  await button(phone, 'Hand over').click()
  await phone.getByRole('status').getByText(says).waitFor()
}

async function close(page: Page): Promise<void> {
  await button(page, 'Close the check').click()
  await button(page, 'Close it').click()
}

const OTHERS = ['5', '4', '3', '4', '5', '4'].map((key, at) => VARIED.slice(at).padEnd(30, key).slice(0, 30))

/** The day so many days before this machine's. */
const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Fourteen people close to the work; they report so many steps less. */
/** Of another time, who answers has other numbers: by the same ones, two workshops are known as copies of one. */
const fourteen = (less = 0) =>
  Array.from({ length: 14 }, (_, person) => ({
    id: `e${less}-${person}`,
    participant: 100 * less + person,
    revision: 1,
    mark: null,
    via: 'code' as const,
    completedOn: '2026-11-22',
    level: 0,
    pace: 'usual' as const,
    answers: Object.fromEntries(
      Object.entries(closeAnswers(person)).map(([item, step]) => [item, Math.max(1, Number(step) - less)]),
    ),
  }))

describe('a leader’s check', () => {
  it('is made from a result, answered by six on phones, and shows once closed what none of them gave away', async () => {
    const leader = await finished(served.address)
    expect(await problems(leader)).toEqual([])
    const forKeeper = await leader.getByLabel('Link for whoever keeps the check', { exact: true }).inputValue()
    await leave(leader)

    const page = await keeps(forKeeper)
    await page.getByRole('heading', { name: 'Keep a check for Anna Berg' }).waitFor()
    await shown(page, 'The link that led here holds Anna Berg’s own answers and guesses')
    await page.getByRole('textbox', { name: /^Your name/ }).fill('Kim Lund')
    expect(await problems(page)).toEqual([])
    await made(page, 6)
    await page.getByRole('heading', { name: 'Anna Berg’s check, kept by Kim Lund' }).waitFor()
    // The leader's answers are out of the address.
    expect(page.url()).not.toContain('check=')
    const link = await linkField(page).inputValue()
    const read = decodeInvitation(link.split('#')[1]!)
    expect(read).toMatchObject({ ok: true, invitation: { check: { leader: 'Anna Berg', keeper: 'Kim Lund' } } })
    await shown(page, 'Ready to receive')

    const first = await answersOn(link, OTHERS[0]!)
    await first.reload()
    await ready(first)
    await handsOver(first, 'Received by Kim Lund’s device')
    expect(await first.getByText('taken as a whole').count()).toBe(0)
    // Their own result is theirs at once.
    await first.getByRole('heading', { name: 'Full reading' }).waitFor()
    expect(await problems(first)).toEqual([])
    await leave(first)
    for (const keys of OTHERS.slice(1, 5)) {
      const phone = await answersOn(link, keys)
      await handsOver(phone, 'Received by Kim Lund’s device')
      await leave(phone)
    }
    await shown(page, '5 responses in, of 6 asked')
    const sixth = await answersOn(link, OTHERS[5]!)
    expect(await page.getByText('By concept').count()).toBe(0)
    await handsOver(sixth, 'Received by Kim Lund’s device')
    await shown(page, '6 responses in, of 6 asked')
    await close(page)
    await page.getByRole('heading', { name: 'Anna Berg, and people close to the work' }).waitFor()
    await shown(page, /You expected “rarely” \(25\)\. Six people close to the work say .* on average \(\d+–\d+\)\./)
    expect(await problems(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    for (const format of ['A4', 'Letter']) expect(sheetsOf(await page.pdf({ format }))).toBe(1)
    await page.emulateMedia({ media: 'screen' })

    const late = await answersOn(link, OTHERS[1]!)
    await handsOver(late, 'The check was closed before your answers came')
    // Nothing more is shown before five others have answered.
    await button(page, 'Let more people answer').click()
    await shown(page, /the difference would tell what they answered\. Five more are needed\./)
  }, 240_000)

  it('on the leader’s own device says so to those who are asked, and shows nothing below five', async () => {
    const leader = await finished(served.address)
    await leader.getByRole('link', { name: 'Make the check on this device' }).click()
    await leader.getByRole('heading', { name: 'Make a check' }).waitFor()
    expect(await leader.getByRole('textbox', { name: /^Your name/ }).count()).toBe(0)
    await made(leader, 8)
    const link = await linkField(leader).inputValue()
    const phone = await answersOn(link, OTHERS[2]!)
    await handsOver(phone, 'Received by Anna Berg’s device')
    await shown(leader, '1 response in, of 8 asked')
    await close(leader)
    await shown(leader, 'Nothing is shown: a check needs five people. Four more are needed.')
    expect(await leader.getByText('By concept').count()).toBe(0)
    // While nothing was shown, another can be made, but not beside one that collects.
    await button(leader, 'Let more people answer').click()
    await button(leader, 'Close the check').waitFor()
    await leader.goto(`${served.address}${CONSOLE}#check=${leaderCode}&by=${encodeURIComponent('anna berg')}`)
    await leader.reload()
    await shown(leader, 'A check for anna berg is still collecting on this device.')
    expect(await button(leader, 'Make the check').count()).toBe(0)
  }, 120_000)

  it('tells those who are asked who asks and what is true, before the first statement', async () => {
    const { leader, keeper } = check.check!
    const page = await visit({ path: `${CONSOLE}#check=${leaderCode}&by=${encodeURIComponent(leader)}` })
    await page.getByRole('textbox', { name: /^Your name/ }).fill(keeper)
    await shown(page, 'There is no relay here, so answers come as codes')
    await made(page, 8)
    const fragment = (await linkField(page).inputValue()).split('#')[1]!
    const phone = await visit({ path: `#${fragment}`, viewport: { width: 360, height: 640 }, colorScheme: 'dark' })
    for (const said of [
      'Anna Berg asks how you see it',
      'You are asked as somebody close to the work.',
      'At the end you pass a code on to Kim Lund',
      'means of five or more people',
      'Anna Berg gets the printed page from Kim Lund.',
      'Somebody with technical skill on that device could read more, or answer in others’ place.',
    ])
      await shown(phone, said)
    expect(
      await phone
        .getByText(/facilitator|workshop/i)
        .filter({ visible: true })
        .count(),
    ).toBe(0)
    expect((await widthOf(phone))[0]).toBe(360)
    expect(await problemsInBoth(phone)).toEqual([])
    await button(phone, 'Begin').click()
    await pressAll(phone, VARIED)
    await phone.getByText('Copy the code and send it to Kim Lund').waitFor()
    expect(
      await phone
        .locator('article, section')
        .getByText(/facilitator/i)
        .filter({ visible: true })
        .count(),
    ).toBe(0)
    const code = await phone.getByLabel('Hand-over code', { exact: true }).inputValue()
    await pasteBox(page).fill(code)
    await button(page, 'Take in').click()
    await shown(page, '1 response in, of 8 asked')
    // A plain result code may be the leader's own.
    await pasteBox(page).fill(leaderCode)
    await button(page, 'Take in').click()
    await shown(page, 'so it may be the leader’s own. It was not taken in.')
    await shown(page, '1 response in, of 8 asked')
    await page.getByText('Save the check as a file').waitFor({ state: 'attached' })
    const said = (await page.locator('main').innerText()).replace('Workshops on this device', '')
    expect(said).not.toMatch(/workshop|facilitator|participant|\btables?\b/i)
  }, 120_000)

  it('opens from its file, as a check and never as a room, whatever the address says', async () => {
    const kept = keptCheck({ expected: [14], collected: { entries: fourteen(), former: [] }, keyOffered: true })
    const page = await visit({ path: CONSOLE })
    await importWorkshop(page, writeWorkshopFile(kept))
    await button(page, 'No, nowhere').click()
    await page.getByRole('heading', { name: 'Anna Berg’s check, kept by Kim Lund' }).waitFor()
    for (const at of ['room', 'take-away', 'set-up']) {
      await page.evaluate((stage) => (location.hash = `workshop=C8EC4A&at=${stage}`), at)
      await page.getByRole('heading', { name: 'Anna Berg’s check, kept by Kim Lund' }).waitFor()
    }
    await page.evaluate(() => (location.hash = 'set-up=C8EC4A'))
    await page.getByRole('heading', { name: 'Anna Berg’s check, kept by Kim Lund' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Name of the workshop' }).count()).toBe(0)
    await close(page)
    await shown(
      page,
      /You expected “rarely” \(25\)\. Fourteen people close to the work say .* on average \(\d+, interval \d+ to \d+\)\./,
    )
    await shown(page, /points below their average, outside what the group’s average can be/)
    await page.emulateMedia({ media: 'print' })
    for (const format of ['A4', 'Letter']) expect(sheetsOf(await page.pdf({ format }))).toBe(1)
  })

  it('done again in a quarter is compared with the first, and can show nothing within 28 days of it', async () => {
    const entries = fourteen()
    const first = keptCheck({
      expected: [14],
      collected: { entries, former: [] },
      snapshots: [{ number: 1, takenOn: dayBefore(100), entries: entries.map(({ id }) => id) }],
      closed: true,
      keyOffered: true,
    })
    const again = fourteen(2)
    const later = {
      ...first,
      workshop: { ...first.workshop, id: 'AGA1N0' },
      collected: { entries: again, former: [] },
      snapshots: [{ number: 1, takenOn: dayBefore(1), entries: again.map(({ id }) => id) }],
    }
    const page = await visit({ path: CONSOLE })
    for (const kept of [first, later]) {
      await importWorkshop(page, writeWorkshopFile(kept))
      await button(page, 'No, nowhere').click()
      await page.getByRole('heading', { name: 'Anna Berg’s check, kept by Kim Lund' }).waitFor()
      if (kept === first) await page.getByRole('link', { name: 'Workshops on this device' }).click()
    }
    await page.getByRole('heading', { name: 'Then and now' }).waitFor()
    await shown(page, /: two groups that may or may not be the same people/)
    const signalLoss = page.locator('section[aria-labelledby="check-compare"] li').filter({ hasText: 'Signal Loss' })
    expect(await signalLoss.innerText()).toMatch(
      /^Signal Loss\. You: \d+, now \d+\. They: \d+, now \d+\. Moved by −\d+ points \(−\d+ to −\d+\)\. You expected: 25, now 25; they, of the same statements: \d+, now \d+\./,
    )
    expect(await problems(page)).toEqual([])
    // Whoever gets the printed page gets it, too.
    await page.emulateMedia({ media: 'print' })
    expect(await signalLoss.isVisible()).toBe(true)
    await shown(page, 'Leadership self-diagnostic · check · kept by Kim Lund')
    await shown(page, '14 people close to the work, of 14 asked')
    for (const format of ['A4', 'Letter']) expect(sheetsOf(await page.pdf({ format }))).toBe(1)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate((hash) => (location.hash = hash), `check=${leaderCode}&by=Anna%20Berg`)
    await shown(page, 'has shown something less than 28 days ago')
    expect(await button(page, 'Make the check').count()).toBe(0)
    // Whoever has the same answers is the same leader, whatever they call themselves.
    await page.evaluate((hash) => (location.hash = hash), `check=${leaderCode}&by=A.%20Berg&own`)
    await page.getByRole('heading', { name: 'Make a check' }).waitFor()
    await shown(page, 'A check of your own on this device has shown something')
    expect(await page.getByRole('textbox').count()).toBe(0)
    await page.getByRole('link', { name: 'Open that check' }).click()
    await page.getByRole('heading', { name: 'Then and now' }).waitFor()
  })

  it('can be looked at with invented answers, which it says', async () => {
    for (const [lang, said] of [
      ['en', 'This check is simulated'],
      ['fr', 'Cette vérification est simulée'],
    ] as const) {
      const page = await visit({ path: `${CONSOLE}?lang=${lang}#check=sample`, viewport: PHONE, colorScheme: 'dark' })
      await shown(page, said)
      await page.locator('.concept .interval').first().waitFor()
      // A mark of its own for what was expected, beside the mean of the same statements.
      expect(await page.locator('.concept .guess').count()).toBe(3)
      expect(await page.locator('.concept .mean').count()).toBe(6)
      expect(await page.locator('.key svg').count()).toBe(3)
      expect((await widthOf(page))[0]).toBe(390)
      expect(await problemsInBoth(page)).toEqual([])
      await page.emulateMedia({ media: 'print' })
      for (const format of ['A4', 'Letter']) expect(sheetsOf(await page.pdf({ format }))).toBe(1)
    }
  })

  it('says so where the link that led to it is cut', async () => {
    const page = await visit({ path: `${CONSOLE}#check=${leaderCode.slice(0, 20)}&by=Anna` })
    await shown(page, 'The link that led here is incomplete')
    expect(await button(page, 'Make the check').count()).toBe(0)
  })
})
