import type { WhyNoGuess } from '../../../core/room/release-guesses.ts'
import type { Distrust } from '../../../core/room/room-view.ts'
import type { RoomTexts } from '../en/room.ts'
import { count, list, number, people, quote } from './amounts.ts'

/** Why something is hidden, as a sentence of its own. */
export const why: Readonly<Record<WhyNoGuess, (smallest: number) => string>> = {
  'too-few': (smallest) =>
    `Non montré : moins de ${number.format(smallest)} personnes ont répondu. À si peu, un chiffre dirait qui a répondu quoi.`,
  'no-level': () => 'Non montré : les personnes qui n’ont pas indiqué leur niveau ne forment jamais un groupe à part.',
  'would-reveal-others': (smallest) =>
    `Non montré : à côté des autres chiffres, celui-ci renseignerait sur moins de ${number.format(smallest)} personnes.`,
  'one-answer': () =>
    'Non montré : ces personnes ont répondu de façon si semblable qu’un chiffre dévoilerait la réponse de chacune.',
  'too-few-for-spread': () => 'Non montré : la dispersion des réponses se montre à partir de dix personnes.',
  'too-few-new': () =>
    'Non montré : trop peu de personnes se sont ajoutées depuis une vue précédente, et l’écart entre les deux dévoilerait leurs réponses.',
  'others-left': () =>
    'Non montré : une personne présente dans une vue précédente l’a quittée ou a changé ses réponses depuis, et l’écart entre les deux dévoilerait sa réponse.',
  'near-end': () =>
    'Non montré : à côté d’un autre chiffre, celui-ci situerait les scores de certaines personnes près d’une extrémité de l’échelle, plus précisément qu’on ne le dit de si peu de personnes.',
  'at-end': () =>
    'Non montré : la moyenne est à une extrémité de l’échelle, et ce chiffre dévoilerait la réponse de certaines personnes.',
  'gave-one': (smallest) =>
    `Non montré : moins de ${number.format(smallest)} personnes de ce niveau ont répondu sans deviner, ou deviné sans répondre, et les chiffres réunis renseigneraient sur elles.`,
  'shown-before': () =>
    'Non montré : une vue précédente l’a montré d’autres personnes, et l’écart entre les deux renseignerait sur celles qui se sont ajoutées ou sont parties.',
}

/** Why a number for experts is not to be trusted. */
const distrust: Readonly<Record<Distrust, string>> = {
  'few-people': 'moins de trente personnes ont répondu à toutes les affirmations',
  'many-items': 'avec autant d’affirmations, le hasard seul le rend élevé',
  'items-left-out': 'les affirmations auxquelles presque tous ont répondu de même sont laissées de côté',
  incomplete: 'une partie seulement du groupe a répondu à toutes les affirmations',
  'fixed-levels': 'ces niveaux ont été choisis et ne sont pas un échantillon des niveaux possibles',
  'levels-left-out':
    'les niveaux trop petits pour ce chiffre, ou qui ne peuvent pas être montrés, sont laissés de côté',
  negative: 'les niveaux diffèrent moins que les personnes par hasard, ce qui est noté 0',
}

/** Numbers about the measurement. */
export const expertTexts: RoomTexts['expert'] = {
  title: 'Pour les spécialistes',
  about: 'Des chiffres sur la mesure, pour qui les connaît. Aucun ne dit quoi que ce soit de l’organisation.',
  alpha: 'Alpha de Cronbach',
  rwgj: 'Accord dans le groupe, r_wg(j)',
  icc1: 'Différences entre niveaux, ICC(1)',
  alphaValue: (value: string, low: string, high: string, n: number) =>
    `${value} (95 % : de ${low} à ${high}), ${people(n)}`,
  rwgjValue: (value: string, items: number) => `${value}, ${count(items, 'affirmation', 'affirmations')}`,
  distrust,
  distrusted: (reasons: readonly string[]) => `Ne pas s’y fier : ${reasons.join(' ; ')}.`,
  whenNot: [
    'L’alpha dit combien les affirmations d’une dimension vont ensemble. Il ne convient pas à la friction, dont les affirmations nomment des causes distinctes, et il est instable en dessous de trente personnes.',
    'Le r_wg(j) compare la dispersion des réponses au hasard. Avec beaucoup d’affirmations, le hasard seul le rend élevé, et des personnes qui partagent une même place peuvent s’accorder sur ce qui n’est pas.',
    'L’ICC(1) dit quelle part des différences se trouve entre les niveaux. Ceux-ci ont été choisis : il ne décrit que ce groupe.',
  ],
  'not-a-scale': 'Ne s’applique pas : ces affirmations nomment des causes distinctes, qui n’ont pas à aller ensemble.',
  'no-variation': 'Ne peut pas être calculé : les réponses ne diffèrent pas.',
  'no-levels':
    'Non montré : il faut au moins deux niveaux d’au moins trente personnes chacun, qui puissent être montrés.',
  'from-thirty': 'Non montré : l’alpha se montre à partir de trente personnes ayant répondu à toutes les affirmations.',
}

