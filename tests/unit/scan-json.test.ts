import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanJson } from '../../src/core/files/scan-json.ts'

const FILE = `{
  "questionnaire": {
    "id": "our-own",
    "items": [
      { "id": "a" },
      {
        "id": "b", "weight": 2
      }
    ]
  },
  "texts": { "en": { "title": "Ours" } }
}
`

describe('the lines of a JSON file', () => {
  it.each<[readonly (string | number)[], number]>([
    [[], 1],
    [['questionnaire', 'id'], 3],
    [['questionnaire', 'items'], 4],
    [['questionnaire', 'items', 0, 'id'], 5],
    [['questionnaire', 'items', 1], 6],
    [['questionnaire', 'items', 1, 'weight'], 7],
    [['texts', 'en', 'title'], 11],
    [['questionnaire', 'items', 1, 'missing', 'too'], 6],
    [['nowhere'], 1],
  ])('are known of %j', (path, line) => {
    const scanned = scanJson(FILE)
    expect(scanned.ok && scanned.lineOf(path)).toBe(line)
  })
})

describe('the first fault of a JSON file', () => {
  it.each<[string, string, number]>([
    [' \n', 'nothing', 1],
    ['{\n"a": 1,\n"b": [2\n', 'unfinished', 4],
    ['{\n"a": "x', 'open-text', 2],
    ['{}\n}', 'goes-on', 2],
    ['{\n"a": 1\n"b": 2\n}', 'comma', 2],
    ['{\n"a": [1, 2, "b": 3}', 'comma', 2],
    ['{\n"a": 1,\n}', 'comma-too-many', 2],
    ['[1,\n]', 'comma-too-many', 1],
    ['{\n"a" 1}', 'colon', 2],
    ['{\n“a”: 1}', 'quotes', 2],
    ['{ a: 1 }', 'quotes', 1],
    ["{ 'a': 1 }", 'quotes', 1],
    ['{ "a": often }', 'quotes', 1],
    ['{\n"a": "so "to" say"}', 'quote-inside', 2],
    ['{\n"a": "one line\nand another"}', 'open-text', 2],
    ['{ "a": "one\ttab" }', 'character', 1],
    ['{ "a": "C:\\Users" }', 'character', 1],
    ['{\n// a note\n"a": 1}', 'comment', 2],
    ['{ "a": 1 // a note\n}', 'comment', 1],
    ['{ "a": , "b": 1 }', 'value', 1],
    ['{ "a": .5 }', 'value', 1],
    ['{\n"a": 1,\n"b": 2,\n"a": 3}', 'twice', 4],
  ])('of %j is %s', (text, fault, line) => {
    expect(scanJson(text)).toMatchObject({ ok: false, fault, line })
  })

  it('is depth where brackets would exhaust the page', () => {
    expect(scanJson('['.repeat(100_000))).toMatchObject({ ok: false, fault: 'nested', line: 1 })
  })

  it('is found wherever a browser finds one, and nowhere else', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    const value = fc.json({ maxDepth: 4 }).chain((text) => {
      const spaced = JSON.stringify(JSON.parse(text), null, 2)
      return fc.tuple(fc.constant(spaced), fc.nat(spaced.length), fc.constantFrom('', ...'{}[],:"\\/019.e+-tn \n\t'))
    })
    fc.assert(
      fc.property(value, ([text, at, put]) => {
        expect(scanJson(text).ok).toBe(true)
        const changed = text.slice(0, at) + put + text.slice(at + 1)
        const scanned = scanJson(changed)
        if (scanned.ok || scanned.fault !== 'twice') expect(scanned.ok).toBe(parses(changed))
      }),
      { numRuns: 3000 },
    )
  })
})
