import type { CheckStartTexts } from '../en/check-start.ts'

/** Les textes d’un résultat qui mène à une vérification, en français. */
export const checkStartTexts: CheckStartTexts = {
  line: 'Cinq personnes ou plus répondent aux mêmes affirmations ; leur moyenne se lit à côté de vos réponses',
  lead: 'Vous envoyez un lien à des personnes du terrain, de cinq à quinze, ou davantage. Elles répondent aux mêmes affirmations, sans qu’on leur demande de deviner. Quand cinq ont répondu et que la vérification est close, leur moyenne figure à côté de vos réponses et de vos suppositions : là où elles voient ce que vous voyez, et là où elles voient autre chose. Vous ne comptez jamais parmi elles.',
  name: 'Votre nom, tel qu’elles le connaissent',
  nameHint:
    'Elles le lisent avant de répondre. Il entre dans le lien, le fichier de la vérification et l’invitation, et nulle part ailleurs.',
  needsName: 'Indiquez d’abord votre nom : il faut qu’on sache qui demande.',
  other: {
    title: 'Quelqu’un d’autre la tient (conseillé)',
    text: 'Une personne en qui elles ont confiance ouvre ce lien : aux ressources humaines, un consultant, un élu du personnel. Les réponses arrivent sur son appareil, et vous recevez la page imprimée. On peut répondre plus librement, puisque vous ne pouvez rien y chercher.',
    link: 'Lien pour la personne qui tient la vérification',
    copy: 'Copier le lien pour elle',
    holds:
      'Le lien contient vos propres réponses et vos suppositions, pour les placer à côté de celles du groupe : quiconque l’a peut les lire.',
    share: 'Partager',
    shareTitle: 'Une vérification à tenir pour moi',
  },
  self: {
    title: 'Vous la tenez vous-même',
    text: 'Les réponses arrivent sur cet appareil. Il vous montre des moyennes de cinq personnes ou plus ; on dit à celles que vous sollicitez qu’une personne compétente en informatique pourrait y lire davantage.',
    go: 'Préparer la vérification sur cet appareil',
  },
  sample: 'Voir un exemple de vérification',
  kept: 'Les vérifications tenues sur cet appareil',
}
