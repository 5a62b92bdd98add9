import { describe, expect, it } from 'vitest'
import { askedHandOff, LONGEST_PURPOSE } from '../../src/ui/keep/asked-hand-off.ts'

const asking = (change: { origin?: string; purpose?: string; to?: string | null }) =>
  askedHandOff({
    origin: 'https://www.example.org',
    purpose: 'To prepare your review.',
    to: null,
    taken: () => ({}),
    tell: () => Promise.resolve(false),
    ...change,
  })

describe('what a page asks a reader for', () => {
  it('is quoted on one line, without what nobody sees, and cut where it is long', () => {
    expect(asking({ purpose: ' For\n\u202eyour\u200b  review\u0007 ' })).toEqual({
      purpose: 'For your review',
      to: null,
    })
    const long = asking({ purpose: 'a'.repeat(LONGEST_PURPOSE + 50) })
    expect(long).toEqual({ purpose: 'a'.repeat(LONGEST_PURPOSE), to: null })
  })

  it.each([
    ['/kept', 'https://www.example.org/kept'],
    ['https://crm.example.net/take?a=1', 'https://crm.example.net/take?a=1'],
  ])('names the address %s as the page means it', (to, href) => {
    expect(asking({ to })).toMatchObject({ to: { href } })
  })

  it.each([
    ['no-purpose', { purpose: '\u200b \n' }],
    ['no-address', { to: 'javascript:alert(1)' }],
    ['no-address', { to: 'http://crm.example.net/' }],
    ['no-address', { to: 'https://' }],
    ['no-origin', { origin: 'null' }],
  ])('is not shown, with the reason “%s”, for %o', (fault, change) => {
    expect(asking(change)).toBe(fault)
  })
})
