import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'promises-'))
for (const part of ['src', 'tsconfig.json', '.oxlintrc.json'])
  cpSync(join(ROOT, part), join(folder, part), { recursive: true })
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The linter's type-aware rules skip components, so their scripts are copied beside them as modules. */
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g
const asModule = (component: string) =>
  `import 'svelte'\n${[...component.matchAll(SCRIPT)].map(([, script]) => script).join('\n')}`
const components = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.svelte'),
)
for (const file of components) {
  const path = join(folder, 'src', file)
  writeFileSync(path.replace(/\.svelte$/, '.script.svelte.ts'), asModule(readFileSync(path, 'utf8')))
}

// A file with a mistake, so that a linter that checks nothing is noticed.
const CARELESS = 'src/Careless.script.svelte.ts'
writeFileSync(
  join(folder, CARELESS),
  asModule('<script lang="ts">\n  const save = async () => 1\n  save()\n</script>\n'),
)

it('the scripts of components leave no promise that nobody hears fail', () => {
  const rules = ['no-floating-promises', 'no-misused-promises', 'await-thenable'].map((rule) => `-Dtypescript/${rule}`)
  // These alone: `npm run lint` looks at the other files.
  const scripts = components.map((file) => join('src', file.replace(/\.svelte$/, '.script.svelte.ts')))
  const args = ['--type-aware', '-A', 'all', ...rules, '--format', 'unix', ...scripts, CARELESS]
  const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/oxlint'), args, { cwd: folder, encoding: 'utf8' })
  const found = stdout.split('\n').filter((line) => line.includes('.script.svelte.ts'))
  expect(components.length).toBeGreaterThan(100)
  expect(found).toEqual([expect.stringContaining(CARELESS)])
})
