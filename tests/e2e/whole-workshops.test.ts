import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { encodeHandOverCode } from '../../src/core/codes/hand-over-code.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import type { Answers } from '../../src/core/response/response.ts'
import { decodeInvitation, type Invitation } from '../../src/core/workshop/invitation.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { guessTexts } from '../../src/ui/locales/en/guess.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { numbersFrom } from '../fixtures/rooms.ts'
import { answer, browsing, ready, sheetsOf } from './browser.ts'
import { problems } from './problems.ts'
import { closeCollection, CONSOLE, pressExport, reopenCollection, shown, takeIn, wholeRoom } from './workshop-page.ts'

const { visit, leave } = browsing()
const layout = layoutOf(questionnaire)
const GUESSED = questionnaire.guess!.items
const PASSPHRASE = 'lantern gravel orchid tide'

/** How much somebody of each level reports, from the top on; the last of somebody who does not say theirs. */
const REPORTS = [1.6, 2.8, 3.6] as const
const NOT_SAID = 2.5

/** Steps around what somebody reports, statements that are turned around included. */
function stepsOf(reports: number, next: () => number): number[] {
  return questionnaire.items.map((item) => {
    const step = Math.min(5, Math.max(1, Math.round(reports + 2.4 * (next() - 0.5))))
    return isConceptItem(item) && item.reversed ? 6 - step : step
  })
}

interface Group {
  /** `null` for those who do not say it. */
  readonly level: number | null
  readonly people: number
}

interface Room {
  readonly address: string
  readonly invitation: Invitation
  readonly next: () => number
  /** The number of the next participant whose code is made here. */
  participant: number
}

const reportsOf = ({ invitation }: Room, level: number | null) =>
  level === null ? NOT_SAID : level === invitation.levels.length - 1 ? REPORTS[2] : REPORTS[level === 0 ? 0 : 1]

/** Codes as participants' pages make them, for as many people as are in these groups. */
function codesOf(room: Room, groups: readonly Group[]): string[] {
  const { invitation, next } = room
  return groups.flatMap(({ level, people }) =>
    Array.from({ length: people }, () => {
      const steps = stepsOf(reportsOf(room, level), next)
      const answers: Answers = Object.fromEntries(questionnaire.items.map(({ id }, index) => [id, steps[index]!]))
      return encodeHandOverCode(layout, {
        workshop: invitation.id,
        participant: room.participant++,
        revision: 1,
        pace: 'usual',
        level,
        completedOn: '2026-11-22',
        answers,
        ...(level !== null && level < invitation.levels.length - 1 && invitation.asksGuesses
          ? {
              guesses: Object.fromEntries(
                GUESSED.map((id, index) => [id, Math.max(1, Math.min(5, steps[index]! - 1))]),
              ),
            }
          : {}),
        promises: promisesOf(invitation),
      })
    }),
  )
}

/** Takes part on a phone, from the link to the code; what is guessed, by the keys of the answers. */
async function takePart(room: Room, level: number | null, guesses = ''): Promise<{ phone: Page; code: string }> {
  const { origin, hash } = new URL(room.address)
  const viewport = { width: 390, height: 844 }
  const phone = await visit({ site: `${origin}/`, path: hash, viewport, guesses: guesses !== '' })
  await phone.getByRole('region', { name: 'What the facilitator will see, and what not' }).waitFor()
  await answer(phone, level === null ? '0' : String(level + 1), stepsOf(reportsOf(room, level), room.next).join(''))
  if (guesses) await phone.getByRole('button', { name: guessTexts.begin }).click()
  for (const key of guesses) await phone.keyboard.press(key)
  await phone.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  return { phone, code: await phone.getByLabel('Hand-over code', { exact: true }).inputValue() }
}

