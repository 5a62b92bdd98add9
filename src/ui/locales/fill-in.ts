const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The texts of an unfinished language, filled in from a finished one. A text of
 * another kind, a sentence in the place of one composed of parts, counts as
 * missing.
 */
export function fillIn<Texts>(finished: Texts, unfinished: unknown): Texts {
  if (isGroup(finished) && isGroup(unfinished))
    return Object.fromEntries(
      Object.entries(finished).map(([key, text]) => [key, fillIn(text, unfinished[key])]),
    ) as Texts
  const isSameKind =
    typeof unfinished === typeof finished &&
    isGroup(unfinished) === isGroup(finished) &&
    Array.isArray(unfinished) === Array.isArray(finished)
  return isSameKind ? (unfinished as Texts) : finished
}
