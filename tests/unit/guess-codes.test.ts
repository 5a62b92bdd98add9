import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALPHABET, textOf } from '../../src/core/codes/alphabet.ts'
import { checkSymbols } from '../../src/core/codes/check-symbols.ts'
import { decodeHandOverCode, encodeHandOverCode, type HandOver } from '../../src/core/codes/hand-over-code.ts'
import { questionnaireOf } from '../../src/core/codes/questionnaire-of.ts'
import { decodeResultCode, encodeResultCode, type CodedResponse } from '../../src/core/codes/result-code.ts'
import { readResponseFile } from '../../src/core/files/read-file.ts'
import { writeResponseCsv } from '../../src/core/files/response-csv.ts'
import { writeResponseJson, type FiledResponse } from '../../src/core/files/response-file.ts'
import { filedResponse, finishedResult, versionsOf } from '../../src/core/result/shown-result.ts'
import { openResult } from '../../src/core/result/open-result.ts'
import { layoutsOf, type CodeLayout } from '../../src/core/response/layout.ts'
import { CANT_TELL, type Answer, type Answers, type GivenVantage } from '../../src/core/response/response.ts'
import { findCodes } from '../../src/core/workshop/find-codes.ts'
import { questionnaire as today } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'

type Vector = Readonly<Record<'layout' | 'name' | 'completedOn' | 'answers' | 'guesses' | 'code', string>>

interface Vectors {
  layouts: Record<string, { id: string; major: number; minor: number; items: [string, number, 'guessed'?][] }>
  results: (Vector & { vantage: GivenVantage })[]
  handOvers: (Vector & Omit<HandOver, 'answers' | 'guesses'>)[]
}

const fixture: Vectors = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/guess-codes.json'), 'utf8'))
const layouts = Object.values(fixture.layouts).map(({ items, ...rest }): CodeLayout => ({
  ...rest,
  items: items.map(([id, options, guessed]) => ({ id, options, ...(guessed ? { guessed: true as const } : {}) })),
}))
const layoutNamed = (id: string) => layouts.find((layout) => layout.id === id)!
const [sample, gaps] = [layoutNamed('sample'), layoutNamed('execution-gaps')]

const given = (items: CodeLayout['items'], written: string): Answers =>
  Object.fromEntries(
    items.flatMap(({ id }, index): [string, Answer][] =>
      written[index] === '-' ? [] : [[id, written[index] === '?' ? CANT_TELL : Number(written[index])]],
    ),
  )
const guessesOf = (layout: CodeLayout, written: string) =>
  given(
    layout.items.filter(({ guessed }) => guessed),
    written,
  )
/** Absent where nothing was guessed, or by somebody who is not asked. */
const asRead = (guesses: Answers, isAsked: boolean) => (isAsked && Object.keys(guesses).length > 0 ? { guesses } : {})

const results = fixture.results.map(({ layout: id, name, code, vantage, completedOn, ...written }) => {
  const layout = layoutNamed(id)
  const guesses = guessesOf(layout, written.guesses)
  const coded = { vantage, completedOn, answers: given(layout.items, written.answers) }
  return { title: `${id}: ${name}`, layout, coded, guesses, code, read: asRead(guesses, /senior|middle/.test(vantage)) }
})
const handOvers = fixture.handOvers.map(({ layout: id, name, code, answers, guesses: guessed, ...rest }) => {
  const layout = layoutNamed(id)
  const guesses = guessesOf(layout, guessed)
  const handOver = { ...rest, answers: given(layout.items, answers) }
  return { title: `${id}: ${name}`, layout, handOver, guesses, code, read: asRead(guesses, rest.level !== null) }
})

/** A code of these symbols with its check. */
function whole(symbols: string): string {
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol))
  return textOf([...values, ...checkSymbols(values)])
}
const bareOf = (code: string) => code.replaceAll('-', '')

