import { describe, expect, it } from 'vitest'
import { MOST_TAKEN_OUT } from '../../src/core/bounds/bounds.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { findResponse, keepOut, letBack, takeOut } from '../../src/core/workshop/taken-out.ts'
import { takeIn } from '../../src/core/workshop/take-in.ts'
import { sizeOfView } from '../../src/core/workshop/snapshot.ts'
import { readWorkshopFile, withFigures, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { textsOf } from '../fixtures/workshop-device.ts'
import { gaps, handOverCode, workshop } from '../fixtures/workshop.ts'

const setting = { workshop, layouts: [gaps], asked: questionnaire, texts: [texts], places: {} }
const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
const [one, two] = [gaps.items[0]!.id, gaps.items[1]!.id]
const plain = encodeResultCode(gaps, { vantage: 'senior', completedOn: '2026-11-20', answers: { [one]: 4 } })
const table = `Email,ResponseId,${one},${two}\nann@x.org,R1,1,2\nbo@x.org,R2,3,4`

/** A workshop as a tab has it, which can be loaded again from the device. */
function desk() {
  let ids = 0
  let kept: KeptWorkshop = {
    workshop,
    expected: [null, null, null],
    collected: NOTHING_COLLECTED,
    snapshots: [],
    closed: false,
    mixing: 'others',
    identityKey: KEY,
  }
  const rules = () => ({ key: KEY, mixing: 'others' as const, takenOut: new Set(kept.takenOut) })
  return {
    get kept() {
      return kept
    },
    take(text: string) {
      const taken = takeIn(kept.collected, text, setting, () => `e${++ids}`, rules())
      kept = { ...kept, collected: taken.collected }
      return taken.outcomes
    },
    find: (text: string) => findResponse(kept, text, setting, rules()),
    out(text: string) {
      const found = findResponse(kept, text, setting, rules())
      if (found.found !== 'response') throw new Error(found.found)
      kept = takeOut(kept, found.entry.id, KEY)
      return found.entry
    },
    back: (spare: Parameters<typeof letBack>[1]) => (kept = letBack(kept, spare)),
    view() {
      const entries = kept.collected.entries.map(({ id }) => id)
      const number = kept.snapshots.length + 1
      kept = { ...kept, snapshots: [...kept.snapshots, { number, takenOn: '2026-11-22', entries }] }
    },
    figures(text: string) {
      kept = withFigures(kept, { snapshot: kept.snapshots.length, text })
    },
    load() {
      const { head, put } = writesBetween(null, kept)
      const read = readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts: textsOf(put), gone: [] })
      if (!read.ok) throw new Error('It cannot be read')
      kept = read.kept
    },
  }
}
const fates = (outcomes: ReturnType<ReturnType<typeof desk>['take']>) => outcomes.map(({ outcome }) => outcome)

describe('the response to take out', () => {
  const own = desk()
  own.take(`${handOverCode(1)} ${handOverCode(2)} ${plain}`)
  own.take(table)
  own.load()

  it.each([
    ['a code', handOverCode(1)],
    ['a code in a link', `https://example.org/#c=${handOverCode(1)}`],
    ['an earlier code of the same participant', handOverCode(1, { answers: { [one]: 1 } })],
    ['a later one', handOverCode(1, { revision: 3 })],
  ])('is found by %s', (_what, text) => {
    expect(own.find(text)).toMatchObject({ found: 'response', entry: { participant: 1 } })
  })

  it.each([
    ['an address', ' Ann@X.org ', { one: 1 }],
    ['the number of the response', 'R2', { one: 3 }],
  ])('is found by %s in a table', (_what, text, { one: answer }) => {
    expect(own.find(text)).toMatchObject({ found: 'response', entry: { via: 'row', answers: { [one]: answer } } })
  })

  it('is found by a plain code', () => {
    expect(own.find(plain)).toMatchObject({ found: 'response', entry: { via: 'plain-code' } })
  })

  it.each([
    ['not in', handOverCode(9), 'not-in'],
    ['one of several', `${handOverCode(1)} ${handOverCode(2)}`, 'several'],
    ['not named', 'somebody', 'nothing'],
    ['not named by nothing', '', 'nothing'],
    ['of another workshop', handOverCode(1, { workshop: '000001' }), 'refused'],
    ['cut', handOverCode(1).slice(0, -4), 'refused'],
  ])('is not found where it is %s', (_what, text, found) => {
    const before = own.kept
    expect(own.find(text).found).toBe(found)
    expect(own.kept).toBe(before)
  })
})

