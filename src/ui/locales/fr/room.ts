import { agree } from './agree.ts'
import { count, date, list, number, people, quote } from './amounts.ts'
import { pathTexts } from './path.ts'
import { guessRoomTexts } from './room-guess.ts'
import { expertTexts, flaggedTexts, methodTexts, why } from './room-method.ts'
import type { ApartOn, RoomTexts } from '../en/room.ts'

const either = new Intl.ListFormat('fr-FR', { type: 'disjunction' })
const decimals = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const WORDS = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze']

/** A small number of a feminine noun as a word, for running text. */
const inWords = (value: number) => WORDS[value] ?? number.format(value)

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

const points = (amount: number) => count(amount, 'point', 'points')

/** The texts about a room, in French. */
export const roomTexts: RoomTexts = {
  colon: '\u00a0:',
  quote,
  number: (value: number) => number.format(value),
  decimals: (value: number) => decimals.format(value),
  date,
  lowerFirst: (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1),
  newTab: '(en anglais, s’ouvre dans un nouvel onglet)',
  sameTab: '(en anglais)',
  simulated: 'Simulation',
  simulatedNote: 'Ce groupe est simulé, pour essayer : personne n’a donné ces réponses.',
  why,

  title: 'Ce que voit le groupe',
  snapshot: (snapshot: number, taken: string) => `Vue ${number.format(snapshot)}, ${taken}`,
  room: 'Le groupe',
  size: (
    total: number,
    levels: readonly { readonly label: string; readonly size: number }[],
    notSaid: number,
    leftOut: boolean,
  ) => {
    const parts = [
      ...levels.map(({ label, size }) => `${label} ${number.format(size)}`),
      ...(notSaid > 0 ? [`niveau non précisé ${number.format(notSaid)}`] : []),
    ]
    return `${people(total)} ${agree(total, 'a', 'ont')} participé${levels.length > 0 ? ` : ${list.format(parts)}` : ''}.${leftOut ? ` Les chiffres du groupe ne comptent pas ${agree(notSaid, 'la personne', `les ${number.format(notSaid)} personnes`)} dont le niveau n’est pas précisé, afin que chaque niveau puisse être montré.` : ''}`
  },
  sizeNote: (smallest: number) =>
    `Rien ici ne porte sur moins de ${number.format(smallest)} personnes. Quand quelque chose n’est pas montré, la raison est dite.`,
  level: (position: number, of: number) =>
    position === 1
      ? 'Le plus proche du sommet'
      : position === of
        ? 'Le plus proche du terrain'
        : `Niveau ${number.format(position)}`,
  hiddenOf: (names: readonly string[], reason: string) => `${list.format(names)}. ${reason}`,

  mean: {
    points: (value: number) => number.format(value),
    low: (within: number) => `0–${number.format(within)}`,
    high: (within: number) => `${number.format(100 - within)}–100`,
    between: (low: number, high: number) =>
      low === high ? number.format(low) : `${number.format(low)}–${number.format(high)}`,
    atEnd: 'à l’extrémité de l’échelle',
  },
  interval: (low: number, high: number) => `${number.format(low)} à ${number.format(high)}`,
  around: (words: string) => `autour de ${quote(words)}`,
  amid: (lower: string, upper: string) => `entre ${quote(lower)} et ${quote(upper)}`,

  counted: {
    number: (amount: number) => number.format(amount),
    'fewer-than': (amount: number) => `moins de ${number.format(amount)}`,
    'all-but-fewer-than': (amount: number) => `tous sauf ${number.format(amount - 1)} au plus`,
    'under-half': 'moins de la moitié',
    'half-or-more': 'la moitié ou plus',
    between: (low: number, high: number) => `${number.format(low)} à ${number.format(high)}`,
  },

  path: {
    ...pathTexts,
    title: 'Le chemin des signaux, vu des deux bouts',
    caption:
      'Ce que chaque bout constate en moyenne, en image\u00a0: une bande est une affirmation. Appuyez sur une partie pour lire ses affirmations.',
    pass: (amount, seen, blind) =>
      `${number.format(amount)} sur ${number.format(seen)} ${blind > 0 ? agree(seen, 'montrée ', 'montrées ') : ''}${agree(amount, 'passe', 'passent')}`,
    unseen: (amount) => `${number.format(amount)} hors de vue pour la moitié`,
    hidden: (amount) => `${number.format(amount)} ${agree(amount, 'non affichée', 'non affichées')}`,
    counted:
      'Une affirmation quitte son courant quand la moyenne dépasse le milieu de l’échelle, inversée si elle est formulée à l’inverse. Les autres passent ; plus la chose est constatée, plus la bande est fine.',
    unseenCaption: 'Hachuré\u00a0: la moitié d’entre eux au moins ne peut pas le voir de sa place.',
    hiddenCaption: 'Fermé\u00a0: non affiché, ou ce qui est affiché ne dit pas de quel côté du milieu cela se trouve.',
    label: (level, parts) => `Ce que constate ${level}, en image. ${parts.join('. ')}.`,
  },
  scores: {
    title: 'Les scores du groupe',
    question: (names: readonly string[]) =>
      `Avant de regarder : laquelle de ces dimensions ressortira dans ce groupe, ${either.format(names)} ?`,
    prompt: 'À quoi vous attendiez-vous ? Citez un fait des trois derniers mois qui confirme ce que vous voyez.',
    headline: (highest: readonly string[]) =>
      highest.length === 1 ? `${highest[0]} : nettement devant les autres` : 'Aucun score ne se détache des autres',
    coverDistance: (top: string, work: string) =>
      `Aucun score ne se détache : chacun est la moyenne de deux vues différentes, celle de ${quote(top)} et celle de ${quote(work)}`,
    nothing: 'Les scores ne peuvent pas être montrés',
    failed: 'Le graphique n’a pas pu être chargé. Ses chiffres figurent dans les tableaux.',
    caption:
      'Chaque point est la moyenne des scores des personnes ; la barre qui l’entoure est son intervalle à 95 %. Une barre sans point dit seulement entre quelles valeurs se trouve la moyenne. Là où des barres se recoupent, l’ordre reste ouvert.',
    label: (parts: readonly string[]) => `Graphique des scores avec leurs intervalles. ${parts.join('. ')}.`,
    sentence: (name: string, mean: string, interval: string | null, n: number) =>
      `${name} : ${mean}${interval ? `, intervalle de ${interval}` : ''}, ${people(n)}`,
    inWords: (name: string, words: string) => `${name} : ${words}.`,
    close: 'Les scores des personnes sont proches les uns des autres.',
    apart: 'Les scores des personnes sont bien éloignés les uns des autres : la moyenne seule le cache.',
    agreement: 'Les scores sont',
    closeBrief: 'proches',
    apartBrief: 'éloignés',
    bands: 'Comment les scores se répartissent',
    band: (low: number, high: number) => `${number.format(low)}–${number.format(high)}`,
    bandsLabel: (parts: readonly string[]) => `Personnes par score : ${list.format(parts)}.`,
    bandPart: (amount: number, band: string) => `${people(amount)} à ${band}`,
    bandsOf: (who: string) => `${who} : personnes par score`,
    table: 'En tableau',
    who: 'Qui',
    n: 'Personnes',
    mean: 'Moyenne',
    interval: 'Intervalle à 95 %',
    exact:
      'Si tout le monde a répondu, la moyenne est exacte pour ce groupe. L’intervalle dit de combien elle pourrait changer avec d’autres personnes aux mêmes places.',
  },

  distance: {
    title: 'La distance',
    question: (top: string, work: string) =>
      `Avant de regarder : ${quote(top)} et ${quote(work)} voient-ils la même organisation ? Lequel des deux en constate le plus ?`,
    prompt: (top: string, work: string) =>
      `Qu’est-ce qui se voit depuis ${quote(work)} et ne parvient pas jusqu’à ${quote(top)} ? Interrogez d’abord ${quote(work)}.`,
    clear: (top: string, work: string, more: boolean, amount: number, name: string) =>
      `${name} : ${points(Math.abs(amount))} de ${more ? 'plus' : 'moins'} depuis ${quote(top)} que depuis ${quote(work)}.`,
    atLeast: (top: string, work: string, more: boolean, amount: number, name: string) =>
      `${name} : au moins ${points(amount)} de ${more ? 'plus' : 'moins'} depuis ${quote(top)} que depuis ${quote(work)}.`,
    noInterval:
      'C’est ce que donnent les deux moyennes. Près d’un bout de l’échelle, et à côté d’une vue antérieure, il n’y a pas d’intervalle là où il pourrait renseigner sur quelques personnes.',
    lead: (top: string, work: string, apart: readonly ApartOn[]) => {
      const amounts = apart.map(({ amount, isLeast, name }, index) => {
        const figure = `${isLeast ? 'au moins ' : ''}${index === 0 ? `${points(amount)} d’écart` : number.format(amount)}`
        return `${figure} (${name})`
      })
      return apart.length === 1
        ? `Entre ${quote(top)} et ${quote(work)} : ${list.format(amounts)}.`
        : `${quote(top)} et ${quote(work)} voient deux images différentes : ${list.format(amounts)}.`
    },
    leadReason: (
      more: readonly { readonly who: string; readonly names: readonly string[] }[],
      hasLeast: boolean,
      hasClear: boolean,
    ) =>
      [
        ...more.map(({ who, names }) =>
          more.length === 1
            ? `C’est ${quote(who)} qui en constate davantage.`
            : `${quote(who)} en constate davantage pour ${list.format(names)}.`,
        ),
        hasLeast
          ? `${quote('Au moins')} est ce que les deux moyennes laissent certain${hasClear ? ' ; ailleurs, l’intervalle de la différence exclut zéro' : ''}.`
          : 'L’intervalle de chaque différence exclut zéro.',
      ].join(' '),
    cannotTell: (name: string) => `${name} : ce groupe ne permet pas de trancher.`,
    cannotTellBrief: 'ce groupe ne permet pas de trancher',
    notShownBrief: 'non montré',
    headline: (clear: readonly string[], concepts: number, top: string, work: string) =>
      clear.length === 0
        ? 'Ce groupe ne permet pas de dire si les deux vues diffèrent'
        : clear.length === concepts && concepts > 1
          ? `${quote(top)} et ${quote(work)} voient deux images différentes`
          : `${quote(top)} et ${quote(work)} diffèrent : ${list.format(clear)}`,
    before:
      'Cette vue reste telle qu’elle a été montrée. À côté d’elle, celle-ci ne peut pas montrer cette distance aussi précisément : la différence entre les deux pourrait renseigner sur quelques personnes.',
    hidden: 'La distance ne peut pas être montrée',
    interval: (low: string, high: string) => `Intervalle à 95 % de la différence : de ${low} à ${high}.`,
    signed: (value: number) => (value > 0 ? `+${number.format(value)}` : value < 0 ? `−${number.format(-value)}` : '0'),
    pairs: (ofTen: number, top: string, work: string) =>
      ofTen === 5
        ? 'En prenant une personne de chaque côté, l’une en constate davantage aussi souvent que l’autre.'
        : `En prenant une personne de chaque côté, dans ${number.format(ofTen < 5 ? 10 - ofTen : ofTen)} paires sur 10, c’est celle de ${quote(ofTen < 5 ? work : top)} qui en constate davantage.`,
    pairsFromTen:
      'Dans combien de paires l’un en constate davantage se montre à partir de dix personnes à chaque niveau.',
    unit: (amount: number) => agree(Math.abs(amount), 'point d’écart', 'points d’écart'),
    unitAtLeast: (amount: number) =>
      agree(Math.abs(amount), 'point d’écart au\u00a0moins', 'points d’écart au\u00a0moins'),
    label: (parts: readonly string[]) => `La distance en image. ${parts.join(' ')}`,
    sides: (top: string, topMean: string, work: string, workMean: string) => `${top} ${topMean}, ${work} ${workMean}.`,
    caption: (top: string, work: string) =>
      `Une marque pleine est la moyenne de ${quote(top)}, une marque vide celle de ${quote(work)} ; la ligne qui les traverse est leur intervalle à 95 %, et une barre à leur place dit seulement entre quelles valeurs se trouve la moyenne. Le champ entre les deux est la distance, en pointillé là où ce groupe ne permet pas de trancher.`,
  },

  apart: {
    title: 'Là où les deux vues s’éloignent le plus',
    question: (top: string, work: string) =>
      `Avant de regarder : ${quote(top)} et ${quote(work)} répondraient-ils de même ?`,
    prompt: 'Que faudrait-il montrer aux uns pour qu’ils répondent comme les autres ?',
    atLeast: (amount: number) => `Au moins ${points(amount)}`,
    exactly: (amount: number) => points(amount),
    intro: 'Les affirmations, selon la distance entre les deux moyennes. Un même numéro veut dire à égalité.',
    none: 'Aucune affirmation ne permet de comparer les deux.',
    hidden: (amount: number) =>
      agree(
        amount,
        `${upperFirst(inWords(amount))} affirmation n’est pas comparée.`,
        `${number.format(amount)} affirmations ne sont pas comparées.`,
      ),
    more: (amount: number) => agree(amount, 'La dernière', `Les ${number.format(amount)} autres`),
  },

  discuss: {
    title: 'À discuter d’abord',
    question: 'Avant de regarder : que répondriez-vous ici ? Décidez pour vous-même, sans un mot.',
    prompt: 'Les deux réponses peuvent être vraies là où elles ont été données. Qu’est-ce qui y diffère ?',
    camps: 'Deux camps',
    campsNote: 'Les réponses forment deux ensembles, avec peu entre les deux.',
    intro: 'Les affirmations où les réponses du groupe s’éloignent le plus. Un même numéro veut dire à égalité.',
    answered: (n: number) => `${number.format(n)} ${agree(n, 'réponse comptée', 'réponses comptées')}.`,
    label: (text: string, parts: readonly string[]) => `Réponses à ${quote(text)} : ${list.format(parts)}.`,
    part: (amount: number, words: string) => `${number.format(amount)} ${words}`,
    apart:
      'De cinq à neuf réponses, seuls des mots sont montrés. Sur ces affirmations, les réponses ne sont pas proches les unes des autres.',
    none: 'Pour aucune affirmation, il n’est possible de montrer comment les réponses s’éloignent.',
    hidden: (amount: number) =>
      agree(amount, 'Rien n’est dit d’une affirmation.', `Rien n’est dit de ${number.format(amount)} affirmations.`),
    more: (amount: number) => agree(amount, 'La dernière', `Les ${number.format(amount)} autres`),
  },

  items: {
    table: 'Toutes les affirmations',
    item: 'Affirmation',
    answered: 'Comptées',
    answers: 'Répartition',
    mean: 'Moyenne',
    agreement: 'Les réponses sont',
    close: 'proches',
    apart: 'éloignées',
    nearlyAll: (words: string) => `presque tous ${quote(words)}`,
    counts: (parts: readonly string[]) => parts.join(', '),
    note: 'Moyennes et réponses telles qu’elles ont été données : là où une affirmation est formulée à l’inverse, davantage est une bonne nouvelle.',
  },

  sight: {
    title: 'Ce que seuls certains peuvent voir',
    question: (top: string) => `Avant de regarder : que se passe-t-il ici qui ne se voit pas depuis ${quote(top)} ?`,
    prompt: 'Qui peut le montrer, et de quoi cette personne a-t-elle besoin pour le montrer sans risque ?',
    headline: (items: number, top: string) =>
      items === 0
        ? 'Qui a pu voir quoi'
        : `${upperFirst(inWords(items))} ${agree(items, 'chose qui ne se voit', 'choses qui ne se voient')} pas depuis ${quote(top)} et que d’autres constatent`,
    intro:
      'Combien ont répondu « je ne peux pas le voir ». C’est une réponse en soi, jamais comptée comme une fréquence faible.',
    unseenFromTop: (top: string, work: string) =>
      `La moitié au moins de ${quote(top)} ne pouvait pas les voir, alors que les réponses de ${quote(work)} les placent au milieu de l’échelle ou au-delà.`,
    none: (top: string, work: string) =>
      `Il n’y a pas d’affirmation que la moitié de ${quote(top)} n’a pas pu voir et que l’on constate depuis ${quote(work)}.`,
    noneShown: (top: string, work: string) =>
      `Parmi les affirmations dont on montre assez, il n’y en a pas que la moitié de ${quote(top)} n’a pas pu voir et que l’on constate depuis ${quote(work)}.`,
    cannotTell: (top: string, work: string, hidden: readonly string[]) =>
      `On ne peut pas dire s’il y a une affirmation que la moitié de ${quote(top)} n’a pas pu voir et que l’on constate depuis ${quote(work)} : les réponses de ${list.format(hidden.map(quote))} ne sont pas montrées, ou pas assez précisément.`,
    open: (amount: number, hidden: readonly string[]) =>
      `On ne peut pas le dire de ${count(amount, 'affirmation', 'affirmations')} : les réponses de ${list.format(hidden.map(quote))} n’y sont pas montrées, ou pas assez précisément.`,
    more: (amount: number) => `Et ${inWords(amount)} ${agree(amount, 'autre', 'autres')}.`,
    ofLevel: (level: string, size: number) => `${level}, sur ${number.format(size)}`,
    caption: 'Combien ont répondu « je ne peux pas le voir »',
    table: 'Qui n’a pas pu voir quoi',
    item: 'Affirmation',
  },

  lens: {
    title: 'Ce que le groupe tient pour la cause',
    questions: {
      misconception:
        'Avant de regarder : quelle cause ce groupe donnerait-il aux écarts entre la stratégie et le travail quotidien ?',
      'system-view': 'Avant de regarder : combien ici chercheraient la cause dans les conditions où l’on travaille ?',
    },
    prompts: {
      misconception: 'Si c’est bien la cause, à quoi auraient dû ressembler les réponses sur le travail quotidien ?',
      'system-view': 'Quelle condition changeriez-vous la première, et qui pourrait en décider ?',
    },
    headline: (held: number, explanations: number, isOpen: boolean) =>
      held === explanations && explanations > 1
        ? `Chacune de ces ${inWords(explanations)} explications est partagée par la moitié du groupe ou plus`
        : held === 0
          ? `Aucune de ces ${inWords(explanations)} explications n’est ${isOpen ? 'à coup sûr ' : ''}partagée par la moitié du groupe`
          : `${isOpen ? `Au moins ${inWords(held)}` : upperFirst(inWords(held))} de ces ${inWords(explanations)} explications ${agree(held, 'est partagée', 'sont partagées')} par la moitié du groupe ou plus`,
    hidden: 'Ce que le groupe tient pour la cause ne peut pas être montré',
    about: 'Ces affirmations demandaient comment chacun explique ce qui se passe. Elles ne comptent dans aucun score.',
    held: 'D’accord : la moitié ou plus',
    notHeld: 'D’accord : moins de la moitié',
    open: 'La moitié est-elle d’accord ? Cela reste ouvert',
    heldBy: (share: string) => `${share} d’accord`,
    shares: (low: string, high: string) => (low === high ? low : `${low} à ${high}`),
    share: (value: number) => `${number.format(value)} %`,
    misconception: 'Des explications qui peuvent cacher ce qui est constaté',
    'system-view': 'Des explications qui regardent les conditions',
  },

  contradiction: {
    title: 'Quand l’explication et le constat ne vont pas ensemble',
    question: 'Avant de regarder : ce que ce groupe croit va-t-il avec ce qu’il constate ?',
    prompt:
      'Quoi d’autre pourrait expliquer ce qui est constaté ? Citez une chose que vous pourriez vérifier cette semaine.',
    fitPrompt: 'Que faudrait-il voir dans le travail quotidien pour que vous changiez d’avis sur la cause ?',
    none: 'Ce que croit le groupe ne s’oppose pas nettement à ce qu’il constate.',
    noneShown: 'Pour ce qui en est montré, ce que croit le groupe ne s’oppose pas nettement à ce qu’il constate.',
    beliefsHidden:
      'On ne peut pas dire si ce que croit le groupe va avec ce qu’il constate : ce qu’il croit n’est pas montré.',
    reportsHidden:
      'On ne peut pas dire si ce que croit le groupe va avec ce qu’il constate : ce qu’il constate n’est pas montré.',
    rests: 'Cela repose sur',
    others: 'Chaque fois la moitié ou plus, sans que ce soient forcément les mêmes personnes.',
    believed: 'Ce que croit ce groupe',
    reported: 'Ce que constate ce groupe',
    answered: (share: string, option: string, isReversed: boolean) =>
      `${share} ${quote(option)} ou ${isReversed ? 'moins' : 'plus'}`,
  },

  closing: {
    title: 'Ce qu’il faut en retenir',
    question: 'Avant de regarder : quelle est la seule chose que ce groupe devrait examiner ?',
    prompt: 'Qui examine quoi, pour quand, et à quelle date ce groupe apprend-il ce qui a été trouvé ?',
    none: 'Ce qui est montré ici ne mène à aucun constat sur l’ensemble du groupe.',
    read: 'À lire ensuite (en anglais)',
    own: 'Votre propre résultat s’ouvre avec ce mot',
  },

  guess: guessRoomTexts,

  expert: expertTexts,
  flagged: flaggedTexts,
  present: {
    label: 'Présentation au groupe',
    start: 'Présenter au groupe',
    about:
      'Remplit l’écran et montre une chose à la fois. Chaque étape commence cachée, pour que le groupe réponde avant de regarder. Page suivante, la flèche droite, la barre d’espace ou une télécommande la montre, puis avance ; Page précédente ou la flèche gauche revient en arrière ; Échap quitte.',
    position: (at: number, of: number) => `${number.format(at)} sur ${number.format(of)}`,
    show: 'Montrer',
    cover: 'Cacher à nouveau',
    forward: 'Suivant',
    back: 'Retour',
    leave: 'Quitter',
    prompt: 'Pour le groupe',
  },

  steps: {
    title: 'Choisir les étapes à présenter',
    about:
      'Ce que vous laissez de côté reste sur cette page, dans le rapport et dans ce que l’on emporte. Le choix est conservé avec l’atelier, sur cet appareil et dans son fichier.',
    up: 'Monter',
    down: 'Descendre',
    named: (title, about) => `${title} : ${about}`,
    moved: (step, position) => `${step} : c’est maintenant l’étape ${number.format(position)}.`,
    none: 'Aucune étape n’est choisie : il n’y a rien à présenter.',
    reset: 'Toutes les étapes, dans l’ordre habituel',
    wasReset: 'Toutes les étapes sont présentées, dans l’ordre habituel.',
  },

  take: {
    about: 'Ces trois documents contiennent ce qui est montré au groupe, et rien de plus.',
    print: 'Imprimer ou enregistrer en PDF',
    csv: 'CSV de ce qui est montré',
    json: 'JSON de ce qui est montré',
  },

  /** Words in the names of files, without spaces or accents. */
  file: { simulated: 'simulation', room: 'groupe' },

  paper: {
    footer: (name: string, taken: string) => `${name} · ${taken}`,
    report: 'Compte rendu du groupe',
    asked: 'Ce qui a été demandé',
    apart: 'Écart',
    scale: (lowest: string, highest: string) =>
      `Les scores vont de 0, ${quote(lowest)}, à 100, ${quote(highest)} ; chacun est la moyenne de ce que ces personnes constatent. Là où deux nombres figurent, la moyenne se trouve entre eux.`,
    begin: 'Par où commencer',
    follows:
      'Les pages qui suivent donnent tous les chiffres qui peuvent être montrés, ce qui ne l’est pas et pourquoi, et la façon dont ils ont été calculés.',
    read: 'Réponses de référence (en anglais)',
    prompts: 'Des questions pour continuer',
    computed: 'Comment cela a été calculé',
    hidden: 'Ce qui n’est pas montré, et pourquoi',
    nothingHidden: 'Tout est montré.',
    findings: 'Ce qui en découle',
  },

  method: methodTexts,
}
