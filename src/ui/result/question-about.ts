import { isConceptItem } from '../../core/questionnaire/lookup.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import type { GivenVantage } from '../../core/response/response.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import type { Place } from '../parts/concept-marks.ts'

/** The question about an item that is worth asking from a vantage, and whom to ask: others of the same where only it can see. */
export function questionAbout(
  { questionnaire, texts: words }: Pick<ResultPart, 'questionnaire' | 'texts'>,
  texts: ResultTexts,
  vantage: GivenVantage,
  id: string,
): { text: string; whom: string } | null {
  const item = questionnaire.items.find((candidate) => candidate.id === id)
  const asked = words.items[id]
  if (!item || !isConceptItem(item) || !asked?.ask) return null
  const { askAmongYourselves, askPeople } = texts.concepts
  if (vantage === 'close' && asked.askFromTheWork) return { text: asked.askFromTheWork, whom: askAmongYourselves }
  const elsewhere = item.visibleFrom.filter((place) => place !== vantage)
  return { text: asked.ask, whom: elsewhere.length > 0 ? askPeople(elsewhere) : askAmongYourselves }
}

/** The place of a concept, by which it is drawn and coloured. */
export function placeIn({ concepts }: Pick<Questionnaire, 'concepts'>, concept: string): Place {
  const found = concepts.find(({ id }) => id === concept)
  return found?.kept ? 'kept' : (found?.place ?? 'up')
}
