import { describe, expect, it } from 'vitest'
import { releaseCantTell } from '../../src/core/disclosure/release-cant-tell.ts'
import { releaseBands, releaseConcept } from '../../src/core/disclosure/release-concept.ts'
import { releaseDifference, releasePairs } from '../../src/core/disclosure/release-difference.ts'
import { releaseInterval, type Spread } from '../../src/core/disclosure/release-interval.ts'
import { releaseItem } from '../../src/core/disclosure/release-item.ts'
import { releaseMean, reachOfEnd } from '../../src/core/disclosure/release-mean.ts'
import { answerSets, attack, type Sizes, type World } from './disclosure-attack.ts'

/*
 * Enumerated below, attacking what is released: one item of two to six options in
 * one view, in two and in three; scores on one concept, means with room, levels
 * and rest; its intervals and words for one group; bands; can't tell; sizes.
 *
 * Argued in src/core/disclosure/README.md, not enumerated: larger groups (people
 * of one level are interchangeable, so only nearly alike groups can give answers
 * away, and these are enumerated at the sizes where they are rarest); one item
 * beside the scores of its concept; the room's interval beside its levels'.
 */

const K = 5
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const plus = (first: readonly number[], second: readonly number[]) => first.map((count, at) => count + second[at]!)

/** One cohort per row: people at each level, and last those without one. */
const sized = (...rows: number[][]): Sizes => rows.map((row) => ({ levels: row.slice(0, -1), none: row.at(-1)! }))
const name = (sizes: Sizes) =>
  sizes.map(({ levels, none }) => `${levels.join('+')}${none ? ` and ${none}` : ''}`).join(', then ')

const releaseOnce = (options: number) => (world: World) => releaseItem(world, 0, options, K)
/** A snapshot after every cohort. A view that released nothing makes no new cohort. The first is the same whoever joins. */
const releaseEach = (options: number) => {
  const firsts = new Map<World[number], { readonly isReleased: boolean; readonly text: string }>()
  const show = (cohorts: World) => {
    const view = releaseItem(cohorts, 0, options, K)
    return { isReleased: view.answered.shown || view.mean.shown, text: JSON.stringify(view) }
  }
  return (world: World) => {
    const [beginning, ...joining] = world
    const first = firsts.get(beginning!) ?? show([beginning!])
    firsts.set(beginning!, first)
    let cohorts: World = [beginning!]
    let released = first.isReleased
    let text = first.text
    for (const cohort of joining) {
      const last = cohorts.at(-1)!
      cohorts = released
        ? [...cohorts, cohort]
        : [
            ...cohorts.slice(0, -1),
            { levels: last.levels.map((l, at) => plus(l, cohort.levels[at]!)), none: plus(last.none, cohort.none) },
          ]
      const view = show(cohorts)
      released = view.isReleased
      text += view.text
    }
    return text
  }
}

describe('an item in one view', () => {
  it.each([2, 3, 4, 5, 6])('tells no answer in a room of one level, %s options', (options) => {
    for (let n = 1; n <= (options > 5 ? 7 : 12); n++)
      expect(attack(sized([n, 0]), options, releaseOnce(options))).toBeUndefined()
  })

  it('tells no answer and no small group for all small sizes of three levels and of no level, two options', () => {
    for (let a = 0; a <= 8; a++)
      for (let b = 0; b <= a; b++)
        for (let c = 0; c <= Math.min(b, 6); c++)
          for (let none = 0; none <= 4; none++)
            expect(attack(sized([a, b, c, none]), 2, releaseOnce(2)), `${a} ${b} ${c} ${none}`).toBeUndefined()
  })

  it.each([
    [5, sized([5, 5, 0])],
    [4, sized([6, 5, 1])],
    [3, sized([5, 5, 5, 0])],
    [3, sized([7, 7, 0])],
    [3, sized([8, 7, 3, 0])],
    [3, sized([10, 6, 2])],
    [3, sized([4, 4, 4, 1])],
    [2, sized([5, 5, 5, 5, 3])],
  ])('tells no answer and no small group, %s options, sizes %j', (options, sizes) => {
    expect(attack(sizes, options, releaseOnce(options))).toBeUndefined()
  })
})

