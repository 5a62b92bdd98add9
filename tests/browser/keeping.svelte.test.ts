import resultPart from 'questionnaire:result/execution-gaps/en'
import { describe, expect, it } from 'vitest'
import type { KeyValueStore, StoreFailure } from '../../src/core/ports.ts'
import { findRun, NO_PLAN } from '../../src/core/response/saved-runs.ts'
import { filedResponse, finishedResult, versionsOf } from '../../src/core/result/shown-result.ts'
import { ResultPlan } from '../../src/ui/keep/result-plan.svelte.ts'
import { ResultRepository } from '../../src/ui/keep/result-repository.ts'
import { SavedRuns } from '../../src/ui/keep/saved-runs.svelte.ts'

const CODE = '14Y6-K010-017B-1CEW-YSPV-ZEMD-M5E9-XES7'

describe('the results on a device', () => {
  const run = {
    id: '1763800000000.2517',
    origin: 'own',
    questionnaire: 'execution-gaps',
    code: CODE,
    millisecondsPerItem: null,
    about: '',
    name: '',
  } as const

  /** A device that keeps texts until it is told to fail. */
  function device(kept: Record<string, string> = {}) {
    const state = { kept, failure: null as StoreFailure | null }
    const attempt = <T>(action: () => T) =>
      state.failure ? { ok: false as const, failure: state.failure } : { ok: true as const, value: action() }
    const store: KeyValueStore = {
      read: (key) => attempt(() => state.kept[key] ?? null),
      write: (key, value) => attempt(() => ((state.kept[key] = value), null)),
      remove: (key) => attempt(() => (delete state.kept[key], null)),
      removeAll: (prefix) =>
        attempt(() => {
          for (const key of Object.keys(state.kept)) if (key.startsWith(prefix)) delete state.kept[key]
          return null
        }),
      onChange: () => () => undefined,
    }
    return { state, saved: new SavedRuns(store) }
  }

  it('keep their names when they are kept again', () => {
    const { saved } = device()
    saved.keep(run)
    saved.rename(run.id, '  Spring  ')
    saved.keep({ ...run, code: 'other' })
    expect(saved.all).toEqual([{ ...run, code: 'other', name: 'Spring' }])
  })

  it('keep what is meant to be done about them, through being kept again and named', () => {
    const { saved } = device()
    const keeper = new ResultPlan(saved, () => run.id)
    keeper.change({ examine: 'approvals' })
    expect(keeper.plan).toEqual({ ...NO_PLAN, examine: 'approvals' })
    saved.keep(run)
    keeper.change({ day: '2026-12-04' })
    saved.keep({ ...run, priority: 'Deliver in two weeks' })
    saved.rename(run.id, 'Spring')
    const plan = { examine: 'approvals', day: '2026-12-04', found: null }
    expect(saved.all).toMatchObject([{ name: 'Spring', priority: 'Deliver in two weeks', plan }])
    expect(new ResultPlan(saved, () => run.id).plan).toEqual(plan)
  })

  it('leave a plan on the page where the device keeps nothing', () => {
    const { saved, state } = device()
    saved.keep(run)
    state.failure = 'full'
    const keeper = new ResultPlan(saved, () => run.id)
    keeper.change({ examine: 'targets' })
    expect(keeper.plan.examine).toBe('targets')
    expect(new ResultPlan(saved, () => null).plan).toEqual(NO_PLAN)
  })

  it('say when one that was deleted elsewhere is to be named', () => {
    const { saved, state } = device()
    saved.keep(run)
    state.kept = {}
    expect(saved.rename(run.id, 'Spring')).toBe('gone')
  })

  it.each<StoreFailure>(['unavailable', 'full'])('stay as they were when the device is %s', (failure) => {
    const { saved, state } = device()
    saved.keep(run)
    state.failure = failure
    expect(saved.removeEverything()).toBe(failure)
    expect(saved.remove(run.id)).toBe(failure)
  })

  it('are not written over where a later release kept something', () => {
    const later = { 'leadership-diagnostic.saved-runs': '{"format":2}' }
    const { saved, state } = device({ ...later })
    expect(saved.keep(run)).toBe('unreadable')
    expect(saved.isDamaged).toBe(true)
    expect(state.kept).toEqual(later)
  })

  it('prefer one’s own run where two have the same code', () => {
    const { saved } = device()
    saved.keep({ ...run, id: '1', origin: 'link' })
    saved.keep(run)
    expect(findRun(saved.known, CODE)?.origin).toBe('own')
  })

  describe('of one questionnaire', () => {
    const finished = finishedResult(versionsOf(resultPart), {
      response: { vantage: 'senior', answers: { 'work-waits-for-approval': 4 }, secondsPerItem: 8 },
      completedOn: '2026-11-23',
      about: 'The North',
    })

    function repository() {
      const { saved, state } = device()
      const clock = { moment: () => 1763900000000, today: () => '2026-11-23' }
      const setting = {
        questionnaires: [resultPart.questionnaire.id],
        endsWithTab: false,
        loadTables: () => Promise.reject(new Error('no table is opened here')),
      }
      return { saved, state, results: new ResultRepository(resultPart, saved, clock, setting) }
    }

    it('are kept when they are finished, unless nothing was answered', () => {
      const { saved, results } = repository()
      expect(results.keepOwn(1763800000000, { ...finished, response: { ...finished.response, answers: {} } })).toBe(
        'gone',
      )
      expect(saved.all).toEqual([])
      expect(results.keepOwn(1763800000000, finished)).toBe('saved')
      expect(saved.all).toMatchObject([{ origin: 'own', code: finished.code, millisecondsPerItem: 8000 }])
    })

    it('are in an address by their code, and once they are kept by a reference', () => {
      const { results } = repository()
      expect(results.addressed(finished.code)).toBe(finished.code)
      results.keepOwn(1763800000000, finished)
      const reference = results.addressed(finished.code)
      expect(reference).toMatch(/^~1763800000000\.\d+$/)
      expect(results.open(reference)).toMatchObject({ ok: true, result: { code: finished.code, about: 'The North' } })
    })

    it('are shown from a file in this tab alone until they are kept', () => {
      const { saved, state, results } = repository()
      const code = results.takeIn(results.versions.layout, filedResponse(finished))
      expect(state.kept).toEqual({})
      const opening = results.open(results.addressed(code))
      expect(opening).toMatchObject({
        ok: true,
        result: { response: { secondsPerItem: 8 }, saved: { origin: 'file' } },
      })
      if (opening.ok) results.keep(opening.result)
      expect(saved.all).toMatchObject([{ id: '1763900000000', origin: 'file', millisecondsPerItem: 8000 }])
    })
  })
})
