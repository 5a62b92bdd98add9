import { describe, expect, it } from 'vitest'
import { evaluateRule, evidenceOf, findingsOf } from '../../src/core/findings/evaluate.ts'
import { readResponse, type Reading } from '../../src/core/findings/reading.ts'
import { allOf, anyOf, atLeast, negate } from '../../src/core/logic/three-valued.ts'
import type { Condition } from '../../src/core/questionnaire/schema.ts'
import { assess } from '../../src/core/result/assess.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { canonicalAnswers, conceptItems, questionnaire, respond, type Pattern } from '../fixtures/execution-gaps.ts'

const reading = (pattern: Pattern) => readResponse(questionnaire, respond(pattern))
const holds = (of: Reading, condition: Condition) => evaluateRule(of, { all: [condition] })
const shown = (pattern: Pattern) => findingsOf(reading(pattern)).map(({ id }) => id)
const headline = (pattern: Pattern) => assess(questionnaire, respond(pattern)).headline?.id

describe('three-valued logic', () => {
  it('lets what is known decide, and leaves the rest open', () => {
    expect([allOf([true, null]), allOf([false, null]), allOf([])]).toEqual([null, false, true])
    expect([anyOf([true, null]), anyOf([false, null]), anyOf([])]).toEqual([true, null, false])
    expect([negate(true), negate(false), negate(null)]).toEqual([false, true, null])
    expect([
      atLeast([true, null], 1),
      atLeast([false, null], 1),
      atLeast([true, null], 2),
      atLeast([false, null], 2),
    ]).toEqual([true, null, null, false])
  })

  it('never takes a missing score for a low one', () => {
    const missing = reading({ signalLoss: 3, friction: 3 })
    expect(holds(missing, { is: 'score', concept: 'silence', below: 40 })).toBeNull()
    expect(evaluateRule(missing, { none: [{ is: 'score', concept: 'silence', from: 60 }] })).toBeNull()
  })

  it('leaves a statement open that was skipped or could not be seen', () => {
    const often: Condition = { is: 'reported', items: ['defensible-option-chosen'], from: 'often', atLeast: 1 }
    expect(holds(reading({ items: { 'defensible-option-chosen': 4 } }), often)).toBe(true)
    expect(holds(reading({ items: { 'defensible-option-chosen': 2 } }), often)).toBe(false)
    expect(holds(reading({ items: { 'defensible-option-chosen': CANT_TELL } }), often)).toBeNull()
    expect(holds(reading({}), often)).toBeNull()
  })

  it('turns a reversed statement before it asks how often it was reported', () => {
    const often: Condition = { is: 'reported', items: ['goes-on-from-the-work'], from: 'often', atLeast: 1 }
    expect(holds(reading({ items: { 'goes-on-from-the-work': 1 } }), often)).toBe(true)
    expect(holds(reading({ items: { 'goes-on-from-the-work': 5 } }), often)).toBe(false)
  })

  it('leaves open which facet leads when one of them has no answer', () => {
    const leads: Condition = { is: 'facet-leads', concept: 'silence', facet: 'risk' }
    const all = {
      'concern-kept-back': 5,
      'candour-cost-someone': 5,
      'concern-dropped': 2,
      'obstacle-worked-around': 2,
    }
    expect(holds(reading({ items: { ...all, 'agreed-then-different': 2 } }), leads)).toBe(true)
    expect(holds(reading({ items: all }), leads)).toBeNull()
    expect(holds(reading({ items: { ...all, 'agreed-then-different': 5 } }), leads)).toBe(false)
  })

  it('does not know whether answers were fast when nobody timed them', () => {
    const untimed = readResponse(questionnaire, { ...respond({ silence: 3 }), secondsPerItem: null })
    expect(holds(untimed, { is: 'quality', note: 'fast' })).toBeNull()
  })

  it('does not guess a vantage that was not said', () => {
    expect(holds(reading({}), { is: 'vantage', in: ['senior'] })).toBeNull()
    expect(holds(reading({ vantage: 'close' }), { is: 'vantage', in: ['senior'] })).toBe(false)
  })
})

