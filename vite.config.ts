import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { buildApp } from './src/build/build-app.ts'
import { embedScreens } from './src/build/embed-screens.ts'
import { notLoaded } from './src/build/not-loaded.ts'
import { prerender, servedEntry } from './src/build/prerender.ts'
import { servedStart } from './src/build/served-start.ts'
import { siteConfig } from './src/build/site-config.ts'
import { SlowFirst } from './tests/slow-first.ts'

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
  test: {
    root: import.meta.dirname,
    projects: ['tests/vitest.*.config.ts'],
    // A test in a browser waits at times, in which another can run. More of them only wait for each other.
    maxWorkers: 1 + availableParallelism(),
    sequence: { sequencer: SlowFirst },
  },
})
