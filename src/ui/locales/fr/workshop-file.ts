import type { LockTexts } from '../en/workshop-file.ts'

/** Said in the same words to participants before they answer and to the facilitator, in French. */
export const lockedFile =
  'Le fichier de l’atelier, la copie que garde l’animateur, contient toutes les réponses, sans noms. Il n’est écrit que verrouillé par une phrase secrète.'

/** The texts for locking the file of a workshop, and for opening one, in French. */
export const lockTexts: LockTexts = {
  title: 'Verrouiller le fichier par une phrase secrète',
  why: 'Si la phrase secrète est oubliée, le fichier est perdu : personne ne peut l’ouvrir sans elle, nous non plus.',
  passphrase: 'Phrase secrète',
  passphraseHint: (shortest: number) =>
    `Au moins ${shortest} caractères. Quatre ou cinq mots que personne ne devinerait conviennent bien.`,
  again: 'La même, encore une fois',
  show: 'Afficher ce que je saisis',
  lock: 'Verrouiller et exporter',
  tooShort: (shortest: number) =>
    `C’est trop court pour protéger des réponses : utilisez au moins ${shortest} caractères.`,
  differs: 'Les deux saisies diffèrent. Saisissez deux fois la même phrase secrète.',
  locking: 'Le fichier est en cours de verrouillage…',
  failed:
    'Le fichier n’a pas pu être verrouillé : ce navigateur manque de mémoire. Rien n’a été écrit. Réessayez dans un autre navigateur.',
  locked: (name: string) => `« ${name} » est verrouillé par une phrase secrète.`,
  open: 'L’ouvrir',
  opening: 'Le fichier est en cours d’ouverture…',
  wrong:
    'Cette phrase secrète n’ouvre pas le fichier. Les majuscules et les espaces comptent. Si c’est la bonne, le fichier a été endommagé en chemin : exportez-le de nouveau.',
  cancel: 'Laisser ce fichier',
}
