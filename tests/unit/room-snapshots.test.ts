import { describe, expect, it } from 'vitest'
import type { Counts } from '../../src/core/disclosure/nearly-alike.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { suppressGroups } from '../../src/core/disclosure/suppress-groups.ts'
import { disclosesByDifferencing } from '../../src/core/disclosure/discloses-by-differencing.ts'
import { conceptHistory } from '../../src/core/room/concept-history.ts'
import { cohortHistory } from '../../src/core/room/cohort-history.ts'
import { kindsOf, type Kinds } from '../../src/core/room/kinds-of.ts'
import { countBands, releaseBandsBeside } from '../../src/core/room/release-bands.ts'
import { releaseItems } from '../../src/core/room/release-items.ts'
import { releaseConceptOver } from '../../src/core/room/release-concepts.ts'
import { everybody, type RoomPeople } from '../../src/core/room/room-data.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { tallyAnswers } from '../../src/core/room/tally-answers.ts'
import { tallyScores } from '../../src/core/room/tally-scores.ts'
import { lensItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, threeLevels } from '../fixtures/rooms.ts'
import { attack, type Sizes, type World } from './disclosure-attack.ts'

/*
 * Additions of a snapshot to those before it, beyond those that the disclosure's
 * own tests attack: means and distributions of a concept over two snapshots, and
 * the view without flagged people beside the full one. Everything else in a view
 * follows from released figures, which room.test.ts checks.
 */

const K = 5
/**
 * The number of possible scores on a concept, in the coarsest steps for which the
 * end of the scale is made: quarters.
 */
const VALUES = 5
const sized = (...rows: number[][]): Sizes => rows.map((row) => ({ levels: row.slice(0, -1), none: row.at(-1)! }))

/** A world as people with scores; each cohort joins with a snapshot. */
function peopleOf(world: World): { scores: Float64Array; snapshots: RoomPeople[] } {
  const scores: number[] = []
  const groups = world[0]!.levels.map((): number[] => [])
  const none: number[] = []
  const add = (group: number[], counts: Counts) => {
    for (const [step, count] of counts.entries())
      for (let n = 0; n < count; n++) group.push(scores.push((100 * step) / (counts.length - 1)) - 1)
  }
  const snapshots = world.map((cohort) => {
    for (const [level, counts] of cohort.levels.entries()) add(groups[level]!, counts)
    add(none, cohort.none)
    return { levels: groups.map((group) => Int32Array.from(group)), none: Int32Array.from(none) }
  })
  return { scores: Float64Array.from(scores), snapshots }
}

const tallyOf = (scores: Float64Array, kinds: Kinds) => tallyScores({ concept: 'c', columns: [], scores }, kinds)

function releaseEach(world: World) {
  const { scores, snapshots } = peopleOf(world)
  return releaseConceptOver(tallyOf(scores, kindsOf(snapshots, scores.length)), K)
}

/** The means alone: intervals and distributions are attacked by themselves. */
const means = (world: World) =>
  releaseEach(world).map(({ released }) =>
    [released.room, ...released.levels].map((group) => (group.shown ? group.mean : group)),
  )

/** The distributions alone, of groups that may be shown: as `releaseConceptOver` releases them. */
function spreads(world: World) {
  const { scores, snapshots } = peopleOf(world)
  const bands = Array.from(scores.keys(), (person) => countBands({ scores }, [person]))
  const banded = cohortHistory()
  return snapshots.map((people) => {
    const sizes = { levels: people.levels.map(({ length }) => length), none: people.none.length }
    const released = releaseBandsBeside(bands, banded.divide(people), suppressGroups(sizes, K))
    if (released.room.shown || released.room.why === 'one-answer') banded.add(people)
    return released
  })
}

