import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foreseeViews, proposeMerge } from '../../src/core/workshop/foresee-views.ts'

describe('what a room will be able to see', () => {
  it('is everything where every level is large', () => {
    expect(foreseeViews([10, 12, 30], 5)).toEqual({ room: 'spread', levels: ['spread', 'spread', 'spread'] })
  })

  it('is averages alone below ten', () => {
    expect(foreseeViews([5, 9, 10], 5).levels).toEqual(['means', 'means', 'spread'])
  })

  it('hides a level beside one that is too small, where the rest would tell of it', () => {
    expect(foreseeViews([3, 7, 8], 5).levels).toEqual(['too-few', 'would-reveal-others', 'means'])
  })

  it('shows the others where two small levels hide each other', () => {
    expect(foreseeViews([3, 3, 8], 5).levels).toEqual(['too-few', 'too-few', 'means'])
  })

  it('does not hide for a level that nobody belongs to', () => {
    expect(foreseeViews([0, 8, 8], 5).levels).toEqual(['too-few', 'means', 'means'])
  })

  it('is nothing in a room that is too small', () => {
    expect(foreseeViews([2, 2], 5)).toEqual({ room: 'too-few', levels: ['too-few', 'too-few'] })
  })

  it('says of a level what is known, while others are open', () => {
    expect(foreseeViews([3, null, 8], 5)).toEqual({ room: 'unknown', levels: ['too-few', 'unknown', 'means'] })
  })

  it('follows the smallest group that is chosen', () => {
    expect(foreseeViews([8, 20], 9).levels).toEqual(['too-few', 'would-reveal-others'])
  })

  it('never leaves a rest of one to four people, whatever the sizes', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 5, max: 12 }), (expected, k) => {
        const { levels } = foreseeViews(expected, k)
        const isShown = (index: number) => levels[index] === 'means' || levels[index] === 'spread'
        const rest = expected.reduce((sum, people, index) => (isShown(index) ? sum : sum + people), 0)
        const total = expected.reduce((sum, people) => sum + people, 0)
        expect(rest === 0 || rest >= k || rest === total).toBe(true)
        for (const [index, people] of expected.entries()) if (people < k) expect(isShown(index)).toBe(false)
      }),
    )
  })
})

describe('the merger that is proposed', () => {
  it.each([
    ['the first with the second, where the first is too small', [3, 7, 14], 0],
    ['the last with the one above it', [8, 7, 2], 1],
    ['the one between with the smaller neighbour', [6, 2, 14], 0],
    ['the one between with the smaller neighbour below', [14, 2, 6], 1],
  ])('joins %s', (_name, expected, upper) => {
    expect(proposeMerge(expected, 5)).toBe(upper)
  })

  it('is none where everything can be shown, or two levels are left', () => {
    expect(proposeMerge([5, 6, 7], 5)).toBeNull()
    expect(proposeMerge([3, 7], 5)).toBeNull()
  })

  it('brings more into view, or leaves fewer levels, until nothing is hidden or two are left', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(sizes, (start) => {
        let levels = start
        for (let upper = proposeMerge(levels, 5); upper !== null; upper = proposeMerge(levels, 5)) {
          const joined = (levels[upper] ?? 0) + (levels[upper + 1] ?? 0)
          levels = [...levels.slice(0, upper), joined, ...levels.slice(upper + 2)]
        }
        const hidden = foreseeViews(levels, 5).levels.filter((view) => view !== 'means' && view !== 'spread')
        expect(levels.length === 2 || hidden.length === 0).toBe(true)
      }),
    )
  })
})
