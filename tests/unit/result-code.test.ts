import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitAnswers } from '../../src/core/response/fit-answers.ts'
import { CANT_TELL, type Answer, type GivenVantage } from '../../src/core/response/response.ts'
import { ALPHABET, LONGEST_TEXT } from '../../src/core/codes/alphabet.ts'
import { dayNumber } from '../../src/core/response/day-number.ts'
import { isoDay } from '../../src/core/response/numbered-day.ts'
import type { CodeIssue } from '../../src/core/codes/result-code-issues.ts'
import { layoutOf, layoutsOf, questionnaireNumber, type CodeLayout } from '../../src/core/response/layout.ts'
import { decodeResultCode, encodeResultCode, type CodedResponse } from '../../src/core/codes/result-code.ts'

const ROOT = join(import.meta.dirname, '../..')
const readJson = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))

interface Vectors {
  layouts: Record<string, { id: string; major: number; minor: number; items: [string, number][] }>
  questionnaireNumbers: Record<string, number>
  vectors: {
    layout: string
    name: string
    vantage: GivenVantage
    completedOn: string
    answers: string
    code: string
  }[]
}

const fixture = readJson('tests/fixtures/result-codes.json') as Vectors
const layouts = Object.values(fixture.layouts).map(({ items, ...rest }): CodeLayout => ({
  ...rest,
  items: items.map(([id, options]) => ({ id, options })),
}))
const sample = layouts.find(({ id }) => id === 'sample')!
const gaps = layouts.find(({ id }) => id === 'execution-gaps')!

const answerOf = (character: string): Answer => (character === '?' ? CANT_TELL : Number(character))
const vectors = fixture.vectors.map(({ layout: id, name, vantage, completedOn, answers, code }) => {
  const layout = layouts.find((candidate) => candidate.id === id)!
  const given = layout.items.flatMap(({ id: item }, index): [string, Answer][] =>
    answers[index] === '-' ? [] : [[item, answerOf(answers[index]!)]],
  )
  const coded: CodedResponse = { vantage, completedOn, answers: Object.fromEntries(given) }
  return { title: `${id}: ${name}`, layout, coded, code }
})

const DAY = 86_400_000
const dateOf = (number: number) => new Date(Date.UTC(2020, 0, 1) + number * DAY).toISOString().slice(0, 10)

const anyDay = fc.integer({ min: 0, max: 65_535 }).map(dateOf)
const anyVantage = fc.constantFrom<GivenVantage[]>('not-said', 'senior', 'middle', 'close')
const anyId = fc
  .stringMatching(/^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,7}){0,3}$/)
  .filter((id) => id !== 'constructor' && id.length <= 80)
const anyLayout = (least = 1, most = 120): fc.Arbitrary<CodeLayout> =>
  fc.record({
    id: anyId,
    major: fc.nat(999),
    minor: fc.nat(999),
    items: fc
      .array(fc.integer({ min: 2, max: 9 }), { minLength: least, maxLength: most, size: 'max' })
      .map((list) => list.map((options, index) => ({ id: `item-${index + 1}`, options }))),
  })
const anyAnswers = (layout: CodeLayout): fc.Arbitrary<Record<string, Answer>> =>
  fc
    .tuple(
      ...layout.items.map(({ options }) =>
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 1, max: options }) },
          fc.constant(CANT_TELL),
          fc.constant(undefined),
        ),
      ),
    )
    .map((list) =>
      Object.fromEntries(
        layout.items.flatMap(({ id }, index): [string, Answer][] =>
          list[index] === undefined ? [] : [[id, list[index] as Answer]],
        ),
      ),
    )
const anyCoded = (layout: CodeLayout): fc.Arbitrary<CodedResponse> =>
  fc.record({ vantage: anyVantage, completedOn: anyDay, answers: anyAnswers(layout) })
const anyResponse = (least?: number, most?: number) =>
  anyLayout(least, most).chain((layout) => anyCoded(layout).map((coded) => ({ layout, coded })))

