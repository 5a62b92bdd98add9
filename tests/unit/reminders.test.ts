import { describe, expect, it } from 'vitest'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { againOn, remindersOf, suggestedDay, type Reminded } from '../../src/ui/keep/reminders.ts'
import { writeCalendar } from '../../src/ui/keep/write-calendar.ts'
import { LOCALES } from '../fixtures/locales.ts'

const PRIORITY = 'Orders, in two weeks; “at last”\\\nBEGIN:VALARM'
const CODE = '14Y6-K010-017B-1CEW-YSPV-ZEMD-M5E9-XES7'
const MOMENT = Date.UTC(2026, 10, 28, 9)

const reminded: Reminded = {
  id: '1763800000000.2517',
  today: '2026-11-28',
  day: '2026-12-04',
  thing: { name: 'Approvals', how: 'Follow one delayed decision from the first request to the final approval.' },
  card: ['Whom to ask: in the middle', 'What to bring: A case you know, with its day.'],
  address: 'https://example.org/diagnostic/',
  priority: '',
  code: '',
}

/** The events of a calendar file, their lines unfolded and their texts unescaped. RFC 5545, 3.1 and 3.3.11. */
function eventsIn(file: string): Record<string, string>[] {
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const colon = line.indexOf(':')
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)]
    if (line === 'BEGIN:VEVENT') events.push({})
    else if (events.length > 0 && !line.startsWith('END:'))
      events.at(-1)![name] = value.replaceAll(/\\([nN,;\\])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign))
  }
  return events
}

describe.each(listedLanguages())('the reminders of a result in %s', (language) => {
  const { commit: texts } = LOCALES[language].keepTexts
  const fileOf = (more: Partial<Reminded> = {}) => writeCalendar(remindersOf({ ...reminded, ...more }, texts), MOMENT)

  it('are one for the chosen day and one for twelve weeks on, private and for the whole day', () => {
    const events = eventsIn(fileOf())
    expect(events).toMatchObject([
      {
        'DTSTART;VALUE=DATE': '20261204',
        CLASS: 'PRIVATE',
        TRANSP: 'TRANSPARENT',
        SUMMARY: texts.examine('Approvals'),
      },
      { 'DTSTART;VALUE=DATE': '20270222', CLASS: 'PRIVATE', TRANSP: 'TRANSPARENT', SUMMARY: texts.again },
    ])
    for (const { DESCRIPTION } of events) {
      expect(DESCRIPTION).toContain(texts.bring)
      expect(DESCRIPTION).toMatch(/\nhttps:\/\/example\.org\/diagnostic\/$/)
    }
  })

  it('say on the chosen day what to examine, whom to ask and what to bring, and twelve weeks on no more of it', () => {
    const [first, again] = eventsIn(fileOf())
    expect(first!.DESCRIPTION!.split('\n').slice(0, 3)).toEqual([reminded.thing.how, ...reminded.card])
    for (const line of [reminded.thing.how, ...reminded.card]) expect(again!.DESCRIPTION).not.toContain(line)
  })

  it('hold neither code nor priority unless asked to, and then as they stand', () => {
    const bare = fileOf()
    expect(bare).not.toContain('14Y6')
    const whole = eventsIn(fileOf({ priority: PRIORITY, code: CODE }))
    expect(whole).toHaveLength(2)
    for (const { DESCRIPTION } of whole) {
      expect(DESCRIPTION).toContain(texts.priority(PRIORITY))
      expect(DESCRIPTION).toContain(texts.code(CODE))
    }
  })

  it('are one file that calendars can read: short lines with both line ends, the same each time', () => {
    const file = fileOf({ priority: PRIORITY, code: CODE })
    expect(fileOf({ priority: PRIORITY, code: CODE })).toBe(file)
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file).toMatch(/\r\nEND:VCALENDAR\r\n$/)
    expect(file).not.toMatch(/^BEGIN:VALARM/m)
  })

  it('replace themselves where they are saved again', () => {
    const ids = (more: Partial<Reminded>) => eventsIn(fileOf(more)).map(({ UID }) => UID)
    expect(ids({ day: '2026-12-11' })).toEqual(ids({}))
    expect(new Set(ids({})).size).toBe(2)
    expect(ids({ id: '1' })).not.toEqual(ids({}))
  })
})

it('suggests a day a week on, whatever the month', () => {
  expect(suggestedDay('2026-12-28')).toBe('2027-01-04')
})

it.each([
  ['Friday', '2026-11-27', '2026-12-04', '2027-02-19'],
  ['Saturday', '2026-11-28', '2026-12-07', '2027-02-22'],
  ['Sunday', '2026-11-29', '2026-12-07', '2027-02-22'],
  ['Monday', '2026-11-30', '2026-12-07', '2027-02-22'],
])('suggests working days where today is a %s', (_name, today, soon, again) => {
  expect(suggestedDay(today)).toBe(soon)
  expect(againOn(today)).toBe(again)
})
