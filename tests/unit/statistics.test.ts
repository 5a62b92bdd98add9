import { describe, expect, it } from 'vitest'
import type { Interval } from '../../src/core/statistics/interval.ts'
import { agreement } from '../../src/core/statistics/agreement.ts'
import { alpha } from '../../src/core/statistics/alpha.ts'
import { cliffsDelta } from '../../src/core/statistics/cliffs-delta.ts'
import { compareMeans } from '../../src/core/statistics/compare-means.ts'
import { countSteps } from '../../src/core/statistics/count-steps.ts'
import { dissent } from '../../src/core/statistics/dissent.ts'
import { icc1 } from '../../src/core/statistics/icc1.ts'
import { itemAgreement } from '../../src/core/statistics/item-agreement.ts'
import type { ItemColumn } from '../../src/core/statistics/item-column.ts'
import { scoreColumn } from '../../src/core/scoring/score-column.ts'
import { summariseMean } from '../../src/core/statistics/summarise-mean.ts'
import { summariseSteps } from '../../src/core/statistics/summarise-steps.ts'
import { vanDerEijkAgreement } from '../../src/core/statistics/van-der-eijk-agreement.ts'
import { expectClose, expected, keys, rowsOf } from '../fixtures/oracle.ts'

/** What rests on a t or F quantile. */
const QUANTILE = 1e-6

const LEVELS = ['senior', 'middle', 'close'] as const

function expectInterval(actual: Interval | null, wanted: readonly [number, number] | null) {
  expectClose(actual?.low ?? null, wanted?.[0] ?? null, QUANTILE)
  expectClose(actual?.high ?? null, wanted?.[1] ?? null, QUANTILE)
}

