import { describe, expect, it } from 'vitest'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { assess } from '../../src/core/result/assess.ts'
import { lensWord } from '../../src/core/result/lens-word.ts'
import { resultTexts } from '../../src/ui/locales/en/result.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { briefOf } from '../../src/ui/result/brief.ts'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { canonicalAnswers, lensItems, questionnaire, respond, texts, type Pattern } from '../fixtures/execution-gaps.ts'

const part = { questionnaire, texts, answers: canonicalAnswers, published: {} }
const assessed = (pattern: Pattern) => assess(questionnaire, respond(pattern))
const brief = (pattern: Pattern) => briefOf(new ResultView(part, resultTexts, respond(pattern)))

/** Level at "sometimes", with answers apart enough not to be alike. */
const LEVEL = { silence: 3, signalLoss: 3, friction: 3 } as const
const HELD = { 'explaining-closes-gaps': 5 } as const
const EVIDENCE = { 'measures-pull-work': 5, 'local-targets-against-strategy': 4 } as const
const VARIED = {
  'work-waits-for-approval': 1,
  'concern-dropped': 1,
  'problems-learnt-late': 1,
  'candour-cost-someone': 5,
  'dashboards-stay-calm': 5,
} as const
/** Every statement of an opposite pair, a step further up than its opposite allows for. */
const AGREEING = Object.fromEntries(questionnaire.opposites.flat().map((id) => [id, 4]))
const unpaired = Object.fromEntries(questionnaire.opposites.map(([first]) => [first, undefined]))

describe('a contradiction', () => {
  const shown = (pattern: Pattern) =>
    assessed(pattern).contradictions.map(({ finding, doubt }) => [finding.id, doubt] as const)

  it('is shown without a doubt where answers lean neither way', () => {
    expect(shown({ ...LEVEL, items: { ...HELD, ...EVIDENCE } })).toEqual([['communication-against-override', null]])
  })

  it('is left out where its evidence is gone once the leaning of the opposite pairs is taken off', () => {
    const others = Object.fromEntries(lensItems.map(({ id }) => [id, 2]))
    const leaning = { ...LEVEL, items: { ...others, ...HELD, ...AGREEING, ...EVIDENCE, 'measures-pull-work': 4 } }
    expect(shown(leaning)).toEqual([])
    expect(assessed(leaning).openContradiction).toBe('tendency')
    expect(lensWord(assessed(leaning))).toBe('tendency')
  })

  it('carries a doubt where opposites were both affirmed and the evidence remains', () => {
    const strong = { 'measures-pull-work': 5, 'local-targets-against-strategy': 5 }
    expect(shown({ ...LEVEL, items: { ...HELD, ...AGREEING, ...strong } })).toEqual([
      ['communication-against-override', 'opposites-affirmed'],
    ])
  })

  it.each([0, 1, 2, 3, 4])('carries a doubt unless three opposite pairs or more were answered in full: %i', (pairs) => {
    const open = Object.fromEntries(
      Object.keys(unpaired)
        .slice(pairs)
        .map((id) => [id, undefined]),
    )
    expect(shown({ ...LEVEL, items: { ...HELD, ...EVIDENCE, ...open } })).toEqual([
      ['communication-against-override', pairs < 3 ? 'tendency-unknown' : null],
    ])
  })

  it('needs answers that a leaning down does not make up', () => {
    const leaning = Object.fromEntries(questionnaire.opposites.flat().map((id) => [id, 2]))
    const faint = { 'measures-pull-work': 3, 'local-targets-against-strategy': 3 }
    expect(shown({ ...LEVEL, items: { ...HELD, ...leaning, ...faint } })).toEqual([])
  })
})

