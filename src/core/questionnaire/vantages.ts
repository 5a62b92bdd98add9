/** The places where a respondent can sit. Apart from the schema, so that the first load stays free of zod. */
export const VANTAGES = ['senior', 'middle', 'close'] as const

export type Vantage = (typeof VANTAGES)[number]
