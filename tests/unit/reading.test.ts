import { describe, expect, it } from 'vitest'
import { SETTINGS, simulateResponses, type Setting } from '../../src/core/authoring/simulate-responses.ts'
import { outcomeOf, tallyOutcomes } from '../../src/core/authoring/tally-results.ts'
import { stepOf } from '../../src/core/response/response.ts'
import { conceptItems, lensItems, questionnaire, texts } from '../fixtures/execution-gaps.ts'

const PEOPLE = 200

const outcomesOf = (setting: Setting) =>
  simulateResponses(questionnaire, setting, PEOPLE).map((simulated) =>
    outcomeOf(questionnaire, simulated, ({ id }) => texts.findings[id]!.text),
  )
const measuresOf = (setting: Setting) => tallyOutcomes(questionnaire, outcomesOf(setting)).measures

describe('simulated responses', () => {
  it('are the same every time, and as many as asked for', () => {
    for (const setting of SETTINGS) {
      const first = simulateResponses(questionnaire, setting, PEOPLE)
      expect(first).toHaveLength(PEOPLE)
      expect(simulateResponses(questionnaire, setting, PEOPLE)).toEqual(first)
    }
  })

  it('are shifted person by person: no answer moves down, and none by more than the shift rounds to', () => {
    const [plain, half, one] = (['random', 'half-up', 'one-up'] as const).map((setting) =>
      simulateResponses(questionnaire, setting, PEOPLE),
    )
    const moved = (to: typeof plain) =>
      plain!.flatMap(({ response }, person) =>
        questionnaire.items.map(({ id }) => stepOf(to![person]!.response.answers, id)! - stepOf(response.answers, id)!),
      )
    expect(new Set(moved(half))).toEqual(new Set([0, 1]))
    expect(new Set(moved(one))).toEqual(new Set([0, 1]))
    const total = (steps: readonly number[]) => steps.reduce((sum, step) => sum + step, 0)
    expect(total(moved(one))).toBeGreaterThan(1.5 * total(moved(half)))
  })

  it('leave half of the statements out of sight of the blind, and no explanation', () => {
    const responses = simulateResponses(questionnaire, 'blind', PEOPLE).map(({ response }) => response)
    const seen = responses.flatMap(({ answers }) => conceptItems.map(({ id }) => stepOf(answers, id) !== null))
    expect(seen.filter(Boolean).length / seen.length).toBeCloseTo(0.5, 1)
    expect(responses.every(({ answers }) => lensItems.every(({ id }) => stepOf(answers, id) !== null))).toBe(true)
  })
})

describe('a tally', () => {
  it('names nothing for nobody', () => {
    const { people, measures } = tallyOutcomes(questionnaire, [])
    expect(people).toBe(0)
    expect(new Set(Object.values(measures))).toEqual(new Set([null]))
  })

  it('finds one headline and no difference where one answer is given throughout', () => {
    const measures = measuresOf('straight')
    expect(measures.level).toBe(1)
    expect(measures['most-frequent-headline']).toBe(1)
  })

  it('finds more differences the further one concept lies above the others', () => {
    expect(measuresOf('concept-three-quarters-up').level!).toBeLessThan(measuresOf('random').level! - 0.2)
  })

  it('finds the contradiction that was simulated in most who hold it against evidence', () => {
    expect(measuresOf('holding')['contradiction-simulated']!).toBeGreaterThan(0.7)
    expect(measuresOf('random')['contradiction-simulated']).toBeNull()
  })

  it('counts each headline and its text for as many people', () => {
    const { headlines, rendered, people } = tallyOutcomes(questionnaire, outcomesOf('random'))
    expect([...headlines.values()].reduce((sum, count) => sum + count, 0)).toBe(people)
    expect([...rendered.values()].toSorted()).toEqual([...headlines.values()].toSorted())
  })
})
