import { tableReader } from '../../src/adapters/table-reader.ts'
import { workshopFileReader } from '../../src/adapters/workshop-file-reader.ts'
import { tick } from 'svelte'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import type { Camera, Chime } from '../../src/core/ports.ts'
import { cameraCollection } from '../../src/adapters/camera-collection.ts'
import { encodeHandOverCode } from '../../src/core/codes/hand-over-code.ts'
import type { CodeLayout } from '../../src/core/response/layout.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { readWorkshopFile } from '../../src/core/workshop/workshop-file.ts'
import { deviceWith, workshopDevice as device } from '../fixtures/workshop-device.ts'
import { ScriptedCollection } from '../fixtures/scripted-collection.ts'
import { LiveRegion } from '../../src/ui/parts/live-region.svelte.ts'
import { DraftKeeper } from '../../src/ui/console/draft-keeper.ts'
import { WorkshopSession } from '../../src/ui/console/workshop-session.svelte.ts'
import { changesTerms, draftFieldsOf, WorkshopDraft } from '../../src/ui/console/workshop-draft.svelte.ts'
import { Scanner } from '../../src/ui/console/workshop-scanner.svelte.ts'
import { WorkshopRepository } from '../../src/ui/console/workshop-repository.svelte.ts'
import { ConsoleSpeech } from '../../src/ui/console/workshop-speech.svelte.ts'
import { OfflineState } from '../../src/ui/console/offline-state.svelte.ts'
import type { ConsoleTools } from '../../src/ui/console/workshop-tools.ts'
import { inEveryLanguage } from '../fixtures/locales.ts'
import { setUpTexts } from '../../src/ui/locales/en/console-set-up.ts'
import CheckScreen from '../../src/ui/check/CheckScreen.svelte'
import CheckSetUp from '../../src/ui/check/CheckSetUp.svelte'
import { checkTexts } from '../../src/ui/locales/en/check.ts'
import { checkConsole } from '../../src/ui/locales/en/check-console.ts'
import { tableOpenedTexts } from '../../src/ui/locales/en/table-opened.ts'
import { roomTexts } from '../../src/ui/locales/en/room.ts'
import Sources from '../../src/ui/console/Sources.svelte'
import { placeWords } from '../../src/ui/locales/place-words.ts'
import { takeTexts } from '../../src/ui/locales/en/take.ts'
import { consoleTexts } from '../../src/ui/locales/en/console.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'

const layout: CodeLayout = {
  id: 'sample',
  major: 1,
  minor: 0,
  items: ['one', 'two', 'three'].map((id) => ({ id, options: 5 })),
}
const ID = 'K7Q2MX'
const kept = (change: Partial<KeptWorkshop['workshop']> = {}): KeptWorkshop => ({
  workshop: {
    id: ID,
    name: 'Offsite',
    client: 'Acme',
    questionnaire: { id: 'sample', version: '1.0.0' },
    language: 'en',
    levels: ['Board', 'Heads', 'Teams'],
    smallestGroup: 5,
    rawExport: false,
    ...change,
  },
  expected: [3, 7, 14],
  collected: NOTHING_COLLECTED,
  snapshots: [],
  closed: false,
})

const code = (participant: number, revision = 1) =>
  encodeHandOverCode(layout, {
    workshop: ID,
    participant,
    revision,
    pace: 'usual',
    level: participant % 3,
    completedOn: '2026-11-22',
    answers: { one: 1 + (participant % 5), two: 2 },
    promises: promisesOf(kept().workshop),
  })
const plain = encodeResultCode(layout, { vantage: 'middle', completedOn: '2026-11-22', answers: { one: 3 } })