describe('a code with guesses of another program', () => {
  it('is of a version of the questionnaire that is published', () => {
    const { published } = soundQuestionnaire('execution-gaps')
    expect(layoutsOf(today, published)).toContainEqual(gaps)
    expect(gaps.items.filter(({ guessed }) => guessed)).toHaveLength(6)
    expect(results.length + handOvers.length).toBe(17)
  })

  it.each(results.map((one) => [one.title, one] as const))('is written the same, %s', (_title, one) => {
    expect(encodeResultCode(one.layout, { ...one.coded, guesses: one.guesses })).toBe(one.code)
  })

  it.each(results.map((one) => [one.title, one] as const))('is read, %s', (_title, one) => {
    expect(decodeResultCode(one.code, layouts)).toEqual({
      ok: true,
      layout: one.layout,
      coded: { ...one.coded, ...one.read },
    })
    expect(
      questionnaireOf(
        one.code,
        layouts.map(({ id }) => id),
      ),
    ).toBe(one.layout.id)
  })

  it.each(handOvers.map((one) => [one.title, one] as const))('is handed over the same, %s', (_title, one) => {
    expect(encodeHandOverCode(one.layout, { ...one.handOver, guesses: one.guesses })).toBe(one.code)
    expect(decodeHandOverCode(one.code, layouts)).toEqual({
      ok: true,
      layout: one.layout,
      handOver: { ...one.handOver, ...one.read },
    })
  })

  it('is found whole in a mail, with codes of the other formats', () => {
    const codes = [...results, ...handOvers].map(({ code }) => code)
    // In groups of five a code is whole for its length alone.
    const spellings = [(code: string) => code.toLowerCase(), (code: string) => bareOf(code).replace(/.{5}/g, '$& ')]
    const mail = codes.map((code, at) => `> ${at}. ${spellings[at % 2]!(code)},`).join('\n')
    const found = [...findCodes(mail, layouts)].map((one) =>
      typeof one.found === 'string' ? one.found : one.found.whole,
    )
    expect(found.map((text) => bareOf(text.toUpperCase()))).toEqual(codes.map(bareOf))
  })
})

