import type { TableReader } from '../core/ports.ts'
import type { ReadCandidate } from '../core/workshop/setting.ts'
import { askWorker } from './ask-worker.ts'
import { fileBytes } from './file-bytes.ts'
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
    const rows: ReadCandidate[] = []
    return askWorker(address, { file, question } satisfies TableRequest, ({ data }: MessageEvent<TableReply>) => {
      if (data.is === 'progress') note(data)
      else if (data.is === 'rows') rows.push(...data.rows)
      else return data.table.ok ? { ...data.table, rows } : data.table
      return undefined
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
