import { afterEach, describe, expect, it, vi } from 'vitest'
import { CollectedIndex } from '../../src/core/workshop/collected-index.ts'
import { inNoOrder, type CollectedEntry } from '../../src/core/workshop/collected.ts'
import { PIECE } from '../../src/core/workshop/piecework.ts'
import { writeWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { joinPieces } from '../../src/ui/console/join-pieces.ts'
import { takeOutAhead } from '../../src/ui/console/take-out-ahead.ts'
import { boundByKept } from '../../src/ui/console/unite-file.ts'

const KEY = 'a'.repeat(32)
const entryOf = (at: number): CollectedEntry => ({
  id: `e${at}`,
  participant: at,
  revision: 1,
  mark: null,
  via: 'code',
  completedOn: '2026-11-22',
  level: 1,
  pace: 'usual',
  answers: Object.fromEntries(Array.from({ length: 30 }, (_, item) => [`a-statement-with-a-name-${item}`, 3])),
})
const entries = inNoOrder(Array.from({ length: 3 * PIECE }, (_, at) => entryOf(at)))
/** A large workshop as it comes from a file: nobody has been looked up in it yet. */
const fromFile = (): KeptWorkshop => ({
  workshop: {
    id: 'K7Q2MX',
    name: 'Offsite',
    client: '',
    questionnaire: { id: 'execution-gaps', version: '1.0.0' },
    language: 'en',
    levels: ['Board', 'Heads', 'Teams'],
    smallestGroup: 5,
    rawExport: true,
  },
  expected: [3, 7, 14],
  collected: { entries, former: [] },
  snapshots: [],
  closed: false,
})
/** How often work on what people are known by has to be put off, once it is asked for. */
const leftToIndex = ({ collected }: KeptWorkshop) => [...CollectedIndex.preparing(collected)].length

afterEach(() => vi.restoreAllMocks())

describe('a large workshop', () => {
  it('that comes from a file is ready for its first response', async () => {
    expect(leftToIndex(fromFile())).toBeGreaterThan(1)
    const bound = await boundByKept(fromFile(), [], () => KEY)
    expect(leftToIndex(bound)).toBe(0)
  })

  it('lets the page go on while one person is looked for to be taken out', async () => {
    const pauses = vi.spyOn(globalThis, 'setTimeout')
    await takeOutAhead({ ...fromFile(), collected: { entries: entries.slice(0, 5), former: [] } }, 'e7', KEY)
    const few = pauses.mock.calls.length
    const kept = fromFile()
    const takeOut = await takeOutAhead(kept, 'e7', KEY)
    expect(pauses.mock.calls.length - few).toBeGreaterThan(few + 1)
    expect(takeOut(kept).collected.entries).toHaveLength(entries.length - 1)
    expect(takeOut(fromFile()).collected.entries).toHaveLength(entries.length - 1)
  })

  it('is written in short texts, with a pause for many of them', async () => {
    const texts = [...writeWorkshopFile(fromFile())]
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(100_000)
    let pauses = 0
    const blob = await joinPieces(texts, async () => void pauses++)
    expect(await blob.text()).toBe(texts.join(''))
    expect(pauses).toBeGreaterThan(blob.size / (512 * 1024))
    expect(pauses).toBeLessThan(texts.length / 2)
  })
})
