import { chooseAmong } from './choose-among.ts'
import { LANGUAGES, type Language } from './index.ts'

/** The language of the interface for what is wished for; English where it has none of that. */
export const chooseLanguage = (wishes: readonly (string | null | undefined)[]): Language =>
  chooseAmong(LANGUAGES, wishes, 'en')
