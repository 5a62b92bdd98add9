import type { Vantage } from '../../../core/questionnaire/vantages.ts'
import type { ScoreWords } from '../../../core/scoring/describe-score.ts'
import { agree } from './agree.ts'
import { listClauses, listNames, listScores, lowerFirst } from './name-lists.ts'
import { pathTexts } from './path.ts'
import type { ResultTexts } from '../en/result.ts'
import { date, either, list, number, shortDate } from './written.ts'

const WORDS = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze']

/** A small number of a feminine noun as a word, for running text. */
const inWords = (value: number) => WORDS[value] ?? number.format(value)

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

const statements = (amount: number) => agree(amount, 'affirmation', 'affirmations')

/**
 * The number of answers out of so many statements: "à aucune des 24", "à une des
 * 24", "à 20 des 24", "aux 24".
 */
function ofThem(amount: number, items: number): string {
  if (amount > 0 && amount === items) return items === 1 ? 'à la seule' : `aux ${number.format(items)}`
  const which = amount === 0 ? 'aucune' : amount === 1 ? 'une' : number.format(amount)
  return `à ${which} des ${number.format(items)}`
}

/** The places as they stand on a label. */
const bare: Record<Vantage, string> = {
  senior: 'direction',
  middle: 'encadrement',
  close: 'terrain',
}

/** The places with "de", which contracts with "le". */
const ofPlaces: Record<Vantage, string> = {
  senior: 'de la direction',
  middle: 'de l’encadrement',
  close: 'du terrain',
}

