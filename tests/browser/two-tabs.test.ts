import { afterEach, beforeEach, expect, it } from 'vitest'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { tabTurns } from '../../src/adapters/tab-turns.ts'
import { writeBase64url } from '../../src/core/codes/base64url.ts'
import { openEnvelope } from '../../src/core/live/envelope.ts'
import { LiveSender } from '../../src/core/live/live-sender.ts'
import { writeReceipt } from '../../src/core/live/receipt.ts'
import { envelopeTopic, receiptTopic, roomOf } from '../../src/core/live/topics.ts'
import type { Relay } from '../../src/core/ports.ts'
import { drawTag } from '../../src/core/workshop/live-room.ts'
import type { SentCode } from '../../src/core/workshop/sent-code.ts'
import { ScriptedRelay } from '../fixtures/scripted-relay.ts'

/*
 * One hand-over that is open in two tabs, at a relay that tells people apart by their
 * names: there, whoever comes in ends the connection of the other.
 */

const sealing = scriptedSealing()
const keys = await sealing.drawKeys()
const room = { publicKey: writeBase64url([...keys.publicKey]), relay: 'wss://relay.example.org/live' }
const name = roomOf(keys.publicKey)
const CODE = '3'.padEnd(60, 'A')

let drawn = 0
const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)
/** A hundred times as fast as it is. */
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds / 100))

let relay: ScriptedRelay
let open: number
let most: number
let tag: string
let tabs: LiveSender[]
let kept: SentCode[]

/** Counts the connections that are open at once. */
const counting = (): Relay => ({
  connect(address, account) {
    const connection = relay.connect(address, account)
    most = Math.max(most, ++open)
    const end = connection.end.bind(connection)
    connection.end = () => {
      open--
      end()
    }
    return connection
  },
})

function tab(): LiveSender {
  const tools = { relay: counting(), sealing: () => Promise.resolve(sealing), wait, tabs: tabTurns(window, 300) }
  const sender = new LiveSender(tools, { room, tag, keep: (sent) => void kept.push(sent) })
  tabs.push(sender)
  return sender
}

/** Answers what lies there, as the console does. */
async function answer(): Promise<void> {
  const [topic, place] = [envelopeTopic(name, tag), receiptTopic(name, tag)]
  const opened = await openEnvelope(sealing, keys, topic, relay.lying.get(topic)!)
  relay.take(place, writeReceipt(opened!.receiptKey, place, 'counted'))
}

const becomes = (sender: LiveSender, state: string) => expect.poll(() => sender.state, { interval: 5 }).toBe(state)

beforeEach(() => {
  relay = new ScriptedRelay()
  ;[open, most, tag, tabs, kept] = [0, 0, drawTag(draw), [], []]
})
afterEach(() => {
  for (const one of tabs) one.stop()
})

it('is connected in one tab, and the other shows what that one learns', async () => {
  const first = tab()
  await first.send(CODE, 'one', '2026-11-22')
  await becomes(first, 'waits')
  const second = tab()
  second.resume(kept.at(-1)!)
  await becomes(second, 'waits')
  // It was told, and has not asked for itself.
  expect(relay.accounts).toHaveLength(1)
  await answer()
  await becomes(first, 'counted')
  second.learn(kept.at(-1)!)
  expect(second.state).toBe('counted')
  expect(most).toBe(1)
})

it('is taken over by the other tab once the first is closed', async () => {
  const first = tab()
  await first.send(CODE, 'one', '2026-11-22')
  await becomes(first, 'waits')
  const second = tab()
  second.resume(kept.at(-1)!)
  await becomes(second, 'waits')
  first.stop()
  await expect.poll(() => open, { interval: 5 }).toBe(1)
  await answer()
  await becomes(second, 'counted')
  expect(most).toBe(1)
})

it('is connected in the tab where it was pressed last, and then where it still waits', async () => {
  const [first, second] = [tab(), tab()]
  await first.send(CODE, 'one', '2026-11-22')
  await becomes(first, 'waits')
  await second.send(CODE.replace('A', 'B'), 'two', '2026-11-22')
  await becomes(second, 'sent')
  await answer()
  await becomes(second, 'counted')
  await expect.poll(() => relay.seen.filter(({ topic }) => topic === envelopeTopic(name, tag)).length).toBe(3)
  await answer()
  await becomes(first, 'counted')
  expect(most).toBe(1)
})

it('is not waited for in a tab that is asleep', async () => {
  const first = tab()
  await first.send(CODE, 'one', '2026-11-22')
  await becomes(first, 'waits')
  first.stop()
  // It has the turn, and says nothing.
  let wake = () => {}
  const lock = `leadership-diagnostic.turn.${tag}`
  const asleep = navigator.locks.request(lock, () => new Promise<void>((resolve) => (wake = resolve)))
  asleep.catch(() => {})
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(1)
  const second = tab()
  second.resume(kept.at(-1)!)
  await answer()
  await becomes(second, 'counted')
  wake()
  await expect(asleep).rejects.toThrow()
})
