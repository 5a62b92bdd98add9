/**
 * The first of the languages wished for that there is, by its first part: "fr-CA"
 * is French. What is given last where none is.
 *
 * @param codes what there is, by its code
 * @param wishes language tags, what is wished for most first
 */
export function chooseAmong<Code extends string>(
  codes: Readonly<Record<Code, unknown>>,
  wishes: readonly (string | null | undefined)[],
  otherwise: NoInfer<Code>,
): Code {
  const has = (code: string): code is Code => Object.hasOwn(codes, code)
  return wishes.map((wish) => wish?.toLowerCase().split('-')[0] ?? '').find(has) ?? otherwise
}
