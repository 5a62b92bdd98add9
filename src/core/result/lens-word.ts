import type { Assessment } from './assess.ts'

/**
 * What is said of the explanations held, beside the findings about them: whether
 * they fit what is reported stays open, or they are not clearly at odds with it.
 *
 * @returns `null` where neither is to be said: no misconception is held, or a contradiction is shown.
 */
export function lensWord({
  lens,
  contradictions,
  isContradictionOpen,
}: Pick<Assessment, 'lens' | 'contradictions' | 'isContradictionOpen'>): 'open' | 'not-at-odds' | null {
  if (isContradictionOpen) return 'open'
  const holdsAny = lens.some(({ kind, held }) => kind === 'misconception' && held === true)
  return holdsAny && contradictions.length === 0 ? 'not-at-odds' : null
}
