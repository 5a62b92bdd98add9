const LEAD =
  /^(?:please\s+)?(?:do not|don[’']t|never|must not|should not|avoid|excludes?|excluding|no|without|not)\b(?:\s+(?:discuss(?:ing)?|mention(?:ing)?|us(?:e|ing)|cover(?:ing)?|includ(?:e|ing)|address(?:ing)?|explain(?:ing)?|refer(?:ring)? to|attribut(?:e|ing)[\w ]*? to)\b)?\s*:?\s*/i

/** The end of the sentence, which says in what role the listed phrases are excluded. */
const ROLE =
  /\s+as\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:explanations?|causes?|reasons?|drivers?|factors?|answers?|solutions?)\b.*$/i

/** Cuts a text to so many characters without splitting a surrogate pair. */
function cutTo(most: number, text: string): string {
  return Array.from(text).slice(0, most).join('').trim()
}

/**
 * The phrases that explicit exclusions list, in order: "individual motivation" and
 * "communication skills" of "Do not discuss individual motivation or communication
 * skills as explanations." Each at most 80 characters; empty where nothing is
 * listed. Never throws.
 */
export function exclusionPhrases(text: string): string[] {
  const phrases = text
    .split(/[.;!\n]+(?:\s|$)/)
    .flatMap((sentence) =>
      sentence
        .trim()
        .replaceAll(/\s+/g, ' ')
        .replace(LEAD, '')
        .replace(ROLE, '')
        .split(/,|;|\/|\b(?:and|or|nor)\b/i),
    )
    .map((phrase) =>
      cutTo(80, phrase.replace(/^[^\p{L}\p{N}]+/u, '').replace(/(?<=[\p{L}\p{N})])[^\p{L}\p{N})]+$/u, '')),
    )
    .filter((phrase) => /\p{L}/u.test(phrase))
  return [...new Set(phrases)]
}

/** Qualifying words in such phrases, which exclude nothing by themselves. */
const UNSPECIFIC = new Set(
  'individual personal leader leaders leadership specific particular general primary any other certain based as the of for with explanation explanations reason reasons cause causes'.split(
    ' ',
  ),
)

/**
 * Word stems for the excluded vocabulary, cut by rule: "motivat" of "individual
 * motivation". They catch too much rather than too little, since an author notices
 * a text that a stem refuses wrongly and never one that it wrongly lets pass.
 */
export function exclusionStems(phrases: readonly string[]): string[] {
  const stems = phrases.flatMap((phrase) => {
    const words = phrase.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
    const cut = words
      .filter((word) => Array.from(word).length > 3 && !UNSPECIFIC.has(word))
      .map((word) => cutTo(40, word.replace(/(?<=.{3})(?:ions?|ings?|(?<![s’'])s)$/u, '')))
    if (cut.length > 0) return cut
    const whole = cutTo(40, phrase.toLowerCase())
    return Array.from(whole).length < 3 ? [] : [whole]
  })
  return [...new Set(stems)]
}
