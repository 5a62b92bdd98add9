import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, kill, listening, type Engine, type RunningRelay } from './engine.ts'
import { shipped } from './shipped.ts'
import { Connection, insist } from './clients.ts'

interface Node {
  readonly folder: string
  readonly port: number
  child: ChildProcess
}

/** What stands in front of a cluster: takes each connection to the first node, in turn, that answers. */
async function balance(nodes: readonly Node[]): Promise<{ server: Server; port: number }> {
  let turn = 0
  const server = createServer({ pauseOnConnect: true }, (client) => {
    client.on('error', () => {})
    const attempt = (left: number) => {
      const node = nodes[turn++ % nodes.length]
      if (!node || left === 0) return client.destroy()
      const upstream = connect(node.port, '127.0.0.1')
      upstream.once('connect', () => {
        client.pipe(upstream).pipe(client)
        client.resume()
        client.once('close', () => upstream.destroy())
        upstream.once('close', () => client.destroy())
      })
      upstream.on('error', () => {
        if (upstream.connecting || upstream.bytesRead === 0) attempt(left - 1)
      })
    }
    attempt(nodes.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

/** Waits until the cluster lets somebody in, which it does once it has chosen who leads. */
const ready = async (address: string) => (await insist(() => Connection.open(address, { connectTimeout: 3_000 }))).end()

/** A NATS cluster of three nodes, as it is configured by the files that are shipped. */
export const nats: Engine = {
  name: 'NATS',
  lets: new Set([
    'list as a stranger',
    'list a room with its link',
    'replace as a stranger',
    'replace in a room with its link',
    'keep for nobody',
  ]),
  kills: 5,
  command: 'nats-server',
  deliversWithin: 1000,
  async start(): Promise<RunningRelay> {
    const folder = mkdtempSync(join(tmpdir(), 'nats-'))
    const ports = await Promise.all(Array.from({ length: 15 }, freePort))
    const routes = ports.slice(0, 3)
    const run = async (node: Pick<Node, 'folder' | 'port'>) => {
      const child = spawn('nats-server', ['-c', join(node.folder, 'nats.conf')])
      await listening(node.port, child)
      return child
    }
    const nodes: Node[] = await Promise.all(
      routes.map(async (route, at) => {
        const [plain, mqtt, http, port = 0] = ports.slice(3 + at * 4)
        const own = join(folder, `${at + 1}`)
        mkdirSync(own)
        const changes = {
          'live-1': `live-${at + 1}`,
          '127.0.0.1:4222': `127.0.0.1:${plain}`,
          '127.0.0.1:8222': `127.0.0.1:${http}`,
          '127.0.0.1:9222': `127.0.0.1:${port}`,
          '/var/lib/nats': join(own, 'data'),
          '10.0.0.1:6222': `127.0.0.1:${routes[0]}`,
          '10.0.0.2:6222': `127.0.0.1:${routes[1]}`,
          '10.0.0.3:6222': `127.0.0.1:${routes[2]}`,
        }
        const node = shipped('node.conf', changes).replace(
          `listen: "127.0.0.1:${routes[0]}"`,
          `listen: "127.0.0.1:${route}"`,
        )
        writeFileSync(join(own, 'node.conf'), node)
        writeFileSync(join(own, 'nats.conf'), shipped('nats.conf', { '127.0.0.1:1883': `127.0.0.1:${mqtt}` }))
        return { folder: own, port, child: await run({ folder: own, port }) }
      }),
    )
    const { server, port } = await balance(nodes)
    const address = `ws://localhost:${port}/mqtt`
    await ready(address)
    return {
      address,
      get processes() {
        return nodes.map(({ child }) => child)
      },
      async restart(meanwhile) {
        await Promise.all(nodes.map(({ child }) => kill(child)))
        await meanwhile?.()
        await Promise.all(nodes.map(async (node) => (node.child = await run(node))))
        await ready(address)
      },
      async loseOne() {
        await kill(nodes[0]!.child)
      },
      async stop() {
        await Promise.all(nodes.map(({ child }) => kill(child)))
        server.close()
        rmSync(folder, { recursive: true })
      },
    }
  },
}
