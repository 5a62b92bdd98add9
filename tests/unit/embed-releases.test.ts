import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { keepReleases, pinnedFiles } from '../../src/build/embed-releases.ts'
import { version } from '../../src/build/embed-builds.ts'

const root = mkdtempSync(join(tmpdir(), 'releases-'))
const record = join(root, 'releases.json')
const folder = join(root, 'dist')
afterAll(() => rmSync(root, { recursive: true }))

/** Builds a site whose one script has a version in its name. */
async function site(number: string, says: string): Promise<void> {
  writeFileSync(join(root, 'embed.js'), `console.log('${says}')`)
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [keepReleases({ version: number, record })],
    build: { rolldownOptions: { input: join(root, 'embed.js'), output: { entryFileNames: `[name]-${number}.js` } } },
  })
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

  it('cannot be built otherwise, until the version is raised', async () => {
    writeFileSync(record, '{ "versions": {} }')
    await site('1.0.0', 'one')
    release('1.0.0')
    await site('1.0.0', 'one')
    await expect(site('1.0.0', 'two')).rejects.toThrow(/embed-1\.0\.0\.js\. Raise the version in package\.json/)
    await expect(site('1.0.1', 'two')).resolves.toBeUndefined()
  })
})
