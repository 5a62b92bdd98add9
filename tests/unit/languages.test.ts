import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LANGUAGE, isLanguage, listedLanguages } from '../../src/ui/locales/index.ts'
import { fillIn } from '../../src/ui/locales/fill-in.ts'
import { inLanguage } from '../../src/ui/locales/in-language.ts'

const SOURCES = join(import.meta.dirname, '../../src')

/** Code outside the folders of texts. */
const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte|js)$/.test(file) && !file.startsWith('ui/locales/'))
  .map((file) => [file, readFileSync(join(SOURCES, file), 'utf8')] as const)

describe('the languages of the interface', () => {
  it('are listed in one place: no other code names one', () => {
    const codes = listedLanguages().join('|')
    const named = new RegExp(`['"\`](?:${codes})['"\`]|locales/(?:${codes})/|\\b(?:french|english)\\b`, 'i')
    const naming = code.flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line) => (named.test(line.replace(/\/\/.*|\/?\*.*/, '')) ? [`${file}: ${line.trim()}`] : [])),
    )
    expect(naming.filter((line) => !MAY_NAME.some((allowed) => allowed.test(line)))).toEqual([])
  })

  it('have the default one among them', () => {
    expect(isLanguage(DEFAULT_LANGUAGE)).toBe(true)
    expect(isLanguage('toString')).toBe(false)
  })
})

/**
 * English is named by the types of texts, which it gives the others; where something is written in it
 * alone, for developers; and beside the titles of canonical answers, which are published in it.
 */
const MAY_NAME = [
  /\btype\b.*locales\/en\//,
  /^core\/authoring\/read-sections\.ts: const SENTENCES/,
  /^entries\/embed\/fetch-questionnaire\.ts: .*questionnaire-issues/,
  /^entries\/site\/preview\.ts: .*previewTexts/,
  /^ui\/(?:result\/CanonicalLink|room\/RoomPaper|room\/StepFigure|take\/Intro)\.svelte: .*lang="en"/,
  /^(?:ui\/embed-demo|ui\/embed|ui\/preview|build|entries\/cli)\/.*locales\/en\//,
]

describe('a language that is not finished', () => {
  const finished = {
    title: 'Title',
    count: (n: number) => `${n} answers`,
    list: ['a'],
    deep: { one: 'one', two: 'two' },
  }

  it('has the finished one’s texts wherever it has none, or something else', () => {
    const count = (n: number) => `${n} Antworten`
    expect(fillIn(finished, { title: 'Titel', count, list: 'a', deep: { two: 'zwei' } })).toEqual({
      title: 'Titel',
      count,
      list: ['a'],
      deep: { one: 'one', two: 'zwei' },
    })
    expect(fillIn(finished, { count: 'Antworten', deep: [] })).toEqual(finished)
    expect(fillIn(finished, undefined)).toEqual(finished)
  })
})

describe('what is there in a language', () => {
  it('is else the default language’s, else any', () => {
    expect(inLanguage({ en: 1, fr: 2 }, 'fr')).toBe(2)
    expect(inLanguage({ en: 1, fr: 2 }, 'de')).toBe(1)
    expect(inLanguage({ fr: 2 }, 'de')).toBe(2)
    expect(inLanguage({}, 'de')).toBeUndefined()
  })
})
