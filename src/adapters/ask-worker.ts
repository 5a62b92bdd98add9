import { HEARD } from './in-turn.ts'
import { trustScript } from './script-address.ts'

/**
 * Asks a worker that is started for one question and ends with its answer. Rejects
 * where it cannot be started, or fails.
 *
 * @param address of the worker's script, on the page's own origin
 * @param request plain data: it is cloned
 * @param hear takes each reply, and returns the answer once it is whole; `undefined` before
 */
export function askWorker<Answer>(
  address: string,
  request: unknown,
  hear: (reply: MessageEvent) => Answer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trustScript(address), { type: 'module' })
    worker.addEventListener('message', (reply) => {
      const answer = hear(reply)
      if (answer === undefined) return worker.postMessage(HEARD)
      worker.terminate()
      resolve(answer)
    })
    worker.addEventListener('error', () => {
      worker.terminate()
      reject(new Error(`The worker ${address} has failed`))
    })
    worker.postMessage(request)
  })
}
