import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, kill, listening, type Engine, type RunningRelay } from './engine.ts'
import { shipped } from './shipped.ts'

/** Mosquitto, as it is configured by the files that are shipped. */
export const mosquitto: Engine = {
  name: 'Mosquitto',
  lets: new Set(['list a room with its link', 'replace in a room with its link', 'keep for nobody']),
  kills: 20,
  command: 'mosquitto',
  deliversWithin: 200,
  async start(): Promise<RunningRelay> {
    const folder = mkdtempSync(join(tmpdir(), 'mosquitto-'))
    const [plain, port] = [await freePort(), await freePort()]
    writeFileSync(join(folder, 'live.acl'), shipped('live.acl', {}))
    const configuration = shipped('mosquitto.conf', {
      'listener 1883': `listener ${plain}`,
      'listener 9001': `listener ${port}`,
      '/etc/mosquitto/live.acl': join(folder, 'live.acl'),
      '/var/lib/mosquitto/': `${folder}/`,
    })
    // Started by root, as here where tests run in a container, it would become another user.
    writeFileSync(join(folder, 'mosquitto.conf'), `${configuration}\nuser root\n`)
    const run = async (): Promise<ChildProcess> => {
      const child = spawn('mosquitto', ['-c', join(folder, 'mosquitto.conf')])
      await listening(port, child)
      return child
    }
    let child = await run()
    return {
      address: `ws://localhost:${port}/`,
      get processes() {
        return [child]
      },
      async restart(meanwhile) {
        await kill(child)
        await meanwhile?.()
        child = await run()
      },
      async stop() {
        await kill(child)
        rmSync(folder, { recursive: true })
      },
    }
  },
}
