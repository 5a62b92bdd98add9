import { strToU8, zipSync } from 'fflate'

/** A sheet of texts. */
export interface TextSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A text as XML: without control characters, and with those escaped that have a meaning there. */
const escape = (text: string) =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The letters of a column, counted from 0: A to Z, then AA. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCodePoint(65 + (column % 26))

const cellXml = (text: string, column: number, row: number) =>
  text === ''
    ? ''
    : `<c r="${letters(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`

const rowXml = (cells: readonly string[], at: number) =>
  `<row r="${at + 1}">${cells.map((text, column) => cellXml(text, column, at + 1)).join('')}</row>`

const sheetXml = ({ rows }: TextSheet) =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`

const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`

const relations = (all: string) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`

/**
 * A workbook (.xlsx) whose cells are texts (ECMA-376, inline strings), so that nothing
 * in them is ever a formula.
 */
export function writeWorkbook(sheets: readonly TextSheet[]): Uint8Array {
  const file = (at: number) => `worksheets/sheet${at + 1}.xml`
  const types = sheets.map(
    (_, at) => `<Override PartName="/xl/${file(at)}" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  )
  const names = sheets.map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(sheets.map((_, at) => relation(at + 1, 'worksheet', file(at))).join('')),
  }
  for (const [at, sheet] of sheets.entries()) files[`xl/${file(at)}`] = sheetXml(sheet)
  // A day of its own would make every download of the same form another file.
  const mtime = '1980-01-01T00:00:00'
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, [strToU8(xml), { mtime }]])))
}
