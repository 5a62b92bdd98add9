import { timingSafeEqual } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { ClassicLevel } from 'classic-level'
import { BOUNDS } from './bounds.ts'
import { RelayFolderError } from './folder.ts'
import type { Kept } from './permissions.ts'
import { readTopic, roomOfMany, type Topic } from './topics.ts'

/** A room that a console has claimed. */
interface Room {
  /** The hash of the console's password. */
  readonly hash: Buffer
  /** The day on which a console looked into it last, counted from 1970. */
  day: number
  readonly topics: Record<Topic['kind'], Set<string>>
}

type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: Buffer }
  | { readonly type: 'del'; readonly key: string }

export interface RetainedMessage {
  readonly topic: string
  readonly payload: Buffer
}

const MESSAGE = 'message:'
const ROOM = 'room:'
const OWNER = 'owner:'
/** The keys with a prefix; it ends with a sign that no other key goes on with. */
const below = (prefix: string) => ({ gte: prefix, lt: `${prefix}~` })

const roomOf = (hash: Buffer, day: number): Room => ({
  hash,
  day,
  topics: { answer: new Set(), receipt: new Set(), ledger: new Set(), join: new Set() },
})

/**
 * The relay's store, in LevelDB: the last message of each topic, and who claimed
 * which room. What is told to be kept is on the disk. What arrives while one write
 * runs goes into the next as a whole, in the order in which it came.
 */
export class RetainedStore implements Kept {
  readonly #db: ClassicLevel<string, Buffer>
  readonly #rooms = new Map<string, Room>()
  readonly #owners = new Map<string, string>()
  #messages = 0
  #waiting: { writes: readonly Write[]; resolve: () => void; reject: (error: unknown) => void }[] = []
  #isWriting = false

  private constructor(db: ClassicLevel<string, Buffer>) {
    this.#db = db
  }

