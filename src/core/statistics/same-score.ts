/**
 * Scores nearer than this are one score: the same answers added up in another
 * order differ in the last digits. In points of 100. METHOD 10.
 */
export const SAME_SCORE = 1e-9
