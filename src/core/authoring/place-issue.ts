import type { QuestionnaireIssue } from './questionnaire-issues.ts'

/** Where a fault of a questionnaire in one file is, by the names that its writer knows. */
export interface IssuePlace {
  readonly line: number
  /** The language of the texts it is in; `null` in the structure. */
  readonly language: string | null
  /** The statement, concept or other entry it is in. */
  readonly entry: PlacedEntry | null
  /** The names of the parts that lead to it in there, in order; entries of lists by their number, from 1. */
  readonly parts: readonly string[]
}

export interface PlacedEntry {
  readonly of: EntryKind
  /** Its number in the structure's list, from 1; `null` where it is in no list. */
  readonly number: number | null
  /** Its text or name, or else its id; `''` where it has neither. */
  readonly name: string
}

export type EntryKind =
  | 'statement'
  | 'concept'
  | 'constraint'
  | 'finding'
  | 'room finding'
  | 'source'
  | 'opposites'
  | 'scale'
  | 'excluded words'

/** The kinds of entries, by the part of the structure or of the texts that they are in. */
const KINDS: Readonly<Record<string, EntryKind>> = {
  items: 'statement',
  concepts: 'concept',
  constraints: 'constraint',
  findings: 'finding',
  room: 'room finding',
  sources: 'source',
  opposites: 'opposites',
  scales: 'scale',
  excludedVocabulary: 'excluded words',
}

/** The part of an entry's texts that a person knows it by. */
const KNOWN_BY: Readonly<Record<string, string>> = { items: 'text', concepts: 'name', constraints: 'name' }

interface Bundle {
  readonly questionnaire: unknown
  readonly texts: Readonly<Record<string, unknown>>
}

function part(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Record<string | number, unknown>)[name]
        : undefined,
    value,
  )
}

const wordsOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value.trim() !== '' ? value : otherwise

/** Assumes nothing about the content, which may have any fault. */
function entryAt(
  { questionnaire, texts }: Bundle,
  group: string,
  at: string | number,
  reader: string,
): PlacedEntry | null {
  const of = KINDS[group]
  if (!of) return null
  const list = part(questionnaire, group)
  const found = Array.isArray(list) ? list.findIndex((entry, index) => at === index || part(entry, 'id') === at) : -1
  const entry = found < 0 ? undefined : part(list, found)
  const id = wordsOr(part(entry, 'id') ?? part(entry, 'answer'), typeof at === 'string' ? at : '')
  const knownBy = KNOWN_BY[group]
  const languages = knownBy ? [reader, ...Object.keys(texts)] : []
  const text = languages
    .map((language) => wordsOr(part(texts, language, group, id, knownBy!), ''))
    .find((name) => name !== '')
  return { of, number: found < 0 ? null : found + 1, name: text ?? id }
}

/**
 * Where a fault is, in a file that holds the structure and the texts. Never throws.
 *
 * @param reader the language that statements and concepts are named in, where they are written in it
 * @param lineOf the line of a part of the file
 */
export function placeIssue(
  { file, path }: Pick<QuestionnaireIssue, 'file' | 'path'>,
  bundle: Bundle,
  reader: string,
  lineOf: (path: readonly (string | number)[]) => number,
): IssuePlace {
  const language = file === 'questionnaire.json' ? null : file.replace(/\.json$/, '')
  const [group, at, ...rest] = path
  const entry = group === undefined || at === undefined ? null : entryAt(bundle, String(group), at, language ?? reader)
  const parts = entry ? rest : path
  return {
    line: lineOf([...(language === null ? ['questionnaire'] : ['texts', language]), ...path]),
    language,
    entry,
    parts: parts.map((name) => (typeof name === 'number' ? String(name + 1) : name)),
  }
}
