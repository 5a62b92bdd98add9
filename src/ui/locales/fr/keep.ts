import { heldTexts } from './held.ts'
import type { FileIssue } from '../../../core/files/response-file-issues.ts'
import type { CodeIssue } from '../../../core/codes/result-code-issues.ts'
import { agree } from './agree.ts'
import type { KeepTexts } from '../en/keep.ts'
import { listNames, lowerFirst } from './name-lists.ts'
import { number } from './written.ts'

/** A change in whole points. One that is less than half a point is still told from none, as whether it moved rests on that. */
function points(value: number): string {
  if (Math.round(value) === 0 && value !== 0) return value > 0 ? 'à peine plus de 0' : 'à peine moins de 0'
  return value === 0 ? '0' : `${value < 0 ? '−' : '+'}${number.format(Math.abs(value))}`
}

const statements = (amount: number) => agree(amount, 'affirmation', 'affirmations')
const symbols = (amount: number) => `${number.format(amount)} ${agree(amount, 'signe', 'signes')}`

/** Why a code or link cannot be opened, and what to do, in French. */
function codeIssue(issue: CodeIssue): string {
  switch (issue.code) {
    case 'empty':
      return 'Il n’y a pas de code ici. Collez ou saisissez le code du résultat, ou le lien entier.'
    case 'too-long':
      return 'Ce texte est bien plus long qu’un code de résultat. Collez seulement le code ou le lien.'
    case 'character':
      return `« ${issue.character} », à la position ${number.format(issue.position)} du code, ne figure dans aucun code de résultat. Un code est fait de chiffres et de lettres, sauf I, L, O et U. Comparez avec l’original.`
    case 'too-short':
      return `Le code est trop court : il compte ${symbols(issue.length)}. La fin manque peut-être. Copiez-le de nouveau en entier.`
    case 'check':
      return 'Une lettre ou un chiffre du code est faux, absent ou mal placé. Comparez avec l’original, groupe par groupe.'
    case 'format':
      return issue.format === 2 || issue.format === 3
        ? 'Ce code est destiné à la personne qui anime un atelier et n’ouvre pas un résultat seul. Transmettez-le-lui.'
        : 'Ce code vient d’une version plus récente de ce diagnostic. Rechargez cette page, ou ouvrez le lien là où il a été créé.'
    case 'questionnaire':
      return 'Ce code appartient à un questionnaire absent de cette page. Ouvrez le lien là où il a été créé.'
    case 'version':
      return `Ce code appartient à la version ${issue.version} du questionnaire, absente de cette page. Rechargez cette page, ou ouvrez le lien là où il a été créé.`
    case 'length':
      return `Le code compte ${symbols(issue.length)} au lieu de ${number.format(issue.expected)}. Copiez-le de nouveau, une seule fois et en entier.`
    case 'vantage':
    case 'answers':
    case 'guesses':
      return 'Le code est bien formé, mais il contient des réponses que personne n’a pu donner. Redemandez-le à qui vous l’a transmis.'
  }
}

/** The same, for a text that may also be a reference to a kept result. */
function openingIssue(issue: CodeIssue | { readonly code: 'not-kept' }): string {
  return issue.code === 'not-kept'
    ? 'Ce résultat n’est plus conservé sur cet appareil. Ouvrez son lien, son code ou l’un de ses fichiers.'
    : codeIssue(issue)
}

/** A quotation from a file, cut: a file may hold anything. */
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
const quote = (text: string) => `« ${cut(text)} »`

