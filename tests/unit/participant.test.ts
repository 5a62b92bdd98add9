import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paceOf } from '../../src/core/response/pace.ts'
import type { SentCode } from '../../src/core/workshop/sent-code.ts'
import {
  afterPassingOn,
  decodeParticipant,
  encodeParticipant,
  isSecondRun,
  newParticipant,
  withCode,
  withSent,
  type Participant,
} from '../../src/core/workshop/participant.ts'

const [FIRST, SECOND] = ['0123456789abcdef', 'fedcba9876543210']

const anyParticipant: fc.Arbitrary<Participant> = fc.record({
  number: fc.nat(2 ** 30 - 1),
  run: fc.option(fc.nat()),
  revision: fc.nat(400),
  mark: fc.constantFrom('', FIRST, SECOND),
  handedOverOn: fc.constantFrom(null, '2026-11-22'),
})

const TAG = 'a'.repeat(26)
const OTHER = 'b'.repeat(26)
const sent = (outcome: SentCode['outcome']): SentCode => ({
  mark: 'm-1',
  envelope: 'AAAA',
  receiptKey: 'BBBB',
  sentOn: '2026-11-22',
  outcome,
})

describe('what somebody sent from a device that was passed on', () => {
  const own: Participant = { ...newParticipant(7), revision: 1, mark: FIRST, tag: TAG, sent: sent(null) }
  const next = afterPassingOn(own, 8)

  it('stays there, apart from whoever comes next, until it is answered', () => {
    expect(next).toEqual({ ...newParticipant(8), left: [{ tag: TAG, sent: sent(null) }] })
    expect(decodeParticipant(encodeParticipant(next))).toEqual(next)
    expect(withSent(next, TAG, sent('counted'))).toEqual(newParticipant(8))
  })

  it('is not kept where it was answered, or nothing was sent', () => {
    expect(afterPassingOn({ ...own, sent: sent('counted') }, 8)).toEqual(newParticipant(8))
    expect(afterPassingOn(newParticipant(7), 8)).toEqual(newParticipant(8))
  })

  it('is never taken for what the next one sent', () => {
    const two = withSent({ ...next, tag: OTHER }, OTHER, { ...sent(null), mark: 'm-2' })
    expect(two.sent?.mark).toBe('m-2')
    const late = withSent(two, TAG, { ...sent(null), mark: 'm-3' })
    expect(late.sent?.mark).toBe('m-2')
    expect(late.left).toEqual([{ tag: TAG, sent: { ...sent(null), mark: 'm-3' } }])
    expect(afterPassingOn(late, 9).left?.map(({ tag }) => tag)).toEqual([TAG, OTHER])
  })

  it('is dropped where it is damaged', () => {
    const text = JSON.stringify({ format: 1, ...next, left: [{ tag: 'no', sent: sent(null) }, 7, { tag: TAG }] })
    expect(decodeParticipant(text)?.left).toBeUndefined()
  })
})

describe('what is kept of a participant', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyParticipant, (participant) => {
        expect(decodeParticipant(encodeParticipant(participant))).toEqual(participant)
      }),
    )
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"format":2,"number":1,"revision":1}',
    '{"format":1,"number":1073741824,"revision":1}',
    '{"format":1,"number":-1,"revision":1}',
    '{"format":1,"number":1.5,"revision":1}',
    '{"format":1,"number":"1","revision":1}',
    '{"format":1,"number":1,"revision":-1}',
    '{"format":1,"number":1}',
  ])('is nobody where it says %s', (text) => {
    expect(decodeParticipant(text)).toBeNull()
  })

  it('loses only what is wrong where number and revision are sound', () => {
    const text = '{"format":1,"number":7,"revision":3,"run":"x","mark":"zz","handedOverOn":"yesterday"}'
    expect(decodeParticipant(text)).toEqual({ number: 7, revision: 3, run: null, mark: '', handedOverOn: null })
  })
})

describe('the revision', () => {
  it('counts codes that say something else, and a code made again once', () => {
    const steps = [FIRST, FIRST, SECOND, SECOND, FIRST]
    const revisions: number[] = []
    let participant = newParticipant(7)
    for (const mark of steps) {
      participant = withCode(participant, 100, mark)
      revisions.push(participant.revision)
    }
    expect(revisions).toEqual([1, 1, 2, 2, 3])
    expect(participant.number).toBe(7)
  })

  it('says nothing any more of a hand-over of other answers', () => {
    const handed = { ...withCode(newParticipant(7), 100, FIRST), handedOverOn: '2026-11-22' }
    expect(withCode(handed, 100, FIRST).handedOverOn).toBe('2026-11-22')
    expect(withCode(handed, 100, SECOND).handedOverOn).toBeNull()
  })
})

describe('a second run', () => {
  const coded = withCode(newParticipant(7), 100, FIRST)

  it('is one beside a run of which a code was made', () => {
    expect(isSecondRun(coded, 200)).toBe(true)
    expect(isSecondRun(coded, null)).toBe(true)
    expect(isSecondRun(coded, 100)).toBe(false)
  })

  it('is none before a code was made, or where the person has said that it is theirs', () => {
    expect(isSecondRun({ ...newParticipant(7), run: 100 }, 200)).toBe(false)
    expect(isSecondRun({ ...coded, run: null }, 200)).toBe(false)
  })
})

it('is fast under two seconds a statement, and unknown where nothing was timed', () => {
  expect([null, 0, 1.999, 2, 30].map(paceOf)).toEqual(['unknown', 'fast', 'fast', 'usual', 'usual'])
})
