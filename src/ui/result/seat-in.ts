import type { GivenVantage } from '../../core/response/response.ts'
import type { ResultTexts } from '../locales/en/result.ts'

/**
 * From where a response was given, as part of a line; nothing where that is not known. A response does not tell
 * somebody who would not say it from somebody whom nobody asked, so that neither is told anything about it.
 */
export const seatIn = ({ seenFrom }: Pick<ResultTexts, 'seenFrom'>, vantage: GivenVantage): readonly string[] =>
  vantage === 'not-said' ? [] : [seenFrom(vantage)]
