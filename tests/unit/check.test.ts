import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkView, type CheckView } from '../../src/core/check/check-view.ts'
import { collectingBeside, decideCheck, shownBeside, waitsUntil } from '../../src/core/check/next-check.ts'
import { changeBetween, thenNow } from '../../src/core/check/then-now.ts'
import { meanPoints } from '../../src/core/guess/guess-points.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import type { Answer, Answers } from '../../src/core/response/response.ts'
import { closeCollection } from '../../src/core/room/close-collection.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { summariseValues } from '../../src/core/statistics/summarise-values.ts'
import { ledgerOf } from '../../src/core/workshop/ledger.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { levelOfVantage, vantageOfLevel, type CollectSetting } from '../../src/core/workshop/setting.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { judgeTable, takeIn } from '../../src/core/workshop/take-in.ts'
import { readWorkshopFile } from '../../src/core/workshop/workshop-file.ts'
import type { Workshop } from '../../src/core/workshop/workshop.ts'
import { askedCode, check, closeAnswers, keptCheck, leader, leaderCode } from '../fixtures/checks.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { gaps, handOverCode } from '../fixtures/workshop.ts'

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'

const viewOf = (people: readonly Answers[], own = leader): CheckView => {
  const entries = entriesOf(people.map((answers) => ({ level: 0, answers })))
  return checkView(questionnaire, summariseRoom({ questionnaire }, check, entries, [snapshotOf(1, entries)]), own)
}

const group = (amount: number, change: Answers = {}): Answers[] =>
  Array.from({ length: amount }, (_, person) => ({ ...closeAnswers(person), ...change }))

/** People who answer by chance around the middle of the scale. */
const anybody = (amount: number, seed: number): Answers[] => {
  const next = numbersFrom(seed)
  return Array.from({ length: amount }, () =>
    Object.fromEntries(gaps.items.map(({ id }): [string, Answer] => [id, 1 + Math.floor(next() * 5)])),
  )
}

const setting: CollectSetting = {
  workshop: check,
  layouts: [gaps],
  asked: questionnaire,
  texts: [],
  places: { vantages: {}, vantageQuestions: [] } as unknown as CollectSetting['places'],
}

describe('a check in its file', () => {
  const kept = keptCheck({ closed: true })

  it('reads back with the leader, and is of a format of its own', () => {
    const text = writeWorkshopFile(kept)
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 7, leader: { code: leaderCode } })
    expect(readWorkshopFile(text)).toEqual({ ok: true, kept })
  })

  it('is kept on the device in parts, and reads back', () => {
    const { head } = writesBetween(null, kept)
    const news = { stamp: { edition: 'e', change: 1 }, head, parts: new Map<string, string>(), gone: [] }
    expect(readStored(null, news)).toMatchObject({ ok: true, kept })
    const without = head.replace(/,"leader":\{[^}]*\}(?=\})/, '')
    expect(without).not.toBe(head)
    expect(readStored(null, { ...news, head: without })).toEqual({ ok: false })
  })

  it.each<[string, (file: Record<string, unknown>) => void, string]>([
    ['without the leader', (file) => delete file['leader'], 'leader'],
    ['that says it is a workshop', (file) => delete (file['workshop'] as Record<string, unknown>)['check'], 'workshop'],
    ['with two levels', (file) => Object.assign(file['workshop'] as object, { levels: ['A', 'B'] }), 'workshop'],
    ['with a table of answers', (file) => Object.assign(file['workshop'] as object, { rawExport: true }), 'workshop'],
  ])('is refused %s', (_with, change, path) => {
    const file = JSON.parse(writeWorkshopFile(kept)) as Record<string, unknown>
    change(file)
    expect(readWorkshopFile(JSON.stringify(file))).toEqual({ ok: false, issue: { code: 'shape', path } })
  })

  it('is refused with answers that were given to a room, or to another leader', () => {
    const [entry] = entriesOf([{ level: 0, answers: closeAnswers(1) }])
    for (const terms of [{ check: undefined }, { check: { leader: 'Bo Dahl', keeper: 'Kim Lund' } }]) {
      const { check: _own, ...plain } = { ...check, ...terms }
      const promises = promisesOf((terms.check ? { ...check, ...terms } : plain) as Workshop)
      const file = writeWorkshopFile(keptCheck({ collected: { entries: [{ ...entry!, promises }], former: [] } }))
      expect(readWorkshopFile(file)).toEqual({ ok: false, issue: { code: 'promises', path: 'entries.0' } })
    }
  })

  it('promises something else than any room with levels of these names', () => {
    const room = { ...check, levels: ['check', 'Anna Berg', 'Kim Lund', 'Close to the work'] }
    const { check: _own, ...plain } = room
    expect(promisesOf(plain)).not.toBe(promisesOf(check))
    expect(promisesOf({ ...check, check: { leader: 'Anna Berg', keeper: '' } })).not.toBe(promisesOf(check))
  })
})

