import type { Workshop } from './workshop.ts'

/** The ids of the sample room and the sample check; real ones draw theirs at random. */
export const SIMULATED_ID = '000000'
export const SIMULATED_CHECK_ID = '000001'

/** Whether a workshop is one of them, which has to be called simulated wherever it is shown. */
export function isSimulated({ id }: Pick<Workshop, 'id'>): boolean {
  return id === SIMULATED_ID || id === SIMULATED_CHECK_ID
}
