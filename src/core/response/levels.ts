/** How many levels a workshop tells apart. */
export const LEVELS = { fewest: 2, most: 5 } as const
