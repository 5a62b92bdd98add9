import type { RoomPeople } from './room-data.ts'

/** The cohorts in one figure's views, and the number of people who are no longer in it. */
export interface Cohorts {
  /** In the order they joined, at least one; each in the order of its levels. */
  readonly cohorts: readonly RoomPeople[]
  readonly left: number
}

/**
 * Divides a snapshot by the first earlier view of a figure that each person was in.
 * Two views that differ by a cohort tell about that cohort, so a release must be
 * safe for each of them.
 *
 * @param released those who had one in each earlier view that released it
 * @param people those who have a part in the figure now
 */
export function cohortsOf(released: readonly RoomPeople[], people: RoomPeople): Cohorts {
  if (released.length === 0) return { cohorts: [people], left: 0 }
  const firstView = new Map<number, number>()
  for (const [view, { levels, none }] of released.entries())
    for (const group of [...levels, none])
      for (const person of group) if (!firstView.has(person)) firstView.set(person, view)
  let stayed = 0
  const part = (group: Int32Array, cohort: number) =>
    group.filter((person) => (firstView.get(person) ?? released.length) === cohort)
  for (const group of [...people.levels, people.none]) for (const person of group) if (firstView.has(person)) stayed++
  return {
    cohorts: Array.from({ length: released.length + 1 }, (_, cohort) => ({
      levels: people.levels.map((group) => part(group, cohort)),
      none: part(people.none, cohort),
    })),
    left: firstView.size - stayed,
  }
}
