import shelf from 'questionnaire:shelf'
import type { ShelvedQuestionnaire } from '../../ui/parts/shelf.ts'

/** The questionnaires that the build carries, each in a language it has. */
export const questionnaires: readonly ShelvedQuestionnaire[] = shelf.map(({ id, items, take, result }) => ({
  id,
  items,
  take: async (language) => (await (take[language] ?? take['en']!)()).default,
  result: async (language) => (await (result[language] ?? result['en']!)()).default,
}))
