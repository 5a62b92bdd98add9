import type { CheckDecision } from '../../../core/check/next-check.ts'
import { agree } from './agree.ts'
import { count, date, number, people, responses } from './amounts.ts'
import { ofName } from './of-name.ts'
import type { Change, CheckTexts } from '../en/check.ts'

const WORDS = [
  'aucune',
  'une',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
]

const inWords = (value: number) => WORDS[value] ?? number.format(value)
const starts = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const points = (amount: number) => count(amount, 'point', 'points')
const those = (n: number) => `${starts(inWords(n))} personnes du terrain`
const needed = (more: number) => `Il en faut encore ${inWords(more)}.`

const inPoints = ({ by, low, high, amount }: Change) => `${by} ${agree(amount, 'point', 'points')} (${low} à ${high})`

/** Les textes de la vérification d’un dirigeant, en français. */
export const checkTexts: CheckTexts = {
  over: 'Vérification',
  simulated: 'Simulation',
  simulatedNote: 'Cette vérification est simulée, pour essayer : personne n’a donné ces réponses.',
  level: 'Le terrain',
  sampleLeader: 'Camille Martin (exemple)',

  setUp: {
    title: (leader) => (leader === '' ? 'Tenir une vérification' : `Tenir une vérification pour ${leader}`),
    selfTitle: 'Préparer une vérification',
    unread:
      'Le lien qui mène ici est incomplet ou a été modifié en chemin. Demandez à la personne qui l’a envoyé une copie entière.',
    kept: (leader) =>
      `${leader} a répondu à ce diagnostic, et voudrait savoir où le terrain voit autre chose. Vous recueillez les réponses sur cet appareil, et remettez à ${leader} la page imprimée.`,
    self: 'Des personnes du terrain répondent aux mêmes affirmations. Cet appareil recueille leurs réponses, et vous montre leur moyenne à côté de vos réponses et de vos suppositions.',
    truths: {
      title: 'Ce qui vaut pour toute vérification',
      all: [
        'Jusqu’à la clôture, il n’y a qu’un nombre de réponses. La clôture montre le résultat une fois ; avec moins de cinq réponses, elle ne montre rien.',
        'Rien n’est montré sur moins de cinq personnes, et une partie seulement sur moins de dix. Une personne compétente en informatique pourrait lire davantage sur cet appareil : on le dit à celles qu’on sollicite.',
        'Le dirigeant est hors du groupe et n’y compte jamais.',
        'Sur cet appareil, une autre vérification pour le même dirigeant ne montre rien pendant 28 jours, pour que personne ne puisse soustraire l’une de l’autre et voir ce qu’une seule personne a répondu.',
      ],
      holds: (leader) =>
        `Le lien qui mène ici contient les réponses et les suppositions ${ofName(leader)} ; cette vérification et son fichier aussi.`,
    },
    leader: 'Le nom du dirigeant, tel que le connaissent les personnes sollicitées',
    keeper: 'Votre nom, tel que le connaissent les personnes sollicitées',
    keeperHint: 'Elles lisent que leurs réponses vont sur votre appareil.',
    expected: 'Combien de personnes seront sollicitées',
    expectedHint:
      'Cinq au moins, mieux vaut de huit à quinze. S’il vient plus de réponses, le résultat attend que vous disiez qu’il s’agit de personnes différentes.',
    language: 'La langue dans laquelle on les sollicite',
    arrive: 'Comment les réponses arrivent',
    live: (relay) => `D’elles-mêmes, scellées, par ${relay}`,
    liveHint: 'On appuie sur un bouton. Le relais ne peut pas lire ce qui passe.',
    codes: 'Sous forme de codes qu’on vous envoie',
    codesHint: 'Par courriel ou par message, si bien que vous voyez de qui vient chacun. Rien ne passe par un relais.',
    codesOnly:
      'Il n’y a pas de relais ici : les réponses arrivent sous forme de codes, que l’on vous envoie par courriel ou par message.',
    create: 'Préparer la vérification',
    needs: {
      leader: 'Indiquez le nom du dirigeant.',
      keeper: 'Indiquez votre nom.',
      expected: 'Indiquez un nombre de 5 à 1 000.',
    },
    tooSoon: (leader, until) =>
      `${leader === '' ? 'Une vérification qui est la vôtre' : `Une vérification pour ${leader}`} a été montrée sur cet appareil il y a moins de 28 jours. Une autre pourra être préparée à partir du ${date(until)}.`,
    collecting: (leader) =>
      `${leader === '' ? 'Une vérification qui est la vôtre' : `Une vérification pour ${leader}`} est encore ouverte sur cet appareil.`,
    open: 'Ouvrir cette vérification',
  },

  head: (leader, keeper) =>
    keeper === '' ? `La vérification ${ofName(leader)}` : `La vérification ${ofName(leader)}, tenue par ${keeper}`,
  copy: {
    title: 'Prenez d’abord le fichier de la vérification',
    text: 'C’est la seule copie en dehors de ce navigateur. Sans elle, ce qu’on vous envoie est perdu si cet appareil tombe en panne ou si le navigateur vide sa mémoire. Il contiendra chaque réponse : il est donc verrouillé par une phrase secrète.',
    without: 'Continuer sans copie',
  },
  again: 'Reprendre le fichier de la vérification',
  invite: {
    title: 'Solliciter des personnes du terrain',
    link: 'Lien pour les personnes sollicitées',
    copy: 'Copier le lien',
    share: 'Partager le lien',
    picture: 'Image QR du lien pour les personnes sollicitées',
    pictureFailed: 'L’image n’a pas pu être dessinée. Copiez plutôt le lien.',
    thisDevice:
      'Cette page est ouverte à une adresse que d’autres appareils n’atteignent pas. Ouvrez-la à une adresse qu’ils atteignent avant d’envoyer le lien.',
    message: (leader, keeper) =>
      `Quelques mots pour accompagner le lien : « ${leader} vous demande comment vous voyez l’organisation. Il faut environ cinq minutes, et personne n’y est obligé. ${keeper === '' ? '' : `Vos réponses vont à ${keeper}, et non à ${leader}. `}Ce qui est montré porte sur cinq personnes ou plus. Le lien dit ce que deviennent vos réponses. »`,
    live: (relay) => `Les réponses arrivent d’elles-mêmes par ${relay}, chaque fois que cette page est ouverte.`,
    codes: 'On vous envoie un code. Relevez-le ci-dessous.',
  },
  state: {
    idle: 'Non connecté',
    connecting: 'Connexion en cours…',
    live: 'Prêt à recevoir',
    reconnecting: 'Nouvelle connexion en cours…',
    failed: 'Le relais est hors d’atteinte. Les codes fonctionnent malgré tout.',
  },
  counts: {
    in: (amount, of) =>
      of === null
        ? `${responses(amount)} ${agree(amount, 'reçue', 'reçues')}`
        : `${responses(amount)} ${agree(amount, 'reçue', 'reçues')}, sur ${number.format(of)} personnes sollicitées`,
    only: 'Jusqu’à la clôture, il n’y a que ce nombre.',
    left: (amount) =>
      amount === 0
        ? 'Il y en a assez pour montrer quelque chose.'
        : `Encore ${responses(amount)}, et la vérification peut montrer quelque chose.`,
  },
  take: 'Relever des codes',
  close: {
    title: 'Clore et montrer',
    text: 'La clôture montre le résultat une fois. Ce qui arrive ensuite n’est pas relevé, et on le dit à la personne qui l’envoie.',
    ask: 'Clore la vérification',
    askTitle: 'Clore la vérification ?',
    few: (amount) =>
      `Il n’y a que ${responses(amount)} : rien ne serait montré, puisqu’il en faut cinq. Vous pourrez la rouvrir ensuite.`,
    enough: (amount) => `La moyenne de ${responses(amount)} sera montrée.`,
    small: 'À partir de dix personnes, elle montre davantage : chaque affirmation, et la précision de chaque moyenne.',
    keep: 'Continuer à recueillir',
    confirm: 'Clore',
    closed: 'La vérification est close',
    reopen: 'Laisser d’autres personnes répondre',
    reopenText: 'Un second résultat demande cinq personnes qui ne sont pas dans le premier.',
    vouch: 'Ce sont des personnes différentes',
  },
  why: (decision: CheckDecision): string => {
    if (decision.ok) return ''
    switch (decision.why) {
      case 'too-soon':
        return `Une autre vérification pour le même dirigeant a été montrée sur cet appareil. Celle-ci pourra montrer quelque chose à partir du ${date(decision.until)}.`
      case 'too-few':
        return `Rien n’est montré : il faut cinq personnes. ${needed(decision.missing[0]?.more ?? 0)} Rouvrez la vérification, et envoyez le lien à d’autres personnes.`
      case 'too-few-new':
        return `Rien de nouveau n’est montré : avec si peu de nouvelles personnes, la différence dirait ce qu’elles ont répondu. ${needed(Math.max(...decision.missing.map((one) => one.more)))}`
      case 'more-than-expected': {
        const more = decision.missing[0]?.more ?? 0
        return `Il est venu ${count(more, 'réponse', 'réponses')} de plus que de personnes sollicitées. Quelqu’un a peut-être répondu deux fois, ou fait suivre le lien.`
      }
      case 'too-many-views':
        return 'Cette vérification a été montrée autant de fois qu’elle peut l’être.'
      case 'would-reveal-others':
        return 'Rien de nouveau n’est montré : à côté de ce qui l’a déjà été, cela renseignerait sur moins de cinq personnes. Une nouvelle vérification sera possible après 28 jours.'
    }
  },

  result: {
    title: (leader) => `${leader}, et les personnes du terrain`,
    addressed: (leader) => `Cette page s’adresse à ${leader}. Imprimez-la, et remettez-la.`,
    from: (amount, of, taken) =>
      `${people(amount)} du terrain${of === null ? '' : `, sur ${number.format(of)} sollicitées`}, ${date(taken)}`,
    sheet: (diagnostic, keeper) =>
      [diagnostic, 'vérification', ...(keeper === '' ? [] : [`tenue par ${keeper}`])].join(' · '),
    concepts: 'Par dimension',
    guessed: 'Ce que vous pensiez qu’elles répondraient',
    notGuessedAt: 'Affirmation par affirmation',
    you: 'Vous',
    every: 'Chaque affirmation',
    table: {
      statement: 'Affirmation',
      own: 'Vous',
      guess: 'Votre supposition',
      group: 'Elles, en moyenne',
      given: ({ say, figure }) => `${say} (${figure})`,
      nearlyAll: (words) => `presque toutes « ${words} »`,
      unseen: 'vous ne pouviez pas le voir',
      open: 'sans réponse',
      unknown: 'vous ne saviez pas',
      notGuessed: '–',
    },
    tracks: { all: 'Toutes les affirmations', guessed: 'Celles où vous avez deviné leurs réponses' },
    around: (words) => `autour de « ${words} »`,
    amid: (low, high) => (low === high ? `« ${low} »` : `entre « ${low} » et « ${high} »`),
    groupSays: (n, they) => `${those(n)} répondent ${they.say} en moyenne (${they.figure}).`,
    nearlyAll: (n, words) => `Presque toutes, sur ${inWords(n)} personnes du terrain, répondent « ${words} ».`,
    given: (option, figure) => (figure === null ? `« ${option} »` : `« ${option} » (${figure})`),
    expected: (expected) => `Votre supposition : ${expected}.`,
    own: (own) => `Votre propre réponse : ${own}.`,
    notGuessed: 'Ici, vous n’avez rien supposé.',
    unknown: 'Vous ne saviez pas ce qu’elles répondraient.',
    ownUnseen: 'Vous ne pouviez pas le voir vous-même.',
    ownScore: (own, value, they) =>
      `Vous répondez ${own} (${number.format(value)} sur 100), elles ${they.say} en moyenne (${they.figure}).`,
    onlyGroup: (they) =>
      `Elles répondent ${they.say} en moyenne (${they.figure} sur 100) ; vous avez trop peu répondu pour un score.`,
    guessScore: (guess, value, statements, they) =>
      `Sur ${statements === 1 ? 'l’affirmation' : `les ${inWords(statements)} affirmations`} où vous avez deviné leurs réponses, vous supposiez ${guess} (${number.format(value)}) ; elles répondent ${they.say} (${they.figure}).`,
    interval: (low, high) => `intervalle de ${number.format(low)} à ${number.format(high)}`,
    outside: (away, more) =>
      `Vos réponses se situent ${points(away)} ${more ? 'au-dessus' : 'au-dessous'} de leur moyenne, hors de ce qu’elle peut être.`,
    outsideAnswer: (away, more) =>
      `Votre réponse se situe ${points(away)} ${more ? 'au-dessus' : 'au-dessous'} de leur moyenne, hors de ce qu’elle peut être.`,
    outsideGuess: (away, more) =>
      `Votre supposition se situe ${points(away)} ${more ? 'au-dessus' : 'au-dessous'} de leur moyenne, hors de ce qu’elle peut être.`,
    within: 'Vos réponses concordent avec cette moyenne.',
    withinGuess: 'Votre supposition concorde avec cette moyenne.',
    hidden: (why) => `Non montré. ${why}`,
    means: {
      title: 'Comment le lire',
      all: [
        'Pour une dimension, 0 signifie que rien de tel n’est rapporté, 100 le plus que l’échelle permette ; pour une affirmation, 0 est la première réponse, 100 la dernière.',
        '« Hors » et « concorder » disent si une valeur est dans l’intervalle de la moyenne du groupe. La plupart des personnes, prises une à une, en sont dehors aussi : « hors » ne dit pas que vous différez du groupe.',
        'Rien ne dit ici qui a raison. La question est ce qu’elles voient et qui ne vous parvient pas, et ce que vous voyez et qui ne leur parvient pas.',
        'Vous n’êtes dans aucun de ces chiffres, et aucun ne porte sur moins de cinq personnes.',
      ],
      small:
        'Au-dessous de dix personnes, la moyenne d’une dimension est arrondie à cinq points, et celle d’une ou deux affirmations est une fourchette. Seules sont montrées les affirmations que l’on demande aux dirigeants de deviner, et on ne peut rien dire de la précision de leurs moyennes.',
    },
    next: {
      title: 'Qu’en faire',
      take: {
        outside:
          'Prenez une affirmation où votre supposition est hors de ce que leur moyenne peut être, et demandez : « Que se passe-t-il, juste avant cela ? »',
        otherwise:
          'Prenez une affirmation où elles répondent autre chose que ce que vous supposiez, et demandez : « Que se passe-t-il, juste avant cela ? »',
        any: 'Prenez une affirmation qui vous surprend, et demandez : « Que se passe-t-il, juste avant cela ? »',
      },
      all: [
        'Dites aux personnes qui ont répondu ce que vous lisez ici, et remerciez-les, avant toute chose.',
        'Ne cherchez pas qui a dit quoi. Demandez ce qui devrait être différent.',
      ],
    },
    print: 'Imprimer cette page',
    view: (which, taken, amount) => `Résultat ${number.format(which)}, ${date(taken)}, ${people(amount)}`,
    views: 'Quel résultat montrer',
    failed: 'Le résultat n’a pas pu être établi. Rien n’est perdu : ce qui a été recueilli est conservé.',
    working: 'Calcul en cours…',
    from28: (day) =>
      `Une autre vérification pour le même dirigeant pourra être montrée à partir du ${date(day)} ; un trimestre vaut mieux, puisque les affirmations portent sur trois mois.`,
  },
  compare: {
    title: 'Avant et maintenant',
    lead: (then, now) =>
      `${starts(date(then))} et ${date(now)} : deux groupes, qui peuvent être ou non les mêmes personnes. « A bougé » ne se dit que là où l’intervalle de la différence exclut zéro.`,
    concept: (name, own, group) =>
      `${name}. Vous : ${own[0]}, maintenant ${own[1]}. Elles : ${group[0]}, maintenant ${group[1]}.`,
    moved: (by) => `A bougé de ${inPoints(by)}.`,
    open: (by) => `On ne peut dire si cela a bougé : ${inPoints(by)}.`,
    guessed: (guess, group) =>
      `Votre supposition : ${guess[0]}, maintenant ${guess[1]} ; elles, aux mêmes affirmations : ${group[0]}, maintenant ${group[1]}.`,
    notGuessed: 'Vos suppositions ne portent pas les deux fois sur les mêmes affirmations.',
    nothing: 'On ne peut rien dire d’un changement.',
    none: 'pas de score',
  },
}
