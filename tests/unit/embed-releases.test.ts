import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { carryReleases, filesOf, notReleased, readReleases, recordRelease } from '../../src/build/embed-releases.ts'
import { surface } from '../../src/build/embed-contract/surface.ts'
import { writeHeaders } from '../../src/build/headers.ts'
import { readVersions } from '../../src/build/read-questionnaires.ts'
import { changeSince, compareVersions } from '../../src/build/release-version.ts'
import { parseHeaders } from '../../src/build/serve-site.ts'

const root = mkdtempSync(join(tmpdir(), 'releases-'))
const record = join(root, 'releases.json')
const store = join(root, 'released.tar.br')
const folder = join(root, 'dist')
afterAll(() => rmSync(root, { recursive: true }))

const PART = 'assets/embed/take-Zx9.js'
const frame = (inline: string) =>
  `<script>${inline}</script><script type="module" src="./assets/embed/embed-1.js"></script>`

/** Builds a site: two scripts with a version in their name and two without, their part, and a frame. */
function site(version: string, says: string, part = PART): readonly string[] {
  rmSync(folder, { recursive: true, force: true })
  const files = {
    'embed.js': says,
    'embed-frame.js': says,
    [`embed-${version}.js`]: says,
    [`embed-standalone-${version}.js`]: `${says} and ${'all that it needs '.repeat(400)}`,
    [`embed-${version}.html`]: frame(says),
    [part]: `a part of ${says}`,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return Object.keys(files)
}

const build = (version: string, says: string, part?: string) => {
  const names = site(version, says, part)
  carryReleases({ folder, version, names, record, store })
  return names
}
const release = (version: string, says: string, part?: string) => {
  const names = build(version, says, part)
  return recordRelease({ folder, version, names, surface: ['event ready'], record, store })
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

beforeEach(() => {
  writeFileSync(record, '{ "versions": {} }')
  rmSync(store, { force: true })
})

describe('what is released', () => {
  it('is every file that has the version in its name and all their parts, and none whose name stays', () => {
    const names = site('1.0.0', 'one')
    expect(Object.keys(filesOf({ folder, names }))).toEqual([
      PART,
      'embed-1.0.0.html',
      'embed-1.0.0.js',
      'embed-standalone-1.0.0.js',
    ])
  })

  it('cannot be built otherwise, until the version is raised', () => {
    release('1.0.0', 'one')
    build('1.0.0', 'one')
    expect(() => build('1.0.0', 'two')).toThrow(/embed-1\.0\.0\.js.*Raise the version in package\.json/)
    expect(() => build('1.0.0', 'one', 'assets/embed/take-B.js')).toThrow(/take-B\.js/)
    expect(() => build('1.0.1', 'two', 'assets/embed/take-B.js')).not.toThrow()
  })

  it('is in every later build, byte for byte, with its parts', () => {
    release('1.0.0', 'one')
    release('1.1.0', 'two', 'assets/embed/take-B.js')
    build('2.0.0', 'three', 'assets/embed/take-C.js')
    expect([read('embed-1.0.0.js'), read(PART)]).toEqual(['one', 'a part of one'])
    expect([read('embed-1.1.0.js'), read('assets/embed/take-B.js')]).toEqual(['two', 'a part of two'])
    expect(read('embed-2.0.0.js')).toBe('three')
    expect(Object.keys(readReleases(record).versions)).toEqual(['1.0.0', '1.1.0'])
  })

  it('is not taken for another file of the same name', () => {
    release('1.0.0', 'one')
    expect(() => build('1.1.0', 'two')).toThrow(/take-Zx9\.js is of version 1\.0\.0/)
  })

  it('is said of no version before, so that nobody deploys what the next build may change', () => {
    build('1.0.0', 'one')
    expect(notReleased('1.0.0', record)).toMatch(/^embed-1\.0\.0\.js is not released: .* npm run release\.$/)
    release('1.0.0', 'one')
    expect(notReleased('1.0.0', record)).toBe(null)
    expect(notReleased('1.1.0', record)).toMatch(/^embed-1\.1\.0\.js/)
  })

  it('is refused where the store does not hold it as it was', () => {
    release('1.0.0', 'one')
    const tar = brotliDecompressSync(readFileSync(store)).toString('latin1').replace('a part of one', 'a port of one')
    writeFileSync(store, brotliCompressSync(Buffer.from(tar, 'latin1')))
    expect(() => build('1.1.0', 'two', 'assets/embed/take-B.js')).toThrow(/take-Zx9\.js of version 1\.0\.0 is not in/)
  })

  it('is kept once, however many versions have it', () => {
    release('1.0.0', 'one')
    const { size } = statSync(store)
    release('1.0.1', 'one')
    expect(statSync(store).size - size).toBeLessThan(60)
  })

  it('keeps the lines that its frame was served with, for the sites that this build names', () => {
    release('1.0.0', 'one')
    build('2.0.0', 'two', 'assets/embed/take-B.js')
    const lines = readReleases(record).versions['1.0.0']!.frame.map((line) =>
      line.replace('camera=()', 'camera=(), usb=()'),
    )
    Object.assign(process.env, { EMBED_HOSTS: 'https://news.example.org', EMBED_SOURCES: 'https://data.example.org' })
    writeHeaders({ folder, released: { 'embed-1.0.0.html': lines } })
    delete process.env['EMBED_HOSTS']
    delete process.env['EMBED_SOURCES']
    const headers = (path: string) =>
      Object.fromEntries(parseHeaders(read('_headers')).find((rule) => rule.path === path)?.headers ?? [])
    const [first, second] = [headers('/embed-1.0.0.html'), headers('/embed-2.0.0')]
    expect(first['Permissions-Policy']).toContain('usb=()')
    expect(second['Permissions-Policy']).not.toContain('usb=()')
    for (const { 'Content-Security-Policy': policy } of [first, second]) {
      expect(policy).toContain(`connect-src 'self' https://data.example.org;`)
      expect(policy).toMatch(/; frame-ancestors https:\/\/news\.example\.org$/)
      expect(policy?.match(/sha256/g)).toHaveLength(1)
    }
    expect(first['Content-Security-Policy']).not.toBe(second['Content-Security-Policy'])
    expect(headers('/embed-standalone-1.0.0.js')['Cache-Control']).toContain('immutable')
  })
})

describe('the version that a change needs', () => {
  const lines = ['attribute vantage=senior', 'event diagnostic-ready', 'questionnaire silence 1.0']

  it.each([
    ['1.2.3', lines, 'patch', '1.2.4'],
    ['1.2.3', [...lines, 'part footer'], 'minor', '1.3.0'],
    ['1.2.3', lines.slice(1), 'major', '2.0.0'],
    ['0.2.3', lines, 'patch', '0.2.4'],
    ['0.2.3', [...lines.slice(1), 'part footer'], 'minor', '0.3.0'],
  ])('after %s, where hosts rely on %j, is a %s: %s', (latest, after, needs, least) => {
    expect(changeSince(latest, lines, after)).toMatchObject({ needs, least })
  })

  it('orders versions by their numbers', () => {
    expect(['1.10.0', '1.9.9', '0.12.0', '1.10.0'].toSorted(compareVersions)).toEqual([
      '0.12.0',
      '1.9.9',
      '1.10.0',
      '1.10.0',
    ])
  })

  it('is told by all that hosts rely on: attributes with their values, events with their fields, questionnaires', () => {
    const now = surface(readVersions())
    for (const line of [
      'attribute vantage=senior',
      'attribute share-scores: switch',
      'event diagnostic-ready items: number',
    ])
      expect(now).toContain(line)
    for (const kind of ['method open', 'slot', 'custom property --diagnostic-ink', 'part result', 'language fr'])
      expect(now).toContain(kind)
    expect(new Set(now).size).toBe(now.length)
  })

  it('is a correction where a questionnaire corrects its texts, more where it asks anew', () => {
    const of = (version: string) => surface([{ id: 'silence', version }])
    expect(changeSince('1.0.0', of('2.1.0'), of('2.1.1')).needs).toBe('patch')
    expect(changeSince('1.0.0', of('2.1.0'), of('2.2.0')).needs).toBe('minor')
    expect(changeSince('1.0.0', of('2.1.0'), of('3.0.0')).needs).toBe('major')
  })
})
