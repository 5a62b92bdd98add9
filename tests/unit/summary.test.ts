import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { questionnaireFolders, readCanonicalAnswers, readQuestionnaire } from '../../src/build/read-questionnaires.ts'
import { SETTINGS, simulateResponses } from '../../src/core/authoring/simulate-responses.ts'
import type { ResponseCondition } from '../../src/core/findings/conditions/table.ts'
import { isConceptItem, scaleOf } from '../../src/core/questionnaire/lookup.ts'
import type { Condition, Finding, Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { sequence } from '../../src/core/questionnaire/sequence.ts'
import { CANT_TELL, type Answer, type Response } from '../../src/core/response/response.ts'
import { assess } from '../../src/core/result/assess.ts'
import { findingToSend, summaryOf } from '../../src/core/result/summary.ts'
import { briefOf } from '../../src/ui/result/brief.ts'
import { composeSummary } from '../../src/ui/result/draw-summary.ts'
import type { Palette } from '../../src/ui/result/light-palette.ts'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { summaryText, summaryWords } from '../../src/ui/result/summary-words.ts'
import { inLanguage } from '../../src/ui/locales/in-language.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { canonicalAnswers, questionnaire as main, respond } from '../fixtures/execution-gaps.ts'
import { LEVEL } from '../fixtures/seven-kinds.ts'

const read = readCanonicalAnswers()
const all = questionnaireFolders().map((folder) => {
  const checked = readQuestionnaire(folder, read.ok ? read.value : [], undefined, { rules: false })
  if (!checked.ok) throw new Error(`${folder} is not sound`)
  return [folder, checked] as const
})
const [, shipped] = all.find(([folder]) => folder === 'execution-gaps')!

const PALETTE = Object.fromEntries(
  ['source', 'up', 'down', 'kept', 'ink', 'soft', 'rule', 'paper', 'serif', 'sans'].map((role) => [role, role]),
) as unknown as Palette

/** A canvas that writes down what is drawn on it. Every letter is ten units wide. */
function recorded(draw: (context: CanvasRenderingContext2D) => unknown): string {
  const commands: unknown[] = []
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get:
      (_target, name) =>
      (...given: unknown[]) => {
        commands.push([name, ...given])
        return { width: String(given[0]).length * 10 }
      },
    set(_target, name, value) {
      commands.push([name, value])
      return true
    },
  })
  draw(context)
  return JSON.stringify(commands)
}

/** A summary as it leaves the device: its text and the commands of its picture. */
function sent(checked: typeof shipped, language: Language, { vantage, answers }: Response): string {
  const { resultTexts: texts } = LOCALES[language]
  const part = {
    questionnaire: checked.questionnaire,
    texts: inLanguage(checked.texts, language)!,
    answers: canonicalAnswers,
    published: {},
  }
  const words = summaryWords({
    part,
    texts,
    finding: findingToSend(assess(checked.questionnaire, { vantage, answers, secondsPerItem: 8 })),
    vantage,
    completedOn: '2026-11-20',
    address: 'https://example.org/',
  })
  return summaryText(words, texts) + recorded((context) => composeSummary(context, words, texts, PALETTE))
}

const briefOn = (response: Response) =>
  briefOf(
    new ResultView(
      { questionnaire: main, texts: shipped.texts['en']!, answers: canonicalAnswers, published: {} },
      LOCALES.en.resultTexts,
      response,
    ),
  ).headline

