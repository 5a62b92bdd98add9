import type { PathTexts } from '../en/path.ts'
import { agree } from './agree.ts'
import { number } from './written.ts'

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** The texts of the signal path in French. */
export const pathTexts: PathTexts = {
  title: 'Le chemin des signaux',
  levels: { top: 'Direction', work: 'Terrain' },
  flows: { up: 'Ce qui est entendu', down: 'Ce qui est décidé' },
  skipped: (amount) => `${number.format(amount)} sans réponse`,
  leaves: (amount, drawn) => `${upperFirst(drawn)}\u00a0:\u00a0${number.format(amount)}`,
  kept: (amount, all, drawn) => `${upperFirst(drawn)}\u00a0:\u00a0${number.format(amount)} sur ${number.format(all)}`,
  more: (amount) => `et ${number.format(amount)} ${agree(amount, 'autre', 'autres')}`,
  how: 'Vos réponses en image : comment la lire',
  list: 'Appuyez sur une partie pour lire ses affirmations.',
  close: 'Fermer',
}