const SILENT: Chime = { prepare: () => undefined, play: () => undefined }
const NO_CAMERA: Camera<HTMLVideoElement> = { open: () => Promise.resolve({ ok: false, failure: 'missing' }) }
let drawn = 0
const tools: ConsoleTools = {
  speech: new ConsoleSpeech(inEveryLanguage(consoleTexts), 'en', () => undefined),
  offline: new OfflineState({ keep: async () => true }, 'workshop'),
  live: new LiveRegion(),
  exporter: {
    copy: () => Promise.resolve(true),
    share: null,
    download: () => undefined,
    print: () => undefined,
  },
  clock: { now: () => 0, moment: () => 0, today: () => '2026-11-23' },
  openCamera: (screen, onKnown) => cameraCollection(NO_CAMERA, screen, onKnown),
  sources: [],
  liveRoom: {
    relays: [],
    markOf: () => Promise.resolve(''),
    clear: () => Promise.resolve(),
    drawKeys: () => Promise.reject(new Error('no relay')),
  },
  // One task, for texts that are delivered at once, whatever the milliseconds.
  wait: () => new Promise((resolve) => setTimeout(resolve)),
  chime: SILENT,
  tables: tableReader('no-such-worker.js'),
  fileLock: { lock: () => Promise.resolve(null), unlock: () => Promise.resolve(null) },
  workshopFiles: workshopFileReader('no-such-worker.js'),
  statistics: { summarise: () => Promise.resolve(null), close: () => undefined },
  setUpTexts: inEveryLanguage(setUpTexts),
  roomTexts: inEveryLanguage(roomTexts),
  checks: { SetUp: CheckSetUp, Kept: CheckScreen },
  checkTexts: inEveryLanguage(checkTexts),
  checkConsole: inEveryLanguage(checkConsole),
  tableTexts: inEveryLanguage(tableOpenedTexts),
  offered: [],
  placeWordsIn: () => placeWords(takeTexts),
  reload: () => undefined,
  drawNumber: () => ++drawn,
  participantPages: { all: ['https://example.org/'], reach: 'others' },
  askedBy: () => null,
  readOwn: () => null,
  settingOf: ({ workshop }) => ({
    workshop,
    layouts: [layout],
    asked: { items: [], scales: {} },
    texts: [],
    places: {},
  }),
}

async function tab(from: ReturnType<typeof device>) {
  const repository = new WorkshopRepository(from.store())
  await repository.load()
  const session = new WorkshopSession(ID, repository, tools)
  return { repository, session }
}
const withWorkshop = () => deviceWith(kept())
const paste = (session: WorkshopSession, ...codes: string[]) => session.takeIn(codes.join('\n'), { from: 'text' })

describe('the workshops on a device', () => {
  it('outlast the tab', async () => {
    const own = device()
    const { repository } = await tab(own)
    await repository.change(ID, () => kept())
    const next = await tab(own)
    expect(next.repository.all.map(({ workshop }) => workshop.name)).toEqual(['Offsite'])
  })

  it('add up what two tabs take in, though neither knew of the other', async () => {
    const own = withWorkshop()
    const [one, other] = [await tab(own), await tab(own)]
    await Promise.all([paste(one.session, code(1), code(2)), paste(other.session, code(3))])
    await expect.poll(() => [one.session.counts.all, other.session.counts.all]).toEqual([3, 3])
    expect((await tab(own)).session.counts.all).toBe(3)
  })

  it('leave the other tab when they are removed in one', async () => {
    const own = withWorkshop()
    const [one, other] = [await tab(own), await tab(own)]
    await one.repository.remove(ID, () => 7)
    await expect.poll(() => other.session.kept).toBeUndefined()
    await paste(other.session, code(1))
    expect(own.state.kept.size).toBe(0)
  })

  it.each(['unavailable', 'full'] as const)('go on in the tab where the device is %s, and say so', async (failure) => {
    const own = withWorkshop()
    const { repository, session } = await tab(own)
    own.state.failure = failure
    await paste(session, code(1))
    await paste(session, code(2))
    expect([repository.failure, session.counts.all, session.isUnsaved]).toEqual([failure, 2, true])
    own.state.failure = null
    await paste(session, code(3))
    expect([repository.failure, session.isUnsaved]).toEqual([null, false])
    expect((await tab(own)).session.counts.all).toBe(3)
  })

  it('are put back where the browser has erased them while they were open', async () => {
    const own = withWorkshop()
    const { session } = await tab(own)
    await paste(session, code(1))
    own.empty('browser')
    await paste(session, code(2))
    expect((await tab(own)).session.counts.all).toBe(2)
  })

  it('stay deleted where another tab writes before it has heard of it', async () => {
    const own = withWorkshop()
    const { session } = await tab(own)
    await paste(session, code(1))
    own.state.kept.delete(ID)
    expect(await paste(session, code(2))).toBeNull()
    await paste(session, code(3))
    expect([session.kept, own.state.kept.size]).toEqual([undefined, 0])
  })

  it('stay deleted where another tab has what the device could not keep', async () => {
    const own = withWorkshop()
    const [one, other] = [await tab(own), await tab(own)]
    own.state.failure = 'full'
    await paste(other.session, code(1))
    own.state.failure = null
    await one.repository.remove(ID, () => 7)
    await expect.poll(() => other.session.kept).toBeUndefined()
    await paste(other.session, code(2))
    expect([other.repository.hasUnsaved, own.state.kept.size]).toEqual([false, 0])
  })

  it('may come back from a file after they were deleted', async () => {
    const own = withWorkshop()
    const [one, other] = [await tab(own), await tab(own)]
    await one.repository.remove(ID, () => 7)
    await other.repository.change(ID, () => kept())
    expect(own.state.kept.size).toBe(1)
    await expect.poll(() => one.session.kept?.workshop.name).toBe('Offsite')
  })

  it('are gone from every tab where everything is deleted, and nothing comes back', async () => {
    const own = withWorkshop()
    const { repository, session } = await tab(own)
    await paste(session, code(1))
    own.empty('request')
    expect([repository.isErased, repository.all, session.kept]).toEqual([true, [], undefined])
    expect(await paste(session, code(2))).toBeNull()
    await repository.change('K7Q2MY', () => kept({ id: 'K7Q2MY' }))
    expect([own.state.kept.size, repository.hasUnsaved]).toEqual([0, false])
  })

  it('that cannot be read stay as they are', async () => {
    const own = device({ [ID]: '{"format":"leadership-diagnostic-workshop","formatVersion":9}' })
    const { repository } = await tab(own)
    expect(repository.all).toEqual([])
    expect(repository.unreadable.map(({ id }) => id)).toEqual([ID])
    expect(own.state.kept.get(ID)?.head).toContain('9')
  })
})

