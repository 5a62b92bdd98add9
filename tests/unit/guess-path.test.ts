import { describe, expect, it } from 'vitest'
import { layoutGuesses, type GuessedBranch } from '../../src/ui/room/guess-path.ts'

const branch = (work: number | null, guess: number | null, isKept = false): GuessedBranch => ({ work, guess, isKept })
const up = (...branches: GuessedBranch[]) => layoutGuesses('up', branches, 5)

/** The two edges of a band where it ends at its ruler, counted from the ruler's “never”, as shares of the ruler. */
function widthAt({ ruler }: { ruler: { from: number; to: number } }, d: string): number {
  const ys = [...d.matchAll(/[ML]0\.5 (-?[\d.]+)/g)].map(([, y]) => Number(y))
  return Math.abs((ys[0]! - ys[1]!) / (ruler.to - ruler.from))
}

describe('what was expected, laid over what is reported on the signal path', () => {
  it('lets leave the stream as much as is reported, and outlines as much as was expected, from one edge', () => {
    const [less, more] = up(branch(70, 20), branch(30, 60)).branches
    expect(widthAt(less!, less!.reported)).toBeCloseTo(0.7)
    expect(widthAt(less!, less!.expected)).toBeCloseTo(0.2)
    expect(widthAt(more!, more!.reported)).toBeCloseTo(0.3)
    expect(widthAt(more!, more!.expected)).toBeCloseTo(0.6)
    for (const { reported, expected } of [less!, more!])
      expect(expected.split('L').slice(0, 2)).toEqual(reported.split('L').slice(0, 2))
  })

  it('lets pass what is not reported, and nothing of what is not shown', () => {
    expect(up(branch(100, 50), branch(100, 0)).passing).toBe('')
    expect(up(branch(25, null)).passed).toBeCloseTo(0.75)
    expect(up(branch(25, 50), branch(null, 50)).passed).toBeCloseTo(0.75)
    expect(up(branch(null, 50)).branches[0]).toMatchObject({ reported: '' })
    expect(up(branch(50, null)).branches[0]).toMatchObject({ expected: '' })
  })

  it('draws each in its part of the height, in the order of the way, as the labels beside it stand', () => {
    const { height, branches } = up(branch(50, 50), branch(50, 50))
    const middles = branches.map(({ ruler }) => (ruler.from + ruler.to) / 2 / height)
    expect(middles.map((middle) => middle.toFixed(2))).toEqual(['0.75', '0.25'])
    const down = layoutGuesses('down', [branch(50, 50), branch(50, 50)], 5)
    expect(down.branches.map(({ ruler }) => (ruler.from + ruler.to) / 2 / height)).toEqual([0.25, 0.75])
  })

  it('keeps in the stream what is worth keeping', () => {
    const { branches, passed } = layoutGuesses('down', [branch(50, 20), branch(40, 80, true)], 5)
    expect(branches[1]!.reported).not.toContain('Q')
    expect(branches[0]!.reported).toContain('Q')
    expect(passed).toBeCloseTo(0.5 + 0.6)
  })

  it('marks every answer of the scale on the ruler', () => {
    const { ticks } = up(branch(50, 50)).branches[0]!
    expect(ticks.split('M').slice(1)).toHaveLength(5 + 1)
  })
})
