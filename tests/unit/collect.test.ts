import { promisesOf } from '../../src/core/workshop/promises.ts'
import { LARGEST_SHEET, LONGEST_PASTE, MOST_ENTRIES, MOST_FOUND } from '../../src/core/bounds/bounds.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HandOver } from '../../src/core/codes/hand-over-code.ts'
import { type CodeLayout } from '../../src/core/response/layout.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { NOTHING_COLLECTED, type Collected } from '../../src/core/workshop/collected.ts'
import type { Outcome } from '../../src/core/workshop/outcome.ts'
import type { CollectSetting } from '../../src/core/workshop/setting.ts'
import { countAgain, removeEntry } from '../../src/core/workshop/take-in.ts'
import { encodeInvitation } from '../../src/core/workshop/invitation.ts'
import {
  gaps,
  older,
  other,
  workshop,
  setting,
  take,
  answersFrom,
  handOver,
  code,
  bare,
  plain,
  fates,
  participants,
  report,
  inMails,
} from '../fixtures/collecting.ts'

describe('a hand-over code in whatever was pasted', () => {
  const one = code(7)

  it.each(inMails(one))('is found %s', (_where, text) => {
    const { outcomes, collected } = take(text)
    expect(fates(outcomes)).toEqual(['taken'])
    const { workshop: _own, ...said } = handOver(7)
    expect(collected.entries).toEqual([{ ...said, id: 'e1', via: 'code', mark: null }])
  })

  it('is found without a look for a table where it comes by itself, as from a relay', () => {
    const noTables: CollectSetting = {
      ...setting,
      get texts(): CollectSetting['texts'] {
        throw new Error('looked for a table')
      },
    }
    expect(fates(take(bare(one), NOTHING_COLLECTED, noTables).outcomes)).toEqual(['taken'])
    expect(() => take(`x ${one}`, NOTHING_COLLECTED, noTables)).toThrow('looked for a table')
    // One word that is no code is whatever it was before.
    expect(fates(take('A'.repeat(40)).outcomes)).toEqual(['nothing-found'])
  })

  it('is found with others on a line, and on the line it stands on', () => {
    const text = `${code(1)} ${code(2)},${bare(code(3))};${bare(code(4))}\n\nthen\n> ${code(5)}\r\nand ${code(6)}`
    const { outcomes, collected } = take(text)
    expect(participants(collected)).toEqual([1, 2, 3, 4, 5, 6])
    expect(outcomes.map(({ line }) => line)).toEqual([1, 1, 1, 1, 4, 5])
  })

  it('is found in any order of any of these ways', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(2 ** 30 - 1), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(inMails(one).length - 1), { minLength: 8, maxLength: 8 }),
        fc.constantFrom('\n', '\n\n', '\r\n> \r\n', '\n-- \n', '\n___\n'),
        (numbers, ways, between) => {
          const written = numbers.map((number, index) => inMails(code(number))[ways[index]!]![1])
          expect(participants(take(written.join(between)).collected)).toEqual(numbers)
        },
      ),
    )
  })

  it('says nothing of the answers where it is listed', () => {
    const [outcome] = take(one).outcomes
    expect(outcome!.excerpt).toBe(`${bare(one).slice(0, 12)}…`)
  })

  it('is not seen in an invitation, nor in prose', () => {
    const prose = `Dear all, please join at https://example.org/#${encodeInvitation(workshop)} by 2026-11-22 10:00.
      Call +49 171 2345 6789 or 0171-2345-6789. Ticket 550e8400-e29b-41d4-a716-446655440000, once-upon-time-when,
      IBAN DE89 3704 0044 0532 0130 00, tall like this ever when that love with long long long talk.`
    expect(report(prose)).toEqual(['1 nothing-found'])
  })
})