describe('answers that were taken out', () => {
  it.each([
    ['a code', handOverCode(1)],
    ['a plain code', plain],
  ])('of %s are nowhere any more, and do not come back after a reload', (_what, text) => {
    const own = desk()
    own.take(`${handOverCode(5)} ${text}`)
    const { id } = own.out(text)
    expect(own.kept.collected.former).toEqual([])
    own.load()
    expect(writeWorkshopFile(own.kept)).not.toContain(`"${id}"`)
    expect(own.find(text)).toEqual({ found: 'taken-out' })
    expect(fates(own.take(`${text} ${handOverCode(5)}`))).toEqual(['taken-out', 'already-there'])
    expect(own.kept.collected.entries).toHaveLength(1)
  })

  it('are erased with the earlier ones that they replaced', () => {
    const own = desk()
    own.take(handOverCode(1))
    own.take(handOverCode(1, { revision: 2, answers: {} }))
    own.take(handOverCode(2))
    own.take(handOverCode(2, { revision: 2, answers: {} }))
    own.out(handOverCode(1))
    expect(own.kept.collected.former).toMatchObject([{ participant: 2 }])
    expect(fates(own.take(handOverCode(1, { revision: 3 })))).toEqual(['taken-out'])
  })

  it('of a table do not come back with the table, and everybody else does', () => {
    const own = desk()
    own.take(table)
    own.out('ann@x.org')
    own.load()
    const more = `${table}\ncy@x.org,R3,5,5`
    expect(fates(own.take(more))).toEqual(['taken-out', 'already-there', 'taken'])
    // Known by the number of the response, too, where the address is left away.
    expect(fates(own.take(`ResponseId,${one},${two}\nR1,1,2\nR2,3,4`))).toEqual(['taken-out', 'already-there'])
  })

  it('of a row without any identity do not come back with the table', () => {
    const own = desk()
    own.take(`${one},${two}\n1,2\n3,4`)
    const [first] = own.kept.collected.entries
    const kept = takeOut(own.kept, first!.id, KEY)
    const again = takeIn(kept.collected, `${one},${two}\n1,2\n3,4`, setting, () => 'new', {
      key: KEY,
      mixing: 'others',
      takenOut: new Set(kept.takenOut),
    })
    expect(fates(again.outcomes)).toEqual(['taken-out', 'same-again'])
  })

  it('count again once the facilitator says so, and are taken like any other from then on', () => {
    const own = desk()
    own.take(table)
    own.take(handOverCode(1))
    for (const text of [handOverCode(1), 'ann@x.org']) {
      own.out(text)
      own.load()
    }
    const [row] = own.take(table)
    const [code] = own.take(handOverCode(1))
    for (const outcome of [row, code]) {
      if (outcome?.outcome !== 'taken-out') throw new Error('It came back unasked')
      own.back(outcome.spare)
      own.back(outcome.spare)
    }
    own.load()
    expect([own.kept.collected.entries.length, own.kept.takenOut]).toEqual([3, []])
    expect(fates(own.take(table))).toEqual(['already-there', 'already-there'])
    expect(fates(own.take(handOverCode(1, { revision: 2 })))).toEqual(['replaced'])
  })

  it('come back once where two say so, whatever came in between', () => {
    const own = desk()
    own.take(handOverCode(1))
    own.out(handOverCode(1))
    const spares = [own.take(handOverCode(1)), own.take(handOverCode(1, { revision: 2 }))].map(([outcome]) => {
      if (outcome?.outcome !== 'taken-out') throw new Error('It came back unasked')
      return outcome.spare
    })
    for (const spare of spares) own.back(spare)
    expect(own.kept.collected.entries).toEqual([spares[0]])
  })

  it('leave a view that was shown with them, too: its figures stay, and a tombstone', () => {
    const own = desk()
    own.take([1, 2, 3, 4, 5].map((participant) => handOverCode(participant)).join(' '))
    own.view()
    const shown = own.kept.collected.entries[0]!
    own.take(handOverCode(shown.participant!, { revision: 2, answers: { [one]: 1 } }))
    own.figures('as they were shown')
    own.out(handOverCode(shown.participant!))
    own.load()
    const { collected, snapshots, figures } = own.kept
    expect([collected.entries.length, collected.former]).toEqual([4, []])
    const [view] = snapshots
    expect([view?.entries.length, view?.gone?.length, sizeOfView(view!)]).toEqual([4, 1, 5])
    expect(view?.entries).not.toContain(shown.id)
    expect(figures).toEqual([{ snapshot: 1, text: 'as they were shown' }])
    const text = writeWorkshopFile(own.kept)
    expect(text).not.toContain(`"participant":${shown.participant},`)
    expect(readWorkshopFile(text)).toEqual({ ok: true, kept: own.kept })
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 4 })
  })

  it('are said by their tombstones to nobody who lacks the code', () => {
    const own = desk()
    own.take(table)
    own.take(handOverCode(1))
    const gone = [own.out('ann@x.org'), own.out(handOverCode(1))]
    const text = writeWorkshopFile(own.kept)
    const known = gone.flatMap(({ person, record, participant }) => [
      ...(person ? [person.slice(person.indexOf(':') + 1)] : []),
      ...(record ? [record] : []),
      ...(participant === null ? [] : [`"participant":${participant},`]),
    ])
    expect(known).toHaveLength(3)
    for (const sealed of known) expect(text).not.toContain(sealed)
  })
})

