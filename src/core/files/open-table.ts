import { decodeWhole } from './decode-text.ts'
import type { OpenedTable } from './read-workbook.ts'
import type { SheetIssue } from './score-file-issues.ts'

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** Files of other kinds, by how they begin: $FL2@ and $FL3@, and %PDF-. */
export function otherKind(bytes: Uint8Array): Extract<SheetIssue, { code: 'other-kind' }> | null {
  const of = (kind: 'SPSS' | 'PDF') => ({ code: 'other-kind', line: 1, kind }) as const
  if (startsWith(bytes, 0x24, 0x46, 0x4c) && bytes[4] === 0x40) return of('SPSS')
  return startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d) ? of('PDF') : null
}

/** How Office names the part of a workbook that a password locks, in UTF-16. */
const LOCKED_PART = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

/** Whether it is a workbook behind a password: such a file begins as one of the old kind. */
function isLocked(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return false
  for (let at = bytes.indexOf(LOCKED_PART[0]!); at >= 0; at = bytes.indexOf(LOCKED_PART[0]!, at + 1))
    if (startsWith(bytes.subarray(at, at + LOCKED_PART.length), ...LOCKED_PART)) return true
  return false
}

/**
 * The text of a file that was handed in: text in UTF-8 or UTF-16, the one table of
 * a workbook (.xlsx), or the one of an archive (.zip). Never rejects, unless the
 * part that reads workbooks cannot be loaded.
 */
export async function openTable(bytes: Uint8Array): Promise<OpenedTable> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const { readArchive } = await import('./read-workbook.ts')
    return readArchive(bytes)
  }
  // An archive without any file in it.
  if (startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return { ok: false, issue: { code: 'no-table', names: [] } }
  if (isLocked(bytes)) return { ok: false, issue: { code: 'locked' } }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, issue: { code: 'old-workbook' } }
  const issue = otherKind(bytes)
  return issue ? { ok: false, issue } : decodeWhole(bytes)
}