  /** @throws RelayFolderError where the folder cannot be written to, or another process has it open. */
  static async open(folder: string): Promise<RetainedStore> {
    const db = new ClassicLevel<string, Buffer>(folder, { keyEncoding: 'utf8', valueEncoding: 'buffer' })
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await db.open()
    } catch (error) {
      throw new RelayFolderError(folder, error)
    }
    const store = new RetainedStore(db)
    await store.#load()
    return store
  }

  async #load(): Promise<void> {
    for await (const [key, value] of this.#db.iterator(below(ROOM))) {
      const { hash, day } = JSON.parse(value.toString()) as { hash: string; day: number }
      this.#rooms.set(key.slice(ROOM.length), roomOf(Buffer.from(hash, 'base64url'), day))
    }
    for await (const [key, value] of this.#db.iterator(below(OWNER)))
      this.#owners.set(key.slice(OWNER.length), value.toString())
    for await (const key of this.#db.keys(below(MESSAGE))) this.#note(key.slice(MESSAGE.length))
  }

  /** The topics of one kind in the room to which a topic belongs. */
  #topicsBeside(topic: string): Set<string> | undefined {
    const of = readTopic(topic)
    if (!of) return undefined
    const room = of.kind === 'join' ? this.#owners.get(topic) : of.room
    return room === undefined ? undefined : this.#rooms.get(room)?.topics[of.kind]
  }

  #note(topic: string): void {
    const topics = this.#topicsBeside(topic)
    if (!topics || topics.has(topic)) return
    topics.add(topic)
    this.#messages++
  }

  get messages(): number {
    return this.#messages
  }

  isRoom(room: string): boolean {
    return this.#rooms.has(room)
  }

  has(topic: string): boolean {
    return this.#topicsBeside(topic)?.has(topic) ?? false
  }

  count(room: string, kind: Topic['kind']): number {
    return this.#rooms.get(room)?.topics[kind].size ?? 0
  }

  countAll(room: string): number {
    return Object.values(this.#rooms.get(room)?.topics ?? {}).reduce((sum, { size }) => sum + size, 0)
  }

  ownerOf(joinTopic: string): string | null {
    return this.#owners.get(joinTopic) ?? null
  }

  /**
   * Lets the console of a room in: whoever has the password of the first. Where this
   * would be one room too many, one in which nothing lies gives way: its own console
   * claims it again when it comes.
   *
   * @param isHere whether the console of a room is connected, which keeps the room
   * @returns `null` where something lies in every room, or its console is here
   * @throws where the disk does not take it; the room is then nobody's
   */
  async claim(
    room: string,
    hash: Buffer,
    day: number,
    isHere: (room: string) => boolean = () => false,
  ): Promise<boolean | null> {
    const known = this.#rooms.get(room)
    if (known && !timingSafeEqual(known.hash, hash)) return false
    const gone = !known && this.#rooms.size >= BOUNDS.rooms ? this.#leastMissed(isHere) : null
    if (gone === undefined) return null
    const claimed = known ?? roomOf(hash, day)
    const before = claimed.day
    const isNews = !known || known.day !== day
    claimed.day = day
    this.#rooms.set(room, claimed)
    const value = Buffer.from(JSON.stringify({ hash: hash.toString('base64url'), day }))
    const removed = gone === null ? [] : this.#remove(gone)
    if (!isNews) return true
    try {
      await this.#write([...removed, { type: 'put', key: ROOM + room, value }])
    } catch (error) {
      if (known) known.day = before
      else this.#rooms.delete(room)
      throw error
    }
    return true
  }

  /** Of the rooms in which nothing lies and whose console is not here, the one into which one looked first. */
  #leastMissed(isHere: (room: string) => boolean): string | undefined {
    const empty = [...this.#rooms].filter(([room]) => this.countAll(room) === 0 && !isHere(room))
    return empty.toSorted(([, one], [, other]) => one.day - other.day)[0]?.[0]
  }

  /** Lets go of a room, and returns what is to be removed from the disk. */
  #remove(name: string): readonly Write[] {
    const room = this.#rooms.get(name)
    if (!room) return []
    const kept = Object.values(room.topics).flatMap((some) => [...some])
    for (const topic of room.topics.join) this.#owners.delete(topic)
    this.#rooms.delete(name)
    this.#messages -= kept.length
    const owners = [...room.topics.join].map((topic) => OWNER + topic)
    return [ROOM + name, ...owners, ...kept.map((topic) => MESSAGE + topic)].map((key) => ({ type: 'del', key }))
  }

  /**
   * Keeps a message as the last of its topic; an empty one clears it.
   *
   * @param owner the room of the console that writes an invitation
   * @throws where the disk does not take it
   */
  keep({ topic, payload }: RetainedMessage, owner: string | null): Promise<void> {
    const isJoin = readTopic(topic)?.kind === 'join'
    const ownerKey = OWNER + topic
    if (payload.length === 0) {
      if (this.#topicsBeside(topic)?.delete(topic)) this.#messages--
      this.#owners.delete(topic)
      const cleared = [MESSAGE + topic, ...(isJoin ? [ownerKey] : [])]
      return this.#write(cleared.map((key) => ({ type: 'del', key })))
    }
    const writes: Write[] = [{ type: 'put', key: MESSAGE + topic, value: payload }]
    if (isJoin && owner !== null) {
      this.#owners.set(topic, owner)
      writes.push({ type: 'put', key: ownerKey, value: Buffer.from(owner) })
    }
    this.#note(topic)
    return this.#write(writes)
  }

  /** The messages of an exact topic, of one sixteenth of a room's answers, or of its receipts. */
  async *retained(filter: string): AsyncGenerator<RetainedMessage> {
    if (roomOfMany(filter) !== null) {
      for await (const [key, payload] of this.#db.iterator(below(MESSAGE + filter.slice(0, -1))))
        yield { topic: key.slice(MESSAGE.length), payload }
    } else if (this.has(filter)) {
      const payload = await this.#db.get(MESSAGE + filter)
      if (payload !== undefined) yield { topic: filter, payload }
    }
  }

  /** Forgets the rooms, with all that is in them, into which no console has looked for long. */
  async forget(today: number): Promise<void> {
    for (const [room, { day }] of this.#rooms) if (today - day > BOUNDS.days) await this.#write(this.#remove(room))
  }

  #write(writes: readonly Write[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ writes, resolve, reject })
      if (!this.#isWriting) void this.#writeWaiting()
    })
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        await this.#db.batch(
          group.flatMap(({ writes }) => writes),
          { sync: true },
        )
        for (const { resolve } of group) resolve()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    this.#isWriting = false
  }

  close(): Promise<void> {
    return this.#db.close()
  }
}