describe('an item over several views', () => {
  it.each([
    [2, sized([5, 5, 0], [5, 5, 0])],
    [2, sized([6, 5, 1], [5, 6, 0])],
    [2, sized([8, 4, 1], [6, 6, 1])],
    [2, sized([8, 8, 1], [1, 0, 0])],
    [2, sized([3, 3, 1], [3, 2, 0], [6, 6, 1])],
    [2, sized([5, 5, 0], [5, 5, 0], [5, 5, 0])],
    [3, sized([10, 0], [10, 0])],
    [3, sized([6, 5, 0], [4, 1, 0])],
  ])('tells no answer, %s options, sizes %j', (options, sizes) => {
    expect(attack(sizes, options, releaseEach(options))).toBeUndefined()
  })

  it('tells no answer and no small group for small sizes of two cohorts', () => {
    for (let a = 3; a <= 7; a += 2)
      for (let none = 0; none <= 2; none++)
        for (let joinA = 0; joinA <= 6; joinA++)
          for (let joinB = 0; joinB <= 6; joinB += 2)
            expect(
              attack(sized([a, 6, none], [joinA, joinB, 0]), 2, releaseEach(2)),
              `${a} ${none} ${joinA} ${joinB}`,
            ).toBeUndefined()
  })

  it('needs ten new answers, and the same levels in each cohort for their means', () => {
    const first = {
      levels: [
        [2, 2, 2],
        [2, 2, 2],
      ],
      none: [0, 0, 0],
    }
    const join = (...levels: number[][]) => releaseItem([first, { levels, none: [0, 0, 0] }], 0, 3, K)
    expect(join([3, 3, 3], [0, 0, 0]).mean).toEqual({ shown: false, why: 'too-few-new' })
    const uneven = join([4, 3, 3], [1, 1, 1])
    expect(uneven.mean.shown).toBe(true)
    expect(uneven.levels.map((level) => !level.shown && level.why)).toEqual(['too-few-new', 'too-few-new'])
    expect(join([4, 3, 3], [2, 2, 2]).levels.every(({ shown }) => shown)).toBe(true)
  })

  it('is not released again once somebody who answered has left, nor without flagged people', () => {
    const cohort = { levels: [[5, 5, 5]], none: [0, 0, 0] }
    const item = releaseItem([cohort], 1, 3, K)
    expect(item.mean).toEqual({ shown: false, why: 'others-left' })
    expect(item.levels).toEqual([{ shown: false, why: 'others-left' }])
  })
})

