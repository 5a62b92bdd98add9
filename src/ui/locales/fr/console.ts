import { lockedFile, lockTexts } from './workshop-file.ts'
import type { CameraFailure, WorkshopFailure } from '../../../core/ports.ts'
import type { ForeseenPart, ForeseenSnapshot } from '../../../core/room/foresee-snapshot.ts'
import type { ForeseenView } from '../../../core/workshop/foresee-views.ts'
import type { WorkshopFileIssue } from '../../../core/workshop/workshop-file.ts'
import type { SnapshotDecision } from '../../../core/disclosure/next-snapshot.ts'
import type { DraftProblem } from '../../../core/workshop/draft-problem.ts'
import { agree } from './agree.ts'
import type { ConsoleTexts } from '../en/console.ts'
import { outcomeTexts } from './console-outcomes.ts'

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

const count = (amount: number, one: string, many: string) => `${number.format(amount)} ${agree(amount, one, many)}`
const people = (amount: number) => count(amount, 'personne', 'personnes')
const responses = (amount: number) => count(amount, 'réponse', 'réponses')
const quote = (text: string) => `« ${text} »`
const date = (iso: string) => day.format(new Date(`${iso}T00:00:00Z`)).replace(/^1 /, '1er ')

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

function foreseen(label: string, view: ForeseenView, expected: number, k: number): string {
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

function foreseenNow(label: string, level: ForeseenSnapshot['levels'][number], k: number): string {
  switch (level.view) {
    case 'too-few':
      return `${quote(label)} : non montré. ${level.people === 0 ? 'Personne n’a' : `${people(level.people)} ${agree(level.people, 'a', 'ont')}`} répondu ; avec ${people(level.more)} de plus dans ${quote(label)}, ce niveau serait montré.`
    case 'would-reveal-others':
      return `${quote(label)} : non montré, car la différence renseignerait sur moins de ${number.format(k)} autres personnes. Attendez que ces personnes soient plus nombreuses.`
    case 'means':
    case 'spread':
    case 'unknown':
      return foreseen(label, level.view, level.people, k)
  }
}

function partName(part: ForeseenPart, levels: readonly string[]): string {
  if (typeof part === 'number') return quote(levels[part] ?? '')
  return { room: 'la salle', statements: 'les affirmations une à une', distance: 'la distance' }[part]
}

function foreseenStatements(statements: ForeseenSnapshot['statements']): string {
  switch (statements) {
    case 'yes':
      return 'Les affirmations sont montrées une à une, dans la mesure où les réponses le permettent.'
    case 'once':
      return 'Les affirmations sont montrées une à une dans cette vue, et dans aucune autre ensuite. Pour cela, attendez que dix personnes aient répondu.'
    case 'never':
      return 'Les affirmations ne sont plus montrées une à une : la différence avec une vue précédente renseignerait sur quelques personnes.'
    default:
      return `Les affirmations ne sont pas montrées une à une : comparées à la dernière vue, les nouvelles personnes seraient trop peu nombreuses pour ne pas être reconnues. Attendez-en ${number.format(statements)} de plus.`
  }
}

function verdict(why: Extract<SnapshotDecision, { ok: false }>, levels: readonly string[]): string {
  const where = why.missing.map(({ group, more }) =>
    group === 'room' ? people(more) : `${people(more)} dans ${quote(levels[group] ?? '')}`,
  )
  switch (why.why) {
    case 'more-than-expected':
      return `Plus de personnes ont répondu que prévu : ${list.format(where)} de trop. Quelqu’un a peut-être répondu deux fois, et rien n’est montré tant que vous n’avez pas dit que ce sont toutes des personnes différentes.`
    case 'too-few':
      return `Trop peu de personnes ont répondu pour que quoi que ce soit soit montré. Il manque encore : ${list.format(where)}.`
    case 'too-many-views':
      return 'Cet atelier contient autant de vues qu’il le peut. Préparez un autre atelier pour la suivante.'
    case 'too-few-new':
      return `Ce qui est arrivé depuis le dernier instantané n’est pas encore montré : en comparant les deux, on reconnaîtrait si peu de personnes. Il manque encore : ${list.format(where)}.`
    case 'would-reveal-others':
      return 'Ce qui a changé depuis le dernier instantané n’est pas montré : comparé à ce que la salle a déjà vu, cela renseignerait sur quelques personnes seulement.'
  }
}

const cameraFailure: Record<CameraFailure | 'ended', string> = {
  ended: 'La caméra a été retirée. Rebranchez-la, puis réessayez.',
  unsupported:
    'Ce navigateur ne donne aucune caméra à la page. Collez ou saisissez les codes, ou ouvrez la page dans un autre navigateur.',
  refused:
    'La caméra est bloquée pour cette page. Autorisez-la dans les réglages du navigateur pour ce site, à côté de l’adresse, puis réessayez. En attendant, les codes peuvent être collés ou saisis.',
  missing: 'Aucune caméra n’a été trouvée. Branchez-en une et réessayez, ou collez ou saisissez les codes.',
  'in-use': 'La caméra est utilisée par un autre programme. Fermez ce programme, puis réessayez.',
  failed: 'La caméra n’a pas pu être ouverte. Réessayez, ou collez ou saisissez les codes.',
}

const storage: Record<WorkshopFailure, string> = {
  unavailable:
    'Ce navigateur ne conserve rien pour cette page. Vous pouvez continuer, mais ce que vous réglez et recueillez sera perdu à la fermeture de cet onglet. Exportez chaque atelier dans un fichier : c’est la copie qui dure.',
  full: 'L’espace de stockage de ce navigateur est plein. Ce que vous modifiez désormais sera perdu à la fermeture de cet onglet. Exportez chaque atelier dans un fichier, puis supprimez les ateliers dont vous n’avez plus besoin.',
  'later-release':
    'Les ateliers de cet appareil sont conservés par une version plus récente de cette page, sous une forme que celle-ci ne sait pas lire. Ils sont tous là, inchangés. Rechargez la page avec une connexion pour obtenir cette version. Ce que vous réglez ou recueillez d’ici là sera perdu à la fermeture de cet onglet.',
}

function fileIssue(issue: WorkshopFileIssue): string {
  const again = 'Exportez-le de nouveau là où il était conservé, puis importez ce fichier.'
  const choose = 'Choisissez le fichier obtenu par « Exporter l’atelier ».'
  switch (issue.code) {
    case 'too-large':
      return `Le fichier est plus gros qu’aucun atelier. ${choose}`
    case 'not-a-workshop':
      return `Ce n’est pas le fichier d’un atelier. ${choose} Les réponses se remettent à l’intérieur d’un atelier.`
    case 'later-format':
      return 'Le fichier vient d’une version plus récente du diagnostic. Rechargez cette page, puis importez-le.'
    case 'shape':
      return `Le fichier contient, à l’endroit ${quote(issue.path)}, un élément qui n’y a pas sa place. ${again}`
    case 'twice':
      return `Le fichier contient deux fois la même réponse, à l’endroit ${quote(issue.path)}. ${again}`
    case 'promises':
      return `Les réponses à l’endroit ${quote(issue.path)} ont été données sur d’autres engagements que ceux de l’atelier de ce fichier : ses niveaux ou son effectif minimal ont été modifiés depuis. ${again}`
    case 'snapshot':
      return `L’instantané ${number.format(issue.number)} du fichier ne correspond pas aux réponses qui s’y trouvent. ${again}`
  }
}

/** The texts of the facilitator's console, in French. */
export const consoleTexts: ConsoleTexts = {
  pageTitle: 'Atelier',
  number: (amount: number) => number.format(amount),
  storage,
  lock: lockTexts,
  reload: 'Recharger la page',
  erased: {
    title: 'Tout a été supprimé',
    text: 'Tout ce que ce diagnostic conserve dans ce navigateur a été supprimé, ateliers et réponses compris. Cet onglet n’en garde rien et n’écrit plus rien. Un fichier exporté auparavant peut être importé de nouveau une fois la page rechargée.',
  },
  backToStart: 'Ateliers sur cet appareil',
  loading: 'Un instant…',
  outcomes: outcomeTexts,

  start: {
    over: 'Pour qui anime',
    title: 'Ateliers',
    lead: 'Chacun répond sur son propre téléphone, la salle discute de ce qu’elle voit, et personne n’est exposé. Tout reste sur cet appareil : ni compte, ni serveur, et une fois la page ouverte, aucune connexion n’est nécessaire.',
    offline: (isReady) =>
      isReady === null
        ? 'Cette page est en cours d’enregistrement sur l’appareil, pour s’ouvrir aussi sans réseau…'
        : isReady
          ? 'Cette page est conservée sur cet appareil : elle s’ouvre aussi sans réseau.'
          : 'Ce navigateur ne conserve pas cette page sur l’appareil. Ouvrez-la tant qu’il y a un réseau et gardez son onglet ouvert : elle n’en a alors plus besoin.',
    create: 'Préparer un atelier',
    kept: 'Sur cet appareil',
    none: 'Aucun atelier n’est encore conservé sur cet appareil.',
    unread: 'Cette version ne peut pas en donner la liste.',
    open: 'Ouvrir',
    remove: 'Supprimer',
    of: (name: string) => `l’atelier ${quote(name)}`,
    removeTitle: (name: string) => `Supprimer ${quote(name)} ?`,
    removeText: (amount: number, isShown: boolean) =>
      [
        `${amount === 0 ? 'Ses réglages seront supprimés' : `Ses réglages et ${responses(amount)} seront supprimés`} de cet appareil, et les codes donnés par son lien ne pourront plus être reçus. Un fichier exporté auparavant peut être réimporté.`,
        ...(isShown
          ? ['Le fait que des vues en ont été montrées reste en mémoire, sans noms, réponses ni chiffres.']
          : []),
      ].join(' '),
    removeConfirm: 'Supprimer définitivement',
    removeKeep: 'Le garder',
    removed: (name: string) => `${quote(name)} est supprimé.`,
    notRemoved:
      'Le navigateur n’a pas laissé la page le supprimer. Effacez les données de ce site dans les réglages du navigateur.',
    ledgers: (amount: number) =>
      amount === 1
        ? 'Ce qui reste d’un atelier supprimé'
        : `Ce qui reste de ${number.format(amount)} ateliers supprimés`,
    ledgersText:
      'De chacun, son numéro, ses engagements et des marques scellées de qui figurait dans quelle vue ou a été retiré : ni nom, ni réponse, ni chiffre. Un fichier de cet atelier importé de nouveau y est tenu, afin qu’aucune vue ne diffère d’une seule personne d’une vue déjà montrée. « Tout supprimer sur cet appareil » l’efface aussi.',
    ledger: (id: string, views: number, iso: string | null) =>
      iso === null ? id : `${id} : ${count(views, 'vue', 'vues')}, la dernière le ${date(iso)}`,
    responses,
    latest: (iso: string) => `la dernière le ${date(iso)}`,
    nothing: 'rien de recueilli encore',
    collecting: 'Recueil ouvert',
    closed: 'Recueil clos',
    unreadable: (id: string) =>
      `L’atelier ${id} ne peut pas être lu par cette version. Il a été laissé tel quel : rechargez cette page pour obtenir la version la plus récente, ou téléchargez-le en l’état.`,
    download: 'Télécharger en l’état',
    lasting:
      'Les navigateurs peuvent effacer ce qu’une page conserve, certains après une semaine sans visite. Le fichier exporté est la copie qui dure. Sur un ordinateur partagé, exportez et supprimez avant de partir.',
  },

  tryOut: {
    title: 'Répéter',
    about:
      'Un groupe fictif de 24 personnes simulées, avec des résultats à lire et à présenter. Personne n’a donné ces réponses, et c’est indiqué partout où elles apparaissent.',
    open: 'Ouvrir le groupe fictif',
    name: 'Groupe fictif (simulé)',
    client: 'Entreprise fictive (simulée)',
    levels: ['Comité de direction', 'Équipes'],
  },

  importing: {
    title: 'Importer un atelier',
    label: 'Le fichier d’un atelier : choisissez-le, ou déposez-le sur cette page',
    issue: fileIssue,
    encoding: 'Le fichier n’est pas un texte lisible. Choisissez le fichier obtenu par « Exporter l’atelier ».',
    foreign: (name: string) =>
      `${quote(name)} utilise un questionnaire, ou une version de celui-ci, absents de cette page. Il est conservé, mais rien ne peut y être recueilli ici.`,
    done: (name: string) => `${quote(name)} est importé.`,
    elsewhere: (name: string) =>
      `Une vue de ${quote(name)} a-t-elle été montrée sur un autre appareil depuis l’écriture de ce fichier ?`,
    elsewhereText:
      'Cet appareil ne peut pas le savoir. Si c’est le cas, une vue qui n’en différerait que de quelques personnes en dirait trop sur elles : elle attend alors autant de nouvelles personnes que le plus petit groupe montré.',
    nowhere: 'Non, nulle part',
    somewhere: 'Oui, ou je ne sais pas',
    stayOut: (amount: number) =>
      amount < 2
        ? 'Une réponse du fichier a été retirée ici et le reste.'
        : `${number.format(amount)} réponses du fichier ont été retirées ici et le restent.`,
    exists: (name: string) => `${quote(name)} se trouve déjà sur cet appareil.`,
    existsText: (here: number, file: number) =>
      `Il compte ici ${responses(here)}, et ${number.format(file)} dans le fichier. Une copie reçoit son propre identifiant : les codes que remettent les participants vont à l’atelier qui est ici.`,
    replace: 'Remplacer celui d’ici',
    both: 'Garder les deux',
    cancel: 'Ne rien changer',
    copy: (name: string) => `${name} (copie)`,
  },

  setUp: {
    over: 'Réglages',
    newTitle: 'Préparer un atelier',
    editTitle: 'Modifier les réglages',
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
  },

  workshop: {
    over: (id: string) => `Atelier ${id}`,
    gone: 'Cet atelier n’est pas sur cet appareil',
    goneText:
      'Il a été supprimé ici ou dans un autre onglet, ou le navigateur l’a effacé. Un fichier exporté auparavant peut être réimporté.',
    notHere:
      'Il utilise un questionnaire, ou une version de celui-ci, absents de cette page : rien ne peut y être recueilli ici. Rechargez cette page pour obtenir la version la plus récente. Rien n’y a été modifié.',
    questionnaire: 'Questionnaire',
    ownFile: (mark) => `à partir d’un fichier à vous, de marque ${mark}`,
    language: 'Langue',
    levels: 'Niveaux',
    smallestGroup: 'Plus petit groupe montré',
    rawExport: 'Réponses individuelles à emporter',
    ownResults: 'Résultats individuels visibles',
    held: 'une fois que la salle a vu le sien',
    atOnce: 'dès que chacun a répondu',
    yes: 'oui, et les participants le savent',
    no: 'non',
    change: 'Modifier les réglages',
    changeFixed: 'Modifier le client ou les effectifs attendus',
    fixed: 'Ne changent plus depuis la première réponse reçue.',
    summary: 'Réglages',
    unsaved:
      'Ce navigateur n’a pas conservé la dernière modification. Exportez l’atelier dans un fichier avant de fermer cet onglet.',
    damaged: (amount) =>
      `${responses(amount)} que ce navigateur avait ${agree(amount, 'conservée ne peut être lue et ne compte pas', 'conservées ne peuvent être lues et ne comptent pas')}. Saisissez de nouveau le code ou le fichier.`,
    tabs: 'Ouvert dans deux onglets, l’atelier additionne ce que l’un et l’autre reçoivent ; de deux réglages, le plus récent l’emporte.',
  },

  join: {
    title: 'Participer',
    lead: 'Envoyez le lien quelques jours avant, ou montrez l’image dans la salle. Chacun répond sur son propre appareil et remet un code à la fin.',
    thisDevice:
      'Le lien ci-dessous ne s’ouvre que sur cet appareil : personne d’autre n’atteint cette adresse. Pour accueillir des téléphones, lancez le site avec « HOST=0.0.0.0 npm start », ou ouvrez cette console là où le site est publié.',
    address: 'Adresse que les téléphones de ce réseau ouvrent',
    link: 'Lien pour les participants',
    copy: 'Copier le lien',
    copied: 'Copié',
    notCopied:
      'Le navigateur n’a pas autorisé la copie. Le texte est maintenant sélectionné : copiez-le au clavier ou par le menu.',
    share: 'Partager le lien',
    picture: 'Code QR du lien pour les participants',
    pictureFailed: 'L’image n’a pas pu être dessinée. Utilisez le lien.',
    large: 'Afficher en plein écran',
    close: 'Fermer',
    steps: (minutes, isOwn) => [
      'Visez l’image avec l’appareil photo de votre téléphone et ouvrez le lien.',
      ...(isOwn ? ['Quand la page demande le fichier du questionnaire, choisissez celui que vous avez reçu.'] : []),
      `Répondez de votre côté. Il faut environ ${count(minutes, 'minute', 'minutes')}.`,
      'À la fin, montrez, copiez ou envoyez votre code à la personne qui anime.',
    ],
    tell: 'Ce qu’il faut dire aux participants',
    told: ({ smallestGroup, rawExport, holdsResults, isOwn }) => [
      ...(isOwn
        ? ['Les affirmations sont dans un fichier à nous. Vous l’ouvrez une fois ; il reste sur votre appareil.']
        : []),
      'Vos réponses restent sur votre appareil jusqu’à ce que vous remettiez le code. Aucun nom n’est demandé.',
      `Rien n’est montré de moins de ${number.format(smallestGroup)} personnes. Ce qui permettrait de déduire une réponse individuelle est masqué.`,
      rawExport
        ? 'La personne qui anime peut lire et garder chaque réponse avec son niveau, sans nom.'
        : 'Seuls des groupes sont montrés, et aucun tableau des réponses n’est remis. Qui détient votre code pourrait y lire vos réponses : ne le remettez qu’à la personne qui anime.',
      ...(holdsResults
        ? ['Vous voyez votre propre résultat une fois que la salle a vu le sien, et plus tôt si vous le demandez.']
        : []),
      '« Je ne peux pas le voir d’où je suis » est une réponse, et elle est utile.',
    ],
    own: {
      title: 'Remettre le fichier du questionnaire',
      text: 'Cet atelier propose un questionnaire à vous, et aucun serveur ne le fournit. Envoyez son fichier avec le lien, de préférence avant la réunion : par courriel ou par messagerie, pour qu’il soit déjà sur les téléphones. Le lien le reconnaît. Qui ne l’a pas, ou en a un autre, en est averti et peut rouvrir le lien plus tard.',
      download: 'Télécharger le fichier pour les participants',
      mark: (mark) =>
        `Sa marque est ${mark}. Un fichier de même contenu porte la même marque, quel que soit son nom. Si vous y changez quoi que ce soit, préparez un autre atelier.`,
    },
    phones:
      'Un téléphone qui a ouvert le lien n’a plus besoin de réseau ensuite, ni pour répondre ni pour remettre le code, sauf si son navigateur ne conserve rien.',
    phonesUnencrypted:
      'À cette adresse, qui n’est pas chiffrée, un téléphone ne garde rien pour plus tard : il lui faut le réseau jusqu’à la remise de son code.',
    early:
      'Les codes peuvent être remis avant la réunion : par mail, par messagerie, dans un fichier. Collez-les ci-dessous à mesure qu’ils arrivent.',
  },

  collect: {
    title: 'Recueillir',
    in: (amount: number, expected: number | null) =>
      `${agree(amount, 'réponse reçue', 'réponses reçues')}${expected === null ? '' : `, sur ${number.format(expected)} ${agree(expected, 'attendue', 'attendues')}`}`,
    table: 'Réponses par niveau',
    level: 'Niveau',
    count: 'Reçues',
    expected: 'Attendues',
    noLevel: 'Niveau non précisé',
    plain: (codes: number, rows: number) => {
      const parts = [
        ...(codes > 0 ? [`${number.format(codes)} par de simples codes de résultat`] : []),
        ...(rows > 0 ? [`${number.format(rows)} par des tableaux et des fichiers`] : []),
      ]
      return `Sans numéro de participant : ${list.format(parts)}. Si l’une de ces personnes remet deux réponses, rien ne permet de le savoir.`
    },
    unpromised: (amount: number, all: number) =>
      amount === all
        ? 'Réponses données sans les engagements de cet atelier : leurs codes, fichiers ou tableaux n’en portent aucun.'
        : `Dont ${count(amount, 'réponse donnée', 'réponses données')} sans les engagements de cet atelier : ${agree(amount, 'son code, fichier ou tableau n’en porte', 'leurs codes, fichiers ou tableaux n’en portent')} aucun.`,
    countsOnly: 'Jusqu’à la clôture du recueil, vous voyez des effectifs seulement, et rien de ce qui a été répondu.',
    paste: 'Codes, liens, mails ou tableaux',
    pasteHint:
      'Collez ou saisissez-en autant que vous voulez, dans n’importe quel désordre. Chaque participant compte une fois, avec ce qu’il a remis en dernier.',
    take: 'Recevoir',
    nothing: 'Le champ est encore vide. Collez ou saisissez un code, puis appuyez sur « Recevoir ».',
    files: 'Ou des fichiers, autant que vous voulez : choisissez-les, ou déposez-les sur cette page',
    said: (taken: number, all: number) =>
      `${count(taken, 'réponse reçue', 'réponses reçues')}. ${number.format(all)} en tout.`,
    progress: (rows, of) =>
      of === null
        ? `Lecture du tableau : ${count(rows, 'ligne', 'lignes')}`
        : `Enregistrement de ${count(rows, 'ligne', 'lignes')} sur ${number.format(of)}`,
    taking: 'Réception…',
    stays: 'Le texte reste ici jusqu’à ce que tout y soit reçu.',
  },

  takeOut: {
    title: 'Retirer les réponses de quelqu’un',
    label: 'Son code ou son lien, ou ce que le tableau dit de cette personne',
    hint: 'Collez ou saisissez le code que la personne a remis, ou l’adresse, la référence ou le numéro de réponse qui figure dans le tableau. Sans cela, personne ne peut dire quelles réponses sont les siennes.',
    find: 'Chercher la réponse',
    scan: 'Lire plutôt son code avec la caméra',
    scanTitle: 'Lecture du code à retirer',
    scanHint:
      'Présentez à la caméra le téléphone qui affiche le code. Rien n’est retiré avant que vous ayez vu de quelle réponse il s’agit.',
    found: (level: string | null, iso: string | null, isRow: boolean) =>
      [
        isRow ? 'Une réponse d’un tableau s’y trouve' : 'La réponse s’y trouve',
        level === null ? 'niveau non indiqué' : `niveau ${quote(level)}`,
        ...(iso === null ? [] : [`donnée le ${date(iso)}`]),
      ].join(', ') + '.',
    not: {
      several: 'Cela désigne plusieurs réponses. Elles se retirent une par une.',
      'taken-out': 'Ces réponses ont déjà été retirées.',
      'not-in': 'Aucune réponse de ce code n’est dans cet atelier.',
      nothing:
        'Rien ici ne désigne une réponse. Collez le code ou le lien en entier, ou ce que le tableau contient dans sa colonne des personnes.',
    },
    ask: 'La retirer',
    askTitle: 'Retirer cette réponse ?',
    means: (isInView: boolean): string =>
      isInView
        ? 'Une vue déjà montrée compte ces réponses. Elle reste telle qu’elle a été montrée, sous forme de chiffres sur des groupes ; les réponses elles-mêmes sont supprimées de ce navigateur et de tout fichier de l’atelier que vous exporterez désormais. Les autres personnes de cette vue ne figureront dans aucune autre : la différence entre les deux pourrait révéler ces réponses. Une nouvelle vue demande autant de nouvelles personnes qu’une première. Remises de nouveau, elles ne comptent pas, sauf si vous le dites. Les fichiers exportés auparavant et le code lui-même restent hors d’atteinte.'
        : 'Les réponses sont supprimées de ce que ce navigateur conserve et de tout fichier de l’atelier que vous exporterez désormais. Aucune vue ne les a comptées. Remises de nouveau, elles ne comptent pas, sauf si vous le dites. Les fichiers exportés auparavant et le code lui-même restent hors d’atteinte.',
    keep: 'La laisser compter',
    confirm: 'La retirer définitivement',
    done: 'La réponse a été retirée.',
  },

  form: {
    title: 'Passer par un outil d’enquête',
    hint: 'Les mêmes énoncés et les mêmes niveaux, dans un fichier que l’outil importe. Déposez plus haut le tableau qu’il exporte. Ces réponses échappent aux promesses de l’atelier : l’outil les voit.',
    tool: 'Outil d’enquête',
    download: 'Télécharger le formulaire',
    downloaded: 'Le formulaire est dans vos téléchargements.',
    failed: 'Le formulaire n’a pas pu être écrit. Vérifiez la connexion, puis réessayez.',
  },

  scan: {
    start: 'Lire avec la caméra',
    title: 'Lecture',
    hint: 'Présentez un téléphone après l’autre devant la caméra. Un son confirme chaque réponse reçue.',
    opening: 'La caméra s’ouvre…',
    failure: cameraFailure,
    again: 'Réessayer',
    camera: 'Caméra',
    unnamed: (position: number) => `Caméra ${number.format(position)}`,
    mute: 'Sans son',
    stop: 'Arrêter la lecture',
    picture: 'Ce que voit la caméra',
    in: (amount: number) => count(amount, 'reçue', 'reçues'),
    repeated: 'Ce code a déjà été lu.',
  },

  sources: {
    name: { camera: 'Caméra', relay: 'Salle en direct' },
    state: {
      idle: 'non connectée',
      connecting: 'connexion…',
      live: 'en direct',
      reconnecting: 'reconnexion…',
    },
    failure: {
      unreachable:
        'le relais est injoignable. En attendant, les codes peuvent être collés, saisis ou lus par la caméra.',
      refused:
        'le relais ne laisse entrer personne. En attendant, les codes peuvent être collés, saisis ou lus par la caméra.',
    },
  },

  close: {
    title: 'Clore le recueil',
    lead: (k: number) =>
      `À la clôture, les réponses sont figées dans un instantané et la salle peut voir les résultats. Vous pouvez rouvrir pour des réponses tardives ; un nouvel instantané demande alors au moins ${number.format(k)} personnes de plus, pour que la comparaison des deux ne trahisse personne.`,
    ask: 'Clore le recueil',
    askTitle: 'Clore le recueil ?',
    askText: (amount: number, k: number) =>
      amount < k
        ? `Seulement ${count(amount, 'réponse est reçue', 'réponses sont reçues')}, et rien n’est montré de moins de ${number.format(k)}. Vous pouvez clore puis rouvrir, mais il n’y aura aucun résultat.`
        : `${count(amount, 'réponse est figée', 'réponses sont figées')} dans un instantané, et les résultats sont montrés. Plus rien n’est reçu tant que vous ne rouvrez pas.`,
    confirm: 'Clore',
    keep: 'Continuer le recueil',
    closed: 'Le recueil est clos',
    preview: {
      title: 'Ce que la salle verrait maintenant',
      about:
        'D’après le nombre de personnes qui ont répondu. Leurs réponses ne sont pas regardées : certains chiffres peuvent encore être masqués.',
      level: foreseenNow,
      statements: foreseenStatements,
      loses: (parts: readonly ForeseenPart[], levels: readonly string[]) =>
        `Cette vue montrerait moins que la dernière. Il y manquerait : ${list.format(parts.map((part) => partName(part, levels)))}.`,
    },
    snapshot: (which: number, iso: string, amount: number) =>
      `Instantané ${number.format(which)} du ${date(iso)}, avec ${responses(amount)}. Ce qui en est montré ne change jamais.`,
    verdict,
    vouch: 'Ce sont toutes des personnes différentes',
    vouched: 'C’est noté : ce sont toutes des personnes différentes.',
    reopen: 'Rouvrir le recueil',
    late: (amount) =>
      `${responses(amount)} ${agree(amount, 'arrivée après la clôture n’a pas été reçue', 'arrivées après la clôture n’ont pas été reçues')}. Rouvrez le recueil pour recevoir ce qui arrive tard.`,
    reopened: 'Le recueil est rouvert.',
    heldBack: (amount: number) =>
      `${amount === 1 ? 'Une personne a' : `${number.format(amount)} personnes ont`} remis d’autres réponses depuis une vue précédente. Une nouvelle vue garde les anciennes, car la différence révélerait qui a dit quoi.`,
    own: {
      title: 'Les résultats individuels des participants',
      text: 'Ils attendent que la salle ait vu le sien. Affichez ou dites alors ce mot : saisi sur la page d’un participant, il ouvre son résultat. La dernière étape de la présentation l’affiche aussi. C’est une courtoisie, qui ne protège rien : qui le demande voit son résultat plus tôt, et le lendemain tous s’ouvrent d’eux-mêmes.',
    },
    exportAgain:
      'Exportez de nouveau l’atelier maintenant, sous « Conserver et emporter » : un fichier antérieur ne sait pas ce qui a été montré depuis.',
    leftOut: (amount: number) =>
      `${amount === 1 ? 'Une personne figure' : `${number.format(amount)} personnes figurent`} dans une vue dont des réponses ont été retirées, et dans aucune autre désormais, car la différence entre les deux pourrait révéler ces réponses.`,
    noFigures: (which: number) =>
      `Les chiffres de l’instantané ${number.format(which)} ne sont pas sur cet appareil. Des réponses en ont été retirées : ils ne peuvent plus être calculés.`,
    views: 'Vue à montrer',
    view: (which: number, iso: string, amount: number) =>
      `Vue ${number.format(which)}, ${date(iso)}, ${responses(amount)}`,
    failed: 'Les résultats n’ont pas pu être calculés. Rien n’est perdu : ce qui a été recueilli est conservé.',
    tryAgain: 'Réessayer',
  },

  takeAway: {
    title: 'Conserver et emporter',
    file: 'Exporter l’atelier',
    fileHint:
      'Un seul fichier avec tout : réglages, réponses et instantanés. Gardez-le comme vous garderiez les réponses elles-mêmes : qui l’a peut les lire.',
    lockedHint: `Un seul fichier avec tout : réglages, réponses et instantanés. Voici ce que les participants en ont appris : ${quote(lockedFile)}`,
    raw: 'Télécharger chaque réponse (CSV)',
    rawHint: 'Une ligne par réponse, sans nom. Les participants l’ont appris avant de répondre.',
    rawLater:
      'Les réglages permettent un tableau de toutes les réponses. Il pourra être téléchargé une fois le recueil clos.',
    writing: 'Le fichier est en cours d’écriture…',
    downloaded: 'Le fichier est dans vos téléchargements.',
  },
}
