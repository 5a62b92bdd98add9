import type { PlaceWords } from '../../core/exports/survey-form.ts'
import type { TakeTexts } from './en/take.ts'

/** How the diagnostic asks where people sit, for the form of another tool. */
export function placeWords({ vantage: { legend, options } }: Pick<TakeTexts, 'vantage'>): PlaceWords {
  return {
    question: legend,
    vantages: {
      senior: options.senior.label,
      middle: options.middle.label,
      close: options.close.label,
      'not-said': options['not-said'].label,
    },
  }
}
