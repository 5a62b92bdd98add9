import type { stageTexts as english } from '../en/console-stages.ts'

/** Les étapes d’un atelier. */
export const stageTexts: typeof english = {
  label: 'Étapes de l’atelier',
  name: { 'set-up': 'Préparer', collect: 'Recueillir', room: 'Le groupe', 'take-away': 'Emporter' },
  title: (stage, name) => `${stage} · ${name}`,
  later: 'après la clôture',
  noRoom: 'Le groupe voit ses résultats une fois le recueil clos.',
  toCollect: 'Vers le recueil',
  handIn: 'Recevoir des codes, des fichiers ou des tableaux',
  newSetUp: 'Préparer un atelier',
  editSetUp: 'Modifier les réglages',
}
