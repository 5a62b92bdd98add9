import type { WorkshopFileReader } from '../core/ports.ts'
import type { CollectedEntry } from '../core/workshop/collected.ts'
import type { ReadWorkshopFile } from '../core/workshop/workshop-file.ts'
import { trustScript } from './script-address.ts'
import type { WorkshopReply } from './workshop-messages.ts'

/** In bytes; a larger file is read apart from the page. */
const LARGE = 256 * 1024

/**
 * Reads large files of workshops in a worker, which is started for each and ends with
 * it; others, and all where there are no workers, on the page itself.
 *
 * @param address of the worker's script, on the page's own origin
 */
export function workshopFileReader(address: string): WorkshopFileReader {
  async function readHere(file: Blob): Promise<ReadWorkshopFile | null> {
    const { readWorkshopBytes } = await import('../core/workshop/read-workshop-bytes.ts')
    return readWorkshopBytes(new Uint8Array(await file.arrayBuffer()))
  }

  function readApart(file: Blob): Promise<ReadWorkshopFile | null> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(trustScript(address), { type: 'module' })
      const collected = { entries: [] as CollectedEntry[], former: [] as CollectedEntry[] }
      worker.addEventListener('message', ({ data }: MessageEvent<WorkshopReply>) => {
        if (data.is !== 'end') {
          collected[data.is].push(...data.entries)
          return
        }
        worker.terminate()
        const { read } = data
        resolve(read?.ok ? { ok: true, kept: { ...read.kept, collected } } : read)
      })
      worker.addEventListener('error', () => {
        worker.terminate()
        reject(new Error('the worker that reads workshops has failed'))
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(file)
    })
  }

  return {
    async read(file) {
      try {
        return await (file.size > LARGE ? readApart(file).catch(() => readHere(file)) : readHere(file))
      } catch {
        // A file that can no longer be read is no text.
        return null
      }
    },
  }
}
