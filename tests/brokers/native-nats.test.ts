import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { nats } from './nats.ts'

it('NATS lets nobody speak its own protocol, by the name that its page tells', async () => {
  const relay = await nats.start()
  onTestFinished(() => relay.stop())
  for (const account of ['{"user":"anyone","pass":"anyone"}', '{}']) {
    const socket = new WebSocket(new URL('/', relay.address))
    onTestFinished(() => socket.terminate())
    let heard = ''
    // NATS 2.9 ends with a code that is reserved.
    socket.on('error', () => {})
    socket.on('message', (data: Buffer) => (heard += data.toString()))
    socket.once('open', () => socket.send(Buffer.from(`CONNECT ${account}\r\nPING\r\n`)))
    await new Promise((resolve) => socket.once('close', resolve))
    expect(heard).toContain("-ERR 'Authorization Violation'")
    expect(heard).not.toContain('PONG')
  }
})
