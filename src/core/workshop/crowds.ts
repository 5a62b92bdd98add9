import type { Collected, CollectedEntry } from './collected.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/*
 * Whoever has a link to a live workshop can send invented answers. Until the first view,
 * and only until then, a console remembers which answers arrived by themselves together:
 * by a number for each crowd, and no time. A crowd can be set aside and brought back whole.
 */

/** A crowd also grows to this share of what there is, so that thousands of answers are some dozens of crowds. */
const SHARE = 10

/** Answers that arrived together. */
export interface Crowd {
  readonly number: number
  readonly people: number
  /** The place of its first entry among all that arrived, from 1. */
  readonly first: number
  readonly isAside: boolean
}

type Kept = Pick<KeptWorkshop, 'collected' | 'setAside'>

/** The entries that count: all but those of a crowd that was set aside. */
export function countingEntries({ collected, setAside = [] }: Kept): Collected['entries'] {
  if (setAside.length === 0) return collected.entries
  const aside = new Set(setAside)
  return collected.entries.filter(({ crowd }) => crowd === undefined || !aside.has(crowd))
}

function sizes({ entries }: Collected): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const { crowd } of entries) if (crowd !== undefined) found.set(crowd, (found.get(crowd) ?? 0) + 1)
  return new Map([...found].toSorted(([one], [other]) => one - other))
}

/**
 * The crowd that answers arriving now belong to; `null` where it is not remembered any
 * more, since a view was shown.
 */
export function arrivingCrowd(
  kept: Pick<KeptWorkshop, 'collected' | 'setAside' | 'snapshots' | 'workshop'>,
): number | null {
  if (kept.snapshots.length > 0) return null
  const { entries } = kept.collected
  const [last, people] = [...sizes(kept.collected)].at(-1) ?? [0, 0]
  const isWhole = people >= Math.max(kept.workshop.smallestGroup, entries.length / SHARE)
  return last === 0 || isWhole || kept.setAside?.includes(last) ? last + 1 : last
}

/**
 * The crowds that can be set aside, in the order in which they came: none of fewer people
 * than the smallest group.
 */
export function crowdsOf(kept: Pick<KeptWorkshop, 'collected' | 'setAside' | 'workshop'>): readonly Crowd[] {
  const aside = new Set(kept.setAside)
  let first = 1
  const all = [...sizes(kept.collected)].map(([number, people]) => {
    const crowd = { number, people, first, isAside: aside.has(number) }
    first += people
    return crowd
  })
  return all.filter(({ people }) => people >= kept.workshop.smallestGroup)
}

/** Sets crowds aside, or brings them back. Numbers of no crowd change nothing. */
export function setCrowdsAside(kept: KeptWorkshop, numbers: readonly number[], isAside: boolean): KeptWorkshop {
  const there = new Set(crowdsOf(kept).map(({ number }) => number))
  const all = new Set(kept.setAside)
  for (const number of numbers)
    if (there.has(number)) {
      if (isAside) all.add(number)
      else all.delete(number)
    }
  const { setAside: _before, ...rest } = kept
  return all.size === 0 ? rest : { ...rest, setAside: [...all].toSorted((one, other) => one - other) }
}

/**
 * The workshop without a memory of who arrived with whom, as from its first view on: what
 * is set aside is one crowd from then on.
 */
export function forgetCrowds(kept: KeptWorkshop): KeptWorkshop {
  if (!kept.collected.entries.some(({ crowd }) => crowd !== undefined)) return kept
  const aside = new Set(kept.setAside)
  const forget = (entry: CollectedEntry): CollectedEntry => {
    const { crowd, ...rest } = entry
    if (crowd === undefined) return entry
    return aside.has(crowd) ? { ...rest, crowd: 1 } : rest
  }
  const { entries, former } = kept.collected
  const collected = { entries: entries.map(forget), former: former.map(forget) }
  const { setAside: _before, ...rest } = kept
  const isAny = collected.entries.some(({ crowd }) => crowd !== undefined)
  return { ...rest, ...(isAny ? { setAside: [1] } : {}), collected }
}
