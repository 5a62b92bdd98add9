import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const SOURCES = ['src', 'questionnaires', 'public', 'vite.config.ts', 'package-lock.json']

/** The folder the site is built into. */
export const SITE = join(ROOT, 'dist')

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

export async function buildSite(): Promise<void> {
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}
