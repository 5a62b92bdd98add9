import { isAsked, repliesInTurn } from '../../adapters/in-turn.ts'
import type { WorkshopReply } from '../../adapters/workshop-messages.ts'
import { NOTHING_COLLECTED, SLICE } from '../../core/workshop/collected.ts'
import { readWorkshopBytes } from '../../core/workshop/read-workshop-bytes.ts'

const send = repliesInTurn()
const reply = (message: WorkshopReply) => send(message)

async function answer(file: Blob): Promise<void> {
  const read = await file.arrayBuffer().then(
    (bytes) => readWorkshopBytes(new Uint8Array(bytes)),
    () => null,
  )
  if (!read?.ok) return void reply({ is: 'end', read })
  const { collected } = read.kept
  for (const is of ['entries', 'former'] as const)
    for (let at = 0; at < collected[is].length; at += SLICE)
      await reply({ is, entries: collected[is].slice(at, at + SLICE) })
  void reply({ is: 'end', read: { ok: true, kept: { ...read.kept, collected: NOTHING_COLLECTED } } })
}

addEventListener('message', (event: MessageEvent<Blob>) => void (isAsked(event) && answer(event.data)))
