import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { decodeSavedRuns, encodeSavedRuns, isDue, NO_PLAN, type SavedRun } from '../../src/core/response/saved-runs.ts'
import { findCode } from '../../src/core/codes/find-code.ts'
import { deepDivesFor } from '../../src/core/result/deep-dives.ts'

const CODE = '14Y6-K010-017B-1CEW-YSPV-ZEMD-M5E9-XES7'
const BARE = CODE.replaceAll('-', '')

describe('a code in what was pasted', () => {
  it.each([
    ['a link', `https://example.org/diagnostic/#r=${BARE}`, BARE],
    ['a link with a full stop', `https://example.org/#r=${BARE}.`, BARE],
    ['a link in brackets', `<https://example.org/#r=${BARE}>`, BARE],
    ['a link with parameters behind it', `https://example.org/#r=${BARE}&utm_source=letter`, BARE],
    ['a link whose mark was encoded', `https://example.org/%23r=${BARE}`, BARE],
    ['a link of which every sign was encoded', encodeURIComponent(`https://example.org/#r=${BARE}`), BARE],
    ['a link with what nobody sees in it', `https://example.org/#r=${BARE.slice(0, 9)}\u200b${BARE.slice(9)}`, BARE],
    ['a code whose hyphens do not break', CODE.replaceAll('-', '\u2011'), CODE],
    ['a code in a sentence', `Result code: ${CODE}, please have a look.`, CODE],
    ['a code alone', CODE, CODE],
    ['a code with a full stop', `${BARE}.`, BARE],
    ['something else', 'nothing of the kind', 'nothing of the kind'],
  ])('is found in %s', (_name, text, found) => {
    expect(findCode(text)).toBe(found)
  })

  it('is looked for in anything without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof findCode(text) === 'string'))
    expect(findCode('%')).toBe('%')
    expect(findCode('A'.repeat(5000))).toHaveLength(5000)
  })
})

describe('kept results', () => {
  const run: SavedRun = {
    id: '1763800000000.2517',
    origin: 'own',
    questionnaire: 'execution-gaps',
    code: CODE,
    millisecondsPerItem: 8200,
    about: 'The Northern division',
    name: 'Spring',
  }

  it('are read as they were written', () => {
    const other = { ...run, id: '1763900000000', origin: 'link' as const, millisecondsPerItem: null }
    expect(decodeSavedRuns(encodeSavedRuns([run, other]))).toEqual({ ok: true, runs: [run, other], others: [] })
  })

  it('have the priority and the plan they were kept with, cut to their length, and any of before without', () => {
    const plan = { examine: 'approvals', day: '2026-12-04', found: null }
    const whole = { ...run, priority: 'Two weeks from order to delivery', plan }
    expect(decodeSavedRuns(encodeSavedRuns([whole]))).toMatchObject({ runs: [whole] })
    const long = { ...whole, priority: 'x'.repeat(500), plan: { ...plan, found: 'y'.repeat(500) } }
    const read = decodeSavedRuns(encodeSavedRuns([long]))
    expect(read.ok && [read.runs[0]!.priority!.length, read.runs[0]!.plan!.found!.length]).toEqual([120, 240])
    expect(encodeSavedRuns([run])).not.toMatch(/priority|plan/)
  })

  it.each([
    ['no day', 'tomorrow', ''],
    ['a day that never was', '2026-02-30', ''],
    ['a number', 7, ''],
    ['a day', '2026-12-04', '2026-12-04'],
  ])('have %s read back as far as it is one', (_name, day, kept) => {
    const stored = JSON.stringify({ format: 1, runs: [{ ...run, plan: { examine: 3, day, found: false } }] })
    expect(decodeSavedRuns(stored)).toMatchObject({ runs: [{ plan: { examine: '', day: kept, found: null } }] })
  })

  it('are asked about once, from the chosen day on', () => {
    const plan = { examine: 'approvals', day: '2026-12-04', found: null }
    expect(['2026-12-03', '2026-12-04', '2027-01-01'].map((today) => isDue(plan, today))).toEqual([false, true, true])
    expect(isDue({ ...plan, found: '' }, '2027-01-01')).toBe(false)
    expect(isDue(NO_PLAN, '2027-01-01')).toBe(false)
  })

  it('keep beside them what they cannot read', () => {
    const strange = [{ id: '1', origin: 'elsewhere' }, null, 7]
    const read = decodeSavedRuns(encodeSavedRuns([run], strange))
    expect(read).toEqual({ ok: true, runs: [run], others: strange })
  })

  it('are one for each id, the one that was kept last', () => {
    const later = { ...run, name: 'Autumn' }
    expect(decodeSavedRuns(encodeSavedRuns([run, later]))).toMatchObject({ runs: [later] })
  })

  it.each(['', 'x', 'null', '[]', '{"format":2,"runs":[]}', '{"format":1,"runs":{}}'])(
    'are not written over where "%s" stands',
    (text) => {
      expect(decodeSavedRuns(text)).toEqual({ ok: false })
    },
  )

  it('never throw, whatever stands there', () => {
    fc.assert(
      fc.property(fc.json(), (runs) => {
        const read = decodeSavedRuns(`{"format":1,"runs":[${runs}]}`)
        return read.ok && read.runs.length + read.others.length === 1
      }),
    )
    expect(decodeSavedRuns('{"format":1,"runs":[{}]}')).toEqual({ ok: true, runs: [], others: [{}] })
  })
})

describe('the questionnaires that look closer', () => {
  const concepts = [
    { id: 'a', place: 'source' as const, deepDive: 'about-a' },
    { id: 'b', place: 'up' as const, deepDive: 'about-b' },
    { id: 'c', place: 'down' as const },
  ]
  const result = (concept: string, score: number | null, ...below: string[]) => ({ concept, score, below })

  it('are those of what nothing stands clear of', () => {
    const results = [result('b', 80), result('a', 20, 'b'), result('c', 30, 'b')]
    expect(deepDivesFor({ concepts }, results, true)).toEqual([{ concept: 'b', questionnaire: 'about-b' }])
  })

  it('are all there are where the concepts stand level', () => {
    const results = [result('a', 50), result('b', 50), result('c', 50)]
    expect(deepDivesFor({ concepts }, results, true).map(({ questionnaire }) => questionnaire)).toEqual([
      'about-a',
      'about-b',
    ])
  })

  it('are all there are where the result says of none that it leads: the least reported may be hidden', () => {
    const results = [result('b', 25), result('a', 0, 'b')]
    expect(deepDivesFor({ concepts }, results, false).map(({ concept }) => concept)).toEqual(['b', 'a'])
  })

  it('are none for a concept without a score', () => {
    expect(deepDivesFor({ concepts }, [result('a', null), result('b', null)], false)).toEqual([])
  })
})
