import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { version } from '../../build/embed-builds.ts'
import { pinnedFiles, readReleases, RELEASES } from '../../build/embed-releases.ts'
import { buildSite, SITE } from '../../build/site.ts'

// Builds the site for release, and records the files of its version, which must not
// change from then on.
try {
  await buildSite()
  const { versions } = readReleases()
  if (versions[version]) console.log(`Version ${version} was released before, and dist/ is the same.`)
  else {
    const files = pinnedFiles(SITE, version)
    const text = `${JSON.stringify({ versions: { ...versions, [version]: files } }, null, 2)}\n`
    for (const file of [RELEASES, join(SITE, basename(RELEASES))]) writeFileSync(file, text)
    console.log(`Version ${version} is released as ${Object.keys(files).join(', ')}.`)
    console.log('Commit public/embed-releases.json, and add dist/ to what is deployed.')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
