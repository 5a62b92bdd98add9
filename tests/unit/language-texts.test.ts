import { describe, expect, it } from 'vitest'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { LANGUAGE_RULES } from '../fixtures/language-rules.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { allTexts, composedTexts, questionnaireTexts, type PlacedText } from '../fixtures/language-texts.ts'

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
    expect(names.size).toBeGreaterThan(questionnaires.length === 0 ? -1 : 20)
    expect([...names.entries()].filter(([, called]) => called.size > 1)).toEqual([])
  })
})
