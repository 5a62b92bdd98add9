import { readFileSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { BuildOptions, Plugin, Rolldown } from 'vite'
import { spaceStyles, type Kind } from '../ui/app/embed-space.ts'
import { chunkFileNames } from './chunk-file-names.ts'
import { compiledWhenRun } from './compiled-when-run.ts'
import { eitherScript, eitherScripts } from './either-script.ts'
import { integrityOf } from './integrity.ts'
import { leaveNoTrace } from './leave-no-trace.ts'
import { ROOT } from './site.ts'
import { tightStyles } from './tight-styles.ts'
import { importsTogether } from './together.ts'

export const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}

/** The file that a host can pin by its integrity value. */
export const STANDALONE = `embed-standalone-${version}.js`

const SHARED: BuildOptions = {
  // Browsers with light-dark(), which in a host's page follows the host's colour
  // scheme.
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  // Modules are not preloaded from a host's head.
  modulePreload: false,
}

/**
 * Apart from the pages' own, which are minified otherwise: a file of one name must be one file, and a host that
 * keeps the embed itself copies this folder. Every article loads some fifteen of their names: 42 bits of each content
 * tell them apart, and a build that writes a released name otherwise fails.
 */
const CHUNKS = chunkFileNames('assets/embed', 7)

const codeSplitting = importsTogether('entries/embed/embed-run.ts')

/** Writes each script or page that a host refers to a second time, under the name of this version. */
function pinned(): Plugin {
  return {
    name: 'pinned',
    generateBundle: {
      // After all other changes to the files.
      order: 'post',
      handler(_options, bundle) {
        const pin = (fileName: string, source: string | Uint8Array) => {
          const { name, ext } = parse(fileName)
          this.emitFile({ type: 'asset', fileName: `${name}-${version}${ext}`, source })
        }
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.html')) pin(file.fileName, file.source)
          else if (file.type === 'chunk' && file.isEntry && !file.fileName.includes('/')) pin(file.fileName, file.code)
      },
    },
  }
}

const UNDEFINED: Readonly<Record<Kind, string>> = {
  whole: 'leadership-diagnostic',
  item: 'leadership-diagnostic:is([start=item], [vantage=hidden])',
  teaser: 'leadership-diagnostic[variant=teaser]',
  told: 'leadership-diagnostic[share-scores]',
}

/** Where consent managers put the address of a script that they hold back. */
const HELD_IN = ['src', 'data-src', 'data-cmp-src', 'data-suppressedsrc']

/**
 * The style sheet for a host whose first screen shows the diagnostic: it reserves
 * the height before the script is there, for as long as it may still come, and not
 * while a consent manager holds it back.
 */
function spaceKept(): Plugin {
  const rules = spaceStyles((kind) => `${UNDEFINED[kind]}:not(:defined)::before`)
  const holder =
    'leadership-diagnostic:not(:defined) { display: flow-root; container-type: inline-size; contain-intrinsic-inline-size: 280px; }'
  // Beside the host's own content, as in the element, and not above it.
  const beside =
    'leadership-diagnostic:not(:defined)::before { content: ""; float: left; animation: leadership-diagnostic-gone 0s 8s forwards; }'
  const gone = '@keyframes leadership-diagnostic-gone { to { min-block-size: 0; } }'
  const scripts = HELD_IN.map((attribute) => `[${attribute}*="/embed"]`).join(', ')
  const held = `:root:has(script[type]:is(${scripts}):not([type="module"], [type="text/javascript"])) leadership-diagnostic:not(:defined)::before { min-block-size: 0; }`
  const source = `@media (scripting: enabled) {\n${[holder, beside, rules, gone, held].join('\n')}\n}\n`
  return {
    name: 'space-kept',
    generateBundle() {
      for (const fileName of ['embed.css', `embed-${version}.css`]) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** Writes the self-contained file for pages, and prints its integrity value. The package has the module as it is. */
function selfContained(): Plugin {
  return {
    name: 'self-contained',
    writeBundle({ dir = '' }, bundle) {
      const file = bundle[STANDALONE]
      const code = file?.type === 'chunk' ? eitherScript(file.code) : null
      if (code === null) return this.error(`${STANDALONE} cannot be written as a script of either kind.`)
      writeFileSync(join(dir, STANDALONE), code)
      this.info(`${STANDALONE}: integrity="${integrityOf(code)}"`)
      this.info('An integrity value for embed.js would cover that file alone, and none of the parts it loads later.')
    },
  }
}

const scriptBuild = (sources: string, name: string): BuildOptions => ({
  ...SHARED,
  rolldownOptions: {
    input: { [name]: join(sources, `entries/embed/${name}.ts`) },
    preserveEntrySignatures: 'strict',
    output: { entryFileNames: '[name].js', chunkFileNames: CHUNKS, codeSplitting },
    plugins: [
      tightStyles(),
      leaveNoTrace(),
      compiledWhenRun('embed-parts'),
      eitherScripts(),
      ...(name === 'embed' ? [spaceKept()] : []),
      pinned(),
    ],
  },
})

/**
 * The builds for hosts: the element, which is small and fetches the rest when it is
 * needed; the same in one file; and the frame for sites that allow only those, with
 * the script that sizes it.
 *
 * @param sources the folder of the sources
 */
export const embedBuilds = (sources: string): readonly BuildOptions[] => [
  scriptBuild(sources, 'embed'),
  scriptBuild(sources, 'embed-frame'),
  {
    ...SHARED,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { 'embed-standalone': join(sources, 'entries/embed/embed.ts') },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: STANDALONE, codeSplitting: false },
      plugins: [leaveNoTrace(), selfContained()],
    },
  },
  {
    ...SHARED,
    rolldownOptions: {
      input: join(sources, 'embed.html'),
      output: { entryFileNames: 'assets/embed/[name]-[hash].js', chunkFileNames: CHUNKS, codeSplitting },
      plugins: [pinned()],
    },
  },
]

/** Chunks of the first question and what imports them: each is requested as early as possible. */
export const isFirstOfEmbed = ({ isEntry, facadeModuleId }: Rolldown.OutputChunk): boolean =>
  isEntry || /\/embed-(app|run)\.ts$|\/locales\/[a-z-]+\/take\.ts$|questionnaire:take\//.test(facadeModuleId ?? '')

/** Chunks that the first question waits for; not the self-contained file, which is loaded whole. */
export const isInFirstLoad = (chunk: Rolldown.OutputChunk): boolean =>
  chunk.fileName !== STANDALONE && (isFirstOfEmbed(chunk) || chunk.name === 'embed-parts')

/** The page about the embed. */
export const embedDemoBuild = (sources: string): BuildOptions => ({
  ...SHARED,
  rolldownOptions: { input: join(sources, 'embed-demo.html') },
})
