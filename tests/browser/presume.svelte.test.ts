import takePart from 'questionnaire:take/execution-gaps/en'
import { expect, it } from 'vitest'
import { presume } from '../../src/entries/embed/presume.ts'
import { KeptRun } from '../../src/ui/take/kept-run.ts'
import { TakeSession } from '../../src/ui/take/take-session.svelte.ts'
import { MemoryDevice, StandingClock } from '../fixtures/memory-device.ts'

const NOTHING = { vantage: null, start: null, variant: null }
const [first] = takePart.items

it('a run that was begun elsewhere is read without its vantage where the host hides that, and stays where it is', async () => {
  const device = new MemoryDevice()
  const open = () => new TakeSession(takePart, new KeptRun(takePart, device.tab()), new StandingClock())
  const before = open()
  before.chooseVantage('senior')
  before.moveOn()
  before.answer(first!.id, 3)
  await Promise.resolve()

  const hidden = open()
  presume(hidden, { ...NOTHING, vantage: 'hidden', start: 'item' })
  expect(hidden.response.vantage).toBe('not-said')
  expect(hidden.place).toEqual(before.place)
  expect(hidden.answerOf(first!.id)).toBe(3)

  // Nothing is kept before the reader acts, and a page that asks still knows it.
  await Promise.resolve()
  const asking = open()
  presume(asking, { ...NOTHING, vantage: 'close' })
  expect(asking.response.vantage).toBe('senior')
})

it('a run that begins with the first statement has no vantage that nobody was asked for', () => {
  const session = new TakeSession(takePart, new KeptRun(takePart, new MemoryDevice().tab()), new StandingClock())
  presume(session, { ...NOTHING, start: 'item' })
  expect(session.place).toEqual({ on: 'item', item: first!.id })
  expect(session.vantage).toBeNull()
  expect(session.response.vantage).toBe('not-said')
})

it('nor has one that a teaser begins, which goes on to the next statement', () => {
  const session = new TakeSession(takePart, new KeptRun(takePart, new MemoryDevice().tab()), new StandingClock())
  presume(session, { ...NOTHING, start: 'item', variant: 'teaser' })
  expect(session.place).toEqual({ on: 'vantage' })
  session.answerFirst(3)
  expect(session.place).toEqual({ on: 'item', item: takePart.items[1]!.id })
  expect(session.vantage).toBeNull()
})
