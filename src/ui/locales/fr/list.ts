import type { ListTexts } from '../en/list.ts'

/** The texts around the list of statements, in French. */
export const listTexts: ListTexts = {
  title: 'Toutes les affirmations',
  intro: (unanswered: number, items: number) =>
    unanswered === 0
      ? `Les ${items} affirmations ont une réponse. Ouvrez l’une d’elles pour changer la vôtre.`
      : unanswered === items
        ? `Aucune des ${items} affirmations n’a encore de réponse.`
        : unanswered === 1
          ? 'Une affirmation est sans réponse. Vous pouvez y répondre, ou voir votre résultat sans elle.'
          : `${unanswered} des ${items} affirmations sont sans réponse. Vous pouvez y répondre, ou voir votre résultat sans elles.`,
  unanswered: 'sans réponse',
  toResult: 'Voir le résultat',
  toFirstUnanswered: 'Aller à la première sans réponse',
  vantage: 'Votre place',
  change: 'Modifier',
  startAgain: 'Recommencer',
  startAgainTitle: 'Recommencer ?',
  startAgainText: (isFinished: boolean) =>
    isFinished
      ? 'Votre résultat reste parmi les résultats sur cet appareil. Vous repartez sans aucune réponse.'
      : 'Les réponses données jusqu’ici seront supprimées de cette page et de cet appareil.',
  startAgainConfirm: (isFinished: boolean) => (isFinished ? 'Repartir à neuf' : 'Supprimer et recommencer'),
  keep: 'Garder mes réponses',
}