describe('the same participant again', () => {
  it('counts once, with the highest revision, in whatever order', () => {
    const texts5 = [1, 2, 3, 4, 5].map((revision) => code(7, { revision, answers: answersFrom(revision) }))
    fc.assert(
      fc.property(fc.shuffledSubarray(texts5, { minLength: 5 }), fc.integer({ min: 0, max: 5 }), (shuffled, cut) => {
        const first = take(shuffled.slice(0, cut).join('\n'))
        const { collected } = take(shuffled.slice(cut).join('\n'), first.collected)
        expect(collected.entries.map(({ revision, answers }) => [revision, answers])).toEqual([[5, answersFrom(5)]])
      }),
    )
  })

  it('is said to be there, older, or replaced, each under its own id', () => {
    const first = take(code(7, { revision: 2 }))
    expect(take(code(7, { revision: 2 }), first.collected).outcomes).toMatchObject([
      { outcome: 'already-there', entry: 'e1' },
    ])
    expect(take(code(7, { revision: 1 }), first.collected).outcomes).toMatchObject([{ outcome: 'older', entry: 'e1' }])
    const next = take(code(7, { revision: 3 }), first.collected)
    expect(next.outcomes).toMatchObject([{ outcome: 'replaced', entry: 'e2', before: 'e1' }])
    expect(next.collected.entries.map(({ id }) => id)).toEqual(['e2'])
    // A snapshot may name it.
    expect(next.collected.former).toEqual(first.collected.entries)
  })

  it.each<[string, Partial<HandOver>]>([
    ['answers', { answers: answersFrom(99) }],
    ['one answer less', { answers: Object.fromEntries(Object.entries(answersFrom(7)).slice(1)) }],
    ['level', { level: null }],
    ['pace', { pace: 'fast' }],
    ['day', { completedOn: '2026-11-23' }],
  ])('counts as it came later where one revision has another %s', (_what, part) => {
    const { outcomes, collected } = take(`${code(7)}\n${code(7, part)}`)
    expect(fates(outcomes)).toEqual(['taken', 'replaced'])
    expect(collected.entries).toMatchObject([{ id: 'e2', ...part }])
  })

  it('is two people where two participants answered alike', () => {
    const alike = { answers: answersFrom(1), level: 1 }
    const { outcomes, collected } = take(`${code(1, alike)} ${code(2, alike)}`)
    expect(fates(outcomes)).toEqual(['taken', 'taken'])
    expect(collected.entries.length).toBe(2)
  })

  it('may hand over again after it was removed', () => {
    const first = take(`${code(7)} ${code(8)}`).collected
    const without = removeEntry(first, 'e1')
    expect(participants(without)).toEqual([8])
    expect(without.former.map(({ id }) => id)).toEqual(['e1'])
    expect(removeEntry(without, 'e1')).toBe(without)
    expect(take(code(7), without).outcomes).toMatchObject([{ outcome: 'taken', entry: 'e3' }])
  })
})

describe('a plain result code', () => {
  it('is taken without a participant number, at the level of its vantage', () => {
    const text = (['senior', 'middle', 'close', 'not-said'] as const).map((vantage, index) => plain(index, vantage))
    const { collected, outcomes } = take(text.map((one) => `see https://example.org/#r=${bare(one)}`).join('\n'))
    expect(fates(outcomes)).toEqual(['taken', 'taken', 'taken', 'taken'])
    expect(collected.entries).toMatchObject([
      { participant: null, revision: null, via: 'plain-code', level: 0, answers: answersFrom(0), pace: 'unknown' },
      { participant: null, via: 'plain-code', level: 1, completedOn: '2026-11-20' },
      { participant: null, via: 'plain-code', level: 2 },
      { participant: null, via: 'plain-code', level: null },
    ])
  })

  it('counts once however often it is pasted, says so, and can be counted again', () => {
    const first = take(`${plain(1)}\n> ${plain(1)}`)
    expect(first.outcomes).toMatchObject([
      { outcome: 'taken', entry: 'e1' },
      { outcome: 'same-again', entry: 'e1' },
    ])
    const second = take(plain(1), first.collected)
    expect(second.collected.entries.length).toBe(1)
    const [again] = second.outcomes
    if (again?.outcome !== 'same-again') throw new Error('it was not taken for the same')
    const both = countAgain(second.collected, again.spare)
    expect(both.entries.map(({ answers }) => answers)).toEqual([answersFrom(1), answersFrom(1)])
    expect(new Set(both.entries.map(({ id }) => id)).size).toBe(2)
    expect(countAgain(both, again.spare)).toBe(both)
  })

  it.each([2, 4, 5])('of a middle vantage has no level where the workshop has %d', (count) => {
    const levels = Array.from({ length: count }, (_none, index) => `Level ${index}`)
    const own = { ...setting, workshop: { ...workshop, levels } }
    const { outcomes, collected } = take(`${plain(1, 'middle')} ${plain(2, 'close')}`, NOTHING_COLLECTED, own)
    expect(outcomes).toMatchObject([
      { outcome: 'taken', levelLost: true },
      { outcome: 'taken', levelLost: false },
    ])
    expect(collected.entries.map(({ level }) => level)).toEqual([null, count - 1])
  })
})

