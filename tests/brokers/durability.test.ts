import { describe, expect, it, onTestFinished } from 'vitest'
import { asClient, asConsole, insist, newName, newPassword, personIn, SHARDS } from './clients.ts'
import { engines } from './engines.ts'

const PHONES = 20
/** How many revisions a phone hands over before each kill: more than it is left the time for. */
const REVISIONS = 20

describe.each(engines)('$name', ({ start, kills }) => {
  it(`has every answer that it acknowledged after ${kills} ends without notice`, { timeout: 600_000 }, async () => {
    const relay = await start()
    onTestFinished(() => relay.stop())
    const room = newName()
    const password = newPassword()
    /** The last revision of each answer that was acknowledged. */
    const acknowledged = new Map<string, number>()
    for (let round = 0; round < kills; round++) {
      await (await insist(() => asConsole(relay.address, room, password))).end()
      const people = Array.from({ length: PHONES }, () => personIn(room))
      const phones = await Promise.all(people.map(({ tag }) => insist(() => asClient(relay.address, tag))))
      let answers = 0
      let kill = () => {}
      const midway = new Promise<void>((resolve) => (kill = resolve))
      const handing = people.map(async ({ answer }, at) => {
        for (let revision = 1; revision <= REVISIONS; revision++) {
          if (!(await phones[at]!.publish(answer, `${revision}`))) return
          acknowledged.set(answer, revision)
          // At another place in the work of the relay each time.
          if (++answers === 17 * round + 1) kill()
        }
      })
      await midway
      await relay.restart()
      await Promise.all(handing)
      await Promise.all(phones.map((phone) => phone.end()))
    }
    const desk = await insist(() => asConsole(relay.address, room, password))
    onTestFinished(() => desk.end())
    for (const shard of SHARDS) expect(await desk.subscribe(`ld1/${room}/r/${shard}/+`)).toBe(true)
    const kept = (topic: string) => Number(desk.received.find((one) => one.topic === topic)?.text ?? 0)
    const lost = () => [...acknowledged].filter(([topic, revision]) => kept(topic) < revision)
    await expect.poll(lost, { timeout: 20_000 }).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(kills)
  })
})
