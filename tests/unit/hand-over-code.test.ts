import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  decodeHandOverCode,
  encodeHandOverCode,
  HAND_OVER_FORMATS,
  handOverLength,
  workshopOfCode,
  type HandOver,
} from '../../src/core/codes/hand-over-code.ts'
import type { HandOverIssue } from '../../src/core/codes/hand-over-code-issues.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { ALPHABET, LONGEST_TEXT, textOf } from '../../src/core/codes/alphabet.ts'
import { checkSymbols } from '../../src/core/codes/check-symbols.ts'
import { isoDay } from '../../src/core/response/numbered-day.ts'
import type { CodeLayout } from '../../src/core/response/layout.ts'
import { decodeResultCode } from '../../src/core/codes/result-code.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import type { Workshop } from '../../src/core/workshop/workshop.ts'
import type { Pace } from '../../src/core/response/pace.ts'
import { isWorkshopId, workshopIdOf } from '../../src/core/codes/workshop-id.ts'
import { LOCALES } from '../fixtures/locales.ts'

interface Vectors {
  layouts: Record<string, { id: string; major: number; minor: number; items: [string, number][] }>
  vectors: (Omit<HandOver, 'answers'> & {
    layout: string
    name: string
    answers: string
    code: string
    promised?: Pick<Workshop, 'levels' | 'smallestGroup' | 'rawExport'>
  })[]
}

const fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/hand-over-codes.json'), 'utf8'),
) as Vectors
const layouts = Object.values(fixture.layouts).map(({ items, ...rest }): CodeLayout => ({
  ...rest,
  items: items.map(([id, options]) => ({ id, options })),
}))
const gaps = layouts.find(({ id }) => id === 'execution-gaps')!

const vectors = fixture.vectors.map(({ layout: id, name, answers, code, promised, ...rest }) => {
  const layout = layouts.find((candidate) => candidate.id === id)!
  const given = layout.items.flatMap(({ id: item }, index): [string, Answer][] =>
    answers[index] === '-' ? [] : [[item, answers[index] === '?' ? CANT_TELL : Number(answers[index])]],
  )
  const handOver: HandOver = { ...rest, answers: Object.fromEntries(given) }
  return { title: `${id}: ${name}`, layout, handOver, code, promised }
})
const find = (wanted: string) => vectors.find(({ title }) => title === wanted)!
const mixed = find('execution-gaps: everything mixed')
const one = find('sample: one of each')
/** The same of the format before, and of the one with promises. */
const inBothFormats = [
  ['without promises', mixed, 46],
  ['with promises', find('execution-gaps: everything mixed, with promises'), 60],
] as const
const bareOf = (code: string) => code.replaceAll('-', '')

const anyHandOver: fc.Arbitrary<{ layout: CodeLayout; handOver: HandOver }> = fc
  .record({
    id: fc.constantFrom('a', 'sample', 'some-longer-name'),
    major: fc.nat(999),
    minor: fc.nat(999),
    options: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 120, size: 'max' }),
  })
  .chain(({ options, ...rest }) => {
    const layout = { ...rest, items: options.map((count, index) => ({ id: `item-${index}`, options: count })) }
    const answers = fc.tuple(...options.map((count) => fc.integer({ min: 0, max: count + 1 }))).map((digits) =>
      Object.fromEntries(
        layout.items.flatMap(({ id, options: most }, index): [string, Answer][] => {
          const digit = digits[index]!
          return digit === 0 ? [] : [[id, digit > most ? CANT_TELL : digit]]
        }),
      ),
    )
    return fc
      .record({
        workshop: fc.nat(2 ** 30 - 1).map(workshopIdOf),
        participant: fc.nat(2 ** 30 - 1),
        revision: fc.integer({ min: 1, max: 255 }),
        pace: fc.constantFrom<Pace[]>('fast', 'usual', 'unknown'),
        level: fc.option(fc.nat(4)),
        completedOn: fc.nat(65_535).map(isoDay),
        answers,
        promises: fc.option(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/)),
      })
      .map((handOver) => ({ layout, handOver }))
  })

