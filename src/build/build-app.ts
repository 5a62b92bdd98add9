import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  build,
  createLogger,
  mergeConfig,
  type BuildOptions,
  type LogLevel,
  type Plugin,
  type PluginOption,
  type Rolldown,
} from 'vite'
import type { OfflineSurface } from '../core/offline-list.ts'
import { SERVED } from '../entries/site/served.ts'
import { preloadChunks } from './chunk-addresses.ts'
import { compressTexts } from './compress.ts'
import { embedScreens } from './embed-screens.ts'
import { embedBuilds, embedDemoBuild, isFirstOfEmbed, isInFirstLoad, STANDALONE, version } from './embed-builds.ts'
import { carryReleases, framePage, notReleased, readReleases } from './embed-releases.ts'
import { writeHeaders } from './headers.ts'
import { integrityOf } from './integrity.ts'
import { writeOfflineList } from './offline-list.ts'
import { minifyFirst } from './minify-first.ts'
import { writeNotFound } from './not-found.ts'
import { notLoaded } from './not-loaded.ts'
import { writeNpmPackage } from './npm-package.ts'
import { writeOembed } from './oembed.ts'
import { builtEntry, prerender } from './prerender.ts'
import { servedStart } from './served-start.ts'
import { siteConfig } from './site-config.ts'
import { stylesFirst } from './styles-first.ts'
import { sureImports } from './sure-imports.ts'
import { importsByPart } from './together.ts'
import { ROOT, SITE } from './site.ts'
import { writeWordPressPlugin } from './wordpress-plugin.ts'

const SOURCES = join(ROOT, 'src')
const FOR_A_WHILE = join(ROOT, 'node_modules/.vite')

/** The modules that the served page preloads, as it needs them beside its script. */
const PRELOADED = [`questionnaire:take/${SERVED.id}/${SERVED.language}`, `locales/${SERVED.language}/take.ts`]

/** The chunks of the page beside its first: one once a statement is shown, one for a result. */
const DIAGNOSTIC = importsByPart([
  { name: null, importsOf: ['entries/site/page.ts'] },
  {
    name: 'page-soon',
    importsOf: ['prepare-later.ts', 'page-history.ts', 'code-so-far.ts'].map((name) => `entries/site/${name}`),
  },
  { name: 'page-parts', importsOf: ['entries/site/page-later.ts'] },
])

/** The console loads all it has, its start first and then its other screens: three chunks, the last of them the questionnaires. */
const CONSOLE = importsByPart([
  { name: 'workshop-parts', importsOf: ['entries/site/workshop.ts'] },
  { name: 'workshop-questionnaires', importsOf: [], and: ['questionnaire:results'] },
  {
    name: 'workshop-screens',
    importsOf: ['entries/site/workshop-later.ts'],
    and: ['qr/index.js', 'core/workshop/shared-ledger.ts', 'ui/console/unite-file.ts'],
  },
])

/** A page with its scripts. */
const pageBuild = (page: string, codeSplitting?: Rolldown.CodeSplittingOptions): BuildOptions => ({
  rolldownOptions: {
    input: join(SOURCES, page),
    ...(codeSplitting && {
      output: { codeSplitting },
      // A module that import() loads elsewhere may be there already.
      checks: { ineffectiveDynamicImport: false },
    }),
  },
})

/** A script by itself, under a name that does not change. */
const scriptBuild = (name: string): BuildOptions => ({
  rolldownOptions: {
    input: { [name]: join(SOURCES, `entries/site/${name}.ts`) },
    output: { entryFileNames: '[name].js', codeSplitting: false },
  },
})

export interface AppBuild {
  /** The folder to build into. */
  readonly folder?: string
  /** Vite plugins beside the site's own. */
  readonly plugins?: readonly PluginOption[]
  readonly logLevel?: LogLevel
  /** Builds only the diagnostic's own page and its parts. */
  readonly isPageAlone?: boolean
}

/** A plugin for some builds, and when all of these have compiled their modules. */
function compiled() {
  const ends: Promise<void>[] = []
  const plugin = (): Plugin => {
    let end: () => void
    ends.push(new Promise((resolve) => (end = resolve)))
    return { name: 'compiled', buildEnd: () => end() }
  }
  return { plugin, all: () => Promise.all(ends) }
}

/** Removes what a folder holds, and leaves the folder: a server may be serving it. */
function empty(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
}

