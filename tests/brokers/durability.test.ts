import { describe, expect, it, onTestFinished } from 'vitest'
import { asConsole, asParticipant, newName, newPassword, personIn, SHARDS } from './clients.ts'
import { engines } from './engines.ts'

const KILLS = 20
const PHONES = 10
/** How many answers a phone hands over before each kill: more than it is left the time for. */
const EACH = 20

describe.each(engines)('$name', (engine) => {
  it(`has every answer that it acknowledged after ${KILLS} ends without notice`, { timeout: 180_000 }, async () => {
    const relay = await engine.start()
    onTestFinished(() => relay.stop())
    const room = newName()
    const password = newPassword()
    const acknowledged = new Map<string, string>()
    for (let round = 0; round < KILLS; round++) {
      await (await asConsole(relay.address, room, password)).end()
      const phones = await Promise.all(Array.from({ length: PHONES }, () => asParticipant(relay.address)))
      let answers = 0
      let kill = () => {}
      const midway = new Promise<void>((resolve) => (kill = resolve))
      const handing = phones.map(async (phone, at) => {
        for (let one = 0; one < EACH; one++) {
          const { answer, tag } = personIn(room)
          if (!(await phone.publish(answer, `${round} ${at} ${tag}`))) return
          acknowledged.set(answer, `${round} ${at} ${tag}`)
          // At another place in the work of the relay each time.
          if (++answers === 5 * round + 1) kill()
        }
      })
      await midway
      await relay.restart()
      await Promise.all(handing)
      await Promise.all(phones.map((phone) => phone.end()))
    }
    const desk = await asConsole(relay.address, room, password)
    onTestFinished(() => desk.end())
    for (const shard of SHARDS) expect(await desk.subscribe(`ld1/${room}/r/${shard}/+`)).toBe(true)
    const kept = () => new Map(desk.received.map(({ topic, text }) => [topic, text]))
    const lost = () => [...acknowledged].filter(([topic, text]) => kept().get(topic) !== text)
    await expect.poll(lost, { timeout: 20_000 }).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(KILLS)
  })
})
