import list from 'questionnaire:list'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { inLanguage } from '../../ui/locales/in-language.ts'

/** The questionnaires in the build, with loaders in each of their languages. */
export const questionnaires: readonly ListedQuestionnaire[] = list.map(({ id, items, take, result }) => ({
  id,
  items,
  take: async (language) => (await inLanguage(take, language)!()).default,
  result: async (language) => (await inLanguage(result, language)!()).default,
}))