beforeEach(() => {
  vi.stubGlobal(
    'Path2D',
    class {
      readonly path: string
      constructor(path: string) {
        this.path = path
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const silence = { concept: 'silence' }
const both = { concepts: ['silence', 'friction'] }

/** A condition of each kind, and whether a finding with it may be sent on. Does not compile while one is missing. */
const EACH: {
  readonly [Is in Condition['is']]: { readonly isSent: boolean; readonly of: Omit<ResponseCondition<Is>, 'is'> }
} = {
  score: { isSent: true, of: { ...silence, from: 50 } },
  scored: { isSent: true, of: silence },
  'clear-of': { isSent: true, of: { ...silence, of: ['friction'] } },
  level: { isSent: true, of: both },
  unseen: { isSent: true, of: { ...both, share: 0.5 } },
  vantage: { isSent: true, of: { in: ['senior'] } },
  quality: { isSent: true, of: { note: 'flat' } },
  // No questionnaire asks for it yet, so that it has not been weighed.
  answered: { isSent: false, of: { ...both, share: 0.5 } },
  reported: { isSent: false, of: { items: ['work-waits-for-approval'], from: 'often', atLeast: 1 } },
  'facet-leads': { isSent: false, of: { ...silence, facet: 'futility' } },
  held: { isSent: false, of: { items: ['explaining-closes-gaps'], atLeast: 1 } },
  explained: { isSent: false, of: { items: ['explaining-closes-gaps'], atLeast: 1 } },
  'answered-beyond-sight': { isSent: false, of: { ...both, atLeast: 1 } },
}

describe('a summary', () => {
  it.each(Object.entries(EACH))('is of a finding with the condition "%s" or is not', (is, { isSent, of }) => {
    const finding = { when: { all: [{ is, ...of }] } } as unknown as Finding
    expect(summaryOf(main, finding).finding !== null).toBe(isSent)
  })

  it('is the same whichever statement was answered often', () => {
    const calm = { silence: 2, signalLoss: 2, friction: 4, vantage: 'middle' } as const
    const approvals = respond({ ...calm, items: { 'work-waits-for-approval': 5 } })
    const measures = respond({ ...calm, items: { 'measures-pull-work': 5 } })
    expect(briefOn(approvals)).not.toBe(briefOn(measures))
    for (const language of listedLanguages())
      expect(sent(shipped, language, approvals)).toBe(sent(shipped, language, measures))
  })

  it('says nothing of an explanation that is held against its evidence, though the result leads with it', () => {
    const held = respond({ ...LEVEL, items: { ...LEVEL.items, 'explaining-closes-gaps': 5 } })
    const open = respond({ ...LEVEL, items: { ...LEVEL.items, 'explaining-closes-gaps': 1 } })
    expect(assess(main, held).lead.is).toBe('contradiction')
    expect(sent(shipped, 'en', held)).toBe(sent(shipped, 'en', open))
  })

  it('says what is out of sight where the result leads with that, and asks about it', () => {
    const blind = respond({ silence: 2, signalLoss: 2, friction: '?', vantage: 'middle' })
    expect(assess(main, blind)).toMatchObject({ lead: { is: 'visibility' }, headline: { id: 'not-all-scored' } })
    const text = sent(shipped, 'en', blind)
    expect(text).toContain('Much of what would show friction lies out of your sight.')
    expect(text).toContain('Organizational Friction: much out of sight')
    expect(text).toContain('Which approval held work up longest this month')
    expect(text).not.toContain('Some scores are missing')
  })

  it('names what stands level in a leader’s words, whichever conditions the result leads with', () => {
    const level = respond({ ...LEVEL })
    expect(assess(main, level).lead.is).toBe('condition')
    expect(sent(shipped, 'en', level)).toContain('kept back, lost on the way up and stopped on the way down')
  })

  it('tells different headlines apart, in words and in its picture', () => {
    const seen = [
      respond({ silence: 5, signalLoss: 2, friction: 2, vantage: 'close' }),
      respond({ silence: 2, signalLoss: 5, friction: 2, vantage: 'close' }),
      respond({ silence: 2, signalLoss: 2, friction: 5, vantage: 'close' }),
    ].map((response) => sent(shipped, 'en', response))
    expect(new Set(seen).size).toBe(3)
  })

  it('leaves out a headline that rests on statements, and draws nothing from it', () => {
    const telling: Finding = {
      id: 'friction-alone',
      part: 'headline',
      concept: 'silence',
      when: {
        all: [
          { is: 'clear-of', concept: 'silence', of: ['signal-loss'] },
          { is: 'reported', items: ['concern-dropped'], from: 'often', atLeast: 1 },
        ],
      },
    }
    const { finding, concepts } = summaryOf(main, telling)
    expect(finding).toBeNull()
    expect(concepts.map(({ says }) => says)).toEqual(['open', 'open', 'open'])
    expect(summaryOf(main, telling)).toEqual(summaryOf(main, null))
  })

  it('has one form for each concept, and none for a statement', () => {
    for (const [, { questionnaire }] of all)
      for (const finding of questionnaire.findings.filter(({ part, leads }) => part === 'headline' || leads))
        expect(summaryOf(questionnaire, finding).concepts.map(({ concept }) => concept)).toEqual(
          questionnaire.concepts.map(({ id }) => id),
        )
  })
})

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

const sentIn = (questionnaire: Questionnaire, response: Response) =>
  findingToSend(assess(questionnaire, response))?.id ?? ''

/** Responses with as many different headlines as can be had: simulated people, and evenly answered concepts. */
function manyResponses(questionnaire: Questionnaire): Response[] {
  const next = sequence(7)
  const levels: (number | typeof CANT_TELL | null)[] = [1, 1.6, 2, 3, 4, 5, CANT_TELL, null]
  const evenly = Array.from({ length: 2000 }, (): Response => {
    const answers: Record<string, Answer> = {}
    // Some cannot see a quarter of each concept, and more of none.
    const missesSome = next() < 0.3
    for (const { id } of questionnaire.concepts) {
      const level = levels[Math.floor(next() * levels.length)]!
      const own = questionnaire.items.filter(isConceptItem).filter(({ concept }) => concept === id)
      const from = Math.floor(next() * own.length)
      for (const [index, item] of own.entries()) {
        const isMissed = missesSome ? (index + from) % own.length < own.length / 4 : next() < 0.05
        if (level === null && next() < 0.8) continue
        if (level === CANT_TELL || isMissed) answers[item.id] = CANT_TELL
        else {
          const options = scaleOf(questionnaire, item).options.length
          const step = Math.min(options, Math.max(1, Math.round((level ?? 3) + next() - 0.5)))
          answers[item.id] = item.reversed ? 1 + options - step : step
        }
      }
    }
    // What needs both of two opposites stays unknown where one of each is open.
    if (next() < 0.3) for (const pair of questionnaire.opposites) delete answers[pair[next() < 0.5 ? 0 : 1]]
    const vantage = (['senior', 'middle', 'close', 'not-said'] as const)[Math.floor(next() * 4)]!
    return { vantage, answers, secondsPerItem: 8 }
  })
  const simulated = SETTINGS.flatMap((setting) => simulateResponses(questionnaire, setting, 150))
  return [...simulated.map(({ response }) => response), ...evenly]
}

describe.each(all)('the summaries of %s', (_folder, checked) => {
  const { questionnaire } = checked
  const responses = manyResponses(questionnaire)
  const byHeadline = groupBy(responses, (response) => sentIn(questionnaire, response))

  it('are one and the same for everybody with one headline and one place', () => {
    for (const [headline, group] of byHeadline)
      for (const of of groupBy(group, ({ vantage }) => vantage).values()) {
        const sample = of.filter((_response, index) => index % Math.ceil(of.length / 12) === 0)
        const different = new Set(sample.map((response) => sent(checked, 'en', response)))
        expect([headline, different.size]).toEqual([headline, 1])
      }
    expect(byHeadline.size).toBeGreaterThan(8)
  })

  it('leave at least three answers open on every statement', () => {
    const asked = questionnaire.items.filter(isConceptItem)
    for (const [headline, group] of byHeadline) {
      const possible = new Map(asked.map(({ id }) => [id, new Set<Answer | undefined>()]))
      for (const response of group.slice(0, 40))
        for (const { id } of asked) {
          const seen = possible.get(id)!
          seen.add(response.answers[id])
          for (const answer of [1, 2, 3, 4, 5, CANT_TELL] as const)
            if (seen.size < 3 && !seen.has(answer)) {
              const other = { ...response, answers: { ...response.answers, [id]: answer } }
              if (sentIn(questionnaire, other) === headline) seen.add(answer)
            }
        }
      expect([headline, Math.min(...[...possible.values()].map(({ size }) => size))]).toEqual([
        headline,
        expect.toSatisfy((size: number) => size >= 3),
      ])
    }
  })
})
