import { DEEPEST_JSON } from '../bounds/bounds.ts'
/** The fault in the text of a JSON file. */
export type JsonFault =
  | 'nothing'
  | 'unfinished'
  | 'goes-on'
  | 'comma'
  | 'comma-too-many'
  | 'colon'
  | 'quotes'
  | 'quote-inside'
  | 'open-text'
  | 'character'
  | 'comment'
  | 'value'
  | 'nested'
  | 'twice'

export type ScannedJson =
  | {
      readonly ok: true
      /** The line that a part of the content begins on, from 1; of a part that is missing, the nearest around it. */
      readonly lineOf: (path: readonly (string | number)[]) => number
    }
  | { readonly ok: false; readonly fault: JsonFault; readonly line: number; readonly name: string | null }

const TEXT = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Reads the text of a JSON file for the lines of its parts, or for its first fault.
 * Browsers name faults in words of their own and in English, and only some of them
 * name a line. A name that stands twice in one group is a fault, too: all but the
 * last would be lost. Never throws.
 *
 * @param keepsLines whether the lines of parts are wanted: a long text has millions
 */
export function scanJson(text: string, { keepsLines = true } = {}): ScannedJson {
  const lines = new Map<string, number>()
  let at = 0
  let line = 1
  /** Where the last mark, text or number ended: a comma is missed there, and not where the next one begins. */
  let last = 1
  let failure: Exclude<ScannedJson, { ok: true }> | null = null

  function fail(fault: JsonFault, where = line, name: string | null = null): null {
    failure ??= { ok: false, fault, line: where, name }
    return null
  }

  /** The next character that is no space, `''` at the end. */
  function next(): string {
    for (; at < text.length && ' \t\r\n'.includes(text[at]!); at++) if (text[at] === '\n') line++
    return text[at] ?? ''
  }

  function match(pattern: RegExp): string | null {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    if (found === null) return null
    at += found.length
    last = line
    return found
  }

  /** Passes over a mark. */
  function pass(mark: string): boolean {
    if (next() !== mark) return false
    at++
    last = line
    return true
  }

  /** The fault at a place where a text, a number, a list or a group should begin. */
  function faultHere(): JsonFault {
    const here = next()
    if (here === '') return 'unfinished'
    if (here === '/' || here === '#') return 'comment'
    if (here === '"') {
      const rest = text.slice(at + 1)
      const end = rest.search(/[\n"]/)
      return end < 0 || rest[end] === '\n' ? 'open-text' : 'character'
    }
    return /[\p{L}_$“”„«»‘’'`]/u.test(here) ? 'quotes' : 'value'
  }

  function readText(): string | null {
    const found = next() === '"' ? match(TEXT) : null
    return found === null ? fail(faultHere()) : (JSON.parse(found) as string)
  }

  /** After an entry: whether another follows; `null` where neither a comma nor the closing bracket does. */
  function more(closing: string): boolean | null {
    const before = at
    const here = next()
    if (pass(closing)) return false
    if (here === ',') {
      const where = line
      pass(',')
      return next() === closing ? fail('comma-too-many', where) : true
    }
    if (here === '') return fail('unfinished')
    if (here === '/' || here === '#') return fail('comment')
    return fail(before === at && text[at - 1] === '"' && /[\p{L}\p{N}]/u.test(here) ? 'quote-inside' : 'comma', last)
  }

  function readGroup(path: string, level: number): true | null {
    const names = new Set<string>()
    for (let goesOn: boolean | null = !pass('}'); goesOn; goesOn = more('}')) {
      next()
      const where = line
      const name = readText()
      if (name === null) return null
      if (names.has(name)) return fail('twice', where, name)
      names.add(name)
      if (!pass(':')) return fail(next() === '' ? 'unfinished' : 'colon', last)
      if (!readValue(`${path}${JSON.stringify(name)}/`, level + 1, where)) return null
    }
    return failure ? null : true
  }

  function readList(path: string, level: number): true | null {
    let index = 0
    for (let goesOn: boolean | null = !pass(']'); goesOn; goesOn = more(']'))
      if (!readValue(`${path}${index++}/`, level + 1, null)) return null
    return failure ? null : true
  }

  function readValue(path: string, level: number, begun: number | null): true | null {
    const here = next()
    if (keepsLines) lines.set(path, begun ?? line)
    if (level > DEEPEST_JSON) return fail('nested')
    if (pass('{')) return readGroup(path, level)
    if (pass('[')) return readList(path, level)
    if (here === '"') return readText() === null ? null : true
    return match(PLAIN) === null ? fail(faultHere()) : true
  }

  if (next() === '') return { ok: false, fault: 'nothing', line: 1, name: null }
  if (readValue('', 0, null) && next() !== '') fail('goes-on')
  if (failure) return failure
  return {
    ok: true,
    lineOf(path) {
      const keys = path.map((part) => `${typeof part === 'number' ? part : JSON.stringify(part)}/`)
      for (let depth = keys.length; depth > 0; depth--) {
        const found = lines.get(keys.slice(0, depth).join(''))
        if (found !== undefined) return found
      }
      return lines.get('') ?? 1
    },
  }
}
