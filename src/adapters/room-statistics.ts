import type { RoomQuestion, RoomStatistics } from '../core/ports.ts'
import type { RoomView } from '../core/room/room-view.ts'
import type { RoomReply, RoomRequest } from './room-messages.ts'
import { trustScript } from './script-address.ts'

interface Waiting {
  readonly number: number
  readonly question: RoomQuestion
  readonly resolve: (view: RoomView | null) => void
  readonly reject: (error: Error) => void
}

/**
 * Summarises rooms in a worker, so that the page stays responsive; on the page
 * itself where there are no workers, or where this one cannot be started.
 *
 * @param address of the worker's script, on the page's own origin. Questions must
 * be plain data: they are cloned
 */
export function roomStatistics(address: string): RoomStatistics {
  let asked = 0
  let waiting: Waiting | null = null
  let worker = start()

  function settle(number: number): Waiting | null {
    if (waiting?.number !== number) return null
    const own = waiting
    waiting = null
    return own
  }

  function answerHere({ number, question, reject }: Waiting): void {
    const { part, workshop, entries, snapshots } = question
    // Imported only when needed: the worker has its own copy.
    void import('../core/room/summarise-room.ts')
      .then(({ summariseRoom }) => settle(number)?.resolve(summariseRoom(part, workshop, entries, snapshots)))
      .catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))))
  }

  function start(): Worker | null {
    try {
      const started = new Worker(trustScript(address), { type: 'module' })
      started.addEventListener('message', ({ data }: MessageEvent<RoomReply>) => {
        const own = settle(data.number)
        if (!own) return
        if (data.ok) own.resolve(data.view)
        else own.reject(new Error(data.message))
      })
      // An error of a summary comes as a reply; this is the worker's own, so the
      // page does without it from here on.
      started.addEventListener('error', () => {
        started.terminate()
        worker = null
        if (waiting) answerHere(waiting)
      })
      return started
    } catch {
      return null
    }
  }

  return {
    summarise(question) {
      waiting?.resolve(null)
      return new Promise((resolve, reject) => {
        const own: Waiting = { number: ++asked, question, resolve, reject }
        waiting = own
        if (worker) worker.postMessage({ number: own.number, question } satisfies RoomRequest)
        else answerHere(own)
      })
    },
    close() {
      waiting?.resolve(null)
      waiting = null
      worker?.terminate()
      worker = null
    },
  }
}
