// How the rows of a large table are held: answers as bytes, and whatever is known by an identity as one value or a set.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FewByKey } from '../../src/core/files/few-by-key.ts'
import { PackedResponse } from '../../src/core/files/packed-response.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'

const answer = fc.constantFrom<Answer | null>(null, CANT_TELL, 1, 2, 5, 99, 127, 128, 254)

describe('a row with a byte for each statement', () => {
  it('has the answers that it was made of, in the order of the statements, and none where nothing was answered', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (given) => {
        const items = given.map((_, at) => ({ id: `statement-${at}` }))
        const { answers } = new PackedResponse('senior', items, given)
        const expected = given.flatMap((one, at) => (one === null ? [] : [[`statement-${at}`, one]]))
        expect(Object.entries(answers)).toEqual(expected)
      }),
    )
  })

  it('keeps every step apart from every other, from "can’t tell" and from nothing', () => {
    const steps = Array.from({ length: 254 }, (_, at) => at + 1)
    const items = steps.map((step) => ({ id: `s${step}` }))
    expect(Object.values(new PackedResponse('middle', items, steps).answers)).toEqual(steps)
  })

  it('gives answers that whoever asks may change, and says where the person sits and no pace', () => {
    const items = [{ id: 'one' }, { id: 'two' }]
    const response = new PackedResponse('close', items, [3, CANT_TELL])
    Object.assign(response.answers, { one: 5 })
    expect(response.answers).toEqual({ one: 3, two: CANT_TELL })
    expect([response.vantage, response.secondsPerItem]).toEqual(['close', null])
  })
})

describe('what is known by an identity', () => {
  const step = fc.tuple(fc.constantFrom('add', 'delete'), fc.constantFrom('a', 'b', ''), fc.constantFrom('x', 'y', 'z'))

  it('is what sets would hold, in the same order, whatever is added and taken out', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const few = new FewByKey<string>()
        const sets = new Map<string, Set<string>>([
          ['a', new Set()],
          ['b', new Set()],
          ['', new Set()],
        ])
        for (const [what, key, value] of steps) {
          few[what as 'add' | 'delete'](key, value)
          sets.get(key)![what as 'add' | 'delete'](value)
          for (const [own, values] of sets) {
            expect([...few.of(own)]).toEqual([...values])
            expect(few.sizeOf(own)).toBe(values.size)
          }
        }
        const sizes = [...few.sizes()].filter(([, size]) => size > 0)
        const expected = [...sets].flatMap(([key, { size }]) => (size > 0 ? [[key, size]] : []))
        expect(new Map(sizes)).toEqual(new Map(expected as [string, number][]))
        expect(sizes).toHaveLength(expected.length)
      }),
    )
  })

  it('tells rows apart by themselves, and not by what they hold', () => {
    const few = new FewByKey<{ readonly row: number }>()
    const [one, same] = [{ row: 1 }, { row: 1 }]
    few.add('p', one)
    few.add('p', same)
    few.add('p', one)
    few.delete('p', { row: 1 })
    expect([...few.of('p')]).toEqual([one, same])
    few.delete('p', one)
    expect([...few.of('p')][0]).toBe(same)
  })
})