describe('what cannot be taken in', () => {
  const one = code(7)
  const at = (index: number, symbol: string) => bare(one).slice(0, index) + symbol + bare(one).slice(index + 1)
  const grouped = (text: string) => text.match(/.{1,4}/g)!.join('-')
  const unknown: CodeLayout = { ...gaps, id: 'nobody-knows' }
  const later: CodeLayout = { ...gaps, minor: 7 }

  it.each<[string, string, Partial<Outcome>]>([
    ['another workshop', code(7, { workshop: 'ZZZZZZ' }), { outcome: 'other-workshop', workshop: 'ZZZZZZ' }],
    [
      'another workshop with a questionnaire that is not here',
      code(7, { workshop: 'ZZZZZZ' }, unknown),
      { outcome: 'other-workshop', workshop: 'ZZZZZZ' },
    ],
    ['another questionnaire', code(7, {}, other), { outcome: 'other-questionnaire', questionnaire: 'silence' }],
    ['a questionnaire that is not here', code(7, {}, unknown), { outcome: 'other-questionnaire', questionnaire: null }],
    [
      'a plain code of a questionnaire that is not here',
      encodeResultCode(unknown, { vantage: 'close', completedOn: '2026-11-22', answers: {} }),
      { outcome: 'other-questionnaire', questionnaire: null },
    ],
    ['a version that is not here', code(7, {}, later), { outcome: 'other-version', version: `${gaps.major}.7` }],
    ['a fifth level of three', code(7, { level: 4 }), { outcome: 'other-levels' }],
    ...[
      { rawExport: !workshop.rawExport },
      { smallestGroup: workshop.smallestGroup + 1 },
      { levels: ['Board', 'Teams'] },
      { levels: ['Board', 'Heads', 'team'] },
    ].map((change): [string, string, { outcome: 'other-promises' }] => [
      `other promises, ${Object.entries(change).join(' ')}`,
      code(7, { promises: promisesOf({ ...workshop, ...change }) }),
      { outcome: 'other-promises' },
    ]),
    ['a wrong symbol', grouped(at(40, at(40, '0') === bare(one) ? '1' : '0')), { outcome: 'damaged' }],
    ['a symbol that no code has', grouped(at(40, 'U')), { outcome: 'damaged' }],
    ['a wrong first symbol', grouped(at(0, '7')), { outcome: 'damaged' }],
    ['a wrong symbol without groups', at(33, at(33, 'A') === bare(one) ? 'B' : 'A'), { outcome: 'damaged' }],
    ['a symbol too many', `${grouped(bare(one))}5`, { outcome: 'damaged' }],
    ['a cut code', one.slice(0, 30), { outcome: 'cut' }],
    ['a cut code without groups', bare(one).slice(0, 39), { outcome: 'cut' }],
    ['a cut code with spaces', one.slice(0, 34).replaceAll('-', ' '), { outcome: 'cut' }],
    ['a cut link', `https://example.org/#h=${bare(one).slice(0, 12)}`, { outcome: 'cut' }],
    ['a link with something else', 'https://example.org/#h=hello', { outcome: 'damaged' }],
    [
      'a plain code with a wrong symbol',
      `${plain(3).slice(0, -1)}${plain(3).endsWith('0') ? '1' : '0'}`,
      { outcome: 'damaged' },
    ],
  ])('is listed for %s, beside what can', (_what, text, fate) => {
    const { outcomes, collected } = take(`${code(1)}\nand ${text}\n${code(2)}`)
    expect(outcomes).toMatchObject([{ outcome: 'taken' }, { line: 2, ...fate }, { outcome: 'taken' }])
    expect(participants(collected)).toEqual([1, 2])
  })

  it('is listed for every code of which one symbol was changed, and the answers of none are taken', () => {
    const text = bare(one)
    const changed = Array.from(text, (symbol, index) => at(index, symbol === '3' ? '4' : '3'))
    for (const way of [grouped, (own: string) => `https://example.org/#h=${own}`]) {
      const { outcomes, collected } = take(changed.map(way).join('\n'))
      expect(collected.entries).toEqual([])
      expect(outcomes.map(({ line }) => line)).toEqual(changed.map((_none, index) => index + 1))
    }
  })

  it('is said where there is nothing, or too much', () => {
    expect(report('')).toEqual(['1 nothing-found'])
    expect(report('no code in here')).toEqual(['1 nothing-found'])
    expect(take('x'.repeat(LONGEST_PASTE + 1)).outcomes).toMatchObject([{ outcome: 'too-large', most: LONGEST_PASTE }])
    expect(take('x'.repeat(LARGEST_SHEET + 1)).outcomes).toMatchObject([{ outcome: 'too-large', most: LARGEST_SHEET }])
  })

  it('never throws, and loses no whole code that stands on a line of its own', () => {
    const mess = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[0-9A-Z \->]{0,60}$/),
      fc.constantFrom('#h=', '2', bare(one).slice(0, 20), '"', 'r=1', '%', '=\n', '[', '{'),
    )
    fc.assert(
      fc.property(mess, mess, (before, after) => {
        const { collected } = take(`${before}.\n\n.${code(9)}.\n\n.${after}`)
        expect(participants(collected)).toContain(9)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses to collect for a questionnaire that is not among the layouts', () => {
    expect(() => take(one, NOTHING_COLLECTED, { ...setting, layouts: [other] })).toThrow(RangeError)
  })
})

describe('a response on another version', () => {
  it('is fitted to the version of the workshop, and says so', () => {
    const answers = { gone: 3, [gaps.items[2]!.id]: 4 }
    const { outcomes, collected } = take(code(7, { answers }, older))
    expect(outcomes).toMatchObject([{ outcome: 'taken', fitted: '0.9' }])
    expect(collected.entries[0]!.answers).toEqual({ [gaps.items[2]!.id]: 4 })
  })
})

describe('what is there already', () => {
  const step = fc.oneof(
    fc.record({ hand: fc.nat(3), revision: fc.integer({ min: 1, max: 3 }), level: fc.nat(2) }),
    fc.record({ plain: fc.nat(2) }),
    fc.record({ again: fc.nat(2) }),
    fc.record({ remove: fc.nat(9) }),
    fc.record({ rows: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }) }),
    fc.constant({ nothing: true }),
  )

  it('is known the same, whether it was looked up before or not', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let collected = NOTHING_COLLECTED
        const both = <T>(act: (from: Collected) => T): T => {
          const anew = act(structuredClone(collected))
          const kept = act(collected)
          expect(kept).toEqual(anew)
          return kept
        }
        const takeBoth = (text: string) => both((from) => take(text, from))
        for (const one of steps) {
          if ('hand' in one) collected = takeBoth(code(one.hand, { ...one })).collected
          else if ('plain' in one) collected = takeBoth(plain(one.plain)).collected
          else if ('rows' in one)
            collected = takeBoth([gaps.items[0]!.id, ...one.rows.map((row) => `${row + 1}`)].join('\n')).collected
          else if ('again' in one) {
            const [outcome] = takeBoth(plain(one.again)).outcomes
            if (outcome?.outcome === 'same-again') collected = both((from) => countAgain(from, outcome.spare))
          } else if ('remove' in one) {
            const { id } = collected.entries[one.remove] ?? { id: '' }
            collected = both((from) => removeEntry(from, id))
          } else expect(takeBoth('nothing').collected).toBe(collected)
        }
      }),
    )
  })

  it('is no more than can be read again', () => {
    const [one] = take(code(1)).collected.entries
    if (!one) throw new Error('It was not taken')
    const entries = Array.from({ length: MOST_ENTRIES - 1 }, (_, at) => ({ ...one, id: `x${at}`, participant: at + 1 }))
    const almost = take(code(MOST_ENTRIES), { entries, former: [] })
    expect([fates(almost.outcomes), almost.collected.entries.length]).toEqual([['taken'], MOST_ENTRIES])
    const more = [code(MOST_ENTRIES + 1), plain(1), code(1, { revision: 2 })].join('\n')
    const { outcomes, collected } = take(more, almost.collected)
    expect([fates(outcomes), collected.entries.length]).toEqual([['full', 'full', 'replaced'], MOST_ENTRIES])
    expect(countAgain(collected, { ...one, id: 'spare' })).toBe(collected)
  })

  it('is taken in without promises, as earlier releases wrote it, and says so', () => {
    const { collected, outcomes } = take(`${code(1, { promises: null })} ${code(2)} ${plain(3)}`)
    expect(fates(outcomes)).toEqual(['taken', 'taken', 'taken'])
    expect(collected.entries.map(({ promises }) => promises)).toEqual([undefined, promisesOf(workshop), undefined])
  })

  it('stays as it was for whoever still holds it', () => {
    const one = take(code(1)).collected
    const two = take(code(2), one).collected
    expect(fates(take(code(2), one).outcomes)).toEqual(['taken'])
    expect(fates(take(code(2), two).outcomes)).toEqual(['already-there'])
  })
})

