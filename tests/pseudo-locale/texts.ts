/**
 * A pseudo-locale in the place of French, 40 % longer than English and written from
 * right to left, so that any layout fit for it is fit for the next real language.
 * Only in a build for tests.
 */
const OPEN = '⟦'
const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ø', u: 'ü', A: 'Å', E: 'É', O: 'Ö' }

/** Lengthens a text, except its figures, parts already lengthened, and placeholders in braces. */
export function lengthen(text: string): string {
  if (!/\p{L}{2}/u.test(text) || text.includes(OPEN)) return text
  const accented = text.replaceAll(/\{[^{}]*\}|[aeiouAEO]/g, (found) => ACCENTS[found] ?? found)
  const more = text.split(' ').slice(0, Math.ceil(text.split(' ').length * 0.4))
  return `${OPEN}${accented} ${more.join(' ')}⟧`
}

/** Every text in a table of texts, lengthened: its strings, and the strings that its functions return. */
export function lengthenAll<T>(texts: T): T {
  if (typeof texts === 'string') return lengthen(texts) as T
  if (typeof texts === 'function')
    return ((...given: unknown[]) => {
      const result: unknown = (texts as (...args: unknown[]) => unknown)(...given)
      return typeof result === 'string' || Array.isArray(result) ? lengthenAll(result) : result
    }) as T
  if (Array.isArray(texts)) return texts.map((text) => lengthenAll(text)) as T
  if (typeof texts === 'object' && texts !== null)
    return Object.fromEntries(
      Object.entries(texts).map(([key, value]) => [
        key,
        key === 'direction' ? 'rtl' : /^(id|version|scale|url|slug)$/.test(key) ? value : lengthenAll(value),
      ]),
    ) as T
  return texts
}