/** Releases with one rule removed. The attack has to succeed, or the rule is not needed. */
describe('without one of its rules, an item', () => {
  const mean = (counts: readonly number[]) =>
    (100 * counts.reduce((total, count, step) => total + count * step, 0)) / sum(counts) / (counts.length - 1)
  const room = (world: World) => world.flatMap(({ levels, none }) => [...levels, none]).reduce(plus)
  const rawMean = (counts: readonly number[]) => (sum(counts) ? Math.round(mean(counts)) : null)

  it('tells small levels without rule (2)', () => {
    const release = ([cohort]: World) => [releaseItem([cohort!], 0, 3, K), cohort!.levels.map(rawMean)]
    expect(attack(sized([8, 3, 0]), 3, release)).toBeDefined()
  })
  it('tells the remainder without rule (3)', () => {
    const release = (world: World) => [
      rawMean(room(world)),
      rawMean(world[0]!.levels[0]!),
      rawMean(world[0]!.levels[1]!),
    ]
    expect(attack(sized([6, 5, 1]), 3, release)?.what).toBeDefined()
  })
  it('tells everybody when all are at the end and "below 5" is said', () => {
    const release = (world: World) => (mean(room(world)) < 5 ? 'end' : rawMean(room(world)))
    expect(attack(sized([5, 0]), 5, release)).toMatchObject({ what: 'certain answer' })
  })
  it('tells the odd one out about all others when a distribution of nearly all is shown', () => {
    expect(attack(sized([10, 0]), 3, room)).toMatchObject({ what: 'certain answer' })
  })
  it('tells the odd one out when "nearly all" comes with a mean', () => {
    const release = (world: World) => [releaseItem(world, 0, 3, K), rawMean(room(world))]
    expect(attack(sized([10, 0]), 3, release)).toMatchObject({ what: 'certain answer' })
  })
  it('tells a level when its mean stands beside the distribution whatever the answers', () => {
    const release = (world: World) => {
      const item = releaseItem(world, 0, 3, K)
      return item.distribution.shown && item.distribution.is === 'counts' ? [item, world[0]!.levels.map(rawMean)] : item
    }
    expect(attack(sized([5, 5, 0]), 3, release)).toMatchObject({ what: 'certain answer' })
  })
  it('tells an insider when "close" is said of five whatever their mean', () => {
    const release = (world: World) => {
      const counts = room(world)
      const centre = (mean(counts) / 100) * 4
      const deviation = counts.reduce((total, count, step) => total + count * Math.abs(step - centre), 0) / sum(counts)
      return [releaseMean(mean(counts), 5), deviation <= 5 / 6]
    }
    expect(attack(sized([5, 0]), 5, release)).toMatchObject({ what: 'certain answer' })
  })
  it('tells who joined when a second view needs no new people', () => {
    const release = (world: World) => [releaseItem([world[0]!], 0, 2, K), room(world)]
    expect(attack(sized([10, 0], [3, 0]), 2, release)).toBeDefined()
  })
  it('tells who joined when they are ten but nearly alike', () => {
    const release = (world: World) => [releaseItem([world[0]!], 0, 2, K), room(world)]
    expect(attack(sized([10, 0], [10, 0]), 2, release)).toMatchObject({ what: 'certain answer' })
  })
  it('tells flagged people when it is shown without them', () => {
    const release = (world: World) => {
      const joined = {
        levels: world[0]!.levels.map((l, at) => plus(l, world[1]!.levels[at]!)),
        none: room(world).map(() => 0),
      }
      return [releaseItem([joined], 0, 2, K), releaseItem([world[0]!], 0, 2, K)]
    }
    expect(attack(sized([10, 0], [5, 0]), 2, release)).toBeDefined()
  })
})

/** Two-sided 95 % t quantiles are taken from the interval itself, so only the spread is computed here. */
function scoresOf(counts: readonly number[]): Spread {
  const n = sum(counts)
  const step = 100 / (counts.length - 1)
  const mean = n ? (step * counts.reduce((total, count, at) => total + count * at, 0)) / n : 0
  const gaps = counts.flatMap((count, at) => (count ? [at * step - mean] : []))
  const squares = counts.reduce((total, count, at) => total + count * (at * step - mean) ** 2, 0)
  const farthest = gaps.reduce((far, gap) => (Math.abs(gap) > Math.abs(far) + 1e-9 ? gap : far), 0)
  return { n, mean, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0, farthest: mean + farthest }
}