describe('what a result leads with, where no score lies clear of another', () => {
  it('is a contradiction without a doubt, in a line of its own', () => {
    const pattern = { ...LEVEL, items: { ...HELD, ...EVIDENCE } }
    expect(assessed(pattern).lead).toMatchObject({
      is: 'contradiction',
      finding: { id: 'communication-against-override' },
    })
    expect(brief(pattern).headline).toBe(texts.findings['communication-against-override']!.brief)
    expect(Object.keys(EVIDENCE)).toContain(assessed(pattern).askFirst)
  })

  it('is the contradiction that rests on the highest step, wherever it stands', () => {
    const higher = { 'candour-cost-someone': 5, 'concern-kept-back': 4 } as const
    const lower = { 'told-priority-is-followed': 4, 'local-targets-against-strategy': 4 } as const
    const held = { ...HELD, 'accountability-closes-gap': 5 } as const
    const result = assessed({ ...LEVEL, items: { ...held, ...lower, ...higher } })
    expect(result.contradictions).toHaveLength(2)
    expect(result.lead).toMatchObject({ is: 'contradiction', finding: { id: 'accountability-against-risk' } })
  })

  it('is, of contradictions with the same highest step, the one that rests on more statements', () => {
    const more = { 'candour-cost-someone': 5, 'concern-kept-back': 4, 'objections-after-meeting': 4 } as const
    const held = { ...HELD, 'accountability-closes-gap': 5 } as const
    const result = assessed({ ...LEVEL, items: { ...held, ...EVIDENCE, ...more } })
    expect(result.contradictions).toHaveLength(2)
    expect(result.lead).toMatchObject({ is: 'contradiction', finding: { id: 'accountability-against-risk' } })
  })

  it('is a contradiction before a blind spot', () => {
    const unseen = {
      'concern-dropped': CANT_TELL,
      'obstacle-worked-around': CANT_TELL,
      'raising-problems-called-waste': CANT_TELL,
    } as const
    const result = assessed({ ...LEVEL, items: { ...HELD, ...unseen, ...EVIDENCE } })
    expect(result.visibility.map(({ id }) => id)).toContain('silence-out-of-sight')
    expect(result.lead.is).toBe('contradiction')
  })

  it('leads to another answer than the one the reader came from, though that is what it names', () => {
    const source = questionnaire.sources[0]!.answer
    const findings = questionnaire.findings.map((finding) =>
      finding.id === 'communication-against-override' ? { ...finding, answers: [source] } : finding,
    )
    const result = assess({ ...questionnaire, findings }, respond({ ...LEVEL, items: { ...HELD, ...EVIDENCE } }))
    expect(result.lead).toMatchObject({ is: 'contradiction', finding: { answers: [source] } })
    expect(result.readFirst?.answer).toBe(result.headline?.answers?.[0])
    expect(result.readFirst?.answer).not.toBe(source)
  })

  it('has a reading of its own for every contradiction', () => {
    const source = questionnaire.sources[0]!.answer
    const contradictions = questionnaire.findings.filter((finding) => finding.part === 'contradiction')
    expect(contradictions.map(({ answers }) => answers?.[0])).not.toContain(source)
    const result = assessed({ ...LEVEL, items: { ...HELD, ...EVIDENCE } })
    expect(result.readFirst?.finding.id).toBe('communication-against-override')
  })

  it('is no contradiction that carries a doubt', () => {
    const pattern = { ...LEVEL, items: { ...HELD, ...VARIED, ...unpaired, ...EVIDENCE } }
    expect(assessed(pattern).contradictions).toHaveLength(1)
    expect(assessed(pattern).lead.is).toBe('condition')
  })

  it('is a blind spot before a condition, and asks about what was out of sight', () => {
    const unseen = {
      'concern-dropped': CANT_TELL,
      'obstacle-worked-around': CANT_TELL,
      'raising-problems-called-waste': CANT_TELL,
    } as const
    const result = assessed({ ...LEVEL, items: { ...unseen, ...EVIDENCE } })
    expect(result.lead).toMatchObject({ is: 'visibility', finding: { id: 'silence-out-of-sight' } })
    expect(Object.keys(unseen)).toContain(result.askFirst)
    expect(result.readFirst?.answer).toBe('why-do-employees-stop-telling-leaders-the-truth')
  })

  it('is the condition reported most, with the question and the reading of its statement', () => {
    const pattern = { ...LEVEL, items: { ...VARIED, 'dashboards-stay-calm': 3, 'candour-cost-someone': 5 } }
    const result = assessed(pattern)
    expect(result.lead).toEqual({ is: 'condition' })
    expect(result.askFirst).toBe('candour-cost-someone')
    expect(result.readFirst).toMatchObject({
      answer: 'why-do-employees-stop-telling-leaders-the-truth',
      finding: { id: 'read-cost-of-candour' },
    })
    expect(brief(pattern).headline).toBe('One place to begin: speaking up has a cost.')
  })

  it('names as many as fit of those that stand level, those first that can be seen from this place, and offers three', () => {
    const pattern = {
      ...LEVEL,
      vantage: 'senior',
      items: {
        'work-waits-for-approval': 5,
        'concern-dropped': 5,
        'candour-cost-someone': 5,
        'problems-learnt-late': 5,
        'defensible-option-chosen': 1,
      },
    } as const
    const { headline, examine, level } = brief(pattern)
    expect(level).toBe(4)
    expect(examine.map(({ constraint }) => constraint)).toEqual(['hierarchy', 'approvals', 'response'])
    expect(headline).toBe(
      'Two of four places to begin: the top sees the work late or never, and work waits for approval.',
    )
  })

  it('stays the headline where no condition may be picked out', () => {
    const low = { 'work-waits-for-approval': 1, 'concern-dropped': 1, 'problems-learnt-late': 1 }
    const pattern = { ...LEVEL, items: { ...low, 'agreed-then-different': 1, 'doubts-disappear': 1 } }
    expect(assessed(pattern).headline?.id).toBe('level')
    expect(assessed(pattern).lead).toEqual({ is: 'headline' })
    expect(assessed(pattern).readFirst?.answer).toBe('what-is-organizational-friction-and-why-does-it-persist')
  })
})

