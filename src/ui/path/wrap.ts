/** The width of a text in pixels. */
export type Measure = (text: string, isStrong: boolean) => number

/** The characters of a word in pieces that fit, as a browser breaks it that may break anywhere. */
function pieces(word: string, isStrong: boolean, width: number, measure: Measure): string[] {
  const found: string[] = []
  for (const letter of word) {
    const longer = `${found.at(-1) ?? ''}${letter}`
    if (found.length > 0 && measure(longer, isStrong) <= width) found[found.length - 1] = longer
    else found.push(letter)
  }
  return found
}

/** Breaks a text into lines that fit. A word that is wider than a line is broken. */
export function wrap(text: string, isStrong: boolean, width: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && measure(longer, isStrong) <= width) lines[lines.length - 1] = longer
    else if (measure(word, isStrong) <= width) lines.push(word)
    else lines.push(...pieces(word, isStrong, width, measure))
  }
  return lines
}
