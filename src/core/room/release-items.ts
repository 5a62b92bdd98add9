import { suppressComplements } from '../disclosure/suppress-complements.ts'
import { releaseItem, type ReleasedItem } from '../disclosure/release-item.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import { cohortsOf } from './cohorts-of.ts'
import { countedPeople } from './counted-people.ts'
import { countAnswers } from './count-answers.ts'
import { everybody, selectPeople, type RoomData, type RoomPeople } from './room-data.ts'

/**
 * Whether a view told anything about an item's answers, so that whoever joins later
 * is a cohort apart. Suppression because those who had joined were nearly alike
 * tells something too: ten of them, and one more with the next view, would
 * otherwise be eleven whose distribution follows, and the odd one in it would be
 * known.
 */
const tells = ({ answered }: ReleasedItem) => answered.shown || answered.why === 'one-answer'

/** Whether anybody is in each cohort; of no cohort with anybody the first counts. */
const joiners = (cohorts: readonly RoomPeople[]) => {
  const sizes = cohorts.map((cohort) => everybody(cohort).length)
  return sizes.map((size, index) => size > 0 || (index === 0 && sizes.every((other) => other === 0)))
}

/**
 * Every item as it may be released in the last snapshot, beside its releases in
 * those before. Each earlier view is computed again here, because it decides what
 * may be released now.
 *
 * @param concepts for each snapshot, the concepts whose scores are shown
 */
export function releaseItems(
  { columns, snapshots }: RoomData,
  concepts: readonly ReadonlySet<string>[],
  k: number,
): ReleasedItem[] {
  const released = columns.map((): RoomPeople[] => [])
  /** Everybody in the same views, whether they answered or not. */
  const shownTo = columns.map((): RoomPeople[] => [])
  let view: ReleasedItem[] = []
  for (const [number, people] of snapshots.entries()) {
    const counted = columns.map((column, index) => {
      const answering = selectPeople(people, (person) => column.answers[person]! > 0)
      return countedPeople(answering, k, released[index]!)
    })
    view = columns.map((column, index) => {
      const { cohorts, left } = cohortsOf(released[index]!, counted[index]!)
      const joined = joiners(cohortsOf(shownTo[index]!, people).cohorts)
      const counts = cohorts
        .filter((_, cohort) => joined[cohort])
        .map(({ levels, none }) => ({
          levels: levels.map((level) => countAnswers(column, level)),
          none: countAnswers(column, none),
        }))
      return releaseItem(counts, left, column.options, k)
    })
    for (const concept of concepts[number]!) {
      const own = columns.flatMap(({ item }, index) => (isConceptItem(item) && item.concept === concept ? [index] : []))
      const covered = suppressComplements(own.map((index) => view[index]!))
      for (const [at, index] of own.entries()) view[index] = covered[at]!
    }
    for (const [index, item] of view.entries()) {
      if (!tells(item)) continue
      released[index]!.push(counted[index]!)
      shownTo[index]!.push(people)
    }
  }
  return view
}
