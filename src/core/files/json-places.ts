/** Where something begins in a text, both from 1. */
export interface Place {
  readonly line: number
  /** `null` where it is the first on its line. */
  readonly character: number | null
}

/** Where a text in quotation marks ends. */
function endOfText(json: string, from: number): number {
  for (let at = json.indexOf('"', from + 1); ; at = json.indexOf('"', at + 1)) {
    let slashes = 0
    while (json[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at + 1
  }
}

const BLANK = /\s*/y
const PLAIN = /[^,\]}\s]*/y
const SIGNS = /["[\]{}]/g

function skip(json: string, at: number, signs: RegExp): number {
  signs.lastIndex = at
  signs.exec(json)
  return signs.lastIndex
}

/** Where a value ends. */
function endOfValue(json: string, from: number): number {
  const first = json[from]
  if (first === '"') return endOfText(json, from)
  if (first !== '{' && first !== '[') return skip(json, from, PLAIN)
  let depth = 0
  SIGNS.lastIndex = from
  for (let found = SIGNS.exec(json); found; found = SIGNS.exec(json)) {
    const [sign] = found
    if (sign === '"') SIGNS.lastIndex = endOfText(json, found.index)
    else depth += sign === '{' || sign === '[' ? 1 : -1
    if (depth === 0) return found.index + 1
  }
  return json.length
}

/** Where the values of a list or an object begin, with their names in an object. */
function* valuesIn(json: string, from: number): Generator<{ readonly name: string | null; readonly at: number }> {
  const isObject = json[from] === '{'
  for (let at = skip(json, from + 1, BLANK); at < json.length && json[at] !== ']' && json[at] !== '}';) {
    let name: string | null = null
    if (isObject) {
      const end = endOfText(json, at)
      name = JSON.parse(json.slice(at, end)) as string
      at = skip(json, skip(json, end, BLANK) + 1, BLANK)
    }
    yield { name, at }
    at = skip(json, endOfValue(json, at), BLANK)
    if (json[at] === ',') at = skip(json, at + 1, BLANK)
  }
}

/**
 * Where the parts of a list begin. Of a name that stands twice the last counts, as for
 * `JSON.parse`.
 *
 * @param json sound JSON, with line feeds as its only line breaks
 * @param path the names that lead to the list
 */
export function placesIn(json: string, path: readonly string[]): Place[] {
  let list = skip(json, 0, BLANK)
  for (const part of path) {
    let found = list
    for (const { name, at } of valuesIn(json, list)) if (name === part) found = at
    list = found
  }
  const places: Place[] = []
  let [line, start, before] = [1, 0, -1]
  for (const { at } of valuesIn(json, list)) {
    for (let end = json.indexOf('\n', start); end >= 0 && end < at; end = json.indexOf('\n', start)) {
      line++
      start = end + 1
    }
    places.push({ line, character: line === before ? at - start + 1 : null })
    before = line
  }
  return places
}
