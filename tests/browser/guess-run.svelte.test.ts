import resultPart from 'questionnaire:result/execution-gaps/en'
import takePart from 'questionnaire:take/execution-gaps/en'
import { describe, expect, it } from 'vitest'
import { CANT_TELL, type GivenVantage } from '../../src/core/response/response.ts'
import { OWN_KEYS } from '../../src/ui/parts/own-keys.ts'
import { GuessRun } from '../../src/ui/take/guess-run.svelte.ts'
import { KeptRun } from '../../src/ui/take/kept-run.ts'
import { TakeSession } from '../../src/ui/take/take-session.svelte.ts'
import { MemoryDevice, StandingClock } from '../fixtures/memory-device.ts'

const { questionnaire } = resultPart
const KEY = `${OWN_KEYS}guess.${questionnaire.id}`
const [first, second] = questionnaire.guess!.items as [string, string]

/** A tab of a device, on a run that has reached its result. */
async function tabOn(device: MemoryDevice, vantage: GivenVantage = 'senior') {
  const store = device.tab()
  const session = new TakeSession(takePart, new KeptRun(takePart, store), new StandingClock())
  if (!session.hasBegun) {
    session.chooseVantage(vantage)
    session.answer(takePart.items[0]!.id, 3)
  }
  await Promise.resolve()
  const guess = new GuessRun(session, questionnaire, store)
  const end = guess.follow()
  return { session, guess, store, end }
}

const stored = (device: MemoryDevice) => JSON.parse(device.kept.get(KEY) ?? 'null') as { guesses: unknown } | null

