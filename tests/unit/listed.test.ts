import { describe, expect, it } from 'vitest'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { SETTINGS, simulateResponses } from '../../src/core/authoring/simulate-responses.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { assess } from '../../src/core/result/assess.ts'
import { listedAsExplanations, listedAsUnseen, listedByPart, listedUnder } from '../../src/core/result/listed.ts'
import { questionnaire, respond } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'

const PEOPLE = 30
const all = questionnaireFolders().map((folder) => [folder, soundQuestionnaire(folder).questionnaire] as const)

describe.each(all)('%s', (_folder, one) => {
  it.each(SETTINGS)('lists each statement, and none twice in one part of a result: %s', (setting) => {
    for (const { response } of simulateResponses(one, setting, PEOPLE)) {
      const parts = listedByPart(assess(one, response))
      for (const part of parts) expect(new Set(part).size).toBe(part.length)
      expect(new Set(parts.flat())).toEqual(new Set(one.items.map(({ id }) => id)))
    }
  })
})

const assessed = (items: Record<string, Answer>) =>
  assess(questionnaire, respond({ silence: 3, signalLoss: 3, friction: 3, vantage: 'senior', items }))

describe('the statements of a result', () => {
  it('stand each beside its contradiction, and once where several rest on them', () => {
    const assessment = assessed({
      'explaining-closes-gaps': 5,
      'middle-managers-close-gaps': 5,
      'restating-means-aligned': 4,
      'measures-pull-work': 5,
      'local-targets-against-strategy': 5,
      'workload-crowds-out-priority': 5,
    })
    expect(assessment.contradictions).toHaveLength(3)
    const { contradictions, folded } = listedAsExplanations(assessment)
    expect(contradictions.map(({ finding, ...listed }) => [finding.id, listed])).toEqual([
      [
        'communication-against-override',
        {
          held: ['explaining-closes-gaps'],
          reported: ['measures-pull-work', 'local-targets-against-strategy'],
          above: 0,
        },
      ],
      [
        'middle-against-conditions',
        { held: ['middle-managers-close-gaps'], reported: ['workload-crowds-out-priority'], above: 1 },
      ],
      ['alignment-against-outcomes', { held: ['restating-means-aligned'], reported: [], above: 1 }],
    ])
    expect(folded).toEqual(['targets-serve-strategy', 'accountability-closes-gap', 'deciding-differently-helps'])
  })

  it('are those that weigh most under a concept, then the others, the open ones last', () => {
    const assessment = assessed({ 'concern-dropped': 5, 'concern-kept-back': 1, 'obstacle-worked-around': CANT_TELL })
    const silence = assessment.concepts.find(({ concept }) => concept === 'silence')!
    const { shown, folded } = listedUnder(assessment, silence)
    expect(shown).toEqual(['concern-dropped'])
    expect(folded.slice(-2)).toEqual(['concern-kept-back', 'obstacle-worked-around'])
  })

  it('that were out of sight stand together under whoever can see them', () => {
    const assessment = assessed({
      'obstacle-worked-around': CANT_TELL,
      'concern-dropped': CANT_TELL,
      'raising-problems-called-waste': CANT_TELL,
    })
    const { groups, folded } = listedAsUnseen(assessment)
    expect(groups).toEqual([
      { from: ['middle', 'close'], items: ['concern-dropped'] },
      { from: ['close'], items: ['obstacle-worked-around', 'raising-problems-called-waste'] },
    ])
    expect(folded).toContain('reports-omit-obstacles')
    expect(folded).not.toContain('concern-dropped')
  })
})
