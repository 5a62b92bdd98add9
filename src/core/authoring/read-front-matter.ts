import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml'
import type { AnswerIssue } from './answer-issue.ts'

/** Values by key, keys in small letters and digits alone: `Canonical-URL` becomes `canonicalurl`. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>

type Split =
  | { readonly ok: true; readonly frontMatter: string | null; readonly body: string; readonly firstLine: number }
  | { readonly ok: false; readonly issue: AnswerIssue }

/** Folds a key for looking it up. */
export function fieldKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** Splits the block between the first two rules from the text. `frontMatter` is `null` where there is none. */
export function splitFrontMatter(text: string): Split {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const rest = lines.slice(first + 1)
  if (!/^---\s*$/.test(lines[first] ?? '')) return { ok: true, frontMatter: null, body: text, firstLine: 1 }
  const end = rest.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line))
  if (end >= 0) {
    const frontMatter = rest.slice(0, end).join('\n')
    return { ok: true, frontMatter, body: rest.slice(end + 1).join('\n'), firstLine: first + 2 }
  }
  if (rest.some((line) => /^[\w-]+\s*:/.test(line))) return { ok: false, issue: { code: 'front-matter-open' } }
  return { ok: true, frontMatter: null, body: rest.join('\n'), firstLine: 1 }
}

// Every value stays text: a version 1.0 would otherwise be the number 1, and a day a date.
const OPTIONS = { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false } as const

/**
 * Quotes values that YAML needs in quotes and authors leave bare: with a colon, or
 * with a special sign at the beginning.
 */
function quoteValues(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, key, value] = /^(\s*(?:-|[A-Za-z][\w -]*:)\s+)(\S.*)$/.exec(line.trimEnd()) ?? []
      if (!key || !value || /^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$|^\[.*\]$|^[|>][+-]?$/.test(value)) return line
      return key + JSON.stringify(value)
    })
    .join('\n')
}

function parse(text: string): Document | null {
  try {
    return parseDocument(text, OPTIONS)
  } catch {
    // The parser recurses, so lists nested some thousand deep exhaust the stack.
    return null
  }
}

/** A value without the quotes around it, straight or curly. */
function bare(value: string): string {
  return value
    .trim()
    .replace(/^(?:"(.*)"|'(.*)'|“(.*)”|‘(.*)’)$/s, '$1$2$3$4')
    .trim()
}

/**
 * Reads front matter. A value is a list of texts: one for a plain value, none
 * for an empty one. `line` of an issue counts from `firstLine`. Never throws.
 */
export function readFrontMatter(
  text: string,
  firstLine: number,
): { readonly ok: true; readonly fields: FrontMatter } | { readonly ok: false; readonly issue: AnswerIssue } {
  const asWritten = parse(text)
  const fails = (document: Document | null) => document === null || document.errors.length > 0
  const quoted = quoteValues(text)
  const [document, source] = fails(asWritten) ? [parse(quoted), quoted] : [asWritten, text]
  if (document === null || document.errors.length > 0) {
    const line = (asWritten ?? document)?.errors[0]?.linePos?.[0].line
    return { ok: false, issue: { code: 'front-matter-unreadable', line: line ? line + firstLine - 1 : null } }
  }
  const fields = new Map<string, string[]>()
  if (!isMap(document.contents)) return { ok: true, fields }
  const textOf = (node: unknown): string => {
    if (isScalar(node)) return bare(String(node.value ?? ''))
    const range = (node as { range?: readonly number[] | null } | null)?.range
    return range ? bare(source.slice(range[0], range[1])) : ''
  }
  for (const { key, value } of document.contents.items) {
    const values = isSeq(value) ? value.items.map(textOf) : [textOf(value)]
    fields.set(
      fieldKey(textOf(key)),
      values.filter((one) => one !== ''),
    )
  }
  return { ok: true, fields }
}
