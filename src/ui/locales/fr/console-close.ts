import type { Missing, SnapshotDecision } from '../../../core/disclosure/next-snapshot.ts'
import { stillMissing } from '../../../core/disclosure/still-missing.ts'
import type { ForeseenPart, ForeseenSnapshot } from '../../../core/room/foresee-snapshot.ts'
import type { ConsoleTexts } from '../en/console.ts'
import { agree } from './agree.ts'
import { count, date, list, number, people, quote, responses } from './amounts.ts'
import { foreseen } from './console-foreseen.ts'

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

/** The people that a view still lacks, in words. */
function needed(missing: readonly Missing[], labels: readonly string[]): string {
  const { anywhere, levels } = stillMissing(missing)
  const at = (amount: (more: number) => string) =>
    list.format(levels.map(({ level, more }) => `${amount(more)} dans ${quote(labels[level] ?? '')}`))
  if (anywhere === 0) return at(people)
  return levels.length === 0 ? people(anywhere) : `${people(anywhere)}, dont ${at((more) => number.format(more))}`
}

function verdict(why: Extract<SnapshotDecision, { ok: false }>, levels: readonly string[]): string {
  switch (why.why) {
    case 'more-than-expected':
      return `Plus de personnes ont répondu que prévu : ${needed(why.missing, levels)} de trop. Quelqu’un a peut-être répondu deux fois, et rien n’est montré tant que vous n’avez pas dit que ce sont toutes des personnes différentes.`
    case 'too-few':
      return `Trop peu de personnes ont répondu pour que quoi que ce soit soit montré. Il manque encore : ${needed(why.missing, levels)}.`
    case 'too-many-views':
      return 'Cet atelier contient autant de vues qu’il le peut. Préparez un autre atelier pour la suivante.'
    case 'too-few-new':
      return `Ce qui est arrivé depuis le dernier instantané n’est pas encore montré : en comparant les deux, on reconnaîtrait si peu de personnes. Il manque encore : ${needed(why.missing, levels)}.`
    case 'would-reveal-others':
      return 'Ce qui a changé depuis le dernier instantané n’est pas montré : comparé à ce que la salle a déjà vu, cela renseignerait sur quelques personnes seulement.'
  }
}

/** Closing collection, and the views. */
export const closeTexts: ConsoleTexts['close'] = {
  title: 'Clore le recueil',
  lead: (k: number) =>
    `À la clôture, les réponses sont figées dans un instantané et la salle peut voir les résultats. Vous pouvez rouvrir pour des réponses tardives ; un nouvel instantané demande alors au moins ${number.format(k)} personnes de plus, pour que la comparaison des deux ne trahisse personne.`,
  ask: 'Clore le recueil',
  askTitle: 'Clore le recueil ?',
  askText: (amount: number, k: number) =>
    amount < k
      ? `Seulement ${count(amount, 'réponse est reçue', 'réponses sont reçues')}, et rien n’est montré de moins de ${number.format(k)}. Vous pouvez clore puis rouvrir, mais il n’y aura aucun résultat.`
      : `${count(amount, 'réponse est figée', 'réponses sont figées')} dans un instantané, et les résultats sont montrés. Plus rien n’est reçu tant que vous ne rouvrez pas.`,
  unreached: (since) =>
    `Le relais n’est pas joint en ce moment. Les réponses remises${since === null ? '' : ` depuis le ${date(since)}`} qui y attendent ne seraient pas prises, et leurs auteurs apprendraient que le recueil était clos.`,
  confirm: 'Clore',
  keep: 'Continuer le recueil',
  closed: 'Le recueil est clos',
  preview: {
    title: 'Ce que la salle verrait maintenant',
    about:
      'D’après le nombre de personnes qui ont répondu. Leurs réponses ne sont pas regardées : certains chiffres peuvent encore être masqués.',
    beside:
      'À côté d’une vue antérieure, des moyennes proches d’une extrémité de l’échelle peuvent n’être que des plages, et la distance « au moins » tant de points. La vue antérieure reste telle qu’elle a été montrée.',
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
    'Exportez de nouveau l’atelier maintenant : un fichier antérieur ne sait pas ce qui a été montré depuis.',
  exportAgainThere:
    'Exportez de nouveau l’atelier maintenant, sous « Emporter » : un fichier antérieur ne sait pas ce qui a été montré depuis.',
  leftOut: (amount: number) =>
    `${amount === 1 ? 'Une personne figure' : `${number.format(amount)} personnes figurent`} dans une vue dont des réponses ont été retirées, et dans aucune autre désormais, car la différence entre les deux pourrait révéler ces réponses.`,
  noFigures: (which: number) =>
    `Les chiffres de l’instantané ${number.format(which)} ne sont pas sur cet appareil. Des réponses en ont été retirées : ils ne peuvent plus être calculés.`,
  views: 'Vue à montrer',
  view: (which: number, iso: string, amount: number) =>
    `Vue ${number.format(which)}, ${date(iso)}, ${responses(amount)}`,
  failed: 'Les résultats n’ont pas pu être calculés. Rien n’est perdu : ce qui a été recueilli est conservé.',
  tryAgain: 'Réessayer',
}