describe('scores on a concept', () => {
  const meansOf = ([cohort]: World) => {
    const { levels, none } = cohort!
    const released = releaseConcept(scoresOf(levels.reduce(plus, none)), levels.map(scoresOf), sum(none), K)
    return [released.room, ...released.levels].map((group) => (group.shown ? group.mean : group))
  }

  it.each([
    [5, sized([5, 0])],
    [5, sized([9, 0])],
    [5, sized([5, 5, 0])],
    [5, sized([6, 5])],
    [5, sized([5, 5, 1])],
  ])("tell nobody's by their means, even on as few as %s values, sizes %j", (values, sizes) => {
    expect(attack(sizes, values, meansOf)).toBeUndefined()
  })

  it('tell it when the room is released exactly beside a level at the end', () => {
    const release = (world: World) => [meansOf(world), Math.round(scoresOf(world[0]!.levels.reduce(plus)).mean)]
    expect(attack(sized([5, 5, 0]), 5, release)).toMatchObject({ what: 'certain answer' })
  })

  // Four items of five options have seventeen possible scores, eight items thirty-three, which take too long here.
  const released = (world: World) => {
    const scores = scoresOf(world[0]!.levels[0]!)
    return releaseConcept(scores, [], scores.n, K).room
  }
  it("tell nobody's by an interval", () => {
    expect(attack(sized([6, 0]), 9, released)).toBeUndefined()
    expect(attack(sized([5, 0]), 17, released)).toBeUndefined()
  })

  it("tell nobody's by a word on how they lie, beside mean and interval", () => {
    const words = new Set<boolean | null>()
    const release = (world: World) => {
      const room = released(world)
      if (room.shown && room.close.shown) words.add(room.close.close)
      return room
    }
    expect(attack(sized([10, 0]), 9, release)).toBeUndefined()
    expect(words).toEqual(new Set([true, false, null]))
  })

  it('tell it by that word, judged by the deviation as it is', () => {
    const release = (world: World) => {
      const { deviation } = scoresOf(world[0]!.levels[0]!)
      const room = released(world)
      return room.shown && [room.mean, room.interval, deviation <= 15.5, deviation >= 20.2]
    }
    expect(attack(sized([10, 0]), 9, release)).toMatchObject({ what: 'certain answer' })
  })

  it('are called near or apart from ten people on, and neither between', () => {
    const said = (...counts: number[]) => {
      const room = released([{ levels: [counts], none: [0, 0, 0, 0, 0] }])
      return room.shown ? room.close : room
    }
    expect(said(0, 3, 3, 3, 0)).toEqual({ shown: false, why: 'too-few-for-spread' })
    expect(said(0, 1, 8, 1, 0)).toEqual({ shown: true, close: true })
    expect(said(0, 2, 6, 2, 0)).toEqual({ shown: true, close: null })
    expect(said(0, 5, 0, 5, 0)).toEqual({ shown: true, close: false })
    expect(said(2, 2, 2, 2, 2)).toEqual({ shown: true, close: false })
  })

  it('tell it by an interval rounded outward to five points and no more', () => {
    const release = (world: World) => {
      const { n, mean, deviation } = scoresOf(world[0]!.levels[0]!)
      const half = (2.570582 * deviation) / Math.sqrt(n)
      return [releaseMean(mean, n), Math.floor((mean - half) / 5), Math.ceil((mean + half) / 5)]
    }
    expect(attack(sized([6, 0]), 9, release)).toMatchObject({ what: 'certain answer' })
  })

  it("tell nobody's by bands, with two levels of ten and with a rest", () => {
    const release =
      (bands: number) =>
      ([cohort]: World) =>
        releaseBands(cohort!, bands)
    expect(attack(sized([10, 10, 0]), 3, release(3))).toBeUndefined()
    expect(attack(sized([11, 10, 3]), 2, release(2))).toBeUndefined()
  })
})