/** The interface's own texts in the result, in French. */
export const resultTexts: ResultTexts = {
  colon: '\u00a0:',
  semicolon: '\u202f;',
  quote: (text: string) => `«\u00a0${text}\u00a0»`,
  number: (value: number) => number.format(value),
  date,
  shortDate,
  lowerFirst,

  over: 'Votre résultat',
  about: 'Périmètre',
  priority: { title: 'Avec une priorité à l’esprit', print: 'Imprimer aussi ma priorité' },
  seenFrom: (vantage: Vantage) => `vu ${ofPlaces[vantage]}`,
  scores: (parts: readonly string[]) => `Sur 100 : ${list.format(parts)}.`,
  basis: (answered: number, items: number, cantTell: number, skipped: number, lens: number, lensItems: number) => {
    const link = (answered === 0) === (lens === 0) ? (answered === 0 ? 'ni' : 'et') : 'mais'
    const causes = lensItems > 0 ? `${link === 'et' ? '' : ','} ${link} ${ofThem(lens, lensItems)} sur les causes` : ''
    const have = answered === 0 ? 'Vous n’avez répondu' : 'Vous avez répondu'
    const rest = [
      ...(cantTell > 0 ? [`${number.format(cantTell)} « je ne peux pas le voir »`] : []),
      ...(skipped > 0 ? [`${number.format(skipped)} ${statements(skipped)} sans réponse`] : []),
    ]
    const missing = rest.length > 0 ? ` Il reste ${list.format(rest)}.` : ''
    return `${have} ${ofThem(answered, items)} affirmations sur l’organisation${causes}.${missing} Un seul point de vue, comparé à aucun autre.`
  },
  clauses: listClauses,
  brief: {
    words: 130,
    places: (found: readonly string[], level: number) =>
      level === 1
        ? `Un point de départ : ${found[0]}.`
        : level === found.length
          ? `${upperFirst(inWords(level))} points de départ : ${listClauses(found)}.`
          : `${found.length === 1 ? 'Un point' : `${upperFirst(inWords(found.length))} points`} de départ sur ${inWords(level)} : ${listClauses(found)}.`,
    certainty: (sure: string, notSure: string) => `${sure} ${notSure}`,
    sure: {
      clear: 'Sûr : l’écart dépasse le hasard des formulations.',
      clearOfHabit: 'Sûr : plus que le hasard ou l’habitude d’approuver.',
      contradiction: 'Sûr : ce sont vos réponses ; aucun score ne ressort.',
      visibility: 'Sûr : cela vous échappe ; aucun score ne se détache.',
      condition: 'Sûr : vous le constatez plus que « parfois » ; aucun score ne se détache.',
    },
    notSure: {
      senior: 'Pas sûr : d’en haut, calme et caché se ressemblent.',
      middle: 'Pas sûr : ce qu’on en dirait plus haut et plus bas.',
      close: 'Pas sûr : ce qu’en voient les dirigeants.',
      'not-said': 'Pas sûr : ce qu’en diraient d’autres.',
    },
    haste: {
      flagged: 'Prudence\u00a0: réponses hâtives ou uniformes.',
      fast: 'Prudence\u00a0: moins de deux secondes par affirmation.',
      'same-answer': 'Prudence\u00a0: la même réponse, de nombreuses fois.',
      flat: 'Les écarts disent peu\u00a0: réponses peu variées.',
    },
    ask: 'À demander cette semaine',
    examine: 'À examiner',
    chooseOf: (level: number) => `${upperFirst(inWords(level))} à égalité : où agir ?`,
    choose: 'Sur lequel avez-vous prise ?',
    read: 'À lire (anglais)',
  },
  summary: {
    says: {
      ahead: 'se détache',
      reported: 'constaté',
      behind: 'moins constaté',
      little: 'peu constaté',
      level: 'à égalité',
      open: 'reste ouvert',
      unseen: 'en grande partie hors de vue',
    },
    picture: (parts: readonly string[]) => `${parts.join(' ; ')}.`,
    top: 'La direction',
    work: 'Le terrain',
    note: 'Le regard d’une personne sur l’organisation ; un « vous » dans la première ligne, c’est elle. Aucune réponse à une affirmation ne s’y lit ni ne s’en déduit, et la question est la même pour quiconque obtient cette première ligne.',
    write: ['À qui je le demande', 'Ce que j’apporte', 'La réponse qui me donnerait tort', 'Quand j’y reviens'],
    take: 'Le diagnostic, sans aucune réponse :',
  },
  full: { title: 'Lecture complète', contents: 'Sommaire' },
  readFirst: 'À lire d’abord (en anglais)',

  path: {
    ...pathTexts,
    summary: (reported: number, items: number, drawn: string) =>
      `${upperFirst(drawn)}\u00a0: ${number.format(reported)} sur ${number.format(items)}`,
    pass: (amount: number, seen: number, blind: number, open: number) => {
      const passes = agree(amount, 'passe', 'passent')
      if (open > 0) return `${number.format(amount)} sur ${number.format(seen)} avec réponse ${passes}, vu d’ici`
      if (blind > 0) return `${number.format(amount)} sur ${number.format(seen)} que vous voyez ${passes}`
      return `${number.format(amount)} sur ${number.format(seen)} ${passes}, vu d’ici`
    },
    unseen: (amount: number) => `${number.format(amount)} hors de votre vue`,
    caption: 'Vos réponses en image : une bande est une affirmation.',
    counted: (from: string, turned: string) =>
      `Les réponses à partir de « ${from} » quittent leur courant, ou jusqu’à « ${turned} » quand l’affirmation est formulée à l’inverse. Vos autres réponses passent ; plus vous constatez la chose, plus la bande est fine.`,
    keptCaption: 'Barré de traits : cela passe, et mérite d’être préservé.',
    unseenCaption: 'Hachuré : vous ne pouvez pas le voir de votre place.',
    skippedCaption: 'Un point : resté sans réponse.',
    fromTheTop: 'Vu de la direction, ce qui passe et ce qui n’est jamais parti se ressemblent.',
    label: (parts: readonly string[]) => `Vos réponses en image. ${parts.join('. ')}.`,
  },
  chart: {
    title: 'Les trois scores',
    caption: 'Un point est un score, la barre sa fourchette à 80 %. Si elles se recoupent, l’ordre reste ouvert.',
    bar: (name: string, score: number | null, low: number, high: number) =>
      score === null
        ? `${name} : sans score`
        : `${name} : ${number.format(score)} (de ${number.format(low)} à ${number.format(high)})`,
    nothing: 'Aucune dimension n’a assez de réponses pour un score : il n’y a rien à représenter.',
    failed: 'Le graphique n’a pas pu être chargé. Ses chiffres figurent dans le tableau.',
    table: 'Les scores en tableau',
    label: (parts: readonly string[]) => `Graphique des scores avec leurs fourchettes. ${parts.join('. ')}.`,
    concept: 'Dimension',
    score: 'Score',
    band: 'Fourchette à 80 %',
    answered: 'Réponses',
    noScore: 'sans score',
  },
  concepts: {
    title: 'Les trois dimensions',
    words: (words: ScoreWords, name: (option: string) => string) =>
      words.is === 'around'
        ? `Autour de « ${name(words.option)} »`
        : `Entre « ${name(words.lower)} » et « ${name(words.upper)} »`,
    figures: (score: number, low: number, high: number) =>
      `Score de ${number.format(score)} sur 100, fourchette de ${number.format(low)} à ${number.format(high)}.`,
    atEnd: (score: number) =>
      `Score de ${number.format(score)} sur 100, en bout d’échelle, où une fourchette dit peu de chose.`,
    partial: 'Score partiel : moins de quatre affirmations sur cinq ont reçu une réponse.',
    bounds: (low: number, high: number) =>
      `Quelles que soient les réponses manquantes, il se situe entre ${number.format(low)} et ${number.format(high)}.`,
    none: (answered: number, items: number) => {
      const which =
        answered === 0
          ? `aucune des ${number.format(items)} affirmations n’a reçu de réponse`
          : `${number.format(answered)} ${statements(answered)} sur ${number.format(items)} ${agree(answered, 'a', 'ont')} reçu une réponse`
      return `Pas de score : ${which} ; il en faut la moitié, et au moins trois.`
    },
    standing: (above: readonly string[], level: readonly string[]) =>
      [
        ...(above.length > 0 ? [`Nettement au-dessus ${listScores('du', 'des', above)}.`] : []),
        ...(level.length > 0 ? [`Pas de différence nette avec ${listScores('le', 'les', level)}.`] : []),
      ].join(' '),
    drivers: 'Ce qui pèse le plus',
    driversKept: 'Ce qui protège le plus',
    turned: 'formulée à l’inverse',
    noDrivers: 'Rien au-dessus de « parfois ».',
    nothingAnswered: 'Aucune réponse sur l’échelle.',
    all: (items: number) => (items === 1 ? 'La seule réponse' : `Les ${number.format(items)} réponses`),
    others: (items: number) => (items === 1 ? 'L’autre réponse' : `Les ${inWords(items)} autres réponses`),
    missed: 'Ce qui échappe facilement',
    ask: 'À demander cette semaine',
    askPeople: (vantages: readonly Vantage[]) => either.format(vantages.map((vantage) => bare[vantage])),
    askAmongYourselves: 'entre vous',
    askedOf: (whom: string) => `À demander cette semaine (${whom})`,
    read: 'À lire (en anglais)',
    cantTell: 'je ne peux pas le voir',
    unanswered: 'sans réponse',
  },
  paper: {
    footer: (given: string, code: string) => `${given} · ${code}`,
    more: (amount: number) =>
      amount === 1
        ? 'Une autre réponse va dans le même sens.'
        : `${number.format(amount)} autres réponses vont dans le même sens.`,
    alsoReported: (names: readonly string[]) => `Ressortent aussi\u00a0: ${listNames(names)}.`,
    read: 'Textes à lire (en anglais)',
    method:
      'Un score est la moyenne des réponses aux affirmations d’une dimension, rapportée au maximum possible. La fourchette tient compte du hasard dans le choix des affirmations ; elle ne dit pas si ce point de vue est juste. Il s’agit du point de vue d’une seule personne, qui n’est comparé à aucune autre organisation.',
    scored: 'Le calcul du résultat',
    code: (page: string) => `Ce code rouvre le résultat à l’adresse ${page} :`,
    readable: 'Toute personne qui l’a peut y lire chaque réponse.',
  },
  newTab: '(en anglais, s’ouvre dans un nouvel onglet)',
  sameTab: '(en anglais)',
  lens: {
    title: 'Votre explication, vos réponses',
    line: (amount: number) =>
      amount === 0
        ? 'Votre façon d’expliquer ce que vous constatez.'
        : `${upperFirst(inWords(amount))} de vos explications ${agree(amount, 'contredit', 'contredisent')} ce que vous constatez.`,
    about: (items: number) =>
      `${upperFirst(inWords(items))} ${statements(items)}, hors des scores : montre-t-elle ce que vous constatez, ou le cache-t-elle ?`,
    none: 'Les explications avec lesquelles vous êtes d’accord ne contredisent pas nettement ce que vous constatez.',
    untested:
      'Ces réponses ne permettent pas d’éprouver vos explications : vu de la direction, ce qui les contredirait n’est peut-être jamais arrivé. L’encadrement et le terrain pourraient le dire.',
    open: 'On ne peut pas dire si vos explications s’accordent avec ce qui se passe : certaines des affirmations qui le montreraient sont sans réponse.',
    tendency:
      'On ne peut pas dire si vos explications s’accordent avec ce qui se passe : compte tenu d’une tendance à répondre plutôt vers le haut ou vers le bas, ce qui les contredirait n’est plus net.',
    doubts: {
      'opposites-affirmed':
        'Vous avez aussi approuvé des affirmations qui disent le contraire l’une de l’autre. Ce qui suit peut venir d’une tendance à approuver en général.',
      'tendency-unknown':
        'Trop peu d’affirmations opposées ont été posées ou ont reçu une réponse pour tenir compte d’une tendance à approuver en général. Lisez ce qui suit en conséquence.',
    },
    all: (items: number) => (items === 1 ? 'Votre explication' : `Vos ${inWords(items)} explications`),
    above: (amount: number) =>
      amount === 1 ? 'Et une réponse citée plus haut.' : `Et ${inWords(amount)} réponses citées plus haut.`,
    others: (items: number) => (items === 1 ? 'L’autre explication' : `Les ${inWords(items)} autres explications`),
  },
  unseen: {
    title: 'Ce que vous n’avez pas pu voir',
    line: (unseen: number, items: number) =>
      unseen === 0
        ? 'Aucune affirmation.'
        : `${number.format(unseen)} ${statements(unseen)} sur ${number.format(items)}.`,
    some: (unseen: number, items: number) =>
      `Vous avez répondu « je ne peux pas le voir » ${ofThem(unseen, items)} affirmations sur l’organisation.`,
    means: 'Une réponse en soi : ce qui ne vous parvient pas.',
    from: (vantages: readonly Vantage[]) =>
      `Interrogez des personnes ${either.format(vantages.map((vantage) => ofPlaces[vantage]))}`,
    skipped: (amount: number) =>
      amount === 1
        ? 'Une affirmation sur l’organisation est restée sans réponse. Elle ne compte ni dans un sens ni dans l’autre.'
        : `${number.format(amount)} affirmations sur l’organisation sont restées sans réponse. Elles ne comptent ni dans un sens ni dans l’autre.`,
  },
  examine: {
    title: 'À examiner ensuite',
    line: (names: readonly string[], level: number) =>
      level === 1
        ? `D’abord : ${listNames(names)}.`
        : level === names.length
          ? `D’abord, l’un de ces points : ${listNames(names)}.`
          : `D’abord, l’un de ${inWords(level)} points, dont ${listNames(names)}.`,
    intro: (isOfLead: boolean) =>
      `${isOfLead ? 'Ce dont parle la première ligne vient d’abord. ' : ''}Sous un même titre, tous sont constatés autant.`,
    none: {
      'none-reported': 'Aucune de ces conditions au-dessus de « parfois ».',
      'little-answered':
        'Moins de la moitié des affirmations ont reçu une réponse ; aucune condition n’est donc retenue.',
      'too-alike': 'Vos réponses se ressemblent trop pour retenir une condition.',
    },
    askInstead: (vantages: readonly Vantage[]) =>
      `Interrogez plutôt des personnes ${either.format(vantages.map((vantage) => ofPlaces[vantage]))}, qui en voient davantage.`,
    rank: (index: number, amount: number) =>
      index === 0 && amount > 1 ? 'D’abord, l’un de ces points' : (['D’abord', 'Ensuite'][index] ?? 'Puis'),
    alike: 'À égalité avec eux',
    unseen: (names: readonly string[]) => `Restent en suspens, faute de vue ou de réponse : ${listNames(names)}.`,
  },
  others: {
    title: 'Ce que verrait le terrain',
    line: (apart: number, alike: number, guessed: number) =>
      apart > 0
        ? `Autre réponse attendue à ${number.format(apart)} sur ${number.format(guessed)}. Lui seul peut le dire.`
        : alike > 0
          ? 'Même réponse attendue. Lui seul peut le dire.'
          : 'Lui seul peut le dire.',
    lead: (more: number, less: number) =>
      more > 0 && less > 0
        ? `Vous supposez que le terrain en signale plus que vous sur ${inWords(more)}, et moins sur ${inWords(less)}.`
        : `Vous supposez${more + less > 1 ? ', chaque fois,' : ''} que le terrain en signale ${more > 0 ? 'plus' : 'moins'} que vous.`,
    pair: (own: string, guess: string) => `vous « ${own} », eux « ${guess} »`,
    both: (answer: string) => `vous comme eux « ${answer} »`,
    they: (guess: string) => `sans réponse de vous, eux « ${guess} »`,
    unknown: 'vous ne savez pas',
    ask: 'Demandez sa réponse à l’un d’eux avant de donner la vôtre.',
    guess: 'Deviner ce que répondrait le terrain',
    change: 'Revoir ce que vous supposez',
    check: 'Vérifier auprès du terrain',
  },
  deeper: {
    title: 'Regarder de plus près',
    line: (names: readonly string[]) =>
      names.length === 1
        ? `Un questionnaire lui est consacré : ${listNames(names)}.`
        : `Un questionnaire pour chacune : ${listNames(names)}.`,
    choose: 'Commencez là où vous avez prise.',
    size: (items: number) => `${number.format(items)} ${statements(items)}.`,
  },
  method: {
    title: 'Le calcul et vos réponses',
    line: 'Ce qu’est un score, ce que couvre sa fourchette, et où sont vos réponses.',
    careful: 'La façon dont les réponses ont été données',
    paragraphs: (concepts: number, items: number, lens: number, hasOpposites: boolean) => [
      `${concepts === 1 ? 'La dimension' : `Chacune des ${inWords(concepts)} dimensions`} compte ${inWords(items)} ${statements(items)}. Un score est la moyenne des réponses que vous y avez données, rapportée au maximum possible${hasOpposites ? ' ; les réponses aux affirmations formulées à l’inverse sont d’abord inversées' : ''}. « Je ne peux pas le voir » n’a pas de valeur chiffrée et ne compte jamais comme une réponse basse. Un score demande une réponse à la moitié des affirmations, et à trois au moins.`,
      `La fourchette autour d’un score montre de combien il pourrait varier, quatre fois sur cinq, avec d’autres affirmations sur le même sujet. Elle tient compte du hasard dans le choix des affirmations ; elle ne dit pas si votre point de vue est juste. On ne dit d’une dimension qu’elle ressort que si sa fourchette se situe tout entière au-dessus des autres${hasOpposites ? ', même compte tenu d’une éventuelle tendance à répondre plutôt vers le haut ou vers le bas de l’échelle' : ''}.`,
      `Rien n’est comparé ici à d’autres organisations ni à d’autres dirigeants ; aucune comparaison de ce genre n’entre dans le calcul.${lens > 0 ? ` ${lens === 1 ? 'La dernière affirmation vient' : `Les ${inWords(lens)} dernières affirmations viennent`} après les autres, ce qui peut influer sur la façon d’y répondre, et ne ${agree(lens, 'compte', 'comptent')} dans aucun score.` : ''}`,
    ],
    kept: 'Vos réponses sont conservées dans ce navigateur, sur cet appareil, et ne sont envoyées nulle part. Sur un ordinateur partagé, supprimez tout avant de partir, sous « Résultats sur cet appareil ».',
    notKept:
      'Vos réponses ne se trouvent que dans cet onglet : cet appareil ne les conserve pas, et elles ne sont envoyées nulle part. Elles disparaissent à la fermeture de l’onglet.',
    version: (title: string, version: string) => `${title}, version ${version}.`,
    source: 'Ce diagnostic repose sur un texte publié en anglais :',
  },
}
