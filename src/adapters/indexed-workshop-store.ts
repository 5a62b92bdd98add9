import { openDB, unwrap, wrap, type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction } from 'idb'
import type { HeldWorkshop, StoreResult, WorkshopFailure, WorkshopStore } from '../core/ports.ts'
import { SLICE } from '../core/workshop/collected.ts'
import type { WorkshopNews, WorkshopStamp, WorkshopWrites } from '../core/workshop/stored-workshop.ts'
import { HeardChanges, MOST_TOLD, type MissedParts, type ToldChange } from './heard-changes.ts'

interface KeptHead extends WorkshopStamp {
  readonly text: string
}

interface Workshops extends DBSchema {
  /** A plain text is a whole workshop in the form of the database's version 1; the next change replaces it. */
  workshops: { key: string; value: KeptHead | string }
  parts: { key: [workshop: string, name: string]; value: string }
}

/** The database and the channel on which tabs tell each other what has changed. */
const NAME = 'leadership-diagnostic.workshops'

/** A new random name for each edition. */
const drawEdition = ({ crypto }: Window & typeof globalThis) => crypto.getRandomValues(new Uint32Array(2)).join('.')

function failureOf(error: unknown): WorkshopFailure {
  const name = error instanceof DOMException ? error.name : ''
  return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'later-release' : 'unavailable'
}

const BOTH = ['workshops', 'parts'] as const

/** The keys of all parts of a workshop. */
const partsOf = (id: string) => IDBKeyRange.bound([id], [id, []])

const headOf = (value: KeptHead | string): KeptHead =>
  typeof value === 'string' ? { edition: '', change: 0, text: value } : value

type Parts = IDBPObjectStore<Workshops, typeof BOTH, 'parts', IDBTransactionMode>

/**
 * The same names as texts of the engine's own. The browser hands over keys as texts that it holds itself: of a hundred
 * thousand the engine has to ask for each, while everything stands still, whether it is still wanted.
 */
const ofTheEngine = (keys: readonly (readonly [string, string])[]) => JSON.parse(JSON.stringify(keys)) as typeof keys

/** The names of a workshop's parts, with their texts if wanted, sorted by name: a hundred thousand at once would hold the page up. */
async function* slicesOf(parts: Parts, id: string, withTexts: boolean): AsyncGenerator<[name: string, text: string][]> {
  for (let range = partsOf(id); ;) {
    const [keys, texts] = await Promise.all([
      parts.getAllKeys(range, SLICE),
      withTexts ? parts.getAll(range, SLICE) : [],
    ])
    yield ofTheEngine(keys).map(([, name], index) => [name, texts[index] ?? ''])
    const last = keys.at(-1)
    if (!last || keys.length < SLICE) return
    range = IDBKeyRange.bound(last, [id, []], true)
  }
}

/** The parts that a tab missed, by comparing the names of all. */
async function compareNames(parts: Parts, id: string, held: HeldWorkshop): Promise<MissedParts> {
  const there = new Set<string>()
  for await (const slice of slicesOf(parts, id, false)) for (const [name] of slice) there.add(name)
  return {
    lacking: [...there].filter((name) => !held.parts.has(name)),
    gone: [...held.parts].filter((name) => !there.has(name)),
  }
}

/** Parts come sorted by name, which says nothing about when they were written. */
async function newsOf<Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<Workshops, typeof BOTH, Mode>,
  id: string,
  held: HeldWorkshop | null,
  heard: HeardChanges,
): Promise<WorkshopNews | null> {
  const value = await transaction.objectStore('workshops').get(id)
  if (value === undefined) return null
  const { edition, change, text } = headOf(value)
  const news = { stamp: { edition, change }, head: text }
  if (held?.stamp.edition === edition && held.stamp.change === change) return { ...news, parts: new Map(), gone: [] }
  const parts = transaction.objectStore('parts')
  if (held?.stamp.edition !== edition) {
    const all = new Map<string, string>()
    for await (const slice of slicesOf(parts, id, true)) for (const [name, own] of slice) all.set(name, own)
    return { ...news, parts: all, gone: [...(held?.parts ?? [])] }
  }
  const { lacking, gone } = heard.since(id, held, news.stamp) ?? (await compareNames(parts, id, held))
  const added = new Map<string, string>()
  for (let at = 0; at < lacking.length; at += SLICE) {
    const names = lacking.slice(at, at + SLICE)
    const texts = await Promise.all(names.map((name) => parts.get([id, name])))
    for (const [index, name] of names.entries()) added.set(name, texts[index] ?? '')
  }
  return { ...news, parts: added, gone }
}