describe('a code with guesses', () => {
  const { code } = results.find(({ title }) => title === 'sample: one guess of two')!
  const bare = bareOf(code).slice(0, -2)
  const [head, vantage, answers] = [bare.slice(0, 12), bare[12]!, bare.slice(13, 15)]
  const issueOf = (text: string) => {
    const read = decodeResultCode(text, layouts)
    return read.ok ? null : read.issue
  }

  // Guesses at five and two options: 7 * 4 = 28 combinations, one symbol.
  it.each([
    ['none', whole(`${head}${vantage}${answers}0`)],
    ['more than there are', whole(`${head}${vantage}${answers}W`)],
    ['the most that a symbol holds', whole(`${head}${vantage}${answers}Z`)],
    ['some of somebody close to the work', whole(`${head}K${answers}G`)],
    ['some of somebody without a place', whole(`${head}G${answers}G`)],
  ])('is refused with %s', (_name, text) => {
    expect(issueOf(text)).toEqual({ code: 'guesses' })
  })

  it('has the last combination, and another place, right beside those that are refused', () => {
    expect(issueOf(whole(`${head}${vantage}${answers}V`))).toBeNull()
    expect(issueOf(whole(`${head}J${answers}G`))).toBeNull()
  })

  it('is refused for a version that asks for none', () => {
    const without = { ...sample, items: sample.items.map(({ id, options }) => ({ id, options })) }
    const read = decodeResultCode(whole(`${head}${vantage}${answers}`), [without])
    expect(read).toEqual({ ok: false, issue: { code: 'guesses' } })
    expect(decodeResultCode(code, [without])).toMatchObject({ ok: false, issue: { code: 'length' } })
  })

  it('is the only code of its response, whatever was guessed, and as long as the page says', () => {
    const anyGuess = fc.constantFrom<(Answer | undefined)[]>(1, 2, 3, 4, 5, CANT_TELL, undefined)
    const anyVantage = fc.constantFrom<GivenVantage[]>('senior', 'middle', 'close', 'not-said')
    fc.assert(
      fc.property(fc.array(anyGuess, { minLength: 6, maxLength: 6 }), anyVantage, (list, seat) => {
        const items = gaps.items.filter(({ guessed }) => guessed)
        const guesses: Answers = Object.fromEntries(
          items.flatMap(({ id }, at): [string, Answer][] => (list[at] === undefined ? [] : [[id, list[at]]])),
        )
        const coded: CodedResponse = { vantage: seat, completedOn: '2026-11-30', answers: { [items[0]!.id]: 3 } }
        const expected = asRead(guesses, seat === 'senior' || seat === 'middle')
        const text = encodeResultCode(gaps, { ...coded, guesses })
        const read = decodeResultCode(text, layouts)
        expect(read).toEqual({ ok: true, layout: gaps, coded: { ...coded, ...expected } })
        expect(bareOf(text)).toHaveLength(expected.guesses ? 36 : 32)
      }),
    )
  })

  it('that is opened is written again as it was, whatever its symbols are', () => {
    const symbol = fc.constantFrom(...ALPHABET)
    fc.assert(
      fc.property(
        fc.array(symbol, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('H', 'J', 'K', 'G'),
        (list, seat) => {
          const text = whole(`${head}${seat}${list.join('')}`)
          const read = decodeResultCode(text, layouts)
          if (read.ok) expect(encodeResultCode(read.layout, read.coded)).toBe(text)
          else expect(['answers', 'guesses']).toContain(read.issue.code)
        },
      ),
    )
  })
})

describe('a response with guesses', () => {
  const { coded, guesses } = results.find(({ title }) => title === 'execution-gaps: everything mixed')!
  const asked = today.items.map((item, index) => ({ ...item, id: gaps.items[index]!.id }))
  const questionnaire = { ...today, version: `${gaps.major}.${gaps.minor}.0`, items: asked }
  const versions = versionsOf({ questionnaire, published: {} })
  const response = { vantage: coded.vantage, answers: coded.answers, secondsPerItem: 4 }
  const shown = finishedResult(versions, { response: { ...response, guesses }, completedOn: '2026-11-30', about: '' })
  const plain = finishedResult(versions, { response, completedOn: '2026-11-30', about: '' })

  it('has them in its code, from which they open again', () => {
    expect(bareOf(shown.code)).toHaveLength(36)
    const opened = openResult(shown.code, versions, [])
    expect(opened).toMatchObject({ ok: true, result: { response: { guesses }, given: { guesses }, code: shown.code } })
    expect(bareOf(plain.code)).toHaveLength(32)
    const without = openResult(plain.code, versions, [])
    expect(without.ok && 'guesses' in without.result.response).toBe(false)
  })

  it.each([
    ['JSON', writeResponseJson],
    ['CSV', writeResponseCsv],
  ] as const)('has them in its file as %s, and comes back from it', (_name, write) => {
    const filed = filedResponse(shown)
    const text = write(gaps, filed)
    expect(readResponseFile(text, layouts)).toEqual({ ok: true, layout: gaps, filed })
    const without = write(gaps, filedResponse(plain))
    expect(without).not.toContain('guess')
    expect(readResponseFile(without, layouts)).toEqual({ ok: true, layout: gaps, filed: filedResponse(plain) })
  })

  const json = (change: (file: Record<string, unknown>) => void) => {
    const file = JSON.parse(writeResponseJson(gaps, filedResponse(shown)))
    change(file)
    return JSON.stringify(file)
  }
  const csv = (from: string | RegExp, to: string) => writeResponseCsv(gaps, filedResponse(shown)).replace(from, to)

  it.each([
    ['of an earlier format', json((file) => (file['formatVersion'] = 1)), { code: 'shape', path: 'guesses' }],
    ['without any', json((file) => delete file['guesses']), { code: 'shape', path: 'guesses' }],
    ['of a later format', json((file) => (file['formatVersion'] = 3)), { code: 'later-format' }],
    [
      'at an item that is not guessed at',
      json((file) => (file['guesses'] = { 'measures-pull-work': 2 })),
      { code: 'item', item: 'measures-pull-work' },
    ],
    [
      'of somebody close to the work',
      json((file) => (file['vantage'] = 'close')),
      { code: 'item', item: 'work-waits-for-approval' },
    ],
    [
      'with a step that there is not',
      json((file) => (file['guesses'] = { 'dashboards-stay-calm': 6 })),
      { code: 'answer', item: 'dashboards-stay-calm', value: '6' },
    ],
    [
      'that reach for a prototype',
      json(() => undefined).replace('"guesses":{', '"guesses":{"__proto__":{"a":1},'),
      { code: 'shape', path: 'guesses.__proto__' },
    ],
    [
      'in a column of another item',
      csv('guess.dashboards-stay-calm', 'guess.measures-pull-work'),
      { code: 'item', item: 'guess.measures-pull-work' },
    ],
    [
      'without one of their columns',
      csv(',guess.raising-problems-called-waste', '').replace(/,1\r\n$/, '\r\n'),
      { code: 'column', column: 'guess.raising-problems-called-waste' },
    ],
    [
      'with nothing in their columns',
      csv(/,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*\r\n$/, ',,,,,,\r\n'),
      { code: 'cell', column: 'guess.work-waits-for-approval', value: '' },
    ],
    ['of somebody else', csv(',senior,', ',close,'), { code: 'item', item: 'guess.work-waits-for-approval' }],
  ] as const)('is refused from a file %s', (_name, text, issue) => {
    expect(readResponseFile(text, layouts)).toEqual({ ok: false, issue })
  })

  it('has a column in its file for each item that is guessed at', () => {
    const filed: FiledResponse = { ...filedResponse(shown), guesses: { 'dashboards-stay-calm': 2 } }
    const [head, row] = writeResponseCsv(gaps, filed).trim().split('\r\n')
    expect(head!.split(',').filter((column) => column.startsWith('guess.'))).toHaveLength(6)
    expect(row).toMatch(/,,2,,,$/)
  })
})
