import type { Stage } from '../../../core/address/console-fragment.ts'

/** The stages of a workshop, and what is said where one is not reached yet. */
export const stageTexts = {
  label: 'Stages of the workshop',
  name: { 'set-up': 'Set up', collect: 'Collect', room: 'The room', 'take-away': 'Take away' } satisfies Record<
    Stage,
    string
  >,
  title: (stage: string, name: string) => `${stage} · ${name}`,
  later: 'after closing',
  noRoom: 'The room sees its results once collection is closed.',
  toCollect: 'To what is collected',
  handIn: 'Take in codes, files or tables',
  newSetUp: 'Set up a workshop',
  editSetUp: 'Change the set-up',
}
