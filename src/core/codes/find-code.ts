/** Four letters and digits, four times and more, with what people put between them. */
const GROUPS = /(?:[0-9a-z]{4}[-\s\u2010-\u2015]){3,}[0-9a-z]{1,4}/i

/** A code behind "r=", however a mail program wrote the link, up to what cannot belong to it. */
const IN_LINK = /[#?&/]r=([0-9a-z-]*)/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The code in what a person pasted: a link, a code in groups somewhere in a
 * sentence, or else the text itself, for its decoder to say what is wrong with it.
 * Never throws. What is much too long for either is returned as it is.
 *
 * @param longest how many characters are looked at
 */
export function findCode(text: string, longest = 4000): string {
  if (text.length > longest) return text
  const plain = decoded(text)
  return IN_LINK.exec(plain)?.[1] ?? GROUPS.exec(plain)?.[0] ?? plain.replace(/[.,;:!?)>\]]+\s*$/, '')
}
