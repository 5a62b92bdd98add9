import { describe, expect, it, onTestFinished } from 'vitest'
import { newName, newPassword } from './clients.ts'
import { embedded } from './embedded.ts'
import { engines } from './engines.ts'
import { Desk, handOver, handOverAll } from './hand-overs.ts'

const AMOUNT = 1_000

it('goes on where the disk of the embedded relay is lost: its console claims the room again', async () => {
  const relay = await embedded.start()
  onTestFinished(() => relay.stop())
  const desk = new Desk(relay.address, newName(), newPassword())
  await desk.open()
  onTestFinished(() => desk.close())
  let losing: Promise<void> | undefined
  const done = await handOverAll(() => handOver(relay.address, desk.room), {
    amount: 100,
    atOnce: 20,
    onDone(count) {
      if (count === 50) losing = relay.loseDisk?.()
    },
  })
  await losing
  expect(losing).toBeDefined()
  expect([done.length, desk.answers.size]).toEqual([100, 100])
})

describe.each(engines)('$name', ({ start }) => {
  it(`takes ${AMOUNT} hand-overs to their receipts, also where it is ended midway`, { timeout: 600_000 }, async () => {
    const relay = await start()
    onTestFinished(() => relay.stop())
    const room = newName()
    const desk = new Desk(relay.address, room, newPassword())
    await desk.open()
    onTestFinished(() => desk.close())
    let ending: Promise<void> | undefined
    const done = await handOverAll(() => handOver(relay.address, room), {
      amount: AMOUNT,
      atOnce: 50,
      onDone(count) {
        if (count === AMOUNT / 2) ending = relay.loseOne ? relay.loseOne() : relay.restart()
      },
    })
    await ending
    expect(ending).toBeDefined()
    expect(done).toHaveLength(AMOUNT)
    expect(desk.answers.size).toBe(AMOUNT)
    // What a console finds that comes later.
    const later = new Desk(relay.address, room, desk.password)
    await later.open()
    onTestFinished(() => later.close())
    await expect.poll(() => later.answers.size, { timeout: 60_000 }).toBe(AMOUNT)
  })
})
