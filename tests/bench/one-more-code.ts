import content from '../../questionnaires/execution-gaps/questionnaire.json'
import { indexedWorkshopStore } from '../../src/adapters/indexed-workshop-store.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { encodeHandOverCode } from '../../src/core/codes/hand-over-code.ts'
import { workshopIdOf } from '../../src/core/codes/workshop-id.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import type { CollectSetting } from '../../src/core/workshop/setting.ts'
import { takeIn } from '../../src/core/workshop/take-in.ts'
import type { Workshop } from '../../src/core/workshop/workshop.ts'
import { WorkshopRepository } from '../../src/ui/console/workshop-repository.svelte.ts'

const CODES = 21

const questionnaire = content as unknown as Questionnaire
const layout = layoutOf(questionnaire)
const workshop: Workshop = {
  id: 'K7Q2MX',
  name: 'Bench',
  client: '',
  questionnaire: { id: layout.id, version: questionnaire.version },
  language: 'en',
  levels: ['Board', 'Heads', 'Teams'],
  smallestGroup: 5,
  rawExport: false,
}
const setting: CollectSetting = { workshop, layouts: [layout], asked: questionnaire, texts: [], places: {} }

const answersOf = (participant: number) =>
  Object.fromEntries(layout.items.map(({ id }, index) => [id, 1 + ((participant * 7 + index * 3) % 5)]))
const entryOf = (participant: number): CollectedEntry => ({
  id: `e${participant}`,
  participant,
  revision: 1,
  mark: null,
  via: 'code',
  completedOn: '2026-11-22',
  level: participant % 3,
  pace: 'usual',
  answers: answersOf(participant),
})
const codeOf = (participant: number): string =>
  encodeHandOverCode(layout, {
    workshop: workshop.id,
    participant,
    revision: 1,
    pace: 'usual',
    level: participant % 3,
    completedOn: '2026-11-22',
    answers: answersOf(participant),
    promises: promisesOf(workshop),
  })

const medianOf = (times: readonly number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0

async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}

/** Milliseconds for one more code in a workshop of so many responses, and for opening that workshop. */
export async function measureOneMore(responses: number) {
  const store = indexedWorkshopStore(window)
  await store.remove(workshop.id)
  const entries = Array.from({ length: responses - CODES }, (_, participant) => entryOf(participant))
  const start = { workshop, expected: [null, null, null], snapshots: [], closed: false }
  await new WorkshopRepository(store).change(workshop.id, () => ({ ...start, collected: { entries, former: [] } }))
  const repository = new WorkshopRepository(store)
  const load = await timeOf(() => repository.load())
  const times: number[] = []
  for (let more = 0; more < CODES; more++) {
    const participant = responses + more
    const code = codeOf(participant)
    const nextId = () => workshopIdOf(participant)
    const take = () =>
      repository.change(
        workshop.id,
        (kept) =>
          kept && {
            ...kept,
            collected: takeIn(kept.collected, code, setting, nextId, { key: '', mixing: null }).collected,
          },
      )
    times.push(await timeOf(take))
  }
  if (repository.failure) throw new Error(repository.failure)
  return { first: times[0] ?? 0, median: medianOf(times), worst: Math.max(...times), load }
}
