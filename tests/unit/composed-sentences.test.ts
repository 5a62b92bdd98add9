import { describe, expect, it } from 'vitest'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { COMPOSED } from '../fixtures/composed-sentences.ts'
import { LOCALES } from '../fixtures/locales.ts'

describe.each(listedLanguages())('what is composed of parts in %s', (language) => {
  it.each(Object.entries(COMPOSED[language]))('%s', (_case, { said, is }) => {
    expect(said(LOCALES[language])).toEqual(is)
  })
})
