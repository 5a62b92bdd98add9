import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onceTheyPause, READING, whileTheyRead } from '../../src/entries/site/while-they-read.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestIdleCallback'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const done = (promise: Promise<void>) => {
  const seen = vi.fn()
  void promise.then(seen)
  return seen
}
const act = (type: string) => dispatchEvent(new Event(type))
/** Lets time pass, and then an idle moment. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('work that is soon done comes after the next act', async () => {
  const seen = done(whileTheyRead(READING))
  await pass(READING / 2)
  expect(seen).not.toHaveBeenCalled()
  act('click')
  await pass(100)
  expect(seen).toHaveBeenCalledOnce()
})

test.each(['click', 'keydown', 'pointerdown', 'pointermove'])(
  'work that takes a while waits until nothing has been done for as long as somebody reads: %s',
  async (type) => {
    const seen = done(onceTheyPause())
    for (let times = 0; times < 5; times++) {
      await pass(READING - 1)
      act(type)
    }
    await pass(READING - 1)
    expect(seen).not.toHaveBeenCalled()
    await pass(100)
    expect(seen).toHaveBeenCalledOnce()
  },
)

test('an act between the pause and the idle moment after it begins the pause again', async () => {
  const late: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (run: () => void) => late.push(run))
  const seen = done(onceTheyPause())
  await pass(READING)
  act('click')
  late.shift()?.()
  await pass(READING - 1)
  expect(seen).not.toHaveBeenCalled()
  await pass(1)
  late.shift()?.()
  await pass(0)
  expect(seen).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
