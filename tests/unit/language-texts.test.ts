import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LANGUAGE, listedLanguages } from '../../src/ui/locales/index.ts'
import { LANGUAGE_RULES } from '../fixtures/language-rules.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { allTexts, composedTexts, questionnaireTexts, type PlacedText } from '../fixtures/language-texts.ts'

const SOURCES = join(import.meta.dirname, '../../src/ui/locales')

/** The texts that match a pattern, with their paths. */
const found = (texts: readonly PlacedText[], pattern: RegExp) =>
  texts.filter(([, text]) => pattern.test(text)).map(([path, text]) => `${path}: ${text}`)

describe.each(listedLanguages())('the texts in %s', (language) => {
  const { everywhere, onPages = {}, composed = {}, pairs } = LANGUAGE_RULES[language]
  const { all, ofInterface } = allTexts(language, LOCALES[language])

  it('are all looked at, those too that are composed of parts', () => {
    const { there, sampled } = composedTexts(language, LOCALES[language])
    expect(there).toEqual(sampled)
    expect(all.length).toBeGreaterThan(500)
  })

  it('say which language they are in', () => {
    expect(LOCALES[language].takeTexts.language).toBe(language)
  })

  it.each(Object.entries(everywhere))('have %s', (_rule, fault) => {
    expect(found(all, fault)).toEqual([])
  })

  it.each(Object.entries(onPages))('have %s', (_rule, fault) => {
    const onPage = all.filter(([path]) => !path.startsWith('check.'))
    expect(found(onPage, fault)).toEqual([])
  })

  it.each(Object.entries(composed))('have %s', (_rule, fault) => {
    expect(found(ofInterface, fault)).toEqual([])
  })

  it('close what they open', () => {
    const unpaired = all.filter(([, text]) =>
      pairs.some(([opening, closing]) => text.split(opening).length !== text.split(closing).length),
    )
    expect(unpaired).toEqual([])
  })

  it('call a condition and an answer by one name in every questionnaire', () => {
    const names = new Map<string, Set<string>>()
    const note = (key: string, name: string) => names.set(key, new Set([...(names.get(key) ?? []), name]))
    const questionnaires = questionnaireTexts(language)
    for (const { texts } of questionnaires) {
      for (const [id, { name }] of Object.entries(texts.constraints)) note(id, name)
      for (const [id, { cantTell, options }] of Object.entries(texts.scales)) {
        note(`${id} cant-tell`, cantTell)
        for (const [step, words] of Object.entries(options)) note(`${id} ${step}`, words)
      }
    }
    expect(names.size).toBeGreaterThan(questionnaires.length === 0 ? -1 : 10)
    expect([...names.entries()].filter(([, called]) => called.size > 1)).toEqual([])
  })
})

describe.each(listedLanguages().filter((language) => language !== DEFAULT_LANGUAGE))(
  'what is said in %s',
  (language) => {
    const isSentence = (text: string) => /\p{L}+ \p{L}+ \p{L}+/u.test(text)

    it('is no sentence of the default language', () => {
      const theirs = new Set(allTexts(DEFAULT_LANGUAGE, LOCALES[DEFAULT_LANGUAGE]).ofInterface.map(([, text]) => text))
      const { ofInterface } = allTexts(language, LOCALES[language])
      // What is composed of parts may be nothing but the parts, which are the same in all.
      const composed = new Set(composedTexts(language, LOCALES[language]).there)
      const own = ofInterface.filter(([path]) => !composed.has(path))
      expect(own.length).toBeGreaterThan(200)
      expect(own.filter(([, text]) => isSentence(text) && theirs.has(text))).toEqual([])
    })

    it('has numbers, days and lists as it is written there', () => {
      const folder = join(SOURCES, language)
      const left = readdirSync(folder).filter((file) =>
        new RegExp(`'${DEFAULT_LANGUAGE}(-[A-Z]+)?'`).test(readFileSync(join(folder, file), 'utf8')),
      )
      expect(left).toEqual([])
    })
  },
)
