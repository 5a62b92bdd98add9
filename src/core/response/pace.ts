/** How long a participant looked at the statements: under two seconds each, longer, or not known. */
export type Pace = 'fast' | 'usual' | 'unknown'

/** Seconds per item below which nobody can have read it. Huang et al. 2012; METHOD 3. */
const FAST_SECONDS = 2

/** The pace of a mean time per item in seconds; 'unknown' for `null`, an untimed response. */
export function paceOf(secondsPerItem: number | null): Pace {
  if (secondsPerItem === null) return 'unknown'
  return secondsPerItem < FAST_SECONDS ? 'fast' : 'usual'
}
