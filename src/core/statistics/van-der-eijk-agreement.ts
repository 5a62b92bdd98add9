import type { StepCounts } from './step-counts.ts'

/**
 * Agreement of one layer: some options filled alike, the others empty. Of every
 * three options in order, filled-empty-filled speaks for two camps and
 * filled-filled-empty or its mirror for one.
 */
function layerAgreement(filled: readonly boolean[]): number {
  const options = filled.length
  const chosen = filled.filter(Boolean).length
  if (chosen === 1) return 1
  if (chosen === options) return 0
  let unimodal = 0
  let bimodal = 0
  for (let first = 0; first < options; first++) {
    for (let second = first + 1; second < options; second++) {
      for (let third = second + 1; third < options; third++) {
        if (filled[first] && filled[third] && !filled[second]) bimodal += 1
        else if (filled[second] && filled[first] !== filled[third]) unimodal += 1
      }
    }
  }
  const unimodality = ((options - 2) * unimodal - (options - 1) * bimodal) / ((options - 2) * (unimodal + bimodal))
  return unimodality * (1 - (chosen - 1) / (options - 1))
}

/**
 * Van der Eijk's (2001) agreement A: 1 where all give one answer, 0 where the
 * options are chosen evenly, -1 for two equal camps at the ends. The counts are
 * peeled into layers, and A is their mean weighted by people. A label only, never
 * a rank: "two camps" below 0, from twelve answers on. METHOD 9.
 * Counts 1, 1, 3, 2, 0 give 0.5.
 *
 * @returns `null` without answers. Never throws.
 */
export function vanDerEijkAgreement(counts: StepCounts): number | null {
  const n = counts.reduce((total, count) => total + count, 0)
  if (n === 0) return null
  let left = [...counts]
  let sum = 0
  for (;;) {
    const filled = left.map((count) => count > 0)
    const present = left.filter((count) => count > 0)
    if (present.length === 0) return sum / n
    const height = Math.min(...present)
    sum += height * present.length * layerAgreement(filled)
    left = left.map((count) => (count > 0 ? count - height : 0))
  }
}
