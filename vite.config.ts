import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chunkFileNames } from './src/build/chunk-file-names.ts'
import { chunkAddresses, preloadChunks } from './src/build/chunk-addresses.ts'
import { headersWithHashes } from './src/build/headers.ts'
import { inlineStylesheets } from './src/build/inline-stylesheets.ts'
import { writeOfflineList } from './src/build/offline-list.ts'
import { prerender } from './src/build/prerender.ts'
import { questionnaireParts } from './src/build/questionnaire-parts.ts'
import { embedBuilds, version } from './src/build/embed-builds.ts'
import { embedRelease } from './src/build/embed-release.ts'
import { keepReleases } from './src/build/embed-releases.ts'
import { embedStyles } from './src/build/embed-styles.ts'
import { pageBuild, scriptBuild, separateBuilds } from './src/build/separate-builds.ts'
import { findChromium } from './tests/chromium.ts'
import { pseudoLocale } from './tests/pseudo-locale.ts'

/** Tests of the interface in a browser, by its parts. */
async function interfaceTests() {
  const { executablePath, args, env } = await findChromium()
  const launchOptions = {
    executablePath,
    args,
    ...(env ? { env: { ...process.env, ...env } as Record<string, string> } : {}),
  }
  return {
    extends: true as const,
    test: {
      name: 'browser',
      include: ['tests/browser/*.test.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' as const, viewport: { width: 720, height: 900 } }],
      },
    },
  }
}

export default defineConfig(async () => ({
  root: 'src',
  // Relative, so that one build serves from any path.
  base: './',
  publicDir: '../public',
  cacheDir: '../node_modules/.vite',
  plugins: [
    svelte({ compilerOptions: { css: 'external', runes: true } }),
    ...(process.env['PSEUDO_LOCALE'] ? [pseudoLocale()] : []),
    questionnaireParts(),
    chunkAddresses(),
    prerender({ entry: 'entries/site/prerender.ts' }),
    preloadChunks({ page: 'index.html', modules: ['questionnaire:take/execution-gaps/en', 'locales/en/take.ts'] }),
    inlineStylesheets(),
    headersWithHashes(),
    writeOfflineList(),
    embedStyles(),
    embedRelease(),
    keepReleases({ version }),
    separateBuilds([
      scriptBuild('offline-worker'),
      // The pseudo-locale is of the diagnostic's own page alone.
      ...(process.env['PSEUDO_LOCALE'] ? [] : [pageBuild('preview.html'), pageBuild('workshop.html'), ...embedBuilds]),
    ]),
  ],
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: process.env['PSEUDO_LOCALE'] ? '../node_modules/.pseudo-locale' : '../dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false }, output: { chunkFileNames: chunkFileNames('assets') } },
  },
  test: {
    root: '.',
    // A browser does in its own time what it is asked; a test that passes waits no longer for that.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    // Half of a test in a browser is waiting, in which another can run.
    maxWorkers: 2 * availableParallelism(),
    projects: process.env['VITEST']
      ? [
          {
            extends: true as const,
            // An attacker who tries every room takes his time where other tests run beside him.
            test: { name: 'unit', include: ['tests/unit/*.test.ts'], environment: 'node', testTimeout: 60_000 },
          },
          await interfaceTests(),
          {
            extends: true as const,
            test: {
              name: 'e2e',
              include: ['tests/e2e/*.test.ts'],
              environment: 'node',
              globalSetup: 'tests/e2e/serve.ts',
              testTimeout: 60_000,
              hookTimeout: 60_000,
            },
          },
        ]
      : [],
  },
}))
