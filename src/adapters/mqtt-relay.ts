import mqtt from 'mqtt'
import type { Relay, RelayConnection, RelayMessage, RelayState } from '../core/ports.ts'

/** In milliseconds. */
const CONNECT_WITHIN = 10_000
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** In seconds: venues drop connections on which nothing moves for a minute. */
const KEEPALIVE = 30

/** After so many attempts in a row a relay is said to be out of reach. */
const ATTEMPTS = 2

const OLDEST_PROTOCOL = 4

/** The return codes of MQTT 3.1.1 for a wrong password, and for not being let in. */
const REFUSED: readonly unknown[] = [4, 5]

/** The CONNACK code of a relay that cannot let anybody in for now. */
const FULL = 3

/** A cluster that has just lost a node refuses what it has no time for. It is asked again after so many milliseconds. */
const ASKED_AGAIN_AFTER: readonly number[] = [1000, 3000]

/** Anywhere up to twice as long after each failure: two hundred phones that lost one relay do not return at once. */
const pauseAfter = (failures: number, random: () => number) =>
  // The library takes a pause of 0 for none at all, after which it never returns.
  1 + Math.round(random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures))

/**
 * A relay that speaks MQTT 3.1.1 over WebSocket.
 *
 * @param own the address of the relay that the page comes with
 * @param random gives a number from 0 to below 1
 */
export const mqttRelay = (own: string, random: () => number): Relay => ({
  connect(address, account, name): RelayConnection {
    const listeners = new Set<() => void>()
    const hearers = new Set<(message: RelayMessage) => void>()
    let state: RelayState = 'connecting'
    let failures = 0
    const client = mqtt.connect(address || own, {
      protocolVersion: OLDEST_PROTOCOL,
      clean: true,
      keepalive: KEEPALIVE,
      connectTimeout: CONNECT_WITHIN,
      // Whoever asked asks again, in an order that the relay can bear.
      resubscribe: false,
      reconnectPeriod: pauseAfter(0, random),
      // A relay that is full, or has lost what it knew, may let somebody in later.
      reconnectOnConnackError: true,
      // By default the library starts a worker from a text, which a strict policy forbids.
      timerVariant: 'native',
      ...(account ? { username: account.room, password: account.claim } : {}),
      // Of two tabs with one name, a relay lets in the later and ends the other. The page's own asks for none.
      ...(name && address !== '' ? { clientId: name } : {}),
    })
    /** A relay elsewhere may know no accounts of rooms, and refuse whoever shows one. The page's own knows them. */
    let mayComeWithout = account !== null && address !== ''
    /** Whether it knows this side as the console of a room. */
    let isKnown = account !== null
    let comesAtOnce = false
    const become = (next: RelayState) => {
      if (next === state) return
      state = next
      listeners.forEach((listener) => listener())
    }
    let liveSince = 0
    client.on('connect', () => {
      liveSince = Date.now()
      become('live')
    })
    let isFull = false
    client.on('error', (error) => {
      if (!('code' in error)) return
      isFull = error.code === FULL
      if (!REFUSED.includes(error.code)) return
      if (!mayComeWithout) return become('refused')
      mayComeWithout = false
      isKnown = false
      comesAtOnce = true
      delete client.options.username
      delete client.options.password
    })
    client.on('close', () => {
      // A relay that lets somebody in and breaks off at once is not asked every second.
      if (state === 'live' && Date.now() - liveSince > LONGEST_PAUSE) failures = 0
      client.options.reconnectPeriod = comesAtOnce ? 1 : pauseAfter(++failures, random)
      comesAtOnce = false
      const failure = isFull ? 'full' : 'unreachable'
      isFull = false
      if (state !== 'refused') become(failures < ATTEMPTS ? 'reconnecting' : failure)
    })
    client.on('message', (topic, payload, { retain }) => {
      const message = { topic, payload: Uint8Array.from(payload), isRetained: retain }
      hearers.forEach((hear) => hear(message))
    })
    /*
     * Messages delivered to a console are acknowledged. A receipt need not be: it lies at the relay, and is asked for
     * again after a break. Nor need what a cluster delivers, which knows no accounts and does several times the work
     * for each subscription that it keeps count of: what it loses is sent again until there is a receipt.
     */
    const isGranted = async (topic: string) => {
      try {
        const granted = await client.subscribeAsync(topic, { qos: isKnown ? 1 : 0 })
        return granted.every((answer) => answer.qos < 128)
      } catch {
        return false
      }
    }
    return {
      get state() {
        return state
      },
      // Others drop what they keep until it is acknowledged. A cluster is not asked to keep any of it.
      get inOneGo() {
        return address === '' || !isKnown
      },
      onChange(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      onMessage(hear) {
        hearers.add(hear)
        return () => hearers.delete(hear)
      },
      async ask(topic) {
        for (const pause of [...ASKED_AGAIN_AFTER, null]) {
          if (await isGranted(topic)) return true
          if (pause === null || !client.connected) return false
          await new Promise((resolve) => setTimeout(resolve, pause))
        }
        return false
      },
      async lay(topic, payload) {
        try {
          await client.publishAsync(topic, payload as Buffer, { qos: 1, retain: true })
          return true
        } catch {
          return false
        }
      },
      end() {
        client.end(true)
      },
    }
  },
})
