import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import { mqttRelay } from '../../src/adapters/mqtt-relay.ts'
import { findWorkshop } from '../../src/core/live/find-workshop.ts'
import { placeOf, sealInvitation } from '../../src/core/live/join-code.ts'
import { envelopeTopic, receiptTopic, shardTopics } from '../../src/core/live/topics.ts'
import type { RelayAccount, RelayMessage } from '../../src/core/ports.ts'
import { newName, newPassword } from './clients.ts'
import { embedded } from './embedded.ts'
import type { RunningRelay } from './engine.ts'
import { engines } from './engines.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = ({ payload }: RelayMessage) => new TextDecoder().decode(payload)

/** A connection as a page has it, and what it hears. */
function connect(address: string, account: RelayAccount | null, name?: string) {
  const connection = mqttRelay('ws://localhost:1/', Math.random).connect(address, account, name)
  onTestFinished(() => connection.end())
  const heard: RelayMessage[] = []
  connection.onMessage((message) => heard.push(message))
  return { connection, heard }
}

describe.each(engines)('$name, as pages use it', ({ start }) => {
  let relay: RunningRelay
  beforeAll(async () => {
    relay = await start()
  })
  afterAll(() => relay.stop())

  it('takes an answer to the console, and the receipt to whoever comes by their own name', async () => {
    const [room, tag] = [newName(), newName()]
    const desk = connect(relay.address, { room, claim: newPassword() })
    await expect.poll(() => desk.connection.state, { timeout: 20_000 }).toBe('live')
    for (const topic of shardTopics(room)) expect(await desk.connection.ask(topic)).toBe(true)
    const phone = connect(relay.address, null, tag)
    await expect.poll(() => phone.connection.state, { timeout: 20_000 }).toBe('live')
    expect(await phone.connection.ask(receiptTopic(room, tag))).toBe(true)
    expect(await phone.connection.lay(envelopeTopic(room, tag), bytes('sealed'))).toBe(true)
    await expect.poll(() => desk.heard.map(text), { timeout: 20_000 }).toEqual(['sealed'])
    expect(await desk.connection.lay(receiptTopic(room, tag), bytes('counted'))).toBe(true)
    await expect.poll(() => phone.heard.map(text), { timeout: 20_000 }).toEqual(['counted'])
  })

  it('takes somebody who types a code to the invitation that a console laid', async () => {
    const code = '0123456789'
    const place = await placeOf(code)
    const desk = connect(relay.address, { room: newName(), claim: newPassword() })
    await expect.poll(() => desk.connection.state, { timeout: 20_000 }).toBe('live')
    const sealed = sealInvitation(place, 'w=invitation', () => Math.floor(Math.random() * 2 ** 30))
    expect(await desk.connection.lay(place.topic, sealed!)).toBe(true)
    const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
    const tools = { relay: mqttRelay('ws://localhost:1/', Math.random), wait }
    expect(await findWorkshop(tools, [relay.address], code)).toEqual({ found: 'invitation', fragment: 'w=invitation' })
    expect(await findWorkshop(tools, [relay.address], '9876543210')).toEqual({ found: 'nothing' })
  })
})

it('says of a relay that it is full, and goes on once it is not', async () => {
  let answer = 3
  const server = new WebSocketServer({ port: 0, handleProtocols: () => 'mqtt' })
  onTestFinished(() => server.close())
  server.on('connection', (socket) => {
    socket.once('message', () => socket.send(Buffer.from([0x20, 2, 0, answer])))
    onTestFinished(() => socket.terminate())
  })
  const { port } = server.address() as AddressInfo
  const desk = connect(`ws://localhost:${port}/`, { room: newName(), claim: newPassword() })
  await expect.poll(() => desk.connection.state, { timeout: 20_000 }).toBe('full')
  answer = 0
  await expect.poll(() => desk.connection.state, { timeout: 20_000 }).toBe('live')
})

describe('the embedded relay, as pages use it', () => {
  it('lets two tabs of one person in beside each other', async () => {
    const relay = await embedded.start()
    onTestFinished(() => relay.stop())
    const [room, tag] = [newName(), newName()]
    const desk = mqttRelay(relay.address, Math.random).connect('', { room, claim: newPassword() })
    onTestFinished(() => desk.end())
    await expect.poll(() => desk.state).toBe('live')
    const states: string[] = []
    for (let at = 0; at < 2; at++) {
      const tab = mqttRelay(relay.address, Math.random).connect('', null, tag)
      onTestFinished(() => tab.end())
      tab.onChange(() => states.push(`${at} ${tab.state}`))
      await expect.poll(() => tab.state).toBe('live')
      expect(await tab.ask(receiptTopic(room, tag))).toBe(true)
      expect(await tab.lay(envelopeTopic(room, tag), bytes('sealed'))).toBe(true)
    }
    expect(await desk.lay(receiptTopic(room, tag), bytes('counted'))).toBe(true)
    expect(states).toEqual(['0 live', '1 live'])
  })

  it('lets a console in to no room of another, with its password or without', async () => {
    const relay = await embedded.start()
    onTestFinished(() => relay.stop())
    const room = newName()
    const desk = connect(relay.address, { room, claim: newPassword() })
    await expect.poll(() => desk.connection.state).toBe('live')
    const own = mqttRelay(relay.address, Math.random).connect('', { room, claim: newPassword() })
    onTestFinished(() => own.end())
    await expect.poll(() => own.state).toBe('refused')
    const elsewhere = connect(relay.address, { room, claim: newPassword() })
    await expect.poll(() => elsewhere.connection.state).toBe('live')
    expect(await elsewhere.connection.ask(shardTopics(room)[0]!)).toBe(false)
  })
})
