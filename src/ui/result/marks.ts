import { isConceptItem, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import { CANT_TELL, type Answers } from '../../core/response/response.ts'
import { keyedStepOf } from '../../core/scoring/keyed.ts'

type Place = Questionnaire['concepts'][number]['place']

/** One statement's mark in the signal path. */
export interface Mark {
  readonly item: string
  readonly concept: string
  readonly place: Place
  /** From the left, in the drawing's own units. */
  readonly x: number
  /**
   * How much of the way it gets: 1 where the statement was answered at the
   * lowest keyed step, towards 0 at the highest; `null` where it has no number.
   */
  readonly reach: number | null
  /** Steps above the lowest: how many teeth a line that comes down has. */
  readonly teeth: number
  readonly cantTell: boolean
}

/** The drawing's measures. Text stands outside of it, so that it scales with the page and not with the drawing. */
export const DRAWING = { width: 420, height: 300, top: 24, middle: 149, bottom: 274, gutter: 68 } as const

/** Where the marks of each place stand: what rises shares the left, so that rings and lines alternate. */
const SPANS: Record<Place, { from: number; to: number }> = {
  source: { from: 82, to: 242 },
  up: { from: 92, to: 252 },
  down: { from: 270, to: 430 },
}

/** The share of the way that the highest step still gets. */
export const SHORTEST = 0.16

/** The marks of one response, in the order the statements are shown. */
export function marksOf(questionnaire: Questionnaire, answers: Answers): Mark[] {
  return questionnaire.concepts.flatMap(({ id, place }) => {
    const items = questionnaire.items.filter(isConceptItem).filter(({ concept }) => concept === id)
    const { from, to } = SPANS[place]
    return items.map((item, index): Mark => {
      const options = scaleOf(questionnaire, item).options.length
      const step = keyedStepOf(questionnaire, answers, item)
      return {
        item: item.id,
        concept: id,
        place,
        x: from + (index * (to - from)) / items.length,
        reach: step === null ? null : 1 - ((step - 1) / (options - 1)) * (1 - SHORTEST),
        teeth: step === null ? 0 : step - 1,
        cantTell: answers[item.id] === CANT_TELL,
      }
    })
  })
}

/** The path of a line that comes down as far as it gets, bent once for every step above the lowest. */
export function bentLine(x: number, from: number, to: number, teeth: number): string {
  const height = Math.min(8, ((to - from) / Math.max(1, teeth)) * 0.7)
  const start = to - teeth * height - 3
  const bends = Array.from({ length: teeth }, () => `l4.5 ${height * 0.25}l-9 ${height * 0.5}l4.5 ${height * 0.25}`)
  return `M${x} ${from}V${Math.max(from, start)}${bends.join('')}V${to}`
}
