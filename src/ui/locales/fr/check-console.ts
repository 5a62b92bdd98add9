import type { Outcome } from '../../../core/workshop/outcome.ts'
import { agree } from './agree.ts'
import { date, responses } from './amounts.ts'
import type { ConsoleTexts } from '../en/console.ts'

function outcomeText(outcome: Outcome): string | null {
  switch (outcome.outcome) {
    case 'replaced':
      return 'Réponses reçues, à la place de celles que cette personne avait envoyées auparavant.'
    case 'older':
      return 'Cette personne a envoyé d’autres réponses depuis. Ce sont les plus récentes qui comptent.'
    case 'closed':
      return 'Ceci est arrivé après la clôture et n’a pas été reçu. Laissez d’autres personnes répondre, puis remettez-le.'
    case 'other-workshop':
      return `Cela vient d’un autre lien, celui de ${outcome.workshop}. Demandez à la personne d’utiliser le lien de cette vérification.`
    case 'other-promises':
      return 'Cela ne vient pas du lien de cette vérification : ce peut être le résultat du dirigeant lui-même. Rien n’en a été reçu.'
    case 'other-levels':
      return 'Cela ne vient pas d’une personne du terrain. Demandez-lui d’utiliser le lien de cette vérification.'
    case 'nothing-found':
      return 'Aucun code ni lien n’y a été trouvé.'
    case 'full':
      return `La vérification contient ${responses(outcome.most)} et n’en reçoit plus.`
    default:
      return null
  }
}

/** The console's texts where it keeps a leader's check, in French. */
export const checkConsole = (texts: ConsoleTexts): ConsoleTexts => ({
  ...texts,
  workshop: {
    ...texts.workshop,
    unsaved:
      'Ce navigateur n’a pas conservé la dernière modification. Enregistrez la vérification dans un fichier avant de fermer cet onglet.',
  },
  collect: {
    ...texts.collect,
    paste: 'Codes, liens ou mails',
    pasteHint:
      'Collez ou saisissez-en autant que vous voulez, dans n’importe quel désordre. Chaque personne compte une fois, avec ce qu’elle a envoyé en dernier.',
  },
  takeOut: {
    ...texts.takeOut,
    label: 'Son code ou son lien',
    hint: 'Collez ou saisissez le code que la personne vous a envoyé. Sans lui, personne ne peut dire quelles réponses sont les siennes.',
    found: (_level, iso) =>
      iso === null ? 'Ces réponses s’y trouvent.' : `Ces réponses s’y trouvent, données le ${date(iso)}.`,
    not: {
      ...texts.takeOut.not,
      'not-in': 'Aucune réponse de ce code n’est dans cette vérification.',
      nothing: 'Il n’y a pas de code ici. Collez le code ou le lien en entier.',
    },
    means: (isInView) =>
      [
        isInView
          ? 'Un résultat déjà montré compte ces réponses. Il reste tel qu’il a été montré, sous forme de chiffres sur le groupe ; les réponses elles-mêmes sont supprimées de ce navigateur et de tout fichier de la vérification que vous enregistrerez désormais. Un autre résultat demande cinq personnes qui ne sont encore dans aucun.'
          : 'Les réponses sont supprimées de ce navigateur et de tout fichier de la vérification que vous enregistrerez désormais. Aucun résultat ne les a comptées.',
        'Remises de nouveau, elles ne comptent pas, sauf si vous le dites. Les fichiers enregistrés auparavant et le code lui-même restent hors d’atteinte.',
      ].join(' '),
  },
  takeAway: {
    ...texts.takeAway,
    file: 'Enregistrer la vérification dans un fichier',
    lockedHint:
      'Un seul fichier avec tout : les réponses des personnes sollicitées, celles du dirigeant, et ce qui a été montré. Il n’est écrit que verrouillé par une phrase secrète.',
  },
  close: {
    ...texts.close,
    late: (amount) =>
      `${responses(amount)} ${agree(amount, 'arrivée après la clôture n’a pas été reçue', 'arrivées après la clôture n’ont pas été reçues')}. Laissez d’autres personnes répondre, et ce qui arrive tard sera reçu.`,
  },
  outcomes: {
    ...texts.outcomes,
    outcome: (outcome, tables) => outcomeText(outcome) ?? texts.outcomes.outcome(outcome, tables),
    removeShown: {
      ...texts.outcomes.removeShown,
      title: 'Retirer une réponse qu’un résultat a comptée ?',
      text: 'Un résultat déjà montré compte ces réponses. Il reste tel qu’il a été montré, et les réponses sont supprimées. Retirez-les si la personne le demande ; sinon, laissez-les compter.',
    },
  },
})
