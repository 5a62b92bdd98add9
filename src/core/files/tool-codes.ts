/** A code as tools allow it that take letters, digits and underscores alone, as REDCap. */
export const underscored = (code: string): string => code.replaceAll('-', '_')

/** The longest code of an answer in LimeSurvey, in letters and digits. */
const LONGEST_ANSWER_CODE = 5

/** A code as LimeSurvey allows it. */
export const shortCode = (code: string): string => code.replaceAll('-', '').slice(0, LONGEST_ANSWER_CODE)

/** A code in every spelling that the exports for other tools give it. */
export const spellings = (code: string): readonly string[] => [code, underscored(code), shortCode(code)]

/** The code of a workshop's level, counted from 0. */
export const levelCode = (level: number): string => `lev${level + 1}`
