import noteCode from 'locale-texts:code-so-far/noteCode'
import { encodeResultCode } from '../../core/codes/result-code.ts'
import type { Clock } from '../../core/ports.ts'
import { layoutOf } from '../../core/response/layout.ts'
import type { Language } from '../../ui/locales/index.ts'
import type { TakeSession } from '../../ui/take/take-session.svelte.ts'

/** The code of a run as far as it is, with which it opens anywhere, and what to do with it; `null` where nothing is answered. */
export function codeSoFar({ part, response, completedOn }: TakeSession, clock: Clock, language: Language) {
  if (Object.keys(response.answers).length === 0) return null
  const code = encodeResultCode(layoutOf(part), { ...response, completedOn: completedOn ?? clock.today() })
  return { note: noteCode[language], code }
}
