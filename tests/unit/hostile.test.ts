import { LARGEST_FILE } from '../../src/core/bounds/bounds.ts'
import { describe, expect, it } from 'vitest'
import { CANT_TELL, type Answer, type GivenVantage } from '../../src/core/response/response.ts'
import type { FileIssue } from '../../src/core/files/response-file-issues.ts'
import { readResponseFile } from '../../src/core/files/read-file.ts'
import { writeResponseCsv } from '../../src/core/files/response-csv.ts'
import { writeResponseJson, type FiledResponse } from '../../src/core/files/response-file.ts'
import { ALPHABET, LONGEST_TEXT, textOf } from '../../src/core/codes/alphabet.ts'
import { checkSymbols } from '../../src/core/codes/check-symbols.ts'
import type { CodeIssue } from '../../src/core/codes/result-code-issues.ts'
import { layoutOf, questionnaireNumber, type CodeLayout } from '../../src/core/response/layout.ts'
import { decodeResultCode, encodeResultCode } from '../../src/core/codes/result-code.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'

/** The number of inputs of each kind. */
const INPUTS = { codes: 45_000, links: 15_000, json: 30_000, csv: 25_000 } as const

const gaps = layoutOf(questionnaire)
const sample: CodeLayout = {
  id: 'sample',
  major: 1,
  minor: 2,
  items: [
    { id: 'a', options: 5 },
    { id: 'b', options: 9 },
    { id: 'c', options: 2 },
  ],
}
const layouts: CodeLayout[] = [gaps, { ...gaps, major: 0, minor: 9, items: gaps.items.slice(2) }, sample]
const VANTAGES: readonly GivenVantage[] = ['not-said', 'senior', 'middle', 'close']

// Records, so that an issue code that is added to the types does not compile until
// it is here.
const CODE_ISSUES: Record<CodeIssue['code'], true> = {
  empty: true,
  'too-long': true,
  character: true,
  'too-short': true,
  check: true,
  format: true,
  questionnaire: true,
  version: true,
  length: true,
  vantage: true,
  answers: true,
  guesses: true,
}
const FILE_ISSUES: Record<FileIssue['code'], true> = {
  'too-large': true,
  empty: true,
  neither: true,
  'later-format': true,
  shape: true,
  rows: true,
  column: true,
  twice: true,
  short: true,
  cell: true,
  day: true,
  questionnaire: true,
  version: true,
  item: true,
  answer: true,
}

/** Repeatable random choices: mulberry32. */
class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  pick<T>(list: ArrayLike<T>): T {
    return list[this.below(list.length)]!
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list]
    return list.map(() => rest.splice(this.below(rest.length), 1)[0]!)
  }

  /** Any character, unpaired surrogates included. */
  character(): string {
    return String.fromCodePoint(this.below(this.once(2) ? 0x300 : 0x110000))
  }

  response(layout: CodeLayout): FiledResponse {
    const completedOn = new Date(Date.UTC(2020, 0, 1) + this.below(65_536) * 86_400_000).toISOString().slice(0, 10)
    const some = (items: CodeLayout['items']) => {
      const given: Record<string, Answer> = {}
      for (const { id, options } of items) {
        const digit = this.below(options + 2)
        if (digit > 0) given[id] = digit > options ? CANT_TELL : digit
      }
      return given
    }
    const vantage = this.pick(VANTAGES)
    const isAsked = vantage === 'senior' || vantage === 'middle'
    const guesses = some(layout.items.filter(({ guessed }) => guessed && isAsked))
    return {
      questionnaire: { id: layout.id, version: `${layout.major}.${layout.minor}.${this.below(10)}` },
      completedOn,
      vantage,
      millisecondsPerItem: this.once(4) ? null : this.below(60_000),
      answers: some(layout.items),
      ...(Object.keys(guesses).length > 0 && this.once(2) ? { guesses } : {}),
    }
  }

  /** A text with one change that can happen to any text. */
  spoilt(text: string, characters: string): string {
    const at = this.below(text.length + 1)
    const to = Math.min(text.length, at + 1 + this.below(12))
    const [before, chunk, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)]
    const ways = [
      () => before + this.pick(characters) + text.slice(at + 1),
      () => before + this.character() + text.slice(at + 1),
      () => before + this.pick(characters) + text.slice(at),
      () => before + this.character() + text.slice(at),
      () => before + text.slice(at + 1),
      () => before + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
      () => before + chunk + chunk + after,
      () => before + after,
      () => after + chunk + before,
      () => text.slice(0, this.below(text.length + 1)),
      () => text.slice(this.below(text.length + 1)),
    ]
    return this.pick(ways)()
  }

  /** A text in which a chunk is repeated until it is just below or above a limit, or far above it. */
  swollen(text: string, limit: number): string {
    const at = this.below(text.length + 1)
    const chunk = text.slice(at, at + 1 + this.below(20)) || '-'
    const target = this.pick([limit >> 1, limit, limit + 1, limit * 2])
    const room = Math.max(0, target - text.length)
    return text.slice(0, at) + chunk.repeat(Math.ceil(room / chunk.length)).slice(0, room) + text.slice(at)
  }
}

