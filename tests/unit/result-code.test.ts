import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { ALPHABET, LONGEST_TEXT } from '../../src/core/codes/alphabet.ts'
import { questionnaireNumber } from '../../src/core/response/layout.ts'
import { decodeResultCode, encodeResultCode, type CodedResponse } from '../../src/core/codes/result-code.ts'
import {
  anyCoded,
  anyResponse,
  bareOf,
  fixture,
  gaps,
  issueOf,
  layouts,
  readJson,
  sample,
  vectors,
} from '../fixtures/result-codes.ts'

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
