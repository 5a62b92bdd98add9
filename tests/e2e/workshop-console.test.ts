import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import french from '../../questionnaires/execution-gaps/fr.json' with { type: 'json' }
import { LATEST_FORMAT } from '../../src/core/workshop/workshop-schema.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { decodeInvitation } from '../../src/core/workshop/invitation.ts'
import { readWorkshopFile } from '../../src/core/workshop/workshop-file.ts'
import { gaps, handOverCode, workshop, workshopFile } from '../fixtures/workshop.ts'
import { browsing, ready } from './browser.ts'
import { problemsInBoth, widthOf } from './problems.ts'
import {
  changeSetUp,
  closeCollection,
  CONSOLE,
  countsByLevel,
  handInFiles,
  importWorkshop,
  openWorkshop,
  pasteBox,
  pressExport,
  reopenCollection,
  shown,
  takeIn,
  textOf,
  toStage,
  total,
  wholeRoom,
} from './workshop-page.ts'

const { visit, tab } = browsing()
const open = (page: Page, text?: string) => openWorkshop(page, text).then(() => page)
const opened = async (text?: string) => open(await visit({ path: CONSOLE }), text)

const name = (page: Page) => page.getByRole('textbox', { name: 'Name of the workshop' })
const label = (page: Page, level: number) => page.getByRole('textbox', { name: `Name of the level (Level ${level})` })
const expected = (page: Page, level: number) => page.getByRole('textbox', { name: `People expected (Level ${level})` })
const create = (page: Page) => page.getByRole('button', { name: 'Create the workshop' })
const link = (page: Page) => page.getByRole('textbox', { name: 'Link for participants' }).inputValue()

async function setUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up a workshop' }).click()
  await name(page).fill('Autumn offsite')
  for (const [index, people] of ['3', '7', '14'].entries()) await expected(page, index + 1).fill(people)
}

const codes = (amount: number, from = 1, change: Parameters<typeof handOverCode>[2] = {}) =>
  Array.from({ length: amount }, (_none, index) => handOverCode(from + index, {}, change))
const bare = (code: string) => code.replaceAll('-', '')

it('may ask for the camera, and no other page may', async () => {
  const policyOf = async (path: string) => (await fetch(inject('site') + path)).headers.get('permissions-policy')
  for (const path of ['workshop.html', 'workshop']) expect(await policyOf(path)).toContain('camera=(self)')
  for (const path of ['', 'preview.html', 'embed.html']) expect(await policyOf(path)).toContain('camera=()')
})

describe('the set-up', () => {
  it('makes a workshop whose link says everything a participant has to know', async () => {
    const page = await visit({ path: CONSOLE })
    await setUp(page)
    await page.getByRole('textbox', { name: 'Client (optional)' }).fill('Acme')
    await page.getByRole('radio', { name: /Leadership self-diagnostic/ }).check()
    await page.getByRole('radio', { name: 'Français' }).check()
    await label(page, 1).fill('Executive team')
    await page.getByRole('textbox', { name: 'Smallest group shown' }).fill('6')
    await page.getByRole('radio', { name: 'Yes, as a table of all responses' }).check()
    await expect.poll(() => page.getByRole('radio', { name: 'Once the room has seen its own' }).isChecked()).toBe(true)
    await create(page).click()
    await page.getByRole('heading', { level: 1, name: 'Autumn offsite' }).waitFor()
    const address = await link(page)
    expect(address.startsWith(`${inject('site')}#w=`)).toBe(true)
    const read = decodeInvitation(new URL(address).hash)
    if (!read.ok) throw new Error(read.issue.code)
    expect(read.invitation).toEqual({
      id: /#workshop=(\w{6})&/.exec(page.url())?.[1],
      name: 'Autumn offsite',
      questionnaire: { id: 'execution-gaps', version: `${gaps.major}.${gaps.minor}` },
      language: 'fr',
      levels: ['Executive team', 'Middle management', 'Close to the work'],
      smallestGroup: 6,
      rawExport: true,
      holdsResults: true,
      asksGuesses: true,
    })
    await page.getByText('What to tell people').click()
    await shown(page, 'You see your own result once the room has seen its own')
    await page.getByRole('img', { name: 'QR code of the link for participants' }).waitFor()
  })

  it('says what is missing where it is missing, and loses nothing', async () => {
    const page = await visit({ path: CONSOLE })
    await setUp(page)
    await name(page).fill(' ')
    await label(page, 2).fill('senior LEADERSHIP')
    await page.getByRole('textbox', { name: 'Smallest group shown' }).fill('4')
    await create(page).click()
    await shown(page, '3 fields need to be corrected')
    expect(await name(page).evaluate((field) => field === document.activeElement)).toBe(true)
    for (const sentence of [
      'The workshop needs a name',
      'Another level has this name',
      'Write a whole number from 5 to 100',
    ])
      await expect.poll(() => page.getByText(sentence).count()).toBe(1)
    await page.reload()
    await ready(page)
    await expect.poll(() => label(page, 2).inputValue()).toBe('senior LEADERSHIP')
    await expect.poll(() => expected(page, 3).inputValue()).toBe('14')
  })

  it('says which views will be possible, and merges levels with one press', async () => {
    const page = await visit({ path: CONSOLE })
    await setUp(page)
    await shown(page, 'With 3 in “Senior leadership”, that level cannot be shown on its own')
    await shown(page, '“Middle management” cannot be shown either')
    await page.getByRole('button', { name: 'Merge “Senior leadership” with “Middle management”' }).click()
    await expect.poll(() => label(page, 1).inputValue()).toBe('Senior leadership and Middle management')
    expect(await label(page, 1).evaluate((field) => field === document.activeElement)).toBe(true)
    await expect.poll(() => expected(page, 1).inputValue()).toBe('10')
    await shown(page, 'can be shown.')
    await label(page, 1).fill('Management')
    await create(page).click()
    await total(page, 0)
    await expect.poll(() => countsByLevel(page)).toEqual(['Management 0 10', 'Close to the work 0 14'])
  })

  it('adds, moves and removes levels by keyboard alone', async () => {
    const page = await visit({ path: CONSOLE })
    await page.getByRole('button', { name: 'Set up a workshop' }).press('Enter')
    await page.getByRole('button', { name: 'Add a level' }).press('Enter')
    await page.keyboard.type('Suppliers')
    await page.getByRole('button', { name: 'Move up “Suppliers”' }).press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove “Close to the work”' }).press('Space')
    const labels = [1, 2, 3].map((level) => label(page, level).inputValue())
    expect(await Promise.all(labels)).toEqual(['Senior leadership', 'Suppliers', 'Middle management'])
    await name(page).fill('By keyboard')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor()
  })

  it('gets a new link under other terms, and refuses answers given under the earlier ones', async () => {
    const page = await opened()
    const before = await link(page)
    await changeSetUp(page)
    await label(page, 1).fill('Executive team')
    await page.getByRole('button', { name: 'Save the set-up' }).click()
    await page.getByRole('heading', { name: 'Join', exact: true }).waitFor()
    expect(await link(page)).not.toBe(before)
    await takeIn(page, handOverCode(1))
    await shown(page, 'It belongs to another workshop, K7Q2MX')
    await total(page, 0)
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Offsite'])
  })

  it('is fixed once a response is in, but for the client and the expected numbers', async () => {
    const page = await opened()
    await takeIn(page, handOverCode(1))
    const before = await link(page)
    await changeSetUp(page, 'Change the client or the expected numbers')
    await shown(page, 'what participants were told is fixed')
    await expect.poll(() => name(page).count()).toBe(0)
    await expect.poll(() => page.getByRole('radio').count()).toBe(0)
    await expected(page, 1).fill('8')
    await page.getByRole('button', { name: 'Save the set-up' }).click()
    await total(page, 1, 29)
    expect(await link(page)).toBe(before)
  })
})

