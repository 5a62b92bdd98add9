import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A relay that runs in processes of its own. */
export interface RunningRelay {
  /** Where clients connect, as `LIVE_RELAY` names it. */
  readonly address: string
  readonly processes: readonly ChildProcess[]
  /** Ends its processes as a power cut would, and starts them on what they have kept. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** What a broker can forbid, beyond the protocol. */
export interface Engine {
  readonly name: string
  start(): Promise<RunningRelay>
}

/** Waits for a process to print something. */
export function printed(child: ChildProcess, sign: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (part: string) => {
        text += part
        if (text.includes(sign)) resolve(text)
      })
    child.once('exit', () => reject(new Error(`It ended with: ${text}`)))
    child.once('error', reject)
  })
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
