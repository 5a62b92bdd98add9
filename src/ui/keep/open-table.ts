import { looksLikeMapping, readMapping } from '../../core/files/mapping.ts'
import { readOneResponse } from '../../core/files/read-one-response.ts'
import type { FiledResponse } from '../../core/files/response-file.ts'
import type { SheetWords } from '../../core/files/sheet-words.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import type { TableOpenedTexts } from '../locales/en/table-opened.ts'

/** The words that a survey tool's table is read by, and the texts about it. */
export interface TableReader {
  readonly words: SheetWords
  readonly texts: TableOpenedTexts
}

/** A small file's bytes, in one piece. */
async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer())
}

/** Issues that a mapping ends. */
const MAPPED = [
  'no-items',
  'twice',
  'doubtful-column',
  'doubtful-person',
  'rounded',
  'doubtful-seats',
  'doubtful-status',
  'doubtful-cell',
  'doubtful-level',
  'doubtful-sum',
  'turned',
]

/**
 * Opens the table of one person's answers, by a mapping if its file is chosen with it. Returns the response, the
 * sentence that says why there is none, or `null` where no table was chosen.
 */
export async function openTable(
  files: readonly File[],
  questionnaire: Questionnaire,
  { words, texts }: TableReader,
  today: string,
): Promise<FiledResponse | string | null> {
  const contents = await Promise.all(files.map(async (file) => ({ file, text: await file.text() })))
  const said = contents.find(({ text }) => looksLikeMapping(text))
  const [table, ...others] = contents.filter((one) => one !== said)
  const mapping = said ? readMapping(said.text, questionnaire.id) : null
  if (mapping?.ok === false) return texts.mappingIssue(mapping.issue)
  if (!table) return texts.mapping
  if (others.length > 0) return texts.oneTable
  const read = await readOneResponse(bytesOf(table.file), questionnaire, words, {
    mapping: mapping?.mapping ?? null,
    today,
  })
  if (read.ok) {
    const { id, version } = questionnaire
    return { questionnaire: { id, version }, ...read.response }
  }
  if (read.issue.of === 'neither') return null
  const isMapped = read.issue.of === 'table' && MAPPED.includes(read.issue.issue.code)
  return [texts.issue(read.issue), ...(isMapped ? [texts.mapping] : [])].join(' ')
}
