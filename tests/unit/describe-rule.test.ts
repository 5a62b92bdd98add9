import { describe, expect, it } from 'vitest'
import type { Condition, Item, Rule } from '../../src/core/questionnaire/schema.ts'
import { describeRule } from '../../src/ui/preview/describe-rule.ts'
import { filterSections, textRow, type Column } from '../../src/ui/preview/entries.ts'

const item = (id: string, reversed?: true): Item => ({
  id,
  kind: 'symptom',
  concept: 'delay',
  scale: 'frequency',
  visibleFrom: ['close'],
  derivedFrom: [{ answer: 'why-work-waits', section: 'short-answer' }],
  ...(reversed ? { reversed } : {}),
})
const items = [item('work-waits'), item('work-flows', true)]
const say = (when: Rule) => describeRule(when, { items })

describe('a rule in plain words', () => {
  it('is “always” without conditions', () => {
    expect(say({})).toBe('Always.')
  })

  it.each<[Condition, string]>([
    [{ is: 'score', concept: 'delay', from: 40, below: 60 }, 'the score of delay is at least 40 and below 60'],
    [{ is: 'score', concept: 'delay', below: 25 }, 'the score of delay is below 25'],
    [{ is: 'scored', concept: 'delay' }, 'delay has a score'],
    [{ is: 'clear-of', concept: 'delay', of: ['loss', 'noise'] }, 'delay stands clear above loss and noise'],
    [{ is: 'level', concepts: ['delay', 'loss'] }, 'no two of delay and loss are clearly apart'],
    [
      { is: 'reported', items: ['work-waits', 'work-flows'], from: 'often', atLeast: 1 },
      'at least 1 of 2 were answered “often” or further on: work-waits and work-flows (turned)',
    ],
    [
      { is: 'reported', items: ['work-waits'], from: 'often', atLeast: 1 },
      'work-waits was answered “often” or further on',
    ],
    [{ is: 'facet-leads', concept: 'delay', facet: 'queue' }, 'facet queue lies above the other facets of delay'],
    [{ is: 'held', items: ['blame', 'luck', 'fate'], atLeast: 2 }, 'at least 2 of 3 are held: blame, luck and fate'],
    [
      { is: 'unseen', concepts: ['delay'], share: 0.375 },
      'at least 37.5 % of the statements of delay could not be seen',
    ],
    [
      { is: 'answered', concepts: ['delay', 'loss'], share: 1 },
      'at least 100 % of the statements of delay and loss were answered on the scale',
    ],
    [{ is: 'vantage', in: ['senior', 'middle'] }, 'the respondent’s place is senior or middle'],
    [{ is: 'quality', note: 'flat' }, 'the answers hardly vary'],
  ])('says %j', (condition, words) => {
    expect(say({ all: [condition] })).toBe(`When ${words}.`)
  })

  it('keeps what must hold, what is enough and what must not hold apart', () => {
    const scored = (concept: string): Condition => ({ is: 'scored', concept })
    expect(say({ all: [scored('a'), scored('b')], any: [scored('c'), scored('d')], none: [scored('e')] })).toBe(
      'When a has a score, and b has a score, and at least one of these holds (c has a score; d has a score), and none of these holds (e has a score).',
    )
  })
})

describe('the entries of a preview', () => {
  const column = (language: string) => ({ language }) as Column

  it('count a text that is left out or empty as missing', () => {
    const words: Record<string, string | undefined> = { en: 'Work waits', fr: ' ', nl: undefined }
    const row = textRow(Object.keys(words).map(column), 'Statement', ({ language }) => words[language])
    expect(row).toEqual({ label: 'Statement', texts: ['Work waits', null, null] })
  })

  it('are found by any text, whatever its case, accents, apostrophes and kinds of space', () => {
    const entry = (id: string, text: string | null) => ({ id, title: id, rows: [{ label: 'Text', texts: [text] }] })
    const sections = [
      {
        id: 'one',
        title: 'One',
        entries: [entry('first', 'L’écoute est différée\u202f: pourquoi ?'), entry('second', null)],
      },
      { id: 'two', title: 'Two', entries: [entry('third', 'Work waits')] },
    ]
    const found = (word: string) => filterSections(sections, word).map(({ entries }) => entries.map(({ id }) => id))
    expect(found("l'ECOUTE")).toEqual([['first']])
    expect(found('differee : ')).toEqual([['first']])
    expect(found('second')).toEqual([['second']])
    expect(found('waits')).toEqual([['third']])
    expect(found('  ')).toEqual([['first', 'second'], ['third']])
    expect(found('nowhere')).toEqual([])
  })
})
