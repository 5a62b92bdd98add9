import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/core/response/day-number.ts'
import { isoDay } from '../../src/core/response/numbered-day.ts'
import { dateOf } from '../fixtures/result-codes.ts'

describe('the number of a day', () => {
  const outside = (year: number, month: number, day: number) => {
    const date = new Date(0)
    date.setUTCFullYear(year, month - 1, day)
    return date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day
  }
  const two = (number: number) => String(number).padStart(2, '0')

  it('agrees with the calendar of JavaScript on all 65,536 days', () => {
    const wrong: string[] = []
    for (let number = 0; number <= 65_535; number++) {
      const day = dateOf(number)
      if (isoDay(number) !== day || dayNumber(day) !== number) wrong.push(day)
    }
    expect(wrong).toEqual([])
    expect(dateOf(65_535)).toBe('2199-06-06')
  })

  it('knows which days there are, as JavaScript does', () => {
    const wrong: string[] = []
    for (const year of [1900, 1999, 2000, 2019, 2020, 2023, 2024, 2026, 2099, 2100, 2199, 2200, 2400])
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const iso = `${year}-${two(month)}-${two(day)}`
          if ((dayNumber(iso) === null) !== outside(year, month, day)) wrong.push(iso)
        }
    expect(wrong).toEqual([])
  })

  it('is that of the nearest end for days before and after', () => {
    expect(['0000-01-01', '1999-12-31', '2019-12-31', '2020-01-01'].map(dayNumber)).toEqual([0, 0, 0, 0])
    expect(['2199-06-05', '2199-06-06', '2199-06-07', '9999-12-31'].map(dayNumber)).toEqual([
      65_534, 65_535, 65_535, 65_535,
    ])
  })

  it.each([
    '',
    '2026-1-1',
    '2026-01-01 ',
    '2026-01-01\n',
    ' 2026-01-01',
    '02026-01-01',
    '-2026-01-01',
    '2026-01-01T00:00',
  ])('is none for %j', (text) => {
    expect(dayNumber(text)).toBeNull()
  })
})
