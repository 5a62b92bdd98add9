import type { WorkshopReply } from '../../adapters/workshop-messages.ts'
import { NOTHING_COLLECTED, SLICE } from '../../core/workshop/collected.ts'
import { readWorkshopBytes } from '../../core/workshop/read-workshop-bytes.ts'

const reply = (message: WorkshopReply) => postMessage(message)

async function answer(file: Blob): Promise<void> {
  const read = await file.arrayBuffer().then(
    (bytes) => readWorkshopBytes(new Uint8Array(bytes)),
    () => null,
  )
  if (!read?.ok) return reply({ is: 'end', read })
  const { collected } = read.kept
  for (const is of ['entries', 'former'] as const)
    for (let at = 0; at < collected[is].length; at += SLICE) reply({ is, entries: collected[is].slice(at, at + SLICE) })
  reply({ is: 'end', read: { ok: true, kept: { ...read.kept, collected: NOTHING_COLLECTED } } })
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => void answer(data))
