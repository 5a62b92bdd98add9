import { agree } from './agree.ts'
import { list } from './written.ts'

/** Whether a list with "et" would leave open where one name ends and the next begins. */
const isAmbiguous = (names: readonly string[]) => names.length > 1 && names.some((name) => name.includes(' et '))

/** The text with a small first letter, for use within a sentence. */
export const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)

/** Names listed after a colon: with semicolons where one of them holds an "et" of its own. */
export function listNames(names: readonly string[]): string {
  const small = names.map(lowerFirst)
  return isAmbiguous(names) ? small.join(' ; ') : list.format(small)
}

/** Clauses, each with a verb of its own, in a list: a comma keeps the last apart. */
export const listClauses = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')}, et ${clauses.at(-1)}`

/**
 * Scores by their concepts' names: "le score Silence", "des scores Silence et
 * Perte de signal". The article goes with "score", so that no name has to
 * contract or elide with what stands before it.
 */
export function listScores(one: 'le' | 'du', many: 'les' | 'des', names: readonly string[]): string {
  const quoted = isAmbiguous(names) ? names.map((name) => `« ${name} »`) : names
  return `${agree(names.length, `${one} score`, `${many} scores`)} ${list.format(quoted)}`
}
