/**
 * How many people chose each step, lowest first: as many entries as the response
 * scale has options. Everything said about one item, its mean, its agreement, its
 * dissent, follows from these few numbers, so the people are walked through once.
 */
export type StepCounts = readonly number[]