/** In microseconds; long enough to be measured where the system counts processor time in milliseconds. */
const TELLING = 30_000

/** Processor time in microseconds, the least of three runs: other processes may interfere. */
function workOf(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    let runs = 0
    let used = 0
    while (used < TELLING) {
      run()
      runs += 1
      const { user, system } = process.cpuUsage(before)
      used = user + system
    }
    return used / runs
  })
  return Math.min(...times)
}

describe('how long it takes', () => {
  it('to take in 2,000 codes in mails is twenty times what it takes for a hundred, and no more', () => {
    const mails = (amount: number) =>
      Array.from(
        { length: amount },
        (_none, index) =>
          `From: p${index}@example.org\nHi,\n\nmine is\n> ${code(index)}\n\nor https://x.org/#h=${bare(code(index))}`,
      ).join('\n\n')
    const [few, all] = [mails(100), mails(2000)]
    const { outcomes, collected } = take(all)
    expect(collected.entries.length).toBe(2000)
    expect(outcomes.length).toBe(4000)
    expect(workOf(() => take(all)) / workOf(() => take(few))).toBeLessThan(60)
  })

  it.each([
    ['groups that begin like codes', '1abc '],
    ['such groups with hyphens', '2abc-'],
    ['such groups on lines', '1abc\n'],
    ['single symbols', '1 '],
    ['the beginning of a code that belongs here', `${bare(code(1)).slice(0, 9)} `],
    ['the same in groups', `${code(1).slice(0, 10)} `],
    ['links to nothing', '#h=1'],
    ['line breaks', '\n'],
    ['brackets', '['],
    ['quotation marks', '"'],
    ['hyphens', '-'],
  ])('grows with the text and no faster, also for %s', (_what, part) => {
    const textOf = (length: number) => part.repeat(Math.floor(length / part.length))
    const [short, long] = [textOf(LONGEST_PASTE / 64), textOf(LONGEST_PASTE / 16)]
    const { collected, outcomes } = take(long)
    expect(collected.entries).toEqual([])
    expect(outcomes.length).toBeGreaterThan(0)
    // Four times the text takes four times the work; it would take sixteen times if
    // each part were compared with all the others.
    expect(workOf(() => take(long)) / workOf(() => take(short))).toBeLessThan(10)
  })

  it('is bounded by how much is listed', () => {
    const { outcomes } = take('#h=111 \n'.repeat(MOST_FOUND + 5))
    expect(outcomes.length).toBe(MOST_FOUND + 1)
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'too-many', line: MOST_FOUND + 1 })
  })
})
