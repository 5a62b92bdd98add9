import { describe, expect, it } from 'vitest'
import type { Item, RoomCondition, RoomRule } from '../../src/core/questionnaire/schema.ts'
import { describeRoomRule } from '../../src/ui/preview/describe-room-rule.ts'

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
const say = (when: RoomRule) => describeRoomRule(when, { items })

describe('a rule about a room in plain words', () => {
  it('is “always” without conditions', () => {
    expect(say({})).toBe('Always.')
  })

  it.each<[RoomCondition, string]>([
    [{ is: 'scored', concept: 'delay' }, 'the mean of delay is released for the room'],
    [{ is: 'scored', concept: 'delay', at: 'top' }, 'the mean of delay is released for the level nearest the top'],
    [
      { is: 'score', concept: 'delay', from: 40, below: 60 },
      'the mean of delay for the room is at least 40 and below 60',
    ],
    [
      { is: 'score', concept: 'delay', at: 'work', below: 25 },
      'the mean of delay for the level closest to the work is below 25',
    ],
    [{ is: 'score', concept: 'delay', at: 'room' }, 'the mean of delay for the room is released'],
    [
      { is: 'clear-of', concept: 'delay', of: ['loss', 'noise'] },
      'in the room, delay stands clear above loss and noise',
    ],
    [{ is: 'level', concepts: ['delay', 'loss'] }, 'in the room, no two of delay and loss are clearly apart'],
    [
      { is: 'guessed', concept: 'delay', reads: 'sees-itself' },
      'on delay, the level nearest the top is read as expecting what it sees itself of the level closest to the work',
    ],
    [
      { is: 'distance', concept: 'delay', top: 'lower' },
      'the mean of delay for the level nearest the top lies clearly below that for the level closest to the work',
    ],
    [
      { is: 'distance', concept: 'delay', top: 'higher' },
      'the mean of delay for the level nearest the top lies clearly above that for the level closest to the work',
    ],
    [
      { is: 'distance', concept: 'delay', top: 'cannot-tell' },
      'the distance in delay between the level nearest the top and the level closest to the work is released, but not clear',
    ],
    [
      { is: 'reported', items: ['work-waits', 'work-flows'], from: 'often', share: 0.5, atLeast: 1 },
      'at least 1 of 2 were answered “often” or further on, each by at least 50 % of those who answered it: work-waits and work-flows (turned)',
    ],
    [
      { is: 'reported', items: ['work-flows'], from: 'often', share: 0.375, atLeast: 1 },
      'work-flows (turned) was answered “often” or further on by at least 37.5 % of those who answered it',
    ],
    [
      { is: 'held', items: ['blame', 'luck', 'fate'], share: 0.5, atLeast: 2 },
      'at least 2 of 3 are held, each by at least 50 % of those who answered it: blame, luck and fate',
    ],
    [
      { is: 'held', items: ['blame'], share: 1, atLeast: 1 },
      'blame is held by at least 100 % of those who answered it',
    ],
    [
      { is: 'two-camps', concepts: ['delay', 'loss'], atLeast: 1 },
      'at least 1 statement of delay or loss has answers in two camps',
    ],
    [{ is: 'two-camps', concepts: ['delay'], atLeast: 3 }, 'at least 3 statements of delay have answers in two camps'],
    [
      { is: 'unseen', at: 'top', concepts: ['delay'], share: 0.5, atLeast: 1 },
      'at least 1 statement of delay could not be seen by at least 50 % of the level nearest the top',
    ],
    [
      { is: 'unseen', at: 'room', concepts: ['delay', 'loss'], share: 0.25, atLeast: 4 },
      'at least 4 statements of delay or loss could not be seen, each by at least 25 % of the room',
    ],
    [
      { is: 'unseen-from-top', concepts: ['delay'], atLeast: 1 },
      'at least 1 statement of delay could not be seen by half or more of the level nearest the top, while the level closest to the work puts it at the middle of the scale or beyond',
    ],
    [
      { is: 'unseen-from-top', concepts: ['delay', 'loss'], atLeast: 2 },
      'at least 2 statements of delay or loss could not be seen, each by half or more of the level nearest the top, while the level closest to the work puts them at the middle of the scale or beyond',
    ],
  ])('says %j', (condition, words) => {
    expect(say({ all: [condition] })).toBe(`When ${words}.`)
  })

  it('keeps what must hold, what is enough and what must not hold apart', () => {
    const scored = (concept: string): RoomCondition => ({ is: 'scored', concept })
    const released = (concept: string) => `the mean of ${concept} is released for the room`
    expect(say({ all: [scored('a')], any: [scored('b'), scored('c')], none: [scored('d')] })).toBe(
      `When ${released('a')}, and at least one of these holds (${released('b')}; ${released('c')}), and none of these holds (${released('d')}).`,
    )
  })
})
