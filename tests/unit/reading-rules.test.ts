import { describe, expect, it } from 'vitest'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { SETTINGS, simulateResponses } from '../../src/core/authoring/simulate-responses.ts'
import { outcomeOf } from '../../src/core/authoring/tally-results.ts'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { isConceptItem, scaleOf, stepOfOption } from '../../src/core/questionnaire/lookup.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { assess } from '../../src/core/result/assess.ts'
import { lensWord } from '../../src/core/result/lens-word.ts'
import { openResult } from '../../src/core/result/open-result.ts'
import { versionsOf } from '../../src/core/result/shown-result.ts'
import { listNames } from '../../src/ui/locales/en/name-lists.ts'
import { resultTexts } from '../../src/ui/locales/en/result.ts'
import { briefOf } from '../../src/ui/result/brief.ts'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { canonicalAnswers, questionnaire, respond, texts } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'

const PEOPLE = 30
const all = questionnaireFolders().map((folder) => [folder, soundQuestionnaire(folder)] as const)

describe.each(all)('%s', (_folder, { questionnaire: one, texts: words }) => {
  const lens = one.items.filter((item) => !isConceptItem(item))

  it('has a word on every way of agreeing with its explanations', () => {
    const held = stepOfOption(scaleOf(one, lens[0]!), one.heldFrom!)!
    for (let ways = 0; ways < 2 ** lens.length; ways++) {
      const given = Object.fromEntries(lens.map(({ id }, bit) => [id, ways & (2 ** bit) ? held : held - 1]))
      const { lensFindings } = assess(one, { vantage: 'not-said', answers: given, secondsPerItem: null })
      expect(lensFindings.length).toBeGreaterThan(0)
    }
  })

  it('gives every concept whose presence is a problem conditions to examine', () => {
    for (const { id, kept } of one.concepts) {
      const own = one.items.filter(isConceptItem).filter((item) => item.concept === id)
      expect(kept ?? own.some(({ constraints }) => constraints)).toBe(true)
    }
  })

  it.each(SETTINGS)('says why what it names to read first is worth reading: %s', (setting) => {
    for (const { response } of simulateResponses(one, setting, PEOPLE)) {
      const view = new ResultView(
        { questionnaire: one, texts: words['en']!, answers: canonicalAnswers, published: {} },
        resultTexts,
        response,
      )
      expect(briefOf(view).read?.why).not.toBe('')
    }
  })

  it.each(SETTINGS)('names a condition of what leads first, or none, and asks about it: %s', (setting) => {
    const outcomes = simulateResponses(one, setting, 4 * PEOPLE).map((person) => outcomeOf(one, person, ({ id }) => id))
    expect(outcomes.filter(({ first, restsOnLead }) => first.length > 0 && restsOnLead === false)).toEqual([])
    expect(outcomes.filter(({ asksOfFirst }) => asksOfFirst === false)).toEqual([])
  })

  it('begins no lead with the figures behind it', () => {
    for (const { findings } of Object.values(words))
      for (const { id, part } of one.findings)
        if (part === 'headline')
          expect(findings[id]!.reason).not.toMatch(/\bbands?\b|wholly above|fourchette|tout entière/)
  })

  it('asks about events, and not about what happens once something else has', () => {
    for (const [language, { items }] of Object.entries(words))
      for (const item of one.items.filter(({ scale }) => one.scales[scale]!.kind === 'frequency'))
        expect(items[item.id]!.text).not.toMatch(
          language === 'fr' ? /^(quand|si|lorsque)\b|une fois qu/i : /^(when|if)\b|\bonce raising\b/i,
        )
  })

  it('says "mainly" of two explanations at most', () => {
    for (const { items } of Object.values(words))
      expect(lens.filter(({ id }) => /\bmainly\b|\bsurtout\b/.test(items[id]!.text)).length).toBeLessThan(3)
  })
})

describe('a code of a version before this one', () => {
  it.each([
    ['execution-gaps', '1.0', 15],
    ['execution-gaps', '2.0', 9],
    ['execution-gaps', '2.2', 2],
    ['friction', '1.0', 8],
    ['friction', '1.1', 8],
    ['signal-loss', '1.0', 3],
    ['silence', '1.0', 1],
  ])('of %s %s opens, and names what both versions do not ask: %i statements', (folder, version, gone) => {
    const { questionnaire: one, published } = all.find(([id]) => id === folder)![1]
    const versions = versionsOf({ questionnaire: one, published })
    const earlier = versions.layouts.find(({ major, minor }) => `${major}.${minor}` === version)!
    const given = Object.fromEntries(earlier.items.map(({ id }) => [id, 2]))
    const code = encodeResultCode(earlier, { vantage: 'middle', answers: given, completedOn: '2026-11-22' })
    const opened = openResult(code, versions, [])
    expect(opened).toMatchObject({ ok: true, result: { earlier: { version, gone }, given: { answers: given } } })
    const kept = opened.ok ? Object.keys(opened.result.response.answers) : []
    expect(kept).toHaveLength(one.items.length - gone)
  })
})

