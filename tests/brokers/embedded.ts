import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kill, printed, type Engine, type RunningRelay } from './engine.ts'

/** What starts it: the script that the tests' set-up has bundled, or its sources where a benchmark runs alone. */
function startedWith(): string[] {
  const bundled = process.env['RELAY_SCRIPT']
  return bundled ? [bundled] : ['--import', 'tsx', join(import.meta.dirname, 'embedded-process.ts')]
}

/** The relay of `npm start`, in a process of its own. */
export const embedded: Engine = {
  name: 'the embedded relay',
  lets: new Set([]),
  kills: 20,
  command: null,
  deliversWithin: 200,
  async start(): Promise<RunningRelay> {
    const folder = mkdtempSync(join(tmpdir(), 'relay-'))
    let port = '0'
    const run = async (): Promise<ChildProcess> => {
      const child = spawn(process.execPath, [...startedWith(), port, folder])
      const [, bound = ''] = /ready at http:\/\/localhost:(\d+)/.exec(await printed(child, 'ready at')) ?? []
      port = bound
      return child
    }
    let child = await run()
    return {
      address: `ws://localhost:${port}/live`,
      get processes() {
        return [child]
      },
      async restart(meanwhile) {
        await kill(child)
        await meanwhile?.()
        child = await run()
      },
      async loseDisk() {
        await kill(child)
        rmSync(folder, { recursive: true })
        child = await run()
      },
      async stop() {
        await kill(child)
        rmSync(folder, { recursive: true })
      },
    }
  },
}
