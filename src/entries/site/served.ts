import { DEFAULT_LANGUAGE } from '../../ui/locales/index.ts'

/** The questionnaire that the page serves, and the language it serves it in. */
export const SERVED = { id: 'execution-gaps', language: DEFAULT_LANGUAGE } as const
