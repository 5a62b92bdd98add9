import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { serveSite } from '../build/serve-site.ts'

const ROOT = join(import.meta.dirname, '../..')
const SITE = join(ROOT, 'dist')
const SOURCES = ['src', 'questionnaires', 'public', 'vite.config.ts', 'package-lock.json']

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether any source has changed since the site was last built. */
function needsBuild(): boolean {
  const built = join(SITE, '_headers')
  return !existsSync(built) || SOURCES.some((source) => newest(join(ROOT, source)) > statSync(built).mtimeMs)
}

const wanted = process.env['PORT'] ?? '4173'
const port = Number(wanted)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${wanted}". Give a number from 0 to 65535, or leave it out.`)
  process.exit(1)
}
if (needsBuild()) {
  console.log('Building the diagnostic …')
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}
try {
  const { address } = await serveSite({ folder: SITE, port })
  console.log(`The diagnostic is at ${address}\nPress Ctrl+C to stop.`)
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(inUse ? `Port ${port} is in use. Choose another one: PORT=8080 npm start` : error)
  process.exitCode = 1
}