const issueOf = (text: string, own: readonly CodeLayout[] = layouts): HandOverIssue | null => {
  const read = decodeHandOverCode(text, own)
  return read.ok ? null : read.issue
}

/** A code of these symbols with its check symbols. */
function whole(symbols: string): string {
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol))
  return textOf([...values, ...checkSymbols(values)])
}

describe('a hand-over code of another program', () => {
  it.each(vectors)('is written the same here: $title', ({ layout, handOver, code }) => {
    expect(encodeHandOverCode(layout, handOver)).toBe(code)
  })

  it.each(vectors)('is read here: $title', ({ layout, handOver, code }) => {
    expect(decodeHandOverCode(code, layouts)).toEqual({ ok: true, layout, handOver })
    expect(workshopOfCode(code)).toBe(handOver.workshop)
    expect(workshopOfCode(`3D${code}`)).toBe(handOver.workshop)
  })

  it('covers every pace, both ends of every number, and a level that was not said', () => {
    const all = vectors.map(({ handOver }) => handOver)
    expect(new Set(all.map(({ pace }) => pace))).toEqual(new Set(['unknown', 'usual', 'fast']))
    expect(new Set(all.map(({ level }) => level))).toEqual(new Set([null, 0, 1, 2, 3, 4]))
    for (const [least, most, values] of [
      [0, 2 ** 30 - 1, all.map(({ participant }) => participant)],
      [1, 255, all.map(({ revision }) => revision)],
    ] as const)
      expect([Math.min(...values), Math.max(...values)]).toEqual([least, most])
  })
})

describe('a hand-over code', () => {
  it('reads back as it was written, whatever the questionnaire', () => {
    fc.assert(
      fc.property(anyHandOver, ({ layout, handOver }) => {
        const code = encodeHandOverCode(layout, handOver)
        expect(decodeHandOverCode(code, [layout])).toEqual({ ok: true, layout, handOver })
        expect(bareOf(code).length).toBe(handOverLength(layout, handOver.promises === null ? 2 : 3))
        expect(code.length * 3).toBeLessThan(LONGEST_TEXT)
      }),
      { numRuns: 300 },
    )
  })

  it('is the only one of its hand-over: what is read is written as it was', () => {
    let opened = 0
    fc.assert(
      fc.property(fc.array(fc.nat(31), { minLength: 20, maxLength: 20 }), (drawn) => {
        const body = drawn.map((value) => ALPHABET[value]).join('')
        const code = whole(bareOf(one.code).slice(0, 9) + body)
        const read = decodeHandOverCode(code, layouts)
        if (!read.ok) return
        opened++
        expect(encodeHandOverCode(read.layout, read.handOver)).toBe(code)
      }),
      { numRuns: 3000, seed: 20_261_122 },
    )
    expect(opened).toBeGreaterThan(100)
  })

  it.each(inBothFormats)('%s has a length that fits a small QR picture', (_format, { layout, code }, length) => {
    expect(bareOf(code)).toMatch(/^[23][0-9A-HJKMNP-TV-Z]+$/)
    expect(bareOf(code)).toHaveLength(length)
    expect(layout.items).toHaveLength(30)
    // 67 letters and digits are what version 4 holds at error correction Q (ISO/IEC 18004, table 7).
    expect(length).toBeLessThanOrEqual(67)
  })

  it.each(vectors.filter(({ promised }) => promised))(
    'carries the promises that another program worked out: $title',
    ({ layout, handOver, promised }) => {
      const version = `${layout.major}.${layout.minor}`
      for (const own of [version, `${version}.7`])
        expect(
          promisesOf({ id: handOver.workshop, questionnaire: { id: layout.id, version: own }, ...promised! }),
        ).toBe(handOver.promises)
    },
  )

  it('differs from person to person, from revision to revision, and from result codes', () => {
    const { layout, handOver, code } = mixed
    expect(encodeHandOverCode(layout, { ...handOver, participant: handOver.participant + 1 })).not.toBe(code)
    expect(encodeHandOverCode(layout, { ...handOver, revision: handOver.revision + 1 })).not.toBe(code)
    expect(decodeResultCode(code, layouts)).toEqual({ ok: false, issue: { code: 'format', format: 2 } })
  })

  it.each(Object.values(LOCALES))('is named for what it is where a result code is asked for', ({ keepTexts }) => {
    const [first, ...others] = HAND_OVER_FORMATS.map((format) => keepTexts.openingIssue({ code: 'format', format }))
    expect(others).toEqual([first])
    expect(keepTexts.openingIssue({ code: 'format', format: 9 })).not.toBe(first)
  })

  it('stays at revision 255 for whoever hands over more often', () => {
    const read = decodeHandOverCode(encodeHandOverCode(gaps, { ...mixed.handOver, revision: 1000 }), layouts)
    expect(read.ok && read.handOver.revision).toBe(255)
  })

  it.each<[string, Partial<HandOver>]>([
    ['a workshop in lower case', { workshop: 'k7q2mx' }],
    ['a workshop of five symbols', { workshop: 'K7Q2M' }],
    ['a look-alike in the workshop', { workshop: 'K7Q2MO' }],
    ['a negative participant', { participant: -1 }],
    ['a participant of 31 bits', { participant: 2 ** 30 }],
    ['half a participant', { participant: 0.5 }],
    ['revision 0', { revision: 0 }],
    ['no revision', { revision: Number.NaN }],
    ['a sixth level', { level: 5 }],
    ['a level above the top', { level: -1 }],
    ['promises of nine symbols', { promises: '012345678' }],
    ['promises with a letter that is no symbol', { promises: '012345678U' }],
    ['a day that is none', { completedOn: '2026-02-30' }],
    ['a sixth step', { answers: { 'work-waits-for-approval': 6 } }],
  ])('is refused to %s', (_what, part) => {
    expect(() => encodeHandOverCode(gaps, { ...mixed.handOver, ...part })).toThrow(RangeError)
  })

  it.each([
    ['in lower case', mixed.code.toLowerCase()],
    ['without hyphens', bareOf(mixed.code)],
    ['over several lines', mixed.code.replaceAll('-', '\r\n')],
    ['with look-alikes', mixed.code.replaceAll('1', 'l').replaceAll('0', 'O')],
  ])('is read %s', (_how, text) => {
    expect(decodeHandOverCode(text, layouts)).toMatchObject({ ok: true, handOver: mixed.handOver })
    expect(workshopOfCode(text)).toBe(mixed.handOver.workshop)
  })
})

