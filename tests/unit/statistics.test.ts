import { describe, expect, it } from 'vitest'
import type { Interval } from '../../src/core/statistics/interval.ts'
import { errorOf } from '../../src/core/disclosure/release-interval.ts'
import { countAnswers } from '../../src/core/room/count-answers.ts'
import { spreadOf } from '../../src/core/room/group-scores.ts'
import { agreement } from '../../src/core/statistics/agreement.ts'
import { alphaOf, sumForAlpha } from '../../src/core/statistics/alpha.ts'
import { cliffsDelta } from '../../src/core/statistics/cliffs-delta.ts'
import { dissent } from '../../src/core/statistics/dissent.ts'
import { icc1 } from '../../src/core/statistics/icc1.ts'
import { itemAgreement } from '../../src/core/statistics/item-agreement.ts'
import type { ItemColumn } from '../../src/core/statistics/item-column.ts'
import { scoreColumn } from '../../src/core/scoring/score-column.ts'
import { studentTQuantile } from '../../src/core/statistics/student-t-quantile.ts'
import { summariseSteps } from '../../src/core/statistics/summarise-steps.ts'
import { vanDerEijkAgreement } from '../../src/core/statistics/van-der-eijk-agreement.ts'
import { welch } from '../../src/core/statistics/welch.ts'
import { expectClose, expected, keys, rowsOf } from '../fixtures/oracle.ts'

const alpha = (items: Parameters<typeof sumForAlpha>[0]) => alphaOf(sumForAlpha(items))

/** The tolerance of figures that depend on a t or F quantile. */
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
  /** A group's people, by index. */
  const of = (level?: string) =>
    Int32Array.from(rows.keys()).filter((person) => level === undefined || rows[person]!['level'] === level)

  /** Everybody's answers to an item; an empty cell is 0. */
  const stepsOf = (id: string) => Int8Array.from(rows, (row) => Number(row[id]))
  const countsOf = (id: string, people: Int32Array) =>
    countAnswers({ answers: stepsOf(id), options: set.max }, people).counts

  describe.each(set.items)('for item %s:', (id) => {
    const counts = countsOf(id, of())
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

    const columnsOf = (weighted = false): ItemColumn[] =>
      items.map((id) => ({
        steps: stepsOf(id),
        options: set.max,
        reversed: reverse.includes(id),
        weight: weighted ? weights[id]! : 1,
      }))
    const [scores, weightedScores] = [scoreColumn(columnsOf()), scoreColumn(columnsOf(true))]
    const spread = (level?: string) => spreadOf({ scores }, of(level))

    /** Mean and deviation as in the reference: no mean of nobody, no deviation below two. */
    function expectSpread(
      actual: ReturnType<typeof spreadOf>,
      figures: { readonly n: number; readonly mean: number | null; readonly sd: number | null },
    ) {
      expect(actual.n).toBe(figures.n)
      expectClose(actual.n > 0 ? actual.mean : null, figures.mean)
      expectClose(actual.n > 1 ? actual.deviation : null, figures.sd)
    }

    it('mean, deviation and interval of the scores, for the room and by level', () => {
      for (const [group, figures] of [
        [undefined, scale.pomp],
        ...LEVELS.map((level) => [level, scale.pomp.by_level[level]] as const),
      ] as const) {
        const scored = spread(group)
        expectSpread(scored, figures)
        const { n, mean, deviation, farthest } = scored
        if (figures.ci95_t === null) expect(deviation).toBe(0)
        else {
          // The released error is the reference's where the others, whoever is farthest left out, differ by ten points.
          const half = (figures.ci95_t[1] - figures.ci95_t[0]) / 2
          const released = studentTQuantile(0.975, n - 1) * Math.sqrt(errorOf(scored))
          const others = (n - 1) * deviation ** 2 - ((farthest - mean) ** 2 * n) / (n - 1)
          if (others >= (n - 2) * 100 && Math.abs(farthest - mean) >= 10) expectClose(released, half, QUANTILE)
          else expect(released).toBeGreaterThanOrEqual(half * (1 - QUANTILE))
        }
      }
    })

    it('the same with weights', () => {
      expectSpread(spreadOf({ scores: weightedScores }, of()), scale.pomp.weighted)
      for (const level of LEVELS) {
        const { n, mean } = spreadOf({ scores: weightedScores }, of(level))
        expectClose(n > 0 ? mean : null, scale.pomp.by_level[level].weighted_mean)
      }
    })

    it('alpha on complete answers, with its interval', () => {
      const complete = alpha(columnsOf())
      expect(complete).toMatchObject({ n: scale.alpha.complete.n, items: scale.alpha.complete.k })
      expectClose(complete.alpha, scale.alpha.complete.value)
      expectInterval(complete.interval, scale.alpha.complete.feldt95)
    })

    it('intraclass correlations by level', () => {
      const scored = LEVELS.map((level) => spread(level)).filter(({ n }) => n > 0)
      const icc = icc1(scored.map(({ n, mean, deviation }) => ({ n, mean, sd: deviation })))
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

      const complete = people.filter((person) => items.every((id) => rows[person]![id]))
      expect(complete).toHaveLength(figures.listwise.n)
      const listwise = agreement(items.map((id) => countsOf(id, complete)))
      expectClose(listwise?.distance ?? null, figures.listwise.ad_m)
      expectClose(listwise?.rwgj ?? null, figures.listwise.rwgj)
    })

    it("difference of the levels with Welch's interval, and Cliff's delta with its own", () => {
      const figures = scale.gap_senior_minus_close
      const [senior, close] = [spread('senior'), spread('close')]
      const difference = senior.n > 0 && close.n > 0 ? senior.mean - close.mean : null
      expectClose(difference, figures.mean_difference)
      const uncertain = ({ n, deviation }: typeof senior) => ({ n, squaredError: deviation ** 2 / n })
      const welched = welch(uncertain(senior), uncertain(close))
      const half = welched && studentTQuantile(0.975, welched.df) * welched.error
      expectInterval(half === null ? null : { low: difference! - half, high: difference! + half }, figures.welch_ci95)
      const scoresOf = (level: string) => Float64Array.from(of(level), (person) => scores[person]!)
      const delta = cliffsDelta(scoresOf('senior'), scoresOf('close'))
      expectClose(delta?.delta ?? null, figures.cliffs_delta)
      expectClose(delta?.variance ?? null, figures.cliffs_delta_var)
      expectInterval(delta?.interval ?? null, figures.cliffs_delta_ci95)
    })
  })
})
