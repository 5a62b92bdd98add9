import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..')
const SOURCES = ['src', 'questionnaires', 'public', 'vite.config.ts', 'package-lock.json']

/**
 * Where rules that cannot matter are looked for: a search of some seconds, which every
 * `npm run build` makes. `npm start` leaves it to `npm run questionnaires`, and the build of
 * the tests to the one test that has that command look at every questionnaire.
 */
export const RULES = 'QUESTIONNAIRE_RULES'
export const ELSEWHERE = 'elsewhere'

/** The folder the site is built into. */
export const SITE = join(ROOT, 'dist')

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether the site was never built, or any source has changed since. */
export function needsBuild(folder = SITE, sources: readonly string[] = []): boolean {
  // The last file that a build writes.
  const built = join(folder, '_headers')
  if (!existsSync(built)) return true
  const { mtimeMs } = statSync(built)
  return [...SOURCES, ...sources].some((source) => newest(join(ROOT, source)) > mtimeMs)
}

const VITE = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']

/**
 * Builds the site for production, in a process of its own: a caller may run as a
 * test, and Svelte would then be built for development.
 *
 * @param command the arguments with which Node builds it
 * @throws Error with the build's output, when it fails.
 */
export async function buildSite(command: readonly string[] = VITE): Promise<void> {
  const building = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', [RULES]: ELSEWHERE },
  })
  let printed = ''
  for (const stream of [building.stdout, building.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const status = await new Promise((resolve, reject) => building.on('error', reject).on('close', resolve))
  if (status !== 0) throw new Error(`The site could not be built.\n${printed}`)
}
