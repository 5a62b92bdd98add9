import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'

/** Explanations that share such a word can all be agreed to, though only one is the main one. */
const MOST_ALIKE = 2

interface Wording {
  /** A statement that says what happens where something else does. */
  readonly conditional: RegExp
  /** Adverbs that leave room for any number of other causes. */
  readonly adverbs: readonly string[]
}

/** By language; in others neither fault can be told. */
const WORDING: Readonly<Record<string, Wording>> = {
  en: {
    conditional: /^(?:if|when|whenever|once|unless|as soon as|(?:every|each) time)\b|\b(?:if|unless|whenever)\b/i,
    adverbs: ['mainly', 'mostly', 'largely', 'primarily', 'chiefly', 'predominantly', 'above all'],
  },
  fr: {
    conditional:
      /^(?:si|quand|dès que|une fois que|à moins que|(?:à )?chaque fois que)\s|^(?:s[’']ils?|lorsqu|dès qu[’']|une fois qu[’']|à moins qu[’']|(?:à )?chaque fois qu[’'])/i,
    adverbs: ['surtout', 'principalement', 'essentiellement', 'avant tout', 'majoritairement', 'en grande partie'],
  },
}

/**
 * Finds statements about the organisation that are conditional, of which "never" can
 * mean two things, and explanations that one adverb makes agreeable together.
 */
export function checkWording(questionnaire: Questionnaire, texts: Texts, language: string): QuestionnaireIssue[] {
  const wording = WORDING[language]
  if (!wording) return []
  const file = `${language}.json`
  const textOf = (id: string) => texts.items[id]?.text ?? ''
  const explanations = questionnaire.items.filter((item) => !isConceptItem(item)).map(({ id }) => id)
  return [
    ...questionnaire.items.filter(isConceptItem).flatMap(({ id }): QuestionnaireIssue[] => {
      const word = wording.conditional.exec(textOf(id))?.[0].trim()
      return word ? [{ code: 'conditional', file, path: ['items', id, 'text'], word }] : []
    }),
    ...wording.adverbs.flatMap((word): QuestionnaireIssue[] => {
      const alike = explanations.filter((id) => textOf(id).toLocaleLowerCase(language).includes(word))
      const last = alike.at(-1)
      return last !== undefined && alike.length > MOST_ALIKE
        ? [{ code: 'same-adverb', file, path: ['items', last, 'text'], word, times: alike.length }]
        : []
    }),
  ]
}