describe('what a result leads with, where one concept stands out', () => {
  it('names what is seen of the conditions that lead', () => {
    const { headline, sure, read } = brief({
      silence: 1,
      signalLoss: 1,
      friction: 4,
      vantage: 'senior',
      items: { 'work-waits-for-approval': 5 },
    })
    expect(headline).toBe('Decisions are stopped on their way to the work: work waits for approval.')
    expect(sure).toBe('Sure: the difference exceeds chance. Not sure: from the top, hidden looks quiet.')
    expect(read?.why).toBe(texts.findings['read-waiting']!.text)
  })

  it('says that the opposites affirmed were allowed for', () => {
    const items = { 'reports-omit-obstacles': 4, 'reports-name-obstacles': 4 }
    expect(brief({ silence: 1, signalLoss: 1, friction: 5, items }).sure).toMatch(
      /^Sure: more than chance or a habit of agreeing\. /,
    )
  })

  it('does not let a contradiction take its place', () => {
    const pattern = { silence: 1, signalLoss: 1, friction: 4, items: HELD } as const
    expect(assessed(pattern).contradictions).not.toEqual([])
    expect(assessed(pattern).lead).toEqual({ is: 'headline' })
  })

  it('says how the answers were given, where haste or sameness was found', () => {
    expect(brief({ silence: 1, signalLoss: 1, friction: 4, secondsPerItem: 1 }).sure).toBe(resultTexts.brief.haste.fast)
  })
})

describe('what a result leads with, where little is reported from the top', () => {
  const LITTLE = { silence: 2, signalLoss: 1, friction: 2, vantage: 'senior' } as const

  it('names no difference as sure, and nothing to examine that was answered "sometimes"', () => {
    const pattern = { ...LITTLE, items: { 'work-waits-for-approval': 3, 'candour-cost-someone': 1 } } as const
    expect(assessed(pattern).headline?.id).toBe('little-reported-from-the-top')
    expect(assessed(pattern).concepts.some(({ above }) => above.length > 0)).toBe(true)
    expect(brief(pattern).sure).toContain(texts.findings['little-reported-from-the-top']!.reason)
    expect(assessed(pattern).examine).toMatchObject({ groups: [], nothing: 'none-reported', isOfLead: false })
  })
})