/** The symbols of a code without separators. */
const bareOf = (code: string) => code.replaceAll('-', '')

/** A product in the field of 32 elements, without the tables that the code uses. */
function product(a: number, b: number): number {
  let total = 0
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) total ^= a << bit
  for (let bit = 9; bit > 4; bit--) if ((total >> bit) & 1) total ^= 0b100101 << (bit - 5)
  return total
}
const valueAt = (symbols: readonly number[], x: number) =>
  symbols.reduce((value, symbol) => product(value, x) ^ symbol, 0)

/** A code of these symbols with its check symbols, found by trying all of them. */
function whole(symbols: string): string {
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol))
  for (const first of ALPHABET)
    for (const second of ALPHABET) {
      const all = [...values, ALPHABET.indexOf(first), ALPHABET.indexOf(second)]
      if (valueAt(all, 2) === 0 && valueAt(all, 4) === 0) return symbols + first + second
    }
  throw new Error(`nothing makes ${symbols} whole`)
}

const issueOf = (text: string, own: readonly CodeLayout[] = layouts): CodeIssue | null => {
  const read = decodeResultCode(text, own)
  return read.ok ? null : read.issue
}

describe('a result code of another program', () => {
  it('names questionnaires by the same numbers', () => {
    for (const [id, number] of Object.entries(fixture.questionnaireNumbers))
      expect(questionnaireNumber(id)).toBe(number)
    // The value in the comment on questionnaireNumber.
    expect(questionnaireNumber('execution-gaps')).toBe(0x278d3)
  })

  it('covers every vantage, both ends of the days, and both questionnaires', () => {
    expect(new Set(vectors.map(({ coded }) => coded.vantage)).size).toBe(4)
    expect(vectors.map(({ coded }) => coded.completedOn)).toEqual(
      expect.arrayContaining(['2020-01-01', '2028-02-29', '2199-06-06']),
    )
    expect(vectors.filter(({ layout }) => layout === gaps).length).toBeGreaterThanOrEqual(8)
  })

  it('is of the items that were published as 1.0', () => {
    expect(readJson('questionnaires/execution-gaps/published.json').versions['1.0']).toEqual(
      fixture.layouts['execution-gaps']!.items,
    )
  })

  it.each(vectors)('is written the same here: $title', ({ layout, coded, code }) => {
    expect(encodeResultCode(layout, coded)).toBe(code)
  })

  it.each(vectors)('is read here: $title', ({ layout, coded, code }) => {
    expect(decodeResultCode(code, layouts)).toEqual({ ok: true, layout, coded })
  })
})

