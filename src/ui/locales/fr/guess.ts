import type { GuessTexts } from '../en/guess.ts'

const NUMBERS = ['une', 'deux', 'trois', 'quatre', 'cinq', 'six']

/** The texts around guesses of what others answer, in French. */
export const guessTexts: GuessTexts = {
  title: (count) => `Encore ${NUMBERS[count - 1] ?? count}, vues de leur place`,
  about:
    'Mêmes affirmations, même échelle, une minute environ. Seules les personnes du terrain peuvent dire si vous voyez juste : votre résultat met vos suppositions à côté de vos réponses, sans score.',
  begin: 'Deviner leurs réponses',
  toResult: 'Vers mon résultat',
  dontKnow: 'Je ne sais pas',
  skipHint: 'Ou laissez-la de côté.',
  progress: (position, items) => `De leur place, ${position} sur ${items}`,
  inRoom: {
    about:
      'Mêmes affirmations, même échelle, une minute environ. La salle voit ce qu’un niveau entier supposait, à côté de ce qui est rapporté, et jamais la supposition d’une seule personne.',
    toResult: 'Passer à la remise',
  },
}
