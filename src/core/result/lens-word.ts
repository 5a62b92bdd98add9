import type { Assessment } from './assess.ts'

/** A score below it, the middle of the scale, means that little of the concept is reported. */
const LITTLE = 50

/**
 * The remark on the explanations held, beside the findings about them: whether they
 * fit what is reported stays `open`, for want of answers, or because of a `tendency` to
 * agree; `none` of them is clearly at odds with it; or they are `untested`, since
 * somebody at the top who reports little cannot tell whether there is little to report.
 *
 * @returns `null` where no remark is due: no misconception is held, or a
 * contradiction is shown.
 */
export function lensWord({
  reading,
  concepts,
  lens,
  contradictions,
  openContradiction,
}: Pick<Assessment, 'reading' | 'concepts' | 'lens' | 'contradictions' | 'openContradiction'>):
  | 'open'
  | 'tendency'
  | 'untested'
  | 'none'
  | null {
  const holdsAny = lens.some(({ kind, held }) => kind === 'misconception' && held === true)
  if (!holdsAny || contradictions.length > 0) return null
  const isFromTheTop = reading.response.vantage === 'senior'
  const kept = reading.questionnaire.concepts.filter((concept) => concept.kept).map(({ id }) => id)
  const isLittle = concepts.some(({ concept, score }) => !kept.includes(concept) && (score === null || score < LITTLE))
  if (isFromTheTop && isLittle) return 'untested'
  if (openContradiction !== null) return openContradiction === 'tendency' ? 'tendency' : 'open'
  return 'none'
}
