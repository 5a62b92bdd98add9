/*
 * Numbers, lists and days of the result's texts, as Intl writes them in French. They are put together here, since the
 * first formatter of a page takes some 15 ms of processor time: four times that on a phone, for which a press waits
 * that comes meanwhile.
 * Each language has all of it: what two shared would be one more file to ask for.
 */

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

const SHORT_MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']

/** A number, rounded to a whole one. */
export const number = {
  format(value: number): string {
    const digits = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, '\u202f')
    return value < 0 ? `-${digits}` : digits
  },
}

const listWith = (last: string) => ({
  format: (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`,
})

export const list = listWith('et')
export const either = listWith('ou')

/** French counts the first of a month as "1er", which Intl leaves out. */
function writeDay(iso: string, months: readonly string[]): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day === 1 ? '1er' : day} ${months[month! - 1]} ${year}`
}

/** @param iso a day, as 2026-03-01 */
export const date = (iso: string): string => writeDay(iso, MONTHS)
export const shortDate = (iso: string): string => writeDay(iso, SHORT_MONTHS)
