import { withoutUnseen } from './without-dirt.ts'
import type { CodeIssue } from './result-code-issues.ts'

/** Crockford's base 32: digits and letters without I, L, O and U. A symbol's value is its place. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters that are read as a digit, because they look like it. */
const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/**
 * Separators that people and programs put between symbols: spaces of all kinds,
 * hyphens and dashes.
 */
const BETWEEN = /[\s\-\u2010-\u2015\u2212]/g

/**
 * In characters; more than the longest code with all its separators. A longer text
 * is refused unread.
 */
export const LONGEST_TEXT = 1000

const GROUP = 4

type TextIssue = Extract<CodeIssue, { readonly code: 'empty' | 'too-long' | 'character' }>

/** The values of a code's symbols, 0 to 31, or why it has none. */
export function symbolsOf(
  text: string,
): { readonly ok: true; readonly symbols: number[] } | { readonly ok: false; readonly issue: TextIssue } {
  if (text.length > LONGEST_TEXT) return { ok: false, issue: { code: 'too-long', length: text.length } }
  const bare = withoutUnseen(text).replaceAll(BETWEEN, '')
  if (bare === '') return { ok: false, issue: { code: 'empty' } }
  const symbols: number[] = []
  for (const character of bare) {
    // toUpperCase would make "ß" two letters and "ı" an "I"; only plain letters have a meaning here.
    const plain = /^[a-z]$/.test(character) ? character.toUpperCase() : character
    const value = ALPHABET.indexOf(LOOKALIKES[plain] ?? plain)
    if (value < 0) return { ok: false, issue: { code: 'character', character, position: symbols.length + 1 } }
    symbols.push(value)
  }
  return { ok: true, symbols }
}

/** Symbols as text, in groups of four that can be read aloud: `1B2C-3D4E`. */
export function textOf(symbols: readonly number[]): string {
  const letters = symbols.map((value) => ALPHABET[value]).join('')
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}