/** The outcomes of all inputs of one kind. */
class Tally {
  ok = 0
  issues = 0
  readonly codes = new Set<string>()
  /** Inputs that were read wrongly, with what happened. */
  readonly faults: string[] = []

  /** @param read returns an issue's code, or null for a response, and what is wrong about it */
  add(input: string, known: object, read: () => { issue: string | null; wrong: string | null }): void {
    try {
      const { issue, wrong } = read()
      if (issue === null) this.ok++
      else this.issues++
      if (issue !== null) this.codes.add(issue)
      if (issue !== null && !Object.hasOwn(known, issue)) this.fault(input, `unknown issue ${issue}`)
      if (wrong !== null) this.fault(input, wrong)
    } catch (error) {
      this.fault(input, `threw ${String(error)}`)
    }
  }

  private fault(input: string, what: string): void {
    if (this.faults.length < 10) this.faults.push(`${what.slice(0, 500)} <- ${JSON.stringify(input.slice(0, 1500))}`)
  }
}

const UNSEEN = new Set([0x2d, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x2212])
for (let dash = 0x2010; dash <= 0x2015; dash++) UNSEEN.add(dash)

/** The symbols that a text is read as, by the README. */
function normalised(text: string): string {
  let symbols = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (UNSEEN.has(unit) || text.charAt(at).trim() === '') continue
    const letter = String.fromCharCode(unit >= 97 && unit <= 122 ? unit - 32 : unit)
    symbols += letter === 'I' || letter === 'L' ? '1' : letter === 'O' ? '0' : letter
  }
  return symbols
}

function judgeCode(text: string): { issue: string | null; wrong: string | null } {
  const read = decodeResultCode(text, layouts)
  if (text.length > LONGEST_TEXT && (read.ok || read.issue.code !== 'too-long'))
    return { issue: read.ok ? null : read.issue.code, wrong: 'was read though it is too long' }
  if (!read.ok) return { issue: read.issue.code, wrong: null }
  const again = encodeResultCode(read.layout, read.coded).replaceAll('-', '')
  return { issue: null, wrong: again === normalised(text) ? null : `reads as ${again}` }
}

