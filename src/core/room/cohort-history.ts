import type { RoomPeople } from './room-data.ts'

/** The cohorts in one figure's views, and whether anybody is no longer in it. */
export interface Cohorts {
  /** In the order they joined, at least one; each in the order of its levels. */
  readonly cohorts: readonly RoomPeople[]
  /** How many kinds of people were in an earlier view and are in this one no more. */
  readonly left: number
}

/** The views that released a figure, by the kinds of people in them. */
export interface CohortHistory {
  /**
   * Divides a snapshot by the first earlier view of the figure that each kind was in.
   * Two views that differ by a cohort tell about that cohort, so a release must be
   * safe for each of them.
   *
   * @param people those who have a part in the figure now
   */
  divide(people: RoomPeople): Cohorts
  /** Records a view that released it. */
  add(people: RoomPeople): void
}

export function cohortHistory(): CohortHistory {
  const firstView = new Map<number, number>()
  let views = 0
  return {
    divide(people) {
      if (views === 0) return { cohorts: [people], left: 0 }
      let stayed = 0
      const divided = [...people.levels, people.none].map((group) => {
        const parts = Array.from({ length: views + 1 }, (): number[] => [])
        for (const kind of group) {
          const first = firstView.get(kind)
          if (first !== undefined) stayed++
          parts[first ?? views]!.push(kind)
        }
        return parts.map((part) => Int32Array.from(part))
      })
      const [none, ...levels] = [divided.at(-1)!, ...divided.slice(0, -1)]
      return {
        cohorts: none!.map((own, cohort) => ({ levels: levels.map((level) => level[cohort]!), none: own })),
        left: firstView.size - stayed,
      }
    },
    add({ levels, none }) {
      for (const group of [...levels, none])
        for (const kind of group) if (!firstView.has(kind)) firstView.set(kind, views)
      views++
    },
  }
}
