import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexer } from 'marked'
import { describe, expect, it } from 'vitest'
import { contractFiles } from '../../src/build/embed-contract/contract-files.ts'
import { ATTRIBUTE_NAMES, ATTRIBUTES, embedReference, EVENTS } from '../../src/ui/embed/contract.ts'

const PUBLIC = join(import.meta.dirname, '../../public')
const files = contractFiles()
const reference = embedReference()

describe('the contract of the embed', () => {
  it.each(Object.entries(files))('is what %s says; else run npm run embed-contract', (file, text) => {
    expect(readFileSync(join(PUBLIC, file), 'utf8')).toBe(text)
  })

  it('says of each attribute with values what they are', () => {
    for (const name of ATTRIBUTE_NAMES) {
      const takes: string | readonly string[] = ATTRIBUTES[name]
      const named = [...reference.attributes[name].means.matchAll(/`([^`]+)`/g)].map(([, value]) => value)
      if (typeof takes !== 'string') expect([name, named]).toEqual([name, takes])
    }
  })

  it('is a table for each of its kinds in the reference', () => {
    const tables = lexer(files['embed.md'] ?? '').flatMap((token) => (token.type === 'table' ? [token] : []))
    const firsts = tables.map(({ rows }) => rows.map(([cell]: readonly { text: string }[]) => cell?.text))
    const code = (names: readonly string[]) => names.map((name) => `\`${name}\``)
    expect(firsts).toEqual([
      code(ATTRIBUTE_NAMES),
      ['`open()`'],
      code(EVENTS),
      code(Object.keys(reference.customProperties)),
      code(Object.keys(reference.parts)),
      ['the element’s content'],
    ])
    // An unescaped stroke in a type would push the sentence into another column.
    for (const { rows } of tables)
      for (const row of rows as readonly (readonly { text: string }[])[]) expect(row.at(-1)?.text).toMatch(/\.$/)
  })
})