describe('a workshop that grows', () => {
  it('is opened as one text, as it was kept before, and is kept in parts from the next change on', async () => {
    const own = device({ [ID]: writeWorkshopFile(kept()) })
    const { session } = await tab(own)
    expect(session.kept).toEqual(kept())
    await paste(session, code(1), code(2))
    expect(own.state.kept.get(ID)?.parts.size).toBe(2)
    expect(own.state.kept.get(ID)?.head).not.toContain('answers')
    expect((await tab(own)).session.counts.all).toBe(2)
  })

  it('writes one part for one more response, however many there are', async () => {
    const own = withWorkshop()
    const { session } = await tab(own)
    await paste(session, ...Array.from({ length: 300 }, (_, participant) => code(participant)))
    own.state.read.length = 0
    for (const participant of [300, 301, 302]) await paste(session, code(participant))
    expect(own.state.written).toEqual([300, 1, 1, 1])
    expect(own.state.read).toEqual([0, 0, 0])
  })

  it('is told to another tab by what is new alone', async () => {
    const own = withWorkshop()
    const [one, other] = [await tab(own), await tab(own)]
    await paste(one.session, ...Array.from({ length: 50 }, (_, participant) => code(participant)))
    await expect.poll(() => other.session.counts.all).toBe(50)
    own.state.read.length = 0
    await paste(one.session, code(50))
    await expect.poll(() => other.session.counts.all).toBe(51)
    expect(own.state.read).toEqual([0, 1])
  })

  it('loses what was replaced, unless a view holds it', async () => {
    const own = withWorkshop()
    const one = await tab(own)
    const other = await tab(own)
    const parts = () => [...(own.state.kept.get(ID)?.parts.keys() ?? [])].map((name) => name.split('/')[0]).toSorted()
    await paste(one.session, code(1))
    await paste(one.session, code(1, 2))
    expect(parts()).toEqual(['entry'])
    await paste(one.session, ...[2, 3, 4, 5].map((participant) => code(participant)))
    await one.session.close()
    await one.session.reopen()
    await paste(one.session, code(1, 3))
    expect(parts()).toEqual([...Array<string>(5).fill('entry'), 'former', 'snapshot'])
    await expect.poll(() => other.session.kept?.collected.former.length).toBe(1)
    expect(other.session.heldBack).toBe(1)
    expect((await tab(own)).session.heldBack).toBe(1)
  })

  it('comes whole in the place of another of its id, in each tab', async () => {
    const own = withWorkshop()
    const [one, other] = [await tab(own), await tab(own)]
    await paste(one.session, code(1), code(2))
    const before = one.session.kept
    await paste(one.session, code(3))
    if (!before) throw new Error('It is not there')
    const fromFile = readWorkshopFile(writeWorkshopFile({ ...before, closed: true }))
    if (!fromFile.ok) throw new Error('It cannot be read')
    await one.repository.change(ID, () => fromFile.kept)
    await expect.poll(() => [other.session.counts.all, other.session.kept?.closed]).toEqual([2, true])
  })

  it('can be read but for a response that is damaged, and says so', async () => {
    const own = withWorkshop()
    const { session } = await tab(own)
    await paste(session, code(1), code(2), code(3))
    const parts = own.state.kept.get(ID)?.parts
    const [first, second] = parts?.keys() ?? []
    parts?.set(first ?? '', '{"id":')
    parts?.set(second ?? '', (parts.get(second ?? '') ?? '').replace('"level":2', '"level":7'))
    const next = await tab(own)
    expect([next.session.counts.all, next.session.damaged]).toEqual([1, 2])
    await paste(next.session, code(4))
    expect([next.session.counts.all, next.session.damaged, parts?.get(first ?? '')]).toEqual([2, 2, '{"id":'])
  })

  it('cannot be read where a view holds what is damaged, and is offered whole', async () => {
    const own = withWorkshop()
    const { session } = await tab(own)
    await paste(session, ...[1, 2, 3, 4, 5].map((participant) => code(participant)))
    await session.close()
    const parts = own.state.kept.get(ID)?.parts
    const [first] = parts?.keys() ?? []
    parts?.set(first ?? '', 'damaged beyond reading')
    const { repository } = await tab(own)
    expect(repository.all).toEqual([])
    expect(repository.unreadable[0]?.text).toContain('damaged beyond reading')
  })
})

