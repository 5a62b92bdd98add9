/** One step of a presentation, as the facilitator chose it. */
export interface ChosenStep {
  /** The id of the step: its kind, and its item or finding. */
  readonly id: string
  /** Whether it is presented. What is left out is still on the page and in the report. */
  readonly isShown: boolean
}

/**
 * Puts the steps that there are in the order that was chosen. One that was not there
 * then, as with the figures of a later view, is shown behind the step that precedes it
 * by default. Never throws.
 *
 * @param steps in their default order, each with another id
 * @param chosen `undefined` for the default order
 */
export function arrangeSteps<Step extends { readonly id: string }>(
  steps: readonly Step[],
  chosen: readonly ChosenStep[] = [],
): readonly { readonly step: Step; readonly isShown: boolean }[] {
  const arranged = chosen.flatMap(({ id, isShown }) => {
    const step = steps.find((one) => one.id === id)
    return step ? [{ step, isShown }] : []
  })
  for (const [index, step] of steps.entries()) {
    if (arranged.some((one) => one.step.id === step.id)) continue
    const before = arranged.findIndex((one) => one.step.id === steps[index - 1]?.id)
    arranged.splice(before + 1, 0, { step, isShown: true })
  }
  return arranged
}
