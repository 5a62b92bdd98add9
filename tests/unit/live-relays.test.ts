import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { writeHeaders } from '../../src/build/headers.ts'
import { liveRelays, readRelays, withOwnSocket } from '../../src/build/live-relays.ts'
import { parseHeaders } from '../../src/build/serve-site.ts'

describe('the relays of a build', () => {
  it('are addresses separated by spaces, each once', () => {
    expect(readRelays(undefined)).toEqual([])
    expect(readRelays(' ')).toEqual([])
    expect(readRelays('wss://relay.example.org/live  wss://b.example.org wss://b.example.org/')).toEqual([
      'wss://relay.example.org/live',
      'wss://b.example.org/',
    ])
  })

  it('may be without encryption on this machine alone', () => {
    expect(readRelays('ws://localhost:9001/mqtt ws://127.0.0.1:9001 ws://[::1]:9001')).toHaveLength(3)
    expect(() => readRelays('ws://192.168.1.5:9001')).toThrow('does not begin with wss://')
    expect(() => readRelays('ws://localhost.example.org')).toThrow('does not begin with wss://')
  })

  it.each([
    ['relay.example.org', 'is no address'],
    ['https://relay.example.org', 'does not begin with wss://'],
    ['wss://me:secret@relay.example.org', 'has a name or password in it'],
    ['wss://relay.example.org/?a=b', 'has a part that begins with ? or #'],
    ['wss://relay.example.org/#a', 'has a part that begins with ? or #'],
    ['wss://relay.example.org/a;script-src', 'has a sign in it that ends a part of a policy'],
    ["wss://relay.example.org/'unsafe-inline'", 'has a sign in it that ends a part of a policy'],
    ['wss://relay.example.org/a,b', 'has a sign in it that ends a part of a policy'],
    [`wss://relay.example.org/${'a'.repeat(200)}`, 'is longer than 200 signs'],
  ])('are refused with a sentence: %s', (address, fault) => {
    expect(() => readRelays(address)).toThrow(
      `LIVE_RELAY: "${address}" ${fault}. Give addresses such as wss://relay.example.org/live, separated by spaces.`,
    )
  })

  it('are few', () => {
    const some = Array.from({ length: 9 }, (_, at) => `wss://r${at}.example.org`)
    expect(() => readRelays(some.join(' '))).toThrow('LIVE_RELAY names 9 relays. Give at most 8.')
  })
})

describe('a build with relays', () => {
  /** Where the pages of a build may connect to. */
  function connectSources(relays: string): Readonly<Record<string, string | undefined>> {
    vi.stubEnv('LIVE_RELAY', relays)
    const folder = mkdtempSync(join(tmpdir(), 'headers-'))
    onTestFinished(() => {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true })
    })
    for (const page of ['index.html', 'workshop.html', 'embed.html']) writeFileSync(join(folder, page), '')
    writeHeaders({ folder, publicFolder: join(import.meta.dirname, '../../public') })
    const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'))
    return Object.fromEntries(
      rules.flatMap(({ path, headers }) => {
        const policy = headers.find(([name]) => name === 'Content-Security-Policy')?.[1]
        return policy ? [[path, /connect-src ([^;]*)/.exec(policy)?.[1]]] : []
      }),
    )
  }

  it('allows its pages connections to exactly those, and frames and workers none', () => {
    expect(connectSources('wss://relay.example.org/live')).toMatchObject({
      '/': "'self' wss://relay.example.org/live",
      '/workshop.html': "'self' wss://relay.example.org/live",
      '/embed.html': "'self'",
      '/offline-worker.js': "'self'",
    })
    expect(connectSources('')).toMatchObject({ '/': "'self'", '/workshop.html': "'self'" })
  })

  it('tells its pages of them, and is not begun with one that cannot be used', () => {
    vi.stubEnv('LIVE_RELAY', 'wss://relay.example.org')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { load } = liveRelays()
    expect((load as (id: string) => string | null)('\0live-relays')).toBe(
      'export const LIVE_RELAYS = ["wss://relay.example.org/"]',
    )
    vi.stubEnv('LIVE_RELAY', 'http://relay.example.org')
    expect(() => liveRelays()).toThrow('does not begin with wss://')
  })
})

describe("the site's own address for WebSockets", () => {
  const policy = "default-src 'none'; connect-src 'self' wss://a.example/; worker-src 'self'"
  const connect = (headers: Record<string, string>) => /connect-src ([^;]*)/.exec(withOwnSocket(policy, headers))![1]

  it.each([
    ['localhost:4173', 'ws://localhost:4173'],
    ['192.168.1.5:4173', 'ws://192.168.1.5:4173'],
    ['[fe80::1]:80', 'ws://[fe80::1]:80'],
    ['Room.test', 'ws://Room.test'],
  ])('is written out as the host that is asked for, %s', (host, own) => {
    expect(connect({ host })).toBe(`'self' ${own} wss://a.example/`)
  })

  it('is one with encryption where a server in front of this one has it', () => {
    expect(connect({ host: 'a.example', 'x-forwarded-proto': 'https' })).toBe("'self' wss://a.example wss://a.example/")
  })

  it.each([
    '',
    "a; script-src 'unsafe-inline'",
    'a b',
    'a,b',
    "'none'",
    '*',
    '*.example.org',
    'a/b',
    'a:b',
    'a@b',
    'a$&b',
  ])('is left out where the host is none: %j', (host) => {
    expect(withOwnSocket(policy, { host })).toBe(policy)
  })
})
