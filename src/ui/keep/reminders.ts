import { dayNumber } from '../../core/response/day-number.ts'
import { isoDay, workingDayFrom } from '../../core/response/numbered-day.ts'
import type { KeepTexts } from '../locales/en/keep.ts'
import type { CalendarEntry } from './write-calendar.ts'

/** In days: the statements ask about the last three months. */
const AGAIN_AFTER = 84
/** In days: a week to find the time. */
const SOON = 7

/** So many days on, or the working day after. */
const daysAfter = (day: string, days: number) => isoDay(workingDayFrom((dayNumber(day) ?? 0) + days))

/** The day on which to answer again. */
export const againOn = (today: string): string => daysAfter(today, AGAIN_AFTER)

/** The day that is suggested for examining something. */
export const suggestedDay = (today: string): string => daysAfter(today, SOON)

export interface Reminded {
  /** Tells the result's reminders from those of others. */
  readonly id: string
  readonly today: string
  /** The chosen day. */
  readonly day: string
  /** The condition to examine, and how to examine it. */
  readonly thing: { readonly name: string; readonly how: string }
  /** The lines of the card: whom to ask, what to bring. */
  readonly card: readonly string[]
  /** The questionnaire's own address. */
  readonly address: string
  /** Empty unless the person wants it in the file. */
  readonly priority: string
  /** Empty unless the person wants it in the file. */
  readonly code: string
}

/** The two reminders of a result: what to examine, and to answer again in twelve weeks. */
export function remindersOf(
  { id, today, day, thing, card, address, priority, code }: Reminded,
  texts: KeepTexts['commit'],
): [CalendarEntry, CalendarEntry] {
  const ends = [
    ...(priority ? [texts.priority(priority)] : []),
    texts.bring,
    ...(code ? [texts.code(code)] : []),
    address,
  ]
  const entry = (kind: string, on: string, title: string, text: string) => ({
    id: `${id}-${kind}`,
    day: on,
    title,
    text: [text, ...ends].join('\n'),
  })
  return [
    entry('examine', day, texts.examine(thing.name), [thing.how, ...card].filter((line) => line !== '').join('\n')),
    entry('again', againOn(today), texts.again, texts.againText),
  ]
}
