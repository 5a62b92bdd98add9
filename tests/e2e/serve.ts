import type { TestProject } from 'vitest/node'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { findChromium, type Chromium } from '../chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    siteUnderPath: string
    chromium: Chromium
  }
}

/** Builds the site where it is not current and serves it, at the root and under a path. */
export default async function setup(project: TestProject) {
  if (needsBuild()) buildSite()
  const root = await serveSite({ folder: SITE })
  const nested = await serveSite({ folder: SITE, under: '/insights/tools/diagnostic/' })
  project.provide('site', root.address)
  project.provide('siteUnderPath', nested.address)
  project.provide('chromium', await findChromium())
  return () => {
    for (const { server } of [root, nested]) {
      server.close()
      server.closeAllConnections()
    }
  }
}
