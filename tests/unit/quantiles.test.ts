import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fQuantile } from '../../src/core/statistics/f-quantile.ts'
import { regularisedBeta } from '../../src/core/statistics/regularised-beta.ts'
import { studentTQuantile } from '../../src/core/statistics/student-t-quantile.ts'

const RELATIVE = 1e-10

/** Computed with mpmath 1.3, 30 digits and more: the inverse of the incomplete beta, or of the integrated density. */
const T_QUANTILES = [
  [0.9, 1, 3.077683537175253],
  [0.9, 19, 1.327728209026798],
  [0.975, 1, 12.7062047361747],
  [0.975, 1.37, 6.885073156641709],
  [0.975, 2, 4.302652729749464],
  [0.975, 4.25, 2.71320584714606],
  [0.975, 6, 2.44691185114497],
  [0.975, 29, 2.045229642132704],
  [0.975, 197.3, 1.972060501081844],
  [0.975, 9998, 1.960201287356837],
  [0.975, 100_000, 1.95998770753461],
  [0.9999, 1, 3183.098757118151],
  [0.9999, 9999, 3.720396007115577],
  [0.500001, 7, 2.597460275648989e-6],
] as const

const F_QUANTILES = [
  [0.975, 1, 1, 647.7890114778453],
  [0.025, 1, 1, 0.001543712508674131],
  [0.975, 5, 35, 2.955658093509159],
  [0.025, 5, 35, 0.1613594088306718],
  [0.975, 29, 203, 1.649388483441832],
  [0.025, 29, 203, 0.5391877529843826],
  [0.975, 999, 6993, 1.096499172455363],
  [0.025, 999, 6993, 0.9089495469994805],
  [0.975, 9999, 69_993, 1.029906256988173],
  [0.025, 9999, 69_993, 0.97063805522105],
  [0.95, 2, 10, 4.102821015130401],
  [0.5, 3, 4, 0.9405340763677549],
] as const

describe("Student's t", () => {
  it.each(T_QUANTILES)('at %d with %d degrees of freedom is right to ten digits', (p, df, wanted) => {
    expect(Math.abs(studentTQuantile(p, df) / wanted - 1)).toBeLessThan(RELATIVE)
  })

  it('agrees with its closed forms for one and two degrees of freedom', () => {
    expect(studentTQuantile(0.9, 1)).toBeCloseTo(Math.tan(Math.PI * 0.4), 12)
    const central = 0.8
    expect(studentTQuantile(0.9, 2)).toBeCloseTo(central * Math.sqrt(2 / (1 - central ** 2)), 12)
  })

  it('agrees with R where the reference names a value', () => {
    // t(.975, 6), from the reference's own warning about other implementations.
    expect(studentTQuantile(0.975, 6)).toBeCloseTo(2.446911851144969, 12)
  })

  it('is 0 in the middle, and farther out with fewer degrees of freedom', () => {
    expect(studentTQuantile(0.5, 3)).toBe(0)
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), (df) => {
        expect(studentTQuantile(0.975, df)).toBeGreaterThan(studentTQuantile(0.975, df * 1.01))
      }),
    )
  })

  it('refuses what it is not made for', () => {
    for (const [p, df] of [
      [0.4, 3],
      [1, 3],
      [NaN, 3],
      [0.9, 0],
      [0.9, NaN],
      [0.9, Infinity],
    ] as const)
      expect(() => studentTQuantile(p, df)).toThrow(RangeError)
  })
})

describe('F', () => {
  it.each(F_QUANTILES)('at %d with %d and %d degrees of freedom is right to ten digits', (p, df1, df2, wanted) => {
    expect(Math.abs(fQuantile(p, df1, df2) / wanted - 1)).toBeLessThan(RELATIVE)
  })

  it('is its own inverse with the degrees of freedom swapped', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (p, df1, df2) => {
          expect(Math.abs(fQuantile(p, df1, df2) * fQuantile(1 - p, df2, df1) - 1)).toBeLessThan(1e-9)
        },
      ),
    )
  })

  it('refuses what it is not made for', () => {
    for (const [p, df1, df2] of [
      [0, 3, 4],
      [1, 3, 4],
      [NaN, 3, 4],
      [0.5, 0, 4],
      [0.5, 3, NaN],
      [0.5, 3, Infinity],
    ] as const)
      expect(() => fQuantile(p, df1, df2)).toThrow(RangeError)
  })
})

describe('the regularised beta', () => {
  it('is a sum of binomial probabilities for whole parameters', () => {
    expect(regularisedBeta(2, 3, 0.5, 0.5).value).toBeCloseTo(0.6875, 14)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, x) => {
          // At least a successes in a + b - 1 trials. Abramowitz & Stegun 26.5.24.
          const trials = a + b - 1
          let sum = 0
          for (let successes = a; successes <= trials; successes++) {
            let ways = 1
            for (let i = 1; i <= successes; i++) ways *= (trials - successes + i) / i
            sum += ways * x ** successes * (1 - x) ** (trials - successes)
          }
          expect(regularisedBeta(a, b, x, 1 - x).value).toBeCloseTo(sum, 12)
        },
      ),
    )
  })
})
