import { expect, it } from 'vitest'
import { countStanding } from '../../src/core/workshop/standing.ts'

it('what became of passages is counted without what counts by now', () => {
  const at = { line: 1, excerpt: '' }
  expect(
    countStanding([
      { ...at, outcome: 'taken', entry: 'a', fitted: null, levelLost: false },
      { ...at, outcome: 'already-there', entry: 'b' },
      { ...at, outcome: 'older', entry: 'c' },
      { ...at, outcome: 'nothing-found' },
      { ...at, outcome: 'asks', about: 'other-people', rows: 3 },
    ]),
  ).toEqual({ known: 2, refused: 1 })
})
