import { HAND_OVER_FORMATS, handOverLength } from '../codes/hand-over-code.ts'
import { symbolsOf } from '../codes/alphabet.ts'
import { isWhole } from '../codes/check-symbols.ts'
import type { CodeLayout } from '../response/layout.ts'
import { nameLayout, NAMING } from '../codes/name-layout.ts'
import { RESULT_FORMATS, resultLength } from '../codes/result-code.ts'
import { chunksOf, isDashed, isJoined, type Chunk } from './chunks.ts'

/** A passage in a text that is a code, or was one before it was cut or damaged. */
export interface FoundCode {
  /** The line it begins on, from 1. */
  readonly line: number
  /** Its first symbols, without any answers. */
  readonly excerpt: string
  /** Its symbols where it is whole; else whether some are missing or wrong. */
  readonly found: { readonly whole: string } | 'cut' | 'damaged'
}

/** Twelve symbols: in every format they name questionnaire and version, and hold no answers. */
const EXCERPT = 12

/** In symbols; longer than a hand-over code of 120 items on nine steps. */
const LONGEST_CODE = 130
const SHORTEST_CODE = 15
const GROUP = 4

/** The number of symbols of each known code, by the symbols it begins with. */
type Lengths = ReadonlyMap<string, number>

function lengthsOf(layouts: readonly CodeLayout[]): { readonly named: Lengths; readonly heads: ReadonlySet<string> } {
  const named = new Map<string, number>()
  for (const layout of layouts) {
    for (const format of RESULT_FORMATS) named.set(nameLayout(format, layout).join(' '), resultLength(layout, format))
    for (const format of HAND_OVER_FORMATS)
      named.set(nameLayout(format, layout).join(' '), handOverLength(layout, format))
  }
  return { named, heads: new Set([...named.keys()].map((name) => name.split(' ', 5).join(' '))) }
}

const hasDigit = (text: string) => /\d/.test(text)

class Finder {
  readonly #chunks: readonly Chunk[]
  readonly #named: Lengths
  readonly #heads: ReadonlySet<string>
  readonly #values = new Map<Chunk, readonly number[] | null>()

  constructor(text: string, layouts: readonly CodeLayout[]) {
    const { named, heads } = lengthsOf(layouts)
    this.#chunks = chunksOf(text)
    this.#named = named
    this.#heads = heads
  }

  *find(): Generator<FoundCode> {
    for (let at = 0; at < this.#chunks.length;) {
      const end = this.#endOfWhole(at)
      if (end !== null) {
        yield this.#found(at, end, { whole: this.#textOf(at, end) })
        at = end
        continue
      }
      const broken = this.#endOfBroken(at)
      if (broken !== null) yield this.#found(at, broken, this.#isCut(at, broken) ? 'cut' : 'damaged')
      at = broken ?? at + 1
    }
  }

