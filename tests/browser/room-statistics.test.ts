import { afterEach, expect, it } from 'vitest'
import questionnaire from '../../questionnaires/execution-gaps/questionnaire.json'
import { roomStatistics } from '../../src/adapters/room-statistics.ts'
import type { RoomQuestion } from '../../src/core/ports.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { simulateRoom } from '../../src/core/room/simulate-room.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
// oxlint-disable-next-line import/default -- Vite gives the address of the worker
import address from '../../src/entries/site/room-worker.ts?worker&url'

const asked = questionnaire as unknown as Questionnaire
const names = { name: 'Sample', client: '', language: 'en', levels: ['Board', 'Teams'] } as const
const { workshop, collected, snapshots } = simulateRoom(asked, names, '2026-11-23')
const question: RoomQuestion = { part: { questionnaire: asked }, workshop, entries: collected.entries, snapshots }
const direct = summariseRoom(question.part, workshop, collected.entries, snapshots)

const close: (() => void)[] = []
afterEach(() => close.splice(0).forEach((end) => end()))

function open(from: string) {
  const statistics = roomStatistics(from)
  close.push(() => statistics.close())
  return statistics
}

it.each([
  ['in the worker', address],
  ['on the page where the worker cannot be started', '/there-is-no-such-worker.js'],
])('summarises %s as the page would', async (_, from) => {
  expect(await open(from).summarise(question)).toEqual(direct)
})

/** A room of so many: the sample's people over and over, under other ids. */
function askOf(people: number): RoomQuestion {
  const { entries } = collected
  const many = Array.from({ length: people }, (_, at) => ({ ...entries[at % entries.length]!, id: `many-${at}` }))
  const views = [people / 2, people].map((size, index) => ({
    number: index + 1,
    takenOn: '2026-11-23',
    entries: many.slice(0, size).map(({ id }) => id),
  }))
  return { ...question, entries: many, snapshots: views }
}

it('hands a large room over in pieces, each copied within a frame', async () => {
  const large = askOf(5000)
  const sent: unknown[] = []
  const { postMessage } = Worker.prototype
  close.push(() => (Worker.prototype.postMessage = postMessage))
  Worker.prototype.postMessage = function (this: Worker, message: unknown) {
    sent.push(message)
    postMessage.call(this, message)
  }
  const view = await open(address).summarise(large)
  expect(view).toEqual(summariseRoom(large.part, workshop, large.entries, large.snapshots))
  const copied = sent.map((message) => (message as { entries?: readonly unknown[] }).entries?.length ?? 0)
  expect(Math.max(...copied)).toBeLessThanOrEqual(1000)
  expect(copied.reduce((sum, own) => sum + own, 0)).toBe(5000)
})

it('gives up a large room for the latest question', async () => {
  const statistics = open(address)
  const earlier = statistics.summarise(askOf(5000))
  const latest = statistics.summarise(question)
  expect(await earlier).toBeNull()
  expect(await latest).toEqual(direct)
})

it('answers the latest question only', async () => {
  const statistics = open(address)
  const earlier = statistics.summarise({ ...question, workshop: { ...workshop, smallestGroup: 9 } })
  const latest = statistics.summarise(question)
  expect(await earlier).toBeNull()
  expect(await latest).toEqual(direct)
})

it('says when a question makes no sense, and gives nothing once it is closed', async () => {
  const statistics = open(address)
  await expect(statistics.summarise({ ...question, snapshots: [] })).rejects.toThrow('a room is summarised from')
  const unanswered = statistics.summarise(question)
  statistics.close()
  expect(await unanswered).toBeNull()
})
