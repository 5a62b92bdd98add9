import type { DoubtedRow } from '../../../core/files/table-draft.ts'
import type { Outcome, PeopleQuestion } from '../../../core/workshop/outcome.ts'
import { agree } from './agree.ts'
import { count, number } from './amounts.ts'
import type { TableOpenedTexts } from '../en/table-opened.ts'
import { quote, rowIssue, setApart } from './table-rows.ts'
import type { OutcomeTexts } from '../en/console-outcomes.ts'

const span = (one: string, many: string, first: number, last: number) =>
  first === last ? `${one} ${number.format(first)}` : `${many} ${number.format(first)} à ${number.format(last)}`

const MOST_NAMED = 8

const noLevel = (where: string) =>
  `${where} ne contient aucun des niveaux de cet atelier. Utilisez le nom d’un niveau, ou laissez la cellule vide.`

/** Names listed in short. */
function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  const others = more > 0 ? ` et ${number.format(more)} ${agree(more, 'autre', 'autres')}` : ''
  return names.slice(0, MOST_NAMED).join(', ') + others
}

const fitted = (version: string | null) =>
  version === null
    ? ''
    : ` Elle a été donnée sur la version ${version} du questionnaire, puis adaptée à celle de l’atelier.`
const lost = (levelLost: boolean) =>
  levelLost
    ? ' La place de la personne ne correspond à aucun niveau de cet atelier : la réponse compte sans niveau.'
    : ''

const waiting: Record<PeopleQuestion, (rows: number) => string> = {
  'codes-and-tables': (rows) =>
    `${count(rows, 'réponse attend', 'réponses attendent')} : il y a ici des codes et des tableaux, et vous seul pouvez dire si les mêmes personnes sont dans les deux.`,
  'other-people': (rows) =>
    `${count(rows, 'ligne attend', 'lignes attendent')} : rien dans le tableau ne dit si ces personnes sont déjà là.`,
  'other-survey': (rows) =>
    `${count(rows, 'ligne attend', 'lignes attendent')} : des numéros de ce tableau sont déjà là, avec un autre contenu.`,
}

/** The outcome of one passage, and what to do where it was not taken in, in French. */
function outcomeText(outcome: Outcome, tables: Pick<TableOpenedTexts, 'issue'>): string {
  switch (outcome.outcome) {
    case 'taken':
      return `Réponse reçue.${fitted(outcome.fitted)}${lost(outcome.levelLost)}`
    case 'replaced':
      return `Réponse reçue, à la place de celle que cette personne avait remise auparavant.${fitted(outcome.fitted)}`
    case 'older':
      return 'Cette personne a remis une autre réponse depuis. C’est la plus récente qui compte.'
    case 'already-there':
      return 'Cette réponse a déjà été reçue.'
    case 'same-again':
      return 'La même réponse a déjà été reçue et, sans numéro de participant, rien ne permet de savoir si elle vient d’une autre personne.'
    case 'taken-out':
      return 'Vous avez retiré ces réponses. Elles ne comptent pas, sauf si vous le dites.'
    case 'asks':
      return waiting[outcome.about](outcome.rows)
    case 'may-be-same':
      return 'Laissée de côté : vous avez dit que les mêmes personnes peuvent être dans les codes et dans les tableaux.'
    case 'set-apart':
      return setApart(outcome.why, outcome.rows)
    case 'earlier':
      return `La même personne a répondu de nouveau à la ligne ${number.format(outcome.by)}, et c’est cette réponse qui compte.`
    case 'closed':
      return 'Ceci est arrivé après la clôture du recueil et n’a pas été reçu. Rouvrez le recueil, puis remettez-le.'
    case 'other-workshop':
      return `Ce code appartient à un autre atelier, ${outcome.workshop}, ou a été donné par un lien antérieur à une modification des réglages. Demandez à la personne d’utiliser le lien de cet atelier.`
    case 'other-questionnaire':
      return outcome.questionnaire === null
        ? 'Cette réponse appartient à un autre questionnaire.'
        : `Cette réponse appartient à un autre questionnaire, ${quote(outcome.questionnaire)}.`
    case 'other-version':
      return `Cette réponse a été donnée sur la version ${outcome.version} du questionnaire, absente de cette page. Rechargez la page pour obtenir la version la plus récente, puis réessayez.`
    case 'later-format':
      return 'Ce code vient d’une version plus récente du diagnostic. Rechargez cette page, puis réessayez.'
    case 'other-promises':
      return 'Cette réponse a été donnée sur d’autres engagements que ceux de cet atelier : d’autres niveaux, un autre effectif minimal ou une autre règle d’export. Elle n’a pas été reçue. Demandez à la personne de répondre par le lien de cet atelier.'
    case 'other-levels':
      return 'Ce code indique un niveau que cet atelier n’a pas. Demandez à la personne d’utiliser le lien de cet atelier.'
    case 'cut':
      return 'Il manque une partie du code. Demandez le code entier, ou le lien.'
    case 'damaged':
      return 'Une lettre ou un chiffre du code est faux. Comparez avec l’original, ou redemandez le code.'
    case 'row':
      return rowIssue(outcome.issue, noLevel)
    case 'cell':
      return `La colonne ${quote(outcome.column)} contient ce que l’export de cet atelier n’y écrit jamais. Exportez-le de nouveau.`
    case 'table':
      return tables.issue({ of: 'table', issue: outcome.issue })
    case 'file':
      return 'Ce fichier de réponse ne peut pas être lu. Redemandez-le, ou demandez le code.'
    case 'workshop-file':
      return 'Ce fichier contient un atelier entier. Importez-le depuis « Ateliers sur cet appareil ».'
    case 'nothing-found':
      return 'Aucun code, lien ni tableau n’y a été trouvé.'
    case 'too-large':
      return 'C’est trop long pour être reçu en une fois. Divisez-le en plusieurs parties.'
    case 'full':
      return `L’atelier contient ${number.format(outcome.most)} réponses et n’en reçoit plus. Préparez un autre atelier pour les autres.`
    case 'too-many':
      return `La suite n’a pas été lue : ${number.format(outcome.most)} réponses au plus sont reçues en une fois. Remettez le reste à part.`
  }
}

