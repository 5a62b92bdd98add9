import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator'

/** A reminder for a whole day. */
export interface CalendarEntry {
  /** The same for the same reminder of one result, so that saving it again replaces it. */
  readonly id: string
  /** As 2026-12-04. */
  readonly day: string
  readonly title: string
  readonly text: string
}

/**
 * Writes reminders as a calendar file: private, for the whole day, and leaving the
 * day free. RFC 5545.
 *
 * @param moment when they are written, in milliseconds since 1970
 */
export function writeCalendar(entries: readonly CalendarEntry[], moment: number): string {
  const calendar = ical({ prodId: { company: 'leadership-diagnostic', product: 'result' } })
  for (const { id, day, title, text } of entries)
    calendar.createEvent({
      id: `${id}@leadership-diagnostic`,
      stamp: new Date(moment),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: title,
      description: text,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  // The standard ends every line, the last one too.
  return `${calendar.toString()}\r\n`
}
