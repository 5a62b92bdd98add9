import { hashSymbols } from './hash-symbols.ts'

/** In symbols: fifty bits, enough that no two files are taken for each other by accident. */
const FINGERPRINT = 10

const SYMBOLS = /^[0-9A-HJKMNP-TV-Z]{10}$/

/** A fingerprint as it is shown, to be compared by eye: `57M0M‑C7ZG5`, with a hyphen that does not break. */
export const markOfFile = (fingerprint: string): string => `${fingerprint.slice(0, 5)}\u2011${fingerprint.slice(5)}`

export const isFingerprint = (text: string): boolean => SYMBOLS.test(text)

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${write(field)}`).join(',')}}`
}

/**
 * The text of a questionnaire's file without what has no meaning: spaces between its
 * parts, and the order of names in a group.
 *
 * @throws SyntaxError where the text is no JSON.
 */
export const canonicalText = (text: string): string => write(JSON.parse(text.replace(/^\ufeff/, '')))

/** Identifies the content of a questionnaire from a file: ten symbols of its `canonicalText`. */
export const fingerprintOf = (canonical: string): string => hashSymbols(canonical, FINGERPRINT)
