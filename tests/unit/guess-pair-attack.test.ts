import { describe, expect, it } from 'vitest'
import { releaseItemMean } from '../../src/core/disclosure/release-mean.ts'
import { readGuessedItem, readGuesses } from '../../src/core/room/read-guesses.ts'
import { releaseGuesses } from '../../src/core/room/release-guesses.ts'
import type { AnswerColumn } from '../../src/core/room/room-data.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { answerSets } from './disclosure-attack.ts'

/*
 * Two guessed statements of one concept together. Beside the means of each there are the
 * interval of the concept's expectation gap, and readings, which rest on the spread of
 * people's means over both and on that of their differences from their own answers.
 * What is released of guesses is decided by sizes and never audited, so it is attacked
 * here as it comes, with own answers beside it before an audit has left any out: more
 * than a room shows. So many are close to the work that their part of an interval is
 * small, and in the middle of the scale, so that it is not cut off.
 */

const K = 5
const WORKERS = 60

/** What somebody answers to the two statements, and expects of them; 0 for nothing. */
interface Kind {
  readonly own: readonly [number, number]
  readonly guess: readonly [number, number]
}

const pairs = (options: number): [number, number][] =>
  Array.from({ length: options ** 2 }, (_, at) => [1 + Math.floor(at / options), 1 + (at % options)])
const every = (options: number): Kind[] =>
  pairs(options).flatMap((own) => pairs(options).map((guess) => ({ own, guess })))

const column = (id: string, options: number): AnswerColumn => ({
  item: { ...questionnaire.items.find((item) => 'concept' in item)!, id },
  options,
  answers: Int8Array.of(),
})

/** Everything that a room shows of the guesses of so many people of these kinds. */
function releaseOf(kinds: readonly Kind[], options: number) {
  const columns = ['one', 'other'].map((id) => column(id, options))
  const concept = { concept: 'any', own: columns, guesses: columns }
  const worked = (person: number) => 1 + (person % options)
  const work = { shown: true, ...releaseItemMean(50, WORKERS, 100 / (options - 1)) } as const
  return (counts: readonly number[]): string => {
    const people = counts.flatMap((count, kind) => Array.from({ length: count }, () => kinds[kind]!))
    const shown = { shown: true } as const
    const range = (from: number, count: number) => Int32Array.from({ length: count }, (_, at) => from + at)
    const groups = {
      level: shown,
      work: shown,
      people: range(0, people.length),
      workers: range(people.length, WORKERS),
    }
    const released = releaseGuesses(concept, groups, K, (at, person) => {
      const one = people[person]
      if (!one) return at < 2 ? worked(person - people.length) : 0
      return at < 2 ? one.own[at]! : one.guess[at - 2]!
    })
    const sides = released.items.map(({ guess, own }) => ({ reversed: false, guess, own, work }))
    return JSON.stringify([
      released.items.map((item, at) => [item, readGuessedItem(sides[at]!, item.people, options)]),
      readGuesses('any', sides, released, options),
    ])
  }
}

/**
 * The guesses that everything released leaves no choice about: to an outsider, who knows
 * who answered and guessed what, or to a member, who knows his own as well.
 */
function proofsOf(kinds: readonly Kind[], people: number, options: number): { proofs: string[]; releases: number } {
  const release = releaseOf(kinds, options)
  const pattern = ({ own, guess }: Kind) => [...own, ...guess].map((step) => Number(step > 0)).join('')
  const patterns = kinds.map(pattern)
  const names = [...new Set(patterns)]
  /** By what is known: for each member, or none (0), and each pattern, what others may have guessed, as bits. */
  const open = new Map<string, Uint8Array>()
  const size = names.length * 2
  for (const counts of answerSets(people, kinds.length)) {
    const known = names.map((name) =>
      counts.reduce((sum, count, kind) => sum + (patterns[kind] === name ? count : 0), 0),
    )
    const key = `${release(counts)} ${known.join()}`
    const masks = open.get(key) ?? new Uint8Array((kinds.length + 1) * size)
    open.set(key, masks)
    const present = counts.flatMap((count, kind) => (count > 0 ? [kind] : []))
    for (const member of [-1, ...present])
      for (const kind of present) {
        if (kind === member && counts[kind] === 1) continue
        const at = (member + 1) * size + 2 * names.indexOf(patterns[kind]!)
        for (const side of [0, 1] as const) masks[at + side]! |= 1 << kinds[kind]!.guess[side]
      }
  }
  const isCertain = (mask: number) => mask > 1 && (mask & (mask - 1)) === 0
  const proofs = [...open].flatMap(([key, masks]) =>
    [...masks].flatMap((mask, at) => (isCertain(mask) ? [`${at}: ${key}`] : [])),
  )
  return { proofs, releases: open.size }
}

const alike = (options: number, own: Kind['own'] = [1, 1]): Kind[] => pairs(options).map((guess) => ({ own, guess }))
/** People who guess only the first of the two. */
const half = (options: number): Kind[] =>
  Array.from({ length: options }, (_, at) => ({ own: [1, 1], guess: [at + 1, 0] }))

describe('two guessed statements of a concept together', () => {
  it.each([
    ['five of two options', 5, 2, every(2)],
    ['seven of three options, whose own answers are known', 7, 3, alike(3)],
    ['five of four options, whose own answers are known', 5, 4, alike(4)],
    ['six of three options, of whom some guess only one of the two', 6, 3, [...alike(3), ...half(3)]],
    ['seven of two options, of whom some do not answer one themselves', 7, 2, [...alike(2), ...alike(2, [0, 1])]],
    ['six of two options, some of whom see the opposite', 6, 2, [...alike(2), ...alike(2, [2, 2])]],
  ] as const)(
    'tell nobody’s guess, to a member neither: %s',
    (_who, people, options, kinds) => {
      const { proofs, releases } = proofsOf(kinds, people, options)
      expect(proofs.slice(0, 3)).toEqual([])
      expect(releases).toBeGreaterThan(3)
    },
    120_000,
  )
})
