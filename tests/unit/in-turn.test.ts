import { afterEach, expect, it, vi } from 'vitest'
import { HEARD, isAsked, repliesInTurn } from '../../src/adapters/in-turn.ts'

afterEach(() => vi.unstubAllGlobals())

/** A worker's side of its page: what it has sent, and how the page says something to it. */
function worker() {
  const sent: unknown[] = []
  const hearing: ((message: { readonly data: unknown }) => void)[] = []
  vi.stubGlobal('postMessage', (reply: unknown) => void sent.push(reply))
  vi.stubGlobal('addEventListener', (_type: string, hear: (typeof hearing)[number]) => void hearing.push(hear))
  const send = repliesInTurn()
  return { sent, send, say: (data: unknown) => hearing.forEach((hear) => hear({ data })) }
}

it('a worker goes on once the page has heard all that it has sent, and not before', async () => {
  const { sent, send, say } = worker()
  // Nobody waits for what tells how far it is.
  void send('progress')
  let slices = 0
  const all = (async () => {
    for (; slices < 3; slices++) await send(`slice ${slices}`)
  })()
  const settled = () => new Promise((done) => setTimeout(done))
  await settled()
  expect(sent).toEqual(['progress', 'slice 0'])
  say(HEARD)
  say({ file: 'another question' })
  await settled()
  expect(sent).toHaveLength(2)
  for (const wanted of [3, 4]) {
    say(HEARD)
    await settled()
    expect(sent).toHaveLength(wanted)
  }
  say(HEARD)
  await all
  expect(slices).toBe(3)
})

it('what the page has heard is no question', () => {
  const message = (data: unknown) => ({ data }) as MessageEvent<unknown>
  expect([isAsked(message(HEARD)), isAsked(message({ file: 'a question' }))]).toEqual([false, true])
})
