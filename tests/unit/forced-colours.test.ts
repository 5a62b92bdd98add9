import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SOURCE = join(import.meta.dirname, '../../src')

it('leaves no border transparent, which forced colours would draw', () => {
  const found = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:svelte|css)$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(SOURCE, file), 'utf8').match(/border[a-z-]*:[^;{}]*transparent[^;{}]*/g)
      return (lines ?? []).map((line) => `${file}: ${line}`)
    })
  expect(found).toEqual([])
})
