import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { buildApp } from './src/build/build-app.ts'
import { embedScreens } from './src/build/embed-screens.ts'
import { notLoaded } from './src/build/not-loaded.ts'
import { prerender, servedEntry } from './src/build/prerender.ts'
import { servedStart } from './src/build/served-start.ts'
import { siteConfig } from './src/build/site-config.ts'

export default defineConfig({
  ...siteConfig([prerender(servedEntry), notLoaded(servedEntry), servedStart(servedEntry), embedScreens(servedEntry)]),
  builder: {
    async buildApp({ config: { root, build, logLevel }, environments }) {
      await buildApp({ folder: resolve(root, build.outDir), ...(logLevel ? { logLevel } : {}) })
      // Each part of the site is already built, by a build of its own; nothing is
      // left for Vite.
      for (const environment of Object.values(environments)) environment.isBuilt = true
    },
  },
})