/** Sets a workshop up in an empty console, by what a facilitator types and chooses. */
async function setUp(
  page: Page,
  name: string,
  levels: readonly (readonly [label: string, expected: number])[],
  choices: readonly string[] = [],
): Promise<Room> {
  await page.getByRole('button', { name: 'Set up a workshop' }).click()
  await page.getByRole('textbox', { name: 'Name of the workshop' }).fill(name)
  if (levels.length === 2) await page.getByRole('button', { name: 'Remove “Middle management”' }).click()
  for (const [index, [label, expected]] of levels.entries()) {
    await page.getByRole('textbox', { name: 'Name of the level' }).nth(index).fill(label)
    await page.getByRole('textbox', { name: 'People expected' }).nth(index).fill(String(expected))
  }
  for (const choice of choices) await page.getByRole('radio', { name: choice }).check()
  await page.getByRole('button', { name: 'Create the workshop' }).click()
  const address = await page.getByRole('textbox', { name: 'Link for participants' }).inputValue()
  const read = decodeInvitation(new URL(address).hash)
  if (!read.ok) throw new Error(`The link cannot be read: ${read.issue.code}`)
  return { address, invitation: read.invitation, next: numbersFrom(16), participant: 1 }
}

const reportOf = async (page: Page) => (await wholeRoom(page)).innerText()

/** Presents every step, each covered first. Returns how many there were. */
async function present(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Present to the room' }).click()
  const stage = page.getByRole('dialog', { name: 'Presentation to the room' })
  await stage.waitFor()
  const forward = stage.getByRole('button').nth(2)
  let moves = 0
  while (await forward.isEnabled()) {
    await page.keyboard.press('PageDown')
    moves++
  }
  await page.keyboard.press('Escape')
  await stage.waitFor({ state: 'detached' })
  return (moves + 1) / 2
}

/** The report as it is printed. */
async function print(page: Page): Promise<{ sheets: number; text: string }> {
  await page.emulateMedia({ media: 'print' })
  await shown(page, 'Report of the room')
  const pdf = await page.pdf({ format: 'A4' })
  const text = await page.locator('body').innerText()
  await page.emulateMedia({ media: null })
  return { sheets: sheetsOf(pdf), text }
}

