import { strFromU8, strToU8 } from 'fflate'

type Files = Readonly<Record<string, Uint8Array>>

/** Cells that cover several rows, from 0. */
export interface TallCell {
  readonly from: number
  readonly until: number
  readonly column: number
}

const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)

/** In bytes: an element of this length may begin before what is looked at. */
const TAIL = 1024 * 1024

/**
 * A workbook's files with its errors as texts. The reader leaves them out, and what is
 * wrong would be unanswered.
 */
export function withErrors(files: Files): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      if (!isSheet(name)) return [name, bytes]
      const xml = strFromU8(bytes, true)
      return [name, xml.includes(' t="e"') ? strToU8(xml.replaceAll(' t="e"', ' t="str"'), true) : bytes]
    }),
  )
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function tallCellsIn(bytes: Uint8Array): TallCell[] {
  const end = strFromU8(bytes.subarray(Math.max(0, bytes.length - TAIL)), true)
  return [...end.matchAll(/<(?:\w+:)?mergeCell ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)].flatMap(
    ([, letters, first, last]) => {
      const cell = { from: Number(first) - 1, until: Number(last) - 1, column: columnOf(letters ?? '') }
      return cell.until > cell.from ? [cell] : []
    },
  )
}

/** The merged cells of each sheet that cover several rows, by the sheet's place in the workbook. */
export function tallCells(files: Files): readonly (readonly TallCell[])[] {
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([element]) => [
      / Id="([^"]+)"/.exec(element)?.[1] ?? '',
      (/ Target="([^"]+)"/.exec(element)?.[1] ?? '').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  return [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([element]) => {
    const target = targets.get(/ r:id="([^"]+)"/.exec(element)?.[1] ?? '')
    return tallCellsIn(files[target ?? ''] ?? new Uint8Array())
  })
}
