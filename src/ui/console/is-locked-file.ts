import { isLocked, LOCK_BYTES } from '../../core/files/locked-file.ts'

/** Whether a file is locked with a passphrase. One that can no longer be read is not. Never rejects. */
export async function isLockedFile(file: Blob): Promise<boolean> {
  const start = file.slice(0, LOCK_BYTES)
  return isLocked(await start.text().catch(() => ''))
}
