/**
 * How long a console takes, as it is seen: from the press that opens a workshop for
 * which 10,000 sealed answers wait at a relay until its page counts them all; and how
 * long after that until all of their receipts are there for the participants.
 *
 *     npx tsx tests/bench/live-console.ts [embedded|mosquitto|nats] …
 */
import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import { chromium } from 'playwright-core'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { sealCode } from '../../src/core/live/envelope.ts'
import { claimOf, envelopeTopic, roomOf } from '../../src/core/live/topics.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { asClient, asConsole, insist, newName, type Connection } from '../brokers/clients.ts'
import { embedded } from '../brokers/embedded.ts'
import type { Engine } from '../brokers/engine.ts'
import { mosquitto } from '../brokers/mosquitto.ts'
import { nats } from '../brokers/nats.ts'
import { findChromium } from '../chromium.ts'
import { handOverCode, workshop, workshopFile } from '../fixtures/workshop.ts'

const ENGINES: Readonly<Record<string, Engine>> = { embedded, mosquitto, nats }
const WAITING = 10_000
const AT_ONCE = 50

/** The embedded relay takes connections of its own pages alone: it is reached under the site's own address. */
function passOn(server: Server, relay: string): void {
  server.on('upgrade', (asked: IncomingMessage, socket) => {
    const { hostname, port, pathname } = new URL(relay)
    const { origin: _page, ...headers } = asked.headers
    const upstream = ask({ hostname, port, path: pathname, headers })
    upstream.on('upgrade', (reply, other, head) => {
      const lines = Object.entries(reply.headers).map(([name, value]) => `${name}: ${String(value)}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
      socket.write(head)
      socket.on('error', () => other.destroy()).on('close', () => other.destroy())
      other.on('error', () => socket.destroy()).on('close', () => socket.destroy())
      socket.pipe(other).pipe(socket)
    })
    upstream.on('error', () => socket.destroy()).end()
  })
}

/** Serves a site whose policy lets pages connect to a relay elsewhere, as a build that names it does. */
async function servedFor(site: string, relay: string) {
  const server = createServer((asked, answer) => {
    const { hostname, port } = new URL(site)
    ask({ hostname, port, path: asked.url, headers: asked.headers }, (reply) => {
      const policy = reply.headers['content-security-policy']
      const changed = policy?.toString().replace("connect-src 'self'", `connect-src 'self' ${relay}`)
      answer.writeHead(reply.statusCode ?? 502, {
        ...reply.headers,
        ...(changed && { 'content-security-policy': changed }),
      })
      reply.pipe(answer)
    }).end()
  })
  passOn(server, relay)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, address: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/` }
}

const sealing = scriptedSealing()

/** Lays so many sealed answers in a room, each by a connection of its own. */
async function layAll(relay: string, publicKey: Uint8Array, promises: string): Promise<void> {
  const room = roomOf(publicKey)
  let begun = 0
  const lay = async () => {
    while (begun < WAITING) {
      const number = begun++
      const tag = newName()
      const topic = envelopeTopic(room, tag)
      const code = handOverCode(number, { promises }).replaceAll('-', '')
      const { envelope } = await sealCode(sealing, publicKey, topic, code)
      for (let isLaid = false; !isLaid;) {
        const phone = await insist(() => asClient(relay, tag))
        isLaid = await phone.publish(topic, Buffer.from(envelope))
        await phone.end()
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lay))
}

/** Resolves when so many receipts have left the relay, to somebody who listens for those of all participants at once. */
async function receipts(desk: Connection, publicKey: Uint8Array): Promise<void> {
  const heard = new Set<string>()
  const all = new Promise<void>((resolve) =>
    desk.client.on('message', (topic) => {
      if (heard.add(topic).size === WAITING) resolve()
    }),
  )
  if (!(await desk.subscribe(`ld1/${roomOf(publicKey)}/a/+`, 0))) throw new Error('Nobody may listen.')
  return all
}

if (needsBuild()) await buildSite()
const found = await findChromium()
const named = process.argv.slice(2)
for (const name of named.length > 0 ? named : Object.keys(ENGINES)) {
  const engine = ENGINES[name]
  if (!engine) throw new Error(`There is no relay "${name}". Choose of ${Object.keys(ENGINES).join(', ')}.`)
  const relay = await engine.start()
  const { publicKey, privateKey } = await sealing.drawKeys()
  const live = { publicKey: writeBase64url([...publicKey]), relay: engine === embedded ? '' : relay.address }
  const claim = writeBase64url([...claimOf(privateKey)])
  await (await insist(() => asConsole(relay.address, roomOf(publicKey), claim))).end()
  await layAll(relay.address, publicKey, promisesOf(workshop))

  const site = await serveSite({ folder: SITE })
  const { server, address } = await servedFor(site.address, relay.address)
  const browser = await chromium.launch(found)
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${address}workshop.html?lang=en`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  const watcher = await asConsole(relay.address, roomOf(publicKey), claim)
  const answered = receipts(watcher, publicKey)
  const file = workshopFile({ live }, { liveKey: writeBase64url([...privateKey]), keyOffered: true })
  const buffer = Buffer.from(file)
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  await page
    .getByLabel('The file of a workshop')
    .setInputFiles({ name: 'workshop.json', mimeType: 'text/plain', buffer })
  const connected = page.getByText('Live room: connected').waitFor({ timeout: 120_000 }).then(seconds)
  const counted = page
    .waitForFunction(
      (amount) => document.querySelector('.total')?.textContent?.replaceAll(/\D/g, '').startsWith(amount),
      `${WAITING}`,
      { polling: 'raf', timeout: 120_000 },
    )
    .then(seconds)
  const all = await counted
  console.log(
    `${engine.name}: ${WAITING} counted on the page in ${all.toFixed(1)} s, connected in ${(await connected).toFixed(1)} s`,
  )
  await answered
  console.log(`  all receipts ${(seconds() - all).toFixed(1)} s after that`)
  await watcher.end()
  await browser.close()
  server.closeAllConnections()
  server.close()
  await site.stop()
  await relay.stop()
}
process.exit()
