import { createHash } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { Readable, type Duplex } from 'node:stream'
import { Aedes, type AedesPublishPacket, type AuthenticateError, type Client } from 'aedes'
import inMemory from 'aedes-persistence'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { Allowance } from './allowance.ts'
import { askerOf, Askers } from './askers.ts'
import { BOUNDS } from './bounds.ts'
import { refuseFilter, refuseMessage, type Role } from './permissions.ts'
import { RetainedStore } from './retained-store.ts'
import { isRoomName } from './topics.ts'
import { isOfThisSite, refuseUpgrade, speaksMqtt } from './upgrade.ts'

const DAY = 86_400_000
const PASSWORD = /^[\w-]{43}$/

/** One connection. */
interface Session {
  role: Role
  allowance: Allowance
  /** Bytes since the last message that was whole; of a participant, all. */
  bytes: number
  readonly granted: Set<string>
  readonly asker: string | null
}

export interface RelayOptions {
  /** The folder of its database. */
  readonly folder: string
  readonly now?: () => number
  /** Is told of an error that keeps the relay from working. */
  readonly report?: (error: Error) => void
}

export interface LiveRelay {
  /** Takes over a request for a WebSocket. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  stop(): Promise<void>
}

/** A refusal as the first answer to a client tells it: 3 for a relay that is full, 4 for a name of no room, 5 otherwise. */
const refused = (returnCode: 3 | 4 | 5): AuthenticateError => Object.assign(new Error('refused'), { returnCode })

/** aedes keeps sessions in memory, and asks here for retained messages, which are kept before it acknowledges them. */
const persistenceOn = (store: RetainedStore) =>
  Object.assign(inMemory(), {
    storeRetained: async () => {},
    createRetainedStreamCombi: (filters: readonly string[]) =>
      Readable.from(
        (async function* () {
          for (const filter of filters)
            for await (const message of store.retained(filter))
              yield { cmd: 'publish', qos: 1, retain: true, dup: false, ...message }
        })(),
      ),
  })

/**
 * Opens the embedded relay: MQTT 3.1.1 over WebSocket.
 *
 * A message is on the disk before it is acknowledged. One that is refused ends the
 * connection without an acknowledgement; a subscription that is refused is answered
 * with 128.
 *
 * @throws where its folder cannot be opened
 */
export async function startRelay({ folder, now = Date.now, report = () => {} }: RelayOptions): Promise<LiveRelay> {
  const store = await RetainedStore.open(folder)
  const today = () => Math.floor(now() / DAY)
  await store.forget(today())
  const failed = (error: unknown) => report(error instanceof Error ? error : new Error(String(error)))
  const forgetting = setInterval(() => void store.forget(today()).catch(failed), DAY)
  forgetting.unref()

  const sessions = new WeakMap<Client, Session>()
  const open = new Set<Session>()
  const askers = new Askers()
  const newRooms = new Allowance(BOUNDS.newRooms, now())

  const isHere = (room: string) => [...open].some(({ role }) => role.kind === 'console' && role.room === room)
  const mayBegin = ({ asker }: Session) => askers.beginsRoom(asker, now()) && newRooms.takeIfThere(now())

  async function letIn(session: Session, room: string, password: Buffer): Promise<AuthenticateError | null> {
    if (!isRoomName(room) || !PASSWORD.test(password.toString())) return refused(4)
    if (!store.isRoom(room) && !mayBegin(session)) return refused(3)
    const claimed = await store.claim(room, createHash('sha256').update(password).digest(), today(), isHere)
    if (!claimed) return refused(claimed === null ? 3 : 5)
    session.role = { kind: 'console', room }
    session.allowance = new Allowance(BOUNDS.consoleMessages, now())
    return null
  }

  /** @returns whether a message is kept now */
  async function keep(session: Session, packet: AedesPublishPacket): Promise<boolean> {
    const wait = session.allowance.take(now())
    if (wait > 0 && session.role.kind === 'participant') return false
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const payload = Buffer.from(packet.payload)
    const message = { topic: packet.topic, bytes: payload.length, qos: packet.qos, retain: packet.retain }
    if (refuseMessage(session.role, message, store) !== null) return false
    await store.keep({ topic: packet.topic, payload }, session.role.kind === 'console' ? session.role.room : null)
    return true
  }

  /** Of a console, a message that is whole makes room for the next. */
  const isWhole = (session: Session) => {
    if (session.role.kind === 'console') session.bytes = 0
  }

  const broker = await Aedes.createBroker({
    persistence: persistenceOn(store),
    connectTimeout: BOUNDS.connect * 1000,
    keepaliveLimit: BOUNDS.keepAlive,
    maxTopicLevels: 8,
    preConnect(_client, { clean, will }, done) {
      // Both would be kept for clients that are gone. Only an error ends the connection.
      const isRefused = clean !== true || will !== undefined
      done(isRefused ? new Error('neither sessions nor last wills') : null, !isRefused)
    },
    authenticate(client, name, password, done) {
      const session = sessions.get(client)
      if (!session) return done(refused(5), null)
      isWhole(session)
      if (name === undefined || password === undefined) return done(null, true)
      letIn(session, name, password).then(
        (refusal) => done(refusal, refusal === null),
        (error) => {
          failed(error)
          done(refused(3), null)
        },
      )
    },
    authorizePublish(client, packet, done) {
      if (!client) return done(null)
      const session = sessions.get(client)
      if (!session) return done(new Error('no session'))
      isWhole(session)
      keep(session, packet as AedesPublishPacket).then(
        (isKept) => done(isKept ? null : new Error('refused')),
        (error) => {
          failed(error)
          done(new Error('not kept'))
        },
      )
    },
    authorizeSubscribe(client, subscription, done) {
      const session = sessions.get(client)
      if (!session) return done(null, null)
      isWhole(session)
      const refusal = refuseFilter(session.role, subscription.topic, session.granted, store)
      if (refusal === null) session.granted.add(subscription.topic)
      done(null, refusal === null ? subscription : null)
    },
  })
  broker.on('ping', (_packet, client) => {
    const session = sessions.get(client)
    if (session) isWhole(session)
  })
  // Its types name no such event: what its persistence could not do.
  const emitter: EventEmitter = broker
  emitter.on('error', failed)

  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: BOUNDS.frameBytes,
    perMessageDeflate: false,
    handleProtocols: () => 'mqtt',
  })

  return {
    accept(request, socket, head) {
      if (!speaksMqtt(request)) return refuseUpgrade(socket, 400)
      if (!isOfThisSite(request)) return refuseUpgrade(socket, 403)
      const asker = askerOf(request)
      if (sockets.clients.size >= BOUNDS.connections || !askers.open(asker)) return refuseUpgrade(socket, 503)
      socket.once('close', () => askers.close(asker))
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const stream = createWebSocketStream(webSocket)
        // aedes handles it too, but lets go of it before the last.
        stream.on('error', () => {})
        const session: Session = {
          role: { kind: 'participant' },
          allowance: new Allowance(BOUNDS.participantMessages, now()),
          bytes: head.length,
          granted: new Set(),
          asker,
        }
        open.add(session)
        webSocket.once('close', () => open.delete(session))
        socket.on('data', (chunk: Buffer) => {
          session.bytes += chunk.length
          const most = session.role.kind === 'console' ? BOUNDS.consoleBytes : BOUNDS.participantBytes
          if (session.bytes > most) webSocket.terminate()
        })
        sessions.set(broker.handle(stream, request), session)
      })
    },
    async stop() {
      clearInterval(forgetting)
      for (const webSocket of sockets.clients) webSocket.terminate()
      await new Promise<void>((resolve) => broker.close(resolve))
      await store.close()
    },
  }
}
