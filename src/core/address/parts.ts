import { withoutDirt } from '../codes/without-dirt.ts'

/**
 * In characters; longer than any valid fragment, so that a code which is too long
 * is reported as such and not as cut off.
 */
const LONGEST = 4000

/** One part of a fragment; parts are separated by "&". */
export interface FragmentPart {
  /** The text before the first "=", in lower case. */
  readonly name: string
  /** The text behind it; `null` where there is no "=". */
  readonly value: string | null
  /** The part unchanged, for parts whose name is unknown. */
  readonly text: string
}

/** Decodes percent signs: mail programs encode characters that need none, "=" above all. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The parts of a fragment, in their order. Trusts nothing in it, and never throws. */
export function partsOf(fragment: string): FragmentPart[] {
  const texts = fragment.slice(0, LONGEST).split('&').filter(Boolean)
  return texts.map((text) => {
    const [name = '', ...rest] = withoutDirt(decoded(text)).split('=')
    return { name: name.toLowerCase(), value: rest.length > 0 ? rest.join('=') : null, text }
  })
}

/** The parts with unknown names. They are ignored, and kept in every move. */
export const othersOf = (parts: readonly FragmentPart[], known: readonly string[]): string[] =>
  parts.filter(({ name }) => !known.includes(name)).map(({ text }) => text)

export const joinParts = (texts: readonly string[]): string => texts.filter(Boolean).join('&')

/** How the fragments of a page are read and written. */
export interface Grammar<Route> {
  /** The route in a fragment. Trusts nothing in it, and never throws. */
  read(fragment: string): Route
  /**
   * The fragment that leads from another fragment to a route. It keeps the parts
   * that are no route.
   */
  move(fragment: string, route: Route): string
}
