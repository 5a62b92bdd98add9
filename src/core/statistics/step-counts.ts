/**
 * People per step, lowest first: as many entries as the response scale has options.
 * An item's mean, agreement and dissent all follow from these counts, so the people
 * are walked through once.
 */
export type StepCounts = readonly number[]