/** A value as text, keys in order, so that two values can be compared. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? JSON.stringify(value) : `${value}`
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join(',')}}`
}

/** Rows and cells of a delimited text, or `null` where its quotes do not pair. */
function cellsOf(text: string, delimiter: string, newline: string): string[][] | null {
  const rows: string[][] = [[]]
  const between = (at: number) => at < text.length && text[at] !== delimiter && !text.startsWith(newline, at)
  let at = 0
  for (;;) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; at < text.length && !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++
        cell += text[at]
      }
      for (at++; text.charAt(at).trim() === '' && between(at); at++);
    } else while (between(at)) cell += text[at++]
    rows.at(-1)!.push(cell.trim())
    if (at >= text.length) break
    if (text[at] === delimiter) at++
    else if (text.startsWith(newline, at)) {
      at += newline.length
      rows.push([])
    } else return null
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/** A heading and a row as pairs, whatever the order of the columns; numbers without leading noughts. */
function pairsOf(rows: string[][] | null): string | null {
  const [heading, row] = rows ?? []
  if (rows?.length !== 2 || !heading || !row || row.length > heading.length) return null
  const pairs = heading.map((column, index) => {
    const cell = row[index] ?? ''
    return `${column}=${column === 'milliseconds_per_item' ? cell.replace(/^0+(?=\d)/, '') : cell}`
  })
  return pairs.toSorted().join('\n')
}

function sameCells(text: string, written: string): boolean {
  const delimiter = Array.from(text).find((character) => ',;\t|\u001e\u001f'.includes(character))
  if (delimiter === undefined) return false
  const wanted = pairsOf(cellsOf(written, ',', '\r\n'))
  const bare = text.replace(/^\ufeff+/, '')
  return (
    wanted !== null && ['\r\n', '\n', '\r'].some((newline) => pairsOf(cellsOf(bare, delimiter, newline)) === wanted)
  )
}

function judgeFile(text: string): { issue: string | null; wrong: string | null } {
  const read = readResponseFile(text, layouts)
  if (text.length > LARGEST_FILE && (read.ok || read.issue.code !== 'too-large'))
    return { issue: read.ok ? null : read.issue.code, wrong: 'was read though it is too large' }
  if (!read.ok) return { issue: read.issue.code, wrong: null }
  const start = text.trimStart()
  if (start.startsWith('{')) {
    const again = canonical(JSON.parse(writeResponseJson(read.layout, read.filed)))
    return { issue: null, wrong: again === canonical(JSON.parse(start)) ? null : `reads as ${again}` }
  }
  const again = writeResponseCsv(read.layout, read.filed)
  return { issue: null, wrong: sameCells(text, again) ? null : `reads as ${again}` }
}

/** A valid code in another person's spelling. */
function rewritten(chance: Chance, code: string): string {
  const lookalikes: Record<string, string> = { '1': '1IiLl', '0': '0Oo' }
  const between = ['', '', '', '-', ' ', '\u2013', '\u2014', '\u2212', '\u00a0', '\r\n', '\t', '\u00ad', '\u200b']
  return Array.from(code.replaceAll('-', ''), (symbol) => {
    const ways = lookalikes[symbol] ?? symbol + symbol.toLowerCase()
    return chance.pick(ways) + chance.pick(between)
  }).join('')
}

/** A code with right check symbols, some of whose other symbols are wrong. */
function forged(chance: Chance, code: string): string {
  const symbols = Array.from(code.replaceAll('-', ''), (symbol) => ALPHABET.indexOf(symbol)).slice(0, -2)
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const at = chance.below(symbols.length)
    const ways = [
      () => (symbols[at] = chance.below(32)),
      () => (symbols[13 + chance.below(3)] = 31),
      () => symbols.splice(at, 1),
      () => symbols.splice(at, 0, chance.below(32)),
      () => symbols.splice(at, symbols.length),
      () => symbols.push(...symbols.slice(at)),
    ]
    chance.pick(ways)()
  }
  return textOf([...symbols, ...checkSymbols(symbols)])
}

const CODE_CHARACTERS = `${ALPHABET}${ALPHABET.toLowerCase()}ILOUilou \n\t-\u2013\u2014\u2212\u00a0\u00ad\u200b.=#%/&`

