import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import type { PathPicture } from '../../src/ui/path/compose-picture.ts'
import type { Box } from '../../src/ui/path/layout-flow.ts'
import { layoutPath, type PathGeometry } from '../../src/ui/path/layout-path.ts'
import { wrap } from '../../src/ui/path/wrap.ts'
import { measureWith, pictureOf, type Given } from '../fixtures/path-drawings.ts'

type Point = readonly [x: number, y: number]

const LENGTH = { shortest: 15, tallest: 21 }
const LOW = { shortest: 8, tallest: 11 }
const layout = (picture: PathPicture, width: number, em: number, isLow = false) =>
  layoutPath(picture.drawing, { width, em, line: 1.2 * em, measure: measureWith(em), isLow, ...(isLow ? LOW : LENGTH) })

/** Points along a path of straight lines and bends, a pixel and less apart. */
function pointsOf(d: string): Point[] {
  const points: Point[] = []
  let at: Point = [0, 0]
  const draw = (along: (share: number) => Point, length: number) => {
    const steps = Math.max(1, Math.ceil(length * 2))
    for (let step = 1; step <= steps; step += 1) points.push(along(step / steps))
  }
  for (const [, command, numbers] of d.matchAll(/([MLQ])([-\d. ]+)/g)) {
    const given = numbers!.trim().split(/\s+/).map(Number)
    const [a, b, to] = [at, [given[0]!, given[1]!] as Point, given.slice(-2) as unknown as Point]
    if (command === 'M') points.push(to)
    const mix = (one: Point, other: Point, share: number): Point => [
      one[0] + (other[0] - one[0]) * share,
      one[1] + (other[1] - one[1]) * share,
    ]
    if (command === 'L') draw((share) => mix(a, to, share), Math.hypot(to[0] - a[0], to[1] - a[1]))
    if (command === 'Q')
      draw((share) => mix(mix(a, b, share), mix(b, to, share), share), 2 * Math.hypot(to[0] - a[0], to[1] - a[1]))
    at = to
  }
  return points
}

interface Line {
  readonly of: string
  readonly points: readonly Point[]
}

/** All lines that must not meet, by what they belong to. What is thin and belongs to a bundle may cross its own stripes. */
function linesOf({ flows }: PathGeometry): Line[] {
  return flows.flatMap(({ flow, passing, sign, bundles }) => [
    ...(sign === '' ? [] : [{ of: `${flow.direction}-sign 0`, points: pointsOf(sign) }]),
    ...passing.strokes.map(({ d }, index) => ({ of: `${flow.direction} ${index}`, points: pointsOf(d) })),
    ...bundles.flatMap(({ bundle, strokes, fine, fill }) => [
      ...strokes.map(({ d }, index) => ({ of: `${bundle.id} ${index}`, points: pointsOf(d) })),
      ...(bundle.kind === 'leaves' ? [] : [{ of: `${bundle.id} area`, points: pointsOf(fill + fine) }]),
    ]),
  ])
}

