import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takePart } from '../../src/core/questionnaire/parts.ts'
import { mergeProgress } from '../../src/core/response/merge-progress.ts'
import { minutesLeft } from '../../src/core/response/minutes-left.ts'
import { decodeProgress, EMPTY_PROGRESS, encodeProgress, type Progress } from '../../src/core/response/progress.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'

const part = takePart(questionnaire, texts, canonicalAnswers)
const ids = part.items.map(({ id }) => id)

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(CANT_TELL))
const anyProgress: fc.Arbitrary<Progress> = fc.record({
  run: fc.option(fc.nat()),
  vantage: fc.constantFrom(null, 'senior', 'middle', 'close', 'not-said'),
  level: fc.option(fc.nat(4)),
  answers: fc.dictionary(fc.constantFrom(...ids), anyAnswer, { noNullPrototype: true }),
  place: fc.oneof(
    fc.constantFrom({ on: 'vantage' as const }, { on: 'list' as const }, { on: 'result' as const }),
    fc.constantFrom(...ids).map((item) => ({ on: 'item' as const, item })),
  ),
  about: fc.string({ maxLength: 80 }),
  priority: fc.string({ maxLength: 120 }),
  quick: fc.boolean(),
  timed: fc.record({
    seconds: fc.double({ min: 0, max: 5000, noNaN: true }).map((seconds) => seconds + 0),
    items: fc.nat(30),
  }),
  completedOn: fc.constantFrom(null, '2026-11-22'),
})

describe('a kept run', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(decodeProgress(part, encodeProgress(part, progress))).toEqual({
          ok: true,
          progress,
          fromVersion: null,
          dropped: 0,
        })
      }),
    )
  })

  it('is refused or repaired when it is anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = decodeProgress(part, text)
        expect(typeof read.ok).toBe('boolean')
      }),
    )
    fc.assert(
      fc.property(anyProgress, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (progress, at, change) => {
        const text = encodeProgress(part, progress)
        const where = at % text.length
        const read = decodeProgress(part, text.slice(0, where) + change + text.slice(where + 1))
        if (!read.ok) {
          expect(read.issue.code).toBeTruthy()
          return
        }
        for (const [id, answer] of Object.entries(read.progress.answers)) {
          expect(ids).toContain(id)
          expect(answer === CANT_TELL || [1, 2, 3, 4, 5].includes(answer)).toBe(true)
        }
      }),
    )
  })

  it('keeps what fits when a part of it does not', () => {
    const text = JSON.stringify({
      format: 1,
      questionnaire: part.id,
      version: part.version,
      vantage: 'cloud',
      answers: { [ids[0]!]: 4, [ids[1]!]: 9, [ids[2]!]: '4', gone: 2 },
      place: 'item gone',
      timed: { seconds: -1 },
    })
    expect(decodeProgress(part, text)).toEqual({
      ok: true,
      progress: { ...EMPTY_PROGRESS, answers: { [ids[0]!]: 4 } },
      fromVersion: null,
      // Three answers, the vantage and the place.
      dropped: 5,
    })
  })

  it('cannot reach a prototype', () => {
    const read = decodeProgress(
      part,
      `{"format":1,"questionnaire":"${part.id}","version":"1.0.0","answers":{"__proto__":{"polluted":1}},"__proto__":{"quick":false}}`,
    )
    expect(read.ok && read.progress.answers).toEqual({})
    expect({}).not.toHaveProperty('polluted')
  })

  it('carries the answers of another version over by their ids, and says so', () => {
    const older = encodeProgress(
      { ...part, version: '0.9.0', items: [...part.items, { id: 'gone', scale: 'frequency', text: '' }] },
      { ...EMPTY_PROGRESS, answers: { [ids[3]!]: 2, gone: 5 } },
    )
    expect(decodeProgress(part, older)).toMatchObject({
      ok: true,
      fromVersion: '0.9.0',
      dropped: 1,
      progress: { answers: { [ids[3]!]: 2 } },
    })
  })

  it('says whose it is when it is another questionnaire’s or format’s', () => {
    expect(decodeProgress(part, encodeProgress({ ...part, id: 'silence' }, EMPTY_PROGRESS))).toEqual({
      ok: false,
      issue: { code: 'other-questionnaire' },
    })
    expect(decodeProgress(part, '{"format":0}')).toEqual({ ok: false, issue: { code: 'other-format' } })
    expect(decodeProgress(part, '{"format":2}')).toEqual({ ok: false, issue: { code: 'later-format' } })
    expect(decodeProgress(part, '[]')).toEqual({ ok: false, issue: { code: 'unreadable' } })
  })
})

describe('two tabs on one run', () => {
  const [first, second, third] = ids as [string, string, string]
  const withAnswers = (answers: Progress['answers']): Progress => ({ ...EMPTY_PROGRESS, answers })

  it('keep what either has answered since they last agreed', () => {
    const base = withAnswers({ [first]: 1 })
    const mine = withAnswers({ [first]: 1, [second]: 2 })
    const theirs = withAnswers({ [first]: 5, [third]: 3 })
    expect(mergeProgress(base, mine, theirs).answers).toEqual({ [first]: 5, [second]: 2, [third]: 3 })
  })

  it('lose nothing that only one of them has, whatever it is', () => {
    fc.assert(
      fc.property(fc.option(anyProgress), anyProgress, anyProgress, (base, mine, theirs) => {
        const merged = mergeProgress(base, mine, theirs).answers
        expect(Object.keys(merged).toSorted()).toEqual(
          [...new Set([...Object.keys(mine.answers), ...Object.keys(theirs.answers)])].toSorted(),
        )
        for (const [id, answer] of Object.entries(merged))
          expect([mine.answers[id], theirs.answers[id]]).toContain(answer)
      }),
    )
  })

  it('stay as they are when nothing was done elsewhere', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(mergeProgress(progress, progress, progress)).toEqual(progress)
      }),
    )
  })
})

describe('the time left', () => {
  it('begins with the usual pace and then follows the person', () => {
    expect(minutesLeft(30, { seconds: 0, items: 0 })).toBe(5)
    expect(minutesLeft(15, { seconds: 450, items: 15 })).toBe(6)
    expect(minutesLeft(15, { seconds: 45, items: 15 })).toBe(1)
    expect(minutesLeft(0, { seconds: 45, items: 15 })).toBe(0)
  })
})
