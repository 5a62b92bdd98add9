import { lockedFile, lockTexts } from './workshop-file.ts'
import type { CameraFailure, WorkshopFailure } from '../../../core/ports.ts'
import { agree } from './agree.ts'
import type { ConsoleTexts } from '../en/console.ts'
import { count, date, list, number, quote, responses } from './amounts.ts'
import { closeTexts } from './console-close.ts'
import { outcomeTexts } from './console-outcomes.ts'
import { stageTexts } from './console-stages.ts'
import { importingTexts, startTexts, tryOutTexts } from './console-start.ts'

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

  start: startTexts,
  tryOut: tryOutTexts,
  importing: importingTexts,
  stages: stageTexts,
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
    arrive: 'Arrivée des réponses',
    live: (relay) => `d’elles-mêmes, scellées, par ${relay === '' ? 'le relais de ce site' : relay}`,
    byCode: 'par code, image ou fichier',
    rawExport: 'Réponses individuelles à emporter',
    ownResults: 'Résultats individuels visibles',
    held: 'une fois que la salle a vu le sien',
    atOnce: 'dès que chacun a répondu',
    yes: 'oui, et les participants le savent',
    no: 'non',
    change: 'Modifier les réglages',
    changeFixed: 'Modifier le client ou les effectifs attendus',
    fixed: 'Ne changent plus depuis la première réponse reçue.',
    unsaved:
      'Ce navigateur n’a pas conservé la dernière modification. Exportez l’atelier dans un fichier avant de fermer cet onglet.',
    damaged: (amount) =>
      `${responses(amount)} que ce navigateur avait ${agree(amount, 'conservée ne peut être lue et ne compte pas', 'conservées ne peuvent être lues et ne comptent pas')}. Saisissez de nouveau le code ou le fichier.`,
    tabs: 'Ouvert dans deux onglets, l’atelier additionne ce que l’un et l’autre reçoivent ; de deux réglages, le plus récent l’emporte.',
  },

  join: {
    title: 'Participer',
    lead: 'Envoyez le lien quelques jours avant, ou montrez l’image dans la salle. Chacun répond sur son propre appareil et remet ses réponses à la fin.',
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
    steps: (minutes, isOwn, isLive) => [
      'Visez l’image avec l’appareil photo de votre téléphone et ouvrez le lien.',
      ...(isOwn ? ['Quand la page demande le fichier du questionnaire, choisissez celui que vous avez reçu.'] : []),
      `Répondez de votre côté. Il faut environ ${count(minutes, 'minute', 'minutes')}.`,
      isLive
        ? 'À la fin, appuyez sur « Remettre mes réponses ». Elles partent scellées, pour la personne qui anime et pour elle seule.'
        : 'À la fin, montrez, copiez ou envoyez votre code à la personne qui anime.',
    ],
    counted: (amount, of) =>
      of === null
        ? `${number.format(amount)} ${agree(amount, 'réponse', 'réponses')}`
        : `${number.format(amount)} sur ${number.format(of)}`,
    mark: (mark) => `Ce qui s’y ouvre affiche le repère ${mark}.`,
    orType: (address) => `Ou ouvrez ${address} et saisissez`,
    counts: 'Combien de personnes ont répondu',
    live: {
      title: 'D’abord, une copie de l’atelier',
      text: 'Ce que chacun envoie est scellé pour cet atelier, et la clé n’est que sur cet appareil. S’il tombe en panne, ou si le navigateur la perd, personne ne peut plus ouvrir les envois. Le fichier de l’atelier contient la clé : exportez-le maintenant, et un second appareil pourra prendre la suite. N’ouvrez l’atelier que sur un appareil à la fois : si l’un est clos et l’autre non, seul celui-ci compte les réponses qui arrivent.',
      without: 'Continuer sans copie',
    },
    tell: 'Ce qu’il faut dire aux participants',
    told: ({ smallestGroup, rawExport, holdsResults, live, isOwn }) => [
      ...(isOwn
        ? ['Les affirmations sont dans un fichier à nous. Vous l’ouvrez une fois ; il reste sur votre appareil.']
        : []),
      live
        ? 'Vos réponses restent sur votre appareil jusqu’à ce que vous appuyiez sur « Remettre mes réponses ». Elles partent alors scellées, et seul l’appareil de la personne qui anime peut les ouvrir. Aucun nom n’est demandé.'
        : 'Vos réponses restent sur votre appareil jusqu’à ce que vous remettiez le code. Aucun nom n’est demandé.',
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
      'Les codes peuvent être remis avant la réunion : par mail, par messagerie, dans un fichier. Recevez-les ici à mesure qu’ils arrivent.',
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

  setAside: {
    title: 'Mettre à part une vague de réponses',
    legend: 'Les réponses qui comptent',
    lead: (k) =>
      `Quiconque a le lien peut envoyer des réponses que personne n’a données. Jusqu’à la première vue, et pas au-delà, cet atelier retient lesquelles sont arrivées ensemble, par vagues d’au moins ${number.format(k)} et sans heure. Ce qui n’est pas coché ne compte pas, n’entre dans aucune vue et peut revenir en entier. Les réponses des autres ne changent pas.`,
    forgotten: 'Ce qui a été mis à part avant la première vue peut revenir en entier.',
    crowd: (first, people) =>
      `Arrivées de rang ${number.format(first)} à ${number.format(first + people - 1)} : ${responses(people)}`,
    rest: (people) => `Ce qui a été mis à part : ${responses(people)}`,
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
    before: (iso) => `Avant aujourd’hui, cet atelier a consulté son relais pour la dernière fois le ${date(iso)}.`,
    says: (name, state) => `${name} : ${state}`,
    unreadable: (amount) =>
      `${count(amount, 'message', 'messages')} au relais ne ${agree(amount, 'peut être ouvert', 'peuvent être ouverts')} avec la clé de cet atelier et ne ${agree(amount, 'compte', 'comptent')} pas : une autre salle, ou un contenu abîmé en route.`,
    byHand: (amount) =>
      `Depuis l’ouverture de cette page, ${responses(amount)} ${agree(amount, 'est arrivée', 'sont arrivées')} à la main : par code, image, fichier ou tableau.`,
    unshared:
      'Ce que cet atelier a montré est trop long pour rester au relais. Avant qu’un autre appareil n’en montre une vue, emportez-y son fichier.',
    name: { camera: 'Caméra', relay: 'Salle en direct' },
    state: {
      idle: 'non connectée',
      connecting: 'connexion…',
      live: 'connectée',
      reconnecting: 'reconnexion…',
    },
    failure: {
      unreachable:
        'le relais est injoignable. En attendant, les codes peuvent être collés, saisis ou lus par la caméra.',
      refused:
        'le relais ne laisse entrer personne. En attendant, les codes peuvent être collés, saisis ou lus par la caméra.',
      full: 'le relais ne prend pas d’autre atelier pour l’instant, et la demande est répétée. En attendant, les codes peuvent être collés, saisis ou lus par la caméra.',
    },
  },

  close: closeTexts,
  takeAway: {
    title: 'L’atelier entier',
    noReport: 'Le compte rendu du groupe vient ici une fois le recueil clos avec assez de réponses.',
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
