import { describe, expect, it } from 'vitest'
import { LONGEST_TEXT } from '../../src/core/codes/alphabet.ts'
import type { CodeIssue } from '../../src/core/codes/result-code-issues.ts'
import { decodeResultCode } from '../../src/core/codes/result-code.ts'
import { bareOf, gaps, issueOf, layouts, vectors, whole } from '../fixtures/result-codes.ts'

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