function hostileCode(chance: Chance): string {
  const layout = chance.pick(layouts)
  let text = encodeResultCode(layout, chance.response(layout))
  if (chance.once(3)) text = forged(chance, text)
  if (chance.once(3)) text = rewritten(chance, text)
  if (chance.once(100)) text = chance.swollen(text, LONGEST_TEXT)
  for (let times = chance.below(4); times > 0; times--) text = chance.spoilt(text, CODE_CHARACTERS)
  return text
}

/** A damaged payload of "#r=" in a link. */
function hostileLink(chance: Chance): string {
  const layout = chance.pick(layouts)
  const code = encodeResultCode(layout, chance.response(layout)).replaceAll('-', '')
  let link = `https://example.org/diagnostic/?from=mail#r=${code}`
  const ways = [
    () => link,
    () => link.toLowerCase(),
    () => `${link} `,
    () => `<${link}>`,
    () => `${link}.`,
    () => `${link}&utm_source=mail`,
    () => `${link}#r=${code}`,
    () => link.replaceAll('#', '%23'),
    () => link + encodeURIComponent('\u2013'),
    () => chance.swollen(link, LONGEST_TEXT),
  ]
  if (chance.once(3)) link = chance.pick(ways)()
  for (let times = chance.below(4); times > 0; times--) link = chance.spoilt(link, CODE_CHARACTERS)
  return link.split('#r=').at(-1)!
}

/** Replacements for a value in a JSON file, as written. */
const VALUES = [
  'null true false NaN -1 0 -0 1 2 3 4 5 6 9 10 1e309 -1e309 1e-9 4.5 4.0 4e0 86400000 86400001 9007199254740993',
  '"4" "" [] {} [4] [null] {"a":4} "cant-tell" "not-said" "senior" "2024-02-29" "2023-02-29" "9999-12-31" "\\u0000"',
  '"1.2.0" "1.0.1" "0.9.0" "7.0.0" "01.00.000" "sample" "silence" "execution-gaps" "constructor" "__proto__" "\\ud800"',
  '{"__proto__":{"polluted":1}} {"__proto__":4} {"constructor":{"prototype":{"polluted":1}}}',
  `${'['.repeat(60)}4${']'.repeat(60)} ${'{"a":'.repeat(60)}4${'}'.repeat(60)}`,
].flatMap((values) => values.split(' '))
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'a', 'c', 'gone', 'A', '', 'format', '\ud800', 'x y']
const JSON_CHARACTERS = '{}[]":,\\/0123456789-+.eEtrufalsn \n\t_abc\u0000\ufeff\u2028'

/** The same JSON with some of its values and keys replaced. */
function tampered(chance: Chance, text: string): string {
  const lines = text.split('\n')
  const members = lines.flatMap((line, index) => (/^ *"[^"]*": [^{]+$/.test(line) ? [index] : []))
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const index = chance.pick(members)
    const [, indent = '', key = '', value = '', comma = ''] = /^( *)"([^"]*)": (.*?)(,?)$/.exec(lines[index]!) ?? []
    const member = (own: string, is: string) => `${indent}${JSON.stringify(own)}: ${is}`
    const ways = [
      () => member(key, chance.pick(VALUES)) + comma,
      () => member(key, chance.pick(VALUES)) + comma,
      () => member(chance.pick(KEYS), value) + comma,
      () => `${member(chance.pick(KEYS), chance.pick(VALUES))},\n${member(key, value)}${comma}`,
      () => `${member(key, chance.pick(VALUES))},\n${member(key, value)}${comma}`,
      () => `${member(key, `{${member(key, value)}}`)}${comma}`,
      () => `${member(key, `[${value}]`)}${comma}`,
      () => (comma ? '' : member(key, value)),
    ]
    lines[index] = chance.pick(ways)()
  }
  const whole = lines.join('\n')
  if (!chance.once(6)) return whole
  const part = chance.pick(['answers', 'guesses'])
  return whole.replace(new RegExp(`"${part}": \\{[^}]*\\}`), () => `"${part}": ${chance.pick(VALUES)}`)
}

