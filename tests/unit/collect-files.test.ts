import { describe, expect, it } from 'vitest'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { writeResponseCsv } from '../../src/core/files/response-csv.ts'
import { writeResponseJson } from '../../src/core/files/response-file.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import type { Outcome } from '../../src/core/workshop/outcome.ts'
import { countAgain, takeIn } from '../../src/core/workshop/take-in.ts'
import { writeRawExport } from '../fixtures/one-text.ts'
import {
  gaps,
  other,
  workshop,
  setting,
  counter,
  rules,
  take,
  answersFrom,
  code,
  plain,
  fates,
  report,
} from '../fixtures/collecting.ts'

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
