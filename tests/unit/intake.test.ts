import { describe, expect, it } from 'vitest'
import { MOST_WAITING } from '../../src/core/bounds/bounds.ts'
import { BatchedIntake, GATHERED_FOR, type Receipt } from '../../src/core/workshop/intake.ts'

/** An intake whose time and store the test controls. */
function intakeByHand() {
  const batches: (readonly string[])[] = []
  const waited: number[] = []
  let passTime = () => {}
  let store = (_receipts: readonly Receipt[]) => {}
  const intake = new BatchedIntake(
    (texts) => {
      batches.push(texts)
      return new Promise((resolve) => (store = resolve))
    },
    (milliseconds) => {
      waited.push(milliseconds)
      return new Promise((resolve) => (passTime = resolve))
    },
  )
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    intake,
    batches,
    waited,
    /** Passes the time for which arrivals are gathered. */
    pass: () => (passTime(), settle()),
    /** Makes the store keep the present batch, or fail. */
    store: (kept = true) => {
      const last = batches.at(-1) ?? []
      store(last.map(() => (kept ? { kept: true, outcomes: [] } : { kept: false })))
      return settle()
    },
  }
}

/** The result of a promise so far. */
async function now<T>(promise: Promise<T>): Promise<T | 'pending'> {
  await new Promise((resolve) => setImmediate(resolve))
  return Promise.race([promise, Promise.resolve('pending' as const)])
}

describe('what arrives', () => {
  it('is one batch for a quarter of a second, and the next batch after that', async () => {
    const { intake, batches, waited, pass, store } = intakeByHand()
    for (const text of ['a', 'b', 'c']) void intake.take(text)
    expect([waited, batches]).toEqual([[GATHERED_FOR], []])
    await pass()
    expect(batches).toEqual([['a', 'b', 'c']])
    void intake.take('d')
    await store()
    await pass()
    expect(batches).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('has its receipt once it is stored and not before', async () => {
    const { intake, pass, store } = intakeByHand()
    const receipt = intake.take('a')
    await pass()
    expect(await now(receipt)).toBe('pending')
    await store()
    expect(await receipt).toEqual({ kept: true, outcomes: [] })
  })

  it('has to be handed over again where it was not stored', async () => {
    const { intake, pass, store } = intakeByHand()
    const receipt = intake.take('a')
    await pass()
    await store(false)
    expect(await receipt).toEqual({ kept: false })
  })

  it('is taken in batch after batch, while the store is slow', async () => {
    const { intake, batches, pass, store } = intakeByHand()
    void intake.take('a')
    await pass()
    void intake.take('b')
    await pass()
    expect(batches).toEqual([['a']])
    await store()
    await pass()
    expect(batches).toEqual([['a'], ['b']])
  })

  it('is held back where too much waits, until that is stored, and is not lost where nobody holds it back', async () => {
    const { intake, batches, pass, store } = intakeByHand()
    for (let at = 1; at < MOST_WAITING; at++) void intake.take(`${at}`)
    expect(await now(intake.ready)).toBeUndefined()
    for (let more = 0; more < 3; more++) void intake.take('more')
    const { ready } = intake
    await pass()
    expect(await now(ready)).toBe('pending')
    await store()
    expect(await now(ready)).toBeUndefined()
    expect(batches.map(({ length }) => length)).toEqual([MOST_WAITING + 2])
  })
  it('is waited for by whoever held back during an earlier burst, too', async () => {
    const { intake, pass, store } = intakeByHand()
    const burst = () => Array.from({ length: MOST_WAITING }, (_, at) => void intake.take(`${at}`))
    burst()
    const { ready } = intake
    await pass()
    // A second burst from a source that cannot pause, while the first is being
    // stored.
    burst()
    await store()
    expect(await now(ready)).toBe('pending')
    await pass()
    await store()
    expect(await now(ready)).toBeUndefined()
    expect(await now(intake.ready)).toBeUndefined()
  })
})
