import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { LIVE_RELAY_HERE } from '../../src/build/live-relays.ts'
import { NETWORK_ADDRESSES } from '../../src/build/network-addresses.ts'
import { serveSite, type ServedSite, type SiteOptions } from '../../src/build/serve-site.ts'
import { asConsole, newName, newPassword } from './clients.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
const POLICY = "default-src 'none'; connect-src 'self'; worker-src 'self'"

beforeAll(() => {
  const rule = `  Content-Security-Policy: ${POLICY}\n`
  writeFileSync(join(folder, '_headers'), `/\n${rule}\n/index.html\n${rule}\n/workshop.html\n${rule}`)
  for (const page of ['index.html', 'workshop.html', '404.html'])
    writeFileSync(join(folder, page), `<html><head><title>${page}</title></head></html>`)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function serve(options: Partial<SiteOptions> = {}): Promise<ServedSite> {
  const served = await serveSite({ folder, ...options })
  onTestFinished(() => served.stop())
  return served
}

const relayHere = () => ({ folder: mkdtempSync(join(folder, 'relay-')) })

/** A page, asked for as a browser asks for that host. */
const ask = (address: string, headers: Record<string, string> = {}) =>
  new Promise<{ policy: unknown; html: string }>((resolve, reject) => {
    get(address, { headers }, (response) => {
      let html = ''
      response.setEncoding('utf8').on('data', (part: string) => (html += part))
      response.on('end', () => resolve({ policy: response.headers['content-security-policy'], html }))
    }).on('error', reject)
  })

const statusOf = (address: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(address, 'mqtt')
    socket.on('error', () => {})
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.once('open', () => reject(new Error('open')))
  })

describe('a site that is served with its relay', () => {
  it('tells the console, and no other page, that it is there', async () => {
    const { address } = await serve({ relay: relayHere() })
    expect((await ask(`${address}workshop.html`)).html).toBe(
      `<html><head><title>workshop.html</title><meta name="${LIVE_RELAY_HERE}" content="live" /></head></html>`,
    )
    expect((await ask(address)).html).not.toContain(LIVE_RELAY_HERE)
  })

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ] as const)('compresses what it tells a page, where that is taken: %s', async (taken, encoding, unpack) => {
    const { address } = await serve({ relay: relayHere() })
    const { headers, body } = await new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      get(`${address}workshop.html`, { headers: { 'Accept-Encoding': taken } }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }))
      }).on('error', reject)
    })
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'Accept-Encoding'])
    expect(unpack(body).toString()).toContain(LIVE_RELAY_HERE)
  })

  it('tells the console both under which names others reach it and that the relay is there', async () => {
    const { address, addresses } = await serve({ relay: relayHere(), names: ['room.test'] })
    const { html } = await ask(`${address}workshop.html`)
    expect(html).toContain(`<meta name="${NETWORK_ADDRESSES}" content="${addresses[0]}" />`)
    expect(html).toContain(`<meta name="${LIVE_RELAY_HERE}" content="live" />`)
  })

  it('writes its own address for WebSockets out, under the name that it is asked for', async () => {
    const { address } = await serve({ relay: relayHere() })
    const { host } = new URL(address)
    for (const page of ['', 'workshop.html'])
      expect((await ask(address + page)).policy).toBe(POLICY.replace("'self';", `'self' ws://${host};`))
    const proxied = { host: 'rooms.example.org', 'x-forwarded-proto': 'https' }
    expect((await ask(address, proxied)).policy).toBe(POLICY.replace("'self';", "'self' wss://rooms.example.org;"))
    expect((await ask(address, { host: "a;script-src 'unsafe-inline'" })).policy).toBe(POLICY)
  })

  it('has its relay under its own path, and nothing else there', async () => {
    const { address } = await serve({ relay: relayHere(), under: '/tools/diagnostic/' })
    const socket = address.replace('http', 'ws')
    await (await asConsole(`${socket}live`, newName(), newPassword())).end()
    await (await asConsole(`${socket}live?`, newName(), newPassword())).end()
    for (const other of [`${socket}live/`, `${socket}`, `${socket.replace('/tools/diagnostic/', '/live')}`])
      expect(await statusOf(other), other).toBe(404)
  })

  it('opens a folder once, and lets go of it where the port is taken', async () => {
    const relay = relayHere()
    const { server } = await serve({ relay })
    await expect(serve({ relay })).rejects.toMatchObject({ name: 'RelayFolderError', isTaken: true })
    const bound = server.address()
    const port = typeof bound === 'object' && bound ? bound.port : 0
    const free = relayHere()
    await expect(serve({ relay: free, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect((await serve({ relay: free })).address).toContain('http://')
    writeFileSync(join(folder, 'file'), '')
    await expect(serve({ relay: { folder: join(folder, 'file') } })).rejects.toMatchObject({ isTaken: false })
  })

  it('ends every connection when it is stopped', async () => {
    const { address, stop } = await serveSite({ folder, relay: relayHere() })
    const desk = await asConsole(`${address.replace('http', 'ws')}live`, newName(), newPassword())
    await stop()
    await desk.closed()
    expect(desk.isClosed).toBe(true)
  })
})

describe('a site that is served without a relay', () => {
  it('says nothing of one, and answers requests for it with 404', async () => {
    const { address } = await serve()
    const { html, policy } = await ask(`${address}workshop.html`)
    expect(html).not.toContain(LIVE_RELAY_HERE)
    expect(policy).toBe(POLICY)
    expect(await statusOf(`${address.replace('http', 'ws')}live`)).toBe(404)
  })
})
