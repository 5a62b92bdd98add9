import { SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import { LEVELS } from '../response/levels.ts'
import { isLabel, LONGEST_NAME } from './label.ts'
import type { Workshop } from './workshop.ts'

/**
 * A leader's check: people close to the work answer, and one leader sees their means
 * beside their own view. METHOD 16.
 */
export interface CheckTerms {
  /** The name of the leader, who is outside the group. */
  readonly leader: string
  /** Whose device collects; empty where that is the leader's own. */
  readonly keeper: string
}

type Terms = Pick<
  Workshop,
  'check' | 'questionnaire' | 'levels' | 'smallestGroup' | 'rawExport' | 'holdsResults' | 'asksGuesses'
>

export const isCheck = ({ check }: Pick<Workshop, 'check'>): boolean => check !== undefined

/** The smallest number of levels that these terms can have: a check has one. */
export const fewestLevels = (terms: Pick<Workshop, 'check'>): number => (isCheck(terms) ? 1 : LEVELS.fewest)

/**
 * Whether terms are a check's, where they say so: one level, the smallest group of
 * all, no table of answers, no results held back, no guesses, and a questionnaire of the page.
 * Never throws.
 */
export function fitCheck({ check, questionnaire, levels, smallestGroup, ...terms }: Terms): boolean {
  if (check === undefined) return true
  const { rawExport, holdsResults, asksGuesses } = terms
  const { leader, keeper } = check
  const areNamed = isLabel(leader, LONGEST_NAME) && (keeper === '' || isLabel(keeper, LONGEST_NAME))
  const isPlain = !rawExport && !holdsResults && !asksGuesses && questionnaire.fingerprint === undefined
  return areNamed && isPlain && levels.length === 1 && smallestGroup === SMALLEST_GROUP
}
