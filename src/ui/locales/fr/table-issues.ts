import type { MappingIssue } from '../../../core/files/mapping.ts'
import type { SheetIssue } from '../../../core/files/score-file-issues.ts'

const LONGEST_QUOTE = 60

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })

/** A text from a file, cut and on one line: a file may hold anything. */
function quote(text: string): string {
  const line = text.slice(0, 4 * LONGEST_QUOTE).replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return `« ${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line} »`
}

const mayBe = (one: { readonly number: number; readonly column: string }, holds: string, says: string) =>
  `La colonne ${number.format(one.number)}, ${quote(one.column)}, contient des ${holds}, mais il n’est pas certain qu’elle dise ${says}. Dites dans la correspondance ce qu’elle contient.`

const MANY_SHARE = {
  groups:
    'devrait dire qui est la personne, mais la plupart des lignes partagent leur valeur avec des lignes aux réponses différentes, comme les membres d’un même service. Dites dans la correspondance si elle désigne des personnes.',
  numbers:
    'devrait numéroter les réponses, mais la plupart des lignes partagent leur numéro avec des lignes aux réponses différentes. Dites dans la correspondance si elle les numérote, ou si elle désigne des personnes.',
}

/** Of rows that may be nobody's. */
const OF_ROWS = {
  word: 'Là où une ligne dit de qui elle est, celle-ci porte un mot qui n’est peut-être le nom de personne. Dites dans la correspondance si elle résume les autres ou si elle est celle d’une personne.',
  sums: 'Pour chaque affirmation, cette ligne porte ce que donnent ensemble les réponses des autres, comme leur moyenne arrondie, et rien n’y dit de qui elle est. Dites dans la correspondance si elle résume les autres ou si elle est celle d’une personne.',
}
const OF_GROUPS = {
  counts: 'semble dire combien de personnes ont répondu',
  groups: 'porte un autre groupe à chaque ligne, et rien ne dit qui a répondu',
}

const KINDS = { SPSS: 'un fichier SPSS', PDF: 'un PDF', XML: 'un fichier XML', HTML: 'une page web (HTML)' }

/** In columns: as many are named, and the last. */
const MOST_LISTED = 7

const listOf = (numbers: readonly number[]) =>
  `${numbers.slice(0, -1).slice(0, MOST_LISTED).map(number.format).join(', ')}${numbers.length > MOST_LISTED + 1 ? ', …' : ''} et ${number.format(numbers.at(-1) ?? 0)}`

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

