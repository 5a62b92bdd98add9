import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitAnswers } from '../../src/core/response/fit-answers.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { layoutOf, layoutsOf } from '../../src/core/response/layout.ts'
import { decodeResultCode, encodeResultCode } from '../../src/core/codes/result-code.ts'
import { anyResponse } from '../fixtures/result-codes.ts'

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
