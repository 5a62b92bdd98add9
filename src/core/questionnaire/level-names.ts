/** What a client calls the two ends of a workshop. */
export interface LevelNames {
  /** The level nearest the top. */
  readonly top: string
  /** The level closest to the work. */
  readonly work: string
}

/** What stands in a text for such a name, in braces. */
const LEVELS: readonly string[] = ['top', 'work'] satisfies readonly (keyof LevelNames)[]

/** A name in braces, or a brace without its other one: neither is ever meant to be read. */
const BRACED = /\{([^{}]*)\}|[{}]/g

/**
 * A text about a room with the client's names for the two ends: `{top}` and `{work}`.
 * Names are put in as they are and never looked through again, so that one which
 * holds braces or a dollar sign stays what it is. Anything else in braces is left.
 */
export function nameLevels(text: string, names: LevelNames): string {
  return text.replace(BRACED, (braced, name: string | undefined) =>
    name === 'top' || name === 'work' ? names[name] : braced,
  )
}

/** What stands in braces in a text and is no placeholder, as written, each once. */
export function strayPlaceholders(text: string, allowed: boolean): string[] {
  const found = [...text.matchAll(BRACED)]
  return [...new Set(found.filter(([, name]) => !allowed || !LEVELS.includes(name ?? '')).map(([braced]) => braced))]
}