/** The texts of the console about everything handed in, in French. */
export const outcomeTexts: OutcomeTexts = {
  outcome: outcomeText,
  title: 'Ce qui en est advenu',
  source: {
    text: 'Texte collé ou saisi',
    file: (name: string) => `Fichier ${quote(name)}`,
    camera: (first: number, last: number) => span('Lecture', 'Lectures', first, last),
    relay: () => 'Ce qui est arrivé de soi-même',
  },
  questions: {
    title: 'Avant que cela compte',
    lead: 'Ce qui est montré d’un groupe compte des personnes : personne ne doit compter deux fois. Vous seul pouvez le dire :',
    ask: {
      'codes-and-tables': (rows) =>
        `Cet atelier a reçu des codes et des tableaux. Quelqu’un qui a remis un code peut-il être aussi dans un tableau ? ${count(rows, 'réponse attend', 'réponses attendent')} votre décision, qui vaudra ensuite pour tout l’atelier.`,
      'other-people': (rows) =>
        `Rien dans ce tableau ne dit si ces personnes sont déjà là. ${agree(rows, 'La ligne qui attend vient-elle', `Les ${number.format(rows)} lignes qui attendent viennent-elles`)} d’autres personnes ?`,
      'other-survey': (rows) =>
        `Des numéros de réponse de ce tableau sont déjà là, avec un autre contenu. Toute enquête peut compter à partir de 1 : est-ce une autre enquête, auprès d’autres personnes, ou la même, dont les réponses ont changé depuis ? ${count(rows, 'ligne attend', 'lignes attendent')} votre décision.`,
    },
    others: {
      'codes-and-tables': 'Non, personne n’est dans les deux',
      'other-people': 'Oui, toutes : les compter',
      'other-survey': 'Une autre enquête : les compter',
    },
    same: {
      'codes-and-tables': 'Oui, ou je ne sais pas : les laisser de côté',
      'other-people': 'Non, ou je ne sais pas : les laisser de côté',
      'other-survey': 'La même enquête : remplacer les réponses',
    },
  },
  mapping: {
    title: 'Que contient ce tableau ?',
    lead: 'Tout n’y est pas certain : rien n’en a encore été lu. Chaque champ propose le plus probable ; corrigez ce qui ne va pas.',
    turned:
      'Le tableau est couché : les affirmations y sont des lignes, et les personnes des colonnes. Il est lu retourné : ici, une colonne est une de ses lignes ; ensuite, une ligne est une de ses colonnes, comptée depuis la gauche.',
    cells: 'Ce qui tient lieu de réponses',
    cell: (cell: string) => `${quote(cell)} signifie`,
    levels: 'Ce qui tient lieu de niveaux',
    sums: 'Lignes qui résument peut-être les autres',
    sum: (rows: readonly DoubtedRow[]) =>
      [
        ...rows.flatMap((row) =>
          row.why === 'counts' || row.why === 'groups'
            ? [
                `Toutes les lignes : la colonne ${number.format(row.number)}, ${quote(row.column)}, ${row.why === 'counts' ? 'semble dire combien de personnes ont répondu' : 'porte un autre groupe à chacune, et rien ne dit qui a répondu'}`,
              ]
            : [],
        ),
        ...(['sums', 'word'] as const).flatMap((why) => {
          const lines = rows.filter((row) => row.why === why).map(({ line }) => number.format(line))
          if (lines.length === 0) return []
          const what =
            why === 'word'
              ? 'là où une ligne dit de qui elle est, un mot qui n’est peut-être le nom de personne'
              : 'pour chaque affirmation, ce que donnent ensemble les réponses des autres, comme leur moyenne arrondie, et rien qui dise de qui c’est'
          return [`${lines.length === 1 ? 'Ligne' : 'Lignes'} ${lines.join(', ')} : ${what}`]
        }),
      ].join('. '),
    sumsAre: { nobody: 'De personne : un résumé', people: 'Les réponses d’une personne' },
    columns: 'Colonnes',
    others: (amount: number) =>
      amount === 1 ? 'Lecture de l’autre colonne' : `Lecture des ${number.format(amount)} autres colonnes`,
    column: (position: number) => `Colonne ${number.format(position)}`,
    nameless: 'sans en-tête',
    doubtful: 'incertain',
    ofGroups:
      'La plupart des lignes partagent ici leur valeur avec des lignes aux réponses différentes. Si la colonne désigne des services ou d’autres groupes, et non des personnes, choisissez « Rien pour ici ».',
    recoded:
      'D’après son en-tête, les échelons ont été inversés ou recalculés. Exportez les réponses telles qu’elles ont été données, ou choisissez l’affirmation si ce sont bien elles.',
    columnIs: {
      nothing: 'Rien pour ici',
      person: 'Qui est la personne',
      response: 'Le numéro de la réponse',
      level: 'Où se situe la personne',
    },
    statement: (position: number, text: string) => `${number.format(position)}. ${text}`,
    choose: 'Choisir…',
    cantTell: 'Ne peut pas dire',
    unanswered: 'Sans réponse',
    step: (step: number) => `Échelon ${number.format(step)}`,
    noLevel: 'Aucun niveau',
    read: 'Lire le tableau',
    keep: 'Garder ceci dans un fichier',
    leave: 'Laisser le tableau sans le lire',
    kept: 'La correspondance est dans vos téléchargements. Remettez-la avec le prochain tableau de ce genre, ou donnez-la à la ligne de commande avec --mapping.',
    noStatement: 'Aucune colonne n’est encore une affirmation. Choisissez-en une pour chaque colonne de réponses.',
    twice:
      'Deux colonnes sont la même affirmation. Si chacun n’en a rempli qu’une, comme en deux langues, pressez de nouveau « Lire le tableau » ; sinon, choisissez « Rien pour ici » pour celle qui ne compte pas.',
    undecided: 'Quelque chose n’a pas encore de sens. Choisissez-en un partout où il est écrit « Choisir… ».',
    mapped: 'Lu d’après vos indications : voyez plus haut.',
    inUse: 'La correspondance est lue. Elle sert au tableau qui l’attend.',
    noTable: 'Aucun tableau n’attend de correspondance. Remettez d’abord le tableau, puis sa correspondance.',
  },
  admit: 'Les recevoir quand même',
  admitted: 'Reçues à votre demande : voyez plus haut.',
  summary: (taken: number, known: number, refused: number, waits: number, apart: number) =>
    [
      count(taken, 'réponse reçue', 'réponses reçues'),
      ...(waits > 0 ? [count(waits, 'attend votre décision', 'attendent votre décision')] : []),
      ...(apart > 0 ? [`${number.format(apart)} que l’outil ne compte pas`] : []),
      ...(known > 0 ? [`${number.format(known)} déjà là`] : []),
      ...(refused > 0 ? [count(refused, 'élément refusé', 'éléments refusés')] : []),
    ].join(', '),
  line: (line: number, character?: number) =>
    `Ligne ${number.format(line)}${character === undefined ? '' : `, caractère ${number.format(character)}`}`,
  columns: (ignored: readonly string[], missing: readonly string[]) =>
    [
      ...(ignored.length > 0 ? [`Colonnes ignorées, car sans rôle ici : ${few(ignored)}.`] : []),
      ...(missing.length > 0
        ? [`Affirmations sans colonne, comptées comme sans réponse : ${number.format(missing.length)}.`]
        : []),
    ].join(' '),
  numbered: (rows: number) =>
    `${count(rows, 'ligne porte', 'lignes portent')} un numéro de réponse et rien qui dise qui a répondu : personne ne peut savoir si quelqu’un y figure deux fois. Un export avec adresses, jetons ou références permettrait de le savoir.`,
  allTaken: (amount: number) => agree(amount, 'La réponse reçue', `Les ${number.format(amount)} réponses reçues`),
  more: (amount: number) => `En afficher ${number.format(amount)} de plus`,
  remove: 'Retirer',
  removeWhich: (which: string) => `la réponse : ${which}`,
  removed: 'Retirée, ou remplacée depuis : elle ne compte plus.',
  countAgain: 'La compter comme celle d’une autre personne',
  countedAgain: 'Comptée comme celle d’une autre personne.',
  letBack: 'Les compter de nouveau',
  letBackDone: 'Réadmises : elles comptent de nouveau.',
  standsRemoved: 'La réponse a été retirée.',
  removeShown: {
    title: 'Retirer une réponse déjà montrée ?',
    text: 'Une vue déjà montrée compte cette réponse. La vue reste telle qu’elle a été montrée, et les réponses sont supprimées. Les autres personnes de cette vue ne figureront dans aucune autre : l’écart entre les deux pourrait dire ces réponses. Retirez-la si la personne le demande ; sinon, laissez-la compter.',
    keep: 'La laisser compter',
    confirm: 'La retirer',
  },
}