describe('a mistake in a hand-over code', () => {
  it.each(inBothFormats)(
    '%s is found when it is one wrong symbol, whichever and wherever',
    (_format, { code }, length) => {
      const bare = bareOf(code)
      const missed: string[] = []
      for (let at = 0; at < bare.length; at++)
        for (const symbol of ALPHABET) {
          const text = bare.slice(0, at) + symbol + bare.slice(at + 1)
          if (text !== bare && (issueOf(text)?.code !== 'check' || workshopOfCode(text) !== null)) missed.push(text)
        }
      expect(bare.length).toBe(length)
      expect(missed).toEqual([])
    },
  )

  it.each(inBothFormats)('%s is found when it is two neighbours that changed places', (_format, { code }) => {
    const bare = bareOf(code)
    const missed: string[] = []
    let tried = 0
    for (let at = 0; at + 1 < bare.length; at++) {
      const text = bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2)
      if (text === bare) continue
      tried++
      if (issueOf(text)?.code !== 'check') missed.push(text)
    }
    expect(tried).toBeGreaterThan(35)
    expect(missed).toEqual([])
  })

  it.each(inBothFormats)('%s is found when the code was cut, wherever', (_format, { code }) => {
    const bare = bareOf(code)
    const cut = Array.from({ length: bare.length - 1 }, (_none, index) => issueOf(bare.slice(0, index + 1))?.code)
    expect(new Set(cut)).toEqual(new Set(['too-short', 'check']))
  })
})