function hostileJson(chance: Chance): string {
  const layout = chance.pick(layouts)
  let text = writeResponseJson(layout, chance.response(layout))
  if (chance.once(2)) text = tampered(chance, text)
  if (chance.once(10)) text = `\ufeff${text.replaceAll('\n', '\r\n')}`
  if (chance.once(150)) text = chance.swollen(text, LARGEST_FILE)
  for (let times = chance.once(2) ? 0 : chance.below(4); times > 0; times--) text = chance.spoilt(text, JSON_CHARACTERS)
  return text
}

/** Replacements for a cell. */
const CELLS = [
  '|0|1|2|5|6|9|10|04|4.0|4,0|-4|=1+1|+4|@a|"|""|4"| | 4 |4\n|4\r\n|\u00a04|\u0664|\'4|\u0000|1e309|99999999|007|NaN',
  "cant-tell|CANT-TELL|can't tell|not-said|senior|null|__proto__|constructor|toString|2024-02-29|2023-02-29|22.11.2026",
  `1.2.0|1.0|7.0.0|sample|silence|a|c|gone|version|questionnaire|4,4|4;4|4\t4|${'x'.repeat(300)}`,
].flatMap((cells) => cells.split('|'))
const CSV_CHARACTERS = ',;\t|"\'\r\n=+-@ 0123456789abcdefgn._\u0000\u001e\u001f\ufeff\u00a0'

/** A table in one of the forms that spreadsheets write. */
function delimited(chance: Chance, rows: readonly (readonly string[])[]): string {
  const [delimiter, newline] = [chance.pick([',', ',', ';', '\t']), chance.pick(['\r\n', '\n', '\r'])]
  const quotes = chance.below(3)
  const lines = rows.map((cells) =>
    cells
      .map((cell) => {
        const needed = [delimiter, newline, '"'].some((special) => cell.includes(special))
        const quoted = quotes === 2 || (quotes === 1 && needed)
        return quoted ? `"${cell.replaceAll('"', '""')}"` : cell
      })
      .join(delimiter),
  )
  return (chance.once(4) ? '\ufeff' : '') + lines.join(newline) + newline.repeat(chance.below(3))
}

function hostileCsv(chance: Chance): string {
  const layout = chance.pick(layouts)
  const written = writeResponseCsv(layout, chance.response(layout)).trimEnd().split('\r\n')
  let rows = written.map((line) => line.split(','))
  // The last cell may be empty.
  rows[1]!.push(...rows[0]!.slice(rows[1]!.length).map(() => ''))
  if (chance.once(3)) {
    const order = chance.shuffled(rows[0]!.slice(1).map((_cell, index) => index + 1))
    rows = rows.map((cells) => [0, ...order].map((index) => cells[index]!))
  }
  for (let times = chance.once(3) ? 0 : chance.below(4); times > 0; times--) {
    const row = chance.pick(rows.length > 1 ? [rows[0]!, rows[1]!, rows[1]!, rows[1]!] : rows)
    const at = chance.below(row.length)
    const ways = [
      () => void (row[at] = chance.pick(CELLS)),
      () => void (row[at] = chance.pick(CELLS)),
      () => void (row[at] = chance.pick(row)),
      () => void row.splice(at, 1),
      () => void row.splice(at, 0, chance.pick(CELLS)),
      () => void row.pop(),
      () => void rows.push(chance.pick([[''], row, rows[0]!, [chance.pick(CELLS)]])),
      () => void (rows = rows.map((cells) => cells.toSpliced(at, 1))),
      () => void (rows = rows.map((cells) => [...cells, cells[at] ?? ''])),
      () => void rows.splice(chance.below(rows.length), 1),
    ]
    chance.pick(ways)()
    if (rows.length === 0 || rows.some((cells) => cells.length === 0)) break
  }
  let text = delimited(chance, rows)
  if (chance.once(150)) text = chance.swollen(text, LARGEST_FILE)
  for (let times = chance.once(2) ? 0 : chance.below(4); times > 0; times--) text = chance.spoilt(text, CSV_CHARACTERS)
  return text
}