  /** The values of a chunk's symbols; `null` where it has a character that is in no code. */
  #valuesOf(chunk: Chunk): readonly number[] | null {
    const known = this.#values.get(chunk)
    if (known !== undefined) return known
    const read = chunk.text.length > LONGEST_CODE ? null : symbolsOf(chunk.text)
    const values = read?.ok ? read.symbols : null
    this.#values.set(chunk, values)
    return values
  }

  #textOf(from: number, to: number): string {
    return this.#chunks
      .slice(from, to)
      .map(({ text }) => text)
      .join('')
  }

  #found(from: number, to: number, found: FoundCode['found']): FoundCode {
    const text = this.#textOf(from, to).toUpperCase()
    const excerpt = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
    return { line: this.#chunks[from]?.line ?? 1, excerpt, found }
  }

  /**
   * The end of a whole code that begins at this chunk; `null` for none. The length
   * of a known questionnaire's codes is known, so any separators that people and
   * mail programs use may be between its symbols; other codes must also have the
   * usual groups.
   */
  #endOfWhole(from: number): number | null {
    const symbols: number[] = []
    let expected: number | undefined
    let digits = 0
    for (let at = from; at < this.#chunks.length; at++) {
      const chunk = this.#chunks[at]!
      if (at > from && !isJoined(chunk.gap)) return null
      const values = this.#valuesOf(chunk)
      if (!values) return null
      const before = symbols.length
      symbols.push(...values)
      if (symbols.length > LONGEST_CODE || symbols[0] === 0) return null
      if (before < NAMING && symbols.length >= NAMING) expected = this.#named.get(symbols.slice(0, NAMING).join(' '))
      digits += hasDigit(chunk.text) ? 1 : 0
      if (expected !== undefined) {
        if (symbols.length === expected) return isWhole(symbols) ? at + 1 : null
        if (symbols.length > expected) return null
      } else if (symbols.length >= NAMING) {
        const alone = at === from
        if (!alone && (before !== (at - from) * GROUP || values.length > GROUP)) return null
        if (this.#goesOn(at, alone)) continue
        const looksRight = symbols.length >= SHORTEST_CODE && digits >= (alone ? 1 : 2)
        return looksRight && isWhole(symbols) ? at + 1 : null
      }
    }
    return null
  }

  /** Whether the next chunk may belong to a code of unknown length. */
  #goesOn(at: number, alone: boolean): boolean {
    const next = this.#chunks[at + 1]
    if (!next || isDashed(next.gap)) return next !== undefined
    return !alone && next.text.length <= GROUP && isJoined(next.gap) && !next.gap.includes('\n')
  }

  /** The end of a broken code that begins at this chunk; `null` for none. */
  #endOfBroken(from: number): number | null {
    const { text, gap } = this.#chunks[from]!
    const dashed = this.#endOfRun(from, (next) => isDashed(next.gap))
    if (this.#isLinked(from)) return dashed
    // The first five symbols of a known code are no coincidence.
    if (this.#isNamed(from)) {
      const spaced = this.#endOfRun(from, (next) => isJoined(next.gap) && !next.gap.includes('\n') && hasFour(next))
      return Math.max(dashed, spaced)
    }
    if (from > 0 && isDashed(gap)) return null
    const run = this.#chunks.slice(from, dashed)
    const groups = run.filter(hasFour).length
    if (groups >= 3 && run.length >= 4 && run.every((chunk) => chunk.text.length <= GROUP + 2)) {
      if (run.filter((chunk) => hasDigit(chunk.text)).length >= 2) return dashed
    }
    return dashed === from + 1 && this.#hasLengthOfCode(text) ? dashed : null
  }

  /** The end of the run of chunks that satisfy `follows`, before any that begins a whole code. */
  #endOfRun(from: number, follows: (next: Chunk) => boolean): number {
    let end = from + 1
    let symbols = this.#chunks[from]?.text.length ?? 0
    for (; end < this.#chunks.length && symbols < LONGEST_CODE; end++) {
      const next = this.#chunks[end]!
      if (!follows(next)) break
      // A code may be cut off at a hyphen, right before the next code.
      const mayBegin = !isDashed(next.gap) || next.gap.includes('\n')
      if (mayBegin && this.#endOfWhole(end) !== null) break
      symbols += next.text.length
    }
    return end
  }

  /** Whether the chunk is the value of "h=" or "r=" in a link. */
  #isLinked(at: number): boolean {
    const name = this.#chunks[at - 1]
    return name !== undefined && this.#chunks[at]?.gap === '=' && /^[hr]$/i.test(name.text) && /[#?&/]$/.test(name.gap)
  }

  #isNamed(from: number): boolean {
    const read = symbolsOf(this.#textOf(from, from + 2).slice(0, 5))
    return read.ok && read.symbols.length === 5 && this.#heads.has(read.symbols.join(' '))
  }

  #isCut(from: number, to: number): boolean {
    const text = this.#textOf(from, to)
    const read = symbolsOf(text.slice(0, NAMING))
    const expected = read.ok ? this.#named.get(read.symbols.join(' ')) : undefined
    return expected !== undefined && text.length < expected
  }

  /** Whether one chunk is about as long as a known code, and begins as one. */
  #hasLengthOfCode(text: string): boolean {
    if (!/^[1234il][0-9a-z]*$/i.test(text) || !/\d.*\d/.test(text)) return false
    for (const length of this.#named.values())
      if (length >= SHORTEST_CODE + 5 && Math.abs(length - text.length) <= 2) return true
    return false
  }
}

const hasFour = ({ text }: Chunk) => /^[0-9a-z]{4}$/i.test(text)

/**
 * Finds every code in any text, and every passage that looks like a damaged one:
 * codes with or without groups, on links, in quotations, in cells of a table,
 * several on a line, or broken over lines. Takes time in proportion to the text.
 * Never throws.
 *
 * @param layouts the known versions; whole codes of other questionnaires are found
 * too
 */
export function findCodes(text: string, layouts: readonly CodeLayout[]): Iterable<FoundCode> {
  return new Finder(text, layouts).find()
}
