import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { PluginOption, UserConfig } from 'vite'
import { chunkAddresses } from './chunk-addresses.ts'
import { chunkFileNames } from './chunk-file-names.ts'
import { compileOnce } from './compile-once.ts'
import { embedAttributes } from './embed-attributes.ts'
import { embedRelease } from './embed-release.ts'
import { embedStyles } from './embed-styles.ts'
import { inlineStylesheets } from './inline-stylesheets.ts'
import { liveRelays } from './live-relays.ts'
import { locales } from './locales.ts'
import { namedBySteps } from './named-by-steps.ts'
import { noDeepState } from './no-deep-state.ts'
import { questionnaireParts } from './questionnaire-parts.ts'
import { ROOT, SITE } from './site.ts'
import { unusedList } from './unused-list.ts'

const scopes = new Map<string, string>()

/** The class that scopes a component's styles. It is written at each selector and element: Svelte's own is twice as long. */
function cssHash({ hash, css }: { hash: (text: string) => string; css: string }): string {
  const scope = `_${hash(css).slice(0, 4)}`
  if ((scopes.get(scope) ?? css) !== css)
    throw new Error(`Two components have the scope ${scope}. Change the style sheet of one, or take five symbols.`)
  scopes.set(scope, css)
  return scope
}

/**
 * The Vite configuration for the sources, whether they are served, built or tested.
 *
 * @param plugins further plugins, which come first
 */
export const siteConfig = (plugins: readonly PluginOption[] = []): UserConfig => ({
  root: join(ROOT, 'src'),
  // Relative, so that one build serves from any path.
  base: './',
  publicDir: join(ROOT, 'public'),
  cacheDir: join(ROOT, 'node_modules/.vite'),
  plugins: [
    ...plugins,
    compileOnce(svelte({ configFile: false, compilerOptions: { css: 'external', runes: true, cssHash } })),
    unusedList(),
    noDeepState(),
    namedBySteps(),
    questionnaireParts(),
    locales(),
    liveRelays(),
    chunkAddresses(),
    inlineStylesheets(),
    embedStyles(),
    embedAttributes(),
    embedRelease(),
  ],
  server: { fs: { allow: [ROOT] } },
  build: {
    outDir: SITE,
    target: 'es2022',
    reportCompressedSize: false,
    modulePreload: {
      polyfill: false,
      // A script that could not be preloaded can never be imported: sure-imports.ts fetches it.
      resolveDependencies: (_file, parts, { hostType }) =>
        hostType === 'html' ? parts : parts.filter((part) => part.endsWith('.css')),
    },
    rolldownOptions: { checks: { pluginTimings: false }, output: { chunkFileNames: chunkFileNames('assets') } },
  },
})