/** The room with and without hurried answers. */
export const flaggedTexts: RoomTexts['flagged'] = {
  title: 'Avec et sans les réponses hâtives',
  about:
    'Certaines réponses ont été données en moins de deux secondes par affirmation, ou toutes à l’identique. Elles sont comptées ; voici le groupe sans elles.',
  count: (amount: string) => `Réponses signalées ainsi : ${amount}.`,
  none: 'Aucune réponse n’est signalée ainsi.',
  with: 'Avec elles',
  without: 'Sans elles',
}

/** How figures were worked out, and what is not shown. */
export const methodTexts: RoomTexts['method'] = {
  title: 'Comment cela a été calculé, et ce qui n’est pas montré',
  paragraphs: (smallest: number) => [
    'Le score d’une personne sur une dimension est la moyenne des affirmations auxquelles elle a répondu, en part du maximum qui pouvait être constaté, de 0 à 100. « Je ne peux pas le voir » ne porte aucun chiffre. Le score du groupe est la moyenne de ces scores.',
    'Les intervalles couvrent 95 % (t de Student ; pour les différences, Welch). Une différence n’est dite nette que si son intervalle exclut zéro. L’ordre de « À discuter d’abord » suit la dissension de Tastle et Wierman ; « deux camps » suit van der Eijk.',
    `Les moyennes sont montrées à partir de ${number.format(smallest)} personnes, la répartition des réponses à partir de dix. Là où un chiffre, seul ou à côté d’autres, pourrait dire ce que moins de ${number.format(smallest)} personnes ont répondu, il est omis ou donné plus grossièrement. Ces vues ne changent jamais : les réponses qui arrivent ensuite n’apparaissent que dans une vue ultérieure.`,
    'Rien n’est comparé à d’autres organisations : aucune comparaison de ce genre n’existe derrière ces chiffres.',
  ],
  keptBack: (reason: string, names: readonly string[]) => `${reason} Cela vaut pour : ${list.format(names)}.`,
  noLevel: (smallest: number) =>
    `Les personnes qui n’ont pas indiqué leur niveau ne forment jamais un groupe à part. Elles comptent dans le groupe, sauf dans un chiffre où, à moins de ${number.format(smallest)}, elles feraient masquer un niveau.`,
  leftOut: (smallest: number) =>
    `Les personnes qui ne sont dans aucun des niveaux montrés d’un chiffre comptent dans celui du groupe, sauf si moins de ${number.format(smallest)} d’entre elles ont répondu. Le chiffre se fait alors sans elles : aucun niveau n’est masqué à cause d’elles, et personne n’apprend si l’une d’elles a répondu.`,
  hiddenOf: (kind: string, about: readonly string[]) => (about.length > 0 ? `${kind} (${list.format(about)})` : kind),
  whole: (who: string | null) => (who === null ? 'tous les chiffres' : `tous les chiffres de ${quote(who)}`),
  scoreOf: (who: string | null) => (who === null ? 'le score du groupe' : `le score de ${quote(who)}`),
  intervalOf: (who: string | null) =>
    who === null ? 'l’intervalle de la moyenne du groupe' : `l’intervalle de la moyenne de ${quote(who)}`,
  bandsOf: (who: string | null) =>
    who === null ? 'combien de personnes ont quel score' : `combien de personnes ont quel score parmi ${quote(who)}`,
  distance: 'la distance',
  distanceInterval: 'l’intervalle de la distance',
  pairs: 'dans combien de paires l’un en constate davantage',
  statements: (amount: number) => `tous les chiffres de ${count(amount, 'affirmation', 'affirmations')}`,
  spreads: (amount: number) => `la répartition des réponses à ${count(amount, 'affirmation', 'affirmations')}`,
  means: (amount: number) => `la moyenne de ${count(amount, 'affirmation', 'affirmations')}`,
  statementsOf: (amount: number, who: string) =>
    `la moyenne de ${quote(who)} pour ${count(amount, 'affirmation', 'affirmations')}`,
  unseen: (amount: number) =>
    `combien de personnes ne pouvaient pas voir ${count(amount, 'affirmation', 'affirmations')}`,
  unseenBy: (amount: number, who: string) =>
    `combien de personnes ne pouvaient pas voir ${count(amount, 'affirmation', 'affirmations')} parmi ${quote(who)}`,
  version: (title: string, version: string) => `${title}, version ${version}.`,
}