describe('a check takes in', () => {
  let number = 0
  const outcomesOf = (text: string) =>
    takeIn({ entries: [], former: [] }, text, setting, () => `e${++number}`, { key: KEY, mixing: null }).outcomes

  it('what those who were asked hand over, each once', () => {
    const codes = [1, 2, 3, 3].map((person) => askedCode(person))
    expect(outcomesOf(codes.join('\n')).map(({ outcome }) => outcome)).toEqual([
      'taken',
      'taken',
      'taken',
      'already-there',
    ])
  })

  it('nothing that may be the leader’s, or was given to anything else', () => {
    expect(outcomesOf(leaderCode)).toMatchObject([{ outcome: 'other-promises' }])
    expect(outcomesOf(handOverCode(1))).toMatchObject([{ outcome: 'other-workshop' }])
    const earlier = handOverCode(1, { workshop: check.id, level: 0, promises: null })
    expect(outcomesOf(earlier)).toMatchObject([{ outcome: 'other-promises' }])
    const without = handOverCode(1, { workshop: check.id, level: null, promises: promisesOf(check) })
    expect(outcomesOf(without)).toMatchObject([{ outcome: 'other-levels' }])
  })

  it('no table, whatever is in it', () => {
    const table = `vantage,${gaps.items.map(({ id }) => id).join()}\nclose,${gaps.items.map(() => 3).join()}`
    expect(outcomesOf(table)).toMatchObject([{ outcome: 'nothing-found' }])
    const read = { ok: true, rows: [], ignored: [], missing: [] } as unknown as Parameters<typeof judgeTable>[0]
    expect(judgeTable(read, setting, { key: KEY, mixing: null })).toMatchObject({ ok: false, isTable: false })
  })

  it('its one level as close to the work', () => {
    expect(vantageOfLevel(0, 1)).toBe('close')
    expect(levelOfVantage('close', 1)).toEqual({ level: 0, levelLost: false })
    for (const vantage of ['senior', 'middle'] as const)
      expect(levelOfVantage(vantage, 1)).toEqual({ level: null, levelLost: true })
  })
})

