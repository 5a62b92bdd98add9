import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
for (const file of ['.oxlintrc.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(folder, file))
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a tool over the project, once for all that is in it: most of its time is its start. */
const run = (tool: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin', tool), args, {
    cwd: folder,
    encoding: 'utf8',
  })
  return { red: status !== 0, output: stdout + stderr }
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** As the linter writes it. */
interface Complaint {
  readonly code: string
  readonly severity: string
  readonly filename: string
}

const CROSSING: readonly (readonly [what: string, path: string, text: string])[] = [
  ['core importing an adapter', 'src/core/x.ts', "export { browserStore } from '../adapters/browser-store.ts'\n"],
  ['core importing the interface', 'src/core/deep/x.ts', "export { y } from '../../ui/y.ts'\n"],
  ['core importing Svelte', 'src/core/x.ts', "export { mount } from 'svelte'\n"],
  ['core reading a file', 'src/core/x.ts', "export { readFileSync } from 'node:fs'\n"],
  ['core asking what time it is', 'src/core/x.ts', 'export const now = () => Date.now()\n'],
  ['core drawing lots', 'src/core/x.ts', 'export const draw = () => Math.random()\n'],
  ['ui importing an adapter', 'src/ui/take/x.ts', "export { browserStore } from '../../adapters/browser-store.ts'\n"],
  [
    'a Svelte component importing an adapter',
    'src/ui/X.svelte',
    '<script lang="ts">\n  import { y } from \'../adapters/y.ts\'\n  y()\n</script>\n',
  ],
  ['the first load importing the chart', 'src/ui/take/x.ts', "export { Chart } from 'chart.js'\n"],
  ['the first load importing zod', 'src/ui/state/x.ts', "export { z } from 'zod'\n"],
  ['the first load importing a part of the chart', 'src/ui/x.ts', "export { Chart } from 'chart.js/auto'\n"],
  [
    'the first load importing the result',
    'src/ui/take/x.ts',
    "export { resultPicture } from '../result/result-picture.ts'\n",
  ],
  ['core reaching for what is global', 'src/core/x.ts', 'export const now = () => globalThis.Date.now()\n'],
  ['an adapter importing the interface', 'src/adapters/x.ts', "export { y } from '../ui/y.ts'\n"],
]

/** Each in a file of its own, in the same folder, by which rules tell where something may be imported. */
const fileOf = (number: number, path: string) => path.replace(/(\w+)(?=\.\w+$)/, `$1${number}`)

describe('the linter', () => {
  write('src/core/sound.ts', 'export const one = 1\n')
  const alone = run('oxlint', ['src'])
  for (const [number, [, path, text]] of CROSSING.entries()) write(fileOf(number, path), text)
  write('src/core/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
  write('src/core/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")
  const { red, output } = run('oxlint', ['src', '--format', 'json'])
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Complaint[] }
  rmSync(join(folder, 'src'), { recursive: true })
  const errorsIn = (file: string) =>
    diagnostics.filter(({ filename, severity }) => filename === file && severity === 'error').map(({ code }) => code)

  it.each(CROSSING.map(([what, path], number) => [what, fileOf(number, path)]))('goes red for %s', (_what, file) => {
    expect(errorsIn(file!)).toContainEqual(expect.stringMatching(/no-restricted-(imports|globals|properties)/))
    expect(red).toBe(true)
  })

  it('goes red for imports in a circle', () => {
    expect(errorsIn('src/core/a.ts')).toContainEqual(expect.stringContaining('no-cycle'))
    expect(red).toBe(true)
  })

  it('stays green for core importing core', () => {
    expect(alone.red).toBe(false)
    expect(errorsIn('src/core/sound.ts')).toEqual([])
  })
})

describe('the compiler', () => {
  const ON_A_PAGE = ['window.alert(1)', 'document.title', 'localStorage.length', 'new Image()']
  cpSync(join(ROOT, 'src/core/tsconfig.json'), join(folder, 'src/core/tsconfig.json'))
  for (const [number, text] of ON_A_PAGE.entries())
    write(`src/core/page${number}.ts`, `export const x = () => ${text}\n`)
  const { red, output } = run('tsc', ['-p', 'src/core/tsconfig.json'])

  it.each([...ON_A_PAGE.entries()])('has no page in core: file %i, %s', (number) => {
    const own = output.split('\n').filter((line) => line.includes(`src/core/page${number}.ts`))
    expect(own.join('\n')).toContain('Cannot find name')
    expect(red).toBe(true)
  })
})
