import { promisesOf } from '../../src/core/workshop/promises.ts'
import { LARGEST_SHEET, LONGEST_PASTE, MOST_ENTRIES, MOST_FOUND } from '../../src/core/bounds/bounds.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeHandOverCode, type HandOver } from '../../src/core/codes/hand-over-code.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { writeResponseCsv } from '../../src/core/files/response-csv.ts'
import { writeResponseJson } from '../../src/core/files/response-file.ts'
import { layoutOf, type CodeLayout } from '../../src/core/response/layout.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { NOTHING_COLLECTED, type Collected } from '../../src/core/workshop/collected.ts'
import type { Outcome } from '../../src/core/workshop/outcome.ts'
import type { PeopleRules } from '../../src/core/workshop/people.ts'
import type { CollectSetting } from '../../src/core/workshop/setting.ts'
import { countAgain, removeEntry, takeIn } from '../../src/core/workshop/take-in.ts'
import { encodeInvitation } from '../../src/core/workshop/invitation.ts'
import type { Workshop } from '../../src/core/workshop/workshop.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { writeRawExport } from '../fixtures/one-text.ts'

const gaps = layoutOf(questionnaire)
const older: CodeLayout = { ...gaps, major: 0, minor: 9, items: [{ id: 'gone', options: 5 }, ...gaps.items.slice(2)] }
const other = layoutOf(soundQuestionnaire('silence').questionnaire)

const workshop: Workshop = {
  id: 'K7Q2MX',
  name: 'Offsite',
  client: 'Acme',
  questionnaire: { id: gaps.id, version: questionnaire.version },
  language: 'en',
  levels: ['Board', 'Heads', 'Teams'],
  smallestGroup: 5,
  rawExport: true,
}
const setting: CollectSetting = {
  workshop,
  layouts: [gaps, older, other],
  asked: questionnaire,
  texts: [texts],
  places: {},
}

/** Ids in sequence: e1, e2. */
function counter(from = 0) {
  let count = from
  return () => `e${++count}`
}
const rules: PeopleRules = { key: 'K'.repeat(30), mixing: null }
const take = (text: string, collected: Collected = NOTHING_COLLECTED, own = setting, said: Partial<PeopleRules> = {}) =>
  takeIn(collected, text, own, counter(collected.entries.length + collected.former.length), { ...rules, ...said })

const answersFrom = (seed: number): Record<string, Answer> =>
  Object.fromEntries(
    gaps.items.flatMap(({ id }, index): [string, Answer][] => {
      const digit = (seed * 31 + index * index * 3 + index * seed + index) % 7
      return digit === 0 ? [] : [[id, digit === 6 ? CANT_TELL : digit]]
    }),
  )
const handOver = (participant: number, part: Partial<HandOver> = {}): HandOver => ({
  workshop: workshop.id,
  participant,
  revision: 1,
  pace: 'usual',
  level: participant % 3,
  completedOn: '2026-11-22',
  answers: answersFrom(participant),
  promises: promisesOf(workshop),
  ...part,
})
const code = (participant: number, part: Partial<HandOver> = {}, layout = gaps) =>
  encodeHandOverCode(layout, handOver(participant, part))
const bare = (text: string) => text.replaceAll('-', '')
const plain = (seed: number, vantage: 'senior' | 'middle' | 'close' | 'not-said' = 'middle') =>
  encodeResultCode(gaps, { vantage, completedOn: '2026-11-20', answers: answersFrom(seed) })

const fates = (outcomes: readonly Outcome[]) => outcomes.map(({ outcome }) => outcome)
const participants = ({ entries }: Collected) => entries.map(({ participant }) => participant)
/** The outcomes in short, each with its line. */
const report = (text: string, collected?: Collected) =>
  take(text, collected).outcomes.map(({ line, outcome }) => `${line} ${outcome}`)

