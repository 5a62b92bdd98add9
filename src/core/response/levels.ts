/** How many levels a workshop can have. */
export const LEVELS = { fewest: 2, most: 5 } as const
