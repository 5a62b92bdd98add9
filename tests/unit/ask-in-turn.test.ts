import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askInTurn, QUIET } from '../../src/core/live/ask-in-turn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** A relay that answers after a time, and delivers three messages of each topic at another. */
function relay({ answers, delivers, refuses = '' }: { answers: number; delivers: number; refuses?: string }) {
  const began = Date.now()
  const state = { heard: 0, asked: [] as string[] }
  const ask = async (topic: string) => {
    state.asked.push(`${topic} ${Date.now() - began}`)
    for (const message of [0, 1, 2]) void wait(delivers + message).then(() => state.heard++)
    await wait(answers)
    return topic !== refuses
  }
  return { state, tools: { ask, heard: () => state.heard, wait, goesOn: () => true } }
}

async function finished<T>(work: Promise<T>) {
  const began = Date.now()
  const all = work.then((result) => ({ result, took: Date.now() - began }))
  await vi.runAllTimersAsync()
  return all
}

it('a relay that answers at once is asked for the next when it has become quiet', async () => {
  const { state, tools } = relay({ answers: 5, delivers: 50 })
  const { result } = await finished(askInTurn(['a', 'b', 'c'], tools))
  expect(result).toBe('asked')
  // The quiet begins with the last message, at 52 ms, and is looked at every 50 ms.
  const each = 5 + 50 + QUIET
  expect(state.asked).toEqual(['a 0', `b ${each}`, `c ${2 * each}`])
})

it('one that takes long to answer, and delivers before it does, is asked for the next meanwhile', async () => {
  const { state, tools } = relay({ answers: 3 * QUIET, delivers: 3 * QUIET - 9 })
  const { result, took } = await finished(askInTurn(['a', 'b', 'c'], tools))
  expect(result).toBe('asked')
  expect(state.asked).toEqual(['a 0', `b ${3 * QUIET}`, `c ${6 * QUIET}`])
  // It ends when the last is quiet.
  expect(took).toBe(10 * QUIET)
})

it('one that delivers in one go is asked for the next once that has come in', async () => {
  const { state, tools } = relay({ answers: 5, delivers: 20 })
  const { result, took } = await finished(askInTurn(['a', 'b', 'c'], { ...tools, inOneGo: true }))
  expect(result).toBe('asked')
  expect(state.asked).toEqual(['a 0', 'b 105', 'c 210'])
  // It ends when the last is quiet, which is looked at every 50 ms.
  expect(took).toBe(210 + 5 + 50 + QUIET)
})

it('is not asked for a third before the first of three is quiet', async () => {
  const { state, tools } = relay({ answers: QUIET + 10, delivers: QUIET * 2 })
  await finished(askInTurn(['a', 'b', 'c'], tools))
  const [, , third = ''] = state.asked
  const lastOfFirst = QUIET * 2 + 2
  expect(Number(third.split(' ')[1])).toBeGreaterThanOrEqual(lastOfFirst + QUIET)
})

it('ends where the relay refuses, or where nobody waits any more', async () => {
  const refusing = relay({ answers: 5, delivers: 5, refuses: 'b' })
  expect((await finished(askInTurn(['a', 'b', 'c'], refusing.tools))).result).toBe('refused')
  const left = relay({ answers: 5, delivers: 5 })
  const goesOn = () => left.state.asked.length < 2
  expect((await finished(askInTurn(['a', 'b', 'c'], { ...left.tools, goesOn }))).result).toBe('ended')
  expect(left.state.asked).toHaveLength(2)
})