/** Why a table is not read, and what to do, in French. */
export function describeSheetIssue(issue: SheetIssue): string {
  switch (issue.code) {
    case 'encoding':
      return issue.byte === null
        ? `Le fichier n’est pas un classeur Excel et, comme texte en UTF-8 ou UTF-16, il s’interrompt à la ligne ${number.format(issue.line)} au milieu d’un caractère. Exportez-le de nouveau, ou enregistrez-le dans un tableur au format « CSV UTF-8 ».`
        : `Le fichier n’est ni un classeur Excel, ni un texte en UTF-8 ou UTF-16 : à la ligne ${number.format(issue.line)} se trouve l’octet ${hex(issue.byte)}, tel que d’anciens programmes écrivent les lettres accentuées. Dans un tableur, ouvrez-le en « Europe occidentale (Windows) » et enregistrez-le au format « CSV UTF-8 ».`
    case 'other-kind':
      return `C’est ${KINDS[issue.kind]}, et non un tableau qui puisse être lu ici. Exportez les réponses en CSV, ou en classeur (.xlsx).`
    case 'unreadable':
      return 'Le fichier n’est plus là, ou ne peut pas être lu. Choisissez-le de nouveau.'
    case 'broken-json':
      return `Le fichier est du JSON qui s’interrompt ou se gâte à la ligne ${number.format(issue.line)}. Exportez-le de nouveau, et remettez-le sans l’ouvrir.`
    case 'no-records':
      return issue.names.length === 0
        ? 'Le fichier est du JSON sans liste de réponses. Exportez de nouveau les réponses, en CSV si l’outil le permet.'
        : `Le fichier est du JSON où les réponses sont trop imbriquées pour être lues, dans ${issue.names.slice(0, 3).map(quote).join(', ')}. Exportez-les en CSV, ou en une liste d’un objet par personne.`
    case 'too-large':
      return `Le fichier dépasse ${number.format(issue.most)} caractères. Divisez-le, avec l’en-tête dans chaque partie.`
    case 'empty':
      return 'Le fichier est vide. Exportez de nouveau les réponses, avec un en-tête.'
    case 'no-items':
      return `Aucune colonne n’est reconnue comme une affirmation de ce questionnaire. Dites dans la correspondance laquelle est laquelle, ou nommez les colonnes d’après les identifiants des affirmations, comme ${issue.example}.`
    case 'twice':
      return `Les colonnes ${listOf(issue.numbers)} sont toutes ${quote(issue.column)}, et rien ne dit laquelle compte. Dites-le dans la correspondance : une seule, ou plusieurs si chacun n’en a rempli qu’une, comme en deux langues.`
    case 'heading-quotes':
      return 'Un guillemet de l’en-tête n’est pas fermé là où finit sa cellule. Exportez de nouveau le tableau.'
    case 'doubtful-column':
      return issue.statement === null
        ? `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, contient des réponses, mais on ne sait pas à quelle affirmation. Dites dans la correspondance ce qu’elle contient, ou qu’elle ne compte pas.`
        : issue.isRecoded
          ? `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, dit que les échelons de son affirmation ont été inversés ou recalculés. Exportez les réponses telles qu’elles ont été données, ou dites dans la correspondance ce qu’elle contient.`
          : `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, est peut-être l’affirmation ${issue.statement}, sans certitude. Dites dans la correspondance ce qu’elle contient.`
    case 'doubtful-person':
      return issue.why === 'addresses'
        ? mayBe(issue, 'adresses', 'qui est la personne')
        : `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, ${MANY_SHARE[issue.why]}`
    case 'doubtful-seats':
      return mayBe(issue, 'niveaux', 'où chacun se situe')
    case 'rounded':
      return `Dans la colonne ${quote(issue.column)}, ${quote(issue.cell)} est un nombre qu’un tableur a arrondi : des personnes différentes s’y confondent. Exportez de nouveau le tableau et remettez-le sans l’ouvrir, ou dites dans la correspondance que la colonne ne compte pas.`
    case 'doubtful-status':
      return `Dans la colonne ${quote(issue.column)} se trouve ${quote(issue.cell)}, et il n’est pas certain qu’une telle ligne compte. Retirez ces lignes, ou dites dans la correspondance que la colonne ne compte pas : toutes les lignes comptent alors.`
    case 'unknown-statement':
      return `La correspondance nomme ${quote(issue.statement)} parmi les affirmations, et aucune n’a cet identifiant. Corrigez la correspondance.`
    case 'choice-column':
      return `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, contient une seule réponse d’une affirmation : le tableau a une colonne par réponse. Exportez-le avec une colonne par affirmation, sous forme « condensée » ou en toutes lettres.`
    case 'grid-cell':
      return `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, contient toute une grille dans une cellule : plusieurs affirmations, chacune avec sa réponse. Exportez-la avec une colonne par ligne de la grille, comme les outils le font pour Excel ou dans un rapport ; si le vôtre n’écrit une grille qu’ainsi, posez chaque affirmation comme une question à part.`
    case 'second-heading':
      return 'Un autre tableau commence ici. Remettez chacun dans un fichier à part.'
    case 'doubtful-cell':
      return `Dans la colonne ${quote(issue.column)}, ${quote(issue.cell)} se trouve là où une réponse est attendue, et son sens n’est pas certain. Précisez-le dans la correspondance.`
    case 'doubtful-level':
      return `Dans la colonne ${quote(issue.column)}, ${quote(issue.cell)} se trouve là où un niveau est attendu. Dites dans la correspondance de quel niveau il s’agit.`
    case 'doubtful-sum':
      return issue.why === 'counts' || issue.why === 'groups'
        ? `La colonne ${number.format(issue.number)}, ${quote(issue.column)}, ${OF_GROUPS[issue.why]} : ses lignes sont peut-être des groupes, avec des moyennes pour réponses, et non des personnes. Exportez une ligne par personne, ou dites dans la correspondance que chaque ligne est celle d’une personne.`
        : OF_ROWS[issue.why]
    case 'turned':
      return 'Le tableau est couché : ses lignes sont les affirmations, et ses colonnes les personnes. Dites dans la correspondance qu’il est retourné, et il sera lu ainsi ; une ligne désigne alors une de ses colonnes, comptée depuis la gauche. Ou retournez-le dans un tableur : copiez-le, puis collez-le transposé.'
    case 'no-people':
      return issue.why === 'answers'
        ? 'Le tableau a une ligne par réponse. Exportez-le avec une ligne par personne et une colonne par affirmation.'
        : 'Le tableau a une ligne par affirmation, sans les réponses de chacun : seulement ce que tous ont répondu ensemble, ou comment elle est posée. Exportez les réponses elles-mêmes, avec une ligne par personne.'
    case 'several-tables':
      return `Il contient plusieurs tableaux : ${issue.names.map(quote).join(', ')}. Remettez celui qui porte les réponses.`
    case 'no-table':
      return issue.names.length === 0
        ? 'L’archive est vide. Exportez de nouveau les réponses.'
        : `Il n’y a pas de tableau dedans, seulement ${issue.names.slice(0, 3).map(quote).join(', ')}. Remettez le fichier des réponses : CSV, JSON ou .xlsx.`
    case 'damaged':
      return 'Le classeur ou l’archive est abîmé, verrouillé, ou d’un autre type. Exportez de nouveau les réponses, ou enregistrez-les dans un tableur au format « CSV UTF-8 ».'
    case 'locked':
      return 'Un mot de passe verrouille ce classeur. Ouvrez-le, enregistrez-le sans mot de passe, et remettez ce fichier.'
    case 'old-workbook':
      return 'C’est un classeur d’un ancien format (.xls). Dans Excel, enregistrez-le en .xlsx ou au format « CSV UTF-8 ».'
    case 'no-rows':
      return 'Il y a un en-tête et aucune ligne de réponses. Exportez de nouveau les réponses.'
    case 'too-many-rows':
      return `Le tableau a plus de ${number.format(issue.most)} lignes. Divisez-le, avec l’en-tête dans chaque partie.`
  }
}

/** Why the file of a mapping is not used, and what to do, in French. */
export function describeMappingIssue(issue: MappingIssue): string {
  switch (issue.code) {
    case 'not-a-mapping':
      return 'Ce n’est pas un fichier de correspondance. Prenez celui que la console ou la ligne de commande a écrit.'
    case 'later-mapping':
      return 'La correspondance vient d’une version ultérieure du diagnostic. Utilisez cette version, ou écrivez-la de nouveau.'
    case 'mapping-shape':
      return `La correspondance contient, à l’endroit ${quote(issue.path)}, quelque chose qui n’a rien à y faire. Corrigez-la, ou écrivez-la de nouveau.`
    case 'other-mapping':
      return `La correspondance est celle d’un autre questionnaire, ${quote(issue.questionnaire)}. Prenez celle de ce questionnaire.`
  }
}
