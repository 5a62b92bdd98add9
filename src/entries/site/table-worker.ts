import { fileBytes } from '../../adapters/file-bytes.ts'
import { isAsked, repliesInTurn } from '../../adapters/in-turn.ts'
import type { TableReply, TableRequest } from '../../adapters/table-messages.ts'
import { readWorkshopTable } from '../../core/workshop/read-workshop-table.ts'

/** Of how many rows one message consists, so that the page takes it within a frame. */
const SLICE = 250

/** How often the page is told how far it is, in bytes. */
const STEP = 512 * 1024

const send = repliesInTurn()
const reply = (message: TableReply) => send(message)

async function answer({ file, question }: TableRequest): Promise<void> {
  let told = 0
  const table = await readWorkshopTable(fileBytes(file), question, ({ bytes, rows }) => {
    if (bytes - told < STEP) return
    told = bytes
    void reply({ is: 'progress', bytes, rows })
  })
  if (!table.ok) return void reply({ is: 'end', table })
  for (let at = 0; at < table.rows.length; at += SLICE)
    await reply({ is: 'rows', rows: table.rows.slice(at, at + SLICE) })
  void reply({ is: 'end', table: { ...table, rows: [] } })
}

addEventListener('message', (event: MessageEvent<TableRequest>) => void (isAsked(event) && answer(event.data)))