describe('why a concept is hidden beside an earlier view', () => {
  /** The people of a first and of a second view, level by level, by index; and everybody's scores. */
  interface Views {
    readonly first: readonly (readonly number[])[]
    readonly second: readonly (readonly number[])[]
    /** The people of the second view to look at; all where not given. */
    readonly only?: readonly (readonly number[])[]
  }
  const people = (levels: readonly (readonly number[])[]): RoomPeople => ({
    levels: levels.map((level) => Int32Array.from(level)),
    none: new Int32Array(),
  })
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

  function reasons({ first, second, only }: Views, scores: readonly number[]): string[] {
    const history = conceptHistory(Float64Array.from(scores), K)
    const before = people(first)
    history.remember(before, history.decide(before))
    const { room, levels } = history.decide(people(only ?? second), people(second))
    return [room, ...levels].map((group) => (group.shown ? 'shown' : group.why))
  }
  const alike = (score: number) => Array.from({ length: 40 }, () => score)

  it('is that somebody left, that too few joined, or what the difference would tell', () => {
    const first = [range(0, 10)]
    const views: Record<string, [Views, string]> = {
      'one left and six joined': [{ first, second: [range(1, 16)] }, 'others-left'],
      'three joined': [{ first, second: [range(0, 13)] }, 'too-few-new'],
      'five left and two joined': [{ first, second: [range(5, 12)] }, 'too-few-new'],
      'two are left out who are still there': [{ first, second: first, only: [range(2, 10)] }, 'would-reveal-others'],
      'six joined': [{ first, second: [range(0, 16)] }, 'shown'],
    }
    for (const [name, [view, why]] of Object.entries(views)) {
      expect(reasons(view, alike(50)), name).toEqual([why, why])
      // A reason must not depend on the answers.
      if (why !== 'shown') expect(reasons(view, alike(100)), name).toEqual([why, why])
    }
    const joined = [...alike(50).slice(0, 10), ...alike(100)]
    expect(reasons({ first, second: [range(0, 16)] }, joined)).toEqual(['near-end', 'near-end'])
  })

  it('depends on what people answered only where it says no more than that the figure is hidden', () => {
    const next = numbersFrom(7)
    const upTo = (most: number) => Math.floor(next() * (most + 1))
    const seen = new Set<string>()
    const wrong: string[] = []
    for (let trial = 0; trial < 400; trial++) {
      const [stayed, left, joined, other] = [upTo(8), upTo(6), upTo(8), upTo(8)]
      const work = range(30, 30 + other)
      const second = [[...range(0, stayed), ...range(20, 20 + joined)], work]
      const view: Views = { first: [range(0, stayed + left), work], second }
      const told = [0, 1, 2].map(() => new Set<string>())
      for (let drawn = 0; drawn < 12; drawn++) {
        const ends = next() < 0.4 ? 100 : 100 * next()
        const scores = Array.from({ length: 40 }, () => (drawn < 2 ? 100 * drawn : next() < 0.5 ? ends : 100 * next()))
        for (const [group, why] of reasons(view, scores).entries()) told[group]!.add(why)
      }
      for (const [group, found] of told.entries()) {
        for (const why of found) seen.add(why)
        const open = found.has('shown') || found.has('near-end')
        const says = [...found].filter((why) => why !== 'shown' && why !== 'near-end')
        // A level's reason may also be that the room is hidden.
        if (open ? group === 0 && says.length > 0 : says.length !== 1)
          wrong.push(`${JSON.stringify(view)} ${group}: ${[...found].join()}`)
      }
    }
    expect(wrong).toEqual([])
    expect([...seen].toSorted()).toEqual([
      'near-end',
      'others-left',
      'shown',
      'too-few',
      'too-few-new',
      'would-reveal-others',
    ])
  })
})

describe('a concept over two snapshots', () => {
  it.each([sized([5, 0], [5, 0]), sized([5, 0, 0], [0, 5, 0]), sized([6, 0], [4, 0])])(
    "tells nobody's score by its means, sizes %j",
    (...sizes) => {
      expect(attack(sizes, VALUES, means)).toBeUndefined()
    },
    20_000,
  )

  it('would tell it if those who joined were placed at an end', () => {
    const mean = (counts: Counts) => {
      const people = counts.reduce((total, count) => total + count, 0)
      return Math.round((100 * counts.reduce((total, count, step) => total + count * step, 0)) / people / 4)
    }
    const release = ([first, second]: World) => [
      mean(first!.levels[0]!),
      mean(first!.levels[0]!.map((count, step) => count + second!.levels[0]![step]!)),
    ]
    expect(attack(sized([5, 0], [5, 0]), 5, release)).toBeDefined()
  })

  it.each([
    [3, sized([10, 0], [10, 0])],
    [2, sized([10, 11, 0], [10, 10, 0])],
    [3, sized([10, 0], [6, 0])],
    [2, sized([11, 4, 3], [10, 3, 0])],
    [2, sized([10, 0], [10, 0], [10, 0])],
  ])("tells nobody's score by its distributions, on %s values, sizes %j", (values, sizes) => {
    expect(attack(sizes, values, spreads)).toBeUndefined()
  })

  it('would tell it if the second distribution were released whatever the five who joined', () => {
    const release = ([first, second]: World) => [
      first!.levels[0],
      first!.levels[0]!.map((count, step) => count + second!.levels[0]![step]!),
    ]
    expect(attack(sized([10, 0], [5, 0]), 3, release)).toBeDefined()
  })
})

