import { LONGEST_MAPPED_NAME } from '../bounds/bounds.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { foldWords } from './answer-words.ts'
import { foldName, MARKUP } from './known-columns.ts'
import { oncePerPair } from './once-per-pair.ts'

/** The statement that a heading names. A doubtful match is asked about. */
export interface StatementMatch {
  readonly statement: string
  readonly isSure: boolean
  /** Whether scripts write the id so where they have turned the steps round or worked them out anew. */
  readonly isRecoded?: boolean
}

/** Words beside a statement that tell of steps turned round or worked out anew, by scripts or people. */
export const RECODED =
  /revers|recod|rekodiert|umkodiert|umgepolt|invert|invers|récod|omgekeerd|gehercodeerd|ricodific|zscore|standardi[sz]|percentil/

/** The same behind an id, where it may be shorter. */
const RECODED_ID = new RegExp(`(?:r|rev|rec|inv|z|(?:${RECODED.source}).*)$`)

/** The rest of a heading, without its statement. */
export interface Beside {
  /** Folded; empty for nothing. */
  readonly letters: string
  /** Whether it is more than a word. */
  readonly isWordy: boolean
}

/** In letters and digits. LimeSurvey cuts codes at 20, REDCap at 26; shorter beginnings can be any word. */
const SURE_BEGINNING = 16
const SHORTEST_BEGINNING = 8
/** The same for the beginning of a statement's text, and for a text within a grid's heading. */
const SURE_TEXT = 24
const SHORTEST_TEXT = 15

/** In words: as many beside a statement can turn it into its contrary, or ask for a remark about it. */
const LEAST_BESIDE = 2

/** The share of words that a changed wording has in common with a statement's. */
const ALIKE = 0.6

const foldText = (text: string) => foldName(text.replaceAll(MARKUP, ' '))

const wordsOf = (text: string) => new Set(foldWords(text.replaceAll(MARKUP, ' ')).match(/[\p{L}\p{N}]{3,}/gu))

const wordCount = (text: string) => foldWords(text.replaceAll(MARKUP, ' ')).match(/\S*\p{L}\S*/gu)?.length ?? 0

/** Images stand in headings as texts. */
const withoutImages = (name: string) => (name.length > LONGEST_MAPPED_NAME ? name.replaceAll(/<[^<>]*>/g, ' ') : name)

/** ODK writes a group, a hyphen and a field, which has none: "gaps-work_waits_for_approval". */
const behindGroup = (name: string): readonly string[] => /^[a-z]\w*-([a-z]\w{7,})$/i.exec(name)?.slice(1) ?? []

/**
 * The parts of a heading that can be a statement's id or text by themselves: all of
 * it, what stands in brackets behind a group's name, and what stands before or
 * behind a sign that tools put between group, code and text.
 */
function partsOf(name: string): string[] {
  const inBrackets = /\[([^[\]]*)\]\s*$|\(([^()]*)\)\s*$/.exec(name)
  return [
    name,
    inBrackets?.[1] ?? inBrackets?.[2] ?? '',
    name.slice(0, name.indexOf('[') < 0 ? 0 : name.indexOf('[')),
    ...['. ', ': ', ' - ', ' – ', ' — ', ' | ', '/', ' > ', '» '].flatMap((sign) => {
      const [first, last] = [name.indexOf(sign), name.lastIndexOf(sign)]
      return first < 0 ? [] : [name.slice(0, first), name.slice(last + sign.length), name.slice(first + sign.length)]
    }),
    ...behindGroup(name),
  ].filter((part) => part.trim() !== '')
}

type MatchedTexts = readonly (Partial<Pick<Texts, 'items'>> & Partial<Pick<Texts, 'scales'>>)[]

/** The statements of a questionnaire as headings are compared with them. */
interface Statements {
  readonly byId: ReadonlyMap<string, string>
  readonly byText: ReadonlyMap<string, string>
  readonly words: readonly { readonly statement: string; readonly words: ReadonlySet<string> }[]
  /** Everything that names a statement, and questions above statements, folded. */
  readonly names: ReadonlyMap<string, readonly { readonly folded: string; readonly words: number }[]>
  readonly questions: readonly string[]
}

const statementsOf = oncePerPair((items: Questionnaire['items'], texts: MatchedTexts): Statements => {
  const byId = new Map<string, string>()
  const byText = new Map<string, string>()
  const words: { readonly statement: string; readonly words: ReadonlySet<string> }[] = []
  const names = new Map<string, readonly { readonly folded: string; readonly words: number }[]>()
  for (const { id } of items) {
    const folded = foldName(id)
    byId.set(folded, id)
    const all = texts.flatMap((language) => language.items?.[id]?.text ?? [])
    // LimeSurvey cuts codes, and REDCap longer ones.
    const codes = [folded, folded.slice(0, 26), folded.slice(0, 20)].map((code) => ({ folded: code, words: 1 }))
    names.set(id, [...all.map((text) => ({ folded: foldText(text), words: wordCount(text) })), ...codes])
    for (const language of texts) {
      const text = language.items?.[id]?.text
      if (text === undefined) continue
      byText.set(foldText(text), id)
      words.push({ statement: id, words: wordsOf(text) })
    }
  }
  const questions = texts.flatMap(({ scales = {} }) => Object.values(scales).map(({ stem }) => foldText(stem)))
  return { byId, byText, words, names, questions }
})

