/** The longest name of a workshop or a client, in UTF-16 units. */
export const LONGEST_NAME = 80

/** The longest label of a level, in UTF-16 units. */
export const LONGEST_LEVEL = 40

/**
 * Invisible characters and those that change how the text around them reads:
 * controls, line separators, unpaired surrogates, and format characters, which turn
 * directions. The joiners that scripts and emoji need stay.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu

/** A text as a label on one line, cut where it is too long. Empty where nothing is left. */
export function tidyLabel(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '').normalize('NFC').replaceAll(/ +/g, ' ').trim()
  let cut = ''
  for (const character of line) {
    if (cut.length + character.length > longest) break
    cut += character
  }
  return cut.trim()
}

/** Whether a text is a valid label as it is: on one line, not empty, and without invisible characters. */
export const isLabel = (text: string, longest: number): boolean =>
  text !== '' && text.length <= longest && tidyLabel(text, longest) === text

/** Whether no two labels differ by case alone or not at all. */
export const areDistinct = (labels: readonly string[]): boolean =>
  new Set(labels.map((label) => label.toLowerCase())).size === labels.length
