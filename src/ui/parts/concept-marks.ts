import type { Questionnaire } from '../../core/questionnaire/schema.ts'

/**
 * A concept's place in the signal path, or that it is worth keeping; it decides the
 * concept's colour and mark.
 */
export type Place = Questionnaire['concepts'][number]['place'] | 'kept'

/** The mark of each place in the signal path, as an outline in a square of 24. The same everywhere. */
export const CONCEPT_MARKS: Readonly<Record<Place, string>> = {
  source: 'M5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0M4.5 19.5 19.5 4.5',
  up: 'M12 22v-8M12 10.5v-2.5M12 5.5v-1',
  kept: 'M12 2v20M8.5 18.5 12 22l3.5-3.5M7 7.5h10M7 13h10',
  down: 'M12 2v4.5l5.5 3-11 4.5 5.5 3V22M7 22h10',
}
