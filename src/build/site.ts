import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const SOURCES = ['src', 'questionnaires', 'public', 'vite.config.ts', 'package-lock.json']

/** The folder the site is built into. */
export const SITE = join(ROOT, 'dist')

/** The folder a build for tests goes into, in a language that nobody speaks. */
export const PSEUDO_SITE = join(ROOT, 'node_modules/.pseudo-locale')

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether any source has changed since the site was last built, or it never was. */
export function needsBuild(): boolean {
  // The last file that a build writes.
  const built = join(SITE, '_headers')
  return !existsSync(built) || SOURCES.some((source) => newest(join(ROOT, source)) > statSync(built).mtimeMs)
}

/**
 * Builds the site for production, in a process of its own: whoever asks for it
 * may run as a test, and Svelte would then be built for development.
 *
 * @param variant environment variables that ask for another build
 * @throws Error with what the build printed, when it fails.
 */
export function buildSite(variant: Readonly<Record<string, string>> = {}): void {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', ...variant },
  })
  if (status !== 0) throw new Error(`The site could not be built.\n${stdout}${stderr}`)
}
