/** Days of a proleptic Gregorian date since 1 March of year 0. Richards 2013, Explanatory Supplement, 15.11. */
export function daysOf(year: number, month: number, day: number): number {
  const shifted = (month + 9) % 12
  const y = year - Math.floor(shifted / 10)
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((306 * shifted + 5) / 10) +
    day -
    1
  )
}

/** The value of `daysOf` for the day that has the number 0. */
export const FIRST = daysOf(2020, 1, 1)

/** The last day that has a number: 65,535 days after the first, which is 2020-01-01. */
const LAST = 2 ** 16 - 1

/**
 * A calendar day as a number of 16 bits; 2020-01-01 is 0. Days outside the range
 * become its nearest end: a device with a wrong clock still gets a code.
 *
 * @param iso a day as 2026-11-22
 * @returns `null` for an impossible day.
 */
export function dayNumber(iso: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1) return null
  const count = daysOf(year, month, day)
  const following = month === 12 ? daysOf(year + 1, 1, 1) : daysOf(year, month + 1, 1)
  return count < following ? Math.min(LAST, Math.max(0, count - FIRST)) : null
}
