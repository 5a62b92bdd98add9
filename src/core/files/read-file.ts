import { LARGEST_FILE } from '../bounds/bounds.ts'
import type { CodeLayout } from '../response/layout.ts'
import { readResponseCsv } from './response-csv.ts'
import { readResponseJson, type ReadFile } from './response-file.ts'

/**
 * Reads a file as JSON or CSV, whichever its content is; its name does not matter.
 * Never throws.
 */
export function readResponseFile(text: string, layouts: readonly CodeLayout[]): ReadFile {
  if (text.length > LARGEST_FILE) return { ok: false, issue: { code: 'too-large', most: LARGEST_FILE } }
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (start === '') return { ok: false, issue: { code: 'empty' } }
  return start.startsWith('{') ? readResponseJson(start, layouts) : readResponseCsv(text, layouts)
}
