import { list } from './written.ts'

/** Names in a list: with semicolons where one of them holds an "and" of its own. */
export function listNames(names: readonly string[]): string {
  const isAmbiguous = names.length > 1 && names.some((name) => name.includes(' and '))
  return isAmbiguous ? `${names.slice(0, -1).join('; ')}; and ${names.at(-1)}` : list.format(names)
}

/** Clauses, each with a verb of its own, in a list: a comma keeps the last apart. */
export const listClauses = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1)}`
