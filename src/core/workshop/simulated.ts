import type { Workshop } from './workshop.ts'

/** The id of the sample room; real workshops draw theirs at random. */
export const SIMULATED_ID = '000000'

/** Whether a workshop is the sample room, which has to be called simulated wherever it is shown. */
export function isSimulated({ id }: Pick<Workshop, 'id'>): boolean {
  return id === SIMULATED_ID
}