/** Calls `use` with a folder of its own, among the packages that what is built into it imports, and removes that. */
async function withFolder<Made>(use: (folder: string) => Promise<Made>): Promise<Made> {
  mkdirSync(FOR_A_WHILE, { recursive: true })
  const folder = mkdtempSync(join(FOR_A_WHILE, 'prerender-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Builds the site. Each page is a build by itself: built together, they would share
 * chunks, and the first page would request several scripts, with code that only
 * other pages use, instead of one.
 *
 * @returns the names of the files for hosts, which a release consists of
 */
export const buildApp = (app: AppBuild = {}): Promise<readonly string[]> =>
  withFolder((prerendered) => buildAll(app, prerendered))

/** @param prerendered the folder for what the pages are written with */
async function buildAll(
  { folder = SITE, plugins = [], logLevel = 'info', isPageAlone = false }: AppBuild,
  prerendered: string,
): Promise<readonly string[]> {
  const written = new Map<string, string>()
  /** Builds share a folder: of two that wrote one file differently, whichever came last would have won. */
  const writeOnce = (file: Rolldown.OutputChunk | Rolldown.OutputAsset) => {
    const content = integrityOf(file.type === 'chunk' ? file.code : file.source)
    if (written.has(file.fileName) && written.get(file.fileName) !== content)
      throw new Error(`Two parts of the site write ${file.fileName}, and not the same.`)
    written.set(file.fileName, content)
  }
  const built = () => builtEntry(join(prerendered, 'entry.js'))
  const write = async (options: BuildOptions, own: readonly PluginOption[] = []) => {
    const config = mergeConfig(siteConfig([...plugins, ...own]), {
      configFile: false,
      logLevel,
      build: { outDir: folder, emptyOutDir: false, copyPublicDir: false, ...options },
    })
    const output = (await build(config)) as Rolldown.RolldownOutput
    for (const file of output.output) writeOnce(file)
    return output
  }

  await write({
    ssr: join(SOURCES, 'entries/site/prerender.ts'),
    outDir: prerendered,
    rolldownOptions: { output: { entryFileNames: 'entry.js' } },
  })
  empty(folder)
  const first = compiled()
  const writeDiagnostic = () => {
    const own = [
      prerender(built),
      notLoaded(built),
      stylesFirst(),
      sureImports('page', ({ facadeModuleId }) => PRELOADED.some((module) => facadeModuleId?.endsWith(module))),
      preloadChunks({ page: 'index.html', modules: PRELOADED }),
      minifyFirst(({ isEntry }) => isEntry),
      first.plugin(),
    ]
    return write({ ...pageBuild('index.html', DIAGNOSTIC), copyPublicDir: true }, own)
  }
  const writeWorkshop = () =>
    write(pageBuild('workshop.html', CONSOLE), [
      notLoaded(built),
      servedStart(built),
      stylesFirst(),
      sureImports('page'),
    ])
  const writeRest = () => [
    write(pageBuild('join.html'), [notLoaded(built), stylesFirst(), sureImports('page')]),
    write(pageBuild('preview.html'), [notLoaded(built), stylesFirst(), sureImports('page')]),
  ]
  const writeEmbeds = () =>
    embedBuilds(SOURCES).map((options) =>
      write(options, [
        notLoaded(built),
        embedScreens(built),
        sureImports('chunk', isFirstOfEmbed),
        minifyFirst(isInFirstLoad),
        first.plugin(),
      ]),
    )
  // After the self-contained file, whose integrity value it tells.
  const writeDemo = () => write(embedDemoBuild(SOURCES), [notLoaded(built), embedScreens(built)])
  // Builds that are minified once more come first: the other pages are compiled while a thread is at that.
  const minified = Promise.all([writeDiagnostic(), Promise.all(isPageAlone ? [] : writeEmbeds())])
  await Promise.race([first.all(), minified])
  const [[page, embeds], workshop] = await Promise.all([
    minified,
    isPageAlone ? null : writeWorkshop(),
    write(scriptBuild('offline-worker')),
    ...(isPageAlone ? [] : [...writeRest(), minified.then(writeDemo)]),
  ])
  const ofEmbeds = embeds.flatMap(({ output }) => output)
  const forHosts = [...new Set(ofEmbeds.map(({ fileName }) => fileName))]
  const pages = new Map<OfflineSurface, Rolldown.RolldownOutput>([['diagnostic', page]])
  if (workshop) {
    pages.set('workshop', workshop)
    const { linkWords, describeAll } = await built()
    const described = await describeAll()
    writeOembed(folder, described)
    writeWordPressPlugin(folder, forHosts, described)
    const whole = ofEmbeds.find(({ fileName }) => fileName === STANDALONE)
    if (whole?.type === 'chunk') forHosts.push(writeNpmPackage(folder, linkWords, whole.code))
    carryReleases({ folder, version, names: forHosts })
  }
  writeOfflineList(folder, pages)
  await writeNotFound(folder, (await built()).notFoundWords)
  await compressTexts(folder)
  const released = Object.entries(readReleases().versions).map(([one, { frame }]) => [framePage(one), frame])
  writeHeaders({ folder, released: Object.fromEntries(released) })
  const unreleased = isPageAlone ? null : notReleased(version)
  // Not where it is built to be released.
  if (unreleased) createLogger(logLevel).info(unreleased)
  return forHosts
}
