import list from 'questionnaire:list'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'

/** The questionnaires that the build carries, each in a language it has. */
export const questionnaires: readonly ListedQuestionnaire[] = list.map(({ id, items, take, result }) => ({
  id,
  items,
  take: async (language) => (await (take[language] ?? take['en']!)()).default,
  result: async (language) => (await (result[language] ?? result['en']!)()).default,
}))
