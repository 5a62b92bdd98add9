import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { serveSite, type ServedSite } from '../../src/build/serve-site.ts'
import { ROOT, SITE } from '../../src/build/site.ts'
import { answer, browsing, ready, VARIED } from './browser.ts'
import { CONSOLE, openWorkshop } from './workshop-page.ts'

// Names that only this browser knows: to it, they are other machines without encryption.
const NAMES = ['room.test', 'other.test']
const { visit } = browsing([`--host-resolver-rules=${NAMES.map((name) => `MAP ${name} 127.0.0.1`).join()}`])

let served: ServedSite

beforeAll(async () => {
  served = await serveSite({ folder: SITE, names: NAMES })
})
afterAll(() => {
  served.server.close()
  served.server.closeAllConnections()
})

const linkOf = (page: Awaited<ReturnType<typeof visit>>) =>
  page.getByLabel('Link for participants', { exact: true }).inputValue()

describe('a site that is served to the network of a room', () => {
  it('makes links of the addresses that phones reach, and of the one that is chosen', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    await openWorkshop(page)
    const [first, second] = served.addresses
    expect(await linkOf(page)).toMatch(new RegExp(`^${first}#w=`))
    await page.getByLabel('Address that phones in this network open').selectOption(second!)
    expect(await linkOf(page)).toMatch(new RegExp(`^${second}#w=`))
    await page.getByText('What to tell people').click()
    await page.getByText('a phone keeps nothing for later').waitFor()
    await expect.poll(() => page.getByText('opens on this device alone').count()).toBe(0)
  })

  it('takes a phone to the code that it hands over, without encryption', async () => {
    const page = await visit({ site: served.address, path: CONSOLE })
    await openWorkshop(page)
    const [site, fragment] = (await linkOf(page)).split('#')
    const phone = await visit({ site: site!, path: `#${fragment}`, viewport: { width: 390, height: 844 } })
    expect(await phone.evaluate(() => isSecureContext)).toBe(false)
    await ready(phone)
    await answer(phone, '1', VARIED)
    await phone.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
    expect(await phone.getByLabel('Hand-over code', { exact: true }).inputValue()).toMatch(/^[0-9A-Z-]{30,}$/)
  })
})

describe('a site that is served to its own machine', () => {
  it('says that nobody else can open the link', async () => {
    const page = await visit({ path: CONSOLE })
    await openWorkshop(page)
    await page.getByText('opens on this device alone').waitFor()
    expect(await linkOf(page)).toMatch(/^http:\/\/localhost:/)
  })
})

describe('npm start', () => {
  const liveData = mkdtempSync(join(tmpdir(), 'live-'))
  afterAll(() => rmSync(liveData, { recursive: true }))
  const start = (environment: Record<string, string>) =>
    spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/entries/cli/start.ts')], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', LIVE_DATA: liveData, ...environment },
    })

  async function printed(environment: Record<string, string>, until: string): Promise<string> {
    const started = start(environment)
    let text = ''
    try {
      await new Promise<void>((resolve, reject) => {
        for (const stream of [started.stdout, started.stderr])
          stream.setEncoding('utf8').on('data', (part: string) => {
            text += part
            if (text.includes(until)) resolve()
          })
        started.once('close', () => reject(new Error(`It ended with: ${text}`)))
      })
    } finally {
      started.kill()
    }
    return text
  }

  it('prints the addresses in the networks of the machine where it is opened to them, and a picture', async () => {
    const text = await printed({ HOST: '0.0.0.0' }, 'Press Ctrl+C')
    expect(text).toContain('The diagnostic is at http://localhost:')
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === 'IPv4')
    for (const one of others) expect(text).toContain(`http://${one!.address}:`)
    expect(text.includes('Other devices in the same network open')).toBe(others.length > 0)
  })

  it('prints one address where it is not', async () => {
    expect(await printed({ HOST: '' }, 'Press Ctrl+C')).toMatch(
      /^The diagnostic is at \S+\nThe relay of live rooms keeps them in \S+\nPress Ctrl\+C to stop\.\n$/,
    )
  })

  it('serves the site without live rooms where they cannot be kept, and says so', async () => {
    const file = join(liveData, 'file')
    writeFileSync(file, '')
    expect(await printed({ HOST: '', LIVE_DATA: file }, 'Press Ctrl+C')).toContain(
      `No live rooms here: nothing can be kept in ${file}. LIVE_DATA=folder npm start keeps them elsewhere.`,
    )
    const { stop } = await serveSite({ folder: SITE, relay: { folder: join(liveData, 'taken') } })
    onTestFinished(() => stop())
    expect(await printed({ HOST: '', LIVE_DATA: join(liveData, 'taken') }, 'Press Ctrl+C')).toContain(
      `No live rooms here: another npm start has ${join(liveData, 'taken')} open.`,
    )
  })

  it.each([
    ['everywhere', 'HOST is "everywhere". Give 0.0.0.0'],
    ['203.0.113.9', 'This machine has no address 203.0.113.9.'],
  ])('says what is wrong with the host "%s"', async (host, words) => {
    expect(await printed({ HOST: host }, words)).toContain(words)
  })
})
