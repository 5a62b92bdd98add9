import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BOUNDS } from '../../src/relay/bounds.ts'
import { RetainedStore } from '../../src/relay/retained-store.ts'
import { newName, personIn } from './clients.ts'

const HASH = Buffer.alloc(32, 1)
const OTHER_HASH = Buffer.alloc(32, 2)

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function textsOf(store: RetainedStore, filter: string): Promise<string[]> {
  const texts: string[] = []
  for await (const { payload } of store.retained(filter)) texts.push(payload.toString())
  return texts
}

describe('what the relay keeps', () => {
  it('is the same after it was closed and opened', async () => {
    const folder = newFolder()
    const [room, invitation] = [newName(), `ld1/j/${newName()}`]
    const person = personIn(room)
    const before = await RetainedStore.open(folder)
    expect(await before.claim(room, HASH, 10)).toBe(true)
    for (const topic of [person.answer, person.receipt, `ld1/${room}/l`, invitation])
      await before.keep({ topic, payload: Buffer.from(topic) }, topic === invitation ? room : null)
    await before.close()

    const after = await RetainedStore.open(folder)
    onTestFinished(() => after.close())
    expect(after.messages).toBe(4)
    expect(after.ownerOf(invitation)).toBe(room)
    expect(['answer', 'receipt', 'ledger', 'join'].map((kind) => after.count(room, kind as 'answer'))).toEqual([
      1, 1, 1, 1,
    ])
    expect(await textsOf(after, person.answer.replace(person.tag, '+'))).toEqual([person.answer])
    expect(await textsOf(after, person.receipt.replace(person.tag, '+'))).toEqual([person.receipt])
    expect(await textsOf(after, invitation)).toEqual([invitation])
    expect(await after.claim(room, OTHER_HASH, 10)).toBe(false)
    expect(await after.claim(room, HASH, 10)).toBe(true)
  })

  it('is the last of several that come at once', async () => {
    const store = await RetainedStore.open(newFolder())
    onTestFinished(() => store.close())
    const room = newName()
    await store.claim(room, HASH, 10)
    const { answer } = personIn(room)
    await Promise.all(
      Array.from({ length: 500 }, (_, at) => store.keep({ topic: answer, payload: Buffer.from(`${at}`) }, null)),
    )
    expect(await textsOf(store, answer)).toEqual(['499'])
    expect(store.messages).toBe(1)
  })

  it('is forgotten, a whole room at once, when no console has looked into it for long', async () => {
    const folder = newFolder()
    const store = await RetainedStore.open(folder)
    const [old, recent] = [newName(), newName()]
    const invitation = `ld1/j/${newName()}`
    for (const room of [old, recent]) {
      await store.claim(room, HASH, 10)
      await store.keep({ topic: personIn(room).answer, payload: Buffer.from('sealed') }, null)
    }
    await store.keep({ topic: invitation, payload: Buffer.from('invitation') }, old)
    await store.claim(recent, HASH, 11)
    await store.forget(10 + BOUNDS.days)
    expect([store.isRoom(old), store.isRoom(recent), store.messages]).toEqual([true, true, 3])
    await store.forget(11 + BOUNDS.days)
    expect([store.isRoom(old), store.isRoom(recent), store.messages]).toEqual([false, true, 1])
    await store.close()

    const after = await RetainedStore.open(folder)
    onTestFinished(() => after.close())
    expect([after.isRoom(old), after.ownerOf(invitation), after.messages]).toEqual([false, null, 1])
    expect(await after.claim(old, OTHER_HASH, 300)).toBe(true)
  })

  it('is of so many rooms at most, of which those with nothing in them give way', async () => {
    const folder = newFolder()
    const store = await RetainedStore.open(folder)
    const rooms = Array.from({ length: BOUNDS.rooms }, newName)
    const claimed = await Promise.all(rooms.map((room, at) => store.claim(room, HASH, 10 + at)))
    expect(new Set(claimed)).toEqual(new Set([true]))
    const lay = (room: string) => store.keep({ topic: personIn(room).answer, payload: Buffer.from('sealed') }, null)
    await lay(rooms[0]!)
    const late = newName()
    expect(await store.claim(late, HASH, 5_000)).toBe(true)
    expect([rooms[0]!, rooms[1]!, rooms[2]!, late].map((room) => store.isRoom(room))).toEqual([true, false, true, true])
    await Promise.all([...rooms.slice(2), late].map(lay))
    expect(await store.claim(rooms[1]!, HASH, 5_000)).toBe(null)
    expect(await store.claim(rooms[0]!, HASH, 5_000)).toBe(true)
    await store.close()

    const after = await RetainedStore.open(folder)
    onTestFinished(() => after.close())
    expect([rooms[1]!, rooms[2]!, late].map((room) => after.isRoom(room))).toEqual([false, true, true])
  })

  it('is of a room whose console is there as long as it is, also where nothing lies yet', async () => {
    const store = await RetainedStore.open(newFolder())
    onTestFinished(() => store.close())
    const rooms = Array.from({ length: BOUNDS.rooms }, newName)
    await Promise.all(rooms.map((room) => store.claim(room, HASH, 10)))
    const isHere = (room: string) => room === rooms[0]
    expect(await store.claim(newName(), HASH, 11, isHere)).toBe(true)
    expect([store.isRoom(rooms[0]!), store.isRoom(rooms[1]!)]).toEqual([true, false])
    expect(await store.claim(newName(), HASH, 11, () => true)).toBe(null)
  })

  it('is no room that the disk did not take, so that its console claims it again', async () => {
    const store = await RetainedStore.open(newFolder())
    const room = newName()
    await store.close()
    await expect(store.claim(room, HASH, 10)).rejects.toThrow()
    expect(store.isRoom(room)).toBe(false)
  })
})
