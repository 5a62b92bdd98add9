import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { serveSite, type ServedSite } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { decodeInvitation } from '../../src/core/workshop/invitation.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { Phone, toolsFor } from '../brokers/live-room.ts'
import { answer, browsing, progress, ready, VARIED } from './browser.ts'
import { problems } from './problems.ts'
import { changeSetUp, CONSOLE, importWorkshop, shown, textOf, total, toStage } from './workshop-page.ts'

// A name that only this browser knows: to it, that is another machine without encryption.
const NAME = 'room.test'
const { visit, leave, tab } = browsing([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`])

const folder = mkdtempSync(join(tmpdir(), 'live-room-'))
let served: ServedSite

beforeAll(async () => {
  served = await serveSite({ folder: SITE, names: [NAME], relay: { folder } })
})
afterAll(async () => {
  await served.stop()
  rmSync(folder, { recursive: true })
})

/** Sets up a workshop whose answers arrive by themselves, and returns the link for participants. */
async function setUpLive(page: Page, name = 'Offsite', more: readonly string[] = []): Promise<string> {
  await page.getByRole('button', { name: 'Set up a workshop' }).click()
  await page.getByRole('textbox', { name: 'Name of the workshop' }).fill(name)
  for (const [at, level] of more.entries()) {
    await page.getByRole('button', { name: 'Add a level' }).click()
    await page
      .getByRole('textbox', { name: /^Name of the level/ })
      .nth(3 + at)
      .fill(level)
  }
  for (let level = 0; level < 3 + more.length; level++)
    await page.getByRole('textbox', { name: 'People expected' }).nth(level).fill('8')
  expect(await page.getByRole('radio', { name: /^By themselves, sealed/ }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Create the workshop' }).click()
  await page.getByRole('heading', { name: 'First, a copy of the workshop' }).waitFor()
  expect(await page.getByLabel('Link for participants', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Go on without a copy' }).click()
  await shown(page, 'Live room: connected')
  return page.getByLabel('Link for participants', { exact: true }).inputValue()
}

async function answerOnPhone(link: string, level = '1', isNew = false): Promise<Page> {
  const [site, fragment] = link.split('#')
  const phone = await visit({ site: site!, path: `#${fragment}`, viewport: { width: 390, height: 844 }, isNew })
  await ready(phone)
  await phone.getByText('Nothing is sent before you press a button').waitFor()
  await answer(phone, level, VARIED)
  await phone.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  return phone
}

/** Counts the connections to the relay that begin from now on, as long as they last. */
function connections() {
  const open = { now: 0 }
  const opened = (_request: IncomingMessage, socket: Duplex) => {
    open.now++
    socket.once('close', () => open.now--)
  }
  served.server.on('upgrade', opened)
  onTestFinished(() => void served.server.off('upgrade', opened))
  return open
}

const press = (phone: Page) => phone.getByRole('button', { name: 'Hand over', exact: true }).click()
const says = (phone: Page, text: string | RegExp) => phone.getByRole('status').getByText(text).waitFor()

describe('a live workshop', () => {
  it('takes in what people hand over by one press, and tells them so', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    const link = await setUpLive(page)
    expect(link).toContain(`http://${NAME}:`)
    const phone = await answerOnPhone(link)
    // Nobody sends anything before the press, and no code is there to be taken in by accident.
    expect(await phone.getByLabel('Hand-over code', { exact: true }).count()).toBe(0)
    await total(page, 0)
    await press(phone)
    await says(phone, 'Received by the facilitator’s device')
    await total(page, 1)
    await phone.reload()
    await ready(phone)
    await says(phone, 'Received by the facilitator’s device')
    expect(await problems(phone)).toEqual([])
    expect(await problems(page)).toEqual([])
  })

  it(
    'keeps what is sent while the console is closed, and answers once it is open again',
    { timeout: 120_000 },
    async () => {
      const page = await visit({ site: served.address, path: CONSOLE })
      const link = await setUpLive(page)
      const console = await tab(page, new URL(CONSOLE, served.address).href)
      await page.close()
      // Its profile loses its way to the relay later on, and is nobody else's.
      // Tabs take turns on pages with encryption, and on this machine's own.
      const phone = await answerOnPhone(link.replace(/^[^#]*/, served.address), '3', true)
      await press(phone)
      await says(phone, 'Sent, and waiting, sealed, for the facilitator’s device')
      // On the next visit it goes on by itself, and nobody is asked to press again.
      await phone.reload()
      await ready(phone)
      await says(phone, 'Sent, and waiting, sealed, for the facilitator’s device')
      expect(await phone.getByRole('button', { name: 'Hand over', exact: true }).count()).toBe(0)
      await phone.getByRole('button', { name: 'Change my answers' }).click()
      await phone.getByRole('button', { name: 'See the result' }).click()
      await says(phone, 'Sent, and waiting, sealed, for the facilitator’s device')
      // It goes on from whatever is looked at: here, and in another tab only once this one is closed.
      await phone.getByRole('button', { name: 'Change my answers' }).click()
      await phone.getByRole('listitem').first().getByRole('button').click()
      const isConnected = connections()
      const next = await tab(phone, phone.url())
      await progress(next).waitFor()
      await expect.poll(() => next.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(1)
      expect(isConnected.now).toBe(0)
      // It has time: parts of the page come while somebody reads.
      const goesOn = next.waitForEvent('websocket', { timeout: 90_000 })
      await phone.close()
      await goesOn
      await expect.poll(() => isConnected.now).toBe(1)
      // A further one has no way to the relay, and learns of the answer from this one.
      await next.context().routeWebSocket(/\/live$/, () => {})
      const other = await tab(next, next.url())
      await progress(other).waitFor()
      await console.getByRole('button', { name: 'Open the workshop “Offsite”' }).click()
      await total(console, 1)
      for (const one of [next, other]) {
        await one.getByRole('button', { name: 'All statements' }).click()
        await one.getByRole('button', { name: 'See the result' }).click()
        await says(one, 'Received by the facilitator’s device')
      }
    },
  )

  it('counts somebody once who changes an answer and hands over again', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    const phone = await answerOnPhone(await setUpLive(page))
    await press(phone)
    await says(phone, 'Received by the facilitator’s device')
    await phone.getByRole('button', { name: 'Change my answers' }).click()
    await phone.getByRole('listitem').first().getByRole('button').click()
    await phone.keyboard.press('1')
    await phone.getByRole('button', { name: 'See the result' }).click()
    await phone.getByText('Your answers have changed since').waitFor()
    await press(phone)
    await says(phone, 'Received by the facilitator’s device')
    await total(page, 1)
  })

  it('says to whoever comes after closing that their answers were not taken in', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    const phone = await answerOnPhone(await setUpLive(page))
    await page.getByRole('button', { name: 'Close collection' }).click()
    await page.getByRole('button', { name: 'Close it' }).click()
    await press(phone)
    await says(phone, 'Collection was closed before your answers came')
    await page.getByRole('button', { name: 'Reopen collection' }).click()
    await phone.getByRole('button', { name: 'Hand over again' }).click()
    await says(phone, 'Received by the facilitator’s device')
  })

  it('goes on at a second device that has the file, which knows what was shown at the first', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    await page.getByRole('button', { name: 'Set up a workshop' }).click()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Offsite')
    await page.getByRole('radio', { name: /^Yes, as a table/ }).check()
    await page.getByRole('button', { name: 'Create the workshop' }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export the workshop' }).first().click()
    const text = await textOf(file)
    const link = await page.getByLabel('Link for participants', { exact: true }).inputValue()
    const phone = await answerOnPhone(link)
    await press(phone)
    await says(phone, 'Received by the facilitator’s device')
    const second = await visit({ site: served.address, path: CONSOLE })
    await importWorkshop(second, text)
    await expect.poll(() => second.locator('.total').textContent()).toMatch(/^1\s*response/)
    expect(await problems(second)).toEqual([])
  })

  it('shows the code by itself where the network lets nothing through, and sends once it does', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    const [site, fragment] = (await setUpLive(page)).split('#')
    let isBlocked = true
    const phone = await visit({
      site: site!,
      path: `#${fragment}`,
      isNew: true,
      before: async (opened) => {
        await opened.clock.install()
        await opened.routeWebSocket(/live$/, (socket) => {
          if (isBlocked) void socket.close()
          else socket.connectToServer()
        })
      },
    })
    await ready(phone)
    await answer(phone, '2', VARIED)
    await press(phone)
    await phone.clock.runFor(21_000)
    await says(phone, 'No connection yet')
    await phone.getByLabel('Hand-over code', { exact: true }).waitFor()
    expect(await problems(phone)).toEqual([])
    isBlocked = false
    await expect
      .poll(async () => {
        await phone.clock.runFor(5000)
        return phone.getByRole('status').getByText('Received by the facilitator’s device').count()
      })
      .toBe(1)
    await total(page, 1)
  })

  it('is found by its code, for those whose camera fails', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    await setUpLive(page)
    await shown(page, `Or open ${NAME}:`)
    const code = (await page.getByText(/^[0-9A-Z]{5} [0-9A-Z]{5}$/).textContent())!
    const site = served.addresses[0]!
    const phone = await visit({ site, path: 'join', viewport: { width: 390, height: 844 } })
    const field = phone.getByRole('textbox', { name: 'Code from the wall' })
    await field.fill('K7Q2M')
    await phone.getByRole('button', { name: 'Open the workshop' }).click()
    await phone.getByText('The code has ten letters and digits').waitFor()
    await field.fill('00000 00000')
    await phone.keyboard.press('Enter')
    await phone.getByText('No workshop answers to this code now').waitFor()
    expect(await problems(phone)).toEqual([])
    await field.fill(code.toLowerCase())
    await phone.keyboard.press('Enter')
    await phone.getByRole('heading', { name: 'Does the wall show this mark?' }).waitFor()
    const mark = await phone.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).textContent()
    await shown(page, `What opens there shows the mark ${mark}.`)
    await phone.getByRole('button', { name: 'It shows another' }).click()
    await phone.getByText('Nothing was sent').waitFor()
    await phone.getByRole('button', { name: 'Type the code again' }).click()
    await field.fill(code)
    await phone.keyboard.press('Enter')
    await phone.getByRole('button', { name: 'Yes, go on' }).click()
    await phone.getByText('Nothing is sent before you press a button').waitFor()
    expect(new URL(phone.url()).hash).toMatch(/^#w=/)
  })

  it('goes on collecting at every stage, and while its set-up is changed', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    const link = await setUpLive(page)
    await toStage(page, 'Take away')
    const phone = await answerOnPhone(link)
    await press(phone)
    await says(phone, 'Received by the facilitator’s device')
    await changeSetUp(page, 'Change the client or the expected numbers')
    await page.getByRole('heading', { name: 'Change the set-up' }).waitFor()
    const other = await answerOnPhone(link)
    await press(other)
    await says(other, 'Received by the facilitator’s device')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await toStage(page, 'Collect')
    await total(page, 2)
    await shown(page, 'Live room: connected')
  })

  it('says on the wall, too, where the relay is not reached, and has the other ways at hand', async () => {
    let isDown = false
    const sockets: WebSocketRoute[] = []
    const page = await visit({
      site: served.address,
      path: CONSOLE,
      before: (fresh) =>
        fresh.routeWebSocket(/\/live$/, (socket) => {
          if (isDown) return void socket.close()
          socket.connectToServer()
          sockets.push(socket)
        }),
    })
    await setUpLive(page)
    expect(await page.getByRole('button', { name: 'Scan with the camera' }).isVisible()).toBe(false)
    await page.getByText('Take in codes, files or tables').click()
    await page.getByRole('button', { name: 'Scan with the camera' }).waitFor()
    await page.getByRole('button', { name: 'Show full screen' }).click()
    const wall = page.getByRole('dialog')
    await wall.getByText('0 of 24').waitFor()
    expect(await wall.getByText('Live room').count()).toBe(0)
    isDown = true
    for (const socket of sockets) await socket.close()
    await wall.getByText(/^Live room: (reconnecting|the relay cannot be reached)/).waitFor()
    isDown = false
    await expect.poll(() => wall.getByText('Live room').count(), { timeout: 30_000 }).toBe(0)
    await wall.getByRole('button', { name: 'Close', exact: true }).click()
    await shown(page, 'Live room: connected')
    const close = page.getByRole('button', { name: 'Close collection' })
    await close.click()
    expect(await page.getByRole('dialog').innerText()).not.toContain('The relay is not reached now')
    await page.getByRole('button', { name: 'Keep collecting' }).click()
    isDown = true
    for (const socket of sockets) await socket.close()
    await page.getByText(/^Live room: (reconnecting|the relay cannot be reached)/).waitFor()
    await close.click()
    await page.getByRole('dialog').getByText('The relay is not reached now').waitFor()
  })

  it('sets a crowd of answers aside that nobody gave, and brings it back, until the first view', async () => {
    const page = await visit({ site: served.address, path: CONSOLE, viewport: { width: 390, height: 844 } })
    const read = decodeInvitation(new URL(await setUpLive(page)).hash)
    if (!read.ok) throw new Error(read.issue.code)
    const { invitation } = read
    const relay = `${served.address.replace(/^http/, 'ws')}live`
    const room = { publicKey: invitation.live!.publicKey, relay }
    const hand = async (number: number) => {
      const phone = new Phone(toolsFor(), { room }, number)
      await phone.press({ workshop: invitation.id, promises: promisesOf(invitation) })
      await expect.poll(() => phone.page?.state, { timeout: 20_000 }).toBe('counted')
      phone.close()
    }
    for (let number = 0; number < 6; number++) await hand(number)
    await Promise.all(Array.from({ length: 30 }, (_, at) => hand(100 + at)))
    await total(page, 36, 24)
    const crowds = page.getByRole('group', { name: 'Answers that count' })
    await crowds.getByRole('checkbox').first().waitFor()
    expect(await crowds.getByRole('checkbox').count()).toBeGreaterThan(1)
    expect(await crowds.innerText()).toContain('Number 1 to 5 of those that arrived: 5 responses')
    await shown(page, 'More people have answered than were expected')
    await crowds.getByRole('checkbox').first().uncheck()
    await total(page, 31, 24)
    await page.reload()
    await total(page, 31, 24)
    await page.getByText('Set a crowd of answers aside').scrollIntoViewIfNeeded()
    await crowds.getByRole('checkbox').first().check()
    await total(page, 36, 24)
    expect(await problems(page)).toEqual([])
  })

  it('counts on the wall, large, how many are in of how many, and shows all of it at once', async () => {
    const page = await visit({ site: served.address, path: CONSOLE, viewport: { width: 1920, height: 1080 } })
    const name = 'Offsite of the northern plants in spring, with the executive committee as guests'
    const phone = await answerOnPhone(await setUpLive(page, name, ['Team leads of nights and weekends', 'Operators']))
    await page.getByRole('button', { name: 'Show full screen' }).click()
    await press(phone)
    const wall = page.getByRole('dialog')
    await expect.poll(() => wall.getByText('1 of 40').count()).toBe(1)
    await wall.getByText('What opens there shows the mark').waitFor()
    // A hall, a meeting room and an old projector: nobody scrolls there.
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      const tooHigh = () => wall.evaluate((element) => element.scrollHeight - element.clientHeight)
      await expect.poll(tooHigh, { message: `${width} x ${height}` }).toBe(0)
      const count = await wall.getByText('1 of 8').evaluate((element) => getComputedStyle(element).fontSize)
      expect(Number.parseFloat(count)).toBeGreaterThan(height / 50)
    }
    await leave(phone)
  })
})

describe('the server with a relay', () => {
  it.each(['//', '//evil.test/', '/%', '/?#', '/\\\\'])('outlasts a request for "%s"', async (path) => {
    const { port } = new URL(served.address)
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request({ port: Number(port), host: '127.0.0.1', path }, (reply) => {
        reply.resume()
        resolve(reply.statusCode ?? 0)
      })
      asked.on('error', reject).end()
    })
    expect([200, 404]).toContain(status)
  })
})

describe('a site without a relay', () => {
  it('says that answers cannot arrive by themselves, and sets up a workshop all the same', async () => {
    const page = await visit({ path: CONSOLE })
    await page.getByRole('button', { name: 'Set up a workshop' }).click()
    await page.getByText('this site comes without a relay').waitFor()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Offsite')
    await page.getByRole('button', { name: 'Create the workshop' }).click()
    const link = await page.getByLabel('Link for participants', { exact: true }).inputValue()
    const read = decodeInvitation(new URL(link).hash)
    expect(read.ok && read.invitation.live).toBeUndefined()
  })
})
