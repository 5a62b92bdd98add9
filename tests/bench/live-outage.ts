/**
 * A relay that is down while a room hands over: how long after its return everybody's
 * answers are in, and have their receipts, by the code of the pages.
 *
 *     npx tsx tests/bench/live-outage.ts [embedded|mosquitto|nats] [minutes] [people]
 */
import { embedded } from '../brokers/embedded.ts'
import type { Engine } from '../brokers/engine.ts'
import { drawRoom, Facilitator, Phone, toolsFor } from '../brokers/live-room.ts'
import { mosquitto } from '../brokers/mosquitto.ts'
import { nats } from '../brokers/nats.ts'

const ENGINES: Readonly<Record<string, Engine>> = { embedded, mosquitto, nats }

const [name = 'embedded', minutes = '10', people = '200'] = process.argv.slice(2)
const engine = ENGINES[name]
if (!engine) throw new Error(`There is no relay "${name}". Choose of ${Object.keys(ENGINES).join(', ')}.`)

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20)
}

const relay = await engine.start()
const tools = toolsFor()
const keys = await drawRoom(relay.address)
const desk = new Facilitator(tools, keys)
desk.open()
await until(() => desk.isLive)
const phones = Array.from({ length: Number(people) }, (_, at) => new Phone(tools, keys, at))
const down = Number(minutes) * 60_000
await relay.restart(async () => {
  // They press all along, evenly.
  for (const phone of phones) {
    void phone.press()
    await pause(down / phones.length)
  }
})
const back = performance.now()
const times = phones.map(async ({ page }) => {
  await until(() => page?.state === 'counted')
  return (performance.now() - back) / 1000
})
const took = (await Promise.all(times)).toSorted((one, other) => one - other)
const at = (share: number) => took[Math.ceil(took.length * share) - 1]?.toFixed(1)
console.log(
  `${engine.name}: down ${minutes} min while ${people} handed over; after its return ${desk.people.length} in, ` +
    `receipts p50 ${at(0.5)} p95 ${at(0.95)} last ${at(1)} s; nobody pressed again`,
)
await relay.stop()
process.exit()
