import { describe, expect, it } from 'vitest'
import { agree } from '../../src/ui/locales/fr/agree.ts'
import * as en from '../../src/ui/locales/en/written.ts'
import * as fr from '../../src/ui/locales/fr/written.ts'

const DAY = 86_400_000
const days = Array.from({ length: 4 * 366 }, (_, day) => new Date(Date.UTC(2024, 0, 1) + day * DAY))
const amounts = [
  ...Array.from({ length: 1203 }, (_, amount) => amount),
  0.4,
  0.5,
  1.5,
  9.5,
  12_345,
  1_234_567,
  -3,
  -1500,
]
const lists = [[], ['one'], ['one', 'two'], ['one', 'two', 'three'], ['one', 'two', 'three', 'four']]

/** French counts the first of a month as "1er", which Intl leaves out. */
const withFirst = (text: string) => text.replace(/^1 /, '1er ')

describe.each([
  ['en-GB', en, (text: string) => text],
  ['fr-FR', fr, withFirst],
] as const)('in %s', (locale, written, asWritten) => {
  it('numbers are as Intl writes them', () => {
    const { format } = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    expect(amounts.map((amount) => written.number.format(amount))).toEqual(amounts.map((amount) => format(amount)))
  })

  it('lists are as Intl writes them', () => {
    const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
    const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' })
    for (const names of lists) {
      expect(written.list.format(names)).toBe(conjunction.format(names))
      expect(written.either.format(names)).toBe(disjunction.format(names))
    }
  })

  it.each([
    ['long', written.date],
    ['medium', written.shortDate],
  ] as const)('%s days are as Intl writes them', (dateStyle, write) => {
    const { format } = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' })
    const isos = days.map((day) => day.toISOString().slice(0, 10))
    expect(isos.map(write)).toEqual(days.map((day) => asWritten(format(day))))
  })
})

it('French is singular below two, as Intl has it', () => {
  const rules = new Intl.PluralRules('fr-FR')
  for (const amount of amounts)
    expect(agree(amount, 'one', 'other')).toBe(rules.select(amount) === 'one' ? 'one' : 'other')
})
