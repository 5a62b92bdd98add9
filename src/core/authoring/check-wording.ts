import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'

/** Explanations that share such a claim can all be agreed to, though only one is the main one. */
const MOST_ALIKE = 2

interface Wording {
  /** A statement that says what happens where something else does. */
  readonly conditional: RegExp
  /** An explanation that begins with its condition: whoever disagrees may mean that there is no such case. */
  readonly opensWithCase: RegExp
  /** Claims that leave room for any number of others; the words of one claim count together. */
  readonly claims: readonly RegExp[]
}

/** By language; in others neither fault can be told. */
const WORDING: Readonly<Record<string, Wording>> = {
  en: {
    conditional: /^(?:if|when|whenever|once|unless|as soon as|(?:every|each) time)\b|\b(?:if|unless|whenever)\b/i,
    opensWithCase: /^(?:if|when|whenever|where|wherever|once|unless|as soon as)\b/i,
    claims: [
      /\b(?:mainly|primarily|chiefly|above all|(?:main|primary|chief|principal|biggest|most important) (?:cause|reason|source)s?)\b/i,
      /\b(?:mostly|predominantly)\b/i,
      /\blargely\b/i,
    ],
  },
  fr: {
    conditional:
      /^(?:si|quand|dès que|une fois que|à moins que|(?:à )?chaque fois que)\s|^(?:s[’']ils?|lorsqu|dès qu[’']|une fois qu[’']|à moins qu[’']|(?:à )?chaque fois qu[’'])/i,
    opensWithCase: /^(?:si|quand|où|là où|dès que|une fois que|à moins que|lorsque)\s|^(?:s[’']ils?|lorsqu[’'])/i,
    claims: [
      /surtout|principalement|essentiellement|avant tout|(?:principale|première) (?:cause|raison|source)|(?:cause|raison|source) (?:principale|première)/i,
      /majoritairement/i,
      /en grande partie/i,
    ],
  },
}

/**
 * Finds statements about the organisation that are conditional, of which "never" can
 * mean two things, explanations that begin with a condition, and those that can all be
 * agreed to, as each is “the main cause”.
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
    ...explanations.flatMap((id): QuestionnaireIssue[] => {
      const word = wording.opensWithCase.exec(textOf(id))?.[0].trim()
      return word ? [{ code: 'conditional-explanation', file, path: ['items', id, 'text'], word }] : []
    }),
    ...wording.claims.flatMap((claim): QuestionnaireIssue[] => {
      const alike = explanations.flatMap((id) => {
        const word = claim.exec(textOf(id))?.[0]
        return word ? [{ id, word }] : []
      })
      const last = alike.at(-1)
      return last && alike.length > MOST_ALIKE
        ? [{ code: 'same-claim', file, path: ['items', last.id, 'text'], word: last.word, times: alike.length }]
        : []
    }),
  ]
}
