import { DEFAULT_LANGUAGE } from '../../ui/locales/index.ts'

/** The questionnaire of the served page, and its language. */
export const SERVED = { id: 'execution-gaps', language: DEFAULT_LANGUAGE } as const
