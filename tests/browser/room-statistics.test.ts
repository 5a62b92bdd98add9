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
