// Apart from the days' numbers, which the page needs before its first answer.
import { dayNumber, daysOf, FIRST } from './day-number.ts'

/** The calendar day of a number, as 2026-11-22. */
export function isoDay(number: number): string {
  const count = number + FIRST
  let year = 2020 + Math.floor(number / 366)
  while (daysOf(year + 1, 1, 1) <= count) year++
  let month = 1
  while (month < 12 && daysOf(year, month + 1, 1) <= count) month++
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(count - daysOf(year, month, 1) + 1)}`
}

/** A day's number where it is a working day, else that of the Monday after. */
export function workingDayFrom(number: number): number {
  // 2020-01-01 was a Wednesday.
  const sinceMonday = (number + 2) % 7
  return sinceMonday < 5 ? number : number + 7 - sinceMonday
}

/** The day within the range of codes that is nearest to a day; the first where that is impossible. */
export const dayInRange = (iso: string): string => isoDay(dayNumber(iso) ?? 0)

/** Whether a text is a calendar day within the range of codes. */
export function hasNumber(iso: string): boolean {
  const number = dayNumber(iso)
  return number !== null && isoDay(number) === iso
}