/** One item through `releaseItems`, alone in its questionnaire. */
function items(world: World) {
  const { scores, snapshots } = peopleOf(world)
  const options = world[0]!.none.length
  const item = { ...lensItems[0]!, id: 'alone' }
  const answers = Int8Array.from(scores, (score) => 1 + Math.round((score * (options - 1)) / 100))
  const kinds = kindsOf(snapshots, answers.length)
  const tally = tallyAnswers({ item, options, answers }, kinds)
  // Every view needs those before it: each is the last of its own history.
  return snapshots.map((_, last) => {
    const history = kinds.views.slice(0, last + 1)
    return releaseItems(
      [tally],
      history,
      history.map(() => new Set<string>()),
      K,
    ).items
  })
}

describe('an item over three snapshots', () => {
  it.each([
    [2, sized([10, 0], [10, 0], [1, 0])],
    [2, sized([10, 0], [5, 0], [5, 0])],
    [2, sized([10, 0], [10, 0], [2, 0], [10, 0])],
  ])('tells no answer where those who joined first were alike, %s options, sizes %j', (options, sizes) => {
    expect(attack(sizes, options, items)).toBeUndefined()
  })
})

describe('a concept without flagged people', () => {
  /** The first cohort is flagged; both are in the only snapshot. */
  const releaseBoth = (world: World) => {
    const { scores, snapshots } = peopleOf(world)
    const flagged = new Uint8Array(scores.length)
    for (const group of [...snapshots[0]!.levels, snapshots[0]!.none]) for (const person of group) flagged[person] = 1
    const [view] = releaseConceptOver(tallyOf(scores, kindsOf([snapshots.at(-1)!], scores.length, flagged)), K)
    return [view!.released, view!.without].map(({ room, levels }) =>
      [room, ...levels].map((group) => (group.shown ? group.mean : group)),
    )
  }

  it.each([sized([5, 0], [5, 0]), sized([5, 0, 0], [0, 5, 0]), sized([4, 0], [6, 0])])(
    "tells nobody's score, sizes %j",
    (...sizes) => {
      expect(attack(sizes, VALUES, releaseBoth)).toBeUndefined()
    },
    20_000,
  )

  /** A room in which the first so many of each level, and of those without one, are flagged. All score 50. */
  function flagFirst(levels: readonly (readonly [size: number, flagged: number])[], none: readonly [number, number]) {
    const flags: number[] = []
    const group = ([size, flagged]: readonly [number, number]) =>
      Int32Array.from({ length: size }, (_, index) => flags.push(index < flagged ? 1 : 0) - 1)
    const people: RoomPeople = { levels: levels.map(group), none: group(none) }
    const flagged = Uint8Array.from(flags)
    const scores = Float64Array.from(flags, () => 50)
    const [view] = releaseConceptOver(tallyOf(scores, kindsOf([people], scores.length, flagged)), K)
    return { people, flagged, view: view! }
  }
  const shownIn = ({ room, levels }: { room: { shown: boolean }; levels: readonly { shown: boolean }[] }) =>
    [room, ...levels].map(({ shown }) => shown)

  it('is released where five are flagged and five remain, at each level too', () => {
    const { view } = flagFirst(
      [
        [12, 5],
        [12, 0],
      ],
      [0, 0],
    )
    expect(shownIn(view.without)).toEqual([true, true, true])
    expect(view.without.room).toMatchObject({ n: 19 })
  })

  it('is hidden alike where nobody is flagged, where one to four are, and where fewer than five remain', () => {
    const tooFew = { shown: false, why: 'too-few' }
    for (const flagged of [0, 1, 4])
      expect(
        flagFirst(
          [
            [12, flagged],
            [12, 0],
          ],
          [0, 0],
        ).view.without.room,
      ).toEqual(tooFew)
    expect(
      flagFirst(
        [
          [12, 12],
          [12, 9],
        ],
        [0, 0],
      ).view.without.room,
    ).toEqual(tooFew)
  })

  it('hides both levels where each has too few flagged and the room enough', () => {
    const { view } = flagFirst(
      [
        [12, 3],
        [12, 3],
      ],
      [0, 0],
    )
    expect(shownIn(view.without)).toEqual([true, false, false])
  })

  it('hides the level with few flagged people and not a smaller one with enough', () => {
    const { view } = flagFirst(
      [
        [20, 3],
        [10, 5],
      ],
      [12, 3],
    )
    expect(shownIn(view.without)).toEqual([true, false, true])
  })

  it('never singles out fewer than five beside the full view, for all numbers of flagged people', () => {
    let released = 0
    for (let first = 0; first <= 12; first++)
      for (let second = 0; second <= 12; second++)
        for (const none of [0, 3, 6]) {
          const { people, flagged, view } = flagFirst(
            [
              [12, first],
              [12, second],
            ],
            [6, none],
          )
          const groups = [everybody(people), ...people.levels]
          const views = [
            ...groups.filter((_, at) => shownIn(view.released)[at]),
            ...groups.filter((_, at) => shownIn(view.without)[at]).map((ids) => ids.filter((id) => flagged[id] === 0)),
          ]
          if (view.without.room.shown) released++
          expect(
            disclosesByDifferencing(
              views.map((ids) => Array.from(ids, String)),
              K,
            ),
            `${first} ${second} ${none}`,
          ).toBe(false)
        }
    expect(released).toBeGreaterThan(100)
  })
})

