import { asClient, asConsole, insist, personIn, SHARDS, type Connection } from './clients.ts'

/** How long somebody waits for a receipt before they send again, in milliseconds. */
const PATIENCE = 15_000

/** What one hand-over took, in milliseconds. */
export interface HandOver {
  readonly acknowledged: number
  readonly received: number
  /** How often it was sent again. */
  readonly again: number
}

/** A console that answers every answer with a receipt, and comes back where it is broken off. */
export class Desk {
  readonly address: string
  readonly room: string
  readonly password: string
  readonly answers = new Set<string>()
  #connection: Connection | null = null
  #isOpen = true

  constructor(address: string, room: string, password: string) {
    this.address = address
    this.room = room
    this.password = password
  }

  async open(): Promise<void> {
    const connection = await insist(() => asConsole(this.address, this.room, this.password))
    this.#connection = connection
    connection.client.on('message', (topic, payload) => {
      if (payload.length === 0) return
      this.answers.add(topic)
      const tag = topic.slice(topic.lastIndexOf('/') + 1)
      void connection.publish(`ld1/${this.room}/a/${tag}`, `counted ${payload.toString()}`)
    })
    void connection.closed().then(() => (this.#isOpen ? this.open() : undefined))
    // A cluster that has just lost a node refuses what it has not the time for.
    for (const shard of SHARDS)
      // As consoles do: what is not acknowledged is faster, and what it loses is sent again.
      while (
        !connection.isClosed &&
        !(await connection.subscribe(`ld1/${this.room}/r/${shard}/+`, connection.isKnown ? 1 : 0))
      );
  }

  async close(): Promise<void> {
    this.#isOpen = false
    await this.#connection?.end()
  }
}

/** Hands one answer over, again and again, until there is the receipt for it. */
export async function handOver(address: string, room: string, payload = 'x'.repeat(178)): Promise<HandOver> {
  const person = personIn(room)
  const began = performance.now()
  let acknowledged = 0
  for (let again = 0; ; again++) {
    const phone = await insist(() => asClient(address, person.tag))
    const receipt = new Promise<boolean>((resolve) => {
      phone.client.on('message', () => resolve(true))
      setTimeout(() => resolve(false), PATIENCE).unref()
      void phone.closed().then(() => resolve(false))
    })
    while (!phone.isClosed && !(await phone.subscribe(person.receipt, 0)));
    if ((await phone.publish(person.answer, payload)) && acknowledged === 0) acknowledged = performance.now() - began
    const isReceived = await receipt
    await phone.end()
    if (isReceived) return { acknowledged, received: performance.now() - began, again }
  }
}

/** Runs so many hand-overs, with so many under way at once. */
export async function handOverAll(
  hand: () => Promise<HandOver>,
  { amount, atOnce, onDone = () => {} }: { amount: number; atOnce: number; onDone?: (done: number) => void },
): Promise<HandOver[]> {
  const all: HandOver[] = []
  let begun = 0
  const one = async () => {
    while (begun++ < amount) {
      all.push(await hand())
      onDone(all.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return all
}
