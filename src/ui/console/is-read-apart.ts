import { LARGE_FILE } from '../../core/bounds/bounds.ts'

/** The first bytes of an archive, which a workbook is, too. */
const ARCHIVE = 'PK'

/**
 * Whether a file is read apart from the page: a large one, and an archive of any size, of
 * which a small one may hold a large table. One that can no longer be read is not. Never rejects.
 */
export async function isReadApart(file: Blob): Promise<boolean> {
  if (file.size > LARGE_FILE) return true
  const start = file.slice(0, ARCHIVE.length)
  return (await start.text().catch(() => '')) === ARCHIVE
}