describe('the file of a workshop of which something was taken out', () => {
  const own = desk()
  const unpromised = (participant: number) => handOverCode(participant, { promises: null })
  own.take(`${unpromised(1)} ${unpromised(2)}`)
  const before = own.kept
  own.out(unpromised(1))

  it('comes back with its tombstones, and earlier releases say that it is of a later one', () => {
    const text = writeWorkshopFile(own.kept)
    expect(readWorkshopFile(text)).toEqual({ ok: true, kept: own.kept })
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 2 })
    expect(JSON.parse(writeWorkshopFile(before))).toMatchObject({ formatVersion: 1 })
  })

  it('does not bring them back from before, and keeps what was taken out on either side', () => {
    const here = desk()
    here.take(`${handOverCode(1)} ${handOverCode(2)} ${handOverCode(3)}`)
    here.take(table)
    const file = desk()
    file.take(`${handOverCode(1)} ${handOverCode(2)} ${handOverCode(3)}`)
    file.take(table)
    for (const text of [handOverCode(1), 'ann@x.org']) here.out(text)
    file.out(handOverCode(2))
    const united = keepOut(here.kept, file.kept)
    expect(united.collected.entries.map(({ participant, via }) => participant ?? via)).toEqual([3, 'row'])
    expect(new Set(united.takenOut)).toEqual(new Set([...here.kept.takenOut!, ...file.kept.takenOut!]))
    expect(united.collected.former).toEqual([])
    expect(keepOut(before, file.kept)).toBe(file.kept)
  })

  it.each([
    ['none', undefined],
    ['another', `${KEY.slice(1)}0`],
  ])('does not bring back a code where its key is %s', (_what, identityKey) => {
    const { identityKey: _key, ...rest } = before
    const file = identityKey === undefined ? rest : { ...rest, identityKey }
    const united = keepOut(own.kept, file)
    expect(united.collected.entries).toMatchObject([{ participant: 2 }])
    const again = takeIn(united.collected, handOverCode(1), setting, () => 'new', {
      key: united.identityKey!,
      mixing: 'others',
      takenOut: new Set(united.takenOut),
    })
    expect(fates(again.outcomes)).toEqual(['taken-out'])
  })

  it('forgets the oldest beyond the most', () => {
    const many = Array.from({ length: MOST_TAKEN_OUT }, (_, at) => at.toString(16).padStart(32, '0'))
    const kept = takeOut({ ...own.kept, takenOut: many }, own.kept.collected.entries[0]!.id, KEY)
    expect([kept.takenOut?.length, kept.takenOut?.[0]]).toEqual([MOST_TAKEN_OUT, many[1]])
    expect(readWorkshopFile(writeWorkshopFile(kept)).ok).toBe(true)
  })
})