describe('a desk', () => {
  it('counts by level, and each participant once', async () => {
    const { session } = await tab(withWorkshop())
    await paste(session, code(1), code(2), code(4), code(4))
    expect(session.counts).toMatchObject({ all: 3, levels: [0, 2, 1], noLevel: 0 })
    const again = await paste(session, code(4, 2), code(1))
    expect(again?.outcomes.map((outcome) => session.standing(outcome))).toEqual(['counts', 'known'])
    expect(session.counts.all).toBe(3)
  })

  it('takes out what was taken in by mistake, and lets it come again once that is said', async () => {
    const { session } = await tab(withWorkshop())
    const batch = await paste(session, code(1))
    const [outcome] = batch?.outcomes ?? []
    if (outcome?.outcome !== 'taken') throw new Error('It was not taken')
    await session.remove(outcome.entry)
    expect([session.counts.all, session.standing(outcome)]).toEqual([0, 'counted-no-longer'])
    const again = await paste(session, code(1))
    const [back] = again?.outcomes ?? []
    if (back?.outcome !== 'taken-out') throw new Error('It came back unasked')
    expect([session.counts.all, session.standing(back)]).toEqual([0, 'can-count'])
    await session.letBack(back.spare)
    expect([session.counts.all, session.standing(back)]).toEqual([1, 'counts'])
  })

  it('takes out answers that an earlier visit took in, in every tab, on the device and after closing', async () => {
    const own = withWorkshop()
    await paste((await tab(own)).session, ...[1, 2, 3, 4].map((participant) => code(participant)))
    const [one, other] = [await tab(own), await tab(own)]
    await one.session.close()
    const found = one.session.find(code(2))
    if (found.found !== 'response') throw new Error(found.found)
    await one.session.remove(found.entry.id)
    await expect.poll(() => other.session.counts.all).toBe(3)
    const parts = [...(own.state.kept.get(ID)?.parts.keys() ?? [])]
    expect([parts.length, parts.includes(`entry/${found.entry.id}`)]).toEqual([3, false])
    const next = await tab(own)
    expect(next.session.find(code(2))).toEqual({ found: 'taken-out' })
    await next.session.reopen()
    expect((await paste(next.session, code(2)))?.outcomes).toMatchObject([{ outcome: 'taken-out' }])
  })

  it('counts the same plain code once, and again where it is told to', async () => {
    const { session } = await tab(withWorkshop())
    await paste(session, plain)
    const batch = await paste(session, plain)
    const [outcome] = batch?.outcomes ?? []
    if (outcome?.outcome !== 'same-again') throw new Error('It was not the same again')
    expect([session.counts.all, session.counts.plainCodes, session.standing(outcome)]).toEqual([1, 1, 'can-count'])
    await session.countAgain(outcome.spare)
    await session.countAgain(outcome.spare)
    expect([session.counts.all, session.standing(outcome)]).toEqual([2, 'counts'])
  })

  it('lists the latest first, with everything that was not taken in', async () => {
    const { session } = await tab(withWorkshop())
    await paste(session, 'nothing at all')
    await paste(session, code(1).slice(0, -3))
    expect(session.batches.all.map(({ number, outcomes }) => [number, outcomes[0]?.outcome])).toEqual([
      [2, 'cut'],
      [1, 'nothing-found'],
    ])
  })

  it('closes with a snapshot of what is there, and takes in nothing until it is reopened', async () => {
    const { session } = await tab(withWorkshop())
    await paste(session, ...[1, 2, 3, 4, 5].map((participant) => code(participant)))
    await session.close()
    const ids = session.kept?.collected.entries.map(({ id }) => id)
    expect(session.kept).toMatchObject({
      closed: true,
      snapshots: [{ number: 1, takenOn: '2026-11-23', entries: ids }],
    })
    expect(session.current?.number).toBe(1)
    expect(await paste(session, code(6))).toBeNull()
    await session.reopen()
    await paste(session, code(6))
    await session.close()
    expect([session.kept?.snapshots.length, session.current, session.verdict?.ok]).toEqual([1, null, false])
  })

  it('takes a view in an order that says nothing', async () => {
    let number = 1000
    const { repository } = await tab(withWorkshop())
    const session = new WorkshopSession(ID, repository, { ...tools, drawNumber: () => --number })
    await paste(session, ...[1, 2, 3, 4, 5].map((participant) => code(participant)))
    await session.close()
    const [view] = session.kept?.snapshots ?? []
    expect(view?.entries).toEqual(session.kept?.collected.entries.map(({ id }) => id).toReversed())
  })

  it('closes without a snapshot where too few are there', async () => {
    const { session } = await tab(withWorkshop())
    await paste(session, code(1))
    await session.close()
    expect([session.kept?.closed, session.kept?.snapshots]).toEqual([true, []])
  })

  it('holds its terms once somebody has answered under them', async () => {
    const { session } = await tab(withWorkshop())
    expect(session.isFixed).toBe(false)
    await paste(session, code(1))
    expect(session.isFixed).toBe(true)
  })
})

