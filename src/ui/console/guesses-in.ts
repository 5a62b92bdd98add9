import type { OfferedQuestionnaire } from './workshop-tools.ts'

/** How many statements of a questionnaire are guessed at, too. */
export const guessesIn = ({ parts }: Pick<OfferedQuestionnaire, 'parts'>): number =>
  Object.values(parts)[0]?.questionnaire.guess?.items.length ?? 0
