/** The smallest group of which a mean is shown: the lowest that a facilitator may choose. METHOD 11. */
export const SMALLEST_GROUP = 5

/** The highest that a facilitator may choose: beyond, a workshop of the usual size would show nothing. */
export const LARGEST_GROUP_FLOOR = 100

/**
 * The step from one score on a concept to the next, in points, beyond which scores are as good as answers: half of a
 * band in which they are counted. Eight items of five options have 6.25, three of two have 33.
 */
export const COARSEST_SCORES = 10

/**
 * The smallest group of which a figure about spread may be so exact that of fewer it is almost a mark of who answered
 * what: alpha to two decimals, or an interval in whole points of scores that lie far apart. METHOD 7.
 */
export const SMALLEST_EXACT = 30

/** The smallest group of which a distribution or any number about dispersion is shown. METHOD 11. */
export const SMALLEST_DISTRIBUTION = 10
