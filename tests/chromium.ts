import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** What Playwright launches it with. */
export interface Chromium {
  executablePath: string
  args: string[]
  ignoreDefaultArgs: string[]
  env: Record<string, string>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** What Playwright turns off, which has to be said again since Chromium hears the last such list alone. */
const OFF_IN_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
]
const ON_IN_PLAYWRIGHT = ['CDPScreenshotNewSurface']

const ARGS = [
  // A script that is read while it arrives is compiled for each page anew: one that is read whole, once for a process.
  `--disable-features=${[...OFF_IN_PLAYWRIGHT, 'ScriptStreaming'].join()}`,
  // A network of its own would pass each response from process to process.
  `--enable-features=${[...ON_IN_PLAYWRIGHT, 'NetworkServiceInProcess2'].join()}`,
  '--no-sandbox',
  '--disable-gpu',
  // What is drawn without a graphics card needs no process of its own.
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium keeps what its processes share, and how much must be free there. */
const SHARED_MEMORY = '/dev/shm'
const SHARED_MEMORY_NEEDED = 2 ** 30

/**
 * Playwright has Chromium share memory through files in /tmp, since a container may
 * have 64 MB for it. Each response then writes to a disk, a tenth of all the time that
 * the tests take.
 */
function withSharedMemory(): string[] {
  try {
    const { bavail, bsize } = statfsSync(SHARED_MEMORY)
    return bavail * bsize < SHARED_MEMORY_NEEDED ? [] : ['--disable-dev-shm-usage']
  } catch {
    return []
  }
}

const launchedFrom = (executablePath: string, more: Record<string, string> = {}): Chromium => ({
  executablePath,
  args: ARGS,
  ignoreDefaultArgs: withSharedMemory(),
  env: { ...(process.env as Record<string, string>), ...more },
})

const HELP =
  'No Chromium was found for the browser tests. Install Chrome or Chromium, or set CHROME_PATH to one; on Linux x64 one comes with "npm ci".'

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(isExecutable)
}

const starts = (path: string, env: Record<string, string> = {}) =>
  spawnSync(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } }).status === 0

/** The browser from npm, with the libraries packed beside it where the machine has none of its own. */
async function fromPackage(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  if (starts(executablePath)) return launchedFrom(executablePath)

  const folder = join(tmpdir(), 'chromium-libraries')
  if (!existsSync(join(folder, 'lib'))) {
    mkdirSync(folder, { recursive: true })
    const archive = join(
      dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
      '../../bin/al2023.tar.br',
    )
    spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) })
  }
  const env = { LD_LIBRARY_PATH: join(folder, 'lib') }
  return starts(executablePath, env) ? launchedFrom(executablePath, env) : undefined
}

/**
 * The browser to test in: CHROME_PATH, else an installed one, else the one from
 * npm. Throws where there is none, with a sentence that says what to do.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROME_PATH']
  if (named && !isExecutable(named)) throw new Error(`CHROME_PATH is "${named}", which cannot be run. ${HELP}`)
  const path = named ?? installed()
  if (path) return launchedFrom(path)
  const packed = await fromPackage()
  if (!packed) throw new Error(HELP)
  return packed
}
