/**
 * How live rooms load a relay: hand-overs within a time, each by a connection of its
 * own and all behind one address; many answers that wait; memory.
 *
 *     npx tsx tests/bench/live-relay.ts [waiting] [embedded|mosquitto|nats] …
 *
 * With "waiting", only the answers that wait.
 */
import { readFileSync } from 'node:fs'
import { askInTurn } from '../../src/core/live/ask-in-turn.ts'
import { asClient, asConsole, insist, newName, newPassword, personIn, SHARDS } from '../brokers/clients.ts'
import { embedded } from '../brokers/embedded.ts'
import type { Engine, RunningRelay } from '../brokers/engine.ts'
import { Desk, handOver, handOverAll, type HandOver } from '../brokers/hand-overs.ts'
import { mosquitto } from '../brokers/mosquitto.ts'
import { nats } from '../brokers/nats.ts'

const ENGINES: Readonly<Record<string, Engine>> = { embedded, mosquitto, nats }

const WAITING = 10_000

const share = (numbers: readonly number[], of: number) =>
  Math.round(numbers.toSorted((one, other) => one - other)[Math.ceil(numbers.length * of) - 1] ?? 0)

/** What its processes hold in memory, in MB. */
const memory = (relay: RunningRelay) =>
  relay.processes
    .map(({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
    .map((size) => Math.round(size))
    .join(' + ')

/** Hand-overs that begin evenly within a time. */
async function within(relay: RunningRelay, amount: number, seconds: number): Promise<void> {
  const room = newName()
  const desk = new Desk(relay.address, room, newPassword())
  await desk.open()
  const began = performance.now()
  const one = async (at: number): Promise<HandOver> => {
    await new Promise((resolve) => setTimeout(resolve, (at * seconds * 1000) / amount))
    return handOver(relay.address, room)
  }
  const done = await Promise.all(Array.from({ length: amount }, (_, at) => one(at)))
  const took = ((performance.now() - began) / 1000).toFixed(1)
  const acknowledged = done.map((each) => each.acknowledged)
  const received = done.map((each) => each.received)
  console.log(
    `  ${amount} hand-overs begun in ${seconds} s, done in ${took} s, ${done.filter(({ again }) => again > 0).length} sent again; ` +
      `acknowledged p50 ${share(acknowledged, 0.5)} p95 ${share(acknowledged, 0.95)} most ${share(acknowledged, 1)} ms, ` +
      `receipt p50 ${share(received, 0.5)} p95 ${share(received, 0.95)} most ${share(received, 1)} ms; ${memory(relay)} MB`,
  )
  await desk.close()
}

/** A console that finds answers waiting. */
async function waiting(relay: RunningRelay, engine: Engine): Promise<void> {
  const room = newName()
  const password = newPassword()
  await (await insist(() => asConsole(relay.address, room, password))).end()
  const began = performance.now()
  const lay = async () => {
    const person = personIn(room)
    while (true) {
      const phone = await insist(() => asClient(relay.address, person.tag))
      const isLaid = await phone.publish(person.answer, 'x'.repeat(178))
      await phone.end()
      if (isLaid) return { acknowledged: 0, received: 0, again: 0 }
    }
  }
  await handOverAll(lay, { amount: WAITING, atOnce: 50 })
  const laid = ((performance.now() - began) / 1000).toFixed(1)
  const before = memory(relay)
  const asked = performance.now()
  const desk = await insist(() => asConsole(relay.address, room, password))
  const answers = new Set<string>()
  desk.client.on('message', (topic) => void answers.add(topic))
  // As a console asks for them.
  await askInTurn(
    SHARDS.map((shard) => `ld1/${room}/r/${shard}/+`),
    {
      ask: (topic) => desk.subscribe(topic, desk.isKnown ? 1 : 0),
      inOneGo: engine === embedded || !desk.isKnown,
      heard: () => answers.size,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      goesOn: () => true,
    },
  )
  console.log(
    `  ${WAITING} answers laid in ${laid} s (${before} MB), ${answers.size} read in ` +
      `${((performance.now() - asked) / 1000).toFixed(1)} s; ${memory(relay)} MB`,
  )
  await desk.end()
}

const ONLY_WAITING = 'waiting'
const given = process.argv.slice(2)
const named = given.filter((word) => word !== ONLY_WAITING)
for (const name of named.length > 0 ? named : Object.keys(ENGINES)) {
  const engine = ENGINES[name]
  if (!engine) throw new Error(`There is no relay "${name}". Choose of ${Object.keys(ENGINES).join(', ')}.`)
  console.log(engine.name)
  const relay = await engine.start()
  console.log(`  begins with ${memory(relay)} MB`)
  try {
    if (!given.includes(ONLY_WAITING)) {
      await within(relay, 200, 10)
      await within(relay, 1_000, 60)
    }
    await waiting(relay, engine)
  } finally {
    await relay.stop()
  }
}
process.exit()
