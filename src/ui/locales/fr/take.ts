import { agree } from './agree.ts'
import type { TakeTexts } from '../en/take.ts'

const minutesOf = (minutes: number) => `${minutes} ${agree(minutes, 'minute', 'minutes')}`

/** The interface's own texts while a person answers, in French. */
export const takeTexts: TakeTexts = {
  language: 'fr',
  colon: '\u00a0:',
  direction: 'ltr',
  vantage: {
    legend: 'D’où voyez-vous l’organisation ?',
    options: {
      senior: { label: 'Direction', hint: 'Je fixe le cap de l’organisation, ou j’en réponds' },
      middle: {
        label: 'À la tête d’un site ou d’une unité',
        hint: 'Je reçois le cap et le traduis en travail pour d’autres',
      },
      close: { label: 'Terrain', hint: 'Je fais le travail, ou je suis aux côtés de ceux qui le font' },
      'not-said': {
        label: 'Je préfère ne pas le dire',
        hint: 'À choisir aussi si vous siégez au conseil ou le conseillez',
      },
    },
  },
  facts: (items: number, minutes: number) =>
    `Environ ${minutesOf(minutes)} pour ${items} ${agree(items, 'affirmation', 'affirmations')}. Vos réponses restent sur cet appareil.`,
  movesOn: 'Choisir une réponse fait passer à la suite ; cela se désactive plus bas.',
  howItWorks: (quick: boolean) =>
    quick
      ? 'Un appui, une touche de chiffre ou Entrée répond et passe à la suite. Les flèches sélectionnent seulement ; « Suivant » fait avancer. Passez une affirmation si le cas n’a pas pu se présenter.'
      : 'Choisissez une réponse, puis appuyez sur « Suivant ». Passez une affirmation si le cas n’a pas pu se présenter.',
  quick: 'Passer à la suite dès que je choisis',
  about: 'Périmètre de vos réponses',
  aboutHint:
    'Facultatif : toute l’organisation, une division, une équipe. Cette mention reste sur cet appareil et figure avec votre résultat.',
  priority: 'Une priorité à l’esprit',
  priorityLabel: 'Une priorité affichée, avec vos mots',
  priorityHint: 'Facultatif : elle reste sur cet appareil, et votre résultat la cite telle que vous l’écrivez.',
  results: 'Résultats : ouvrir, comparer, supprimer',
  questionnaires: 'Autres questionnaires',
  languageFailed: 'Cette langue n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  source: 'Ce diagnostic repose sur un texte publié en anglais :',
  sharesScores: (recipient) =>
    `À l’affichage de votre résultat, vos scores sont transmis à ${recipient}, le site de cette page, sous forme de nombres et sans votre nom. Il ne reçoit ni vos réponses, ni votre position, ni rien de ce que vous saisissez.`,
  takeApart: 'Faire le diagnostic là où personne ne reçoit vos scores.',
  teaser: 'Votre réponse ouvre la suite, ici même.',
  begin: 'Commencer',
  chooseFirst: 'Indiquez d’où vous voyez l’organisation, ou choisissez « Je préfère ne pas le dire ».',
  next: 'Suivant',
  skip: 'Passer',
  skipHint: 'Le cas ne s’est pas présenté : passez.',
  back: 'Retour',
  list: 'Voir la liste',
  screens: { result: 'Résultat', others: 'Résultats' },
  progress: (position: number, items: number) => `${position} sur ${items}`,
  minutesLeft: (minutes: number) =>
    minutes === 1 ? 'encore une minute environ' : `encore ${minutesOf(minutes)} environ`,
  dismiss: 'Fermer ce message',
  loading: 'Un instant…',
  loadingFailed:
    'Cette partie n’est pas chargée. Vos réponses sont toujours là, et la suite vient d’elle-même dès que le réseau revient. Ou réessayez.',
  tryAgain: 'Réessayer',
  notices: {
    resumed:
      'Vous revoilà. Le questionnaire reprend là où vous l’aviez laissé ; vos réponses précédentes sont conservées sur cet appareil.',
    unavailable:
      'Ce navigateur ne permet pas à la page de conserver quoi que ce soit : vos réponses seront perdues à la fermeture de cet onglet. Vous pouvez continuer et voir votre résultat ici.',
    full: 'L’espace de stockage de ce navigateur est plein : vos dernières réponses seront perdues à la fermeture de cet onglet. Vous pouvez continuer et voir votre résultat ici.',
    unreadable:
      'Une partie de ce qui était conservé sur cet appareil n’a pas pu être lue. Tout ce qui pouvait l’être est là ; le reste est sans réponse.',
    'later-format':
      'Une version ultérieure de cette page conserve des réponses sur cet appareil. Elles restent telles quelles ; celles que vous donnez ici disparaîtront à la fermeture de cet onglet.',
    'other-version':
      'Le questionnaire a changé depuis que vous avez commencé. Vos réponses aux affirmations qui y figurent encore sont conservées ; les nouvelles affirmations sont sans réponse.',
    'second-tab':
      'Ce diagnostic est ouvert aussi dans un autre onglet. Les réponses données dans l’un et dans l’autre sont conservées ensemble.',
    'begun-elsewhere':
      'Un nouveau questionnaire a été commencé dans un autre onglet, et c’est celui que cet appareil conserve. Ce que vous voyez ici reste affiché jusqu’à la fermeture de cet onglet.',
    'not-removed':
      'Ce navigateur n’a pas laissé la page supprimer ce qu’elle a conservé. Effacez les données de ce site dans les réglages du navigateur.',
    'removed-elsewhere':
      'Les réponses conservées ont été supprimées dans un autre onglet. Ce que vous voyez ici est toujours là, et sera de nouveau conservé à votre prochaine réponse.',
  },
}
