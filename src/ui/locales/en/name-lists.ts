const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Names in a list: with semicolons where one of them holds an "and" of its own. */
export function listNames(names: readonly string[]): string {
  const isAmbiguous = names.length > 1 && names.some((name) => name.includes(' and '))
  return isAmbiguous ? `${names.slice(0, -1).join('; ')}; and ${names.at(-1)}` : list.format(names)
}
