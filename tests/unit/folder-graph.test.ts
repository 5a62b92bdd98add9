import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { describe, expect, it } from 'vitest'

const SOURCES = join(import.meta.dirname, '../../src')

/** An import or re-export, of types too, by the path in it. */
const IMPORT = /(?:\bfrom|\bimport\s*\(?)\s*['"](\.{1,2}\/[^'"?]+)/g

/** The source files below a folder, relative to it. */
function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|js|svelte)$/.test(file) && statSync(join(root, file)).isFile(),
  )
}

/** For each folder, the folders that its files import from. */
function folderGraph(files: readonly string[], read: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const file of files) {
    const from = dirname(file)
    for (const [, path = ''] of read(file).matchAll(IMPORT)) {
      const to = dirname(normalize(join(from, path)))
      if (to === from || to.startsWith('..')) continue
      graph.set(from, (graph.get(from) ?? new Set()).add(to))
    }
  }
  return graph
}

/** The folders that can be reached from one along imports. */
function reachedFrom(folder: string, graph: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const open = [...(graph.get(folder) ?? [])]
  for (const next of open) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(graph.get(next) ?? []))
  }
  return reached
}

/** Folders that depend on themselves, each with those in its cycle. */
function knots(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...graph.keys()]
    .filter((folder) => reachedFrom(folder, graph).has(folder))
    .map((folder) => {
      const back = [...(graph.get(folder) ?? [])].filter((next) => reachedFrom(next, graph).has(folder))
      return `${folder} needs ${back.toSorted().join(', ')}, which needs it back`
    })
    .toSorted()
}

describe('the folders of the sources', () => {
  it('need each other in one direction only, for types too', () => {
    const files = filesBelow(SOURCES)
    expect(files.length).toBeGreaterThan(300)
    expect(knots(folderGraph(files, (file) => readFileSync(join(SOURCES, file), 'utf8')))).toEqual([])
  })

  it.each([
    ['values', "import { b } from '../b/b.ts'", "import { a } from '../a/a.ts'"],
    ['types', "import type { B } from '../b/b.ts'", "import type { A } from '../a/a.ts'"],
    ['a type named in place', "type B = import('../b/b.ts').B", "import { a } from '../a/a.ts'"],
    ['what is loaded later', "const b = () => import('../b/b.ts')", "export { a } from '../a/a.ts'"],
    ['a component', '<script>\n  import B from "../b/B.svelte"\n</script>', "import '../a/a.ts'"],
  ])('go red where two need each other for %s', (_what, one, other) => {
    const texts: Record<string, string> = { 'a/a.ts': one, 'b/b.ts': other, 'c/c.ts': "import { a } from '../a/a.ts'" }
    const found = knots(folderGraph(Object.keys(texts), (file) => texts[file] ?? ''))
    expect(found).toEqual(['a needs b, which needs it back', 'b needs a, which needs it back'])
  })
})

it('is served and built without anything from the tests', () => {
  const root = join(SOURCES, '..')
  const files = ['vite.config.ts', ...filesBelow(SOURCES).map((file) => join('src', file))]
  const graph = folderGraph(files, (file) => readFileSync(join(root, file), 'utf8'))
  expect(graph.get('.')).toContain('src/build')
  const taking = [...graph].filter(([, needed]) => [...needed].some((folder) => /^tests(\/|$)/.test(folder)))
  expect(taking.map(([folder]) => folder)).toEqual([])
})

it('has no source file of more than 400 lines', () => {
  const long = filesBelow(SOURCES)
    .map((file) => ({ file, lines: readFileSync(join(SOURCES, file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 400)
  expect(long).toEqual([])
})
