import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { headersWithHashes } from './src/build/headers.ts'
import { inlineStylesheets, prerender } from './src/build/prerender.ts'
import { questionnaireParts } from './src/build/questionnaire-parts.ts'
import { vitestProjects } from './src/build/vitest-projects.ts'

export default defineConfig({
  root: 'src',
  // Relative, so that one build serves from any path.
  base: './',
  publicDir: '../public',
  cacheDir: '../node_modules/.vite',
  plugins: [
    svelte({ compilerOptions: { css: 'external', runes: true } }),
    questionnaireParts(),
    prerender({ entry: 'entries/prerender.ts' }),
    inlineStylesheets(),
    headersWithHashes(),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // The page's own stylesheet is in the page; without this a lazy part would fetch it once more.
      resolveDependencies: (_file, deps) => deps.filter((dep) => !/index-[^/]*\.css$/.test(dep)),
    },
    reportCompressedSize: false,
  },
  test: { root: '.', projects: vitestProjects },
})
