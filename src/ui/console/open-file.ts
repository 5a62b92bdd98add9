import { openTable } from '../../core/files/open-table.ts'
import type { OpenedTable } from '../../core/files/read-workbook.ts'

/** The text of a file, of a workbook's table too. A file that can no longer be read is none. Never rejects. */
export async function openFile(file: File): Promise<OpenedTable> {
  try {
    return await openTable(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return { ok: false, issue: { code: 'unreadable' } }
  }
}
