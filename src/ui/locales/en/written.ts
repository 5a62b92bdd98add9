/*
 * Numbers, lists and days of the result's texts, as Intl writes them in British English. They are put together here,
 * since the first formatter of a page takes some 15 ms of processor time: four times that on a phone, for which a press
 * waits that comes meanwhile.
 * Each language has all of it: what two shared would be one more file to ask for.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** September is the one that Intl cuts after four letters. */
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, name === 'September' ? 4 : 3))

/** A number, rounded to a whole one. */
export const number = {
  format(value: number): string {
    const digits = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ',')
    return value < 0 ? `-${digits}` : digits
  },
}

const listWith = (last: string) => ({
  format: (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`,
})

export const list = listWith('and')
export const either = listWith('or')

function writeDay(iso: string, months: readonly string[]): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${months[month! - 1]} ${year}`
}

/** @param iso a day, as 2026-03-01 */
export const date = (iso: string): string => writeDay(iso, MONTHS)
export const shortDate = (iso: string): string => writeDay(iso, SHORT_MONTHS)
