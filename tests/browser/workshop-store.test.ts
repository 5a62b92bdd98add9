import { openDB } from 'idb'
import { afterEach, describe, expect, it } from 'vitest'
import { indexedWorkshopStore } from '../../src/adapters/indexed-workshop-store.ts'
import type { HeldWorkshop, StoreResult, WorkshopFailure, WorkshopStore } from '../../src/core/ports.ts'
import { SLICE } from '../../src/core/workshop/collected.ts'
import type { WorkshopNews, WorkshopWrites } from '../../src/core/workshop/stored-workshop.ts'

const NAME = 'leadership-diagnostic.workshops'
const ID = 'K7Q2MX'

afterEach(async () => {
  const gone = indexedDB.deleteDatabase(NAME)
  await new Promise((resolve) => (gone.onsuccess = resolve))
})

const valueOf = <T>(result: StoreResult<T, WorkshopFailure>): T => {
  if (!result.ok) throw new Error(result.failure)
  return result.value
}
const read = async (store: WorkshopStore, held: HeldWorkshop | null = null) => valueOf(await store.read(ID, held))
const write = (part: Partial<WorkshopWrites> & { parts?: Readonly<Record<string, string>> } = {}): WorkshopWrites => ({
  head: 'head',
  put: new Map(Object.entries(part.parts ?? {}).map(([name, text]) => [name, () => text])),
  remove: [],
  ...part,
})
const change = async (store: WorkshopStore, writes: WorkshopWrites, held: HeldWorkshop | null = null) =>
  valueOf(await store.change(ID, held, () => writes))
const heldOf = (news: WorkshopNews | null): HeldWorkshop => {
  if (!news) throw new Error('It is not there')
  return { stamp: news.stamp, parts: new Set(news.parts.keys()) }
}
const partsOf = (news: WorkshopNews | null) => Object.fromEntries(news?.parts ?? [])

/** Notes what the database is asked for until it is told to end. */
function noteCalls() {
  const calls: string[] = []
  const own = IDBObjectStore.prototype
  const real = { put: own.put, get: own.get, getAll: own.getAll, getAllKeys: own.getAllKeys, delete: own.delete }
  for (const [name, call] of Object.entries(real))
    Object.assign(own, {
      [name](this: IDBObjectStore, ...given: unknown[]) {
        calls.push(`${name} ${this.name}`)
        return Reflect.apply(call, this, given) as unknown
      },
    })
  return { calls, ends: () => void Object.assign(own, real) }
}