describe('the headline', () => {
  it.each<[string, Pattern, string]>([
    ['silence alone', { silence: 5, signalLoss: 3, friction: 3 }, 'silence-alone'],
    ['signal loss alone', { silence: 3, signalLoss: 5, friction: 3 }, 'signal-loss-alone'],
    ['friction alone', { silence: 3, signalLoss: 3, friction: 5 }, 'friction-alone'],
    ['silence alone and seldom', { silence: 2, signalLoss: 1, friction: 1 }, 'silence-alone-low'],
    ['silence and signal loss', { silence: 5, signalLoss: 5, friction: 3 }, 'silence-and-signal-loss'],
    ['silence and friction', { silence: 5, signalLoss: 3, friction: 5 }, 'silence-and-friction'],
    ['signal loss and friction', { silence: 3, signalLoss: 5, friction: 5 }, 'signal-loss-and-friction'],
    [
      'all level, in the middle',
      {
        silence: 3,
        signalLoss: 3,
        friction: 3,
        items: { 'concern-kept-back': 4, 'doubts-disappear': 2, 'dashboards-stay-calm': 4, 'measures-pull-work': 4 },
      },
      'level',
    ],
    ['all level, often', { silence: 4, signalLoss: 4, friction: 4 }, 'level-often'],
    [
      'all level, seldom',
      {
        silence: 2,
        signalLoss: 2,
        friction: 2,
        items: { 'concern-kept-back': 3, 'doubts-disappear': 3, 'defensible-option-chosen': 3 },
      },
      'level-rarely',
    ],
    ['nothing reported', { silence: 1, signalLoss: 1, friction: 1, vantage: 'middle' }, 'little-reported'],
    [
      'nothing reported from the top',
      { silence: 1, signalLoss: 1, friction: 1, vantage: 'senior' },
      'little-reported-from-the-top',
    ],
    ['everything reported', { silence: 5, signalLoss: 5, friction: 5 }, 'everything-reported'],
    ['nothing visible', { silence: '?', signalLoss: '?', friction: '?' }, 'hardly-anything-visible'],
    [
      'much out of sight',
      {
        silence: '?',
        signalLoss: 3,
        friction: '?',
        items: {
          'defensible-option-chosen': 3,
          'work-waits-for-approval': 3,
          'measures-pull-work': 3,
          'progress-needs-connections': 3,
          'goes-on-from-the-work': 3,
        },
      },
      'much-out-of-sight',
    ],
    ['nothing answered', {}, 'nothing-to-score'],
    [
      'apart without an opposite pair',
      {
        silence: 4,
        signalLoss: 2,
        friction: 3,
        items: Object.fromEntries(questionnaire.opposites.map(([, reversed]) => [reversed, undefined])),
      },
      'order-open',
    ],
    [
      'two apart and one without a score',
      { silence: '?', signalLoss: 2, friction: 4 },
      'friction-above-signal-loss-only',
    ],
    [
      'one concept without a score',
      {
        silence: '-',
        signalLoss: 3,
        friction: 3,
        items: { 'doubts-disappear': 4, 'dashboards-stay-calm': 2, 'defensible-option-chosen': 4 },
      },
      'not-all-scored',
    ],
    [
      'one answer throughout',
      { items: Object.fromEntries(conceptItems.map(({ id }) => [id, 4])) },
      'one-answer-throughout',
    ],
  ])('tells %s apart', (_name, pattern, id) => {
    expect(headline(pattern)).toBe(id)
  })

  it('ranks two and leaves the third between them where only they are apart', () => {
    const pattern: Pattern = {
      silence: 4,
      signalLoss: 3,
      friction: 3,
      items: {
        'concern-kept-back': 5,
        'candour-cost-someone': 3,
        'agreed-then-different': 5,
        'objections-after-meeting': 3,
        'change-kept-from-owner': 5,
        'obstacle-worked-around': 3,
        'doubts-disappear': 4,
        'told-priority-is-followed': 4,
        'problems-learnt-late': 4,
        'dashboards-stay-calm': 2,
        'reports-omit-obstacles': 2,
        'work-judged-by-reports': 2,
        'work-waits-for-approval': 4,
        'defensible-option-chosen': 4,
        'measures-pull-work': 4,
        'progress-needs-connections': 4,
      },
    }
    expect(headline(pattern)).toBe('silence-above-signal-loss')
  })

  it('always says something, with the canonical answer it rests on or none', () => {
    const slugs = new Set(canonicalAnswers.map(({ slug }) => slug))
    for (const silence of [1, 3, 5, '?', '-'] as const)
      for (const signalLoss of [1, 3, 5, '?', '-'] as const)
        for (const friction of [1, 3, 5, '?', '-'] as const) {
          const found = assess(questionnaire, respond({ silence, signalLoss, friction })).headline
          expect(found).not.toBeNull()
          for (const slug of found?.answers ?? []) expect(slugs).toContain(slug)
        }
  })
})

describe('a quiet reading from the top', () => {
  it('is never left without its caveat', () => {
    expect(shown({ silence: 1, signalLoss: 3, friction: 3, vantage: 'senior' })).toContain('quiet-from-the-top')
    expect(shown({ silence: 2, signalLoss: 2, friction: 4, vantage: 'senior' })).toEqual(
      expect.arrayContaining(['quiet-from-the-top', 'clear-from-the-top']),
    )
  })

  it('has none close to the work, or where silence is reported', () => {
    expect(shown({ silence: 1, signalLoss: 1, friction: 3, vantage: 'close' })).not.toContain('quiet-from-the-top')
    expect(shown({ silence: 4, signalLoss: 4, friction: 3, vantage: 'senior' })).not.toContain('quiet-from-the-top')
  })
})

