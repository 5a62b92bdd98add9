import type { SheetIssue } from './score-file-issues.ts'

/**
 * Declared here because `core` compiles without the DOM's types; every browser and
 * Node have it.
 */
declare class TextDecoder {
  constructor(encoding: string, options: { readonly fatal: boolean })
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}

/** In bytes; enough to tell UTF-16 without a mark, in which every other byte of most headings is 0. */
const SAMPLE = 400

/** UTF-16 by its byte order mark, or by where zeros stand in the first bytes; `null` for neither. */
function wideIn(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2))
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) * 4 < sample.length || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/**
 * The text of a file as spreadsheets and survey tools save it: UTF-8, or UTF-16
 * with or without a byte order mark in front. The mark is no part of the text.
 *
 * @returns `null` for any other bytes. Never throws.
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(wideIn(bytes) ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly issue: Extract<SheetIssue, { code: 'encoding' }> }

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') lines++
  return lines
}

/** How many bytes a character has that begins with this one, and between what its second lies; `null` where none does. */
function characterFrom(byte: number): readonly [length: number, least: number, most: number] | null {
  if (byte < 0x80) return [1, 0, 0]
  if (byte < 0xc2 || byte > 0xf4) return null
  if (byte < 0xe0) return [2, 0x80, 0xbf]
  if (byte < 0xf0) return [3, byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf]
  return [4, byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf]
}

const isContinuing = (byte: number) => (byte & 0xc0) === 0x80

/** Where the first character begins that is none in UTF-8; the length where all is well but for an end that is cut. */
function faultIn(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const character = characterFrom(bytes[at]!)
    if (!character) return at
    const [length, least, most] = character
    const others = bytes.subarray(at + 1, at + length)
    const isSound = others.every((byte, index) => (index === 0 ? byte >= least && byte <= most : isContinuing(byte)))
    if (!isSound) return at
    at += length
  }
  return bytes.length
}

/** The longest beginning of a character in UTF-8. */
const CUT = 3

/** The beginning of a character that the end of bytes cuts off. */
function cutOffIn(end: Uint8Array): Uint8Array {
  const from = end.findLastIndex((byte) => !isContinuing(byte))
  const [length] = characterFrom(end[from] ?? 0) ?? [1]
  return from >= 0 && length > end.length - from ? end.slice(from) : new Uint8Array()
}

function joinedBytes(one: Uint8Array, other: Uint8Array): Uint8Array {
  const joined = new Uint8Array(one.length + other.length)
  joined.set(one)
  joined.set(other, one.length)
  return joined
}

/** @param before the beginning of a character at the end of what came before */
function findFault(piece: Uint8Array, encoding: string, before: Uint8Array) {
  const lenient = new TextDecoder(encoding, { fatal: false })
  if (encoding !== 'utf-8') {
    const [sound = ''] = lenient.decode(piece).split('\ufffd')
    return { line: countLines(sound), byte: null }
  }
  const bytes = joinedBytes(before, piece)
  const fault = faultIn(bytes)
  return { line: countLines(lenient.decode(bytes.subarray(0, fault))), byte: bytes[fault] ?? null }
}

/**
 * Decodes a file whose bytes come in pieces, as `decodeText` does the whole: returns
 * the text of each piece, and what is left at the end for `null`, or the first byte
 * that is none. Never throws.
 */
export function textPieces(): (piece: Uint8Array | null) => Decoded {
  let encoding: string | null = null
  let decoder: TextDecoder | null = null
  let lines = 1
  let end = new Uint8Array()
  return (piece) => {
    encoding ??= (piece && wideIn(piece)) ?? 'utf-8'
    decoder ??= new TextDecoder(encoding, { fatal: true })
    try {
      const text = piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
      lines += countLines(text)
      if (piece) end = joinedBytes(end, piece.slice(-CUT)).slice(-CUT)
      return { ok: true, text }
    } catch {
      const fault = piece === null ? { line: 0, byte: null } : findFault(piece, encoding, cutOffIn(end))
      return { ok: false, issue: { code: 'encoding', line: lines + fault.line, byte: fault.byte } }
    }
  }
}

/** The same for a whole file. */
export function decodeWhole(bytes: Uint8Array): Decoded {
  const decode = textPieces()
  const first = decode(bytes)
  const rest = first.ok ? decode(null) : first
  return first.ok && rest.ok ? { ok: true, text: first.text + rest.text } : rest
}
