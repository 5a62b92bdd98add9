/**
 * A language that nobody speaks, 40 % longer than English and written from right
 * to left, in the place of French: whatever the next language brings, the layout
 * has seen worse. A build for tests alone has it.
 */
const OPEN = '⟦'
const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ø', u: 'ü', A: 'Å', E: 'É', O: 'Ö' }

/** Leaves figures, what was lengthened before, and what stands in braces for a name as they are. */
export function lengthen(text: string): string {
  if (!/\p{L}{2}/u.test(text) || text.includes(OPEN)) return text
  const accented = text.replaceAll(/\{[^{}]*\}|[aeiouAEO]/g, (found) => ACCENTS[found] ?? found)
  const more = text.split(' ').slice(0, Math.ceil(text.split(' ').length * 0.4))
  return `${OPEN}${accented} ${more.join(' ')}⟧`
}

/** Everything a person reads in a table of texts, lengthened: its strings, and the strings its functions give. */
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