describe('a result code', () => {
  it('reads back as it was written, whatever the questionnaire', () => {
    fc.assert(
      fc.property(anyResponse(), ({ layout, coded }) => {
        expect(decodeResultCode(encodeResultCode(layout, coded), [layout])).toEqual({ ok: true, layout, coded })
      }),
      { numRuns: 300 },
    )
  })

  it('reads back from the longest questionnaire with the most options', () => {
    const items = Array.from({ length: 120 }, (_none, index) => ({ id: `item-${index}`, options: 9 }))
    const layout = { id: 'longest', major: 999, minor: 999, items }
    const coded: CodedResponse = {
      vantage: 'close',
      completedOn: '2199-06-06',
      answers: Object.fromEntries(items.map(({ id }) => [id, CANT_TELL])),
    }
    const code = encodeResultCode(layout, coded)
    expect(decodeResultCode(code, [layout])).toEqual({ ok: true, layout, coded })
    // Even with a space and a hyphen between any two symbols it is far from too long.
    expect(code.length * 3).toBeLessThan(LONGEST_TEXT)
  })

  it('has 32 symbols in 8 groups of four for thirty items on five steps', () => {
    fc.assert(
      fc.property(anyCoded(gaps), (coded) => {
        expect(encodeResultCode(gaps, coded)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('is the same in whatever order the answers were given', () => {
    fc.assert(
      fc.property(
        anyResponse(2, 40).chain(({ layout, coded }) => {
          const entries = Object.entries(coded.answers)
          const shuffled = fc.shuffledSubarray(entries, { minLength: entries.length })
          return shuffled.map((list) => ({ layout, coded, answers: Object.fromEntries(list) }))
        }),
        ({ layout, coded, answers }) => {
          expect(encodeResultCode(layout, { ...coded, answers })).toBe(encodeResultCode(layout, coded))
        },
      ),
    )
  })

  it('differs wherever one answer, the day or the vantage differs', () => {
    const { coded } = vectors.find(({ title }) => title === 'execution-gaps: everything mixed')!
    const codes = gaps.items.flatMap(({ id }) =>
      [1, 2, 3, 4, 5, CANT_TELL].map((answer) => ({ ...coded, answers: { ...coded.answers, [id]: answer as Answer } })),
    )
    const others = gaps.items.flatMap(({ id }) => {
      const { [id]: _left, ...answers } = coded.answers
      return [{ ...coded, answers }]
    })
    const seats = (['not-said', 'senior', 'middle', 'close'] as const).map((vantage) => ({ ...coded, vantage }))
    const all = [...codes, ...others, ...seats, { ...coded, completedOn: '2031-07-10' }]
    expect(new Set(all.map((one) => encodeResultCode(gaps, one))).size).toBe(
      // Thirty items with six other digits each, three other vantages, another day, and the response itself.
      30 * 6 + 3 + 1 + 1,
    )
  })

  it('leaves out answers to items that the version does not have', () => {
    const { layout, coded, code } = vectors.find(({ title }) => title === 'sample: one of each')!
    expect(encodeResultCode(layout, { ...coded, answers: { ...coded.answers, gone: 9 } })).toBe(code)
  })

  it.each([0, 6, 2.5, -1, Number.NaN, Infinity])('is refused to step %d of five', (step) => {
    const answers = { a: step }
    expect(() => encodeResultCode(sample, { vantage: 'close', completedOn: '2026-11-22', answers })).toThrow(RangeError)
  })

  it('is refused to the third step of two', () => {
    const coded = { vantage: 'close' as const, completedOn: '2026-11-22' }
    expect(() => encodeResultCode(sample, { ...coded, answers: { c: 3 } })).toThrow(RangeError)
    expect(encodeResultCode(sample, { ...coded, answers: { c: 2 } })).toMatch(/^172Y/)
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '22.11.2026', '', 'today'])(
    'is refused to the day "%s"',
    (completedOn) => {
      expect(() => encodeResultCode(sample, { vantage: 'close', completedOn, answers: {} })).toThrow(RangeError)
    },
  )

  it('says the nearest end for a clock that is decades off', () => {
    const dayIn = (completedOn: string) => {
      const read = decodeResultCode(encodeResultCode(sample, { vantage: 'close', completedOn, answers: {} }), layouts)
      return read.ok && read.coded.completedOn
    }
    expect(dayIn('1970-01-01')).toBe('2020-01-01')
    expect(dayIn('2200-01-01')).toBe('2199-06-06')
  })
})

describe('a result code as people type it', () => {
  const { code, layout, coded } = vectors.find(({ title }) => title === 'execution-gaps: everything mixed')!
  const read = { ok: true, layout, coded }

  it.each([
    ['in lower case', code.toLowerCase()],
    ['in both', code.replaceAll(/[ACEGJNQS]/g, (letter) => letter.toLowerCase())],
    ['without groups', bareOf(code)],
    ['with spaces for hyphens', code.replaceAll('-', ' ')],
    ['with a space between any two symbols', Array.from(bareOf(code)).join(' ')],
    ['over several lines', code.replaceAll('-', '\r\n')],
    ['with tabs', code.replaceAll('-', '\t')],
    ['with no-break and thin spaces', code.replaceAll('-', '\u00a0\u2009\u202f\u3000')],
    ['between blanks', `\n  ${code} \n`],
    ['after a byte order mark', `\ufeff${code}`],
    ['with what a page puts in to break lines', code.replaceAll('-', '\u200b\u00ad-\u2060\u200d')],
    ['with I for 1 and O for 0', code.replaceAll('1', 'I').replaceAll('0', 'O')],
    ['with l for 1 and o for 0', code.replaceAll('1', 'l').replaceAll('0', 'o')],
    ['with i for 1', code.replaceAll('1', 'i')],
    ['with L for 1', code.replaceAll('1', 'L')],
  ])('is read %s', (_how, text) => {
    expect(text).not.toBe(code)
    expect(decodeResultCode(text, layouts)).toEqual(read)
  })

  // Hyphen, non-breaking hyphen, figure, en and em dash, horizontal bar, minus sign, and two hyphens for a dash.
  it.each(['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '--', '-\u2013 '])(
    'is read with %j between its groups',
    (dash) => {
      expect(decodeResultCode(code.replaceAll('-', dash), layouts)).toEqual(read)
    },
  )

  it('has 1 and 0 in it, so that the lookalikes were tried', () => {
    expect(code).toMatch(/1.*0|0.*1/)
  })

  it('is read however its letters and the space between them are written', () => {
    const lookalikes: Record<string, string[]> = { '1': ['1', 'I', 'i', 'L', 'l'], '0': ['0', 'O', 'o'] }
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors),
        fc.array(fc.nat(4), { minLength: 32, maxLength: 32 }),
        fc.array(fc.constantFrom('', ' ', '-', '\u2013', '\n', '\u00a0'), { minLength: 32, maxLength: 32 }),
        (vector, writings, betweens) => {
          const text = Array.from(bareOf(vector.code), (symbol, index) => {
            const ways = lookalikes[symbol] ?? [symbol, symbol.toLowerCase()]
            return ways[writings[index]! % ways.length]! + betweens[index]!
          }).join('')
          expect(decodeResultCode(text, layouts)).toEqual({ ok: true, layout: vector.layout, coded: vector.coded })
        },
      ),
    )
  })
})

describe('a mistake in a result code', () => {
  const drawn = fc.sample(anyResponse(1, 60), { seed: 20_261_122, numRuns: 50 })
  const codes = [
    ...vectors.map(({ code, layout }) => ({ bare: bareOf(code), own: [layout] })),
    ...drawn.map(({ layout, coded }) => ({ bare: bareOf(encodeResultCode(layout, coded)), own: [layout] })),
  ]

  it('is found when it is one wrong symbol, whichever and wherever', () => {
    const missed: string[] = []
    let tried = 0
    for (const { bare, own } of codes)
      for (let at = 0; at < bare.length; at++)
        for (const symbol of ALPHABET) {
          if (symbol === bare[at]) continue
          tried++
          const text = bare.slice(0, at) + symbol + bare.slice(at + 1)
          if (issueOf(text, own)?.code !== 'check') missed.push(`${bare} as ${text}`)
        }
    expect(missed).toEqual([])
    expect(tried).toBe(codes.reduce((total, { bare }) => total + 31 * bare.length, 0))
    expect(codes.length).toBeGreaterThanOrEqual(65)
  })

  it('is found when it is two neighbours that changed places, wherever', () => {
    const missed: string[] = []
    let tried = 0
    for (const { bare, own } of codes)
      for (let at = 0; at + 1 < bare.length; at++) {
        if (bare[at] === bare[at + 1]) continue
        tried++
        const text = bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2)
        if (issueOf(text, own)?.code !== 'check') missed.push(`${bare} as ${text}`)
      }
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(1000)
  })

  it('is found in the longest code too, where symbols 31 apart have the same power', () => {
    const items = Array.from({ length: 120 }, (_none, index) => ({ id: `item-${index}`, options: 9 }))
    const layout = { id: 'longest', major: 1, minor: 0, items }
    const answers = Object.fromEntries(items.map(({ id }, index) => [id, (index % 9) + 1]))
    const bare = bareOf(encodeResultCode(layout, { vantage: 'close', completedOn: '2026-11-22', answers }))
    const missed: string[] = []
    for (let at = 0; at < bare.length; at++)
      for (const symbol of ALPHABET) {
        const wrong = bare.slice(0, at) + symbol + bare.slice(at + 1)
        const swapped = bare.slice(0, at) + (bare[at + 1] ?? '') + bare[at] + bare.slice(at + 2)
        for (const text of [wrong, swapped])
          if (text !== bare && issueOf(text, [layout])?.code !== 'check') missed.push(text)
      }
    expect(bare.length).toBeGreaterThan(62)
    expect(missed).toEqual([])
  })
})

describe('what is not a result code that can be opened', () => {
  // 172Y-9010-21EJ-K3K7-C: format 1, sample, 1.2, 2028-02-29 from close to the work, two symbols of answers, the check.
  const { code } = vectors.find(({ title }) => title === 'sample: one of each')!
  const bare = bareOf(code)
  const [head, vantage, body] = [bare.slice(0, 12), bare[12]!, bare.slice(13, -2)]

  const refused: Record<CodeIssue['code'], readonly (readonly [text: string, issue: CodeIssue])[]> = {
    empty: [
      ['', { code: 'empty' }],
      [' -\u2013 \n', { code: 'empty' }],
    ],
    'too-long': [
      [code + ' '.repeat(LONGEST_TEXT - code.length + 1), { code: 'too-long', length: LONGEST_TEXT + 1 }],
      ['\u{1f600}'.repeat(40_000), { code: 'too-long', length: 80_000 }],
    ],
    character: [
      ['172Y-U010-21EJ-K3K7-C', { code: 'character', character: 'U', position: 5 }],
      ['172y-9u', { code: 'character', character: 'u', position: 6 }],
      ['ß', { code: 'character', character: 'ß', position: 1 }],
      // Its capital would be I, and so 1.
      ['17\u0131', { code: 'character', character: '\u0131', position: 3 }],
      ['17 \u{1f600}', { code: 'character', character: '\u{1f600}', position: 3 }],
      ['1\ud83d', { code: 'character', character: '\ud83d', position: 2 }],
      // A Greek capital alpha, a full-width 1, an Arabic-Indic 1.
      ['\u0391', { code: 'character', character: '\u0391', position: 1 }],
      ['\uff11', { code: 'character', character: '\uff11', position: 1 }],
      ['\u0661', { code: 'character', character: '\u0661', position: 1 }],
      ['172Y_9010', { code: 'character', character: '_', position: 5 }],
    ],
    'too-short': [
      ['1', { code: 'too-short', length: 1 }],
      ['172Y-9010-21EJ-K3', { code: 'too-short', length: 14 }],
      ['OOOO-OOOO-OOOO-OO', { code: 'too-short', length: 14 }],
    ],
    check: [
      [`${bare.slice(0, -1)}D`, { code: 'check' }],
      [bare.slice(0, -1), { code: 'check' }],
      [bare.slice(0, -2), { code: 'check' }],
      [bare.slice(1), { code: 'check' }],
      [`${bare}1`, { code: 'check' }],
      [`1${bare}`, { code: 'check' }],
      // Leading noughts change no polynomial, and a code of noughts alone would
      // pass the check; no format has the number 0.
      [`0${bare}`, { code: 'check' }],
      [`OO-${code}`, { code: 'check' }],
      ['000-000-000-000-000', { code: 'check' }],
    ],
    format: [
      [whole(`2${bare.slice(1, -2)}`), { code: 'format', format: 2 }],
      [whole(`Z${bare.slice(1, -2)}`), { code: 'format', format: 31 }],
    ],
    questionnaire: [[whole(`10000${bare.slice(5, -2)}`), { code: 'questionnaire' }]],
    version: [
      [whole(`${bare.slice(0, 5)}0103${bare.slice(9, -2)}`), { code: 'version', version: '1.3' }],
      [whole(`${bare.slice(0, 5)}0202${bare.slice(9, -2)}`), { code: 'version', version: '2.2' }],
      [whole(`${bare.slice(0, 5)}Z7Z7${bare.slice(9, -2)}`), { code: 'version', version: '999.999' }],
      [whole(`${bare.slice(0, 5)}ZZ10${bare.slice(9, -2)}`), { code: 'version', version: '1023.32' }],
    ],
    length: [
      [whole(head + vantage + body + '0'), { code: 'length', length: 18, expected: 17 }],
      [whole(head + vantage + '0' + body), { code: 'length', length: 18, expected: 17 }],
      [whole(head + vantage), { code: 'length', length: 15, expected: 17 }],
      // Multiples of a whole code are multiples of the generator: the check cannot
      // notice these.
      [`${bare}0`, { code: 'length', length: 18, expected: 17 }],
      [bare + bare, { code: 'length', length: 34, expected: 17 }],
    ],
    // Of the last symbol of day and vantage, the upper bit is the day's.
    vantage: Array.from('456789ABCDEFMNPQRSTVWXYZ', (symbol) => [
      whole(head + symbol + body),
      { code: 'vantage' } as const,
    ]),
    // 7 * 7 * 4 responses are 196, 64 in symbols: the first number without a
    // response is 6 * 32 + 4.
    answers: ['64', '65', '70', 'ZZ'].map((answers) => [whole(head + vantage + answers), { code: 'answers' }]),
    // This version asks for none: a code of the format with guesses has to have some.
    guesses: [[whole(`4${bare.slice(1, -2)}`), { code: 'guesses' }]],
  }

  it.each(Object.entries(refused))('is refused, and it is said why: %s', (_code, cases) => {
    expect(cases.length).toBeGreaterThan(0)
    for (const [text, issue] of cases) expect(decodeResultCode(text, layouts)).toEqual({ ok: false, issue })
  })

  it('is not what stands just below each refusal', () => {
    expect(issueOf(code + ' '.repeat(LONGEST_TEXT - code.length))).toBeNull()
    expect(issueOf(whole(`${head}${vantage}63`))).toBeNull()
    const vantages = Array.from('0123GHJK', (symbol) => issueOf(whole(head + symbol + body)))
    expect(vantages).toEqual(Array.from({ length: 8 }, () => null))
  })

  it('is any code where its questionnaire is not known', () => {
    expect(issueOf(code, [])).toEqual({ code: 'questionnaire' })
    expect(issueOf(code, [gaps])).toEqual({ code: 'questionnaire' })
  })
})

describe('a code of an earlier version', () => {
  const published = {
    '1.0': [
      ['kept', 5],
      ['dropped', 5],
      ['coarser', 5],
    ],
    '1.1': [
      ['kept', 5],
      ['coarser', 5],
    ],
    '2.0': [['something-else', 5]],
  } as const
  const today = {
    id: 'growing',
    version: '2.0.3',
    scales: { five: { options: ['a', 'b', 'c', 'd', 'e'] }, three: { options: ['a', 'b', 'c'] } },
    items: [
      { id: 'new', scale: 'five' },
      { id: 'kept', scale: 'five' },
      { id: 'coarser', scale: 'three' },
    ],
  }
  const own = layoutsOf(today, published)
  const first = own.find(({ major, minor }) => major === 1 && minor === 0)!

  it('finds its version among all, and the questionnaire as it stands over what was published under its number', () => {
    expect(own.map(({ major, minor }) => `${major}.${minor}`).toSorted()).toEqual(['1.0', '1.1', '2.0'])
    expect(own.find(({ major }) => major === 2)).toEqual({
      id: 'growing',
      major: 2,
      minor: 0,
      items: [
        { id: 'new', options: 5 },
        { id: 'kept', options: 5 },
        { id: 'coarser', options: 3 },
      ],
    })
    expect(layoutOf({ ...today, version: '2.0.9' })).toEqual(layoutOf(today))
  })

  it('is opened with the items of that version', () => {
    const coded = {
      vantage: 'middle',
      completedOn: '2026-11-22',
      answers: { kept: 4, dropped: CANT_TELL, coarser: 5 },
    } as const
    expect(decodeResultCode(encodeResultCode(first, coded), own)).toEqual({ ok: true, layout: first, coded })
  })

  it('is opened by its two numbers as numbers, with ten after nine', () => {
    const many = layoutsOf({ ...today, version: '1.10.0' }, published)
    expect(many.map(({ major, minor }) => `${major}.${minor}`).toSorted()).toEqual(['1.0', '1.1', '1.10', '2.0'])
    const code = encodeResultCode(
      many.find(({ minor }) => minor === 10)!,
      {
        vantage: 'close',
        completedOn: '2026-11-22',
        answers: { new: 1 },
      },
    )
    expect(decodeResultCode(code, many)).toMatchObject({
      ok: true,
      layout: { minor: 10 },
      coded: { answers: { new: 1 } },
    })
  })

  it('keeps the answers that both versions have a place for, and says which are gone and which are new', () => {
    const answers = { kept: 4, dropped: CANT_TELL, coarser: 2 } as const
    expect(fitAnswers(answers, first, layoutOf(today))).toEqual({
      answers: { kept: 4 },
      gone: ['dropped', 'coarser'],
      added: ['new', 'coarser'],
    })
  })

  it('loses nothing to its own version', () => {
    fc.assert(
      fc.property(anyResponse(1, 20), ({ layout, coded: { answers } }) => {
        expect(fitAnswers(answers, layout, layout)).toEqual({ answers, gone: [], added: [] })
      }),
    )
  })
})

describe('the number of a day', () => {
  const outside = (year: number, month: number, day: number) => {
    const date = new Date(0)
    date.setUTCFullYear(year, month - 1, day)
    return date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day
  }
  const two = (number: number) => String(number).padStart(2, '0')

  it('agrees with the calendar of JavaScript on all 65,536 days', () => {
    const wrong: string[] = []
    for (let number = 0; number <= 65_535; number++) {
      const day = dateOf(number)
      if (isoDay(number) !== day || dayNumber(day) !== number) wrong.push(day)
    }
    expect(wrong).toEqual([])
    expect(dateOf(65_535)).toBe('2199-06-06')
  })

  it('knows which days there are, as JavaScript does', () => {
    const wrong: string[] = []
    for (const year of [1900, 1999, 2000, 2019, 2020, 2023, 2024, 2026, 2099, 2100, 2199, 2200, 2400])
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const iso = `${year}-${two(month)}-${two(day)}`
          if ((dayNumber(iso) === null) !== outside(year, month, day)) wrong.push(iso)
        }
    expect(wrong).toEqual([])
  })

  it('is that of the nearest end for days before and after', () => {
    expect(['0000-01-01', '1999-12-31', '2019-12-31', '2020-01-01'].map(dayNumber)).toEqual([0, 0, 0, 0])
    expect(['2199-06-05', '2199-06-06', '2199-06-07', '9999-12-31'].map(dayNumber)).toEqual([
      65_534, 65_535, 65_535, 65_535,
    ])
  })

  it.each([
    '',
    '2026-1-1',
    '2026-01-01 ',
    '2026-01-01\n',
    ' 2026-01-01',
    '02026-01-01',
    '-2026-01-01',
    '2026-01-01T00:00',
  ])('is none for %j', (text) => {
    expect(dayNumber(text)).toBeNull()
  })
})
