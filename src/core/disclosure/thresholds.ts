/** The smallest group of which a mean is shown: the lowest that a facilitator may choose. METHOD 11. */
export const SMALLEST_GROUP = 5

/** The highest that a facilitator may choose: beyond, a workshop of the usual size would show nothing. */
export const LARGEST_GROUP_FLOOR = 100

/** The smallest group of which a distribution or any number about dispersion is shown. METHOD 11. */
export const SMALLEST_DISTRIBUTION = 10