describe("can't tell", () => {
  const count = (of: (counts: readonly number[]) => number, { levels, none }: World[number]) => ({
    levels: levels.map(of),
    none: of(none),
  })
  const release = (world: World) => {
    const cohorts = world.map((cohort) => ({
      sizes: count(sum, cohort),
      counts: count((counts) => counts[1]!, cohort),
    }))
    return cohorts.map((_, at) => releaseCantTell(cohorts.slice(0, at + 1), 0, K))
  }

  it('is told of nobody', () => {
    for (const sizes of [
      sized([5, 0]),
      sized([7, 5, 0]),
      sized([5, 6, 2]),
      sized([10, 10, 3]),
      sized([12, 7, 3, 1]),
      sized([20, 5, 1]),
      sized([10, 0], [5, 0]),
      sized([10, 6, 0], [12, 7, 0]),
      sized([6, 5, 0], [3, 2, 0]),
    ])
      expect(attack(sizes, 2, release), name(sizes)).toBeUndefined()
  })
  it('would be told by exact counts', () => {
    expect(attack(sized([5, 0]), 2, ([cohort]) => cohort!.levels.map((counts) => counts[1]))).toBeDefined()
  })
  it('is told as a range for the room where a level is told in words', () => {
    const { room, levels } = releaseCantTell(
      [{ sizes: { levels: [8, 10, 12], none: 0 }, counts: { levels: [7, 2, 6], none: 0 } }],
      0,
      K,
    )
    expect(levels).toEqual([
      { shown: true, is: 'half-or-more' },
      { shown: true, is: 'fewer-than', number: 5 },
      { shown: true, is: 'number', number: 6 },
    ])
    expect(room).toEqual({ shown: true, is: 'between', low: 10, high: 18 })
  })
})

describe('released numbers', () => {
  it('are whole points, and the end of the scale near it', () => {
    expect(releaseMean(61.4, 24)).toEqual({ is: 'points', points: 61 })
    expect(releaseMean(96, 200)).toEqual({ is: 'end', end: 'high', within: 5 })
    expect(releaseMean(25, 5)).toEqual({ is: 'end', end: 'low', within: 25 })
    expect([reachOfEnd(5), reachOfEnd(10), reachOfEnd(25), reachOfEnd(200)]).toEqual([25, 12.5, 5, 5])
  })
  it('have an interval rounded outward, to five points below ten people', () => {
    // t(.975, 4) = 2.776445, t(.975, 23) = 2.068658.
    expect(releaseInterval({ n: 5, mean: 50, deviation: 20, farthest: 20 })).toEqual({ shown: true, low: 25, high: 75 })
    expect(releaseInterval({ n: 24, mean: 50, deviation: 20, farthest: 10 })).toEqual({
      shown: true,
      low: 41,
      high: 59,
    })
    expect(releaseInterval({ n: 5, mean: 10, deviation: 5, farthest: 20 })).toEqual({ shown: false, why: 'at-end' })
  })
  it('have the same interval whether the others agree fully or a little less', () => {
    const one = releaseInterval({ n: 6, mean: 50, deviation: 0, farthest: 50 })
    expect(releaseInterval({ n: 6, mean: 50, deviation: 4, farthest: 56.25 })).toEqual(one)
    expect(one).toEqual({ shown: true, low: 35, high: 65 })
  })
  it('differ by what is released, not by what is exact, with an interval rounded outward', () => {
    const first = { n: 12, mean: 42.4, deviation: 20, farthest: 80 }
    const second = { n: 12, mean: 37.6, deviation: 20, farthest: 0 }
    // 4.8 +/- t(.975, 22) = 2.073873 times sqrt(400 / 12 + 400 / 12) = 8.164966, or 16.93
    expect(releaseDifference(first, second)).toEqual({
      shown: true,
      points: 4,
      interval: { low: -13, high: 22 },
      clear: false,
    })
    expect(releaseDifference({ ...first, mean: 2 }, second)).toEqual({ shown: false, why: 'at-end' })
    expect(releaseDifference({ ...first, mean: 80, farthest: 40 }, second)).toMatchObject({ clear: true })
  })
  it('say in how many of ten pairs only from ten people on, and never in all', () => {
    expect(releasePairs(0.4, 12)).toEqual({ shown: true, ofTen: 7 })
    expect(releasePairs(1, 12)).toEqual({ shown: true, ofTen: 9 })
    expect(releasePairs(0.4, 9)).toEqual({ shown: false, why: 'too-few-for-spread' })
  })
})

it('tries every set of answers', () => {
  // C(n + options - 1, options - 1)
  expect(answerSets(5, 5)).toHaveLength(126)
  expect(new Set(answerSets(7, 3).map(String)).size).toBe(36)
})
