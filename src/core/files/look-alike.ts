/**
 * Letters beside the Latin ones they cannot be told from, in capitals and in small
 * letters apart: a Greek nu is an N in capitals and a v in small letters. After the
 * confusables of Unicode (UTS 39), of which these are the Greek, Cyrillic and Armenian
 * letters that keyboards have, and two phonetic ones. Left out is what people mean apart
 * in the names of levels: 1, l and I; 0 and O; rn and m.
 */
const CAPITALS = lettersOf('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ АВЕЅІЈКМНОРСТУХҮԌԚԜӀ ՕՍՏ', 'ABEZHIKMNOPTYX ABESIJKMHOPCTYXYGQWI OUS')
const SMALL_LETTERS = lettersOf('αγικνορυχς аеіјкорсухѕһԁԛԝүѵӏ օսոհ ɑɡ', 'ayikvopuxc aeijkopcyxshdqwyvl ounh ag')

function lettersOf(others: string, latin: string): ReadonlyMap<string, string> {
  return new Map([...others].map((letter, at) => [letter, latin[at]!]))
}

/** Characters that the eye passes over: invisible characters, and the accents of Latin, Greek and Cyrillic letters. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}/gu
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu
/** Characters that look like a space and are none, a Braille cell without dots among them. */
const BLANKS = /[\t\r\n\u2800]/g
const HYPHENS = /[\u2010-\u2015\u2212]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g

/** A name of signs from ASCII, without an apostrophe turned round: none of it has a look-alike, or is passed over. */
const PLAIN = /^[ -_a-~]*$/

/** How a name looks, in capitals and in small letters. */
function looksOf(name: string): readonly [capitals: string, small: string] {
  if (PLAIN.test(name)) {
    const spaced = name.replaceAll(/ +/g, ' ').trim()
    return [spaced.toUpperCase(), spaced.toLowerCase()]
  }
  const plain = name
    .replaceAll(BLANKS, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(APOSTROPHES, "'")
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .replaceAll(HYPHENS, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const as = (text: string, letters: ReadonlyMap<string, string>) =>
    Array.from(text, (letter) => letters.get(letter) ?? letter).join('')
  return [as(plain.toUpperCase(), CAPITALS), as(plain.toLowerCase(), SMALL_LETTERS)]
}

/**
 * Whether people take two names for the same: whatever their case, width, accents,
 * invisible characters and, of Greek and Cyrillic letters, alphabet. Names of which
 * every letter has a Latin look-alike are alike across alphabets too.
 */
export function areAlike(one: string, other: string): boolean {
  const [capitals, small] = looksOf(one)
  const [otherCapitals, otherSmall] = looksOf(other)
  return capitals === otherCapitals || small === otherSmall
}

/** Finds the one of these names that a text can be taken for; `null` for none, or for several. */
export function nameFinder(names: Iterable<string>): (text: string) => string | null {
  const known = Array.from(names, (name) => ({ name, looks: looksOf(name) }))
  return (text) => {
    const [capitals, small] = looksOf(text)
    const found = known.filter(({ looks }) => looks[0] === capitals || looks[1] === small)
    return found.length === 1 ? found[0]!.name : null
  }
}
