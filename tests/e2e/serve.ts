import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, ROOT, SITE } from '../../src/build/site.ts'
import { findChromium, type Chromium } from '../chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    siteUnderPath: string
    pseudoSite: string
    chromium: Chromium
    /** The Firefox that these tests are run in, where they are. */
    firefox?: string
  }
}

const PSEUDO_SITE = join(ROOT, 'node_modules/.pseudo-locale')
const PSEUDO_SOURCES = ['tests/pseudo-locale']

/** Builds the site where it is out of date and serves it: at the root, under a path, and in the pseudo-locale. */
export default async function setup(project: TestProject) {
  await Promise.all([
    needsBuild() ? buildSite() : null,
    needsBuild(PSEUDO_SITE, PSEUDO_SOURCES)
      ? buildSite(['--import', 'tsx', join(ROOT, 'tests/pseudo-locale/site.ts')])
      : null,
  ])
  const root = await serveSite({ folder: SITE })
  const nested = await serveSite({ folder: SITE, under: '/insights/tools/diagnostic/' })
  const pseudo = await serveSite({ folder: PSEUDO_SITE })
  project.provide('pseudoSite', pseudo.address)
  project.provide('site', root.address)
  project.provide('siteUnderPath', nested.address)
  project.provide('chromium', await findChromium())
  return () => {
    for (const { server } of [root, nested, pseudo]) {
      server.close()
      server.closeAllConnections()
    }
  }
}
