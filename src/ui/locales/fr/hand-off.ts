import type { HandOffTexts } from '../en/hand-off.ts'

/** Ce qui se dit lorsqu’une page demande le résultat de son lecteur, en français. */
export const handOffTexts: HandOffTexts = {
  ask: (host) => `Transmettre mon résultat à ${host}`,
  again: 'Vous avez déjà transmis votre résultat une fois. Ce que vous transmettez maintenant s’y ajoute.',
  asks: (origin) => `La page où vous êtes, ${origin}, demande votre résultat. Dans ses propres termes :`,
  sendsTo: (origin) => `Elle indique qu’elle l’envoie à ${origin}.`,
  keeps: 'Elle ne nomme aucun autre site auquel elle l’enverrait.',
  nothingYet:
    'Rien n’est transmis avant que vous n’appuyiez sur le dernier bouton, et seulement ce qui s’affiche au-dessus de lui. Le diagnostic lui-même n’envoie rien sur le réseau ; c’est la page qui le fait.',
  what: 'Que voulez-vous transmettre ?',
  choices: {
    summary: { label: 'Un résumé', hint: 'Aucune réponse ne peut s’y lire.' },
    answers: {
      label: 'Toutes les réponses',
      hint: 'Le fichier des réponses : chaque affirmation avec votre réponse, votre place, le jour, le temps passé par affirmation et ce que vous avez supposé des autres. Quiconque l’a peut tout y lire.',
    },
  },
  all: 'Voici tout ce que la page reçoit, caractère par caractère',
  give: (origin) => `Transmettre ceci à ${origin}`,
  given: (origin) =>
    `${origin} a confirmé avoir reçu le tout. Ce qu’il en advient dépend désormais de ce site : d’ici, rien ne peut être repris.`,
  notTaken: (origin) => `${origin} n’a pas confirmé la réception : ne comptez pas dessus. Vous pouvez réessayer.`,
}
