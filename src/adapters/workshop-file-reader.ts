import { LARGE_FILE } from '../core/bounds/bounds.ts'
import type { WorkshopFileReader } from '../core/ports.ts'
import type { CollectedEntry } from '../core/workshop/collected.ts'
import type { ReadWorkshopFile } from '../core/workshop/workshop-file.ts'
import { askWorker } from './ask-worker.ts'
import type { WorkshopReply } from './workshop-messages.ts'

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
    const collected = { entries: [] as CollectedEntry[], former: [] as CollectedEntry[] }
    return askWorker(address, file, ({ data }: MessageEvent<WorkshopReply>) => {
      if (data.is === 'end') {
        const { read } = data
        return read?.ok ? { ok: true, kept: { ...read.kept, collected } } : read
      }
      collected[data.is].push(...data.entries)
      return undefined
    })
  }

  return {
    async read(file) {
      try {
        return await (file.size > LARGE_FILE ? readApart(file).catch(() => readHere(file)) : readHere(file))
      } catch {
        // A file that can no longer be read is no text.
        return null
      }
    },
  }
}
