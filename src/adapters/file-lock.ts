import type { FileLock } from '../core/ports.ts'
import { askWorker } from './ask-worker.ts'

/** A question to the worker that locks and opens files. */
export interface LockRequest {
  readonly act: 'lock' | 'unlock'
  readonly file: Blob
  readonly passphrase: string
}

/** The reply of that worker: the file, or `null` where the passphrase does not open it. */
export interface LockReply {
  readonly file: Blob | null
}

/** Answers such a question where it is asked. Rejects where there is too little memory. */
export async function answerLock({ act, file, passphrase }: LockRequest): Promise<LockReply> {
  const { lockBytes, unlockBytes } = await import('./age-file.ts')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const made = await (act === 'lock' ? lockBytes(bytes, passphrase) : unlockBytes(bytes, passphrase))
  return { file: made && new Blob([new Uint8Array(made)]) }
}

/**
 * Locks and opens files in a worker, so that the page goes on meanwhile, and on the
 * page where there are no workers.
 *
 * @param address of the worker's script, on the page's own origin
 */
export function fileLock(address: string): FileLock {
  const ask = (request: LockRequest) =>
    askWorker(address, request, ({ data }: MessageEvent<LockReply>) => data)
      .catch(() => answerLock(request))
      .then(
        ({ file }) => file,
        () => null,
      )
  return {
    lock: (file, passphrase) => ask({ act: 'lock', file, passphrase }),
    unlock: (file, passphrase) => ask({ act: 'unlock', file, passphrase }),
  }
}
