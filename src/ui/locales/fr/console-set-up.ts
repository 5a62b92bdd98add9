import type { DraftProblem } from '../../../core/workshop/draft-problem.ts'
import type { SetUpTexts } from '../en/console-set-up.ts'
import { count, number, quote } from './amounts.ts'
import { foreseen } from './console-foreseen.ts'
import { lockedFile } from './workshop-file.ts'

function problem(found: DraftProblem): string {
  switch (found.field) {
    case 'name':
      return 'Il faut un nom à l’atelier : les participants le voient avant de répondre.'
    case 'label':
      return found.code === 'empty'
        ? 'Il faut un nom à ce niveau : les participants le choisissent ainsi.'
        : 'Un autre niveau porte ce nom, ou un nom qui s’y confond à l’œil. Donnez-lui le sien, pour que l’on distingue les deux.'
    case 'expected':
      return `Écrivez un nombre entier de ${number.format(found.most)} au plus, ou laissez vide.`
    case 'smallest-group':
      return `Écrivez un nombre entier de ${found.least} à ${found.most}. Au-dessous de ${found.least}, des réponses individuelles pourraient être déduites.`
  }
}

/** Setting up a workshop. */
export const setUpTexts: SetUpTexts = {
  over: 'Réglages',
  lead: 'Ce que vous décidez ici est dit aux participants avant qu’ils répondent, et ne change plus une fois la première réponse reçue.',
  linkChanges:
    'Si vous modifiez le questionnaire, les niveaux, le plus petit groupe ou l’export des réponses, l’atelier reçoit un nouveau lien. Les réponses données par un lien antérieur sont alors refusées, avec le motif, car elles l’ont été à d’autres conditions. Envoyez le nouveau lien à tout le monde.',
  fixed:
    'La première réponse est reçue : ce qui a été dit aux participants ne change plus. Le client et les effectifs attendus restent modifiables.',
  name: 'Nom de l’atelier',
  nameHint: 'Les participants le voient avant de répondre.',
  client: 'Client (facultatif)',
  clientHint: 'Figure avec le nom en tête du rapport. Les participants ne le voient pas.',
  questionnaire: 'Questionnaire',
  items: (amount: number, minutes: number) =>
    `${count(amount, 'affirmation', 'affirmations')}, environ ${count(minutes, 'minute', 'minutes')}`,
  ofYours: (version: string) => `À partir d’un fichier, version ${version}`,
  ownHint:
    'Ou proposez un questionnaire à vous. Il est conservé avec l’atelier, et dans le fichier de l’atelier. Chaque participant ouvre lui aussi le fichier du questionnaire : vous le remettez avec le lien.',
  ownFile: 'Fichier de questionnaire (JSON) : choisissez-le, ou déposez-le sur la page',
  ownFailed:
    'Une partie de la page n’a pas pu être chargée. Vérifiez la connexion, puis choisissez de nouveau le fichier.',
  noQuestionnaire: 'Choisissez le questionnaire. S’il vient d’un fichier, il faut le rouvrir.',
  language: 'Langue du questionnaire',
  levels: 'Niveaux',
  levelsHint:
    'Dans les mots du client, du plus proche du sommet au plus proche du terrain. Le premier est lu comme la direction, le dernier comme le terrain. De deux à cinq. Les effectifs attendus sont facultatifs.',
  level: (position: number) => `Niveau ${number.format(position)}`,
  levelOf: (position: number, of: number) =>
    position === 1 ? 'le plus proche du sommet' : position === of ? 'le plus proche du terrain' : 'entre les deux',
  label: 'Nom du niveau',
  expected: 'Effectif attendu',
  up: 'Monter',
  down: 'Descendre',
  removeLevel: 'Supprimer',
  which: (position: number, label: string) => (label === '' ? `le niveau ${number.format(position)}` : quote(label)),
  addLevel: 'Ajouter un niveau',
  levelAdded: 'Un niveau a été ajouté, au plus proche du terrain.',
  levelRemoved: (label: string) => `${quote(label)} a été supprimé.`,
  moved: (label: string, position: number) => `${quote(label)} est maintenant le niveau ${number.format(position)}.`,
  defaultLevels: ['Direction', 'Encadrement', 'Terrain'],
  views: 'Ce que la salle pourra voir',
  viewsNone: 'Indiquez les effectifs attendus à chaque niveau pour savoir ce qui pourra être montré.',
  viewsAbout: 'Si toutes les personnes attendues répondent à tout. Il y en a toujours moins : prévoyez une marge.',
  viewRoom: {
    spread: 'La salle : les moyennes, et la répartition des réponses.',
    means:
      'La salle : les moyennes. À moins de 10 personnes, la répartition des réponses est dite en mots, ou pas du tout.',
    'too-few': 'Avec si peu de personnes dans la salle, rien ne peut être montré.',
  },
  view: foreseen,
  distance: (isPossible: boolean, first: string, last: string) =>
    isPossible
      ? `L’écart entre ${quote(first)} et ${quote(last)} pourra être montré.`
      : `L’écart entre ${quote(first)} et ${quote(last)} ne pourra pas être montré : il faut les deux.`,
  mergeWhy: 'Réunir deux niveaux voisins, avant que quiconque réponde, permet d’en montrer davantage.',
  merge: (above: string, below: string) => `Réunir ${quote(above)} et ${quote(below)}`,
  mergedLabel: (above: string, below: string) => `${above} et ${below}`,
  merged: (label: string) => `Niveaux réunis. Leur nom est ${quote(label)}, et vous pouvez le modifier.`,
  twoLeft: 'Avec deux niveaux, il n’y a plus rien à réunir. La salle est montrée dans son ensemble.',
  smallestGroup: 'Plus petit groupe montré',
  smallestGroupHint: 'Rien n’est montré de moins de personnes. Jamais moins de cinq.',
  arrive: 'Comment les réponses vous parviennent-elles ?',
  byThemselves: 'D’elles-mêmes, scellées',
  byThemselvesHint: (relay) =>
    `À la fin, chacun appuie sur un bouton, et les réponses arrivent ici pendant que la salle regarde l’écran. Elles passent par ${relay}, qui ne peut pas les ouvrir : seul cet appareil le peut, et celui auquel vous donnez le fichier de l’atelier. Code, image et fichier restent possibles.`,
  byCode: 'Par code, image ou fichier seulement',
  byCodeHint: 'À la fin, chacun remet un code. Aucun réseau n’est nécessaire, et cela prend plus de temps.',
  noRelay:
    'Les réponses sont remises par code, image ou fichier. Elles ne peuvent pas arriver d’elles-mêmes ici, car ce site n’a pas de relais.',
  rawExport: 'Pourrez-vous emporter chaque réponse individuelle ?',
  rawYes: 'Oui, dans un tableau de toutes les réponses',
  rawNo: 'Non, seulement ce que voit la salle',
  rawYesHint:
    'Les participants apprennent, avant de répondre, que vous pouvez lire et garder chaque réponse avec son niveau, sans nom.',
  rawNoHint: `Les participants apprennent, avant de répondre, que seuls des groupes sont montrés et qu’aucun tableau des réponses n’est remis. ${lockedFile} Qui détient un code pourrait tout de même y lire les réponses.`,
  ownResults: 'Quand chacun voit-il son propre résultat ?',
  held: 'Une fois que la salle a vu le sien',
  heldHint:
    'Pour une réunion d’une seule séance, afin que chacun regarde d’abord l’ensemble. Vous affichez un mot avec le résultat de la salle, et il ouvre celui de chacun ; sans lui, ils s’ouvrent d’eux-mêmes le lendemain, ou tout de suite pour qui le demande. C’est une courtoisie, non une protection.',
  atOnce: 'Dès qu’il a répondu',
  atOnceHint: 'Quand les réponses arrivent sur plusieurs jours.',
  guesses: {
    legend: 'Demander aussi ce que répondraient les personnes proches du terrain ?',
    yes: (items) => `Oui, pour ${items} des affirmations`,
    yesHint:
      'Après leurs propres réponses, tous les niveaux sauf le plus proche du terrain disent ce qu’on y répondrait, dans l’ensemble. Cela prend une minute, et chacun peut passer. La salle voit ensuite ce que chacun de ces niveaux supposait, à côté de ce qui est rapporté. Les participants le savent avant de répondre.',
    no: 'Non',
    noHint: 'Personne n’est interrogé là-dessus, et la salle voit seulement ce que chaque niveau rapporte lui-même.',
    listed: 'On demande ce que répondraient les personnes proches du terrain',
    told: 'Sauf si vous êtes au plus proche du terrain, on vous demande à la fin ce qu’on y répondrait. Vous pouvez passer.',
  },
  inOldLinks:
    'Cela est inscrit dans le lien : qui a déjà reçu le lien garde ce qu’il lui a dit. Renvoyez donc le lien à tout le monde.',
  problem,
  create: 'Créer l’atelier',
  save: 'Enregistrer les réglages',
  saved: 'Les réglages sont enregistrés.',
  savedAnew: 'Les réglages sont enregistrés, et l’atelier a un nouveau lien. Envoyez-le à tout le monde.',
  cancel: 'Annuler',
  toCorrect: (amount: number) =>
    amount === 1
      ? 'Un champ est à corriger avant l’enregistrement.'
      : `${number.format(amount)} champs sont à corriger avant l’enregistrement.`,
}
