import { list } from './amounts.ts'
import type { RoomTexts } from '../en/room.ts'

/** The texts on levels' guesses of the answers of the one closest to the work, in French. */
export const guessRoomTexts: RoomTexts['guess'] = {
  section: 'Ce qui était supposé, et ce qui est rapporté',
  about: (work) =>
    `Après leurs propres réponses, les personnes qui ne sont pas de « ${work} » ont dit ce qu’on y répondrait, dans l’ensemble.`,
  title: (level) => `Ce que supposait « ${level} »`,
  question: (level, work) =>
    `Avant de regarder : « ${level} » a dit ce que « ${work} » répondrait. « ${work} » rapporte-t-il davantage, moins, ou à peu près autant ?`,
  prompt: (level, work) =>
    `« ${work} » d’abord : que pensiez-vous que « ${level} » en savait ? Puis « ${level} » : comment cela aurait-il dû vous parvenir ?`,
  headline: {
    'sees-itself': (level, work, names) =>
      `« ${level} » prêtait à « ${work} » ses propres réponses : ${list.format(names)}`,
    'expected-less': (level, work, names) =>
      `« ${level} » supposait moins que ce que « ${work} » rapporte : ${list.format(names)}`,
    'expected-more': (level, work, names) =>
      `« ${level} » supposait plus que ce que « ${work} » rapporte : ${list.format(names)}`,
    knows: (level, work, names) => `« ${level} » sait que « ${work} » voit cela autrement : ${list.format(names)}`,
    'cannot-tell': (level, work) =>
      `Ce groupe ne permet pas de dire à quel point « ${level} » sait ce que « ${work} » rapporte`,
  },
  each: {
    title: (level) => `Ce que supposait « ${level} », affirmation par affirmation`,
    question: (level, work) =>
      `Avant de regarder : pour lesquelles de ces affirmations « ${level} » ne supposait-il pas ce que « ${work} » rapporte ? Dites leurs numéros à voix haute.`,
    prompt: (level, work) =>
      `Prenez celle qui vous surprend le plus. « ${work} » : qu’aurait-il fallu que « ${level} » voie ? « ${level} » : qu’avez-vous entendu à la place ?`,
    headline: (level, work, apart, all) =>
      apart === 0
        ? `Pour aucune de ces ${all} affirmations, ce groupe ne permet de dire que « ${level} » supposait autre chose que ce que « ${work} » rapporte`
        : `Pour ${apart} affirmation${apart > 1 ? 's' : ''} sur ${all}, ce groupe permet de dire que « ${level} » ne supposait pas ce que « ${work} » rapporte`,
    numbered: (place, statement) => `${place}. ${statement}`,
    brief: {
      knows: 'sait que c’est vu autrement',
      'sees-itself': 'prêtait ses propres réponses',
      'expected-less': 'supposait moins',
      'expected-more': 'supposait plus',
      'cannot-tell': 'non tranché',
    },
  },
  reading: {
    knows: (level, work) =>
      `« ${level} » sait que « ${work} » voit cela autrement, et supposait à peu près ce qui est rapporté. Si l’écart est aussi grand que supposé, ce groupe ne le dit pas.`,
    'sees-itself': (level, work) => `« ${level} » prêtait à « ${work} » ses propres réponses.`,
    'expected-less': (level, work) => `« ${level} » supposait moins que ce que « ${work} » rapporte.`,
    'expected-more': (level, work) => `« ${level} » supposait plus que ce que « ${work} » rapporte.`,
    'cannot-tell': (level, work) =>
      `ce groupe ne permet pas de dire si « ${level} » supposait ce que « ${work} » rapporte.`,
  },
  readingOf: (names, said) => `${list.format(names)} : ${said}`,
  figure: (words, figure) => `${words} (${figure})`,
  sides: (level, work, guess, own, reported) =>
    [
      ...(guess === null ? [] : [`« ${level} » supposait ${guess}`]),
      ...(own === null ? [] : [`ses propres réponses sont ${own}`]),
      ...(reported === null ? [] : [`« ${work} » rapporte ${reported}`]),
    ]
      .join('\u202f; ')
      .replace(/.$/u, (last) => `${last}.`),
  gap: (low, high) =>
    `Ce qui était supposé moins ce qui est rapporté : de ${low} à ${high}, intervalle à 95 %, arrondi vers l’extérieur.`,
  marks: (level, work) => [`« ${level} » : propres réponses`, `« ${level} » supposait`, `« ${work} » rapporte`],
  reported: 'rapporté',
  expected: 'supposé',
  missing: 'non montré',
  pathCaption: (lowest, highest) =>
    `Ce qui quitte un courant, en couleur, est aussi large qu’on le rapporte ; le contour interrompu, aussi large qu’on le supposait. La règle où il aboutit va de « ${lowest} » à « ${highest} », les chiffres de 0 à 100.`,
  rowsCaption:
    'Un trait à travers une marque montre entre quelles limites se situe une moyenne ; la marque, comme le bord dans les courants, est à leur milieu.',
  label: (parts) => `Dessin de ce qui était supposé et de ce qui est rapporté. ${parts.join(' ')}`,
  statements: 'Affirmation par affirmation',
  cautious:
    'Une affirmation seule se lit avec plus de prudence qu’une dimension : on n’en montre que des moyennes, et son intervalle est aussi large qu’elles le permettent. Là où rien n’est dit, ce groupe ne tranche pas, ou trop peu peut en être montré.',
  neverOne:
    'Ce sont des moyennes d’un niveau entier. Rien ici ne dit qui a supposé quoi, ni qui a bien deviné. Les trois écarts portent sur des personnes différentes et ne s’additionnent pas.',
  how: '« Moins », « plus » et « autrement » se disent là où un intervalle exclut zéro ; qu’une chose est supposée comme elle est rapportée, là où il l’inclut et où la différence est de moins d’un demi-degré de l’échelle. Les intervalles sont plus larges que ne le voudraient les seules réponses, pour que la réponse de personne ne puisse être déduite : autour de tout ce que laissent ouvert des moyennes arrondies, avec des dispersions arrondies vers le haut ou, si quelqu’un n’a deviné qu’une partie des affirmations, aussi larges que les moyennes le permettent.',
  hidden: (level) => `ce que supposait « ${level} », à côté de ses propres réponses`,
}
