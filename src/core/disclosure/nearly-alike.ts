import type { GroupSizes } from './suppress-groups.ts'

/** People per option, lowest option first. */
export type Counts = readonly number[]

/** The most people with another answer than the most frequent one in a nearly alike group. */
export const FEW_OTHERS = 2

export function sumOf(counts: Counts): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}

/** Adds up the counts of several groups over the same options. */
export function addCounts(options: number, groups: readonly Counts[]): number[] {
  const sums: number[] = []
  for (let option = 0; option < options; option++) {
    let sum = 0
    for (const group of groups) sum += group[option]!
    sums.push(sum)
  }
  return sums
}

/**
 * Whether all but two people at most gave the same answer. "All but none, one or
 * two" is wide enough to be said: whoever is one of the two cannot know whether
 * there is another.
 */
export function isNearlyAlike(counts: Counts): boolean {
  return sumOf(counts) - counts[mostFrequent(counts)]! <= FEW_OTHERS
}

/** The most frequent option, counted from 0; of equals the lowest. */
export function mostFrequent(counts: Counts): number {
  let found = 0
  for (let option = 1; option < counts.length; option++) if (counts[option]! > counts[found]!) found = option
  return found
}

/** Pairs of people of one group who lie equally far to both sides of an option. */
function pairsAround(option: number, counts: Counts): number {
  let pairs = 0
  for (let away = 1; option - away >= 0 && option + away < counts.length; away++)
    pairs += Math.min(counts[option - away]!, counts[option + away]!)
  return pairs
}

/**
 * Whether the distribution of all and the mean of each part, released together,
 * leave every answer open. METHOD 11 has no rule for this: twenty answers of
 * which ten are 3 and ten are 5, and a part of ten with the mean of a 3, tell
 * every single one.
 *
 * Within a part people are interchangeable, so only a part that is nearly alike
 * can give an answer away. There the rule asks for two pairs of people, in
 * whatever parts, who lie equally far above and below that answer: two members
 * of the part could then have given those two answers instead, with every mean
 * and the distribution as they are. All nearly alike parts must share their
 * answer, or one exchange could use up another's pair.
 *
 * Where the rule says no, suppressing the means tells no answer either: some part is
 * nearly alike, by none, one or two, and which and by how many stays open as
 * long as all parts together are not nearly alike.
 */
export function leaveAnswersOpen(parts: readonly Counts[]): boolean {
  const alike = parts.filter((part) => sumOf(part) > 0 && isNearlyAlike(part)).map(mostFrequent)
  const [answer] = alike
  if (answer === undefined) return true
  if (alike.some((other) => other !== answer)) return false
  return parts.reduce((sum, part) => sum + pairsAround(answer, part), 0) >= 2
}

/** Answers to one item by level, and of the people without one. */
export interface LevelCounts {
  readonly levels: readonly Counts[]
  readonly none: Counts
}

/** The number of people in each group of counts. */
export function sizesOf({ levels, none }: LevelCounts): GroupSizes {
  return { levels: levels.map(sumOf), none: sumOf(none) }
}
