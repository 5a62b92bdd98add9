import { describe, expect, it } from 'vitest'
import { roomTexts as english } from '../../src/ui/locales/en/room.ts'
import { roomTexts as french } from '../../src/ui/locales/fr/room.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'

const amounts = [[0], [1], [2], [24]]
const names = [[['Silence']], [['Silence', 'Signal Loss']]]
const label = [['Board']]
const ends = [['Board', 'Shift teams']]
const smallest = [[5], [12]]

/** Arguments for every text that is composed of parts, by its path. */
const samples: Record<string, readonly (readonly unknown[])[]> = {
  quote: label,
  number: amounts,
  decimals: [[0.5]],
  date: [['2026-12-01']],
  lowerFirst: label,
  snapshot: [[2, '1 December 2026']],
  size: [
    [1, [], 0],
    [24, [{ label: 'Board', size: 24 }], 0],
    [24, [{ label: 'Board', size: 20 }], 4],
  ],
  sizeNote: smallest,
  level: [1, 2, 3].map((position) => [position, 3]),
  hiddenLevel: [['Board', 'Not shown.']],
  interval: [[10, 20]],
  around: [['often']],
  amid: [['often', 'almost always']],
  ...Object.fromEntries(Object.keys(english.why).map((code) => [`why.${code}`, smallest])),
  'mean.points': amounts,
  'mean.low': [[13]],
  'mean.high': [[13]],
  'mean.between': [
    [40, 47],
    [40, 40],
  ],
  'counted.number': amounts,
  'counted.fewer-than': [[5]],
  'counted.all-but-fewer-than': [[5]],
  'counted.between': [[3, 9]],
  'scores.question': names,
  'scores.headline': [[[]], ...names],
  'scores.label': names,
  'scores.sentence': [
    ['Silence', '40', '30 to 50', 24],
    ['Silence', '0–13', null, 5],
  ],
  'scores.inWords': [['Silence', 'around “often”']],
  'scores.band': [[0, 20]],
  'scores.bandsLabel': names,
  'scores.bandPart': amounts.map(([amount]) => [amount, '0–20']),
  'scores.bandsOf': label,
  'distance.question': ends,
  'distance.prompt': ends,
  'distance.clear': [
    ['Board', 'Shift teams', true, 12, 'Silence'],
    ['Board', 'Shift teams', false, -1, 'Silence'],
  ],
  'distance.cannotTell': label,
  'distance.headline': [
    [[], 3, 'Board', 'Shift teams'],
    [['Silence'], 3, 'Board', 'Shift teams'],
    [['Silence', 'Signal Loss'], 2, 'Board', 'Shift teams'],
  ],
  'distance.interval': [['−3', '+12']],
  'distance.signed': [[-3], [0], [12]],
  'distance.pairs': [1, 5, 9].map((ofTen) => [ofTen, 'Board', 'Shift teams']),
  'distance.unit': amounts,
  'distance.unitAtLeast': amounts,
  'distance.label': names,
  'distance.sides': [['Board', '40', 'Shift teams', '60']],
  'distance.caption': ends,
  'apart.question': ends,
  'apart.atLeast': amounts,
  'apart.exactly': amounts,
  'apart.hidden': [[1], [6]],
  'apart.more': [[1], [6]],
  'discuss.answered': [[1], [24]],
  'discuss.label': [['Work stands still.', ['2 never']]],
  'discuss.part': [[2, 'never']],
  'discuss.hidden': [[1], [6]],
  'discuss.more': [[1], [6]],
  'items.nearlyAll': [['often']],
  'items.counts': names,
  'sight.question': label,
  'sight.headline': amounts.map(([amount]) => [amount, 'Board']),
  'sight.unseenFromTop': ends,
  'sight.none': ends,
  'sight.noneShown': ends,
  'sight.cannotTell': [
    ['Board', 'Shift teams', ['Board']],
    ['Board', 'Shift teams', ['Board', 'Shift teams']],
  ],
  'sight.open': amounts.map(([amount]) => [amount, ['Board', 'Shift teams']]),
  'sight.more': [[1], [3]],
  'lens.headline': [0, 1, 3, 4].flatMap((held) => [
    [held, 4, false],
    [held, 4, true],
  ]),
  'lens.heldBy': [['60 %'], ['40 % to 60 %']],
  'lens.share': [[60]],
  'lens.shares': [
    ['60 %', '60 %'],
    ['60 %', '80 %'],
  ],
  'contradiction.answered': [
    ['60 %', 'often', false],
    ['60 %', 'rarely', true],
  ],
  'sight.ofLevel': [
    ['Board', 12],
    ['Board', 1],
  ],
  'expert.alphaValue': [['0.80', '0.70', '0.90', 30]],
  'expert.rwgjValue': [['0.80', 8]],
  'expert.distrusted': names,
  'flagged.count': [['5']],
  'present.position': [[3, 9]],
  'paper.footer': [['Rehearsal', '1 December 2026']],
  'method.paragraphs': smallest,
  'method.keptBack': [['Not shown.', ['Silence', 'Signal Loss']]],
  'method.bandsOf': label,
  'method.distanceOf': label,
  'method.statements': amounts,
  'method.statementsByLevel': amounts,
  'method.version': [['Self-diagnostic', '1.0.0']],
}