describe('what a check shows', () => {
  it('is nothing below five', () => {
    const view = viewOf(group(4))
    expect(view.showing).toEqual({ shown: false, why: 'too-few' })
    expect(
      view.concepts.every(({ own, guessed, group: { shown } }) => !shown && own === null && guessed === null),
    ).toBe(true)
    expect(view.items.every((item) => !item.group.shown && item.ownBeside === null && item.guessBeside === null)).toBe(
      true,
    )
  })

  it('below ten: means in steps of five, the guessed statements alone, and no interval of one', () => {
    const view = viewOf(group(6))
    expect(view.concepts.every(({ group: { shown } }) => shown)).toBe(true)
    const means = [1, 2, 3, 4].flatMap((seed) =>
      viewOf(anybody(6, seed)).concepts.flatMap(({ group: shown }) =>
        shown.shown && shown.mean.is === 'points' ? [shown.mean.points] : [],
      ),
    )
    expect(means.length).toBeGreaterThan(8)
    expect(means.filter((points) => points % 5 !== 0)).toEqual([])
    expect(view.items.map(({ item }) => item)).toEqual(
      questionnaire.items.map(({ id }) => id).filter((id) => questionnaire.guess!.items.includes(id)),
    )
    for (const { group: shown, ownBeside } of view.items) {
      expect(shown).toMatchObject({ shown: true, is: 'mean', n: 6, interval: null })
      expect(ownBeside).toMatchObject({ side: null, away: null })
    }
    expect(view.concepts.some(({ own }) => own?.side === 'below')).toBe(true)
  })

  it('from ten on: every statement, with the interval of its distribution', () => {
    const view = viewOf(group(14))
    expect(view.items).toHaveLength(24)
    const entries = group(14)
    for (const { item, group: shown } of view.items) {
      if (!shown.shown || shown.is !== 'mean' || !shown.interval) continue
      const exact = summariseValues(entries.map((answers) => 25 * (Number(answers[item]) - 1)))
      expect(shown.interval.low).toBeLessThanOrEqual(exact.interval!.low)
      expect(shown.interval.high).toBeGreaterThanOrEqual(exact.interval!.high)
      expect(exact.interval!.low - shown.interval.low).toBeLessThan(1)
    }
    expect(view.items.filter(({ ownBeside }) => ownBeside?.side === 'below').length).toBeGreaterThan(12)
  })

  it('is never judged by anything finer than what is printed', () => {
    for (const seed of [1, 2, 3, 4, 5, 6])
      for (const amount of [6, 14, 30]) {
        const { concepts, items } = viewOf(anybody(amount, seed))
        const all = [
          ...concepts.map(({ own, group: shown }) => ({ one: own, shown })),
          ...concepts.map(({ guessed }) => ({ one: guessed?.guess ?? null, shown: guessed?.group ?? null })),
          ...items.flatMap(({ ownBeside, guessBeside, group: shown }) => [
            { one: ownBeside, shown },
            { one: guessBeside, shown },
          ]),
        ]
        for (const { one, shown } of all) {
          if (!one) continue
          const interval = shown && 'interval' in shown ? shown.interval : null
          expect(Number.isInteger(one.points)).toBe(true)
          expect(one.side).toBe(
            interval === null
              ? null
              : one.points < interval.low
                ? 'below'
                : one.points > interval.high
                  ? 'above'
                  : 'within',
          )
          if (one.side === null) expect(one.away).toBeNull()
        }
      }
  })

  it('says nothing of a guess that was not known, and goes on with the other of its concept', () => {
    const view = viewOf(group(14))
    const [unknown] = view.guessedItems.filter(({ guess }) => guess === 'cant-tell')
    expect(unknown).toMatchObject({ guessBeside: null })
    expect(view.concepts.find(({ concept }) => concept === unknown!.concept)?.guessed?.guess.points).toBe(25)
    const none = viewOf(group(14), { ...leader, guesses: {} })
    expect(none.concepts.every(({ guessed }) => guessed === null)).toBe(true)
  })

  it('turns reversed statements round where several are put together, and leaves each as it was answered', () => {
    const reversed = questionnaire.items.filter(isConceptItem).find((item) => item.reversed)!
    const asked = { ...questionnaire, guess: { of: 'close' as const, items: [reversed.id] } }
    const entries = entriesOf(anybody(14, 7).map((answers) => ({ level: 0, answers })))
    const room = summariseRoom({ questionnaire: asked }, check, entries, [snapshotOf(1, entries)])
    const view = checkView(asked, room, { answers: {}, guesses: { [reversed.id]: 1 } })
    const { guessed } = view.concepts.find(({ concept }) => concept === reversed.concept)!
    const [item] = view.guessedItems
    expect(item).toMatchObject({ guessBeside: { points: 0 }, reversed: true })
    expect(guessed!.guess.points).toBe(100)
    const { mean } = item!.group as { mean: { points: number } }
    expect(guessed!.group.mean).toEqual({ is: 'points', points: 100 - mean.points })
  })

  // The reference's interval rests on each person's mean; what is printed is put together from released figures.
  it('is never surer of several statements than the people’s own means are', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 10, max: 40 }), (seed, amount) => {
        const people = anybody(amount, seed)
        for (const { concept, guessed } of viewOf(people, {
          ...leader,
          guesses: { ...leader.guesses, 'raising-problems-called-waste': 4 },
        }).concepts) {
          if (!guessed?.group.interval) continue
          const items = questionnaire.items
            .filter(isConceptItem)
            .filter((item) => item.concept === concept && questionnaire.guess!.items.includes(item.id))
          const { interval } = summariseValues(people.map((answers) => meanPoints(questionnaire, answers, items)))
          expect(guessed.group.interval.low).toBeLessThanOrEqual(interval!.low + 1e-9)
          expect(guessed.group.interval.high).toBeGreaterThanOrEqual(interval!.high - 1e-9)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the leader, who is in none of the group’s figures', () => {
    const people = group(14)
    const [one, other] = [viewOf(people), viewOf(people, { ...leader, answers: people[0]!, guesses: people[1]! })]
    const ofGroup = ({ items, concepts, people: size }: CheckView) => [
      size,
      items.map((item) => item.group),
      concepts.map((concept) => concept.group),
    ]
    expect(ofGroup(one)).toEqual(ofGroup(other))
    expect(one.people).toBe(14)
  })
})

