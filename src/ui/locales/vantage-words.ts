import type { SheetWords } from '../../core/files/sheet-words.ts'
import { VANTAGES } from '../../core/questionnaire/vantages.ts'
import type { GivenVantage } from '../../core/response/response.ts'
import type { TakeTexts } from './en/take.ts'

/** Earlier names of the vantages, for tables made then. */
const EARLIER_LABELS: Readonly<Partial<Record<GivenVantage, readonly string[]>>> = {
  senior: ['Direction générale'],
  middle: ['In between', 'Encadrement'],
}

/** How the diagnostic asks where people sit, in each language, for tables of tools that ask the same. */
export function vantageWords(
  inLanguages: readonly Pick<TakeTexts, 'vantage'>[],
): Required<Pick<SheetWords, 'vantages' | 'vantageQuestions'>> {
  const words = (vantage: GivenVantage) => [
    ...inLanguages.map(({ vantage: { options } }) => options[vantage].label),
    ...(EARLIER_LABELS[vantage] ?? []),
  ]
  return {
    vantages: Object.fromEntries(([...VANTAGES, 'not-said'] as const).map((vantage) => [vantage, words(vantage)])),
    vantageQuestions: inLanguages.map(({ vantage: { legend } }) => legend),
  }
}