/** Writes everything or nothing, also where a call fails before the transaction does. */
async function write(
  transaction: IDBPTransaction<Workshops, typeof BOTH, 'readwrite'>,
  id: string,
  stamp: WorkshopStamp,
  { head, put, remove }: WorkshopWrites,
): Promise<void> {
  // A promise for each request, as the library makes them, is 100,000 that the page stands still to clear away.
  const parts = unwrap(transaction.objectStore('parts'))
  const pending: Promise<unknown>[] = [transaction.done]
  try {
    let asked = 0
    // The page goes on meanwhile, and the transaction lasts: its next request follows on this one.
    const ask = async (one: IDBRequest) => {
      if (++asked % SLICE === 0) await wrap(one)
    }
    if (remove === 'all') await ask(parts.delete(partsOf(id)))
    else for (const name of remove) await ask(parts.delete([id, name]))
    for (const [name, text] of put) await ask(parts.put(text(), [id, name]))
    pending.push(transaction.objectStore('workshops').put({ ...stamp, text: head }, id))
  } catch (error) {
    // A request that failed has ended it by itself, and says why: those that it took along do not.
    const { error: cause } = transaction
    if (!cause) transaction.abort()
    await Promise.allSettled(pending)
    throw cause ?? error
  }
  await Promise.all(pending)
}

/**
 * Keeps workshops in the browser's database. A change reads and writes within one
 * transaction, and writing transactions of all tabs run one after the other. A tab
 * is given the parts it lacks by what the others told of their changes, and where it
 * did not hear of each, by comparing names: a part never changes.
 */
export function indexedWorkshopStore(browser: Window & typeof globalThis): WorkshopStore {
  let opened: Promise<IDBPDatabase<Workshops>> | null = null
  let wasOpen = false
  const emptied = new Set<(by: 'request' | 'browser') => void>()
  const tellEmptied = (by: 'request' | 'browser') => emptied.forEach((listener) => listener(by))

  function open(): Promise<IDBPDatabase<Workshops>> {
    const opening = openDB<Workshops>(NAME, 2, {
      upgrade(database, before) {
        if (before < 1) database.createObjectStore('workshops')
        if (before < 2) database.createObjectStore('parts')
        if (before < 1 && wasOpen) tellEmptied('browser')
      },
      // A later release wants to upgrade the database, or somebody to delete it:
      // closing allows both. Only then is no version named.
      blocking(_current, wanted, event) {
        opened = null
        ;(event.target as IDBDatabase).close()
        if (wanted === null) tellEmptied('request')
      },
      terminated: () => (opened = null),
    })
    opening.then(
      () => (wasOpen = true),
      () => (opened = null),
    )
    return opening
  }

  async function attempt<T>(
    action: (database: IDBPDatabase<Workshops>) => Promise<T>,
  ): Promise<StoreResult<T, WorkshopFailure>> {
    try {
      opened ??= open()
      return { ok: true, value: await action(await opened) }
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }

  const channel = 'BroadcastChannel' in browser ? new BroadcastChannel(NAME) : null
  const heard = new HeardChanges()
  channel?.addEventListener('message', ({ data }: MessageEvent<string | ToldChange>) => {
    if (typeof data !== 'string') heard.hear(data)
  })
  // The id comes last, and by itself: a tab of an earlier release knows nothing else.
  const tell = (id: string) => channel?.postMessage(id)
  function tellChange(id: string, stamp: WorkshopStamp, { put, remove }: WorkshopWrites): void {
    if (remove !== 'all' && put.size + remove.length < MOST_TOLD)
      channel?.postMessage({ id, stamp, put: Array.from(put, ([name]) => name), removed: remove } satisfies ToldChange)
    tell(id)
  }

  /**
   * Whether persistent storage was requested, which happens once there is something
   * to keep: without it, some browsers erase everything after a week without a
   * visit.
   */
  let asked = false
  function askToPersist(): void {
    if (asked) return
    asked = true
    browser.navigator.storage?.persist?.().catch(() => undefined)
  }

  return {
    list: () => attempt((database) => database.getAllKeys('workshops')),
    read: (id, held) => attempt((database) => newsOf(database.transaction(BOTH), id, held, heard)),
    async change(id, held, change) {
      const changed = await attempt(async (database) => {
        const transaction = database.transaction(BOTH, 'readwrite', { durability: 'strict' })
        // Several promises reject when the transaction fails, and not all of them
        // are awaited.
        transaction.done.catch(() => undefined)
        const news = await newsOf(transaction, id, held, heard)
        const writes = change(news)
        if (writes === null) return null
        const isAnew = news === null || writes.remove === 'all'
        const stamp = isAnew
          ? { edition: drawEdition(browser), change: 1 }
          : { ...news.stamp, change: news.stamp.change + 1 }
        await write(transaction, id, stamp, writes)
        return { stamp, writes }
      })
      if (!changed.ok) return changed
      if (!changed.value) return { ok: true, value: null }
      const { stamp, writes } = changed.value
      tellChange(id, stamp, writes)
      askToPersist()
      return { ok: true, value: stamp }
    },
    async remove(id) {
      const removed = await attempt(async (database) => {
        const transaction = database.transaction(BOTH, 'readwrite')
        await Promise.all([
          transaction.objectStore('workshops').delete(id),
          transaction.objectStore('parts').delete(partsOf(id)),
          transaction.done,
        ])
        return null
      })
      if (removed.ok) tell(id)
      return removed
    },
    onEmptied(listener) {
      emptied.add(listener)
      return () => emptied.delete(listener)
    },
    onChange(listener) {
      const ofAnId = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data)
      }
      channel?.addEventListener('message', ofAnId)
      return () => channel?.removeEventListener('message', ofAnId)
    },
  }
}