describe('what comes by itself', () => {
  async function connected(own = withWorkshop()) {
    const { session, repository } = await tab(own)
    const relay = new ScriptedCollection()
    const stop = session.connect(relay)
    own.state.written.length = 0
    return { own, session, repository, relay, stop }
  }
  const codes = (amount: number) => Array.from({ length: amount }, (_, participant) => code(participant))

  it('is one batch and one write where 200 arrive at once, with a receipt for each', async () => {
    const { own, session, relay } = await connected()
    const receipts = await relay.handOver(codes(200))
    expect(receipts.every((receipt) => receipt.kept && receipt.outcomes[0]?.outcome === 'taken')).toBe(true)
    expect([own.state.written, session.counts.all, session.batches.all.length]).toEqual([[200], 200, 1])
    expect(session.batches.all[0]?.source).toEqual({ from: 'relay', first: 1, last: 200 })
    expect(session.batches.all[0]?.outcomes.map(({ line }) => line)).toEqual(receipts.map((_receipt, at) => at + 1))
  })

  it('goes on counting from batch to batch, and says which text was refused', async () => {
    const { session, relay } = await connected()
    await relay.handOver([code(1)])
    const receipts = await relay.handOver([code(1), 'nothing', code(2).slice(0, -3)])
    expect(session.batches.all[0]).toMatchObject({ source: { from: 'relay', first: 2, last: 4 } })
    expect(session.batches.all[0]?.outcomes.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'already-there'],
      [3, 'nothing-found'],
      [4, 'cut'],
    ])
    expect(receipts.every(({ kept: isKept }) => isKept)).toBe(true)
  })

  it('has no receipt where the device did not keep it, and has one when it comes again', async () => {
    const { own, session, relay } = await connected()
    own.state.failure = 'full'
    expect(await relay.handOver([code(1)])).toEqual([{ kept: false }])
    expect(session.counts.all).toBe(1)
    own.state.failure = null
    expect(await relay.handOver([code(1)])).toMatchObject([{ kept: true, outcomes: [{ outcome: 'already-there' }] }])
    expect((await tab(own)).session.counts.all).toBe(1)
  })

  it('after closing is said and not taken in, also where another tab has closed', async () => {
    const { own, session, relay } = await connected()
    await (await tab(own)).session.close()
    const receipts = await relay.handOver([code(1), code(2)])
    expect(receipts).toMatchObject([1, 2].map(() => ({ kept: true, outcomes: [{ outcome: 'closed' }] })))
    expect([session.counts.all, session.late, session.batches.all.length]).toEqual([0, 2, 1])
    expect(tools.live.said).toContain('2 responses came after closing')
    await session.reopen()
    await relay.handOver([code(1)])
    expect(session.counts.all).toBe(1)
  })

  it('is said to be in after closing, too, where it was before', async () => {
    const { session, relay } = await connected()
    await relay.handOver([code(1)])
    await session.close()
    expect(await relay.handOver([code(1)])).toMatchObject([{ kept: true, outcomes: [{ outcome: 'already-there' }] }])
    expect(await relay.handOver([code(1, 2)])).toMatchObject([{ kept: true, outcomes: [{ outcome: 'closed' }] }])
    expect([session.counts.all, session.late]).toEqual([1, 1])
  })

  it('is not listed in the order in which it came, and not at all where all is as usual', async () => {
    const { session, relay } = await connected()
    await relay.handOver(codes(3))
    expect(session.batches.listed).toEqual([])
    await relay.handOver([code(7), 'nothing'])
    expect(session.batches.listed).toEqual([])
    const strange = encodeHandOverCode(layout, {
      workshop: ID,
      participant: 9,
      revision: 1,
      pace: 'usual',
      level: 0,
      completedOn: '2026-11-22',
      answers: { one: 1, two: 2 },
      promises: '0'.repeat(10),
    })
    await relay.handOver([code(8), strange])
    expect(session.batches.listed.map(({ outcomes }) => outcomes.map(({ outcome }) => outcome))).toEqual([
      ['taken', 'other-promises'],
    ])
  })

  it('is told when somebody whose answers it brought is taken out', async () => {
    const { session, relay } = await connected()
    await relay.handOver([code(1)])
    const [entry] = session.kept!.collected.entries
    await session.remove(entry!.id)
    expect(relay.retracted).toEqual([entry!.id])
  })

  it('is taken in still where it was handed over before the source was stopped', async () => {
    const { session, relay, stop } = await connected()
    const receipts = relay.handOver([code(1)])
    stop()
    expect([await receipts, relay.status]).toMatchObject([[{ kept: true }], { state: 'idle' }])
    expect(session.counts.all).toBe(1)
  })

  it('has no receipt where the workshop was removed', async () => {
    const { repository, relay } = await connected()
    await repository.remove(ID, () => 7)
    expect(await relay.handOver([code(1)])).toEqual([{ kept: false }])
  })

  it('shows how its source stands, in whatever order that changes', async () => {
    const { session } = await connected()
    const relay = new ScriptedCollection()
    const own = new WorkshopSession(ID, (await tab(withWorkshop())).repository, { ...tools, sources: [() => relay] })
    const stop = own.sources.connect()
    const screen = render(Sources, { session: own })
    const said = () => screen.getByRole('status').element().textContent
    for (const [status, words] of [
      [{ state: 'live' }, 'connected'],
      [{ state: 'reconnecting' }, 'reconnecting …'],
      [{ state: 'failed', failure: 'unreachable' }, 'the relay cannot be reached.'],
      [{ state: 'failed', failure: 'full' }, 'the relay takes in no further workshop for now'],
      [{ state: 'connecting' }, 'connecting …'],
    ] as const) {
      relay.become(status)
      await expect.poll(said).toContain(`Live room: ${words}`)
    }
    await relay.handOver([code(1)])
    expect([own.counts.all, session.counts.all]).toEqual([1, 0])
    stop()
    expect(relay.status).toEqual({ state: 'idle' })
  })

  it('leaves for other consoles what was shown and taken out, and again after a break in which a relay may have lost it', async () => {
    const relay = new ScriptedCollection()
    const own = new WorkshopSession(ID, (await tab(withWorkshop())).repository, { ...tools, sources: [() => relay] })
    const stop = own.sources.connect()
    const end = $effect.root(() => {
      $effect(() => own.sources.share())
    })
    relay.become({ state: 'live' })
    await relay.handOver([code(1)])
    await own.remove(own.kept!.collected.entries[0]!.id)
    await expect.poll(() => relay.ledgers.length).toBe(1)
    relay.become({ state: 'reconnecting' })
    await tick()
    relay.become({ state: 'live' })
    await expect.poll(() => relay.ledgers.length).toBe(2)
    expect(relay.ledgers[1]).toBe(relay.ledgers[0])
    end()
    stop()
  })
})

