import {
  LARGEST_MAPPING,
  LONGEST_MAPPED_CELL,
  LONGEST_MAPPED_NAME,
  MOST_MAPPED_CELLS,
  MOST_MAPPED_COLUMNS,
} from '../bounds/bounds.ts'
import * as z from 'zod'
import { CANT_TELL, type Answer } from '../response/response.ts'
import { foldCell, foldWords } from './answer-words.ts'

// Without this zod tests whether it may compile code, and a strict policy reports
// that in the console.
z.config({ jitless: true })

export const MAPPING_FORMAT = 'leadership-diagnostic-mapping'

/** The meaning of a column. */
export type ColumnMeaning =
  | { readonly is: 'statement'; readonly statement: string }
  /** It says who somebody is. */
  | { readonly is: 'person' }
  /** It numbers the responses. */
  | { readonly is: 'response' }
  /** It says where somebody sits. */
  | { readonly is: 'level' }
  | { readonly is: 'nothing' }

/** The meaning of a cell in a column of a statement. */
export type CellMeaning = Answer | 'unanswered'

const word = z.string().max(LONGEST_MAPPED_CELL)
const column = { column: z.string().max(LONGEST_MAPPED_NAME), number: z.int().min(1).max(MOST_MAPPED_COLUMNS) }

/** The file of a mapping, as README.md beside this file describes it. */
const mappingSchema = z
  .strictObject({
    format: z.literal(MAPPING_FORMAT),
    /** 2 where something is said that releases before it cannot read, so that they name that as the reason. */
    formatVersion: z.literal([1, 2]),
    /** The questionnaire's id. */
    questionnaire: word,
    /** By their headings; the number, from 1, counts where a heading stands twice. */
    columns: z
      .array(
        z.discriminatedUnion('is', [
          z.strictObject({ ...column, is: z.literal('statement'), statement: word }),
          z.strictObject({ ...column, is: z.enum(['person', 'response', 'level', 'nothing']) }),
        ]),
      )
      .max(MOST_MAPPED_COLUMNS),
    /** Cells of statements: a step from 1, "cant-tell", or "unanswered". */
    cells: z
      .array(
        z.strictObject({
          cell: word,
          is: z.union([z.int().min(1).max(9), z.literal(CANT_TELL), z.literal('unanswered')]),
        }),
      )
      .max(MOST_MAPPED_CELLS),
    /** Cells of the level's column: senior, middle, close, not-said, or the name of a workshop's level. */
    levels: z.array(z.strictObject({ cell: word, is: word })).max(MOST_MAPPED_CELLS),
    /** Whose a row is that has the averages, sums or numbers of the others, and no label. */
    sums: z.enum(['nobody', 'people']).optional(),
    /** Whether the table stands on its side: its rows are statements, and the columns here are these rows. */
    turned: z.literal(true).optional(),
  })
  .meta({ title: 'Mapping', description: 'What the columns and cells of a survey tool’s table mean.' })

export type Mapping = z.infer<typeof mappingSchema>

/** Whose rows are that have the averages, sums or numbers of the others: they sum these up, or are somebody's. */
export type SumMeaning = NonNullable<Mapping['sums']>

export type MappingIssue =
  | { readonly code: 'not-a-mapping' }
  | { readonly code: 'later-mapping' }
  /** A key or value that does not belong there, by its path in the file. */
  | { readonly code: 'mapping-shape'; readonly path: string }
  | { readonly code: 'other-mapping'; readonly questionnaire: string }

export type ReadMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly issue: MappingIssue }

/** Whether a text is meant to be a mapping, whether or not it can be read. */
export const looksLikeMapping = (text: string): boolean => text.slice(0, 400).includes(`"${MAPPING_FORMAT}"`)

/** Reads the file of a mapping, trusting nothing in it. Never throws. */
export function readMapping(text: string, questionnaire: string): ReadMapping {
  const fail = (issue: MappingIssue): ReadMapping => ({ ok: false, issue })
  let content: unknown
  try {
    content = text.length > LARGEST_MAPPING ? null : JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    content = null
  }
  const head = z.looseObject({ format: z.literal(MAPPING_FORMAT), formatVersion: z.number() }).safeParse(content)
  if (!head.success) return fail({ code: 'not-a-mapping' })
  if (head.data.formatVersion > 2) return fail({ code: 'later-mapping' })
  const parsed = mappingSchema.safeParse(content)
  if (!parsed.success)
    return fail({ code: 'mapping-shape', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
  if (parsed.data.questionnaire !== questionnaire)
    return fail({ code: 'other-mapping', questionnaire: parsed.data.questionnaire })
  return { ok: true, mapping: parsed.data }
}

export const writeMapping = (mapping: Mapping): string => `${JSON.stringify(mapping, null, 2)}\n`

/** The meaning that a mapping gives each of a table's columns, in their order; `null` where it gives none. */
export function mappedColumns(mapping: Mapping | null, names: readonly string[]): (ColumnMeaning | null)[] {
  const folded = names.map((name) => foldWords(name.slice(0, LONGEST_MAPPED_NAME)))
  return folded.map((name, at) => {
    const own = mapping?.columns.filter((one) => foldWords(one.column) === name) ?? []
    const isTwice = folded.indexOf(name) !== folded.lastIndexOf(name)
    const found = isTwice ? own.find((one) => one.number === at + 1) : own[0]
    if (!found) return null
    return found.is === 'statement' ? { is: found.is, statement: found.statement } : { is: found.is }
  })
}

/** A mapping's cells, folded. */
export const mappedCells = (mapping: Mapping | null): ReadonlyMap<string, CellMeaning> =>
  new Map(mapping?.cells.map(({ cell, is }) => [foldCell(cell), is]))

/** A mapping's levels, folded. */
export const mappedLevels = (mapping: Mapping | null): ReadonlyMap<string, string> =>
  new Map(mapping?.levels.map(({ cell, is }) => [foldWords(cell), foldWords(is)]))
