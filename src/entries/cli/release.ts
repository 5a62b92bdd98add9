import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildApp } from '../../build/build-app.ts'
import { compressText } from '../../build/compress.ts'
import { version } from '../../build/embed-builds.ts'
import { surface } from '../../build/embed-contract/surface.ts'
import { readReleases, recordRelease, RELEASES } from '../../build/embed-releases.ts'
import { readVersions } from '../../build/read-questionnaires.ts'
import { changeSince, compareVersions, type Change } from '../../build/release-version.ts'
import { SITE } from '../../build/site.ts'

// Builds the site for release, and records the files of its version, which must not
// change from then on.

const WHY = {
  major: 'something that hosts rely on is gone or is another',
  minor: 'hosts are offered something new, or miss something before 1.0.0',
  patch: 'nothing that hosts rely on has changed',
} as const

function advise(latest: string, { needs, least, removed, added }: Change): string {
  const lines = [...removed.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)]
  return [
    `What changed since ${latest} needs ${least} or later: ${WHY[needs]}.`,
    ...lines,
    `npm version ${least} --no-git-tag-version && npm run release`,
  ].join('\n')
}

process.env['NODE_ENV'] = 'production'
const { versions } = readReleases()
const latest = Object.keys(versions).toSorted(compareVersions).at(-1)
const now = surface(readVersions())
const change = latest ? changeSince(latest, versions[latest]!.surface, now) : null
const advice = latest && change ? advise(latest, change) : ''

try {
  if (change && !versions[version] && compareVersions(version, change.least) < 0)
    throw new Error(`Version ${version} says too little.\n${advice}`)
  const names = await buildApp({ logLevel: 'warn' })
  if (versions[version]) console.log(`Version ${version} was released before, and dist/ is the same.`)
  else {
    recordRelease({ folder: SITE, version, names, surface: now })
    const served = join(SITE, basename(RELEASES))
    copyFileSync(RELEASES, served)
    await compressText(served)
    console.log(`Version ${version} is released, with ${names.length} files.`)
    console.log('Commit public/embed-releases.json and src/build/released.tar.br, and deploy dist/.')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (versions[version]) console.error(advice)
  process.exitCode = 1
}