describe('two checks of one leader', () => {
  const shownOn = (takenOn: string, terms: Partial<Workshop> = {}) => {
    const entries = entriesOf(group(6).map((answers) => ({ level: 0, answers })))
    return {
      ...keptCheck({ collected: { entries, former: [] }, closed: true }, terms),
      snapshots: [{ ...snapshotOf(1, entries), takenOn }],
    }
  }
  const next = { ...check, id: '0THER1' }

  it('lie 28 days apart in what they show, whoever keeps them', () => {
    const all = [shownOn('2026-11-23')]
    expect(waitsUntil(next, all, '2026-11-30')).toBe('2026-12-21')
    expect(waitsUntil({ ...next, check: { leader: 'ANNA BERG', keeper: '' } }, all, '2026-12-20')).toBe('2026-12-21')
    expect(waitsUntil(next, all, '2026-12-21')).toBeNull()
    expect(waitsUntil(next, [keptCheck()], '2026-11-30')).toBeNull()
    expect(waitsUntil(next, [shownOn('2026-11-23', { id: '000001' })], '2026-11-30')).toBeNull()
  })

  it('do not wait for another leader, another questionnaire, a room, or for their own views', () => {
    const all = [shownOn('2026-11-23')]
    expect(waitsUntil({ ...next, check: { leader: 'Bo Dahl', keeper: '' } }, all, '2026-11-30')).toBeNull()
    expect(
      waitsUntil({ ...next, questionnaire: { ...next.questionnaire, id: 'silence' } }, all, '2026-11-30'),
    ).toBeNull()
    expect(waitsUntil(check, all, '2026-11-30')).toBeNull()
    const { check: _check, ...room } = { ...next }
    expect(waitsUntil(room, all, '2026-11-30')).toBeNull()
  })

  it('are known as one leader’s when the first was deleted, of which no name is left', () => {
    const ledger = ledgerOf(shownOn('2026-11-23'), KEY)!
    expect(JSON.stringify(ledger)).not.toMatch(/Anna|Berg|Kim|Lund/)
    expect(readWorkshopFile(writeWorkshopFile({ ...ledger }))).toMatchObject({ ok: true })
    expect(waitsUntil(next, [ledger], '2026-11-30')).toBe('2026-12-21')
    expect(waitsUntil({ ...next, check: { leader: 'Bo Dahl', keeper: '' } }, [ledger], '2026-11-30')).toBeNull()
  })

  it('are one leader’s on the leader’s own device, under whatever name, and after one was deleted', () => {
    const own = (name: string) => ({ check: { leader: name, keeper: '' } })
    const first = shownOn('2026-11-23', own('Anna Berg'))
    for (const name of ['Anna', 'A. Berg', 'Anna Berg-Lund', 'Bo Dahl']) {
      const second = keptCheck({ closed: true }, { id: '0THER1', ...own(name) })
      const soon = { ok: false, why: 'too-soon', until: '2026-12-21' }
      expect(decideCheck(second, [first, second], '2026-11-24')).toEqual(soon)
      expect(decideCheck(second, [ledgerOf(first, KEY)!, second], '2026-11-24')).toEqual(soon)
      expect(waitsUntil({ ...next, ...own(name) }, [shownOn('2026-11-23')], '2026-11-24')).toBeNull()
    }
  })

  it('are one leader’s with the same answers, under whatever name', () => {
    const second = keptCheck({ closed: true }, { id: '0THER1', check: { leader: 'Bo Dahl', keeper: 'Kim Lund' } })
    const all = [shownOn('2026-11-23'), second]
    expect(decideCheck(second, all, '2026-11-24')).toMatchObject({ ok: false, why: 'too-soon' })
    const others = { ...second, leader: { code: leaderCode.toLowerCase() } }
    expect(decideCheck(others, all, '2026-11-24')).not.toMatchObject({ why: 'too-soon' })
  })

  it('are found where one has shown something, the last first, and none that was deleted', () => {
    const [first, second] = [shownOn('2026-08-01', { id: '0THER2' }), shownOn('2026-11-23')]
    expect(shownBeside(next, [first, second, keptCheck({}, { id: '0THER3' })])).toBe(second)
    expect(shownBeside(next, [first, ledgerOf(second, KEY)!])).toBe(first)
    expect(shownBeside(next, [keptCheck()])).toBeNull()
  })

  it('are found while one collects', () => {
    const open = keptCheck()
    expect(collectingBeside(next, [open])).toBe(open)
    expect(collectingBeside(next, [{ ...open, closed: true }])).toBeNull()
  })

  it('are closed with a view from five on', () => {
    const close = (amount: number) =>
      closeCollection(
        keptCheck({
          collected: { entries: entriesOf(group(amount).map((answers) => ({ level: 0, answers }))), former: [] },
        }),
        '2026-11-30',
      )
    expect(close(4)).toMatchObject({ closed: true, snapshots: [] })
    expect(close(5)).toMatchObject({ closed: true, snapshots: [{ number: 1 }] })
  })

  it('are compared by what each shows: moved only where the shown interval leaves out zero', () => {
    const mean = (points: number, low: number, high: number, n = 14) =>
      ({ shown: true, n, mean: { is: 'points', points }, interval: { low, high } }) as const
    expect(changeBetween(mean(40, 30, 50), mean(60, 50, 70))).toEqual({
      points: 20,
      interval: { low: 5, high: 35 },
      moved: true,
    })
    expect(changeBetween(mean(40, 30, 50), mean(50, 40, 60))).toMatchObject({ points: 10, moved: false })
    expect(changeBetween(mean(40, 30, 50), mean(60, 50, 70, 6))?.interval).toEqual({ low: 5, high: 35 })
    expect(changeBetween(mean(40, 30, 50), { ...mean(60, 50, 70), interval: null })).toBeNull()
    expect(changeBetween({ shown: false, why: 'too-few' }, mean(60, 50, 70))).toBeNull()
  })

  it('are compared concept by concept', () => {
    const [then, now] = [viewOf(group(14)), viewOf(anybody(14, 3))]
    const changes = thenNow(then, now)
    expect(changes.map(({ concept }) => concept)).toEqual(questionnaire.concepts.map(({ id }) => id))
    expect(changes.every(({ change }) => change !== null)).toBe(true)
  })

  it('are compared by what was guessed where the same statements were guessed at both times', () => {
    const now = viewOf(anybody(14, 3))
    const changes = thenNow(viewOf(group(14)), now)
    for (const [at, { guessed }] of changes.entries())
      expect(guessed?.map(({ guess }) => guess.points)).toEqual([25, now.concepts[at]!.guessed!.guess.points])
    const [first] = changes
    const unsure = {
      ...leader,
      guesses: Object.fromEntries(
        Object.entries(leader.guesses).map(([id, guess]): [string, Answer] => {
          const isFirst =
            questionnaire.items.filter(isConceptItem).find((item) => item.id === id)?.concept === first!.concept
          return [id, isFirst ? 'cant-tell' : guess]
        }),
      ),
    }
    expect(thenNow(viewOf(group(14)), viewOf(group(14), unsure))[0]).toMatchObject({ guessed: null })
    const known = {
      ...leader,
      guesses: Object.fromEntries(Object.keys(leader.guesses).map((id): [string, Answer] => [id, 2])),
    }
    const other = thenNow(viewOf(group(14)), viewOf(group(14), known))
    // The first time one of the two was not known.
    expect(other.filter(({ guessed }) => guessed === null)).toHaveLength(1)
  })
})
