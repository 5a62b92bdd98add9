import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/core/workshop/snapshot.ts'
import { isRoomReached, stageThatFits } from '../../src/core/workshop/stages.ts'

const view: Snapshot = { number: 1, takenOn: '2026-11-22', entries: ['a', 'b', 'c', 'd', 'e'] }
const elsewhere: Snapshot = { ...view, elsewhere: true }

describe('the stage of a workshop', () => {
  it.each([
    ['collects', { closed: false, snapshots: [] }, 'collect', false],
    ['was closed with too few for a view', { closed: true, snapshots: [] }, 'collect', true],
    ['was closed with a view', { closed: true, snapshots: [view] }, 'room', true],
    ['collects again after a view', { closed: false, snapshots: [view] }, 'collect', true],
    ['may have been shown elsewhere', { closed: false, snapshots: [elsewhere] }, 'collect', false],
    ['was closed here, and may have been shown elsewhere', { closed: true, snapshots: [elsewhere] }, 'collect', true],
  ] as const)('that %s', (_name, kept, stage, isReached) => {
    expect(stageThatFits(kept)).toBe(stage)
    expect(isRoomReached(kept)).toBe(isReached)
  })
})
