import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepReleases, pinnedFiles } from '../../src/build/embed-releases.ts'
import { version } from '../../src/build/embed-builds.ts'

const root = mkdtempSync(join(tmpdir(), 'releases-'))
const record = join(root, 'releases.json')
const folder = join(root, 'dist')
afterAll(() => rmSync(root, { recursive: true }))

/** Builds a site whose one script has a version in its name. */
function site(number: string, says: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `embed-${number}.js`), `console.log('${says}')`)
  keepReleases({ folder, version: number, record })
}

const release = (number: string) =>
  writeFileSync(record, JSON.stringify({ versions: { [number]: pinnedFiles(folder, number) } }))

describe('what is released', () => {
  it('is every file that has the version in its name, and no other', () => {
    mkdirSync(folder, { recursive: true })
    for (const name of [`embed-${version}.js`, `embed-frame-${version}.js`, 'embed-9.9.9.js', 'embed.js', 'index.html'])
      writeFileSync(join(folder, name), name)
    expect(Object.keys(pinnedFiles(folder, version))).toEqual([`embed-${version}.js`, `embed-frame-${version}.js`])
  })

  it('cannot be built otherwise, until the version is raised', () => {
    writeFileSync(record, '{ "versions": {} }')
    site('1.0.0', 'one')
    release('1.0.0')
    site('1.0.0', 'one')
    expect(() => site('1.0.0', 'two')).toThrow(/embed-1\.0\.0\.js\. Raise the version in package\.json/)
    expect(() => site('1.0.1', 'two')).not.toThrow()
  })
})
