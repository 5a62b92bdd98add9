import { describe, expect, it } from 'vitest'
import { DEFAULT_LANGUAGE, listedLanguages } from '../../src/ui/locales/index.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { ROOM_SAMPLES } from '../fixtures/room-samples.ts'

type Composed = (...parts: readonly unknown[]) => unknown
type Leaf = { readonly path: string; readonly value: string | Composed }

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, value }]
  if (typeof value === 'function') return [{ path, value: value as Composed }]
  return Object.entries(value as object).flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key))
}

/** Every text in its final form. */
const read = (texts: object) =>
  leavesOf(texts).flatMap(({ path, value }) =>
    (typeof value === 'string' ? [value] : (ROOM_SAMPLES[path] ?? []).map((parts) => value(...parts)))
      .flat()
      .map((text) => ({ path, text: String(text) })),
  )

describe.each(listedLanguages())('what is said about a room in "%s"', (language) => {
  const { roomTexts: texts } = LOCALES[language]

  it('is checked wherever it is composed of parts', () => {
    const composed = leavesOf(texts).filter(({ value }) => typeof value === 'function')
    expect(composed.map(({ path }) => path).toSorted()).toEqual(Object.keys(ROOM_SAMPLES).toSorted())
  })

  it('is never left with a hole', () => {
    const holes = read(texts).filter(
      ({ path, text }) => /undefined|NaN|\[object|null/.test(text) || (text === '' && path !== 'sameTab'),
    )
    expect(holes).toEqual([])
  })

  it('explains nothing by what the canonical answer excludes, nor grades anybody', () => {
    const stems = [...(questionnaire.excludedVocabulary[language] ?? []), 'percentile', 'benchmark']
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

describe.each(listedLanguages().filter((language) => language !== DEFAULT_LANGUAGE))(
  'what is said about a room in "%s"',
  (language) => {
    it('differs from the default language wherever there are words', () => {
      const there = leavesOf(LOCALES[DEFAULT_LANGUAGE].roomTexts)
      const same = leavesOf(LOCALES[language].roomTexts).filter(
        ({ path, value }) => typeof value === 'string' && value === there.find((leaf) => leaf.path === path)?.value,
      )
      expect(same.map(({ path }) => path)).toEqual([])
    })
  },
)
