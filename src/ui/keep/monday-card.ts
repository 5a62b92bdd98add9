import type { KeepTexts } from '../locales/en/keep.ts'
import type { ResultView } from '../result/result-view.ts'

/** A line of the card: what it is about, and what it says. */
export interface CardLine {
  readonly about: string
  readonly says: string
}

/**
 * The lines of a card for somebody who acts on a result: whom to ask, what to bring, and what
 * would refute the reading. The question is the first screen's where that is about the
 * condition chosen. What refutes the reading follows from what the result leads with.
 *
 * @param chosen the condition to be examined; `null` for none
 */
export function mondayCard(view: ResultView, chosen: string | null, texts: KeepTexts['commit']['card']): CardLine[] {
  const { lead, examine, askFirst } = view.assessment
  const about = examine.groups
    .flatMap(({ constraints }) => constraints)
    .find(({ constraint }) => constraint === chosen)?.items
  const item = about && !about.includes(askFirst ?? '') ? about[0]! : askFirst
  const ask = item === null ? null : view.question(item)
  const found = chosen === null ? undefined : view.part.texts.constraints[chosen]?.found
  const refutes =
    lead.is === 'contradiction' || lead.is === 'visibility' ? lead.is : found === undefined ? 'open' : 'condition'
  return [
    ...(ask ? [{ about: texts.ask, says: `${view.texts.quote(ask.text)} (${ask.whom})` }] : []),
    { about: texts.bring, says: texts.case(found ?? '') },
    { about: texts.refutes, says: texts.refuted[refutes] },
  ]
}