describe('collecting', () => {
  it('takes in two hundred codes in any mess, and counts them by level', async () => {
    const page = await opened()
    const mess = codes(200).map((code, index) =>
      index % 2 ? `> Hi, here is mine: https://example.org/#h=${bare(code)}.` : `\t${code.toLowerCase()};`,
    )
    await takeIn(page, mess.join('\n'))
    await total(page, 200)
    await shown(page, '200 responses taken in')
    await expect.poll(() => countsByLevel(page)).toEqual(['Board 66 3', 'Heads 67 7', 'Teams 67 14'])
    await expect.poll(() => pasteBox(page).inputValue()).toBe('')
  })

  it('counts nobody twice, and lists what was not taken in with its line and reason', async () => {
    const page = await opened()
    await takeIn(page, codes(3).join('\n'))
    await total(page, 3)
    const text = [
      handOverCode(1),
      `${handOverCode(4).slice(0, -1)}*`,
      handOverCode(5, { workshop: 'ABCDEF' }),
      handOverCode(2, { revision: 2 }),
      encodeResultCode(gaps, { vantage: 'senior', completedOn: '2026-11-20', answers: {} }),
    ].join('\n')
    await takeIn(page, text)
    await shown(page, '2 responses taken in, 1 in already, 2 not taken in')
    const items = page.getByRole('listitem').filter({ hasText: /^Line \d/ })
    const said = (await items.allTextContents()).map((item) => item.replaceAll(/\s+/g, ' '))
    expect(said[0]).toMatch(/^Line 1 .*This response is in already\./)
    expect(said[1]).toMatch(/^Line 2 .*(Part of the code is missing|A letter or digit of the code is wrong)/)
    expect(said[2]).toMatch(/^Line 3 .*It belongs to another workshop, ABCDEF/)
    expect(said[3]).toMatch(/^Line 4 .*in the place of what this participant had handed over before/)
    await total(page, 4)
    await shown(page, 'Without a participant number: 1 from plain result codes')
    await expect.poll(() => pasteBox(page).inputValue()).toBe(text)
  })

  it('refuses answers given under other promises, and says how many carry none', async () => {
    const page = await opened()
    const [bound, changed] = [handOverCode(1), handOverCode(2, {}, { rawExport: true, smallestGroup: 9 })]
    await takeIn(page, `${bound}\n${changed}\n${handOverCode(3, { promises: null })}`)
    await total(page, 2)
    const refused = page.getByRole('listitem').filter({ hasText: /^Line 2/ })
    await expect
      .poll(() => refused.textContent())
      .toContain('It was given under other promises than this workshop makes')
    await shown(page, '1 of these answered without this workshop’s promises: the code, file or table carries none.')
  })

  it('takes out a response by its outcome, and counts the same again as another person’s', async () => {
    const page = await opened()
    await takeIn(page, codes(2).join('\n'))
    await page.getByText('The 2 responses taken in').click()
    await page.getByRole('button', { name: /^Remove the response from: Pasted or typed, Line 2/ }).click()
    await shown(page, 'it counts no longer')
    await total(page, 1)
    const plain = encodeResultCode(gaps, { vantage: 'middle', completedOn: '2026-11-20', answers: {} })
    await takeIn(page, plain)
    await total(page, 2)
    await takeIn(page, plain)
    await page.getByRole('button', { name: 'Count it as another person’s' }).click()
    await total(page, 3)
    await shown(page, 'Counted as another person’s.')
  })

  it('takes out somebody’s answers by their code after a reload, and keeps them out until told otherwise', async () => {
    const page = await open(await visit({ path: CONSOLE, colorScheme: 'dark' }))
    await takeIn(page, codes(3).join('\n'))
    await total(page, 3)
    await page.reload()
    await page.getByText('Take out somebody’s answers').click()
    const field = page.getByRole('textbox', { name: 'Their code or link' })
    const find = async (text: string) => {
      await field.fill(text)
      await page.getByRole('button', { name: 'Find the response' }).click()
    }
    await find(handOverCode(9))
    await shown(page, 'No response of this code is in this workshop.')
    await find(handOverCode(2))
    await shown(page, 'The response is in, level “Teams”, answered on 22 November 2026.')
    expect(await problemsInBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Take it out', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Take out this response?' })
    await expect.poll(() => dialog.innerText()).toContain('deleted from what this browser keeps')
    await dialog.getByRole('button', { name: 'Take it out for good' }).click()
    await shown(page, 'The response was taken out.')
    await total(page, 2)
    await page.reload()
    await takeIn(page, handOverCode(2))
    await shown(page, 'You have taken these answers out.')
    await total(page, 2)
    await page.getByRole('button', { name: 'Let them count again' }).click()
    await total(page, 3)
    await shown(page, 'Let back: it counts again.')
  })

  it('says what taking out a response of somebody in an earlier view would hide, before it does', async () => {
    const page = await opened()
    await takeIn(page, codes(6).join('\n'))
    await closeCollection(page)
    await reopenCollection(page)
    await takeIn(page, codes(1, 7).join('\n'))
    await total(page, 7)
    await page.getByText('The 6 responses taken in').click()
    const remove = page.getByRole('button', { name: /^Remove the response from: Pasted or typed, Line 2/ })
    const dialog = page.getByRole('dialog', { name: 'Take out a response that was shown?' })
    await remove.click()
    await expect.poll(() => dialog.innerText()).toContain('Whoever else is in that view is in no further one')
    await dialog.getByRole('button', { name: 'Let it count' }).click()
    await total(page, 7)
    await remove.click()
    await dialog.getByRole('button', { name: 'Take it out' }).click()
    await total(page, 6)
    await shown(page, '5 people are in a view of which answers were taken out, and in no further one')
    // A response that came after the view is removed as usual.
    const later = page.getByRole('listitem').filter({ hasText: 'The 1 response taken in' })
    await later.getByText('The 1 response taken in').click()
    await later.getByRole('button', { name: /^Remove the response from: Pasted or typed, Line 1/ }).click()
    await total(page, 5)
  })

  it('takes out answers that a view was shown with: its figures stay as they were, the answers are nowhere', async () => {
    const page = await opened(workshopFile({ rawExport: true }, { expected: [8, 8, 8] }))
    await takeIn(page, codes(15, 1, { rawExport: true }).join('\n'))
    await total(page, 15)
    const exported = async () => {
      const download = page.waitForEvent('download')
      await pressExport(page)
      return textOf(download)
    }
    const before = await exported()
    expect(before).toContain('"participant":7,')
    await closeCollection(page)
    const seen = async () => (await (await wholeRoom(page)).innerText()).replaceAll(/\s+/g, ' ')
    const figures = await seen()
    await toStage(page, 'Collect')
    await page.getByText('Take out somebody’s answers').click()
    await page.getByRole('textbox', { name: 'Their code or link' }).fill(handOverCode(7, {}, { rawExport: true }))
    await page.getByRole('button', { name: 'Find the response' }).click()
    await page.getByRole('button', { name: 'Take it out', exact: true }).click()
    await page.getByRole('button', { name: 'Take it out for good' }).click()
    await shown(page, 'The response was taken out.')
    await shown(page, '14 people are in a view of which answers were taken out, and in no further one')
    await toStage(page, 'The room')
    expect(await seen()).toBe(figures)
    await page.reload()
    expect(await seen()).toBe(figures)
    await shown(page, /^Snapshot 1 of .+, with 15 responses\./)
    expect(await exported()).not.toContain('"participant":7,')

    // The file from before has no view, and the person's answers: both are as they are here.
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await importWorkshop(page, before)
    await page.getByRole('button', { name: 'Replace the one here' }).click()
    await shown(page, '1 response in the file was taken out here and stays out.')
    await page.getByRole('button', { name: 'Open the workshop “Offsite”' }).click()
    await toStage(page, 'Collect')
    await total(page, 14)
    await shown(page, '14 people are in a view of which answers were taken out, and in no further one')
  })

  it('takes in many files at once, of any kind, and names those it cannot read', async () => {
    const page = await opened()
    const [one, other] = gaps.items
    await handInFiles(page, {
      'codes.txt': codes(2).join('\n'),
      'survey.csv': `${one?.id},${other?.id},vantage,team\n1,2,Board,x\n3,cant-tell,Teams,y\n9,1,Teams,z\nperhaps,1,Teams,w`,
      'notes.json': '{"nothing": true}',
      'workshop.json': workshopFile(),
    })
    await total(page, 2)
    // A cell that may be a code, then whether the people of codes are in the table.
    await page.getByRole('heading', { name: 'What does this table hold?' }).waitFor()
    await page.getByLabel('“9” means').selectOption('unanswered')
    await page.getByRole('button', { name: 'Read the table' }).press('Enter')
    await page.getByRole('button', { name: 'No, nobody is in both' }).press('Enter')
    await total(page, 5)
    await shown(page, 'File “survey.csv”')
    await shown(page, 'Line 5')
    await shown(page, 'Columns that mean nothing here were passed over: team.')
    await shown(page, 'No code, link or table was found in it.')
    await shown(page, 'This is the file of a whole workshop.')
    await expect.poll(() => countsByLevel(page)).toEqual(['Board 1 3', 'Heads 1 7', 'Teams 3 14'])
    await page.getByLabel('Or files').setInputFiles({
      name: 'bytes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([0x41, 0xe9, 0x42]),
    })
    await shown(page, 'save it as “CSV UTF-8”')
  })

  it('says of responses that are only numbered that nobody can tell whether somebody is in there twice', async () => {
    const page = await opened()
    const [one] = gaps.items
    const sentence = 'nothing that says who answered, so nobody can tell whether somebody is in there twice'
    await handInFiles(page, { 'people.csv': `Response ID,Email,${one?.id}\nR1,a@example.org,2\nR2,b@example.org,3` })
    await total(page, 2)
    expect(await page.getByText(sentence).count()).toBe(0)
    await handInFiles(page, { 'numbers.csv': `Response ID,${one?.id}\nR1,2\nR2,3` })
    await shown(page, `2 rows have the number of a response and ${sentence}.`)
  })

  it('asks again for a level that was chosen and taken back, and once more whether two columns are one', async () => {
    const page = await opened()
    const [one, other] = gaps.items
    // One statement has a column in each language, of which everybody filled in one.
    const columns = `${one?.id},${other?.id},"${french.items[other!.id as keyof typeof french.items].text}",vantage`
    await handInFiles(page, { 'survey.csv': `${columns}\n1,2,,HQ\n2,,3,HQ\n3,4,,Board` })
    await page.getByRole('heading', { name: 'What does this table hold?' }).waitFor()
    const level = page.getByLabel('“HQ” means')
    await level.selectOption('Board')
    await level.selectOption('Choose …')
    await page.getByRole('button', { name: 'Read the table' }).click()
    await shown(page, 'Two columns are the same statement.')
    await page.getByRole('button', { name: 'Read the table' }).click()
    await shown(page, 'Something still has no meaning.')
    await level.selectOption('Heads')
    await page.getByRole('button', { name: 'Read the table' }).click()
    await expect.poll(() => countsByLevel(page)).toEqual(['Board 1 3', 'Heads 2 7', 'Teams 0 14'])
  })

  it('asks what a table holds by keyboard alone, and leads on to what became of it', async () => {
    const page = await opened()
    const [one, other] = gaps.items
    const rows = [1, 2, 3, 4, 5, 6].map((id) => `${id % 2 ? 'Sales' : 'Works'},${1 + (id % 5)},${1 + (id % 4)},HQ`)
    await handInFiles(page, { 'survey.csv': `Custom Data 1,${one?.id},${other?.id},vantage\n${rows.join('\n')}` })
    await page.getByRole('heading', { name: 'What does this table hold?' }).waitFor()
    await shown(page, 'Most rows share their value here with rows that answer otherwise.')
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    const level = page.getByLabel('“HQ” means')
    await page.getByRole('button', { name: 'Read the table' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => level.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    const person = page.getByLabel('Column 1 · not certain Custom Data 1')
    expect(await person.evaluate((field) => field.getAttribute('aria-describedby'))).not.toBeNull()
    await person.focus()
    await page.keyboard.press('ArrowUp')
    expect(await person.inputValue()).toBe('nothing')
    await page.getByRole('button', { name: 'Read the table' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => countsByLevel(page)).toEqual(['Board 6 3', 'Heads 0 7', 'Teams 0 14'])
    expect(await focused()).toBe('What became of it')
    // What was asked about is not listed as refused any more.
    await shown(page, 'Read by what you said; see above.')
    expect(await page.getByText('not taken in').count()).toBe(0)
  })

  it('keeps what a table holds as a file, by which the next one is read unasked', async () => {
    const page = await opened()
    const [one, other] = gaps.items
    const rows = (from: number) => [0, 1].map((at) => `p${from + at}@example.org,99,${1 + at}`)
    const table = (from: number) => [`Email,${one?.id},${other?.id} (recoded)`, ...rows(from)].join('\n')
    await handInFiles(page, { 'first.csv': table(0) })
    await shown(
      page,
      'By its heading, the steps were turned round or worked out anew. Export the answers as they were given, or choose the statement if these are they.',
    )
    expect(await page.getByLabel(`${other?.id} (recoded)`).inputValue()).toBe('nothing')
    await page.getByLabel('“99” means').selectOption('unanswered')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Keep this as a file' }).click()
    const mapping = await textOf(download)
    expect(JSON.parse(mapping)).toMatchObject({ cells: [{ cell: '99', is: 'unanswered' }] })
    await page.getByRole('button', { name: 'Leave the table unread' }).click()
    await handInFiles(page, { 'second.csv': table(2), 'mapping.json': mapping })
    await total(page, 2)
    await shown(page, 'The mapping was read. It is used for the table that waits for it.')
  })

  it('gives the form of a survey tool, with the workshop’s levels, whose answers come back', async () => {
    const page = await opened()
    await page.getByText('Ask in a survey tool instead').click()
    await page.getByLabel('Survey tool', { exact: true }).selectOption('SurveyJS')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the form' }).click()
    const { pages } = JSON.parse(await textOf(download)) as {
      pages: { elements: { name: string; choices: { value: string | number; text: string }[] }[] }[]
    }
    const [place, first, second] = pages.flatMap(({ elements }) => elements)
    expect(place?.choices.map(({ text }) => text)).toEqual(['Board', 'Heads', 'Teams', 'Rather not say'])
    expect(first?.name).toBe(gaps.items[0]?.id)
    const answer = { [place!.name]: place?.choices[2]?.value, [first!.name]: 2, [second!.name]: 'cant-tell' }
    await handInFiles(page, { 'answers.json': JSON.stringify([answer, { ...answer, [first!.name]: 4 }]) })
    await expect.poll(() => countsByLevel(page)).toEqual(['Board 0 3', 'Heads 0 7', 'Teams 2 14'])
  })

  it('takes in a file that is dropped anywhere on the page', async () => {
    const page = await opened()
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'codes.txt', { type: 'text/plain' }))
      return data
    }, codes(3).join('\n'))
    await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped })
    await total(page, 3)
  })

  it('shows counts alone before closing, and nothing of what was answered', async () => {
    const page = await opened()
    await takeIn(page, codes(6).join('\n'))
    await total(page, 6)
    await page.getByText('The 6 responses taken in').click()
    const screen = await page.locator('main').innerText()
    for (const code of codes(6).map(bare)) {
      expect(screen).not.toContain(code)
      expect(screen.replaceAll(/[\s-]/g, '')).not.toContain(code.slice(12, 24))
    }
  })

  it('goes on after a reload with everything that was taken in', async () => {
    const page = await opened()
    await takeIn(page, codes(5).join('\n'))
    await total(page, 5)
    await page.reload()
    await ready(page)
    await total(page, 5)
  })

  it('adds up what two tabs take in', async () => {
    const page = await opened()
    const other = await tab(page, `${CONSOLE}#workshop=${workshop.id}`)
    await takeIn(page, codes(2).join('\n'))
    await total(other, 2)
    await takeIn(other, codes(3, 10).join('\n'))
    await total(page, 5)
    await total(other, 5)
  })

  it('works without a connection, from set-up to export', async () => {
    const page = await visit({ path: CONSOLE, offline: true })
    // A browser says of each file it cannot fetch that it could not.
    await page.getByText('This console is kept on this device').waitFor()
    await page.context().setOffline(true)
    await setUp(page)
    await create(page).click()
    await page.getByRole('img', { name: 'QR code of the link' }).waitFor()
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await openWorkshop(page)
    await takeIn(page, codes(5).join('\n'))
    await total(page, 5)
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('heading', { name: 'Recueillir' }).waitFor()
  })

  it('says so where there is no camera, and goes on without', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Scan with the camera' }).click()
    await shown(page, 'No camera was found.')
    await page.getByRole('button', { name: 'Stop scanning' }).click()
    await takeIn(page, handOverCode(1))
    await total(page, 1)
  })
})

