/** The client's names for the two ends of a workshop's levels. */
export interface LevelNames {
  /** The level nearest the top. */
  readonly top: string
  /** The level closest to the work. */
  readonly work: string
}

/** The placeholders of texts about a room, in braces. */
export const LEVELS: readonly string[] = ['top', 'work'] satisfies readonly (keyof LevelNames)[]

/** A name in braces, or an unpaired brace. Neither belongs in a text that is read. */
const BRACED = /\{([^{}]*)\}|[{}]/g

/**
 * A text about a room with the client's names put in for `{top}` and `{work}`.
 * Names are not searched again, so that a name with braces or a dollar sign stays
 * as it is. Anything else in braces is left.
 */
export function nameLevels(text: string, names: LevelNames): string {
  return text.replace(BRACED, (braced, name: string | undefined) =>
    name === 'top' || name === 'work' ? names[name] : braced,
  )
}

/** The placeholder, in the brief of a finding, of what is seen of the conditions that lead. */
export const FOUND = 'found'

/** A brief with what was found in it. Everything else in braces is left. */
export function nameFound(text: string, found: string): string {
  return text.replace(BRACED, (braced, name: string | undefined) => (name === FOUND ? found : braced))
}

/** The words in braces that are none of the placeholders allowed, as written, each once. */
export function strayPlaceholders(text: string, allowed: readonly string[]): string[] {
  const found = [...text.matchAll(BRACED)]
  return [...new Set(found.filter(([, name]) => !allowed.includes(name ?? '')).map(([braced]) => braced))]
}