/** Changes that people and programs make to a code on its way. */
const inMails = (one: string): readonly (readonly [where: string, text: string])[] => [
  ['alone', one],
  ['without hyphens', bare(one)],
  ['in lower case with look-alikes', bare(one).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')],
  ['on a link', `https://example.org/diagnostic/#h=${bare(one)}`],
  ['on a link in a sentence', `Hi,\nhere it is: <https://example.org/?x=1#h=${bare(one)}>. Best, Anna`],
  ['on a link encoded for another', `https://safe.example/?u=https%3A%2F%2Fexample.org%2F%23h%3D${bare(one)}&d=1`],
  ['on a link encoded twice', `https://safe.example/?u=https%253A%252F%252Fexample.org%252F%2523h%253D${bare(one)}`],
  ['on a link as mails are sent', `https://example.org/#h=3D${bare(one).slice(0, 30)}=\r\n${bare(one).slice(30)}`],
  ['after a name', `Anna Smith: ${one}`],
  ['after a dash', `Anna - ${one} - thanks`],
  ['after a number in a list', `12. ${one}`],
  ['after a number with nothing else', `3 ${one}`],
  ['before a full stop', `Mine is ${one}.`],
  ['in words of four letters', `That code from here ${one} does work well`],
  ['with spaces for hyphens', `code ${one.replaceAll('-', ' ')} from Anna`],
  ['with long dashes', one.replaceAll('-', '\u2013')],
  ['in a quotation', `> > ${one}`],
  ['over two lines, after a hyphen', `${one.slice(0, 25)}\n${one.slice(25)}`],
  ['over two lines, within a group', `${one.slice(0, 22)}\r\n${one.slice(22)}`],
  ['over two lines of a quotation', `>> ${one.slice(0, 25)}\n>> ${one.slice(25)}`],
  ['without hyphens over two lines of a quotation', `> ${bare(one).slice(0, 20)}\n> ${bare(one).slice(20)}`],
  ['with what a page puts in to break lines', one.replaceAll('-', '-\u200b')],
  ['with a space between any two symbols', Array.from(bare(one)).join(' ')],
  ['in a cell', `name,code\n"Anna","${one}"\n`],
  ['in a cell between semicolons', `Anna;${bare(one)};yes`],
  ['in bold', `*${one}*`],
  ['in a chat', `[22.11.26, 10:04:31] Anna Smith: ${one}`],
  ['in an object of another program', JSON.stringify({ text: `code ${one}`, from: 1 })],
  ['between Greek and Arabic', `κωδικός ${one} رمز`],
]

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

describe('a file', () => {
  const filed = {
    questionnaire: workshop.questionnaire,
    completedOn: '2026-11-20',
    vantage: 'middle' as const,
    millisecondsPerItem: 1500,
    answers: answersFrom(1),
  }
  const item = (index: number) => gaps.items[index]!.id

  it.each([
    ['JSON', writeResponseJson(gaps, filed)],
    ['CSV', writeResponseCsv(gaps, filed)],
  ])('of one response is taken in as %s, and known again from the plain code of the same', (_kind, text) => {
    const first = take(text)
    expect(fates(first.outcomes)).toEqual(['taken'])
    expect(first.collected.entries).toMatchObject([
      { participant: null, level: 1, pace: 'fast', completedOn: '2026-11-20', via: 'file', answers: answersFrom(1) },
    ])
    expect(first.table?.ignored ?? []).toEqual([])
    expect(fates(take(plain(1), first.collected).outcomes)).toEqual(['same-again'])
  })

  it.each([
    [
      'JSON',
      writeResponseJson(other, {
        ...filed,
        questionnaire: { id: 'silence', version: `${other.major}.${other.minor}.0` },
        answers: {},
      }),
    ],
    [
      'CSV',
      writeResponseCsv(other, {
        ...filed,
        questionnaire: { id: 'silence', version: `${other.major}.${other.minor}.0` },
        answers: {},
      }),
    ],
  ])('of another questionnaire is refused as %s', (_kind, text) => {
    expect(take(text).outcomes).toMatchObject([{ outcome: 'other-questionnaire', questionnaire: 'silence' }])
  })

  it('of one response that is not sound is refused with what is wrong', () => {
    const text = writeResponseJson(gaps, filed).replace('"middle"', '"everywhere"')
    expect(take(text).outcomes).toMatchObject([{ outcome: 'file', issue: { code: 'shape', path: 'vantage' } }])
  })

  const table = [
    `Name;Vantage;${item(0)};${item(1)}`,
    'Anna;Board;1;2',
    'Ben;heads;3;cant-tell',
    'Cem;close;5;',
    'Dan;;4;4',
    'Eva;Heads;3;cant-tell',
    'Fay;Cleaners;3;3',
  ].join('\n')

  it('of a survey tool is taken row by row, by level or vantage, with every row that cannot be', () => {
    const { outcomes, collected, table: told } = take(table)
    expect(outcomes.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'taken'],
      [3, 'taken'],
      [4, 'taken'],
      [5, 'taken'],
      [6, 'taken'],
      [7, 'row'],
    ])
    expect(collected.entries.map(({ level }) => level)).toEqual([0, 1, 2, null, 1])
    expect(collected.entries[1]).toMatchObject({ participant: null, completedOn: null, via: 'row' })
    expect(collected.entries[1]!.answers).toEqual({ [item(0)]: 3, [item(1)]: CANT_TELL })
    expect(told?.ignored).toEqual([{ column: 1, name: 'Name' }])
    expect(told?.missing.length).toBe(gaps.items.length - 2)
  })

  it('of a survey tool tells five levels apart by their names', () => {
    const levels = ['Board', 'Senior', 'Heads', 'Leads', 'Teams']
    const rows = [...levels, 'senior', 'middle'].map((level) => `${level},1`)
    const own = { ...setting, workshop: { ...workshop, levels } }
    const { collected, outcomes } = take(`vantage,${item(0)}\n${rows.join('\n')}`, NOTHING_COLLECTED, own)
    // "senior" is the name of the second level here, before it is a vantage. Two rows of a table are two people.
    expect(collected.entries.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, 1, null])
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'taken', levelLost: true })
  })

  it.each([
    ['Cyrillic', 'Т\u0435\u0430ms'],
    ['Cyrillic, in capitals', 'ТЕАМS'],
    ['Greek', 'Τ\u0435αms'],
    ['of full width', 'Ｔｅａｍｓ'],
    ['with a combining mark', 'Te\u0301ams'],
    ['with invisible characters', 'T\u200bea\u00adms\ufeff'],
  ])('of a survey tool knows the name of a level in letters that look the same: %s', (_, name) => {
    const { collected, outcomes } = take(`vantage,${item(0)}\n${name},1\nTeams,2`)
    expect(fates(outcomes)).toEqual(['taken', 'taken'])
    expect(collected.entries.map(({ level }) => level)).toEqual([2, 2])
  })

  it('of a survey tool tells levels that only look the same apart, where a workshop was set up with such', () => {
    const levels = ['Teams', 'Т\u0435\u0430ms', 'Heads']
    const own = { ...setting, workshop: { ...workshop, levels } }
    const rows = [...levels, 'Ｔeams'].map((level) => `${level},1`)
    const { collected, outcomes } = take(`vantage,${item(0)}\n${rows.join('\n')}`, NOTHING_COLLECTED, own)
    expect(collected.entries.map(({ level }) => level)).toEqual([0, 1, 2])
    expect(fates(outcomes).at(-1)).toBe('row')
  })

  it('of a survey tool doubles nobody when it is taken in again, also with more rows in another order', () => {
    const first = take(table)
    const again = take(table, first.collected)
    expect(fates(again.outcomes)).toEqual([...Array.from({ length: 5 }, () => 'same-again'), 'row'])
    expect(again.collected.entries).toEqual(first.collected.entries)

    const [heading, ...rows] = table.split('\n')
    const more = [heading, 'Gus;Teams;2;2', ...rows.toReversed(), 'Hal;Heads;3;cant-tell']
      .join('\n')
      .replaceAll(';', ',')
    const grown = take(more, again.collected)
    expect(grown.outcomes.filter(({ outcome }) => outcome === 'asks')).toMatchObject([
      { about: 'other-people', rows: 2, line: 2 },
    ])
    expect(grown.collected).toBe(again.collected)
    const others = take(more, again.collected, setting, { said: { about: 'other-people', areOthers: true } })
    expect(fates(others.outcomes).filter((fate) => fate === 'taken').length).toBe(2)
    expect(others.collected.entries.length).toBe(7)
  })

  it('of a survey tool tells people apart by their addresses, and keeps none of them', () => {
    const first = take(`E-mail,${item(0)}\nanna@example.org,1`)
    const second = take(`Recipient Email,${item(0)}\nben@example.org,1\nAnna@Example.org,2`, first.collected)
    expect(fates(second.outcomes)).toEqual(['taken', 'replaced'])
    expect(second.collected.entries.map(({ answers }) => answers)).toEqual([{ [item(0)]: 1 }, { [item(0)]: 2 }])
    expect(JSON.stringify(second.collected)).not.toMatch(/example|anna|ben/i)
  })

  it('of a survey tool as JSON is a table too', () => {
    const rows = [
      { vantage: 'Board', [item(0)]: 1, [item(1)]: '2', extra: { deep: 1 } },
      { vantage: 'Teams', [item(0)]: 'cant-tell', [item(1)]: null },
    ]
    for (const content of [rows, { survey: 'x', responses: rows }]) {
      const { collected, outcomes } = take(JSON.stringify(content))
      expect(fates(outcomes)).toEqual(['taken', 'taken'])
      expect(collected.entries.map(({ level, answers }) => [level, answers])).toEqual([
        [0, { [item(0)]: 1, [item(1)]: 2 }],
        [2, { [item(0)]: CANT_TELL }],
      ])
    }
  })

  it('cannot reach prototypes', () => {
    const text = `[{"__proto__": {"${item(0)}": 1}, "constructor": "x", "${item(1)}": 2}]`
    expect(take(text).collected.entries.map(({ answers }) => answers)).toEqual([{ [item(1)]: 2 }])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('that is a table with a wrong heading says what is wrong', () => {
    expect(take(`${item(0)},${item(0)}\n1,2`).outcomes).toMatchObject([{ outcome: 'table', issue: { code: 'twice' } }])
    expect(take(`${item(0)}\n`).outcomes).toMatchObject([{ outcome: 'table', issue: { code: 'no-rows' } }])
  })

  it('that is a whole workshop is named as one', () => {
    expect(report('{"format": "leadership-diagnostic-workshop"}')).toEqual(['1 workshop-file'])
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

describe('a table that is refused', () => {
  it('is listed by the line of what is wrong with it', () => {
    const [one, two] = gaps.items
    const lineOf = (text: string) => take(text).outcomes.map(({ outcome, line }) => [outcome, line])
    expect(lineOf(`A title\n\n${one!.id},${two!.id},${one!.id}\n1,2,3`)).toEqual([['table', 3]])
    expect(lineOf(`${one!.id}\n1\n99\n2`)).toEqual([['table', 3]])
  })
})

describe('a raw export', () => {
  const everything = take(`${code(1)} ${code(2, { level: null, pace: 'fast' })} ${plain(3)}`).collected
  const again = take(plain(3), everything).outcomes[0]
  if (again?.outcome !== 'same-again') throw new Error('it was not taken for the same')
  const collected = countAgain(everything, again.spare)
  const text = writeRawExport(workshop, gaps, collected.entries)

  it('taken in elsewhere gives the same responses, without what they were promised here', () => {
    const elsewhere = take(text)
    expect(fates(elsewhere.outcomes)).toEqual(['taken', 'taken', 'taken', 'taken'])
    expect(elsewhere.table).toEqual({ ignored: [], missing: [], numbered: 0 })
    const unpromised = collected.entries.map(({ promises: _promises, ...entry }) => ({ ...entry, via: 'file' }))
    expect(elsewhere.collected.entries).toEqual(unpromised)
  })

  it('taken in where it comes from doubles nobody', () => {
    const { outcomes, collected: after } = take(text, collected)
    expect(fates(outcomes)).toEqual(['already-there', 'already-there', 'same-again', 'same-again'])
    expect(after.entries).toEqual(collected.entries)
  })

  it('follows the rule of revisions, too', () => {
    const later = take(code(1, { revision: 2 })).collected
    expect(fates(take(text, later).outcomes)[0]).toBe('older')
  })

  it.each<[string, string, string, Partial<Outcome>]>([
    ['of another workshop', 'K7Q2MX,1,', 'ZZZZZZ,1,', { outcome: 'other-workshop', workshop: 'ZZZZZZ' }],
    ['of another questionnaire', ',execution-gaps,', ',silence,', { outcome: 'other-questionnaire' }],
    ['with a participant that is none', 'K7Q2MX,1,', 'K7Q2MX,1e9,', { outcome: 'cell', column: 'participant' }],
    ['without its revision', 'K7Q2MX,1,1,', 'K7Q2MX,1,,', { outcome: 'cell', column: 'revision' }],
    ['with a level that is none', ',usual,2,', ',usual,4,', { outcome: 'cell', column: 'level' }],
    ['with a pace that is none', ',usual,2,', ',slow,2,', { outcome: 'cell', column: 'pace' }],
  ])('is refused row by row %s', (_what, from, to, fate) => {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    const { outcomes } = take(changed)
    expect(outcomes[0]).toMatchObject({ line: 2, ...fate })
    expect(fates(outcomes).slice(1)).toEqual(['taken', 'taken', 'taken'])
  })

  it('is refused where participants were not told of it', () => {
    expect(() => writeRawExport({ ...workshop, rawExport: false }, gaps, [])).toThrow(RangeError)
  })

  it('says nothing of the order in which responses came', () => {
    const came = [code(1), code(2), plain(3)].flatMap(
      (one, at) => takeIn(NOTHING_COLLECTED, one, setting, counter(at), rules).collected.entries,
    )
    expect(writeRawExport(workshop, gaps, came.toReversed())).toBe(writeRawExport(workshop, gaps, came))
  })

  it('lets no spreadsheet take the name of a level for a formula', () => {
    const own = { ...workshop, levels: ['=1+1', 'Heads', 'Teams'] }
    const csv = writeRawExport(own, gaps, take(code(3)).collected.entries)
    expect(csv).toContain(",'=1+1,")
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