describe('closing', () => {
  it('asks, freezes what there is, and opens again', async () => {
    const page = await opened()
    await takeIn(page, codes(6).join('\n'))
    await total(page, 6)
    await page.getByText('What the room would see now').click()
    await shown(page, /not shown\. .+ answered, and \d more from .+ would let it be shown\./)
    await page.getByRole('button', { name: 'Close collection' }).click()
    await shown(page, '6 responses are frozen as a snapshot')
    await page.getByRole('button', { name: 'Keep collecting' }).click()
    await closeCollection(page)
    await shown(page, /^Snapshot 1 of .+, with 6 responses\./)
    await shown(page, 'Export the workshop again now')
    await page.getByRole('button', { name: 'Export the workshop' }).waitFor()
    await expect.poll(() => pasteBox(page).count()).toBe(0)
    await page.reload()
    await reopenCollection(page)
    await takeIn(page, handOverCode(50))
    await total(page, 7)
  })

  it('says before a second view what it would be without', async () => {
    const page = await opened()
    const joining = (amount: number, from: number, level: number) =>
      Array.from({ length: amount }, (_none, index) => handOverCode(from + index, { level }))
    await takeIn(page, [...joining(6, 1, 1), ...joining(6, 20, 2)].join('\n'))
    await total(page, 12)
    await closeCollection(page)
    await reopenCollection(page)
    expect(await page.getByText('Still needed').filter({ visible: true }).count()).toBe(0)
    await takeIn(page, joining(2, 50, 2).join('\n'))
    await total(page, 14)
    await shown(page, 'Still needed: 3 people in “Teams”.')
    await takeIn(page, joining(4, 52, 2).join('\n'))
    await total(page, 18)
    await shown(page, /This view would show less than the last one\. It would be without: .*single statements/)
    await page.getByRole('button', { name: 'Close collection' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('This view would show less than the last one.').waitFor()
    await dialog.getByText('averages near an end of the scale can be ranges').waitFor()
  })

  it('says what is missing where too few have answered', async () => {
    const page = await opened()
    await takeIn(page, codes(2).join('\n'))
    await total(page, 2)
    await shown(page, 'Still needed: 3 people.')
    await closeCollection(page)
    await shown(page, 'Still needed: 3 people.')
    await expect.poll(() => page.getByText(/^Snapshot/).count()).toBe(0)
  })

  it('gives every response as a table only where set-up allowed it, and only then', async () => {
    const page = await opened(workshopFile({ rawExport: true }))
    await takeIn(page, codes(5, 1, { rawExport: true }).join('\n'))
    const raw = page.getByRole('button', { name: 'Download every response (CSV)' })
    await total(page, 5)
    await toStage(page, 'Take away')
    await shown(page, 'It can be downloaded once collection is closed.')
    await expect.poll(() => raw.count()).toBe(0)
    await closeCollection(page)
    await toStage(page, 'Take away')
    const download = page.waitForEvent('download')
    await raw.click()
    const lines = (await textOf(download)).trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[1]).toContain(workshop.id)

    const without = await opened()
    await takeIn(without, codes(5).join('\n'))
    await closeCollection(without)
    await toStage(without, 'Take away')
    await expect.poll(() => without.getByText(/every response \(CSV\)|table of every response/).count()).toBe(0)
  })
})

describe('the workshops on a device', () => {
  /** The file of a workshop whose answers may be exported, which is not locked. */
  async function exported(page: Page): Promise<string> {
    const download = page.waitForEvent('download')
    await pressExport(page)
    return textOf(download)
  }

  /** Keeps a copy of a workshop beside it, from its file, and goes there. */
  async function keepBeside(page: Page): Promise<void> {
    const text = await exported(page)
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await importWorkshop(page, text)
    await page.getByRole('button', { name: 'Keep both' }).click()
    await page.getByRole('heading', { level: 1, name: 'Offsite (copy)' }).waitFor()
  }

  it('leave as one file and come back on another device', async () => {
    const page = await opened(workshopFile({ rawExport: true }))
    await takeIn(page, codes(4, 1, { rawExport: true }).join('\n'))
    await total(page, 4)
    const text = await exported(page)
    expect(readWorkshopFile(text)).toMatchObject({ ok: true, kept: { workshop: { ...workshop, rawExport: true } } })
    const other = await visit({ path: CONSOLE, colorScheme: 'dark' })
    await importWorkshop(other, text)
    await shown(other, 'Was a view of “Offsite” shown on another device since this file was written?')
    expect(await problemsInBoth(other)).toEqual([])
    await other.getByRole('button', { name: 'No, nowhere' }).click()
    await total(other, 4)
  })

  it('leave locked with a passphrase where people were promised that no table of answers is given', async () => {
    const page = await open(await visit({ path: CONSOLE, colorScheme: 'dark' }))
    await takeIn(page, codes(4).join('\n'))
    await total(page, 4)
    const told = 'It is only written locked with a passphrase.'
    await toStage(page, 'Take away')
    await shown(page, told)
    await pressExport(page)
    const form = page.getByRole('form', { name: 'Lock the file with a passphrase' })
    await shown(page, 'If the passphrase is forgotten, the file is lost')
    const first = form.getByRole('textbox', { name: 'Passphrase' })
    const again = form.getByRole('textbox', { name: 'The same once more' })
    const lock = form.getByRole('button', { name: 'Lock and export' })
    await lock.click()
    await shown(page, 'That is too short to protect answers: use 12 characters or more.')
    expect(await first.evaluate((field) => field === document.activeElement)).toBe(true)
    await first.fill('four words, élan')
    await again.fill('four words, elan')
    await lock.click()
    await shown(page, 'The two differ.')
    expect(await again.evaluate((field) => field === document.activeElement)).toBe(true)
    await again.fill('four words, élan')
    expect(await problemsInBoth(page)).toEqual([])
    const download = page.waitForEvent('download')
    await again.press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toBe('workshop-K7Q2MX.json.age')
    const bytes = await readFile(await file.path())
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /)
    expect(bytes.toString('latin1')).not.toContain('answers')
    await form.waitFor({ state: 'detached' })

    const locked = { name: 'workshop.json.age', mimeType: 'application/octet-stream', buffer: bytes }
    await toStage(page, 'Collect')
    await page.getByLabel('Or files').setInputFiles(locked)
    await shown(page, 'This is the file of a whole workshop.')

    const other = await visit({ path: CONSOLE, colorScheme: 'dark' })
    await other.getByLabel('The file of a workshop').setInputFiles(locked)
    const opening = other.getByRole('form', { name: '“workshop.json.age” is locked with a passphrase.' })
    const passphrase = opening.getByRole('textbox', { name: 'Passphrase' })
    await expect.poll(() => passphrase.evaluate((field) => field === document.activeElement)).toBe(true)
    await passphrase.fill('four words, elan')
    await passphrase.press('Enter')
    await shown(other, 'This passphrase does not open the file.')
    expect(await problemsInBoth(other)).toEqual([])
    // As another system writes the same letter.
    await passphrase.fill('four words, e\u0301lan')
    await passphrase.press('Enter')
    await other.getByRole('button', { name: 'No, nowhere' }).click()
    await total(other, 4)
  })

  it('wait for new people on a device that cannot know whether they were shown elsewhere', async () => {
    const page = await opened(workshopFile({ rawExport: true }, { expected: [8, 8, 8] }))
    await takeIn(page, codes(15, 1, { rawExport: true }).join('\n'))
    await total(page, 15)
    const text = await exported(page)
    const other = await visit({ path: CONSOLE })
    await importWorkshop(other, text)
    await other.getByRole('button', { name: 'Yes, or I am not sure' }).click()
    await total(other, 15)
    const waits = other.getByRole('dialog').getByText('What came in since the last snapshot is not shown yet')
    await other.getByRole('button', { name: 'Close collection' }).click()
    await waits.waitFor()
    await other.getByRole('button', { name: 'Keep collecting' }).click()
    const more = [31, 32, 33, 34, 35].map((one) => handOverCode(one, { level: null }, { rawExport: true }))
    await takeIn(other, more.join('\n'))
    await total(other, 20)
    await closeCollection(other)
    await wholeRoom(other)
  })

  it('that another program has locked are opened, and told from a file that was damaged', async () => {
    const page = await visit({ path: CONSOLE })
    const locked = await readFile(join(import.meta.dirname, '../fixtures/locked-workshop.json.age'))
    const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
    const unlock = async (buffer: Buffer) => {
      const file = { name: 'a.age', mimeType: 'application/octet-stream', buffer }
      await page.getByLabel('The file of a workshop').setInputFiles(file)
      await passphrase.fill('quatre mots élagués 7')
      await page.getByRole('button', { name: 'Open it' }).click()
    }
    await unlock(locked.subarray(0, -9))
    await shown(page, 'the file was damaged on its way')
    await unlock(locked)
    await total(page, 0)
  })

  it('can be kept beside the file of them, with every answer that is in it, after a reload too', async () => {
    const page = await opened(workshopFile({ rawExport: true }))
    await takeIn(page, codes(4, 1, { rawExport: true }).join('\n'))
    await total(page, 4)
    await keepBeside(page)
    await total(page, 4)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Offsite (copy)' }).waitFor()
    await total(page, 4)
    expect(readWorkshopFile(await exported(page))).toMatchObject({ ok: true, kept: { collected: { former: [] } } })
  })

  it('are bound by a view of a copy that is kept beside them, and both lose what is taken out of one', async () => {
    const page = await opened(workshopFile({ rawExport: true }, { expected: [8, 8, 8] }))
    await takeIn(page, codes(15, 1, { rawExport: true }).join('\n'))
    await total(page, 15)
    await keepBeside(page)
    await closeCollection(page)
    await wholeRoom(page)
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await page.getByRole('button', { name: 'Open the workshop “Offsite”', exact: true }).click()
    await toStage(page, 'Collect')
    await takeIn(page, handOverCode(40, {}, { rawExport: true }))
    await total(page, 16)
    await page.getByRole('button', { name: 'Close collection' }).click()
    await page.getByRole('dialog').getByText('What came in since the last snapshot is not shown yet').waitFor()
    await page.getByRole('button', { name: 'Keep collecting' }).click()
    await page.getByText('Take out somebody’s answers').click()
    await page.getByRole('textbox', { name: 'Their code or link' }).fill(handOverCode(7, {}, { rawExport: true }))
    await page.getByRole('button', { name: 'Find the response' }).click()
    await page.getByRole('button', { name: 'Take it out', exact: true }).click()
    await page.getByRole('button', { name: 'Take it out for good' }).click()
    await shown(page, 'The response was taken out.')
    const partsWith = (found: string) =>
      page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('leadership-diagnostic.workshops')
            opening.onsuccess = () => {
              const reading = opening.result.transaction('parts').objectStore('parts').getAll()
              reading.onsuccess = () => resolve(reading.result.filter((part) => String(part).includes(wanted)).length)
            }
          }),
        found,
      )
    await expect.poll(() => partsWith('"participant":7,')).toBe(0)
    expect(await partsWith('"participant":8,')).toBe(2)
  })

  it('ask before one is replaced, and can keep both', async () => {
    const page = await opened()
    await takeIn(page, codes(4).join('\n'))
    await total(page, 4)
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await importWorkshop(page)
    await shown(page, 'Here it has 4 responses, in the file 0.')
    await page.getByRole('button', { name: 'Keep both' }).click()
    await page.getByRole('heading', { level: 1, name: 'Offsite (copy)' }).waitFor()
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await expect
      .poll(() => page.getByRole('heading', { level: 3 }).allTextContents())
      .toEqual(['Offsite', 'Offsite (copy)'])
    await importWorkshop(page)
    await page.getByRole('button', { name: 'Replace the one here' }).click()
    await total(page, 0)
  })

  it.each([
    ['a file that is none', 'x', 'This is not the file of a workshop.'],
    [
      'a file that was tampered with',
      workshopFile().replace('"smallestGroup":5', '"smallestGroup":2'),
      'does not belong',
    ],
    [
      'a later release’s file',
      workshopFile().replace('"formatVersion":1', `"formatVersion":${LATEST_FORMAT + 1}`),
      'a later release',
    ],
  ])('refuse %s with a sentence that says what to do', async (_name, text, sentence) => {
    const page = await visit({ path: CONSOLE })
    await importWorkshop(page, text)
    await shown(page, sentence)
    await shown(page, 'No workshop is kept on this device yet.')
  })

  it('are deleted for good after asking', async () => {
    const page = await opened()
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await page.getByRole('button', { name: 'Delete the workshop “Offsite”' }).click()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await shown(page, '“Offsite” is deleted.')
    await page.reload()
    await shown(page, 'No workshop is kept on this device yet.')
    await page.goto(`${inject('site')}${CONSOLE}#workshop=${workshop.id}`)
    await page.getByRole('heading', { name: 'This workshop is not on this device' }).waitFor()
  })

  it('leave behind that they were shown, by which a file of them is bound, until everything is deleted', async () => {
    const page = await open(
      await visit({ path: CONSOLE, colorScheme: 'dark' }),
      workshopFile({ rawExport: true }, { expected: [8, 8, 8] }),
    )
    await takeIn(page, codes(15, 1, { rawExport: true }).join('\n'))
    await total(page, 15)
    const before = await exported(page)
    await closeCollection(page)
    await wholeRoom(page)
    const other = await tab(page, `${CONSOLE}#workshop=${workshop.id}`)
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await page.getByRole('button', { name: 'Delete the workshop “Offsite”' }).click()
    await shown(page, 'That views of it were shown is remembered, without names, answers or figures.')
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await shown(page, 'No workshop is kept on this device yet.')
    await other.getByRole('heading', { name: 'This workshop is not on this device' }).waitFor()
    await page.reload()
    await page.getByText('Remembered of 1 deleted workshop').click()
    await shown(page, /^K7Q2MX: 1 view, the last on/)
    expect(await problemsInBoth(page)).toEqual([])
    await importWorkshop(page, before)
    await total(page, 15)
    await takeIn(page, handOverCode(40, {}, { rawExport: true }))
    await total(page, 16)
    await page.getByRole('button', { name: 'Close collection' }).click()
    await page.getByRole('dialog').getByText('What came in since the last snapshot is not shown yet').waitFor()
  })

  it('are gone from an open tab where everything is deleted in another, and nothing comes back', async () => {
    const page = await open(await visit({ path: CONSOLE, colorScheme: 'dark' }))
    await takeIn(page, codes(3).join('\n'))
    await total(page, 3)
    const other = await tab(page)
    await other.getByRole('link', { name: /^Results/ }).click()
    await other.getByRole('button', { name: 'Delete everything on this device' }).click()
    await other.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await page.getByRole('heading', { name: 'Everything was deleted' }).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await problemsInBoth(page)).toEqual([])
    const named = () => page.evaluate(() => indexedDB.databases().then((all) => all.map((database) => database.name)))
    await expect.poll(named).toEqual([])
    await page.getByRole('button', { name: 'Load the page again' }).click()
    await page.goto(inject('site') + CONSOLE)
    await shown(page, 'No workshop is kept on this device yet.')
  })

  it('of a later release are said to be there, and stay as they are', async () => {
    const page = await visit({ colorScheme: 'dark' })
    const stand = (version?: number) =>
      page.evaluate(
        (wanted) =>
          new Promise((resolve) => {
            const opening = indexedDB.open('leadership-diagnostic.workshops', wanted)
            opening.onupgradeneeded = () => void opening.result.createObjectStore('workshops').put('later', 'K7Q2MX')
            opening.onsuccess = () => {
              const { result } = opening
              const reading = result.transaction('workshops').objectStore('workshops').getAll()
              reading.onsuccess = () => {
                resolve([result.version, reading.result])
                result.close()
              }
            }
          }),
        version,
      )
    await stand(9)
    await page.goto(inject('site') + CONSOLE)
    await expect.poll(() => page.getByRole('alert').allTextContents().then(String)).toContain('by a later release')
    await page.getByRole('button', { name: 'Load the page again' }).waitFor()
    expect(await page.getByText('No workshop is kept on this device yet.').count()).toBe(0)
    expect(await problemsInBoth(page)).toEqual([])
    await openWorkshop(page)
    await takeIn(page, codes(2).join('\n'))
    await total(page, 2)
    await shown(page, 'The latest change is not kept by this browser.')
    expect(await stand()).toEqual([9, ['later']])
  })

  it('of another questionnaire are kept, and say that they cannot collect here', async () => {
    const page = await visit({ path: CONSOLE })
    await importWorkshop(page, workshopFile({ questionnaire: { id: 'elsewhere', version: '3.0.0' } }))
    await shown(page, 'asks a questionnaire, or a version of it, that this page does not have')
    await page.getByRole('button', { name: 'Open the workshop “Offsite”' }).click()
    await shown(page, 'so it cannot collect here')
    await expect.poll(() => pasteBox(page).count()).toBe(0)
  })

  it('keep out what was taken out where an older file replaces them', async () => {
    const page = await opened(workshopFile({ rawExport: true }))
    await takeIn(page, codes(3, 1, { rawExport: true }).join('\n'))
    await total(page, 3)
    const before = await exported(page)
    await toStage(page, 'Collect')
    await page.getByText('Take out somebody’s answers').click()
    await page.getByRole('textbox', { name: 'Their code or link' }).fill(handOverCode(2, {}, { rawExport: true }))
    await page.getByRole('button', { name: 'Find the response' }).click()
    await page.getByRole('button', { name: 'Take it out', exact: true }).click()
    await page.getByRole('button', { name: 'Take it out for good' }).click()
    await total(page, 2)
    await page.getByRole('link', { name: 'Workshops on this device' }).click()
    await importWorkshop(page, before)
    await page.getByRole('button', { name: 'Replace the one here' }).click()
    await shown(page, '1 response in the file was taken out here and stays out.')
    await shown(page, /2 responses, latest on/)
  })

  it.each([
    [
      'blocks its database',
      () =>
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('blocked', 'SecurityError')
          },
        }),
      'keeps nothing for this page',
    ],
    [
      'has no room left',
      () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      },
      'storage is full',
    ],
  ])('are offered as a file where the browser %s', async (_name, script, sentence) => {
    const page = await visit({ path: CONSOLE, before: (fresh) => fresh.addInitScript(script) })
    await openWorkshop(page, workshopFile({ rawExport: true }))
    await takeIn(page, codes(3, 1, { rawExport: true }).join('\n'))
    await total(page, 3)
    await expect.poll(() => page.getByRole('alert').getByText(sentence).count()).toBe(1)
    await shown(page, 'The latest change is not kept by this browser.')
    expect(readWorkshopFile(await exported(page))).toMatchObject({ ok: true })
  })
})