/** Pairs of lines that come nearer than a share of the thinnest pitch. */
function meetings(lines: readonly Line[], near: number): string[] {
  const cells = new Map<string, string>()
  const found = new Set<string>()
  for (const { of, points } of lines) {
    for (const [x, y] of points) {
      const cell = `${Math.floor(x / near)} ${Math.floor(y / near)}`
      const other = cells.get(cell)
      if (other !== undefined && other !== of && other.split(' ')[0] !== of.split(' ')[0])
        found.add(`${other} and ${of}`)
      cells.set(cell, of)
    }
  }
  return [...found]
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.1 && b.x < a.x + a.width - 0.1 && a.y < b.y + b.height - 0.1 && b.y < a.y + a.height - 0.1

/** Everything with words, as boxes. */
function wordsOf(geometry: PathGeometry, em: number) {
  const measure = measureWith(em)
  return [
    ...geometry.names.map(({ text, x, y }) => ({
      of: text,
      box: { x, y, width: measure(text, false), height: geometry.line },
    })),
    ...geometry.flows.flatMap(({ flow, heading, bundles }) => [
      { of: flow.title, box: heading.box },
      ...bundles.map(({ bundle, target }) => ({ of: bundle.id, box: target })),
    ]),
  ]
}

/** What is wrong with a picture, in words; nothing where all is well. */
function faultsIn(picture: PathPicture, width: number, em: number, isLow = false): string[] {
  const geometry = layout(picture, width, em, isLow)
  const measure = measureWith(em)
  const words = wordsOf(geometry, em)
  const lines = linesOf(geometry)
  const faults = words.flatMap(({ of, box }, index) =>
    words.slice(index + 1).flatMap((other) => (overlap(box, other.box) ? [`${of} over ${other.of}`] : [])),
  )
  for (const { of, box } of words)
    if (box.x < -0.1 || box.y < -0.1 || box.x + box.width > width + 0.6 || box.y + box.height > geometry.height + 0.1)
      faults.push(`${of} outside`)
  for (const { of, points } of lines) {
    if (points.some(([x, y]) => x < -0.1 || x > width + 0.1 || y < 0 || y > geometry.height))
      faults.push(`${of} outside`)
    for (const { of: word, box } of words)
      if (
        points.some(
          ([x, y]) => x > box.x + 0.1 && x < box.x + box.width - 0.1 && y > box.y + 0.1 && y < box.y + box.height - 0.1,
        )
      )
        faults.push(`${of} through ${word}`)
  }
  for (const { bundles } of geometry.flows)
    for (const { bundle, lines: own, target } of bundles) {
      if (own.some(({ text, isStrong }) => measure(text, isStrong) > target.width + 0.6 && text.length > 1))
        faults.push(`${bundle.id} wider than its column`)
      if (own.some(({ y }) => y < target.y - 0.1 || y + geometry.line > target.y + target.height + 0.1))
        faults.push(`${bundle.id} taller than its place`)
    }
  // What leads to a label crosses neither what leaves nor what simply passes.
  for (const { bundles } of geometry.flows)
    for (const { bundle, leader } of bundles) {
      const others = lines.filter(({ of }) => /^(up|down|c\d+|silence|loss|friction) \d+$/.test(of) && !isLong(of))
      faults.push(...meetings([...others, { of: `leader-${bundle.id} 0`, points: pointsOf(leader) }], 0.6))
    }
  function isLong(of: string) {
    return geometry.flows.some(({ bundles }) =>
      bundles.some(({ bundle: { id, kind } }) => kind !== 'leaves' && of.startsWith(`${id} `)),
    )
  }
  return [...new Set([...faults, ...meetings(lines, 0.6)])]
}

const concept = (id: string, place: 'source' | 'up' | 'down', kept = false) =>
  ({ id, place, ...(kept ? { kept: true as const } : {}) }) as const

const THREE = [concept('silence', 'source'), concept('loss', 'up'), concept('friction', 'down')]
const give = (of: number, amount: number, fate: Given['fate'], share = fate === 'counted' ? 0.75 : 0.25): Given[] =>
  Array.from({ length: amount }, (_none, index) => ({ concept: of, fate, share, reason: index % 5 }))

describe('the layout of the signal path', () => {
  it.each([
    ['a phone', 284, 12],
    ['a larger phone', 354, 12.75],
    ['a phone with text of twice the size', 354, 25.5],
    ['a narrow phone with text of twice the size', 284, 25.5],
    ['a laptop', 592, 15],
    ['a slide', 940, 28],
  ])('lets nothing overlap on %s, in either language, whatever is counted', (_name, width, em) => {
    const mixed = [
      ...give(0, 7, 'counted'),
      ...give(0, 1, 'unseen'),
      ...give(1, 5, 'counted'),
      ...give(1, 2, 'passes'),
      ...give(1, 1, 'skipped'),
      ...give(2, 6, 'counted', 1),
      ...give(2, 1, 'unseen'),
      ...give(2, 1, 'hidden'),
    ]
    const all = [0, 1, 2].flatMap((index) => give(index, 8, 'counted'))
    const none = [0, 1, 2].flatMap((index) => give(index, 8, 'passes'))
    for (const given of [mixed, all, none])
      for (const language of listedLanguages())
        for (const isLow of [false, true])
          expect(faultsIn(pictureOf(THREE, given, language), width, em, isLow)).toEqual([])
  })

  it('lets nothing overlap for one to six concepts and 120 statements', () => {
    const places = fc.constantFrom<'source' | 'up' | 'down'>('source', 'up', 'down')
    const fates = fc.constantFrom<Given['fate']>('counted', 'passes', 'unseen', 'skipped', 'hidden')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(places, fc.boolean()), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fates, fc.integer({ min: 0, max: 4 }), fc.nat(4)), {
          minLength: 3,
          maxLength: 120,
        }),
        fc.constantFrom(...listedLanguages()),
        fc.integer({ min: 280, max: 1000 }),
        fc.integer({ min: 11, max: 30 }),
        fc.boolean(),
        (drawn, statements, language, width, em, isLow) => {
          const concepts = drawn.map(([place, isKept], index) =>
            concept(`c${index}`, place, isKept && place !== 'source'),
          )
          const given = statements.map(([of, fate, step, reason]): Given => {
            const share = fate === 'counted' ? 0.75 + 0.25 * (step % 2) : 0.25 * (step % 3)
            return { concept: of % concepts.length, fate, share, reason }
          })
          expect(faultsIn(pictureOf(concepts, given, language), width, em, isLow)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeps a stripe for each statement, and as many arrowheads as streams that anything passes', () => {
    const given = [
      ...give(0, 3, 'counted'),
      ...give(1, 60, 'counted'),
      ...give(1, 30, 'passes'),
      ...give(2, 27, 'counted'),
    ]
    const { flows } = layout(pictureOf(THREE, given, 'en'), 354, 13)
    const strokes = flows.flatMap(({ passing, bundles }) => [passing, ...bundles].flatMap(({ strokes: own }) => own))
    expect(strokes).toHaveLength(120)
    expect(flows.map(({ passing }) => passing.head !== '')).toEqual([true, false])
    // An empty one says which way the other runs.
    expect(flows.map(({ sign }) => sign !== '')).toEqual([false, true])
  })

  it.each([
    ['all of it is counted', ['counted']],
    ['none of it can be seen', ['unseen']],
    ['none of it is shown', ['hidden']],
    ['it was left open', ['skipped']],
    ['some is counted, some cannot be seen', ['counted', 'unseen', 'hidden', 'skipped']],
  ] as const)('says which way a stream runs where nothing passes: %s', (_name, fates) => {
    const given = [0, 1, 2].flatMap((index) => fates.flatMap((fate) => give(index, 2, fate)))
    const picture = pictureOf(THREE, given, 'fr')
    for (const [width, em] of [
      [284, 12],
      [592, 15],
    ] as const) {
      expect(faultsIn(picture, width, em)).toEqual([])
      const [heard, decided] = layout(picture, width, em).flows
      const [up, down] = [heard!, decided!].map(({ sign }) => pointsOf(sign).map(([, y]) => y))
      // Each points to the end of its way: the first up, the second down.
      expect(up!.indexOf(Math.min(...up!))).toBe(Math.floor(up!.length / 2))
      expect(down!.indexOf(Math.max(...down!))).toBe(Math.floor(down!.length / 2))
    }
  })

  it('closes the stripes of a large stream up into bundles, and keeps those of a small one apart', () => {
    const gaps = (amount: number) => {
      const [flow] = layout(pictureOf([concept('c', 'down')], give(0, amount, 'counted', 1), 'en'), 354, 13).flows
      const [one, other] = flow!.bundles[0]!.strokes
      const [[first], [second]] = [pointsOf(one!.d)[0]!, pointsOf(other!.d)[0]!]
      return Math.abs(first - second) - one!.width
    }
    expect(gaps(8)).toBeGreaterThan(0.5)
    expect(gaps(120)).toBeCloseTo(0, 1)
  })

  it('puts silence nearest the work, and what fades above it', () => {
    const given = [...give(0, 2, 'counted'), ...give(1, 2, 'counted'), ...give(2, 2, 'passes')]
    const { flows } = layout(pictureOf(THREE, given, 'en'), 354, 13)
    const [silence, loss] = flows[0]!.bundles
    expect(silence!.target.y).toBeGreaterThan(loss!.target.y + loss!.target.height)
  })

  it('leaves every stream where it is when answers change, so that two pictures can be compared', () => {
    const heard = (given: Given[]) => layout(pictureOf(THREE, given, 'en'), 592, 15).flows[0]!.heading.box.x
    const calm = [0, 1, 2].flatMap((index) => give(index, 8, 'passes'))
    const other = [...give(0, 8, 'passes'), ...give(1, 8, 'passes'), ...give(2, 8, 'counted')]
    expect(Math.abs(heard(calm) - heard(other))).toBeLessThan(8)
  })

  it('gives labels the width that the other side does not need, where it is kept low', () => {
    const given = [...give(0, 8, 'counted'), ...give(1, 1, 'counted'), ...give(1, 7, 'passes'), ...give(2, 8, 'passes')]
    for (const language of listedLanguages()) {
      const { drawing } = pictureOf(THREE, given, language)
      const space = { width: 350, em: 12, line: 14.4, measure: measureWith(12), shortest: LOW.shortest, tallest: 0 }
      const [even, low] = [false, true].map((isLow) => layoutPath(drawing, { ...space, isLow }))
      expect(low!.height).toBeLessThan(even!.height - space.line)
      expect(low!.flows[0]!.bundles[0]!.lines[0]!.text).toBe(low!.flows[0]!.bundles[0]!.bundle.heading)
    }
  })

  it('stands in one row on a phone where it is kept low, however much is counted', () => {
    const all = [0, 1, 2].flatMap((index) => give(index, 8, 'counted'))
    const [heard, decided] = layout(pictureOf(THREE, all, 'fr'), 350, 12, true).flows
    expect(decided!.heading.box.y).toBeGreaterThan(heard!.heading.box.y)
    expect(Math.max(...decided!.bundles.map(({ target }) => target.y))).toBeLessThan(
      Math.max(...heard!.bundles.map(({ target }) => target.y + target.height)),
    )
  })

  it('makes what is reported more often wider where it leaves, and thinner where it passes', () => {
    const widths = (fate: 'counted' | 'passes', shares: readonly number[]) =>
      shares.map((share) => {
        const { bundles, passing } = layout(pictureOf([concept('c', 'down')], give(0, 3, fate, share), 'en'), 354, 13)
          .flows[0]!
        return (bundles[0] ?? passing).strokes[0]!.width
      })
    const [often, always] = widths('counted', [0.75, 1])
    expect(always).toBeGreaterThan(often!)
    const [never, rarely, sometimes] = widths('passes', [0, 0.25, 0.5])
    expect(never).toBeGreaterThan(rarely!)
    expect(rarely).toBeGreaterThan(sometimes!)
  })

  it('names fewer reasons where the way would get too long, and says how many more there are', () => {
    const given = [...give(0, 5, 'counted'), ...give(1, 5, 'counted'), ...give(2, 5, 'counted')]
    const { flows } = layout(pictureOf(THREE, given, 'fr'), 354, 13)
    const label = flows[0]!.bundles.map(({ lines }) => lines.map(({ text }) => text).join(' '))
    expect(label[0]).toMatch(/^Ce qui se tait.:\s5 suite donnée aux préoccupations .*et \d autres$/)
  })
})

describe('breaking a text into lines', () => {
  const measure = measureWith(10)

  it('fills each line with as many words as fit', () => {
    expect(wrap('one two three', false, 50, measure)).toEqual(['one two', 'three'])
  })

  it('breaks a word that is wider than a line, and no other', () => {
    expect(wrap('to incomprehensible ends', false, 50, measure)).toEqual(['to', 'incompreh', 'ensible', 'ends'])
    expect(wrap('a incomprehensible', false, 50, measure).every((line) => measure(line, false) <= 50)).toBe(true)
  })
})
