import type { HeldTexts } from '../en/held.ts'

/** The texts for a result that waits for the room's, in French. */
export const heldTexts: HeldTexts = {
  title: 'Votre propre résultat vient après celui de la salle',
  lead: 'Il est prêt. Il attend que l’animateur ait montré celui de la salle, pour que tous regardent d’abord celui-là, et en parlent ensemble.',
  word: 'Mot affiché dans la salle',
  hint: 'L’animateur l’affiche avec le résultat de la salle. Majuscules et accents sont sans importance.',
  open: 'Ouvrir mon résultat',
  wrong: 'Ce n’est pas le mot de cet atelier. Comparez-le à celui qui est affiché.',
  later: (day) => `Sans ce mot, il s’affiche de lui-même à partir du ${day}.`,
  now: 'L’afficher maintenant',
  nowTitle: 'Voir votre résultat avant celui de la salle ?',
  nowText:
    'Personne n’en est informé, et ce que vous remettez n’y change pas. Mais qui a lu son propre résultat le cherche ensuite dans celui de la salle : on entend moins bien ce que voient les autres, et l’on ne devine plus, sans idée préconçue, ce que chaque figure va montrer.',
  keep: 'Attendre la salle',
  confirm: 'L’afficher maintenant',
  shown: 'Votre résultat est affiché.',
  listed: (day) => `Pas encore affiché : il attend celui de la salle, jusqu’au ${day} au plus tard.`,
}
