import { describe, expect, it } from 'vitest'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { readOneResponse } from '../../src/core/files/read-one-response.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { PEOPLE, SURVEY_TABLES } from '../fixtures/survey-tables.ts'

const words = {
  texts: [texts],
  vantages: { senior: ['Senior leadership'], middle: ['Leading a site or unit'], close: ['Close to the work'] },
  vantageQuestions: ['Where do you see the organisation from?'],
}
const today = '2026-11-22'

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text)
}
const open = (text: string, mapping: Parameters<typeof readOneResponse>[3]['mapping'] = null) =>
  readOneResponse(bytesOf(text), questionnaire, words, { mapping, today })

/** A table with its first person alone. */
const ofOne = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .slice(0, 1 - PEOPLE.length)
    .join('\r\n')
const [first] = PEOPLE
const wanted = {
  ok: true,
  response: { completedOn: today, vantage: first!.vantage, millisecondsPerItem: null, answers: first!.answers },
}

describe('a table that is opened as a result', () => {
  it.each(SURVEY_TABLES.map(({ tool, text }) => [tool, ofOne(text)] as const))(
    'gets the verdict that a workshop gives it: %s',
    async (_tool, text) => {
      const judged = readResponses(text, questionnaire, words)
      if (judged.ok) return expect(await open(text)).toEqual(wanted)
      expect(await open(text)).toEqual({ ok: false, issue: { of: 'table', issue: judged.issues[0] } })
      const mapping = mappingOf(judged.draft!, questionnaire.id)
      expect(await open(text, mapping)).toEqual(wanted)
    },
  )

  it('is one person’s, and says how many there are otherwise', async () => {
    const { text } = SURVEY_TABLES.find((one) => !one.asks)!
    expect(await open(text)).toEqual({ ok: false, issue: { of: 'several', people: PEOPLE.length } })
  })

  it('says what is wrong in its row, and on which line', async () => {
    const text = 'vantage,work-waits-for-approval,measures-pull-work\nsenior,4,seldom\n'
    expect(await open(text)).toMatchObject({
      ok: false,
      issue: { of: 'row', issue: { line: 2, code: 'cells', cells: [{ column: 'measures-pull-work' }] } },
    })
  })

  it('leaves out what the tool does not count, and says so where nothing else is there', async () => {
    const heading = 'Status,vantage,work-waits-for-approval,measures-pull-work'
    const preview = 'Survey Preview,senior,2,2'
    expect(await open(`${heading}\n${preview}\nIP Address,senior,4,3\n`)).toMatchObject({
      ok: true,
      response: { answers: { 'work-waits-for-approval': 4, 'measures-pull-work': 3 } },
    })
    expect(await open(`${heading}\n${preview}\n${preview}\nSpam,senior,2,2\n`)).toEqual({
      ok: false,
      issue: { of: 'left-out', why: 'preview', rows: 2 },
    })
  })

  it('has the day that its column says', async () => {
    const read = await open('completed_on,work-waits-for-approval,measures-pull-work\n2026-03-04,4,3\n')
    expect(read).toMatchObject({ ok: true, response: { completedOn: '2026-03-04', vantage: 'not-said' } })
  })

  it('is told from what is no table', async () => {
    expect(await open('{"format": "leadership')).toEqual({ ok: false, issue: { of: 'neither' } })
  })
})
