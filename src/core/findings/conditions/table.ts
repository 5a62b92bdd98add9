import type { Draft } from './draft.ts'
import type { ResponseFacts, RoomFacts } from './facts.ts'
import type { Shape, ValueOf } from './fields.ts'
import type { Outcome } from './outcome.ts'
import * as answered from './answered.ts'
import * as answeredBeyondSight from './answered-beyond-sight.ts'
import * as clearOf from './clear-of.ts'
import * as distance from './distance.ts'
import * as explained from './explained.ts'
import * as facetLeads from './facet-leads.ts'
import * as guessed from './guessed.ts'
import * as held from './held.ts'
import * as level from './level.ts'
import * as quality from './quality.ts'
import * as reported from './reported.ts'
import * as score from './score.ts'
import * as scored from './scored.ts'
import * as twoCamps from './two-camps.ts'
import * as unseen from './unseen.ts'
import * as unseenFromTop from './unseen-from-top.ts'
import * as vantage from './vantage.ts'

/*
 * Every condition is a module, entered here by its parts, in one table for each
 * part, so that a page carries only those it uses: the diagnostic carries no room
 * conditions and no search, the console no tests of a response. The first table of
 * each kind names its conditions; a condition that is missing from another table
 * does not compile.
 */

/** The conditions on a response. */
export const RESPONSE_SHAPES = {
  score: score.shape,
  scored: scored.shape,
  'clear-of': clearOf.shape,
  level: level.shape,
  reported: reported.shape,
  'facet-leads': facetLeads.shape,
  held: held.shape,
  explained: explained.shape,
  unseen: unseen.shape,
  answered: answered.shape,
  'answered-beyond-sight': answeredBeyondSight.shape,
  vantage: vantage.shape,
  quality: quality.shape,
} satisfies Record<string, Shape>

/**
 * The conditions on the released figures of a room: true, false, or unknown where
 * these leave it open. So a finding tells no more than the figures do.
 */
export const ROOM_SHAPES = {
  scored: scored.roomShape,
  score: score.roomShape,
  'clear-of': clearOf.shape,
  level: level.shape,
  distance: distance.roomShape,
  guessed: guessed.roomShape,
  reported: reported.roomShape,
  held: held.roomShape,
  'two-camps': twoCamps.roomShape,
  unseen: unseen.roomShape,
  'unseen-from-top': unseenFromTop.roomShape,
} satisfies Record<string, Shape>

type Values<Shapes extends Record<string, Shape>> = { [Is in keyof Shapes]: { is: Is } & ValueOf<Shapes[Is]> }
type ResponseConditions = Values<typeof RESPONSE_SHAPES>
type RoomConditions = Values<typeof ROOM_SHAPES>

export type ResponseCondition<Is extends keyof ResponseConditions = keyof ResponseConditions> = {
  [I in Is]: ResponseConditions[I]
}[Is]
export type RoomCondition<Is extends keyof RoomConditions = keyof RoomConditions> = { [I in Is]: RoomConditions[I] }[Is]

type Tests<Facts, Conditions> = {
  readonly [Is in keyof Conditions]: (facts: Facts, condition: Conditions[Is]) => Outcome
}
type Bends<Conditions> = {
  readonly [Is in keyof Conditions]: (draft: Draft, condition: Conditions[Is], holds: boolean) => void
}
type Sentences<Conditions> = {
  readonly [Is in keyof Conditions]: (condition: Conditions[Is], name: (item: string) => string) => string
}

/** Each condition in words; `name` marks reversed items, because their answers count turned round. */
export type ConditionSentences = Sentences<ResponseConditions>
export type RoomConditionSentences = Sentences<RoomConditions>

const RESPONSE_TESTS: Tests<ResponseFacts, ResponseConditions> = {
  score: score.test,
  scored: scored.test,
  'clear-of': clearOf.test,
  level: level.test,
  reported: reported.test,
  'facet-leads': facetLeads.test,
  held: held.test,
  explained: explained.test,
  unseen: unseen.test,
  answered: answered.test,
  'answered-beyond-sight': answeredBeyondSight.test,
  vantage: vantage.test,
  quality: quality.test,
}

const ROOM_TESTS: Tests<RoomFacts, RoomConditions> = {
  scored: scored.test,
  score: score.test,
  'clear-of': clearOf.test,
  level: level.test,
  distance: distance.testRoom,
  guessed: guessed.testRoom,
  reported: reported.test,
  held: held.test,
  'two-camps': twoCamps.testRoom,
  unseen: unseen.testRoom,
  'unseen-from-top': unseenFromTop.testRoom,
}

const RESPONSE_BENDS: Bends<ResponseConditions> = {
  score: score.bend,
  scored: scored.bend,
  'clear-of': clearOf.bend,
  level: level.bend,
  reported: reported.bend,
  'facet-leads': facetLeads.bend,
  held: held.bend,
  explained: explained.bend,
  unseen: unseen.bend,
  answered: answered.bend,
  'answered-beyond-sight': answeredBeyondSight.bend,
  vantage: vantage.bend,
  quality: quality.bend,
}

const ROOM_BENDS: Bends<RoomConditions> = {
  scored: scored.bend,
  score: score.bend,
  'clear-of': clearOf.bend,
  level: level.bend,
  distance: distance.bendRoom,
  guessed: guessed.bendRoom,
  reported: reported.bend,
  held: held.bend,
  'two-camps': twoCamps.bendRoom,
  unseen: unseen.bendRoom,
  'unseen-from-top': unseenFromTop.bendRoom,
}

/** Whether a condition holds for a response: `null` where the response does not say. */
export function testResponse<Is extends keyof ResponseConditions>(
  facts: ResponseFacts,
  condition: ResponseCondition<Is>,
): Outcome {
  return RESPONSE_TESTS[condition.is](facts, condition)
}

/** Whether a condition holds for a room: `null` where the released figures leave it open. */
export function testRoom<Is extends keyof RoomConditions>(facts: RoomFacts, condition: RoomCondition<Is>): Outcome {
  return ROOM_TESTS[condition.is](facts, condition)
}

/** Bends a response towards making a condition hold, or fail. */
export function bendResponse<Is extends keyof ResponseConditions>(
  draft: Draft,
  condition: ResponseCondition<Is>,
  holds: boolean,
): void {
  RESPONSE_BENDS[condition.is](draft, condition, holds)
}

/** Bends a room towards making a condition hold, or fail. */
export function bendRoom<Is extends keyof RoomConditions>(
  draft: Draft,
  condition: RoomCondition<Is>,
  holds: boolean,
): void {
  ROOM_BENDS[condition.is](draft, condition, holds)
}