describe('what is not a hand-over code that can be opened', () => {
  const bare = bareOf(one.code)
  // Format and layout, workshop, participant, day, level, revision and pace, answers.
  const [named, who, day, turned, body] = [
    bare.slice(0, 9),
    bare.slice(9, 21),
    bare.slice(21, 24),
    bare.slice(25, 27),
    bare.slice(27, -2),
  ]

  const refused: Record<HandOverIssue['code'], readonly (readonly [text: string, issue: HandOverIssue])[]> = {
    empty: [['', { code: 'empty' }]],
    'too-long': [['2'.repeat(LONGEST_TEXT + 1), { code: 'too-long', length: LONGEST_TEXT + 1 }]],
    character: [[`${bare.slice(0, 4)}U`, { code: 'character', character: 'U', position: 5 }]],
    'too-short': [[bare.slice(0, 28), { code: 'too-short', length: 28 }]],
    check: [
      [`${bare}0${bare}1`, { code: 'check' }],
      ['0'.repeat(46), { code: 'check' }],
    ],
    format: [[whole(`1${bare.slice(1, -2)}`), { code: 'format', format: 1 }]],
    questionnaire: [[whole(`20000${bare.slice(5, -2)}`), { code: 'questionnaire' }]],
    version: [[whole(`${bare.slice(0, 5)}0103${bare.slice(9, -2)}`), { code: 'version', version: '1.3' }]],
    length: [[whole(`${bare.slice(0, -2)}0`), { code: 'length', length: 32, expected: 31 }]],
    // Of the last symbol of day and level, the upper bit is the day's.
    level: ['6', '7', '8', 'F', 'P', 'Z'].map((last) => [
      whole(named + who + day + last + turned + body),
      { code: 'level' },
    ]),
    revision: ['00', '01', '02', '03'].map((none) => [
      whole(`${named}${who}${day}2${none}${body}`),
      { code: 'revision' },
    ]),
    pace: [
      [whole(`${named}${who}${day}207${body}`), { code: 'pace' }],
      [whole(`${named}${who}${day}2ZZ${body}`), { code: 'pace' }],
    ],
    guesses: ['0001', '1000', 'ZZZZ'].map((guesses) => [
      whole(`3${named.slice(1)}${who}${day}2${turned}0123456789${body}${guesses}`),
      { code: 'guesses' },
    ]),
    // 7 x 7 x 4 is 196, which is 6 x 32 + 4.
    answers: [[whole(`${named}${who}${day}2${turned}64`), { code: 'answers' }]],
  }

  it.each(Object.values(refused).flat())('is refused with its reason: %j', (text, issue) => {
    expect(issueOf(text)).toEqual(issue)
  })

  it('has another answer, level, revision and pace right beside those that are refused', () => {
    expect(issueOf(whole(`${named}${who}${day}504${'63'}`))).toBeNull()
    expect(issueOf(whole(`${named}${who}${day}5ZY${'63'}`))).toBeNull()
    expect(issueOf(whole(`3${named.slice(1)}${who}${day}2${turned}0123456789${body}0000`))).toBeNull()
  })

  it('never throws, and never opens, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.base64String()), (text) => {
        expect(decodeHandOverCode(text, layouts).ok).toBe(false)
        expect(workshopOfCode(text)).toBeNull()
      }),
    )
  })
})

describe("a workshop's id", () => {
  it('is six symbols for any number drawn', () => {
    expect(workshopIdOf(0)).toBe('000000')
    expect(workshopIdOf(2 ** 30 - 1)).toBe('ZZZZZZ')
    expect(workshopIdOf(32)).toBe('000010')
    fc.assert(
      fc.property(fc.nat(2 ** 30 - 1), (number) => {
        expect(isWorkshopId(workshopIdOf(number))).toBe(true)
      }),
    )
  })

  it.each(['', 'K7Q2M', 'K7Q2MXX', 'K7Q2MU', 'K7Q2MO', 'k7q2mx', 'K7Q2M\u{1f600}'])('is not "%s"', (text) => {
    expect(isWorkshopId(text)).toBe(false)
  })

  it('can be read off a code whose questionnaire is not here', () => {
    expect(issueOf(one.code, [gaps])).toEqual({ code: 'questionnaire' })
    expect(workshopOfCode(one.code)).toBe('K7Q2MX')
  })
})