/** Why a file cannot be opened, and what to do, in French. */
function fileIssue(issue: FileIssue): string {
  const again = 'Téléchargez-le de nouveau, puis ouvrez ce nouveau fichier.'
  const choose = 'Choisissez le fichier d’un résultat, ou la ligne d’une personne tirée d’un outil d’enquête.'
  const correct = 'Corrigez, puis rouvrez le fichier.'
  switch (issue.code) {
    case 'too-large':
      return `Le fichier dépasse ${number.format(issue.most / 1024)} Ko, ce qu’aucune réponse n’atteint. Choisissez le fichier d’un seul résultat ; d’un tableau d’enquête, gardez l’en-tête et une ligne.`
    case 'empty':
      return `Le fichier est vide. ${choose}`
    case 'neither':
      return `Ce fichier ne contient pas de réponses à ce diagnostic. ${choose}`
    case 'later-format':
      return 'Ce fichier vient d’une version plus récente de ce diagnostic. Rechargez cette page, ou ouvrez le fichier là où il a été créé.'
    case 'shape':
      return issue.path
        ? `À l’endroit ${quote(issue.path)}, le fichier contient un élément qui n’y a pas sa place. ${again}`
        : `Le fichier contient un élément qui n’y a pas sa place. ${again}`
    case 'rows':
      return `Le fichier ${issue.rows === 0 ? 'ne contient aucune ligne' : `contient ${number.format(issue.rows)} ${agree(issue.rows, 'ligne', 'lignes')}`} de réponses, alors qu’il en faut une. Gardez l’en-tête et une seule ligne, puis rouvrez le fichier.`
    case 'short':
      return `La ligne de réponses compte ${number.format(issue.cells)} ${agree(issue.cells, 'cellule', 'cellules')} et l’en-tête ${number.format(issue.columns)} : il en manque donc une partie. ${again}`
    case 'column':
      return `La colonne ${quote(issue.column)} manque. ${again}`
    case 'twice':
      return `La colonne ${quote(issue.column)} figure deux fois. Supprimez l’une des deux, puis rouvrez le fichier.`
    case 'cell':
      return issue.column
        ? `${quote(issue.value)} n’est pas une valeur possible dans la colonne ${quote(issue.column)}. ${correct}`
        : `La ligne contient une cellule, ${quote(issue.value)}, au-delà de la dernière colonne. Supprimez-la, puis rouvrez le fichier.`
    case 'day':
      return `${quote(issue.value)} n’est pas une date possible. Écrivez-la sous la forme 2026-11-22, puis rouvrez le fichier. Si un tableur la modifie sans cesse, utilisez le fichier JSON ou le code du résultat.`
    case 'questionnaire':
      return `Ce fichier appartient au questionnaire ${quote(issue.id)}, et non à celui qui est ouvert. Ouvrez-le sous « Autres questionnaires », puis choisissez le fichier.`
    case 'version':
      return `Ce fichier appartient à la version ${cut(issue.version)} du questionnaire, absente de cette page. Ouvrez-le là où il a été créé.`
    case 'item':
      return `Le questionnaire n’a pas d’affirmation ${quote(issue.item)}. ${again}`
    case 'answer':
      return `${quote(issue.value)} n’est pas une réponse possible à l’affirmation ${quote(issue.item)}. ${correct}`
  }
}

const fromSomeone = (how: string, day: string) =>
  `Ce résultat ${how}. Il montre comment une personne voyait une organisation le ${day}. « Vous » y désigne la personne qui a répondu.`