describe('joining', () => {
  it('shows the picture large with what to do, and leaves with Escape', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Show full screen' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Answer alone. It takes about 5 minutes.').waitFor()
    const box = await dialog.getByRole('img').boundingBox()
    expect(box?.height).toBeGreaterThan(550)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('tells people what the set-up says', async () => {
    const page = await opened(workshopFile({ rawExport: true, smallestGroup: 8 }))
    await page.getByText('What to tell people').click()
    await shown(page, 'Nothing is shown of fewer than 8 people.')
    await shown(page, 'The facilitator can read and keep each response')
  })
})

const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
  ['the start', async () => undefined],
  [
    'the set-up with problems',
    async (page) => {
      await setUp(page)
      await name(page).fill('')
      await create(page).click()
      await shown(page, 'One field needs to be corrected')
    },
  ],
  [
    'a workshop that collects',
    async (page) => {
      await openWorkshop(page)
      await takeIn(page, [...codes(3), 'x', handOverCode(5, { workshop: 'ABCDEF' })].join('\n'))
      await page.getByText('The 3 responses taken in').click()
    },
  ],
  [
    'the camera',
    async (page) => {
      await openWorkshop(page)
      await page.getByRole('button', { name: 'Scan with the camera' }).click()
      await shown(page, 'No camera was found.')
    },
  ],
  [
    'the large picture',
    async (page) => {
      await openWorkshop(page)
      await page.getByRole('button', { name: 'Show full screen' }).click()
      await page.getByRole('dialog').getByRole('img').waitFor()
    },
  ],
  [
    'a workshop that is closed',
    async (page) => {
      await openWorkshop(page)
      await takeIn(page, codes(6).join('\n'))
      await total(page, 6)
      await closeCollection(page)
    },
  ],
  [
    'the workshops on the device',
    async (page) => {
      await openWorkshop(page)
      await page.getByRole('link', { name: 'Workshops on this device' }).click()
      await importWorkshop(page)
      await page.getByRole('button', { name: 'Keep both' }).waitFor()
    },
  ],
]

it.each(SCREENS)('%s has no problem that axe can find, in dark or in light', async (_name, go) => {
  const page = await visit({ path: CONSOLE, colorScheme: 'dark' })
  await go(page)
  expect(await problemsInBoth(page)).toEqual([])
})

it.each(SCREENS)('%s fits a window of 320 pixels, as a page at 400 % does', async (_name, go) => {
  const page = await visit({ path: CONSOLE, viewport: { width: 320, height: 600 } })
  await go(page)
  await expect.poll(() => widthOf(page)).toEqual([320])
})

it('speaks French where the browser does', async () => {
  const page = await visit({ path: CONSOLE, locale: 'fr-FR' })
  await page.getByRole('button', { name: 'Préparer un atelier' }).click()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Nom du niveau (Niveau 1)' }).inputValue())
    .toBe('Direction')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Set up a workshop' }).waitFor()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Name of the level (Level 1)' }).inputValue())
    .toBe('Direction')
})
