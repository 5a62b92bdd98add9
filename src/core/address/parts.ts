/** Longer than any fragment with something to open in it, so that what is too long can be told from what was cut. */
const LONGEST = 4000

/** One of the parts of a fragment, which "&" sets apart. */
export interface FragmentPart {
  /** Before the first "=", in lower case. */
  readonly name: string
  /** Behind it; `null` where there is none. */
  readonly value: string | null
  /** As it came, to be kept where its name means nothing here. */
  readonly text: string
}

/** Mail programs encode what they please, "=" above all. */
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
    const [name = '', ...rest] = decoded(text).split('=')
    return { name: name.toLowerCase(), value: rest.length > 0 ? rest.join('=') : null, text }
  })
}

/** The parts whose names mean nothing here. They are ignored, and kept wherever one goes. */
export const othersOf = (parts: readonly FragmentPart[], known: readonly string[]): string[] =>
  parts.filter(({ name }) => !known.includes(name)).map(({ text }) => text)

export const joinParts = (texts: readonly string[]): string => texts.filter(Boolean).join('&')

/** How the fragments of a page are read and written. */
export interface Grammar<Route> {
  /** The route in a fragment. Trusts nothing in it, and never throws. */
  read(fragment: string): Route
  /** The fragment that leads from another to a route. It keeps what does not say where on the page one is. */
  move(fragment: string, route: Route): string
}