/**
 * Knows the statements of a questionnaire by id in any spelling, or by text in any
 * of its languages, in whatever tools make of these.
 */
export class StatementMatcher {
  readonly #statements: Statements
  readonly #known = new Map<string, StatementMatch | null>()

  constructor({ items }: Pick<Questionnaire, 'items'>, texts: MatchedTexts) {
    this.#statements = statementsOf(items, texts)
  }

  /** The statement that a heading's cell names; `null` for none. */
  match(name: string): StatementMatch | null {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const plain = withoutImages(name)
    const found = plain.length > LONGEST_MAPPED_NAME ? null : this.#find(plain)
    this.#known.set(name, found)
    return found
  }

  /** How many statements a longer text has in it, by their texts. */
  countWithin(text: string): number {
    const folded = foldText(text)
    const found = [...this.#statements.byText].filter(([own]) => own.length >= SHORTEST_TEXT && folded.includes(own))
    return new Set(found.map(([, statement]) => statement)).size
  }

  /** The rest of a heading, without its statement and the questionnaire's own questions. */
  beside(heading: string, statement: string): Beside {
    const name = withoutImages(heading)
    let rest = foldText(name)
    let words = wordCount(name)
    for (const own of this.#statements.names.get(statement) ?? []) {
      if (!rest.includes(own.folded)) continue
      rest = rest.replace(own.folded, '')
      words -= own.words
    }
    const beside = this.#statements.questions.reduce((left, question) => left.replace(question, ''), rest)
    const letters = beside.replaceAll(/\p{N}+/gu, '')
    return { letters, isWordy: letters !== '' && words >= LEAST_BESIDE }
  }

  #find(name: string): StatementMatch | null {
    const folded = partsOf(name).map(foldText)
    for (const part of folded) {
      const statement = this.#statements.byId.get(part) ?? this.#statements.byText.get(part)
      if (statement !== undefined) return { statement, isSure: true }
    }
    // CommCare writes groups and fields with full stops between: "form.gaps.work_waits_for_approval".
    const inGroup = this.#statements.byId.get(foldText(/^[\w-]+(?:\.[\w-]+)+\.([\w-]+)$/.exec(name)?.[1] ?? ''))
    if (inGroup !== undefined) return { statement: inGroup, isSure: true }
    // A cell of an answer, as most are that are looked at: too short for a text or a beginning.
    if (folded.every(({ length }) => length < SHORTEST_BEGINNING)) return this.#alike(name)
    return this.#within(folded[0] ?? '') ?? this.#beginning(folded) ?? this.#recoded(folded) ?? this.#alike(name)
  }

  /** An id as it is written where its steps were turned round or worked out anew. */
  #recoded(parts: readonly string[]): StatementMatch | null {
    const ids = parts.flatMap((part) => (RECODED_ID.test(part) ? [part.replace(RECODED_ID, '')] : []))
    const found = this.#beginning(ids)
    return found && { ...found, isSure: false, isRecoded: true }
  }

  /** A statement's whole text within a longer heading. Of two texts, one may be within the other. */
  #within(folded: string): StatementMatch | null {
    const found = [...this.#statements.byText].filter(([text]) => text.length >= SHORTEST_TEXT && folded.includes(text))
    const [longest] = found.toSorted(([one], [other]) => other.length - one.length)
    if (!longest) return null
    return {
      statement: longest[1],
      isSure: found.every(([text, own]) => own === longest[1] || longest[0].includes(text)),
    }
  }

  /** The beginning of one id or one text, as tools cut them. */
  #beginning(parts: readonly string[]): StatementMatch | null {
    for (const part of parts) {
      const ids = [...this.#statements.byId].filter(([id]) => part.length >= SHORTEST_BEGINNING && id.startsWith(part))
      const texts = [...this.#statements.byText].filter(
        ([text]) => part.length >= SHORTEST_TEXT && text.startsWith(part),
      )
      const statements = new Set([...ids, ...texts].map(([, statement]) => statement))
      const [statement] = statements
      if (statement === undefined) continue
      const isLong = part.length >= (ids.length > 0 ? SURE_BEGINNING : SURE_TEXT)
      return { statement, isSure: statements.size === 1 && isLong }
    }
    return null
  }

  /** A statement in a changed wording: never sure. */
  #alike(name: string): StatementMatch | null {
    const own = wordsOf(name)
    if (own.size < 4) return null
    let best = { statement: '', share: 0 }
    for (const { statement, words } of this.#statements.words) {
      const common = [...own].filter((word) => words.has(word)).length
      const share = (2 * common) / (own.size + words.size)
      if (share > best.share) best = { statement, share }
    }
    return best.share >= ALIKE ? { statement: best.statement, isSure: false } : null
  }
}
