import { describe, expect, it } from 'vitest'
import { resultTexts as en } from '../../src/ui/locales/en/result.ts'
import { resultTexts as fr } from '../../src/ui/locales/fr/result.ts'
import { BETWEEN_COUNTS } from '../../src/ui/path/drawing.ts'
import { composePicture } from '../../src/ui/path/compose-picture.ts'
import { signalPathOf, type PathStream } from '../../src/core/result/signal-path.ts'
import { CANT_TELL } from '../../src/core/response/response.ts'
import { conceptItems, questionnaire, respond, type Level } from '../fixtures/execution-gaps.ts'

const pathAt = (level: Level) =>
  signalPathOf(questionnaire, respond({ silence: level, signalLoss: level, friction: level }).answers)
const statements = (streams: readonly PathStream[]) =>
  streams.flatMap(({ concepts }) => concepts.flatMap((concept) => concept.statements))
const statement = (answers: Parameters<typeof signalPathOf>[1], item: string) =>
  statements(signalPathOf(questionnaire, answers)).find((candidate) => candidate.item === item)

describe('the signal path of a response', () => {
  it('has what is heard, silence at its source first, and what is decided', () => {
    const streams = signalPathOf(questionnaire, {})
    expect(streams.map(({ direction, concepts }) => [direction, concepts.map(({ concept }) => concept)])).toEqual([
      ['up', ['silence', 'signal-loss']],
      ['down', ['organizational-friction']],
    ])
  })

  it('counts a statement above the middle of its scale, turned round where it is worded the other way', () => {
    const fates = ([1, 2, 3, 4, 5] as const).map((level) => new Set(statements(pathAt(level)).map(({ fate }) => fate)))
    expect(fates.map((set) => [...set])).toEqual([['passes'], ['passes'], ['passes'], ['counted'], ['counted']])
    expect(statement({ 'goes-on-from-the-work': 2 }, 'goes-on-from-the-work')).toMatchObject({
      fate: 'counted',
      share: 0.75,
    })
  })

  it('changes with every step of an answer', () => {
    const shares = [1, 2, 3, 4, 5].map((step) => statement({ 'doubts-disappear': step }, 'doubts-disappear')!.share)
    expect(shares).toEqual([0, 0.25, 0.5, 0.75, 1])
  })

  it('tells what could not be seen from what was left open, and keeps the total', () => {
    const path = signalPathOf(questionnaire, { 'doubts-disappear': CANT_TELL })
    expect(statements(path)).toHaveLength(conceptItems.length)
    expect(statements(path).filter(({ fate }) => fate === 'unseen')).toEqual([
      expect.objectContaining({ item: 'doubts-disappear', share: null }),
    ])
    expect(statements(path).filter(({ fate }) => fate === 'skipped')).toHaveLength(conceptItems.length - 1)
  })

  it('names the facet of a statement, and the constraint of one that has none', () => {
    expect(statement({}, 'candour-cost-someone')!.reason).toEqual({ is: 'facet', id: 'risk' })
    expect(statement({}, 'doubts-disappear')!.reason).toEqual({ is: 'constraint', id: 'reporting-norms' })
  })
})

describe('the caption of a stream', () => {
  const captions = (answers: Parameters<typeof signalPathOf>[1], { path, colon }: typeof en) =>
    composePicture(signalPathOf(questionnaire, answers), {
      texts: path,
      colon,
      placeOf: () => 'up',
      drawnOf: (concept) => concept,
      reasonName: (_concept, { id }) => id,
      pass: path.pass,
      unseen: path.unseen,
      hidden: path.unseen,
    }).drawing.flows.map(({ counts }) => counts.join(BETWEEN_COUNTS))

  it('counts those that were answered, and says how many were left open', () => {
    expect(captions({ 'doubts-disappear': 5 }, en)).toEqual([
      '0 of the 1 answered pass, as you see it · 15 left open',
      '8 left open',
    ])
    expect(captions({ 'doubts-disappear': 5 }, fr)[0]).toBe('0 sur 1 avec réponse passe, vu d’ici · 15 sans réponse')
  })

  it('counts only what can be seen, and nothing where all is out of sight', () => {
    const seen = respond({ silence: '?', signalLoss: 1, friction: '?' }).answers
    expect(captions(seen, en)).toEqual(['8 of the 8 you can see pass', ''])
    expect(captions(seen, fr)[0]).toBe('8 sur 8 que vous voyez passent')
    const open = respond({ silence: '?', signalLoss: 1, friction: '-', items: { 'doubts-disappear': undefined } })
    expect(captions(open.answers, en)).toEqual(['7 of the 7 answered pass, as you see it · 1 left open', '8 left open'])
  })

  it('says nothing of it where all were answered', () => {
    const all = respond({ silence: 1, signalLoss: 1, friction: 1 }).answers
    expect(captions(all, en)).toEqual(['16 of 16 pass, as you see it', '8 of 8 pass, as you see it'])
  })
})