type Composed = (...parts: readonly unknown[]) => unknown
type Leaf = { readonly path: string; readonly value: string | Composed }

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, value }]
  if (typeof value === 'function') return [{ path, value: value as Composed }]
  return Object.entries(value as object).flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key))
}

/** Every text as somebody may read it. */
const read = (texts: object) =>
  leavesOf(texts).flatMap(({ path, value }) =>
    (typeof value === 'string' ? [value] : (samples[path] ?? []).map((parts) => value(...parts)))
      .flat()
      .map((text) => ({ path, text: String(text) })),
  )

const LANGUAGES = [
  ['en', english],
  ['fr', french],
] as const

describe.each(LANGUAGES)('what is said about a room in "%s"', (language, texts) => {
  it('is checked wherever it is composed of parts', () => {
    const composed = leavesOf(texts).filter(({ value }) => typeof value === 'function')
    expect(composed.map(({ path }) => path).toSorted()).toEqual(Object.keys(samples).toSorted())
  })

  it('is never left with a hole', () => {
    const holes = read(texts).filter(
      ({ path, text }) => /undefined|NaN|\[object|null/.test(text) || (text === '' && path !== 'sameTab'),
    )
    expect(holes).toEqual([])
  })

  it('explains nothing by what the canonical answer excludes, nor grades anybody', () => {
    const stems = [...questionnaire.excludedVocabulary[language]!, 'percentile', 'benchmark']
    const found = read(texts).filter(({ text }) =>
      stems.some((stem) => text.toLocaleLowerCase(language).includes(stem)),
    )
    expect(found).toEqual([])
  })

  it('gives each reason why something is hidden a sentence of its own', () => {
    const reasons = Object.values(texts.why).map((reason) => reason(5))
    expect(new Set(reasons).size).toBe(reasons.length)
    expect(reasons.filter((reason) => !reason.endsWith('.'))).toEqual([])
  })
})

describe('the French about a room', () => {
  it('has the spaces of French before and within its signs', () => {
    const wrong = read(french).filter(({ text }) =>
      /[^\u202f][;?!](\s|$)|[^\u00a0][:%](\s|$)|«[^\u00a0]|[^\u00a0]»|'| {2}/.test(text),
    )
    expect(wrong).toEqual([])
  })

  it('differs from the English wherever there are words', () => {
    const same = leavesOf(french).filter(({ path, value }) => {
      const other = leavesOf(english).find((leaf) => leaf.path === path)
      return typeof value === 'string' && value === other?.value
    })
    expect(same.map(({ path }) => path)).toEqual([])
  })
})