describe('a set-up', () => {
  const draft = (keep: (text: unknown) => void = () => undefined) => new WorkshopDraft(draftFieldsOf(kept()), keep)
  const labels = ({ fields }: WorkshopDraft) => fields.levels.map(({ label }) => label)

  it('has no problem as it comes, and gives the workshop back', () => {
    expect(draft().problems).toEqual([])
    expect(draft().toKept(ID, { id: 'sample', version: '1.0.0', parts: {} }, null)).toEqual(kept())
  })

  it('corrects nobody before a field is left', () => {
    const own = draft()
    own.set({ name: ' \u200b ' })
    expect(own.problemOf('name')).toBeNull()
    own.leave('name')
    expect(own.problemOf('name')).toBeNull()
    own.arrive()
    expect(own.problemOf('name')).toEqual({ field: 'name', code: 'empty' })
  })

  it.each([
    ['a smallest group below five', { smallestGroup: '4' }, 'smallest-group'],
    ['a smallest group that is no number', { smallestGroup: 'five' }, 'smallest-group'],
    ['no name', { name: '' }, 'name'],
  ])('refuses %s', (_name, change, field) => {
    const own = draft()
    own.set(change)
    expect(own.touchAll()?.field).toBe(field)
  })

  it('refuses levels without a name, of one name, and numbers that are none', () => {
    const own = draft()
    own.setLevel(0, { label: ' ' })
    own.setLevel(2, { label: 'HEADS', expected: '-3' })
    expect(own.problems.map(WorkshopDraft.fieldOf)).toEqual(['label-0', 'label-2', 'expected-2'])
  })

  it('refuses names of levels that only look apart', () => {
    const own = draft()
    own.setLevel(2, { label: 'Неаds' })
    expect(own.problems.map(WorkshopDraft.fieldOf)).toEqual(['label-2'])
  })

  it('adds, moves and removes levels, and keeps their fields together', () => {
    const own = draft()
    const added = own.addLevel()
    own.setLevel(added, { label: 'Suppliers' })
    own.moveLevel(added, -1)
    own.removeLevel(0)
    expect(labels(own)).toEqual(['Heads', 'Suppliers', 'Teams'])
  })

  it('proposes to merge what cannot be shown, and does it in one go', () => {
    const own = draft()
    expect(own.views?.levels).toEqual(['too-few', 'would-reveal-others', 'spread'])
    expect(own.proposedMerge).toBe(0)
    own.merge(0, (above, below) => `${above} and ${below}`)
    expect(own.fields.levels.map(({ label, expected }) => [label, expected])).toEqual([
      ['Board and Heads', '10'],
      ['Teams', '14'],
    ])
    expect([own.views?.levels, own.proposedMerge]).toEqual([['spread', 'spread'], null])
  })

  it('foresees nothing while a number in it is none', () => {
    const own = draft()
    own.setLevel(0, { expected: 'many' })
    expect([own.views, own.proposedMerge]).toEqual([null, null])
  })

  it('survives the tab, and is not taken for another workshop’s', () => {
    const texts = new Map<string, string>()
    const keeper = new DraftKeeper({
      read: (key) => ({ ok: true, value: texts.get(key) ?? null }),
      write: (key, value) => (texts.set(key, value), { ok: true, value: null }),
      remove: (key) => (texts.delete(key), { ok: true, value: null }),
      removeAll: () => ({ ok: true, value: null }),
      onChange: () => () => undefined,
    })
    const start = draftFieldsOf(kept())
    const own = new WorkshopDraft(start, (fields) => keeper.keep('new', fields))
    own.set({ name: 'Autumn offsite' })
    expect(keeper.read('new', start)).toEqual({ ...start, name: 'Autumn offsite' })
    expect(keeper.read(ID, start)).toBe(start)
    texts.set([...texts.keys()][0] ?? '', 'new {"levels":[1,{"label":7}],"name":{}}')
    expect(keeper.read('new', start)).toMatchObject({ name: '', levels: [{ label: '' }, { label: '' }] })
    keeper.drop()
    expect(keeper.read('new', start)).toBe(start)
  })

  it('changes the terms with whatever participants are told, and with nothing else', () => {
    const { workshop } = kept()
    expect(changesTerms(workshop, { ...workshop, name: 'x', client: 'y', language: 'fr' })).toBe(false)
    for (const change of [{ levels: ['A', 'B'] }, { smallestGroup: 6 }, { rawExport: true }])
      expect(changesTerms(workshop, { ...workshop, ...change })).toBe(true)
  })
})

