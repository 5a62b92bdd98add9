import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/* A module that only tests import is dead code: its tests prove nothing about what ships. */

const ROOT = join(import.meta.dirname, '../..')
const modules = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => /\.(ts|svelte)$/.test(path))

/**
 * The modules that a module refers to, in imports, types and addresses of workers.
 * A step of the build also writes imports, of files that it names by a path.
 */
function namedIn(module: string): string[] {
  const text = readFileSync(join(ROOT, module), 'utf8')
  const written = module.startsWith(join('src', 'build'))
    ? modules.filter((other) => text.includes(`}/${basename(other)}`))
    : []
  const named = [...text.matchAll(/(?:from|import|import\(|URL\()\s*'(\.[^'?]+)/g)].map(([, path]) =>
    normalize(join(dirname(module), path!)),
  )
  return [...named, ...written]
}

function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const left = [...entries]
  for (let module = left.pop(); module !== undefined; module = left.pop()) {
    if (reached.has(module) || !modules.includes(module)) continue
    reached.add(module)
    left.push(...namedIn(module))
  }
  return reached
}

it('every module is reached from an entry or from the build', () => {
  const reached = reachedFrom(modules.filter((module) => /^src\/(entries|build)\//.test(module)))
  expect(reached.size).toBeGreaterThan(300)
  expect(modules.filter((module) => !reached.has(module) && !module.endsWith('.d.ts'))).toEqual([])
})
