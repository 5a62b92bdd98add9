import type { LevelNames } from '../../core/questionnaire/placeholders.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { ResultTexts } from '../locales/en/result.ts'

/** One language of the questionnaire that is shown, with the interface's own words in it. */
export interface Column {
  readonly language: string
  readonly part: ResultPart
  readonly interfaceTexts: ResultTexts
  /** The names of a room's two ends in set-up, before the client names them. */
  readonly levelNames: LevelNames
}

/** A text in each language, in the order of the columns; `null` where it is missing. */
export interface TextRow {
  readonly label: string
  readonly texts: readonly (string | null)[]
}

/** Facts that are the same in every language. */
export interface FactRow {
  readonly label: string
  readonly facts: readonly string[]
}

/** Rows that belong together and are found or left out together. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly rows: readonly (TextRow | FactRow)[]
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly entries: readonly Entry[]
}

/** One text from every column. An empty one counts as missing. */
export function textRow(
  columns: readonly Column[],
  label: string,
  take: (column: Column) => string | undefined,
): TextRow {
  return { label, texts: columns.map((column) => take(column)?.trim() || null) }
}

/** A row of facts, or none where there are no facts. */
export function factRow(label: string, facts: readonly (string | undefined)[]): FactRow[] {
  const given = facts.filter((fact) => fact !== undefined && fact !== '')
  return given.length === 0 ? [] : [{ label, facts: given as string[] }]
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()

/**
 * The sections with the entries that contain a text; case, accents and the form of
 * apostrophes and spaces are ignored.
 */
export function filterSections(sections: readonly Section[], wanted: string): Section[] {
  const word = plain(wanted.trim())
  const holds = ({ title, rows }: Entry) =>
    [title, ...rows.flatMap((row) => [row.label, ...('texts' in row ? row.texts : row.facts)])].some(
      (text) => text !== null && plain(text).includes(word),
    )
  return sections
    .map((section) => ({ ...section, entries: section.entries.filter((entry) => word === '' || holds(entry)) }))
    .filter(({ entries }) => entries.length > 0)
}