describe('the database of workshops', () => {
  it('has the text of a workshop that was kept by its version 1', async () => {
    const old = await openDB(NAME, 1, { upgrade: (database) => void database.createObjectStore('workshops') })
    await old.put('workshops', '{"whole": true}', ID)
    old.close()
    const store = indexedWorkshopStore(window)
    expect(valueOf(await store.list())).toEqual([ID])
    const kept = await read(store)
    expect(kept).toMatchObject({ head: '{"whole": true}', gone: [] })
    await change(store, write({ parts: { 'entry/a': 'A' }, remove: 'all' }), heldOf(kept))
    expect(await read(store)).toMatchObject({ head: 'head', parts: new Map([['entry/a', 'A']]) })
  })

  it('of a later release is named as that, and stays as it is', async () => {
    const later = await openDB(NAME, 9, { upgrade: (database) => void database.createObjectStore('workshops') })
    await later.put('workshops', 'in a form to come', ID)
    later.close()
    const store = indexedWorkshopStore(window)
    expect(await store.list()).toEqual({ ok: false, failure: 'later-release' })
    expect(await store.change(ID, null, () => write())).toEqual({ ok: false, failure: 'later-release' })
    const again = await openDB(NAME, 9)
    expect(await again.get('workshops', ID)).toBe('in a form to come')
    again.close()
  })

  it('lets a later release take over while a tab is open, which says so', async () => {
    const store = indexedWorkshopStore(window)
    const told: string[] = []
    store.onEmptied((by) => void told.push(by))
    await change(store, write())
    const later = await openDB(NAME, 9)
    expect([await later.count('workshops' as never), told]).toEqual([1, []])
    later.close()
    expect(await store.change(ID, null, () => write())).toEqual({ ok: false, failure: 'later-release' })
  })

  it('tells every tab that it is deleted before it is', async () => {
    const stores = [indexedWorkshopStore(window), indexedWorkshopStore(window)]
    const told: string[] = []
    for (const store of stores) store.onEmptied((by) => void told.push(by))
    await change(stores[0]!, write())
    await read(stores[1]!)
    const gone = indexedDB.deleteDatabase(NAME)
    await new Promise((resolve) => (gone.onsuccess = resolve))
    expect(told).toEqual(['request', 'request'])
    expect(await read(stores[0]!)).toBeNull()
    expect(told).toEqual(['request', 'request', 'browser'])
  })

  it('lets version 1 go where another tab still has it open', async () => {
    const old = await openDB(NAME, 1, {
      upgrade: (database) => void database.createObjectStore('workshops'),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    })
    await old.put('workshops', 'whole', ID)
    expect((await read(indexedWorkshopStore(window)))?.head).toBe('whole')
  })

  it('gives a tab what it lacks and no more', async () => {
    const [one, other] = [indexedWorkshopStore(window), indexedWorkshopStore(window)]
    await change(one, write({ parts: { 'entry/a': 'A', 'entry/b': 'B' } }))
    const held = heldOf(await read(other))
    expect(await read(other, held)).toMatchObject({ parts: new Map(), gone: [] })
    await change(one, write({ parts: { 'entry/c': 'C' }, remove: ['entry/a'] }))
    expect(await read(other, held)).toMatchObject({ parts: new Map([['entry/c', 'C']]), gone: ['entry/a'] })
  })

  it('gives everything of what came in the place of another, under whatever names', async () => {
    const store = indexedWorkshopStore(window)
    await change(store, write({ parts: { 'entry/a': 'A', 'entry/b': 'B' } }))
    const held = heldOf(await read(store))
    await change(store, write({ parts: { 'entry/a': 'another' }, remove: 'all' }))
    const news = await read(store, held)
    expect([partsOf(news), news?.gone]).toEqual([{ 'entry/a': 'another' }, ['entry/a', 'entry/b']])
  })

  it('adds up what two tabs write at once', async () => {
    const stores = [indexedWorkshopStore(window), indexedWorkshopStore(window)]
    await change(stores[0]!, write())
    const stamps = await Promise.all(
      Array.from({ length: 20 }, (_, at) => change(stores[at % 2]!, write({ parts: { [`entry/${at}`]: 'A' } }))),
    )
    expect(new Set(stamps.map((stamp) => stamp?.change)).size).toBe(20)
    expect((await read(stores[0]!))?.parts.size).toBe(20)
  })

  it('writes all of a change or nothing', async () => {
    const store = indexedWorkshopStore(window)
    await change(store, write({ parts: { 'entry/a': 'A' } }))
    // A symbol cannot be stored.
    const unstorable = Symbol('part') as unknown as string
    const failed = await store.change(
      ID,
      null,
      () =>
      write({ head: 'next', put: new Map([['entry/b', () => 'B'], ['entry/c', () => unstorable]]), remove: ['entry/a'] }), // prettier-ignore
    )
    expect(failed).toEqual({ ok: false, failure: 'unavailable' })
    expect(await read(store)).toMatchObject({ head: 'head', parts: new Map([['entry/a', 'A']]) })
  })

  it('touches one part and the head for one more response, however many there are', async () => {
    const store = indexedWorkshopStore(window)
    const parts = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`entry/${at}`, 'A']))
    await change(store, write({ parts }))
    const held = heldOf(await read(store))
    const { calls, ends } = noteCalls()
    await change(store, write({ parts: { 'entry/new': 'A' } }), held)
    ends()
    expect(calls).toEqual(['get workshops', 'put parts', 'put workshops'])
  })

  it('is read in another tab by the parts that were told, not by the names of all', async () => {
    const [one, other] = [indexedWorkshopStore(window), indexedWorkshopStore(window)]
    const first = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`entry/${at}`, 'A']))
    await change(one, write({ parts: first }))
    const held = heldOf(await read(other))
    const heard = new Promise((resolve) => other.onChange(resolve))
    await change(one, write({ parts: { 'entry/new': 'B' }, remove: ['entry/7'] }), held)
    expect(await heard).toBe(ID)
    const { calls, ends } = noteCalls()
    expect(await read(other, held)).toMatchObject({ parts: new Map([['entry/new', 'B']]), gone: ['entry/7'] })
    ends()
    expect(calls).toEqual(['get workshops', 'get parts'])
  })

  it('reads, writes and removes the parts of a large one in slices, so that the page goes on', async () => {
    const own = IDBObjectStore.prototype
    const real = { put: own.put, get: own.get, getAll: own.getAll, getAllKeys: own.getAllKeys, delete: own.delete }
    let open = 0
    const seen = { open: 0, found: 0 }
    for (const [name, call] of Object.entries(real))
      Object.assign(own, {
        [name](this: IDBObjectStore, ...given: unknown[]) {
          const request = Reflect.apply(call, this, given) as IDBRequest<unknown>
          seen.open = Math.max(seen.open, ++open)
          request.addEventListener('success', () => {
            open--
            if (Array.isArray(request.result)) seen.found = Math.max(seen.found, request.result.length)
          })
          return request
        },
      })
    const [one, other] = [indexedWorkshopStore(window), indexedWorkshopStore(window)]
    const names = Array.from({ length: 3 * SLICE }, (_, at) => `entry/${String(at).padStart(4, '0')}`)
    const parts = Object.fromEntries(names.map((name) => [name, name]))
    await change(one, write({ parts: { 'entry/a': 'A' } }))
    const early = heldOf(await read(other))
    await change(one, write({ parts }))
    const whole = await read(one)
    expect(partsOf(whole)).toEqual({ ...parts, 'entry/a': 'A' })
    expect(partsOf(await read(other, early))).toEqual(parts)
    await change(one, write({ remove: [...names, 'entry/a'] }))
    expect(await read(other, heldOf(whole))).toMatchObject({ parts: new Map(), gone: [...names, 'entry/a'] })
    Object.assign(own, real)
    expect(seen.open).toBeLessThanOrEqual(SLICE)
    expect(seen.found).toBeLessThanOrEqual(SLICE)
  })

  it('forgets every part of a workshop that is removed, and none of another', async () => {
    const store = indexedWorkshopStore(window)
    await change(store, write({ parts: { 'entry/a': 'A' } }))
    valueOf(await store.change('K7Q2MY', null, () => write({ parts: { 'entry/b': 'B' } })))
    await store.remove(ID)
    expect(await read(store)).toBeNull()
    await change(store, write())
    expect((await read(store))?.parts.size).toBe(0)
    expect(partsOf(valueOf(await store.read('K7Q2MY', null)))).toEqual({ 'entry/b': 'B' })
  })

  it('leaves everything where nothing is to be written', async () => {
    const store = indexedWorkshopStore(window)
    expect(await store.change(ID, null, () => null)).toEqual({ ok: true, value: null })
    expect(valueOf(await store.list())).toEqual([])
  })
})
