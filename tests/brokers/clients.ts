import { createHash, randomBytes } from 'node:crypto'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** A name of a room, tag or join topic. */
export const newName = (): string => Array.from(randomBytes(26), (byte) => BASE32[byte % 32]).join('')

export const newPassword = (): string => randomBytes(32).toString('base64url')

export const SHARDS = [...'0123456789abcdef']

/** The topics of one person in a room. */
export function personIn(room: string, tag = newName()) {
  const shard = createHash('sha256').update(tag).digest('hex')[0]!
  return { tag, answer: `ld1/${room}/r/${shard}/${tag}`, receipt: `ld1/${room}/a/${tag}` }
}

export interface Received {
  readonly topic: string
  readonly text: string
  readonly isRetained: boolean
}

/** One connection, as tests use it. */
export class Connection {
  readonly client: MqttClient
  /** Whether it was let in as what it said that it was. */
  readonly isKnown: boolean
  readonly received: Received[] = []
  #isClosed = false
  readonly #closing: Promise<false>

  private constructor(client: MqttClient, isKnown: boolean) {
    this.client = client
    this.isKnown = isKnown
    client.on('message', (topic, payload, { retain }) =>
      this.received.push({ topic, text: payload.toString(), isRetained: retain }),
    )
    client.on('error', () => {})
    this.#closing = new Promise((resolve) =>
      client.on('close', () => {
        this.#isClosed = true
        resolve(false)
      }),
    )
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** @throws with `code`, that of the answer, where the relay refuses; or where nothing answers */
  static open(address: string, options: IClientOptions = {}, isKnown = true): Promise<Connection> {
    const client = mqtt.connect(address, {
      protocolVersion: 4,
      reconnectPeriod: 0,
      clean: true,
      connectTimeout: 10_000,
      ...options,
    })
    const connection = new Connection(client, isKnown)
    return new Promise((resolve, reject) => {
      client.once('connect', () => resolve(connection))
      client.once('error', reject)
      client.once('close', () => reject(new Error('closed')))
    })
  }

  /** @returns whether it was acknowledged before the connection ended */
  publish(topic: string, payload: string | Buffer, { qos = 1, retain = true } = {}): Promise<boolean> {
    const acknowledged = new Promise<boolean>((resolve) => {
      this.client.publish(topic, payload, { qos: qos as 0 | 1 | 2, retain }, (error) => resolve(!error))
    })
    return Promise.race([acknowledged, this.#closing])
  }

  /** @returns whether it was granted */
  subscribe(filter: string, qos: 0 | 1 = 1): Promise<boolean> {
    const granted = new Promise<boolean>((resolve) => {
      this.client.subscribe(filter, { qos }, (error, answers) =>
        resolve(!error && (answers?.every((answer) => answer.qos < 128) ?? false)),
      )
    })
    return Promise.race([granted, this.#closing])
  }

  /** Waits until the relay has ended the connection. */
  async closed(): Promise<void> {
    await this.#closing
  }

  end(): Promise<void> {
    return this.client.endAsync(true)
  }
}

/** Somebody who hands over comes as a client of their own name, and who joins as one of the invitation's. */
export const asClient = (address: string, name: string, options: IClientOptions = {}) =>
  Connection.open(address, { clientId: name, ...options })

/** A console comes as a user of its room's name; without one where the relay knows no such users. */
export async function asConsole(address: string, room: string, password: string): Promise<Connection> {
  try {
    return await Connection.open(address, { username: room, password })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 5)) throw error
    return Connection.open(address, {}, false)
  }
}

/** Tries until the relay lets somebody in, as pages do. */
export async function insist(open: () => Promise<Connection>, attempts = 100): Promise<Connection> {
  try {
    return await open()
  } catch (error) {
    if (attempts === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 200))
    return insist(open, attempts - 1)
  }
}
