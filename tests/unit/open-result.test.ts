import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { readResponseFile } from '../../src/core/files/read-file.ts'
import { writeResponseJson } from '../../src/core/files/response-file.ts'
import type { PublishedVersions } from '../../src/core/questionnaire/schema.ts'
import { findRun, isOfRun, ownRunId, type SavedRun } from '../../src/core/response/saved-runs.ts'
import { questionnaireOf } from '../../src/core/codes/questionnaire-of.ts'
import { openResult, referenceTo, type OpenedResult } from '../../src/core/result/open-result.ts'
import { filedResponse, finishedResult, resultFileName, versionsOf } from '../../src/core/result/shown-result.ts'
import { questionnaire, respond } from '../fixtures/execution-gaps.ts'

const [firstItem, secondItem, ...otherItems] = questionnaire.items.map(({ id }) => id)

/** A version before the present one: it lacked the first item, asked the second with other options, and had one more. */
const published: PublishedVersions = {
  '0.9': [[secondItem!, 4], ...otherItems.map((id): [string, number] => [id, 5]), ['retired', 5]],
}
const versions = versionsOf({ questionnaire, published })
const earlierLayout = versions.layouts.find(({ major }) => major === 0)!

const response = respond({ silence: 4, signalLoss: 2, friction: '?', vantage: 'senior', secondsPerItem: 8.2 })
const finished = finishedResult(versions, { response, completedOn: '2026-11-23', about: 'The North' })

const saved: SavedRun = {
  id: '1763800000000.2518',
  origin: 'own',
  questionnaire: questionnaire.id,
  code: finished.code,
  millisecondsPerItem: 8200,
  about: 'The North',
  name: 'Autumn',
}

function opened(text: string, runs: readonly SavedRun[] = []): OpenedResult {
  const opening = openResult(text, versions, runs)
  if (!opening.ok) throw new Error(`not opened: ${opening.issue.code}`)
  return opening.result
}

describe('a finished result', () => {
  it('is opened again by its code as it was shown, but for what a code does not carry', () => {
    expect(opened(finished.code)).toEqual({
      ...finished,
      response: { ...response, secondsPerItem: null },
      about: '',
      saved: undefined,
      earlier: null,
    })
  })

  it('is opened whole where it was saved, by its code or by a reference to it', () => {
    const whole = { ...finished, saved, earlier: null }
    expect(opened(finished.code, [saved])).toEqual(whole)
    expect(opened(referenceTo(saved), [saved])).toEqual(whole)
  })

  it('is opened from a link and from a code that was typed in its own way', () => {
    expect(opened(`https://example.org/#r=${finished.code}`).code).toBe(finished.code)
    expect(opened(finished.code.toLowerCase().replaceAll('-', ' ')).code).toBe(finished.code)
  })

  it('is opened from a link whose sign is as mails write it, whatever questionnaire is asked for first', () => {
    const code = finished.code.replaceAll('-', '')
    for (const text of [`3D${code}`, `3d${code}`, `https://example.org/#r=3D${code}`])
      expect([text, opened(text).code]).toEqual([text, finished.code])
    expect(questionnaireOf(`3D${code}`, ['silence', questionnaire.id])).toBe(questionnaire.id)
    expect(questionnaireOf('3D', [questionnaire.id])).toBeNull()
  })

  it('is filed so that its file opens the same answers', () => {
    const read = readResponseFile(writeResponseJson(versions.layout, filedResponse(finished)), versions.layouts)
    expect(read).toMatchObject({ ok: true, filed: filedResponse(finished) })
    expect(filedResponse(finished)).toMatchObject({
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      millisecondsPerItem: 8200,
    })
  })

  it('gives its downloads a name by questionnaire and day', () => {
    expect(resultFileName(finished, 'csv')).toBe('leadership-diagnostic-execution-gaps-2026-11-23.csv')
  })
})

describe('a result of an earlier version', () => {
  const { [firstItem!]: _lacking, ...common } = response.answers
  const answers = { ...common, [secondItem!]: 4, retired: 3 }
  const code = encodeResultCode(earlierLayout, { vantage: 'middle', completedOn: '2025-02-01', answers })

  it('is fitted to the present one, and says what was lost and what is new', () => {
    const { response: fitted, earlier } = opened(code)
    const { [secondItem!]: _otherOptions, ...kept } = common
    expect(fitted).toEqual({ vantage: 'middle', answers: kept, secondsPerItem: null })
    expect(earlier).toEqual({ version: '0.9', gone: 2, added: [firstItem, secondItem] })
  })

  it('keeps the answers as they were given, for its code and its files', () => {
    const result = opened(code)
    expect(result.code).toBe(code)
    expect(filedResponse(result)).toMatchObject({ questionnaire: { version: '0.9.0' }, answers })
  })
})

describe('what cannot be opened', () => {
  it('is a reference to what is no longer kept', () => {
    const issue = { code: 'not-kept' }
    expect(openResult('~1763800000000.2518', versions, [])).toEqual({ ok: false, issue })
    expect(openResult('~', versions, [saved])).toEqual({ ok: false, issue })
  })

  it('says why, whatever was pasted, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => !openResult(text, versions, [saved]).ok),
    )
    expect(openResult('%', versions, [saved])).toMatchObject({ ok: false })
  })

  it('is a saved run whose code is damaged', () => {
    const damaged = { ...saved, code: finished.code.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }
    expect(openResult(referenceTo(saved), versions, [damaged])).toEqual({ ok: false, issue: { code: 'check' } })
  })
})

describe('saved runs', () => {
  const theirs = { ...saved, id: '1', origin: 'link' } as const

  it('are found by their code, one’s own before another’s, and else the first', () => {
    expect(findRun([theirs, saved], saved.code)).toBe(saved)
    expect(findRun([theirs, { ...theirs, id: '2' }], saved.code)).toBe(theirs)
    expect(findRun([theirs], 'another')).toBeUndefined()
  })

  it('belong to the run that they were finished in, on whatever day', () => {
    const run = 1763800000000
    expect(isOfRun({ ...saved, id: ownRunId(run, '2026-11-23') }, run)).toBe(true)
    expect(isOfRun({ ...saved, id: ownRunId(run, '2026-12-01') }, run)).toBe(true)
    expect(isOfRun({ ...saved, id: ownRunId(run, '2026-11-23') }, 176380000000)).toBe(false)
    expect(isOfRun({ ...saved, id: ownRunId(run, '2026-11-23'), origin: 'link' }, run)).toBe(false)
    expect(isOfRun(saved, null)).toBe(false)
  })
})
