import type { RoomQuestion, RoomStatistics } from '../core/ports.ts'
import type { RoomView } from '../core/room/room-view.ts'
import { SLICE } from '../core/workshop/collected.ts'
import type { RoomReply, RoomRequest } from './room-messages.ts'
import { trustScript } from './script-address.ts'

interface Waiting {
  readonly number: number
  readonly question: RoomQuestion
  readonly resolve: (view: RoomView | null) => void
  readonly reject: (error: Error) => void
}

/** Of how many responses one message consists: copying them takes a few milliseconds. */
const PIECE = 4 * SLICE

/** Lets the page draw and answer before more is done. Timers would wait for longer, the more so where the page is hidden. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

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

  const isAsked = (number: number) => waiting?.number === number

  /** Hands a question over piece by piece; no further, once another is asked. */
  async function ask(asking: Worker, { number, question }: Waiting): Promise<void> {
    const { entries, snapshots, part, workshop } = question
    const send = (request: RoomRequest) => asking.postMessage(request)
    for (let at = 0; at < entries.length; at += PIECE) {
      send({ number, is: 'entries', entries: entries.slice(at, at + PIECE) })
      await nextTask()
      if (!isAsked(number)) return
    }
    for (const snapshot of snapshots) {
      send({ number, is: 'snapshot', snapshot })
      await nextTask()
      if (!isAsked(number)) return
    }
    send({ number, is: 'end', question: { part, workshop } })
  }

  return {
    summarise(question) {
      waiting?.resolve(null)
      return new Promise((resolve, reject) => {
        const own: Waiting = { number: ++asked, question, resolve, reject }
        waiting = own
        if (worker) ask(worker, own).catch(reject)
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