function tallyOf(
  seed: number,
  inputs: number,
  known: object,
  hostile: (chance: Chance) => string,
  judge: (text: string) => { issue: string | null; wrong: string | null },
): Tally {
  const [chance, tally] = [new Chance(seed), new Tally()]
  for (let number = 0; number < inputs; number++) {
    const text = hostile(chance)
    tally.add(text, known, () => judge(text))
  }
  return tally
}

const TIMEOUT = 60_000

describe('whatever comes in', () => {
  it('comes in a hundred thousand ways, the same every time', () => {
    expect(Object.values(INPUTS).reduce((total, inputs) => total + inputs, 0)).toBeGreaterThanOrEqual(100_000)
    for (const hostile of [hostileCode, hostileLink, hostileJson, hostileCsv]) {
      const twice = [new Chance(7), new Chance(7)].map((chance) => Array.from({ length: 50 }, () => hostile(chance)))
      expect(twice[0]).toEqual(twice[1])
      expect(new Set(twice[0]).size).toBeGreaterThan(40)
    }
    expect(new Set(layouts.map(({ id }) => questionnaireNumber(id))).size).toBe(2)
  })

  it(
    'is a code that is written so again, or an issue',
    () => {
      const tally = tallyOf(1, INPUTS.codes, CODE_ISSUES, hostileCode, judgeCode)
      expect(tally.faults).toEqual([])
      expect(tally.ok + tally.issues).toBe(INPUTS.codes)
      expect(tally.ok).toBeGreaterThan(5000)
      expect(tally.issues).toBeGreaterThan(20_000)
      expect([...tally.codes].toSorted()).toEqual(Object.keys(CODE_ISSUES).toSorted())
    },
    TIMEOUT,
  )

  it(
    'is a link whose code is written so again, or an issue',
    () => {
      const tally = tallyOf(2, INPUTS.links, CODE_ISSUES, hostileLink, judgeCode)
      expect(tally.faults).toEqual([])
      expect(tally.ok + tally.issues).toBe(INPUTS.links)
      expect(tally.ok).toBeGreaterThan(2000)
      expect(tally.issues).toBeGreaterThan(5000)
    },
    TIMEOUT,
  )

  it(
    'is a JSON file that says the same when it is written again, or an issue',
    () => {
      const tally = tallyOf(3, INPUTS.json, FILE_ISSUES, hostileJson, judgeFile)
      expect(tally.faults).toEqual([])
      expect(tally.ok + tally.issues).toBe(INPUTS.json)
      expect(tally.ok).toBeGreaterThan(2000)
      expect(tally.issues).toBeGreaterThan(10_000)
      for (const code of [
        'too-large',
        'empty',
        'neither',
        'shape',
        'day',
        'questionnaire',
        'version',
        'item',
        'answer',
      ])
        expect(tally.codes).toContain(code)
    },
    TIMEOUT,
  )

  it(
    'is a CSV file that has the same cells when it is written again, or an issue',
    () => {
      const tally = tallyOf(4, INPUTS.csv, FILE_ISSUES, hostileCsv, judgeFile)
      expect(tally.faults).toEqual([])
      expect(tally.ok + tally.issues).toBe(INPUTS.csv)
      expect(tally.ok).toBeGreaterThan(2000)
      expect(tally.issues).toBeGreaterThan(10_000)
      const ofJson = ['shape', 'later-format']
      for (const code of Object.keys(FILE_ISSUES).filter((own) => !ofJson.includes(own)))
        expect(tally.codes).toContain(code)
    },
    TIMEOUT,
  )

  it('has left every object as it was', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect({}).not.toHaveProperty('polluted')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