const noNonsense = (text: string) => expect(text).not.toMatch(/undefined|NaN|null|\[object/)

describe('a whole workshop', () => {
  it('of eight in one sitting shows the room, no level, and then everybody their own result', async () => {
    const page = await visit({ path: CONSOLE })
    const room = await setUp(page, 'Eight in one room', [
      ['Board', 2],
      ['Heads', 3],
      ['Teams', 3],
    ])
    const { phone, code } = await takePart(room, 0)
    const other = await takePart(room, 2)
    await leave(other.phone)
    await takeIn(
      page,
      [
        code,
        ...codesOf(room, [
          { level: 0, people: 1 },
          { level: 1, people: 3 },
          { level: 2, people: 2 },
        ]),
      ].join('\n'),
    )
    await takeIn(page, `Sorry, late:\n> ${other.code}`)
    await shown(page, /8\s*responses in, of 8 expected/)
    await closeCollection(page)
    const report = await reportOf(page)
    noNonsense(report)
    expect(report).toMatch(/8 people took part/)
    expect(report).not.toMatch(/points apart/)
    expect(await present(page)).toBeGreaterThan(5)
    const paper = await print(page)
    noNonsense(paper.text)
    expect(paper.sheets).toBeLessThan(12)
    // The participant who is still there opens their own result with the word on the wall.
    const word = await page.locator('.word').innerText()
    await phone.getByRole('textbox', { name: 'Word on the wall' }).fill(word)
    await phone.getByRole('button', { name: 'Open my result' }).click()
    await phone.locator('article[part="result"]').waitFor()
    expect(await problems(page)).toEqual([])
  })

  it('of 24, two of whom say no level, keeps the distance and every statement, and takes a second view', async () => {
    const page = await visit({ path: CONSOLE })
    const room = await setUp(
      page,
      'Top and teams',
      [
        ['Executive team', 8],
        ['Teams', 14],
      ],
      ['As soon as they have answered'],
    )
    const { phone, code } = await takePart(room, null)
    await phone.locator('article[part="result"]').waitFor()
    await leave(phone)
    const groups = [
      { level: 0, people: 8 },
      { level: 1, people: 14 },
      { level: null, people: 1 },
    ]
    await takeIn(page, [code, ...codesOf(room, groups)].join(' '))
    await shown(page, /24\s*responses in/)
    await closeCollection(page)
    const first = await reportOf(page)
    noNonsense(first)
    expect(first).toMatch(/24 people took part/)
    expect(first).toContain('without the 2 whose level is not said')
    expect(first).toMatch(/points apart/)
    expect(first).toContain('What was expected, and what is reported')
    expect(first).toMatch(/expected (around|between) “/)
    await reopenCollection(page)
    await takeIn(
      page,
      codesOf(room, [
        { level: 0, people: 5 },
        { level: 1, people: 10 },
      ]).join('\n'),
    )
    await shown(page, /39\s*responses in/)
    await closeCollection(page)
    // More came than were expected: they are other people.
    await page.getByRole('button', { name: 'They are all different people' }).click()
    const view = page.getByRole('combobox', { name: 'Which view to show' })
    await view.waitFor()
    await expect.poll(() => reportOf(page)).toMatch(/39 people took part/)
    const second = await reportOf(page)
    noNonsense(second)
    expect(second).toMatch(/points apart/)
    await view.selectOption({ index: 0 })
    await expect.poll(() => reportOf(page)).toBe(first)
  })

  it('of 60 is shown, restored from a backup elsewhere, and bound here by what was shown', async () => {
    const page = await visit({ path: CONSOLE })
    const room = await setUp(page, 'All sixty', [
      ['Board', 12],
      ['Heads', 18],
      ['Teams', 30],
    ])
    const { phone, code } = await takePart(room, 1, '233232')
    await leave(phone)
    const groups = [
      { level: 0, people: 12 },
      { level: 1, people: 17 },
      { level: 2, people: 29 },
    ]
    await takeIn(page, [code, ...codesOf(room, groups)].join('\n'))
    await shown(page, /59\s*responses in, of 60 expected/)
    const backup = await exported(page)
    await takeIn(page, codesOf(room, [{ level: 2, people: 1 }]).join('\n'))
    await shown(page, /60\s*responses in, of 60 expected/)
    await closeCollection(page)
    const report = await reportOf(page)
    noNonsense(report)
    expect(report).toMatch(/60 people took part/)
    expect(report).toMatch(/points apart/)
    // Two levels guessed, the one of the phone among them: each is read by itself, from the top on, and never together.
    const [, expected = ''] = report.split('What was expected, and what is reported')
    expect(expected).toMatch(/\nBoard\n[\s\S]*“Board” expected [\s\S]*\nHeads\n[\s\S]*“Heads” expected /)
    for (const level of ['Board', 'Heads'])
      expect(await page.getByText(`What “${level}” expected`, { exact: true }).count()).toBeGreaterThan(0)
    expect(await page.getByText('What “Teams” expected', { exact: true }).count()).toBe(0)
    const paper = await print(page)
    noNonsense(paper.text)
    const whole = await exported(page)

    // On another device the file opens with its passphrase, and shows the same.
    const elsewhere = await visit({ path: CONSOLE })
    await restore(elsewhere, whole)
    await elsewhere.getByRole('button', { name: 'No, nowhere' }).click()
    expect(await reportOf(elsewhere)).toBe(report)

    // Here the backup of one person fewer makes no second view, which would tell that person's answers.
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await restore(page, backup)
    await page.getByRole('button', { name: 'Replace the one here' }).click()
    await shown(page, /59\s*responses in, of 60 expected/)
    await closeCollection(page)
    await expect.poll(() => reportOf(page)).toBe(report)
    await page.reload()
    await ready(page)
    await expect.poll(() => page.getByRole('combobox', { name: 'Which view to show' }).count()).toBe(0)
  })
})

/** Exports the workshop, locked. */
async function exported(page: Page): Promise<Buffer> {
  await pressExport(page)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('The same once more').fill(PASSPHRASE)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lock and export' }).click()
  return readFile(await (await download).path())
}

async function restore(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'workshop.json.age', mimeType: 'application/octet-stream', buffer }
  await page.getByLabel('The file of a workshop').setInputFiles(file)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open it' }).click()
}
