import { describe, expect, it } from 'vitest'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { closeCollection } from '../../src/core/room/close-collection.ts'
import { countCollected } from '../../src/core/workshop/count-collected.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import { countingEntries, crowdsOf, setCrowdsAside } from '../../src/core/workshop/crowds.ts'
import { entriesToShow } from '../../src/core/workshop/entries-to-show.ts'
import { vouchFor } from '../../src/core/workshop/people.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { takeArrivals } from '../../src/ui/console/take-arrivals.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { textsOf } from '../fixtures/workshop-device.ts'
import { gaps, handOverCode, workshop } from '../fixtures/workshop.ts'

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
const setting = { workshop, layouts: [gaps], asked: questionnaire, texts: [texts], places: {} }
const LIVE = { publicKey: 'fV6tjk5u-HBTeTq10mQgadTUaXTYj_b9_iTEfyjgFAY', relay: '' }

const EMPTY: KeptWorkshop = {
  workshop: { ...workshop, live: LIVE },
  expected: [4, 4, 4],
  collected: NOTHING_COLLECTED,
  snapshots: [],
  closed: false,
  identityKey: KEY,
  liveKey: 'oPgEWuUdOiUX9QYDiZip1AD_6hJUS24VnjG92NSrMDc',
}

let ids = 0
/** What arrives by itself at once. */
function arrive(kept: KeptWorkshop, codes: readonly string[]): KeptWorkshop {
  const rules = { key: KEY, mixing: null }
  const { collected } = takeArrivals(kept, codes, setting, () => `e${++ids}`, rules)
  return { ...kept, collected }
}

const people = (first: number, amount: number) => Array.from({ length: amount }, (_, at) => handOverCode(first + at))
const sizes = (kept: KeptWorkshop) => crowdsOf(kept).map((crowd) => crowd.people)
const counting = (kept: KeptWorkshop) =>
  countingEntries(kept)
    .map(({ participant }) => participant!)
    .toSorted((one, other) => one - other)

/** Twelve people one by one, and five hundred invented answers in bursts of twenty. */
const FLOODED = Array.from({ length: 25 }, (_, at) => people(1_000 + 20 * at, 20)).reduce(
  arrive,
  people(0, 12).reduce((before, one) => arrive(before, [one]), EMPTY),
)

const real = Array.from({ length: 12 }, (_, at) => at)

describe('crowds that arrived by themselves', () => {
  it('are of at least the smallest group, and some dozens of whatever comes', () => {
    const kept = FLOODED
    expect(sizes(kept).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(512)
    expect(Math.min(...sizes(kept))).toBeGreaterThanOrEqual(5)
    expect(sizes(kept).length).toBeLessThan(40)
    expect(crowdsOf(kept).map(({ first }) => first)[1]).toBe(1 + sizes(kept)[0]!)
  })

  it('are nobody’s where fewer than the smallest group came, or where answers came by hand', () => {
    expect(crowdsOf(arrive(EMPTY, people(0, 4)))).toEqual([])
    const { live: _room, ...byHand } = EMPTY.workshop
    expect(crowdsOf(arrive({ ...EMPTY, workshop: byHand }, people(0, 20)))).toEqual([])
  })

  it('do not count where they are set aside: in no count, view or check of how many were expected', () => {
    const kept = FLOODED
    expect(decideSnapshot(kept)).toMatchObject({ ok: false, why: 'more-than-expected' })
    const invented = crowdsOf(kept).filter(({ first }) => first > 10)
    const aside = setCrowdsAside(
      kept,
      invented.map(({ number }) => number),
      true,
    )
    expect(counting(aside)).toEqual(real.slice(0, 10))
    expect(countCollected(countingEntries(aside), 3).all).toBe(10)
    expect(entriesToShow(aside)).toHaveLength(10)
    expect(decideSnapshot(aside)).toMatchObject({ ok: true })
    expect(vouchFor(aside).vouched).toEqual([4, 3, 3])
    // Nobody else's answers change, and everybody is back where they are brought back.
    expect(aside.collected).toBe(kept.collected)
    const back = setCrowdsAside(aside, aside.setAside ?? [], false)
    expect(back).toEqual(kept)
  })

  it('are told apart from what comes later, and from what a person in one hands over again', () => {
    const kept = arrive(EMPTY, people(0, 6))
    const aside = setCrowdsAside(kept, [1], true)
    expect(counting(aside)).toEqual([])
    const later = arrive(aside, [handOverCode(2, { revision: 2 }), handOverCode(50)])
    expect(counting(later)).toEqual([2, 50])
    // What lies at the relay and is delivered again changes nothing.
    expect(counting(arrive(later, people(0, 2)))).toEqual([2, 50])
  })

  it('are forgotten with the first view, but for what is set aside, which can come back as a whole', () => {
    const kept = FLOODED
    const [one, other, ...more] = crowdsOf(kept).filter(({ first }) => first > 10)
    const aside = setCrowdsAside(
      kept,
      [one!, other!, ...more].map(({ number }) => number),
      true,
    )
    const closed = closeCollection(aside, '2026-11-22')
    expect(closed.snapshots).toHaveLength(1)
    expect(closed.snapshots[0]?.entries).toHaveLength(10)
    expect(countingEntries(closed).filter(({ crowd }) => crowd !== undefined)).toEqual([])
    expect(sizes(closed)).toEqual([502])
    const back = setCrowdsAside({ ...closed, closed: false }, [1], false)
    expect(counting(back)).toHaveLength(512)
    // From then on nobody is told apart by when they came.
    expect(crowdsOf(arrive(back, people(5_000, 20))).every(({ isAside }) => !isAside)).toBe(true)
    expect(arrive(closed, people(5_000, 20)).collected.entries.filter(({ crowd }) => crowd === 2)).toEqual([])
  })

  it('are kept, in the file of the workshop and on the device', () => {
    const kept = setCrowdsAside(FLOODED, [2], true)
    expect(kept.setAside).toEqual([2])
    const read = readWorkshopFile(writeWorkshopFile(kept))
    if (!read.ok) throw new Error(read.issue.code)
    expect(counting(read.kept)).toEqual(counting(kept))
    const { head, put } = writesBetween(null, kept)
    const stored = readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts: textsOf(put), gone: [] })
    if (!stored.ok) throw new Error('It cannot be read')
    expect(counting(stored.kept)).toEqual(counting(kept))
    expect(crowdsOf(stored.kept)).toEqual(crowdsOf(kept))
  })
})
