import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** A relay that runs in processes of its own. */
export interface RunningRelay {
  /** Where clients connect, as `LIVE_RELAY` names it. */
  readonly address: string
  readonly processes: readonly ChildProcess[]
  /**
   * Ends its processes without notice, and starts them on what they have kept.
   *
   * @param meanwhile what happens while there is none
   */
  restart(meanwhile?: () => Promise<void>): Promise<void>
  /** The same, on a disk that has nothing on it any more. */
  loseDisk?(): Promise<void>
  /** Ends one of several processes without notice. */
  loseOne?(): Promise<void>
  stop(): Promise<void>
}

/** What only some can forbid: README.md in `public/live` says so. */
export type Liberty =
  | 'list as a stranger'
  | 'list a room with its link'
  | 'replace as a stranger'
  | 'replace in a room with its link'
  | 'keep for nobody'

export interface Engine {
  readonly name: string
  readonly lets: ReadonlySet<Liberty>
  /** How often the test of what it keeps ends it without notice. */
  readonly kills: number
  /** What has to be installed. */
  readonly command: string | null
  /** In how many milliseconds it delivers whatever it delivers, here. */
  readonly deliversWithin: number
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

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** Waits until something listens on a port. */
export async function listening(port: number, child: ChildProcess): Promise<void> {
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part))
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`It ended with: ${text}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