describe('guesses of what others answer', () => {
  it('are asked for in the place of the result, once', async () => {
    const { session, guess } = await tabOn(new MemoryDevice())
    session.showResult()
    expect(session.place).toEqual({ on: 'guess-0' })
    expect(session.completedOn).toBeNull()
    session.travelTo({ on: 'guess-1' })
    guess.guess(first, 4)
    session.showResult()
    expect(session.place).toEqual({ on: 'guess-0' })
    guess.finish()
    expect(session.place).toEqual({ on: 'result' })
    expect(guess.guesses).toEqual({ [first]: 4 })
    session.showList()
    session.showResult()
    expect(session.place).toEqual({ on: 'result' })
  })

  it('are asked for where the person was at the result before what asks for them was there', async () => {
    const store = new MemoryDevice().tab()
    const session = new TakeSession(takePart, new KeptRun(takePart, store), new StandingClock())
    session.chooseVantage('middle')
    session.showResult()
    expect(session.place).toEqual({ on: 'result' })
    const guess = new GuessRun(session, questionnaire, store)
    expect(guess.stepAt(session.place)).toBe(0)
  })

  it('are not asked for on a finished result that the page opens with', async () => {
    const device = new MemoryDevice()
    const store = device.tab()
    const before = new TakeSession(takePart, new KeptRun(takePart, store), new StandingClock())
    before.chooseVantage('senior')
    before.showResult()
    await Promise.resolve()
    const { session } = await tabOn(device)
    expect(session.place).toEqual({ on: 'result' })
  })

  it.each(['close', 'not-said'] as const)(
    'are not asked of anybody who is %s, and none of theirs count',
    async (vantage) => {
      const { session, guess } = await tabOn(new MemoryDevice(), vantage)
      session.showResult()
      expect(session.place).toEqual({ on: 'result' })
      guess.guess(first, 4)
      expect(guess.guesses).toEqual({})
      expect(guess.stepAt({ on: 'guess-1' })).toBeNull()
      session.chooseVantage('middle')
      expect(guess.stepAt({ on: 'guess-1' })).toBe(1)
      expect(guess.stepAt({ on: 'guess-7' })).toBeNull()
    },
  )

  it('are not asked for where a questionnaire has nothing to guess', async () => {
    const store = new MemoryDevice().tab()
    const session = new TakeSession(takePart, new KeptRun(takePart, store), new StandingClock())
    session.chooseVantage('senior')
    const { guess: _guess, ...without } = questionnaire
    expect(new GuessRun(session, without, store).isDue).toBe(false)
    session.showResult()
    expect(session.place).toEqual({ on: 'result' })
  })

  it('are kept, and there again when the page is opened anew', async () => {
    const device = new MemoryDevice()
    const { session, guess } = await tabOn(device)
    session.showResult()
    session.travelTo({ on: 'guess-2' })
    guess.guess(first, 5)
    guess.guess(second, CANT_TELL)
    await Promise.resolve()
    const later = await tabOn(device)
    expect(later.session.place).toEqual({ on: 'guess-2' })
    expect(later.guess.guesses).toEqual({ [first]: 5, [second]: CANT_TELL })
    expect(later.guess.isDue).toBe(true)
  })

  it('of two tabs are kept together, and each sees those of the other', async () => {
    const device = new MemoryDevice()
    const one = await tabOn(device)
    const other = await tabOn(device)
    one.guess.guess(first, 5)
    expect(other.guess.guesses).toEqual({ [first]: 5 })
    other.guess.guess(second, 2)
    other.guess.guess(first, 1)
    one.guess.guess(second, 3)
    const both = { [first]: 1, [second]: 3 }
    expect(one.guess.guesses).toEqual(both)
    expect(other.guess.guesses).toEqual(both)
    expect(stored(device)).toMatchObject({ guesses: both })
    other.guess.finish()
    expect(one.guess.isDue).toBe(false)
    one.end()
    other.guess.guess(first, 4)
    expect(one.guess.guesses).toEqual(both)
    // What it has not heard of is kept all the same.
    one.guess.guess(second, 4)
    expect(stored(device)).toMatchObject({ guesses: { [first]: 4, [second]: 4 } })
  })

  it('are not asked for where another tab has done with them, which this one did not hear of', async () => {
    const device = new MemoryDevice()
    const one = await tabOn(device)
    const other = await tabOn(device)
    one.end()
    other.guess.guess(first, 2)
    other.guess.finish()
    one.session.showResult()
    expect(one.session.place).toEqual({ on: 'result' })
    expect(one.guess.guesses).toEqual({ [first]: 2 })
  })

  it('go with the run: when it is begun anew, and when everything is deleted', async () => {
    const device = new MemoryDevice()
    const { session, guess, store } = await tabOn(device)
    guess.guess(first, 5)
    expect(stored(device)).not.toBeNull()
    session.startAgain()
    expect(stored(device)).toBeNull()
    expect(guess.guesses).toEqual({})
    session.chooseVantage('senior')
    guess.guess(first, 2)
    store.removeAll(OWN_KEYS)
    expect(stored(device)).toBeNull()
  })

  it('of an earlier run are none of this one', async () => {
    const device = new MemoryDevice()
    device.kept.set(KEY, JSON.stringify({ format: 1, run: 1, guesses: { [first]: 5 }, done: true }))
    const { guess } = await tabOn(device)
    expect(guess.guesses).toEqual({})
    expect(guess.isDue).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['no run', '{"format":1,"guesses":{}}'],
    [
      'a step that there is not',
      `{"format":1,"run":1000000,"guesses":{"${first}":6,"__proto__":3,"measures-pull-work":2}}`,
    ],
  ])('are read with care: %s', async (_name, text) => {
    const device = new MemoryDevice()
    device.kept.set(KEY, text)
    const { guess } = await tabOn(device)
    expect(guess.guesses).toEqual({})
    guess.guess(first, 2)
    expect(stored(device)).toMatchObject({ guesses: { [first]: 2 } })
  })

  it('of a later release stay as they are, and so do those of a device that keeps nothing, for as long as the tab', async () => {
    const device = new MemoryDevice()
    const theirs = '{"format":2,"run":0}'
    device.kept.set(KEY, theirs)
    const { guess } = await tabOn(device)
    guess.guess(first, 2)
    expect(guess.guesses).toEqual({ [first]: 2 })
    expect(device.kept.get(KEY)).toBe(theirs)

    const full = new MemoryDevice()
    full.failure = 'unavailable'
    const tab = await tabOn(full)
    tab.guess.guess(first, 3)
    tab.guess.guess(second, 1)
    tab.guess.finish()
    expect(tab.guess.guesses).toEqual({ [first]: 3, [second]: 1 })
    expect(tab.session.place).toEqual({ on: 'result' })
  })
})
