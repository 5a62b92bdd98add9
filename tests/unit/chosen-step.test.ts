import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeSteps } from '../../src/core/workshop/chosen-step.ts'

const of = (...ids: string[]) => ids.map((id) => ({ id }))
const told = (arranged: ReturnType<typeof arrangeSteps>) =>
  arranged.map(({ step, isShown }) => (isShown ? step.id : `-${step.id}`))

describe('the steps of a presentation', () => {
  it('keep their usual order until another is chosen', () => {
    expect(told(arrangeSteps(of('a', 'b', 'c')))).toEqual(['a', 'b', 'c'])
  })

  it('stand as they were chosen, with what is left out', () => {
    const chosen = [
      { id: 'c', isShown: true },
      { id: 'a', isShown: false },
      { id: 'b', isShown: true },
    ]
    expect(told(arrangeSteps(of('a', 'b', 'c'), chosen))).toEqual(['c', '-a', 'b'])
  })

  it('take in what a later view adds, behind what usually precedes it, and forget what it lacks', () => {
    const chosen = [
      { id: 'c', isShown: true },
      { id: 'gone', isShown: true },
      { id: 'a', isShown: false },
    ]
    expect(told(arrangeSteps(of('first', 'a', 'x', 'y', 'c', 'last'), chosen))).toEqual([
      'first',
      'c',
      'last',
      '-a',
      'x',
      'y',
    ])
  })

  it('are all there, each once, whatever was chosen', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-e]$/), { maxLength: 5 })
    fc.assert(
      fc.property(ids, ids, (steps, chosen) => {
        const arranged = arrangeSteps(
          of(...steps),
          chosen.map((id) => ({ id, isShown: false })),
        )
        expect(arranged.map(({ step }) => step.id).toSorted()).toEqual(steps.toSorted())
      }),
    )
  })
})
