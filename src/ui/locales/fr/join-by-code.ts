import type { JoinByCodeTexts } from '../en/join-by-code.ts'

/** The same in French. */
export const joinByCodeTexts: JoinByCodeTexts = {
  title: 'Rejoindre un atelier',
  code: 'Code affiché dans la salle',
  hint: 'Dix lettres et chiffres. Les espaces et les minuscules sont sans importance.',
  go: 'Ouvrir l’atelier',
  looking: 'Recherche en cours…',
  about:
    'Rien n’est envoyé, sinon la demande pour ce code. Ce qui vous est promis vient ensuite, avant la première affirmation.',
  same: 'Ce repère est-il affiché dans la salle ?',
  why: 'Il distingue cet atelier de tout autre que quelqu’un aurait pu placer derrière le code.',
  yes: 'Oui, continuer',
  no: 'Un autre est affiché',
  other:
    'Ce n’est donc pas l’atelier de la salle, et vos réponses iraient à quelqu’un d’autre. Rien n’a été envoyé. Prévenez la personne qui anime, et rejoignez l’atelier par l’image ou par le lien.',
  again: 'Saisir de nouveau le code',
  problem: {
    shape: 'Le code comporte dix lettres et chiffres. Comparez-le avec celui de la salle.',
    nothing:
      'Aucun atelier ne répond à ce code pour l’instant. Comparez-le avec celui de la salle ; s’il est juste, demandez à la personne qui anime si la collecte est ouverte, et si sa console l’est aussi.',
    'no-relay':
      'Le relais de ce site est injoignable. Vérifiez le réseau et réessayez, ou demandez le lien à la personne qui anime.',
    failed: 'Une partie de la page n’a pas pu être chargée. Vérifiez le réseau, puis rechargez la page.',
  },
}