describe('what a result leads with, where nothing has a score', () => {
  it('asks about what was reported most, and not about the first statement of the first concept', () => {
    expect(assessed({ items: { 'reports-omit-obstacles': 4, 'measures-pull-work': 5 } }).askFirst).toBe(
      'measures-pull-work',
    )
  })

  it('asks about what was out of sight, where most was', () => {
    const result = assessed({ silence: '?', signalLoss: '?', friction: '?', items: { 'measures-pull-work': 5 } })
    expect(result.headline?.id).toBe('hardly-anything-visible')
    expect(result.askFirst).toBe('objections-after-meeting')
  })
})

describe('the explanations', () => {
  const lensFinding = (answered: number) =>
    assessed({
      ...LEVEL,
      items: Object.fromEntries(lensItems.slice(0, answered).map(({ id }) => [id, 3])),
    }).lensFindings.map(({ id }) => id)

  it('get a word where some were left open, and one where all were', () => {
    expect(lensFinding(6)).toEqual(['no-explanation-held'])
    expect(lensFinding(3)).toEqual(['explanations-in-part'])
    expect(lensFinding(0)).toEqual(['explanations-skipped'])
  })
})

describe('whether the explanations fit what is reported', () => {
  it('is no question where none of them is held, or all were left open', () => {
    expect(lensWord(assessed({ silence: 3 }))).toBeNull()
    expect(lensWord(assessed({ silence: 3, items: { 'explaining-closes-gaps': 2 } }))).toBeNull()
    expect(lensWord(assessed({ silence: 3, items: HELD }))).toBe('open')
  })

  it('is answered by a contradiction that is shown, whatever stays open beside it', () => {
    const shown = assessed({ ...LEVEL, items: { ...HELD, ...EVIDENCE } })
    expect(shown.openContradiction).toBe('unanswered')
    expect(lensWord(shown)).toBeNull()
  })
})

describe('somebody at the top who answers what is not seen from there', () => {
  it('is told which statements those are', () => {
    const reports = (pattern: Pattern) => {
      const { visibility, concepts } = assessed(pattern)
      const missed = concepts.map((concept) => concept.missed?.id)
      return { visibility: visibility.map(({ id }) => id), missed }
    }
    expect(reports({ ...LEVEL, vantage: 'senior' })).toEqual({
      visibility: ['answered-from-reports'],
      missed: [
        'silence-missed-senior-from-reports',
        'signal-loss-missed-senior-from-reports',
        'friction-missed-senior-from-reports',
      ],
    })
    expect(reports({ ...LEVEL, vantage: 'middle' }).visibility).toEqual([])
    expect(
      reports({ ...LEVEL, vantage: 'senior', silence: '?', friction: '?', signalLoss: '?' }).visibility,
    ).not.toContain('answered-from-reports')
  })
})

describe('signs of haste or of uniform answers', () => {
  const sure = (pattern: Pattern) => brief(pattern).sure

  it('stand where else the certainty does, whatever else is said of how the answers were given', () => {
    const opposites = { ...LEVEL, items: { ...VARIED, ...AGREEING } }
    const hasty = { ...opposites, secondsPerItem: 1 }
    expect(assessed(hasty).qualityFindings.map(({ id }) => id)).toContain('opposites-both-affirmed')
    expect(sure(hasty)).toBe(resultTexts.brief.haste.fast)
    expect(sure(opposites)).not.toContain(texts.findings['opposites-both-affirmed']!.text)
  })

  it.each(listedLanguages())('are said in one line of a phone, in %s', (language) => {
    const { haste } = LOCALES[language].resultTexts.brief
    for (const words of Object.values(haste)) expect(words.length).toBeLessThanOrEqual(52)
  })
})