describe('what to read first', () => {
  const firstRead = (finding: string) => questionnaire.findings.find(({ id }) => id === finding)!.answers![0]

  it('is the answer on the concept that stands out, and never the one the reader came from', () => {
    expect(firstRead('silence-alone')).toBe('silence-vs-disengagement-organizations')
    expect(firstRead('signal-loss-alone')).toBe('how-does-signal-loss-occur-as-organizations-scale')
    expect(firstRead('friction-alone')).toBe('what-is-organizational-friction-and-why-does-it-persist')
    const source = questionnaire.sources[0]!.answer
    for (const { part, answers: pointed } of questionnaire.findings)
      if (part === 'headline') expect(pointed?.[0]).not.toBe(source)
  })
})

describe('somebody at the top who reports little', () => {
  const misconceptions = {
    'explaining-closes-gaps': 5,
    'middle-managers-close-gaps': 5,
    'accountability-closes-gap': 5,
    'restating-means-aligned': 5,
  }

  it('is told what that can mean, although one concept lies clear of the others', () => {
    const low = { silence: 2, signalLoss: 1, friction: 1 } as const
    expect(assess(questionnaire, respond({ ...low, vantage: 'senior' })).headline?.id).toBe(
      'little-reported-from-the-top',
    )
    expect(assess(questionnaire, respond({ ...low, vantage: 'middle' })).headline?.id).toBe('silence-alone-low')
  })

  it('is never told that the explanations held are not at odds with that', () => {
    const word = (vantage: 'senior' | 'middle', level: 1 | 3) =>
      lensWord(
        assess(
          questionnaire,
          respond({ silence: level, signalLoss: level, friction: level, vantage, items: misconceptions }),
        ),
      )
    expect(word('senior', 1)).toBe('untested')
    expect(word('middle', 1)).toBe('none')
    expect(word('senior', 3)).toBe('none')
  })

  it('is told so too where concepts are left without a score', () => {
    expect(lensWord(assess(questionnaire, respond({ friction: 3, vantage: 'senior', items: misconceptions })))).toBe(
      'untested',
    )
  })
})

describe('a question', () => {
  const question = (vantage: 'senior' | 'middle' | 'close' | 'not-said', id: string) =>
    new ResultView(
      { questionnaire, texts, answers: canonicalAnswers, published: {} },
      resultTexts,
      respond({ vantage }),
    ).question(id)

  it('says whom to ask: those who could see it, and not the place it is asked from', () => {
    expect(question('senior', 'doubts-disappear')).toEqual({
      text: texts.items['doubts-disappear']!.ask,
      whom: 'in the middle or close to the work',
    })
    expect(question('senior', 'problems-learnt-late')?.whom).toBe('in the middle')
  })

  it('is for colleagues where nobody elsewhere could see it', () => {
    expect(question('middle', 'objections-after-meeting')).toEqual({
      text: texts.items['objections-after-meeting']!.ask,
      whom: 'among yourselves',
    })
  })

  it('is another one close to the work, for colleagues', () => {
    expect(question('close', 'doubts-disappear')).toEqual({
      text: texts.items['doubts-disappear']!.askFromTheWork,
      whom: 'among yourselves',
    })
  })

  it('is put to nobody about an explanation', () => {
    expect(question('senior', 'explaining-closes-gaps')).toBeNull()
  })
})

describe('what somebody could not tell of an explanation', () => {
  it('keeps the capital of I, and an answer starts small', () => {
    const view = new ResultView(
      { questionnaire, texts, answers: canonicalAnswers, published: {} },
      resultTexts,
      respond({ items: { 'explaining-closes-gaps': CANT_TELL, 'targets-serve-strategy': 4 } }),
    )
    expect(view.answerText('explaining-closes-gaps')).toBe('I can’t tell')
    expect(view.answerText('targets-serve-strategy')).toBe('agree')
  })
})

describe('English lists of names', () => {
  it('have semicolons where a name holds an "and" of its own', () => {
    expect(listNames(['Targets', 'Measures', 'Approvals'])).toBe('Targets, Measures and Approvals')
    expect(listNames(['Targets', 'Capacity and workload'])).toBe('Targets; and Capacity and workload')
    expect(listNames(['Capacity and workload'])).toBe('Capacity and workload')
    expect(listNames([])).toBe('')
  })
})
