import Papa from 'papaparse'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRows = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields)

const cellOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** Rows as a table: a column for every key that a row has. Nested values are left out. */
function tableOf(rows: readonly Fields[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const data = rows.map((row) => fields.map((field) => (Object.hasOwn(row, field) ? cellOf(row[field]) : '')))
  return Papa.unparse({ fields, data })
}

/**
 * The table in a survey tool's JSON, as text: a list of objects, or an object with
 * one such list. `null` where there is none. Never throws.
 */
export function tableInJson(content: unknown): string | null {
  if (isRows(content)) return tableOf(content)
  const lists = isFields(content) ? Object.values(content).filter(isRows) : []
  return lists[0] && lists.length === 1 ? tableOf(lists[0]) : null
}

/** The same for a text; `null` where it is no JSON either. Never throws. */
export function tableInJsonText(text: string): string | null {
  if (!/^\ufeff?\s*[[{]/.test(text)) return null
  try {
    return tableInJson(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return null
  }
}