/** The texts for keeping, sharing and comparing results, in French. */
export const keepTexts: KeepTexts = {
  held: heldTexts,
  openingIssue,
  fileIssue,
  saving: {
    unavailable: 'Ce navigateur ne permet pas à la page de conserver quoi que ce soit : cela n’a pas pu être fait.',
    full: 'L’espace de stockage de ce navigateur est plein : cela n’a pas pu être conservé. Supprimez un résultat dont vous n’avez plus besoin.',
    unreadable:
      'Ce qui est conservé ici est endommagé ou vient d’une version plus récente, et a été laissé tel quel. Rechargez cette page, ou supprimez tout sous « Résultats sur cet appareil ».',
    gone: 'Ce résultat n’est plus conservé sur cet appareil.',
  },

  summary: {
    send: 'Envoyer un résumé',
    promise: 'Voici tout ce qui part : ce que vous voyez, sous forme de texte ou d’image.',
    text: 'En texte',
    copy: 'Copier le texte',
    share: 'Partager le texte',
    shareTitle: 'Résumé de l’autodiagnostic pour dirigeants',
    png: 'Enregistrer l’image (PNG)',
    print: 'Imprimer, avec de la place pour écrire',
    close: 'Fermer',
  },

  commit: {
    ask: 'Fixer un jour',
    title: 'Un point à examiner, et un jour',
    thing: 'Qu’allez-vous examiner ?',
    question: 'La question de la semaine',
    card: {
      ask: 'La question, et à qui la poser',
      bring: 'Qu’apporter',
      case: (found: string) =>
        found ? `Apportez un cas précis, avec sa date, où ${found}.` : 'Apportez un cas précis, avec sa date.',
      refutes: 'Ce qui vous donnerait tort',
      refuted: {
        condition: 'Personne ne peut citer un tel cas sur les trois derniers mois, ou il n’a rien changé.',
        contradiction: 'Les cas que l’on vous raconte s’expliquent bien par la cause à laquelle vous croyez.',
        visibility: 'Ce que l’on vous décrit vous était déjà parvenu.',
        open: 'Les cas que l’on vous raconte disent autre chose. Fiez-vous alors aux cas.',
      },
      again: 'Quand y revenir',
      days: (day: string, again: string) => `Le ${day}, puis avec les mêmes affirmations le ${again}.`,
    },
    day: 'Quel jour ?',
    keep: 'Retenir ce jour',
    noDay: 'Choisissez un jour à partir d’aujourd’hui.',
    willKeep: 'Ce jour n’est pas encore retenu.',
    kept: (day: string) =>
      `Retenu sur cet appareil. À partir du ${day}, ce que vous avez constaté vous sera demandé une fois.`,
    notKept: 'Ce navigateur ne le conserve pas : c’est le fichier de calendrier qui vous le rappellera.',
    lasting: 'D’abord, la copie qui dure',
    calendar: 'Puis, pour votre calendrier',
    holds: 'Deux rendez-vous privés, sur la journée entière. Ils ne contiennent que ceci :',
    examine: (name: string) => `À examiner : ${name}`,
    again: 'Refaire l’autodiagnostic pour dirigeants',
    againText: 'Douze semaines plus tard : répondez de nouveau aux affirmations, puis comparez les deux résultats.',
    bring: 'Apportez votre code : il rouvre le premier résultat.',
    priority: (priority: string) => `Avec une priorité à l’esprit : « ${priority} »`,
    code: (code: string) => `Code du résultat : ${code}`,
    withPriority: 'Y faire figurer ma priorité',
    withCode: 'Y faire figurer mon code : quiconque voit le calendrier peut alors lire chaque réponse',
    save: 'Enregistrer les deux dans un fichier de calendrier',
  },
  found: {
    title: 'Qu’avez-vous constaté ?',
    meant: (name: string, day: string) =>
      `À examiner avant le ${day} : ${lowerFirst(name)}. La question n’est posée qu’une fois.`,
    label: 'En une ou deux lignes',
    hint: 'Cette note reste sur cet appareil, avec le résultat, et figure à côté de la comparaison.',
    keep: 'Conserver',
    nothing: 'Rien à noter',
    was: (name: string, found: string) => `${name}, selon votre constat d’alors : « ${found} »`,
  },

  title: 'Conserver, ou transmettre toutes les réponses',
  kept: 'Ce résultat est conservé dans ce navigateur. Certains navigateurs effacent ce qu’une page conserve après une semaine sans visite : le lien ou un fichier est la copie qui dure.',
  keptRun:
    'Vos réponses sont conservées dans ce navigateur jusqu’à ce que vous recommenciez, mais ce résultat n’a pas pu rejoindre les résultats conservés ici. Le lien ou un fichier est la copie qui dure.',
  tabAlone:
    'Cette page ne conserve rien dans votre navigateur : réponses et résultats restent dans cet onglet et disparaissent à sa fermeture. Emportez le lien ou un fichier : c’est la copie qui dure.',
  ownTab:
    'Ce questionnaire est le vôtre : ses réponses et ses résultats restent dans cet onglet et disparaissent à sa fermeture. Imprimez le résultat ou téléchargez-le pour le conserver ; un fichier de réponses se rouvre ici une fois le même questionnaire choisi.',
  fromFile: {
    kept: 'Ce résultat est conservé dans ce navigateur et se rouvre par le lien de l’atelier. Ailleurs, il serait illisible sans le fichier du questionnaire : il n’a donc pas de code à lui. Imprimez-le ou téléchargez-le : c’est la copie qui dure.',
    notKept:
      'Ce navigateur ne conserve rien pour cette page, et ailleurs ce résultat serait illisible sans le fichier du questionnaire. Imprimez-le ou téléchargez-le pour le conserver.',
  },
  keptOther: 'Il est conservé sur cet appareil, comme un résultat que l’on vous a transmis.',
  notKept: 'Ce navigateur ne conserve rien pour cette page. Le lien ou un fichier est la copie qui dure.',
  notYours: 'Ce résultat n’est pas conservé sur cet appareil.',
  readable:
    'Qui a le lien, le code ou un fichier peut y lire chaque réponse, mais non le « Périmètre de vos réponses ».',
  link: 'Lien',
  code: 'Code du résultat',
  copyLink: 'Copier le lien',
  copyCode: 'Copier le code du résultat',
  copied: 'Copié',
  notCopied:
    'Ce navigateur n’a pas autorisé la copie. Le texte est maintenant sélectionné : copiez-le au clavier ou par le menu.',
  share: 'Partager le lien',
  shareTitle: 'Un résultat de l’autodiagnostic pour dirigeants',
  others: 'Code, code QR et fichiers',
  pictureLabel: 'Code QR du lien vers ce résultat',
  pictureHint: 'Un téléphone l’ouvre avec son appareil photo.',
  print: 'Imprimer ou créer un PDF',
  openApart: 'Ouvrir sur une page à part, pour l’imprimer ou y revenir',
  json: 'Réponses (JSON)',
  csv: 'Réponses (CSV)',
  png: 'Image pour une diapositive (PNG), qui montre vos réponses',
  failed: 'La préparation a échoué. Vérifiez la connexion, puis réessayez.',
  compare: 'Comparer à un autre résultat',
  withTeam: 'Faire ce diagnostic avec une équipe',
  toKept: 'Résultats sur cet appareil',
  keepHere: 'Conserver sur cet appareil',
  keptHere: 'Conservé sur cet appareil.',

  opened: {
    link: (day: string) => fromSomeone('est arrivé par un lien ou sous forme de code', day),
    file: (day: string) => fromSomeone('vient d’un fichier', day),
    untouched: 'Il est seulement affiché ici : rien de ce que cet appareil conserve n’est modifié.',
    note: 'Résultat d’une personne, transmis à quelqu’un d’autre. « Vous » y désigne la personne qui a répondu.',
    noPace: 'Le temps mis à répondre ne figure pas dans son code.',
    saved: (day: string) => `Résultat du ${day}, conservé sur cet appareil.`,
    savedNamed: (name: string, day: string) => `« ${name} », résultat du ${day}, conservé sur cet appareil.`,
    over: 'Un résultat',
    take: 'Faire le diagnostic',
    own: 'Revenir à vos réponses',
    failedTitle: 'Ce résultat ne peut pas être ouvert',
    changed: (version: string, gone: number, added: number) =>
      [
        `Il a été établi avec la version ${version} du questionnaire, qui a changé depuis.`,
        ...(gone > 0
          ? [
              gone === 1
                ? 'La réponse à une affirmation qui n’y figure plus a été laissée de côté.'
                : `Les réponses à ${number.format(gone)} affirmations qui n’y figurent plus ont été laissées de côté.`,
            ]
          : []),
        ...(added > 0
          ? [
              added === 1
                ? 'Une affirmation n’y figurait pas encore et compte comme sans réponse.'
                : `${number.format(added)} affirmations n’y figuraient pas encore et comptent comme sans réponse.`,
            ]
          : []),
      ].join(' '),
  },

  runs: {
    title: 'Résultats sur cet appareil',
    over: 'Conservés dans ce navigateur',
    none: 'Aucun résultat n’est encore conservé dans ce navigateur. Un résultat est conservé dès qu’il s’affiche.',
    damaged: 'Une partie de ce qui était conservé n’a pas pu être lue et n’est pas affichée.',
    lasting:
      'Certains navigateurs effacent ce qu’une page conserve après une semaine sans visite. Un lien ou un fichier est la copie qui dure. Sur un ordinateur partagé, supprimez tout avant de partir, et effacez l’historique du navigateur là où des liens ont été ouverts.',
    open: 'Ouvrir',
    compare: 'Comparer',
    rename: 'Nom',
    namePlaceholder: 'Un nom de votre choix',
    remove: 'Supprimer',
    removed: 'Supprimé.',
    renamed: 'Nom enregistré.',
    from: { link: 'Reçu par un lien ou sous forme de code', file: 'Ouvert depuis un fichier' },
    foreign: 'Ce résultat appartient à un questionnaire que cette page n’a plus.',
    of: (what: string, day: string) => `${what}, résultat du ${day}`,
    about: (about: string) => `Périmètre : ${about}`,
    unreadable: 'Impossible à ouvrir avec cette version',
    elsewhere: 'Ouvrir un autre résultat',
    back: 'Revenir au diagnostic',
    everything: 'Tout supprimer sur cet appareil',
    everythingTitle: 'Tout supprimer ?',
    everythingText:
      'Les résultats conservés ici, les réponses d’un questionnaire en cours et les ateliers que vous animez seront supprimés de ce navigateur. Les liens, codes et fichiers que vous avez enregistrés ailleurs s’ouvriront toujours.',
    everythingConfirm: 'Tout supprimer',
    everythingKeep: 'Ne rien supprimer',
    everythingDone: 'Tout ce que le diagnostic conservait dans ce navigateur est supprimé.',
  },

  field: {
    label: 'Code du résultat ou lien',
    open: 'Ouvrir',
    other:
      'Ce code appartient à un autre questionnaire de cette page. Seuls les résultats d’un même questionnaire se comparent.',
    file: 'Ou un fichier : celui d’un résultat (JSON ou CSV), ou la ligne d’une personne tirée d’un outil d’enquête (CSV, Excel)',
  },

  questionnaires: {
    title: 'Questionnaires',
    unknown: 'Le lien nomme un questionnaire qui n’est pas sur cette page. Voici ceux qui y sont :',
    size: (items: number, minutes: number) =>
      `${number.format(items)} ${statements(items)}, environ ${number.format(minutes)} ${agree(minutes, 'minute', 'minutes')}`,
    own: 'Votre propre questionnaire',
    ownHint:
      'Un fichier de questionnaire fonctionne ici aussitôt, selon les mêmes règles que ceux du dessus. Il reste dans cet onglet, et rien n’est envoyé nulle part. Ses textes sont affichés comme du texte seul.',
    sampleHint:
      'L’exemple est court et complet : quatre affirmations, en français et en anglais. Changez-le pour en faire le vôtre.',
    sample: 'Télécharger un exemple',
    ownFile: 'Fichier de questionnaire (JSON) : choisissez-le, ou déposez-le sur la page',
  },

  comparison: {
    title: 'Avant et après',
    choose: 'À quel résultat comparer ?',
    first: (label: string) => `À comparer : ${label}.`,
    noOther: 'Aucun autre résultat n’est conservé sur cet appareil.',
    label: (...known: readonly string[]) => known.join(', '),
    headline: (more: readonly string[], less: readonly string[], still: readonly string[], open: readonly string[]) =>
      more.length + less.length + still.length === 0
        ? 'Trop peu d’affirmations ont une réponse les deux fois pour dire ce qui a évolué.'
        : [
            ...(more.length > 0 ? [`Constaté plus souvent : ${listNames(more)}.`] : []),
            ...(less.length > 0 ? [`Constaté moins souvent : ${listNames(less)}.`] : []),
            ...(more.length + less.length === 0 ? ['Rien n’a nettement évolué.'] : []),
            ...(more.length + less.length > 0 && still.length > 0
              ? [`Sans évolution nette : ${listNames(still)}.`]
              : []),
            ...(open.length > 0 ? [`Trop peu de réponses les deux fois pour se prononcer : ${listNames(open)}.`] : []),
          ].join(' '),
    basis: (same: number, items: number) => {
      const which =
        same === 0
          ? `Aucune des ${number.format(items)} affirmations sur l’organisation n’a`
          : same === 1
            ? `Une seule des ${number.format(items)} affirmations sur l’organisation a`
            : same === items
              ? `Les ${number.format(items)} affirmations sur l’organisation ont`
              : `${number.format(same)} des ${number.format(items)} affirmations sur l’organisation ont`
      return `${which} une réponse sur l’échelle les deux fois. On ne parle d’évolution que si l’écart sort de la marge où le hasard des formulations le laisserait quatre fois sur cinq.`
    },
    placeUnknown:
      'Pour l’un des deux résultats, on ne sait pas depuis quelle place les réponses ont été données. Une différence peut venir de là.',
    persons:
      'L’un des deux résultats au moins a été transmis à cet appareil : il peut s’agir de deux personnes, et une différence peut venir de là.',
    same: 'Les deux codes contiennent les mêmes réponses : il n’y a rien à comparer.',
    places: (then: string, now: string) =>
      `Les deux résultats n’ont pas été établis depuis la même place (${then} ; ${now}). Une différence peut venir de là, et non d’un changement.`,
    sameDay: 'Les deux résultats sont du même jour : « avant » désigne seulement celui qui a été choisi en premier.',
    otherVersion: (version: string, amount: number) =>
      `L’un des deux a été établi avec la version ${version} du questionnaire. ${amount === 0 ? 'Toutes ses affirmations figurent encore dans la version actuelle.' : `${number.format(amount)} ${statements(amount)} ${agree(amount, 'n’a pas pu être comparée', 'n’ont pas pu être comparées')}.`}`,
    means: {
      title: 'Ce que cela peut vouloir dire',
      more: (isFromTop: boolean) =>
        isFromTop
          ? 'Constater davantage depuis la direction peut vouloir dire que cela arrive plus souvent, ou qu’il vous en parvient davantage, ce qui serait un gain. Demandez-le à ceux qui sont plus près du travail.'
          : 'Constater davantage peut vouloir dire que cela arrive plus souvent, ou que vous le voyez mieux. Demandez à d’autres s’ils le voient aussi.',
      less: (isFromTop: boolean) =>
        isFromTop
          ? 'Constater moins depuis la direction peut vouloir dire que cela arrive moins, ou qu’il vous en parvient moins : de là, les deux se ressemblent.'
          : 'Constater moins peut vouloir dire que cela arrive moins, ou qu’on s’y est habitué. Cherchez ce qui, dans le travail, a changé.',
      still:
        'Sans évolution nette ne veut pas dire sans changement : un petit changement ne se distingue pas du hasard des formulations.',
    },
    next: 'La prochaine étape',
    chart: 'Les scores, avant et après',
    path: 'Le chemin des signaux, avant et après',
    chartCaption:
      'Chaque point est un score, et la barre qui l’entoure sa fourchette à 80 % ; avant en contour, après en plein, reliés par un trait. L’évolution est jugée affirmation par affirmation : elle peut être nette même là où les fourchettes se recoupent.',
    chartLabel: (parts: readonly string[]) => `Graphique des scores avant et après. ${parts.join('. ')}.`,
    row: (concept, then, now) =>
      `${concept}\u00a0: ${then === null ? 'sans score' : number.format(then)} → ${now === null ? 'sans score' : number.format(now)}`,
    table: 'Ce qui a évolué',
    concept: 'Dimension',
    change: 'Écart',
    verdict: 'Constaté',
    score: (score: number, low: number, high: number) =>
      `${number.format(score)} (${number.format(low)} – ${number.format(high)})`,
    noScore: 'sans score',
    changed: (change: number, low: number, high: number) => `${points(change)} (de ${points(low)} à ${points(high)})`,
    noChange: 'non établi',
    more: 'plus souvent',
    less: 'moins souvent',
    still: 'sans écart net',
    unknown: 'indéterminé',
    answers: 'Réponses qui ont changé',
    noAnswers: 'Aucune réponse n’a changé.',
    statement: 'Affirmation',
    earlier: 'Avant',
    later: 'Après',
    lens: 'Vos explications',
    notCompared: 'Affirmations qui n’ont pas pu être comparées',
    other: 'Comparer à un autre résultat',
  },
}
