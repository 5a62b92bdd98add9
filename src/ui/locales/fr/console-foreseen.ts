import type { ForeseenView } from '../../../core/workshop/foresee-views.ts'
import { number, people, quote } from './amounts.ts'

/** A sentence on what a view will show of a level. */
export function foreseen(label: string, view: ForeseenView, expected: number, k: number): string {
  switch (view) {
    case 'spread':
      return `${quote(label)} : les moyennes, et la répartition des réponses.`
    case 'means':
      return `${quote(label)} : les moyennes. À moins de 10 personnes, la répartition des réponses est dite en mots, ou pas du tout.`
    case 'too-few':
      return expected === 0
        ? `Sans personne dans ${quote(label)}, rien ne peut être montré de ce niveau.`
        : `Avec ${people(expected)} dans ${quote(label)}, ce niveau ne peut pas être montré seul : un groupe de moins de ${number.format(k)} ne l’est jamais.`
    case 'would-reveal-others':
      return `${quote(label)} ne peut pas être montré non plus : le reste du groupe compterait moins de ${number.format(k)} personnes.`
    case 'unknown':
      return `${quote(label)} : indiquez combien de personnes vous attendez pour savoir ce qui pourra être montré.`
  }
}
