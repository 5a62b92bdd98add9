import { withoutDirt } from './without-dirt.ts'

/**
 * At least four groups of four letters and digits, with the separators that people
 * put between them.
 */
const GROUPS = /(?:[0-9a-z]{4}[-\s\u2010-\u2015]){3,}[0-9a-z]{1,4}/i

/** The code behind "r=" in a link, as far as a code's characters go. */
const IN_LINK = /[#?&/]r=([0-9a-z-]*)/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The code in a text that a person pasted: in a link, in groups somewhere in a
 * sentence, or else the text itself, for its decoder to say what is wrong with it.
 * A text longer than `longest` is returned as it is. Never throws.
 *
 * @param longest in characters
 */
export function findCode(text: string, longest = 4000): string {
  if (text.length > longest) return text
  const plain = withoutDirt(decoded(text))
  return IN_LINK.exec(plain)?.[1] ?? GROUPS.exec(plain)?.[0] ?? plain.replace(/[.,;:!?)>\]]+\s*$/, '')
}
