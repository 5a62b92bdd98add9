import { joinParts, partsOf } from './parts.ts'

/**
 * A fragment in which a section stands by its name alone, as people write it, with the
 * place written out: `silence` is `at=silence`. Everything else in it stays as it is.
 *
 * @returns `null` where no part without a value names one of the sections, or a place is
 * named already. Trusts nothing in the fragment, and never throws.
 */
export function withPlace(fragment: string, sections: readonly string[]): string | null {
  const parts = partsOf(fragment)
  const found = parts.find(({ name, value }) => value === null && sections.includes(name))
  if (!found || parts.some(({ name }) => name === 'at')) return null
  return joinParts(parts.map((part) => (part === found ? `at=${part.name}` : part.text)))
}