describe('a room in a later snapshot', () => {
  const next = numbersFrom(31)
  const answer = (): Answer => (next() < 0.05 ? CANT_TELL : 1 + Math.floor(5 * next()))
  const people = (count: number, prefix: string) =>
    entriesOf(
      Array.from({ length: count }, (_, index) => ({
        level: index % 2,
        answers: Object.fromEntries(questionnaire.items.map(({ id }) => [id, answer()])),
      })),
      prefix,
    )
  const [first, few, many] = [people(24, 'a'), people(6, 'b'), people(24, 'c')]
  const show = (...views: (typeof first)[]) =>
    summariseRoom(
      { questionnaire },
      threeLevels,
      [...first, ...few, ...many],
      views.map((entries, index) => snapshotOf(index + 1, entries)),
    )

  it('releases a first view as if there were no other', () => {
    expect(show(first, [...first, ...many]).snapshot).toBe(2)
    expect({ ...show(first, first), snapshot: 1 }).toEqual(show(first))
  })

  it('hides items, distributions and who could not tell where too few have joined, but not means', () => {
    const room = show(first, [...first, ...few])
    expect(room.items.every(({ mean }) => !mean.shown && mean.why === 'too-few-new')).toBe(true)
    expect(room.discussFirst.ranked).toEqual([])
    expect(room.concepts[0]!.room).toMatchObject({ shown: true, n: 30 })
    expect(room.concepts[0]!.bands.room).toEqual({ shown: false, why: 'too-few-new' })
    expect(room.expert[0]!.alpha).toEqual({ shown: false, why: 'too-few-new' })
  })

  it('shows them again once enough have joined since the view that released them', () => {
    const room = show(first, [...first, ...few], [...first, ...few, ...many])
    expect(room.items.filter(({ mean }) => mean.shown).length).toBeGreaterThan(15)
    expect(room.sight.items[0]!.room.shown).toBe(true)
  })

  it('hides items for good once somebody has left', () => {
    const room = show(first, [...first.slice(6), ...many])
    expect(room.items.every(({ mean }) => !mean.shown && mean.why === 'others-left')).toBe(true)
    expect(room.sight.items.every((sight) => !sight.room.shown && sight.room.why === 'others-left')).toBe(true)
    expect(room.concepts.every(({ bands }) => !bands.room.shown)).toBe(true)
  })

  it('is refused where a snapshot names an entry that is not there', () => {
    expect(() => summariseRoom({ questionnaire }, threeLevels, first, [snapshotOf(1, few)])).toThrow(RangeError)
    expect(() => summariseRoom({ questionnaire }, threeLevels, first, [])).toThrow(RangeError)
  })
})