describe.each(['d2_n7', 'd3_zero_variance', 'd4_single'])('the statistics of %s are those of the reference', (name) => {
  const set = keys[name]!
  const rows = rowsOf(set)
  const wanted = expected[name]
  const of = (level?: string) => (level === undefined ? rows : rows.filter((row) => row['level'] === level))

  /** A group's answers to an item; an empty cell is 0. */
  const stepsOf = (id: string, group: typeof rows) => Int8Array.from(group, (row) => Number(row[id]))
  const countsOf = (id: string, group: typeof rows) => countSteps(stepsOf(id, group), set.max)

  describe.each(set.items)('for item %s:', (id) => {
    const counts = countsOf(id, rows)
    const item = wanted.items[id]

    it('counts, mean and deviation', () => {
      expect(counts).toEqual(item.freq)
      const { n, mean, sd } = summariseSteps(counts)
      expect(n).toBe(item.n)
      expectClose(mean, item.mean)
      expectClose(sd, item.sd)
    })

    it('agreement within the group', () => {
      const judged = itemAgreement(counts)
      expectClose(judged?.distance ?? null, item.ad_m)
      expectClose(judged?.rwg ?? null, item.rwg)
      expectClose(judged?.awg ?? null, item.awg)
    })

    it("dissent, and van der Eijk's agreement for the room and by level", () => {
      expectClose(dissent(counts), item.consensus_TW === null ? null : 1 - item.consensus_TW)
      expectClose(vanDerEijkAgreement(counts), item.agreement_A)
      for (const level of LEVELS)
        expectClose(vanDerEijkAgreement(countsOf(id, of(level))), item.agreement_A_by_level[level])
    })
  })

  describe.each(Object.keys(set.scales))('for concept %s:', (concept) => {
    const { items, reverse, weights } = set.scales[concept]!
    const scale = wanted.scales[concept]

    const columnsOf = (group: typeof rows, weighted = false): ItemColumn[] =>
      items.map((id) => ({
        steps: stepsOf(id, group),
        options: set.max,
        reversed: reverse.includes(id),
        weight: weighted ? weights[id]! : 1,
      }))
    const scoresOf = (level?: string) => scoreColumn(columnsOf(of(level)))

    it('mean, deviation and interval of the scores, for the room and by level', () => {
      for (const [group, figures] of [
        [undefined, scale.pomp],
        ...LEVELS.map((level) => [level, scale.pomp.by_level[level]] as const),
      ] as const) {
        const { n, mean, sd, interval } = summariseMean(scoresOf(group))
        expect(n).toBe(figures.n)
        expectClose(mean, figures.mean)
        expectClose(sd, figures.sd)
        expectInterval(interval, figures.ci95_t)
      }
    })

    it('the same with weights', () => {
      const { n, mean, sd } = summariseMean(scoreColumn(columnsOf(rows, true)))
      expect(n).toBe(scale.pomp.weighted.n)
      expectClose(mean, scale.pomp.weighted.mean)
      expectClose(sd, scale.pomp.weighted.sd)
      for (const level of LEVELS)
        expectClose(
          summariseMean(scoreColumn(columnsOf(of(level), true))).mean,
          scale.pomp.by_level[level].weighted_mean,
        )
    })

    it('alpha on complete and on pairwise answers, with its intervals', () => {
      const complete = alpha(columnsOf(rows), 'complete')
      expect(complete).toMatchObject({ n: scale.alpha.complete.n, items: scale.alpha.complete.k })
      expectClose(complete.alpha, scale.alpha.complete.value)
      expectInterval(complete.interval, scale.alpha.complete.feldt95)
      const pairwise = alpha(columnsOf(rows), 'pairwise')
      expect(pairwise).toMatchObject({ n: scale.alpha.pairwise.n_min_pair, items: scale.alpha.pairwise.k })
      expectClose(pairwise.alpha, scale.alpha.pairwise.value)
      expectInterval(pairwise.interval, scale.alpha.pairwise.feldt95_n_min_pair)
    })

    it('intraclass correlations by level', () => {
      const icc = icc1(LEVELS.map((level) => summariseMean(scoresOf(level))))
      expect(icc).toMatchObject({ n: scale.icc_by_level.n, levels: scale.icc_by_level.groups })
      expectClose(icc.between, scale.icc_by_level.msb)
      expectClose(icc.within, scale.icc_by_level.msw)
      expectClose(icc.size, scale.icc_by_level.n0)
      expectClose(icc.icc1, scale.icc_by_level.icc1)
      expectClose(icc.icc2, scale.icc_by_level.icc2)
    })

    it.each(['overall', ...LEVELS])('agreement, %s, on all answers and on complete ones', (group) => {
      const figures = scale.agreement[group]
      const people = of(group === 'overall' ? undefined : group)
      const judged = agreement(items.map((id) => countsOf(id, people)))
      expect(judged?.items ?? 0).toBe(figures.items_used)
      expectClose(judged?.variance ?? null, figures.mean_item_variance)
      expectClose(judged?.distance ?? null, figures.ad_m)
      expectClose(judged?.rwgj ?? null, figures.rwgj)
      expectClose(judged?.awgj ?? null, figures.awgj)

      const complete = people.filter((row) => items.every((id) => row[id]))
      expect(complete).toHaveLength(figures.listwise.n)
      const listwise = agreement(items.map((id) => countsOf(id, complete)))
      expectClose(listwise?.distance ?? null, figures.listwise.ad_m)
      expectClose(listwise?.rwgj ?? null, figures.listwise.rwgj)
    })

    it("difference of the levels with Welch's interval, and Cliff's delta with its own", () => {
      const figures = scale.gap_senior_minus_close
      const [senior, close] = [scoresOf('senior'), scoresOf('close')]
      const { difference, interval } = compareMeans(summariseMean(senior), summariseMean(close))
      expectClose(difference, figures.mean_difference)
      expectInterval(interval, figures.welch_ci95)
      const delta = cliffsDelta(senior, close)
      expectClose(delta?.delta ?? null, figures.cliffs_delta)
      expectClose(delta?.variance ?? null, figures.cliffs_delta_var)
      expectInterval(delta?.interval ?? null, figures.cliffs_delta_ci95)
    })
  })
})