describe('a scanner', () => {
  function scanning() {
    const state = { closed: [] as (string | null)[], see: (_text: string) => {}, end: () => {}, failing: false }
    const played: string[] = []
    const camera: Camera<HTMLVideoElement> = {
      open(_screen, id, onText, onEnd) {
        if (state.failing) return Promise.resolve({ ok: false, failure: 'refused' })
        state.see = onText
        state.end = onEnd
        const cameras = ['front', 'back'].map((one) => ({ id: one, label: one }))
        return Promise.resolve({ ok: true, id: id ?? 'back', cameras, close: () => state.closed.push(id) })
      },
    }
    const chime: Chime = { prepare: () => undefined, play: (sound) => played.push(sound) }
    const texts: string[] = []
    const screen = document.createElement('video')
    const scanner = new Scanner((onKnown) => cameraCollection(camera, screen, onKnown), chime)
    const { collection } = scanner
    collection.start({
      ready: Promise.resolve(),
      take(text) {
        texts.push(text)
        return Promise.resolve({ kept: true, outcomes: [] })
      },
    })
    return { state, played, texts, scanner, collection }
  }

  it('hands over each picture once, however long it is held up, and knows it again', async () => {
    const { scanner, state, texts, played } = scanning()
    await expect.poll(() => scanner.status.state).toBe('live')
    for (const text of ['A', 'A', 'A', 'B', 'B', 'A', 'A']) state.see(text)
    expect(texts).toEqual(['A', 'B'])
    expect([scanner.isRepeated, played]).toEqual([true, ['known']])
  })

  it('is silent where it is muted', async () => {
    const { scanner, played } = scanning()
    await expect.poll(() => scanner.status.state).toBe('live')
    scanner.sound('taken')
    scanner.mute(true)
    scanner.sound('taken')
    scanner.sound('damaged')
    expect(played).toEqual(['taken'])
  })

  it('lets go of a camera for another, and of the last when it stops', async () => {
    const { scanner, state, collection } = scanning()
    await expect.poll(() => scanner.status.state).toBe('live')
    await collection.choose('front')
    expect([state.closed, scanner.current]).toEqual([[null], 'front'])
    collection.stop()
    expect([state.closed, scanner.status.state]).toEqual([[null, 'front'], 'idle'])
  })

  it('lets go of a camera that opens after it was stopped', async () => {
    const { state, collection } = scanning()
    collection.stop()
    await expect.poll(() => state.closed).toEqual([null])
  })

  it('says why there is no camera, and tries again', async () => {
    const { scanner, state, collection } = scanning()
    state.failing = true
    await collection.choose(null)
    expect(scanner.status).toEqual({ state: 'failed', failure: 'refused' })
    state.failing = false
    await collection.choose(null)
    expect(scanner.status).toEqual({ state: 'live' })
    state.end()
    expect(scanner.status).toEqual({ state: 'failed', failure: 'ended' })
  })
})
