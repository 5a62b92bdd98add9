import { sumOf, type Counts } from './nearly-alike.ts'
import { releaseMean } from './release-mean.ts'

/** The mean answer, from 0 to 100, with equal distances between options. */
export function meanOf(counts: Counts): number {
  return (100 * steps(counts)) / (sumOf(counts) * (counts.length - 1))
}

const steps = (counts: Counts) => counts.reduce((sum, count, option) => sum + count * option, 0)

/**
 * Whether answers lie close together: mean absolute deviation from the mean within
 * a sixth of the options. METHOD 5. Answers 1, 3, 3, 3, 5 deviate by 0.8 steps, of
 * at most 0.83.
 */
export function isClose(counts: Counts): boolean {
  const n = sumOf(counts)
  const centre = steps(counts) / n
  const deviation = counts.reduce((sum, count, option) => sum + count * Math.abs(option - centre), 0) / n
  return deviation <= counts.length / 6 + 1e-9
}

/** All distributions of n people's answers with this sum of steps. */
function setsOf(n: number, sum: number, options: number): number[][] {
  if (options === 1) return sum === 0 ? [[n]] : []
  const top = options - 1
  const found: number[][] = []
  for (let count = 0; count <= n && count * top <= sum; count++)
    if (sum - count * top <= (n - count) * (top - 1))
      for (const lower of setsOf(n - count, sum - count * top, top)) found.push([...lower, count])
  return found
}

/** Answers of `mayBeCalledClose`, by people, sum of steps and options, of which there are few. */
const found = new Map<string, boolean>()

/**
 * Whether "close" or "not close" may be said beside a mean without a distribution.
 * Five people with a mean of 65, close together: the one who answered 2 then knows
 * that the others all answered 4.
 *
 * Looks at every set of answers with the released mean, not at the given one, so
 * that leaving the word out tells nothing.
 *
 * @param counts of fewer people than a distribution is shown of
 */
export function mayBeCalledClose(counts: Counts): boolean {
  const name = `${sumOf(counts)} ${steps(counts)} ${counts.length}`
  const may = found.get(name) ?? isOpenBeside(counts)
  found.set(name, may)
  return may
}

function isOpenBeside(counts: Counts): boolean {
  const n = sumOf(counts)
  const options = counts.length
  if (releaseMean(meanOf(counts), n, 100 / (options - 1)).is === 'end') return false
  const sets = setsOf(n, steps(counts), options)
  return [true, false].every((close) => {
    const said = sets.filter((set) => isClose(set) === close)
    return counts.every((_, own) => {
      const others = said
        .filter((set) => set[own]! > 0)
        .flatMap((set) =>
          set
            .map((count, option) => (option === own ? count - 1 : count))
            .flatMap((count, option) => (count > 0 ? [option] : [])),
        )
      return others.length === 0 || new Set(others).size > 1
    })
  })
}
