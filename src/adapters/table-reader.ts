import type { TableReader } from '../core/ports.ts'
import type { ReadCandidate } from '../core/workshop/setting.ts'
import { fileBytes } from './file-bytes.ts'
import { trustScript } from './script-address.ts'
import type { TableReply, TableRequest } from './table-messages.ts'

/**
 * Reads large tables in a worker, which is started for each and ends with it; on the
 * page itself where there are no workers, or where this one cannot be started.
 *
 * @param address of the worker's script, on the page's own origin
 */
export function tableReader(address: string): TableReader {
  async function readHere(...[file, question, note]: Parameters<TableReader['read']>) {
    const { readWorkshopTable } = await import('../core/workshop/read-workshop-table.ts')
    return readWorkshopTable(fileBytes(file), question, note)
  }

  function readApart(...[file, question, note]: Parameters<TableReader['read']>): ReturnType<TableReader['read']> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(trustScript(address), { type: 'module' })
      const rows: ReadCandidate[] = []
      worker.addEventListener('message', ({ data }: MessageEvent<TableReply>) => {
        if (data.is === 'progress') return note(data)
        if (data.is === 'rows') {
          rows.push(...data.rows)
          return
        }
        worker.terminate()
        resolve(data.table.ok ? { ...data.table, rows } : data.table)
      })
      worker.addEventListener('error', () => {
        worker.terminate()
        reject(new Error('the worker that reads tables has failed'))
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage({ file, question } satisfies TableRequest)
    })
  }

  return {
    async read(file, question, note) {
      try {
        return await readApart(file, question, note)
      } catch {
        return readHere(file, question, note)
      }
    },
  }
}
