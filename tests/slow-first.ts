import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Unit tests that search room after room, or start compilers. */
export const SLOW = [
  'boundaries',
  'check-attack',
  'disclosure',
  'drawn-rooms',
  'every-room',
  'guess-attack',
  'guess-pair-attack',
  'hostile',
  'people',
  'promises',
  'questionnaires',
  'room-attack',
  'room-snapshots',
  'sight-attack',
].map((name) => `tests/unit/${name}.test.ts`)

/** Others that take some seconds though they are short to write. */
const LONGER_THAN_WRITTEN = ['join-code', 'locked-file', 'reading-rules', 'same-release', 'summary'].map(
  (name) => `tests/unit/${name}.test.ts`,
)
const FIRST = [...SLOW, ...LONGER_THAN_WRITTEN]

const isFirst = ({ moduleId }: TestSpecification) => FIRST.some((file) => moduleId.endsWith(`/${file}`))

/**
 * Vitest's own order, which takes the largest file for the slowest where nothing is
 * known of an earlier run, after those that take longer than that: a search is short to
 * write, so that one of them would be left for the end, when nothing else can run beside it.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = files.filter((file) => !isFirst(file))
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer's, of files
    const ordered = await super.sort(others)
    return [...files.filter(isFirst), ...ordered]
  }
}
