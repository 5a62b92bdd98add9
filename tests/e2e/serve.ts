import type { TestProject } from 'vitest/node'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, PSEUDO_SITE, SITE } from '../../src/build/site.ts'
import { findChromium, type Chromium } from '../chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    siteUnderPath: string
    pseudoSite: string
    chromium: Chromium
  }
}

/** Builds the site where it is not current and serves it, at the root, under a path, and in the pseudo-locale. */
export default async function setup(project: TestProject) {
  if (needsBuild()) buildSite()
  buildSite({ PSEUDO_LOCALE: '1' })
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