describe('a contradiction', () => {
  const cases: [string, string, Pattern['items']][] = [
    [
      'communication-against-override',
      'explaining-closes-gaps',
      { 'measures-pull-work': 4, 'defensible-option-chosen': 5 },
    ],
    [
      'middle-against-conditions',
      'middle-managers-close-gaps',
      { 'work-waits-for-approval': 4, 'goes-on-from-the-work': 2 },
    ],
    [
      'accountability-against-risk',
      'accountability-closes-gap',
      { 'candour-cost-someone': 4, 'agreed-then-different': 4 },
    ],
    ['alignment-against-outcomes', 'restating-means-aligned', { 'told-priority-is-followed': 4 }],
  ]

  it.each(cases)('%s needs the explanation and its evidence, and names both', (id, held, evidence) => {
    const calm: Pattern = { silence: 2, signalLoss: 2, friction: 2 }
    expect(shown({ ...calm, items: { ...evidence, [held]: 4 } })).toContain(id)
    expect(shown({ ...calm, items: { ...evidence, [held]: 3 } })).not.toContain(id)
    expect(shown({ ...calm, items: { [held]: 5 } })).not.toContain(id)
    expect(shown({ ...calm, items: evidence ?? {} })).not.toContain(id)

    const full = reading({ ...calm, items: { ...evidence, [held]: 4 } })
    const finding = questionnaire.findings.find((candidate) => candidate.id === id)!
    expect(evidenceOf(full, finding).toSorted()).toEqual([held, ...Object.keys(evidence ?? {})].toSorted())
  })
})

describe('whether a contradiction is open', () => {
  const open = (items: Pattern['items']) =>
    assess(questionnaire, respond({ silence: 2, signalLoss: 2, friction: 2, items: items ?? {} })).openContradiction
  const judged = { 'middle-managers-close-gaps': 2, 'accountability-closes-gap': 2, 'restating-means-aligned': 2 }

  it('depends on what was not answered, never on taking it for a no', () => {
    expect(open({ ...judged, 'explaining-closes-gaps': 5 })).toBeNull()
    const unseen = { 'measures-pull-work': CANT_TELL, 'local-targets-against-strategy': CANT_TELL } as const
    expect(open({ ...judged, ...unseen, 'explaining-closes-gaps': 5 })).toBe('unanswered')
    expect(open({ ...judged, ...unseen, 'explaining-closes-gaps': 2 })).toBeNull()
  })
})

describe('the lens', () => {
  const views = { 'targets-serve-strategy': 4, 'deciding-differently-helps': 5 }
  const others = {
    'explaining-closes-gaps': 2,
    'middle-managers-close-gaps': 1,
    'accountability-closes-gap': 2,
    'restating-means-aligned': 3,
  }

  it('recognises a clear system view, and stays silent when an answer is missing', () => {
    expect(shown({ items: { ...views, ...others } })).toContain('clear-system-view')
    expect(shown({ items: { ...views, ...others, 'explaining-closes-gaps': CANT_TELL } })).not.toContain(
      'clear-system-view',
    )
  })

  it('recognises two explanations held at once', () => {
    expect(
      shown({ items: { ...views, ...others, 'explaining-closes-gaps': 4, 'middle-managers-close-gaps': 5 } }),
    ).toContain('two-explanations')
  })
})

describe('every concept in a result', () => {
  it('has something easily missed, a question to ask and a canonical answer, whatever was answered', () => {
    for (const level of [1, 3, 5, '?', '-'] as const)
      for (const vantage of ['senior', 'middle', 'close', 'not-said'] as const)
        for (const concept of assess(
          questionnaire,
          respond({ silence: level, signalLoss: level, friction: level, vantage }),
        ).concepts) {
          expect(concept.missed).not.toBeNull()
          expect(concept.ask).not.toBeNull()
          expect(concept.readings.length).toBeGreaterThan(0)
          expect(new Set(concept.readings.flatMap(({ answers }) => answers)).size).toBe(concept.readings.length)
        }
  })

  it('names first the canonical answer that rests on what was reported most', () => {
    const readings = (items: Pattern['items']) =>
      assess(questionnaire, respond({ silence: 1, signalLoss: 1, friction: 1, items: items ?? {} }))
        .concepts.find(({ concept }) => concept === 'organizational-friction')!
        .readings.map(({ id }) => id)
    expect(readings({ 'work-waits-for-approval': 5, 'measures-pull-work': 4 })).toEqual([
      'read-waiting',
      'read-local-logic',
    ])
    expect(readings({ 'work-waits-for-approval': 4, 'measures-pull-work': 5 })).toEqual([
      'read-local-logic',
      'read-waiting',
    ])
  })

  it('comes first when it stands clear of the others', () => {
    const order = (pattern: Pattern) => assess(questionnaire, respond(pattern)).concepts.map(({ concept }) => concept)
    expect(order({ silence: 2, signalLoss: 3, friction: 5 })).toEqual([
      'organizational-friction',
      'signal-loss',
      'silence',
    ])
    expect(order({ silence: 3, signalLoss: 3, friction: 3 })).toEqual([
      'silence',
      'signal-loss',
      'organizational-friction',
    ])
  })
})
