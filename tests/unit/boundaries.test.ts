import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
for (const file of ['.oxlintrc.json', 'tsconfig.json', 'src/core/tsconfig.json']) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  cpSync(join(ROOT, file), join(folder, file))
}
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (tool: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin', tool), args, {
    cwd: folder,
    encoding: 'utf8',
  })
  return { red: status !== 0, output: stdout + stderr }
}

/** Runs a tool over one file that is otherwise alone in the project. */
function check(tool: string, args: string[], path: string, text: string) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const result = run(tool, args)
  rmSync(file)
  return result
}

describe('the linter', () => {
  it.each([
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
  ])('goes red for %s', (_name, path, text) => {
    const { red, output } = check('oxlint', ['src'], path, text)
    expect(output).toMatch(/no-restricted-(imports|globals|properties)/)
    expect(red).toBe(true)
  })

  it('goes red for imports in a circle', () => {
    writeFileSync(join(folder, 'src/core/b.ts'), "import { a } from './a.ts'\nexport const b = () => a\n")
    const { red, output } = check(
      'oxlint',
      ['src'],
      'src/core/a.ts',
      "import { b } from './b.ts'\nexport const a = () => b\n",
    )
    rmSync(join(folder, 'src/core/b.ts'))
    expect(output).toContain('no-cycle')
    expect(red).toBe(true)
  })

  it('stays green for core importing core', () => {
    expect(check('oxlint', ['src'], 'src/core/x.ts', 'export const one = 1\n').red).toBe(false)
  })
})

describe('the compiler', () => {
  it.each(['window.alert(1)', 'document.title', 'localStorage.length', 'new Image()'])(
    'has no page in core: %s',
    (text) => {
      const { red, output } = check(
        'tsc',
        ['-p', 'src/core/tsconfig.json'],
        'src/core/x.ts',
        `export const x = () => ${text}\n`,
      )
      expect(output).toContain('Cannot find name')
      expect(red).toBe(true)
    },
  )
})
